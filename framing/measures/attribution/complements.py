"""Contents from grammar: which complement of a cue holds what is attributed."""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.attribution.clauses import ASSERTS, Complement, is_finite, is_infinitive, is_marked
from framing.measures.attribution.cues import SURVEY, Cue, CueLexicons
from framing.measures.attribution.objects import called_so, free_relative, governed, impression, object_infinitive
from framing.measures.attribution.phrasal import of_phrase
from framing.measures.attribution.pointing import adjunct, as_parenthetic, sentence_adverb, so_says
from framing.measures.attribution.subjects import listed_before
from framing.measures.attribution.tree import SUBJECTS, child

_CLAUSAL = frozenset(("ccomp", "xcomp"))


def complement(document: Document, cue: Cue, lexicons: CueLexicons) -> Complement | None:
    """The complement of a cue that holds content; None when it has none and attributes nothing (a quotation apart)."""
    pos = document.pos[cue.head]
    if cue.lemma in ("according to", "as per", "in the word of", SURVEY) or document.lower[cue.head] == "according":
        return adjunct(document, cue)
    if pos in ("VERB", "AUX"):
        return next(_of_verb(document, cue, lexicons), None)
    if pos in ("NOUN", "PROPN"):
        return next(_of_noun(document, cue, lexicons), None)
    if pos == "ADJ":
        return next(_of_adjective(document, cue, lexicons), None)
    if pos == "ADV":
        return sentence_adverb(document, cue)
    return None


def _of_verb(document: Document, cue: Cue, lexicons: CueLexicons) -> Iterator[Complement]:
    verb, lemma = cue.head, document.lemma[cue.head].lower()
    children = document.children[verb]
    takes = lexicons.complement
    if takes("impression", lemma):
        yield from impression(document, verb)
        return
    if takes("predicate", lemma) and (found := called_so(document, verb, takes("predicate", lemma))):
        yield found
    if takes("target", lemma) and (free := free_relative(document, verb)) is not None:
        yield Complement((free,), "target")
    yield from _clause(document, cue)
    if cue.stance in ASSERTS and (reported := _passive_report(document, verb)):
        yield reported
    if child(document, verb, ("dobj",)) is not None or takes("object-infinitive", lemma):
        yield from object_infinitive(document, verb, takes("object-infinitive", lemma))
    for c in children:
        if document.dep[c] == "xcomp" and is_infinitive(document, c):
            for group in ("infinitive", "intention"):
                if takes(group, lemma):
                    yield Complement((c,), group)
    if found := so_says(document, cue) or as_parenthetic(document, cue):
        yield found
    for group in ("object", "target", "attitude"):
        if rests := takes(group, lemma):
            yield from governed(document, verb, rests, group)
    if cue.first < cue.last:
        yield from of_phrase(document, cue)


def _clause(document: Document, cue: Cue) -> Iterator[Complement]:
    """A finite clause after (or before) the cue, with its coordinate clauses; or a participle after a verb of saying ("denied using")."""
    verb = cue.head
    listed = listed_before(document, verb)
    clauses = [c for c in document.children[verb] if c != listed and _holds(document, cue, c)]
    if clauses and not _is_conjunction(document, verb):
        after = [c for c in clauses if c > verb]
        # A clause in front is said by somebody: ", Voss said", ", said Voss".
        if after or (child(document, verb, SUBJECTS) is not None and not _parted(document, clauses[-1]) and not _occupied(document, verb)):
            yield Complement(tuple(after or clauses), "clause")


def _occupied(document: Document, verb: int) -> bool:
    """Whether what a verb holds stands behind it, so that the clause in front is not said: "As rain fell, Voss sought to calm them"."""
    behind = [c for c in document.children[verb] if c > verb]
    if any(document.dep[c] == "xcomp" and is_infinitive(document, c) for c in behind):
        return True
    return document.lemma[verb].lower() not in _TELLS and any(document.dep[c] == "dobj" for c in behind)


