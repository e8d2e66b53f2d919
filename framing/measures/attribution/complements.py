"""Contents from grammar: which complement of a cue holds what is attributed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.attribution.cues import SURVEY, Cue, CueLexicons
from framing.measures.attribution.tree import SUBJECTS, child, clause_of, is_clause, listed_before

_TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLAUSAL = frozenset(("ccomp", "xcomp"))
_UNSPOKEN = frozenset(("target", "attitude", "intention", "impression"))
_ASSERTS = frozenset(("neutral", "assertive", "factive", "doubting", "conceding", "cognitive"))


@dataclass(frozen=True)
class Complement:
    """Content by token: heads of the phrases that hold it, the construction, the preposition that belongs to the cue if any.

    whole: the content is the rest of the clause that heads[0] governs, around the cue.
    unspoken: those of the heads that are not the source's words (the addressee of a request, what is being called names).
    """

    heads: tuple[int, ...]
    rule: str
    preposition: int | None = None
    whole: bool = False
    unspoken: tuple[int, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether the content is somebody's words or thoughts; objects of judgment, will and impression are the outlet's wording."""
        return self.rule not in _UNSPOKEN


def complement(document: Document, cue: Cue, lexicons: CueLexicons) -> Complement | None:
    """The complement of a cue that holds content; None when it has none and attributes nothing (a quotation apart)."""
    pos = document.pos[cue.head]
    if cue.lemma in ("according to", "as per", "in the word of", SURVEY) or document.lower[cue.head] == "according":
        return _adjunct(document, cue)
    if pos in ("VERB", "AUX"):
        return next(_of_verb(document, cue, lexicons), None)
    if pos in ("NOUN", "PROPN"):
        return next(_of_noun(document, cue, lexicons), None)
    if pos == "ADJ":
        return next(_of_adjective(document, cue, lexicons), None)
    if pos == "ADV":
        return _adverb(document, cue)
    return None


def _of_verb(document: Document, cue: Cue, lexicons: CueLexicons) -> Iterator[Complement]:
    verb, lemma = cue.head, document.lemma[cue.head].lower()
    children = document.children[verb]
    takes = lexicons.complement
    if takes("impression", lemma):
        yield from _impression(document, verb)
        return
    if takes("predicate", lemma) and (found := _predicate(document, verb, takes("predicate", lemma))):
        yield found
    if takes("target", lemma) and (free := _free_relative(document, verb)) is not None:
        yield Complement((free,), "target")
    yield from _clause(document, cue)
    if cue.stance in _ASSERTS and (reported := _passive_report(document, verb)):
        yield reported
    if child(document, verb, ("dobj",)) is not None or takes("object-infinitive", lemma):
        yield from _object_infinitive(document, verb, takes("object-infinitive", lemma))
    for c in children:
        if document.dep[c] == "xcomp" and _is_infinitive(document, c):
            for group in ("infinitive", "intention"):
                if takes(group, lemma):
                    yield Complement((c,), group)
    if found := _so_says(document, cue) or _as_parenthetic(document, cue):
        yield found
    for group in ("object", "target", "attitude"):
        if rests := takes(group, lemma):
            yield from _object(document, verb, rests, group)


def _clause(document: Document, cue: Cue) -> Iterator[Complement]:
    """A finite clause after (or before) the cue, with its coordinate clauses; or a participle after a verb of saying ("denied using")."""
    verb = cue.head
    listed = listed_before(document, verb)
    clauses = [c for c in document.children[verb] if c != listed and _holds(document, cue, c)]
    if clauses and not _is_conjunction(document, verb):
        after = [c for c in clauses if c > verb]
        if after or (child(document, verb, SUBJECTS) is not None and not _parted(document, clauses[-1])):  # a clause in front is said by somebody: ", Voss said", ", said Voss"
            yield Complement(tuple(after or clauses), "clause")


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
        return clause > cue.head and _marked(document, clause, ("that", "if", "whether")) and document.lemma[cue.head] in _MISPARSED
    if dep not in _CLAUSAL or _is_infinitive(document, clause):
        return False
    if _finite(document, clause):
        return document.tag[clause] != "VB" or child(document, clause, ("aux", "mark")) is not None
    return (document.tag[clause] == "VBG" and cue.stance in _ASSERTS) or document.pos[clause] not in ("VERB", "AUX")


def _free_relative(document: Document, verb: int) -> int | None:
    """ "what he called a triumph" as the object of a verb of judgment: a thing, not a statement."""
    for c in document.children[verb]:
        if document.dep[c] == "ccomp" and c > verb and document.lower[min(document.subtree(c))] in ("what", "whatever", "whoever"):
            return c
    return None


