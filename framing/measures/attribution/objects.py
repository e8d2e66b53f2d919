"""Contents in the object of a cue: whom was asked what, what is called what, what is criticised, what seems."""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.attribution.clauses import Complement, is_infinitive
from framing.measures.attribution.tree import child


def free_relative(document: Document, verb: int) -> int | None:
    """ "what he called a triumph" as the object of a verb of judgment: a thing, not a statement."""
    for c in document.children[verb]:
        if document.dep[c] == "ccomp" and c > verb and document.lower[min(document.subtree(c))] in ("what", "whatever", "whoever"):
            return c
    return None


def object_infinitive(document: Document, verb: int, rests: frozenset[str]) -> Iterator[Complement]:
    """Whom was asked to do what: "urged them to leave", "called on the army to hold"."""
    if not rests:
        return
    for c in document.children[verb]:
        if document.dep[c] in ("xcomp", "ccomp", "advcl") and c > verb and is_infinitive(document, c):
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
            wish = next((c for c in document.children[asked] if is_infinitive(document, c)), None)
            unspoken = () if wish is None else (asked,)
            yield Complement((asked,) if wish is None else (asked, wish), "directive", preposition=p, unspoken=unspoken)
            return


def called_so(document: Document, verb: int, rests: frozenset[str]) -> Complement | None:
    """What is called what: "called the raid a crime", "described it as brutal"."""
    if document.tag[verb] == "VBN" and document.dep[verb] == "acl" and child(document, verb, ("agent",)) is None:
        return None  # "a village called Hope": a name, given by nobody
    named = child(document, verb, ("dobj", "nsubjpass"))
    if "" in rests:
        both = [c for c in document.children[verb] if document.dep[c] == "dobj"]
        if len(both) == 2 and both[0] < verb < both[1]:  # "whom the army calls traitors"
            return Complement((both[1],), "predicate")
        for c in document.children[verb]:
            if document.dep[c] in ("oprd", "xcomp", "acomp", "attr") and c > verb and not is_infinitive(document, c):
                return _called(document, named, c)
            if (
                document.dep[c] == "ccomp"
                and c > verb
                and document.pos[c] in ("NOUN", "ADJ", "PROPN")
                and child(document, c, ("aux", "cop", "mark")) is None
            ):
                return Complement((c,), "predicate")
        if named is not None and (marks := _name_in_marks(document, verb, named)) is not None:
            return Complement((named, marks), "predicate", unspoken=(named,))
    agent = child(document, verb, ("agent",))
    by = None if agent is None else child(document, agent, ("pobj",))  # "described by critics as a sham" hangs the sham on the critics
    for p in (*document.children[verb], *(() if by is None else document.children[by])):
        if document.dep[p] == "prep" and document.lower[p] in rests and p > verb and len(document.subtree(p)) > 1:
            if named is None and (to := next((c for c in document.children[verb] if document.lower[c] == "to"), None)) is not None:
                named = child(document, to, ("pobj",))  # "referred to it as a shambles"
            return _called(document, named, p)
    return None


def _name_in_marks(document: Document, verb: int, named: int) -> int | None:
    """The mark that opens the name behind an object, where the parse has not seen a name: 'called the raid “a crime”'."""
    last = document.sentences[document.sentence_of[verb]][1]
    mark = next((t for t in range(verb + 2, min(verb + _REACH, last - 1)) if document.words[t] in _OPENS), None)
    if mark is None or document.dep[verb] == "amod" or min(document.subtree(named)) > mark - 1:
        return None
    between = range(verb + 1, mark)
    plain = all(document.words[t] not in (",", ":", ";", "—") for t in between) and named >= verb
    return mark if plain and any(document.pos[t] in ("NOUN", "PROPN", "PRON") for t in between) else None


_OPENS = frozenset(("“", '"', "''", "``", "‘", "‘‘", "'"))
_REACH = 16
"""Tokens from a verb to the mark before a name at the most."""


def _called(document: Document, named: int | None, name: int) -> Complement:
    """What is called names belongs to the content only where it is short: the name is what the source said."""
    if named is None or len(document.subtree(named)) > _SHORT_OBJECT:
        return Complement((name,), "predicate")
    return Complement((named, name), "predicate", unspoken=(named,))


_SHORT_OBJECT = 12


def impression(document: Document, verb: int) -> Iterator[Complement]:
    """What seems how: "the truce seems to hold"."""
    seeming = child(document, verb, ("nsubj", "expl"))
    for c in document.children[verb]:
        like = document.dep[c] == "prep" and document.lower[c] == "like"
        if (document.dep[c] in ("xcomp", "oprd", "acomp", "ccomp") or like) and c > verb:
            heads = (c,) if seeming is None or document.lower[seeming] in ("it", "there") else (seeming, c)
            yield Complement(heads, "impression")
            return


def governed(document: Document, verb: int, rests: frozenset[str], rule: str) -> Iterator[Complement]:
    """The object of a cue, or of its preposition: "criticised the plan", "warned of floods"."""
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
        if held and document.lower[held[0]] in AMOUNTS and (about := _about(document, verb, held[0])) is not None:
            yield Complement((about[1],), rule, preposition=about[0])  # "said little about the dam"
        elif held and document.lower[held[0]] not in ("itself", "himself", "herself", "themselves"):
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


AMOUNTS = frozenset(("anything", "less", "little", "lot", "more", "much", "nothing", "something"))
"""What one says when only how much is told: "said little about"."""


def _about(document: Document, verb: int, amount: int) -> tuple[int, int] | None:
    """The preposition, and what it governs, behind how much is said."""
    for preposition in (*document.children[amount], *document.children[verb]):
        if preposition > amount and document.lower[preposition] in ("about", "on") and document.dep[preposition] == "prep":
            held = child(document, preposition, ("pobj", "pcomp"))
            if held is not None and document.entity[held] not in ("DATE", "TIME"):
                return preposition, held
    return None
