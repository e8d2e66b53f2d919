"""Contents that a cue points to: the clause around it, the sentence before, the words behind a name."""

from __future__ import annotations

from framing.document import Document
from framing.measures.attribution.clauses import ASSERTS, TENSED, Complement
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.tree import child, clause_of, is_clause


def so_says(document: Document, cue: Cue) -> Complement | None:
    """What "or so says the owner" and "So says the owner." point back to: the clause they are joined to, or the sentence before."""
    verb = cue.head
    so = next((c for c in document.children[verb] if document.lower[c] == "so" and document.dep[c] == "advmod" and c < verb), None)
    if so is None or cue.stance not in ASSERTS or document.tag[verb] not in TENSED or child(document, verb, ("nsubj",)) is None:
        return None
    if any(document.dep[c] in ("dobj", "ccomp", "xcomp", "acomp", "mark") for c in document.children[verb]):
        return None
    if document.dep[verb] in ("conj", "parataxis", "ccomp"):
        return Complement((document.head[verb],), "parenthesis", whole=True)
    sentence = document.sentence_of[verb]
    if document.dep[verb] != "ROOT" or sentence == document.paragraphs[document.paragraph_of[sentence]][0]:
        return None
    first, last = document.sentences[sentence - 1]
    if so != document.sentences[sentence][0]:
        return None
    return Complement(tuple(t for t in range(first, last) if document.head[t] == t), "parenthesis")


def as_parenthetic(document: Document, cue: Cue) -> Complement | None:
    """The clause around "X, she said, ..." and "as the army put it": what the cue's own clause interrupts or follows."""
    verb = cue.head
    dep, governor = document.dep[verb], document.head[verb]
    if governor == verb:
        return None
    marked = any(document.lower[c] == "as" and document.dep[c] in ("mark", "advmod", "prep") for c in document.children[verb])
    if (cue.stance not in ASSERTS and dep != "parataxis") or child(document, verb, ("nsubj", "nsubjpass", "agent")) is None:
        return None
    closed = any(document.dep[c] in ("dobj", "ccomp", "xcomp") and document.lower[c] != "it" for c in document.children[verb])
    modal = any(document.tag[c] == "MD" for c in document.children[verb])
    if not closed and (dep == "parataxis" or (dep == "advcl" and marked and not modal)):
        return Complement((governor,), "parenthesis", whole=True)
    return None


def adjunct(document: Document, cue: Cue) -> Complement:
    """The clause that "according to X" stands in; of "- in the words of X, a shame" what follows."""
    if cue.lemma == "in the word of" and (named := child(document, cue.last, ("pobj",))) is not None:
        words = child(document, named, ("appos",))
        if words is not None and child(document, words, ("det",)) is not None and document.words[min(document.subtree(words)) - 1] == ",":
            clause = clause_of(document, cue.first)
            if document.lemma[clause] == "be" and child(document, clause, ("attr", "acomp")) is None:
                return Complement((words, clause), "according to")
            if document.words[cue.first - 1] in ("–", "—", "--", "-"):
                return Complement((words,), "according to")
    return Complement((clause_of(document, cue.first if document.head[cue.first] != cue.last else cue.last),), "according to", whole=True)


def sentence_adverb(document: Document, cue: Cue) -> Complement | None:
    """The clause of "reportedly", "allegedly"; before a participle or adjective only that phrase."""
    held = document.head[cue.head]
    if held == cue.head:
        return None
    if cue.stance not in ("doubting", "neutral"):
        return None
    return Complement((held,), "adverb", whole=is_clause(document, held))