def _passive_report(document: Document, verb: int) -> Complement | None:
    """ "The guard is said to have fled": somebody unnamed says it of the subject."""
    told = child(document, verb, ("nsubjpass",))
    wish = next((c for c in document.children[verb] if document.dep[c] == "xcomp" and c > verb and _is_infinitive(document, c)), None)
    return None if told is None or wish is None else Complement((told, wish), "passive report")


def _finite(document: Document, verb: int) -> bool:
    if document.tag[verb] in _TENSED or child(document, verb, ("nsubj", "nsubjpass")) is not None:
        return True
    return any(document.dep[c] in ("aux", "auxpass") and document.tag[c] in _TENSED for c in document.children[verb])


def _marked(document: Document, verb: int, marks: tuple[str, ...]) -> bool:
    return any(document.dep[c] == "mark" and document.lower[c] in marks for c in document.children[verb])


def _is_infinitive(document: Document, verb: int) -> bool:
    return any(document.lower[c] == "to" and document.dep[c] == "aux" for c in document.children[verb])


def _object_infinitive(document: Document, verb: int, rests: frozenset[str]) -> Iterator[Complement]:
    if not rests:
        return
    for c in document.children[verb]:
        if document.dep[c] in ("xcomp", "ccomp", "advcl") and c > verb and _is_infinitive(document, c):
            asked = child(document, verb, ("dobj", "dative"))
            prepositions = [p for p in document.children[verb] if document.dep[p] == "prep" and document.lower[p] in rests]
            if asked is not None and asked > verb:
                yield Complement((asked, c), "directive", unspoken=(asked,))
            elif prepositions and (asked := child(document, prepositions[0], ("pobj",))) is not None:
                yield Complement((asked, c), "directive", preposition=prepositions[0], unspoken=(asked,))
            else:
                yield Complement((c,), "infinitive")
            return
    for p in document.children[verb]:  # "called on the army to hold": the infinitive may hang on the object
        if document.dep[p] == "prep" and document.lower[p] in rests and (asked := child(document, p, ("pobj",))) is not None:
            wish = next((c for c in document.children[asked] if _is_infinitive(document, c)), None)
            unspoken = () if wish is None else (asked,)
            yield Complement((asked,) if wish is None else (asked, wish), "directive", preposition=p, unspoken=unspoken)
            return


def _predicate(document: Document, verb: int, rests: frozenset[str]) -> Complement | None:
    if document.tag[verb] == "VBN" and document.dep[verb] == "acl" and child(document, verb, ("agent",)) is None:
        return None  # "a village called Hope": a name, given by nobody
    named = child(document, verb, ("dobj", "nsubjpass"))
    if "" in rests:
        both = [c for c in document.children[verb] if document.dep[c] == "dobj"]
        if len(both) == 2 and both[0] < verb < both[1]:  # "whom the army calls traitors"
            return Complement((both[1],), "predicate")
        for c in document.children[verb]:
            if document.dep[c] in ("oprd", "xcomp", "acomp", "attr") and c > verb and not _is_infinitive(document, c):
                return _called(document, named, c)
            if (
                document.dep[c] == "ccomp"
                and c > verb
                and document.pos[c] in ("NOUN", "ADJ", "PROPN")
                and child(document, c, ("aux", "cop", "mark")) is None
            ):
                return Complement((c,), "predicate")
    agent = child(document, verb, ("agent",))
    by = None if agent is None else child(document, agent, ("pobj",))  # "described by critics as a sham" hangs the sham on the critics
    for p in (*document.children[verb], *(() if by is None else document.children[by])):
        if document.dep[p] == "prep" and document.lower[p] in rests and p > verb and len(document.subtree(p)) > 1:
            if named is None and (to := next((c for c in document.children[verb] if document.lower[c] == "to"), None)) is not None:
                named = child(document, to, ("pobj",))  # "referred to it as a shambles"
            return _called(document, named, p)
    return None


def _called(document: Document, named: int | None, name: int) -> Complement:
    """What is called names belongs to the content only where it is short: the name is what the source said."""
    if named is None or len(document.subtree(named)) > _SHORT_OBJECT:
        return Complement((name,), "predicate")
    return Complement((named, name), "predicate", unspoken=(named,))


_SHORT_OBJECT = 12


def _impression(document: Document, verb: int) -> Iterator[Complement]:
    seeming = child(document, verb, ("nsubj", "expl"))
    for c in document.children[verb]:
        like = document.dep[c] == "prep" and document.lower[c] == "like"
        if (document.dep[c] in ("xcomp", "oprd", "acomp", "ccomp") or like) and c > verb:
            heads = (c,) if seeming is None or document.lower[seeming] in ("it", "there") else (seeming, c)
            yield Complement(heads, "impression")
            return


