"""Whose verb it is: the subject through coordination, control, participles and nouns of undertaking."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document
from framing.measures.attribution.tree import SUBJECTS, child

_SHARES_SUBJECT = frozenset(("conj", "xcomp", "advcl", "pcomp", "dep"))


def subject(document: Document, verb: int) -> int | None:
    """The head of the verb's subject, followed through coordination, control and participles; None where the clause has none.

    Of a passive without its agent ("was told", "is expected") there is no speaker: None. With one it is the agent ("by X").
    """
    seen, came, last = set(), "", verb
    while verb not in seen:
        seen.add(verb)
        if _perfect(document, verb):
            return child(document, verb, ("nsubjpass",))
        passive = child(document, verb, ("auxpass", "nsubjpass")) is not None
        agent = child(document, verb, ("agent",))
        if passive and agent is None and came == "advcl" and document.tag[last] == "VBG":  # "was seen at noon, praising the dam"
            return child(document, verb, ("nsubjpass",))
        if passive and came in _ACTS:  # "was angered by the deal and predicted", "was booed by the crowd after telling"
            return child(document, verb, ("nsubjpass",))
        if agent is not None and (passive or document.tag[verb] == "VBN"):
            return child(document, agent, ("pobj",))
        own = _own_subject(document, verb)
        if own is None and (listed := listed_before(document, verb)) is not None:
            own = _own_subject(document, listed)
        if own is not None:
            return own
        if passive and came == "as" and document.lemma[verb] in _QUOTING:
            return child(document, verb, ("nsubjpass",))
        if passive and came == "xcomp":  # "was forced to admit", "is expected to deny"
            return child(document, verb, ("nsubjpass",))
        if passive or child(document, verb, ("csubj", "expl")) is not None:
            return None
        dep, head = document.dep[verb], document.head[verb]
        if head == verb:
            return None
        if dep in ("acl", "relcl") and document.pos[head] in ("NOUN", "PROPN", "PRON"):
            if document.tag[verb] == "VBG" and document.dep[head] == "dobj" and document.lemma[document.head[head]] in _SPENDS:
                return subject(document, document.head[head])
            if document.tag[verb] not in ("VBN", "VB") or _finds(document, verb):
                return head
            return _undertaker(document, head) if document.tag[verb] == "VB" else None
        if dep == "pcomp" and document.pos[document.head[head]] in ("NOUN", "PROPN"):
            return _undertaker(document, document.head[head])
        if dep in ("xcomp", "ccomp", "advcl") and (driven := _driven(document, head, verb)) is not None:
            return driven
        if dep == "advmod" and came not in ("of", "to", "in"):  # "stopped short of calling it", "was back to praising it"
            return None
        if dep not in _SHARES_SUBJECT and dep not in ("aux", "ccomp", "prep", "acomp", "advmod"):
            return None
        if dep == "ccomp" and document.tag[verb] not in ("VBG", "VB"):
            return None
        if dep == "advcl" and document.tag[verb] not in ("VBG", "VBN", "VB"):
            return None
        finite = document.tag[verb] in ("VBD", "VBZ", "VBP")
        came, last, verb = document.lower[verb] if dep == "prep" else "finite" if dep == "conj" and finite else dep, verb, head
    return None


def _finds(document: Document, verb: int) -> bool:
    """ "A poll found that ..." read as a poll that was found: a participle with a that-clause is a finite verb, but of telling somebody."""
    if document.tag[verb] != "VBN" or document.lemma[verb] in _TOLD or child(document, verb, ("auxpass", "agent")) is not None:
        return False
    clause = next((c for c in document.children[verb] if document.dep[c] == "ccomp" and c > verb), None)
    return clause is not None and child(document, clause, ("nsubj", "nsubjpass")) is not None


def _perfect(document: Document, verb: int) -> bool:
    """ "He's said he will stay", where the parse takes has for is: nobody but "it" is said that."""
    helper, told = child(document, verb, ("auxpass",)), child(document, verb, ("nsubjpass",))
    if helper is None or told is None or document.lower[helper] not in ("'s", "’s") or document.lemma[verb] in _TOLD:
        return False
    if document.lower[told] in ("it", "that", "what") or child(document, verb, ("agent",)) is not None:
        return False
    return any(c > verb and document.dep[c] in ("ccomp", "dobj", "xcomp") for c in document.children[verb])


_TOLD = frozenset(("assure", "convince", "inform", "persuade", "promise", "remind", "show", "teach", "tell", "warn"))
"""Verbs whose passive keeps a that-clause: "voters told that ..." did not tell."""


def listed_before(document: Document, verb: int) -> int | None:
    """The verb before in a list that the parse takes for a reported clause: "the mayor backs the bridge, opposes the dam"."""
    if document.tag[verb] not in ("VBD", "VBZ", "VBP") or verb == 0 or child(document, verb, SUBJECTS) is not None:
        return None
    before = (c for c in document.children[verb] if c < verb and document.dep[c] in ("ccomp", "advcl") and document.tag[c] in PRESENT_PAST)
    return next((c for c in before if child(document, c, ("nsubj",)) is not None and child(document, c, ("mark", "advmod")) is None), None)


PRESENT_PAST = frozenset(("VBD", "VBZ", "VBP"))


def _own_subject(document: Document, verb: int) -> int | None:
    """The verb's subject; of two before it ("MALDEN (AP) — Mayor Voss said") the nearer."""
    subjects = [c for c in document.children[verb] if document.dep[c] == "nsubj"]
    return next((s for s in reversed(subjects) if s < verb), subjects[0]) if subjects else None


