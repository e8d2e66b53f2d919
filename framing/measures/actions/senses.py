"""Which sense of a word of interest is meant, told by whom or what it is done to: taking a town, not taking notes.

A sense that wants a place or people does not count without one; where two senses share a word, the one whose condition holds counts
(freed the town: capture; freed the hostages: release). Words without a condition count as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from framing.document import Document
from framing.lexicon import Match
from framing.measures.actions.clauses import Reading
from framing.measures.actions.words import COUNTING, words
from framing.measures.mentions.words import PLACES as _PLACES
from framing.measures.people import PEOPLE as _PEOPLE

PLACES = _PLACES | words("""
    airfield airport area alley apartment arsenal barracks bastion belt block border bridge building bunker cache camp caliphate canton
    checkpoint compound corner corridor countryside crossroads dam depot enclave everything facility field fort fortress front frontline
    garrison gate ground half harbour harbor headquarters hideout hill hilltop home house installation jail junction kilometer line mine
    mountain neighbourhood office oilfield outpost palace parliament part place plant pocket point port position post quarter refinery
    region ridge road route ruin runway settlement shop site square station strip stretch stronghold suburb swath swathe terrain territory
    town township tower tunnel university vicinity village weapon well world zone
    """)
"""Heads of what can be taken, held, entered or left."""

PEOPLE = _PEOPLE | words("""
    army asylum baby boy brother captive casualty chief colleague commander cousin daughter dead detainee evacuee everyone
    faction family father fighter force foe girl governor group guard hostage husband inmate injured inhabitant journalist kid lad leader
    local man mayor member militia militiaman minister mother native nobody officer official other owner pilgrim police policeman president
    prince prisoner pupil relative royal sailor security self servant sister sniper soldier son staff student survivor teacher they
    trooper troops unit veteran victim wife worker wounded youngster
    """)
_PRONOUNS = words("i me you he him she her it we us they them who whom themselves himself herself itself everyone anyone someone")
_GROUND = words("control ground power land lead position")

PLACE = frozenset({"place"})
ANYONE = frozenset({"people"})
EITHER = PLACE | ANYONE

OBJECT: Mapping[tuple[str, str], frozenset[str]] = {
    **{("capture", verb): EITHER for verb in ("take", "hold", "grab", "snatch", "trap", "corner", "overtake")},
    **{("capture", verb): PLACE for verb in ("enter", "control", "secure", "free", "liberate", "penetrate", "reclaim", "regain", "break")},
    **{("release", verb): ANYONE for verb in ("release", "free", "liberate", "help", "welcome", "host", "treat", "save", "feed", "return")},
    **{("release", verb): EITHER for verb in ("shield", "shelter", "restore", "supply", "exchange", "swap", "assist", "aid", "guard")},
    ("release", "evacuate"): frozenset(),
    ("displacement", "evacuate"): EITHER,
    ("displacement", "relocate"): ANYONE,
    ("displacement", "shelter"): ANYONE,
    ("retreat", "lose"): PLACE | {"ground"},
    ("killing", "eliminate"): ANYONE,
    ("killing", "dispatch"): ANYONE,
    ("killing", "hang"): ANYONE,
    ("killing", "sacrifice"): ANYONE,
    ("violence", "engage"): ANYONE,
    ("violence", "throw"): ANYONE,
    ("violence", "strike"): EITHER,
    ("violence", "harm"): EITHER,
    ("violence", "hurt"): ANYONE,
}  # fmt: skip
"""What an active or passive verb of a category must be done to, by the verb's base form."""

PLACE_IF_ANY = frozenset({("retreat", "leave"), ("retreat", "quit"), ("retreat", "evacuate"), ("retreat", "abandon")})
"""Verbs that need no object, but whose object is a place when they have one: left the town; not: left dozens dead."""

SUBJECT: Mapping[tuple[str, str], frozenset[str]] = {("capture", "fall"): PLACE, ("destruction", "collapse"): PLACE}
"""What an intransitive verb must be said of: the city fell, not the rockets."""

_WITHOUT_CONTEXT = frozenset({"control", "fall", "gain", "advance", "push", "return", "offer", "settlement", "talk"})


def choose(document: Document, matches: Iterable[Match], token: int, reading: Reading) -> Match | None:
    """The first match whose condition the reading meets; None when none does."""
    return next((match for match in matches if _holds(document, match, token, reading)), None)


def _holds(document: Document, match: Match, token: int, reading: Reading) -> bool:
    if match.first != match.last:  # a phrase is a context of its own
        return True
    sense = (match.group, document.lemma[token].lower())
    if reading.construction == "nominal":
        return sense[1] not in _WITHOUT_CONTEXT or _is_deed(document, token, reading)
    if reading.construction == "intransitive":
        return sense not in SUBJECT or _is(document, reading.patient, SUBJECT[sense])
    if sense in SUBJECT:  # fall on deaf ears
        return False
    if sense in PLACE_IF_ANY:
        return reading.patient is None or _is(document, reading.patient, PLACE)
    return sense not in OBJECT or _is(document, reading.patient, OBJECT[sense])


def _is_deed(document: Document, noun: int, reading: Reading) -> bool:
    """Whether a noun of many senses is an action here: somebody is said to do it or undergo it, and no other noun makes it a
    compound of another meaning (rebel control of the town; not arms control, nor a fall).
    """
    compounds = [child for child in document.children[noun] if document.dep[child] in ("compound", "amod") and child != reading.agent]
    if any(document.dep[child] == "compound" and document.entity[child] not in ("NORP", "GPE", "ORG") for child in compounds):
        return False
    return reading.agent is not None or reading.patient is not None


def _is(document: Document, token: int | None, wanted: frozenset[str]) -> bool:
    """Whether what a token heads is of a wanted kind: a place, people, or ground that is won and lost."""
    if token is None:
        return False
    lemma, entity = document.lemma[token].lower(), document.entity[token]
    if "ground" in wanted and lemma in _GROUND:
        return True
    if "place" in wanted and (entity in ("GPE", "LOC", "FAC") or lemma in PLACES):
        return True
    if "place" in wanted and document.pos[token] == "PROPN" and entity != "PERSON":  # a place whose name the parser does not know
        return True
    if "people" not in wanted:
        return False
    counted = document.pos[token] == "NUM" or lemma in COUNTING
    return counted or entity in ("PERSON", "NORP") or lemma in PEOPLE or document.lower[token] in _PRONOUNS