def _object(document: Document, verb: int, rests: frozenset[str], rule: str) -> Iterator[Complement]:
    prepositions = {rest.split()[0] for rest in rests if rest}
    told = child(document, verb, ("dobj",))
    asked = () if told is None or "" in rests else document.children[told]  # "asked the mayor about the dam" hangs "about" on the mayor
    for p in (*document.children[verb], *asked):
        if document.dep[p] in ("prep", "prt") and document.lower[p] in prepositions:
            if (held := child(document, p, ("pobj", "pcomp"))) is not None:
                yield Complement((held,), rule, preposition=p)
            elif (nested := child(document, p, ("prep",))) is not None and (held := child(document, nested, ("pobj", "pcomp"))) is not None:
                yield Complement((held,), rule, preposition=nested)
    particle = any(document.dep[c] == "prt" and document.lower[c] in rests for c in document.children[verb])
    if "" in rests or particle:  # "criticised the plan", "pointed out the flaw"
        passive = child(document, verb, ("nsubjpass",))
        gerunds = ("dobj", "xcomp", "ccomp") if rule in ("object", "attitude") else ("dobj",)
        held = [
            c for c in document.children[verb] if document.dep[c] in gerunds and (document.dep[c] == "dobj" or document.tag[c] == "VBG")
        ]
        if held and document.lower[held[0]] not in ("itself", "himself", "herself", "themselves"):
            extra = [
                p
                for p in document.children[verb]
                if p > held[0]
                and document.dep[p] == "prep"
                and document.lower[p] in ("of", "for", "as", "to", "with")
                and rule in ("object", "target")
            ]
            yield Complement((held[0], *extra), rule)
        elif passive is not None:  # "was accused of lying", "was criticised for the delay"
            after = [p for p in document.children[verb] if p > verb and document.dep[p] == "prep"]
            charge = [p for p in after if document.lower[p] in ("of", "for", "as", "over")]
            yield Complement((passive, *charge), rule)


def _so_says(document: Document, cue: Cue) -> Complement | None:
    """What "or so says the owner" and "So says the owner." point back to: the clause they are joined to, or the sentence before."""
    verb = cue.head
    so = next((c for c in document.children[verb] if document.lower[c] == "so" and document.dep[c] == "advmod" and c < verb), None)
    if so is None or cue.stance not in _ASSERTS or document.tag[verb] not in _TENSED or child(document, verb, ("nsubj",)) is None:
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


def _as_parenthetic(document: Document, cue: Cue) -> Complement | None:
    """The clause around "X, she said, ..." and "as the army put it": what the cue's own clause interrupts or follows."""
    verb = cue.head
    dep, governor = document.dep[verb], document.head[verb]
    if governor == verb:
        return None
    marked = any(document.lower[c] == "as" and document.dep[c] in ("mark", "advmod", "prep") for c in document.children[verb])
    if (cue.stance not in _ASSERTS and dep != "parataxis") or child(document, verb, ("nsubj", "nsubjpass", "agent")) is None:
        return None
    closed = any(document.dep[c] in ("dobj", "ccomp", "xcomp") and document.lower[c] != "it" for c in document.children[verb])
    modal = any(document.tag[c] == "MD" for c in document.children[verb])
    if not closed and (dep == "parataxis" or (dep == "advcl" and marked and not modal)):
        return Complement((governor,), "parenthesis", whole=True)
    return None


def _of_noun(document: Document, cue: Cue, lexicons: CueLexicons) -> Iterator[Complement]:
    noun, lemma = cue.head, document.lemma[cue.head].lower()
    for c in document.children[noun]:
        if (
            document.dep[c] in ("acl", "relcl", "ccomp")
            and c > noun
            and (_marked(document, c, ("that", "whether")) and child(document, c, SUBJECTS) is not None)
        ) or (document.dep[c] == "acl" and c > noun and _is_infinitive(document, c) and cue.stance in ("volitional", "directive")):
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


def _adjunct(document: Document, cue: Cue) -> Complement:
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


def _adverb(document: Document, cue: Cue) -> Complement | None:
    """The clause of "reportedly", "allegedly"; before a participle or adjective only that phrase."""
    held = document.head[cue.head]
    if held == cue.head:
        return None
    if cue.stance not in ("doubting", "neutral"):
        return None
    return Complement((held,), "adverb", whole=is_clause(document, held))