def _driven(document: Document, driver: int, verb: int) -> int | None:
    """Whom a verb makes do what the infinitive says: "prompted the mayor to deny it", "left many wondering"; None for other verbs."""
    drives = _LEAVES if document.tag[verb] == "VBG" else _DRIVES  # in "sent a letter asking ..." the letter is not driven to ask
    if document.lemma[driver].lower() not in drives or child(document, driver, ("nsubjpass",)) is not None:
        return None
    return next((c for c in document.children[driver] if document.dep[c] in ("dobj", "dative") and driver < c < verb), None)


_DRIVES = frozenset((
    "allow", "cause", "compel", "drive", "enable", "encourage", "force", "get", "help", "inspire", "lead", "leave", "let", "permit",
    "press", "pressure", "prompt", "push", "send",
))  # fmt: skip

_SPENDS = frozenset(("spend", "take"))
"""Verbs whose subject does what their object is spent on: "spent the evening defending the dam", "took turns denying it"."""

_LEAVES = frozenset(("get", "hear", "leave", "see", "watch"))
"""Those, and verbs of perception, that whom they leave or perceive follows as a participle."""

_ACTS = frozenset(("finite", "after", "before"))
"""How a verb that its subject does hangs on a passive: a finite one behind "and", a gerund behind a preposition of time."""

_QUOTING = frozenset(("quote", "cite", "report", "record", "hear"))
"""Verbs whose passive names the speaker: "the general was quoted as saying"."""


def holder(document: Document, noun: int, carriers: Collection[str] = frozenset(("have", "make"))) -> int | None:
    """Who has the claim, attempt or record that a noun names: its possessor, or the subject of a carrier verb whose object it is."""
    owner = child(document, noun, ("poss",))
    if owner is not None:
        return owner
    verb = document.head[noun]
    return subject(document, verb) if document.dep[noun] in ("dobj", "attr") and document.lemma[verb].lower() in carriers else None


def _undertaker(document: Document, noun: int) -> int | None:
    """Who does what hangs on a noun: "took the unusual step of criticising", "drew applause for denouncing", "gave her a chance to say"."""
    verb = document.head[noun]
    if (owner := child(document, noun, ("poss",))) is not None or document.dep[noun] not in ("dobj", "attr", "pobj"):
        return owner
    if document.dep[noun] == "pobj":
        verb = document.head[verb]
    if document.pos[verb] not in ("VERB", "AUX"):
        return None
    given = child(document, verb, ("dative",))
    return subject(document, verb) if given is None or document.pos[given] == "ADP" else given


def adopter(document: Document, noun: int) -> int | None:
    """The person whose verb has a noun of speech or thought for its object: "avoided criticism of"; not who meets with somebody else's."""
    verb = document.head[noun]
    event = document.tag[verb] == "VBG" and document.dep[verb] in ("acl", "advcl")  # "..., heightening concerns about": what happened does
    if document.dep[noun] != "dobj" or document.pos[verb] != "VERB" or document.lemma[verb].lower() in _MEETS or event:
        return None
    found = subject(document, verb)
    return found if found is not None and names_somebody(document, found) else None


def names_somebody(document: Document, token: int) -> bool:
    """Whether a token is a person's or people's name, or a pronoun for persons."""
    return document.entity[token] in ("NORP", "ORG", "PERSON") or document.lower[token] in _PERSONS


_PERSONS = frozenset(("he", "i", "she", "they", "we", "who"))
_MEETS = frozenset((
    "address", "answer", "attract", "bring", "calm", "cause", "cite", "confront", "contradict", "counter", "create", "deflect",
    "deny", "dismiss", "dispel", "disprove", "draw", "ease", "elicit", "encounter", "exacerbate", "face", "fan", "fight", "find",
    "fuel", "generate", "get", "hear", "heighten", "ignite", "ignore", "invite", "leave", "meet", "prompt", "provoke", "quell",
    "quote", "raise", "read", "rebut", "receive", "refute", "reject", "report", "respond", "silence", "spark", "spur", "stoke",
    "suffer", "survive", "take", "trigger", "win",
))  # fmt: skip
"""Verbs whose object is said or thought by others: "faced criticism of", "dismissed claims that"."""