_TELLS = frozenset((
    "add", "advise", "assure", "caution", "convince", "inform", "note", "notify", "promise", "remind", "report", "say", "tell", "warn",
    "write",
))  # fmt: skip
"""Verbs that say it to or in what their object names: "told reporters", "wrote a friend"."""


def _parted(document: Document, clause: int) -> bool:
    """Whether a colon or semicolon stands behind a clause in front of the cue: "The town is split: half support the dam"."""
    behind = max(document.subtree(clause)) + 1
    return behind < len(document) and document.words[behind] in (":", ";")


def _is_conjunction(document: Document, verb: int) -> bool:
    """ "Good, considering how little they spent", "provided that it rains": a participle that only joins clauses; nobody considers."""
    if document.lower[verb] not in ("assuming", "considering", "granted", "provided", "providing", "seeing", "supposing"):
        return False
    return document.dep[verb] in ("advcl", "prep", "mark") and child(document, verb, ("aux", "auxpass", "nsubj", "mark")) is None


def _holds(document: Document, cue: Cue, clause: int) -> bool:
    dep = document.dep[clause]
    if dep == "advcl":
        return clause > cue.head and is_marked(document, clause, ("that", "if", "whether")) and document.lemma[cue.head] in _MISPARSED
    if dep not in _CLAUSAL or is_infinitive(document, clause):
        return False
    if is_finite(document, clause):
        return document.tag[clause] != "VB" or child(document, clause, ("aux", "mark")) is not None
    return (document.tag[clause] == "VBG" and cue.stance in ASSERTS) or document.pos[clause] not in ("VERB", "AUX")


def _passive_report(document: Document, verb: int) -> Complement | None:
    """ "The guard is said to have fled": somebody unnamed says it of the subject."""
    told = child(document, verb, ("nsubjpass",))
    wish = next((c for c in document.children[verb] if document.dep[c] == "xcomp" and c > verb and is_infinitive(document, c)), None)
    return None if told is None or wish is None else Complement((told, wish), "passive report")


def _of_noun(document: Document, cue: Cue, lexicons: CueLexicons) -> Iterator[Complement]:
    noun, lemma = cue.head, document.lemma[cue.head].lower()
    for c in document.children[noun]:
        if (
            document.dep[c] in ("acl", "relcl", "ccomp")
            and c > noun
            and (is_marked(document, c, ("that", "whether")) and child(document, c, SUBJECTS) is not None)
        ) or (document.dep[c] == "acl" and c > noun and is_infinitive(document, c) and cue.stance in ("volitional", "directive")):
            yield Complement((c,), "noun")
    prepositions = lexicons.complement("noun", lemma)
    for p in document.children[noun]:
        if document.dep[p] == "prep" and document.lower[p] in prepositions and (held := child(document, p, ("pobj", "pcomp"))) is not None:
            if document.entity[held] in ("DATE", "TIME"):  # "a statement on Monday" is not about Monday
                continue
            yield Complement((held,), "noun", preposition=p)


_MISPARSED = frozenset(("say", "ask", "add", "warn", "wonder", "tell"))
"""Verbs whose that- or whether-clause the parser often takes for an adverbial one."""


def _of_adjective(document: Document, cue: Cue, lexicons: CueLexicons) -> Iterator[Complement]:
    adjective, lemma = cue.head, document.lemma[cue.head].lower()
    rests = lexicons.complement("adjective", lemma)
    if not rests or document.dep[adjective] in ("amod", "compound"):
        return
    for c in document.children[adjective]:
        if document.dep[c] in _CLAUSAL and c > adjective and "" in rests:
            yield Complement((c,), "attitude")
        elif document.dep[c] == "prep" and document.lower[c] in rests and (held := child(document, c, ("pobj", "pcomp"))) is not None:
            yield Complement((held,), "attitude", preposition=c)
