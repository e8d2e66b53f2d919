"""A made-up topic and helpers for the tests of mentions: no word of the room's code may belong to a real topic."""

from __future__ import annotations

import functools

from framing.document import Document
from framing.language import parse_text
from framing.lexicon import TermLexicon, TopicLexicon
from framing.lexicon.load import parse
from framing.measures.mentions import Mention, find

_HEADER = 'version = "1.0"\nlanguage = "en"\nlicence = "MIT"\nsource = "none"\nsource_url = "none"\ndescription = "made up"\n'
_TOPIC = """
id = "topics/ruritania"
[actors.guerrillas]
name = "Guerrillas"
type = "armed group"
names = []
labels = ["guerrilla", "outlaw", "bandit", "Reformist/NOUN|PROPN", "guerrilla force"]
ambiguous = ["fighter", "force", "group", "commander", "leader", "gunman", "official", "ally"]
modifiers = ["guerrilla", "outlaw", "armed", "Leon Vargas"]
except = ["guerrilla marketing"]
matches = ["The [guerrillas] came."]
does_not_match = ["The rain came."]

[actors.dawn]
name = "Red Dawn"
type = "armed group"
names = ["Red Dawn", "RD"]
labels = []
ambiguous = ["=group", "=organization", "=faction", "fighter", "commander", "affiliate", "guerrilla", "outlaw"]
modifiers = ["guerrilla"]
matches = ["[Red Dawn] came."]
does_not_match = ["Dawn came."]

[actors.vargas]
name = "Leon Vargas"
type = "person"
names = ["Leon Vargas", "Vargas"]
labels = []
ambiguous = ["=leader", "=chief", "=founder"]
modifiers = ["Red Dawn"]
matches = ["[Leon Vargas] came."]
does_not_match = ["Leon came."]

[actors.castell]
name = "Anton Castell"
type = "person"
names = ["Anton Castell", "Castell"]
labels = []
ambiguous = ["=president", "=leader"]
modifiers = ["Ruritanian"]
matches = ["[Castell] came."]
does_not_match = ["A castle stood."]

[actors.government]
name = "Government"
type = "government"
names = ["Ruritania"]
labels = ["government", "regime"]
ambiguous = ["minister", "official", "spokesman"]
modifiers = ["Castell", "Ruritanian"]
matches = ["The [government] fell."]
does_not_match = ["The tree fell."]

[actors.army]
name = "Army"
type = "military"
names = []
labels = ["army/NOUN|PROPN", "government force", "government troop"]
ambiguous = ["force", "troop", "soldier", "commander"]
modifiers = ["government", "Castell", "army", "Ruritanian"]
matches = ["The [army] left."]
does_not_match = ["The train left."]

[actors.france]
name = "France"
type = "state"
names = ["France", "Paris", "Marc Dubois"]
labels = []
ambiguous = [
    "force", "troop", "soldier", "army/NOUN|PROPN", "minister", "foreign minister", "official", "president", "ally", "backer", "government",
]
modifiers = ["French"]
matches = ["[France] agreed."]
does_not_match = ["They agreed."]

[actors.spain]
name = "Spain"
type = "state"
names = ["Spain"]
labels = []
ambiguous = ["force", "troop", "army/NOUN|PROPN", "minister", "foreign minister", "official", "ally", "backer", "government"]
modifiers = ["Spanish"]
matches = ["[Spain] agreed."]
does_not_match = ["They agreed."]

[actors.proxies]
name = "French-backed bands"
type = "armed group"
names = ["Blue League"]
labels = []
ambiguous = ["fighter", "group", "militia", "faction", "coalition"]
modifiers = ["French-backed", "France-backed"]
matches = ["The [Blue League] came."]
does_not_match = ["The league came."]

[actors.watch]
name = "Peace Watch"
type = "monitor"
names = ["Peace Watch"]
labels = ["watchdog"]
ambiguous = ["=group", "=head", "opposition group"]
modifiers = []
matches = ["[Peace Watch] said so."]
does_not_match = ["The clock said so."]

[actors.civilians]
name = "Civilians"
type = "civilians"
names = []
labels = ["civilian/NOUN|PROPN", "resident", "people", "refugee"]
ambiguous = []
modifiers = []
matches = ["The [residents] left."]
does_not_match = ["The trains left."]
"""
_TERMS = """
id = "english/made-up"
[groups.criminal]
description = "Crime"
source = "none"
entries = ["bandit", "outlaw", "ruthless"]
connotation = -1
matches = ["The [bandits] ran."]
does_not_match = ["The dogs ran."]

[groups.military]
description = "War"
source = "none"
entries = ["fighter", "force", "guerrilla"]
connotation = 0
matches = ["The [fighters] ran."]
does_not_match = ["The dogs ran."]

[groups.heroic]
description = "Praise"
source = "none"
entries = ["brave"]
connotation = 1
matches = ["The [brave] dog ran."]
does_not_match = ["The dog ran."]
"""


def _parse(text: str) -> TopicLexicon | TermLexicon:
    head, _, rest = text.strip().partition("\n")
    return parse(f"{head}\n{_HEADER}{rest}".encode(), "made-up.toml")


TOPIC, TERMS = _parse(_TOPIC), _parse(_TERMS)


@functools.lru_cache(maxsize=256)
def parsed(text: str) -> Document:
    """The parse of a text, once a session."""
    return parse_text(text)


def mentions(text: str) -> list[Mention]:
    """The mentions of a text."""
    return find(parsed(text), TOPIC, TERMS)


def actors(text: str) -> list[tuple[str, str | None]]:
    """(mention as written, actor) of a text."""
    return [(mention.text, mention.actor) for mention in mentions(text)]


def one(text: str, phrase: str) -> Mention:
    """The only mention of a text that is written so."""
    (found,) = [mention for mention in mentions(text) if mention.text == phrase]
    return found
