"""What discovered entities are called: an id, a display name and a type for each key."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from framing.measures.discovery.candidate import Candidate
from framing.measures.people import ARMED, FORCES, ORGANISATIONS, PEOPLE

_ACTS = 0.05
"""Share of its mentions in which a named body must do something, and a named place what only people do."""
_INTERNATIONAL = frozenset({"state:European Union", "state:United Nations", "state:NATO"})


def display_names(said: Mapping[str, Counter[str]], heads: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Key -> display name. said: key -> the names as written, titles off; heads: key -> heads of its labels with their counts."""
    return {key: _display(key, said.get(key, Counter()), heads.get(key, Counter())) for key in (*said, *(heads.keys() - said.keys()))}


def _display(key: str, said: Counter[str], heads: Counter[str]) -> str:
    kind, _, rest = key.partition(":")
    if kind == "state":
        return rest
    if kind == "circle":
        person = rest.removeprefix("name:").removeprefix("circle:")
        return f"{_written(person, said)}'s people"
    if kind == "label":
        head, _, _ = rest.partition("@")
        return _capitals(plural(head if head in heads or not heads else heads.most_common(1)[0][0]))
    return _written(rest, said)


def _written(words: str, said: Counter[str]) -> str:
    """The name as most often written in the form that stands for its variants."""
    fitting = {text: count for text, count in said.items() if _plain(text) == _plain(words)}
    pool = fitting or {text: count for text, count in said.items() if len(text.split()) > 1} or dict(said)
    return max(pool, key=lambda text: (not text.isupper() or len(text) < 7, pool[text], text)) if pool else _capitals(words)


def _plain(text: str) -> str:
    return " ".join(word for word in re.sub(r"[^\w]+", " ", text.replace(".", "").lower()).split() if len(word) > 1)


def _capitals(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def plural(noun: str) -> str:
    """The plural of an English noun, by rule."""
    if noun in (
        "people",
        "police",
        "staff",
        "personnel",
        "military",
        "media",
        "intelligence",
        "public",
        "opposition",
        "leadership",
    ) or noun.endswith("s"):
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "x", "z")) else "s")


_MEN = "gun air police spokes congress chair gentle business militia fire service crafts lay"
_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "spokeswoman": "spokeswomen", "chairwoman": "chairwomen",
    "congresswoman": "congresswomen", "wife": "wives", **{f"{before}man": f"{before}men" for before in _MEN.split()},
}  # fmt: skip


def ids(names: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """Key -> id: the display name in ASCII with hyphens; of keys with one display name the more frequent has it bare, others a number."""
    taken: Counter[str] = Counter()
    given = {}
    for key in sorted(names, key=lambda key: (-counts.get(key, 0), key)):
        base = _slug(names[key])
        taken[base] += 1
        given[key] = base if taken[base] == 1 else f"{base}-{taken[base]}"
        if taken[base] > 1 and given[key] in taken:
            given[key] = f"{given[key]}-{len(given)}"
        taken[given[key]] += taken[base] > 1
    return given


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("'s people", " people")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "actor"


def type_of(key: str, mentions: Iterable[Candidate], person: bool) -> str:
    """The type of actor, one of `framing.lexicon.model.ACTOR_TYPES`."""
    kind = key.partition(":")[0]
    if kind == "state":
        return "international organisation" if key in _INTERNATIONAL else "state"
    if kind == "name" and person:
        return "person"
    heads = Counter(one.head for one in mentions if one.head)
    classes: dict[str, int] = defaultdict(int)
    for head, count in heads.items():
        for name, nouns in (("armed group", ARMED), ("military", FORCES), ("organisation", ORGANISATIONS), ("civilians", PEOPLE)):
            if head in nouns:
                classes[name] += count
                break
    if kind == "label" and classes:
        return max(classes, key=lambda name: (classes[name], name))
    return "other" if kind == "circle" else "organisation"


def may_act(key: str, mentions: Sequence[Candidate], person: bool) -> bool:
    """Whether a named thing is an actor: a person, a state, a body by the parser's word, or one that does things."""
    if person or not key.startswith("name:"):
        return True
    named = [one for one in mentions if one.is_name]
    body = sum(one.entity in ("ORG", "NORP", "PERSON") for one in named)
    place = sum(one.entity in ("GPE", "LOC", "FAC", "EVENT") or one.placed for one in named)
    acting = sum(one.role == "agent" for one in mentions)
    speaking = sum(one.speaks for one in mentions)
    return (acting >= _ACTS * len(mentions) and body > place) or speaking >= _ACTS * len(mentions)
