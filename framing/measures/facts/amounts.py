"""Numbers with what they count, ranks, years and days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from framing.document import Document
from framing.measures.facts.fact import Fact

_VAGUE = {"dozen": "dozens", "hundred": "hundreds", "thousand": "thousands", "million": "millions", "billion": "billions"}
_TIMES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL = {word: value for value, word in enumerate(_WORDS)} | _TENS
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(1[89]|20)\d\d")
_DECADE = re.compile(r"(1[89]|20)\d0s")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_WORDED = frozenset({*_SMALL, *_VAGUE.values(), "tens"})
"""Words, other than digits, that a number may begin with."""
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_UNITS = {
    "km": "kilometer", "kilometre": "kilometer", "metre": "meter", "mi": "mile", "percent": "%", "per cent": "%", "hrs": "hour",
    "tonne": "ton", "sq": "square",
}  # fmt: skip
PEOPLE = frozenset((
    "people", "person", "civilian", "resident", "soldier", "fighter", "troop", "child", "woman", "man", "victim", "inmate", "detainee",
    "prisoner", "refugee", "rebel", "militant", "insurgent", "student", "patient", "worker", "protester", "policeman", "officer",
    "combatant", "member", "migrant", "death", "casualty", "fatality", "other", "family", "journalist", "passenger", "individual",
    "villager", "survivor", "girl", "boy",
))  # fmt: skip
_SUPERLATIVES_WITHOUT_RANK = frozenset({"most", "least", "latest", "best", "last", "very"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_OLD = frozenset((
    "wound", "war", "conflict", "rule", "reign", "regime", "ban", "law", "treaty", "dispute", "agreement", "alliance", "dynasty",
    "building", "church", "mosque", "bridge", "city", "town", "company", "party", "state", "republic", "dictatorship", "occupation",
    "siege", "embargo",
))  # fmt: skip
"""What has an age that is worth telling."""
_FEWEST = 3
"""Smaller numbers (two men, one leader) align by chance."""


def amounts(document: Document, done: Mapping[int, str]) -> Iterator[Fact]:
    """The numbers of a document. done: what happened to people (killed, wounded, displaced), by the token that says so."""
    token, words, stop = 0, document.lower, len(document)
    while token < stop:
        if words[token] not in _WORDED and not words[token][:1].isdigit():
            token += 1
            continue
        last, value = _value(document, token)
        if value is None:
            token += 1
            continue
        fact = _counted(document, token, last, value, done)
        if fact:
            yield fact
        token = last + 1


def ranks(document: Document) -> Iterator[Fact]:
    """Ranks: the third-largest city, the largest city, the second major city."""
    for token in range(len(document)):
        if document.tag[token] == "JJS" and document.lower[token] not in _SUPERLATIVES_WITHOUT_RANK:
            noun = next((t for t in range(token + 1, min(token + 4, len(document))) if document.pos[t] == "NOUN"), None)
            if noun is None or any(document.pos[t] not in ("ADJ", "NOUN") for t in range(token + 1, noun)):
                continue
            first = token
            while first and (document.lower[first - 1] in _ORDINALS or document.lower[first - 1] in "-–"):
                first -= 1
            ranked = any(document.lower[t] in _ORDINALS for t in range(first, token))
            first = first if ranked else token
            words = "-".join(document.lower[t] for t in range(first, token + 1) if document.lower[t] not in "-–")
            # Without an ordinal only places are ranked: the biggest mistake says nothing that can be aligned.
            if ranked or document.folded[noun] in ("city", "town", "country", "port", "camp", "party", "group", "minority"):
                owner = _owner(document, first)
                label = f"{words} {document.folded[noun]}"
                label = f"{owner}'s {label}" if owner else label
                yield Fact(first, noun, "number", label, label)


def _owner(document: Document, first: int) -> str | None:
    """Whose rank it is: Syria in Syria's largest city."""
    mark = first - 1
    if mark > 0 and document.lower[mark] == "'s" and document.words[mark - 1][:1].isupper():
        return document.words[mark - 1]
    return None


def times(document: Document) -> Iterator[Fact]:
    """Years, decades and days of a month."""
    for token, word in enumerate(document.lower):
        if not word[:1].isdigit() and word not in _MONTHS:
            continue
        if (_YEAR.fullmatch(word) and not _measured(document, token)) or _DECADE.fullmatch(word):
            yield Fact(token, token, "history", word, word)
        elif word in _MONTHS and document.words[token][:1].isupper():
            for day, first, last in ((token + 1, token, token + 1), (token - 1, token - 1, token)):
                if 0 <= day < len(document) and re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", document.lower[day]):
                    number = int(re.sub(r"\D", "", document.lower[day]))
                    yield Fact(first, last, "history", f"{word} {number}", f"{word.title()} {number}")
                    break


def _measured(document: Document, token: int) -> bool:
    """Whether what looks like a year counts something: 2000 men, but the 1982 crackdown."""
    head = document.head[token]
    return document.dep[token] == "nummod" and head > token and document.tag[head] == "NNS"


def _value(document: Document, token: int) -> tuple[int, str | None]:
    """(last token, value as text) of a number that begins at a token: "826", "280000", "tens of thousands"; None where none begins."""
    word = document.lower[token]
    if word in ("tens", "hundreds") and token + 2 < len(document) and document.lower[token + 1] == "of" and _plural(document, token + 2):
        return token + 2, f"{word} of {document.lower[token + 2]}"
    if _plural(document, token):
        return token, word
    number = _number(word)
    if number is None or document.pos[token] not in ("NUM", "NOUN", "ADJ", "PROPN", "X", "SYM"):
        return token, None
    last = token
    while last + 1 < len(document) and document.lower[last + 1] in _TIMES:
        last += 1
        number *= _TIMES[document.lower[last]]
    return last, f"{number:.12g}"


def _plural(document: Document, token: int) -> bool:
    word = document.lower[token]
    return word.endswith("s") and word[:-1] in _VAGUE


def _number(word: str) -> float | None:
    if _DIGITS.fullmatch(word):
        return float(word.replace(",", ""))
    return _SMALL.get(word)


def _counted(document: Document, first: int, last: int, value: str, done: Mapping[int, str]) -> Fact | None:
    after = last + 1
    while after < len(document) and document.lower[after] in "-–":
        after += 1
    if after >= len(document):
        return None
    if document.lower[after] in ("%", "percent") or (document.lower[after] == "per" and document.lower[after + 1 : after + 2] == ["cent"]):
        return Fact(first, after, "number", f"{value} %", f"{value}%")
    if _YEAR.fullmatch(document.text[document.start[first] : document.end[last]]) and not _measured(document, first):
        return None
    small = value.replace(".", "").isdigit() and float(value) < _FEWEST
    noun = _noun(document, last, after)
    outcome = _outcome(document, first, last, noun, done)
    people = noun is None or document.folded[noun] in PEOPLE or noun in done
    if outcome and people and not (small and outcome not in ("killed", "wounded")):
        label = f"{_written(value)} {outcome}"
        return Fact(first, last if noun is None else max(last, noun), "casualties", label, label)
    if noun is None or small:
        return None
    unit = _UNITS.get(document.folded[noun], document.folded[noun])
    if unit == "year" and document.lower[noun + 1 : noun + 3] == ["-", "old"] and not _old_thing(document, noun + 3):
        return None  # somebody's age
    end = _where(document, max(last, noun))
    more = document.text[document.end[max(last, noun)] : document.end[end]]
    things = document.lower[noun] if document.tag[noun] == "NNS" and unit == document.folded[noun] else _many(unit)
    of = " " if value[0].isdigit() else " of "
    return Fact(first, end, "number", f"{value} {unit}", " ".join(f"{_written(value)}{of}{things}{more}".split()))


def _where(document: Document, last: int) -> int:
    """The last token of what follows a measure up to a name: 40 kilometers south of Hama."""
    token = last + 1
    while token < min(len(document), last + 4) and (document.pos[token] == "ADP" or document.lower[token] in _DIRECTIONS):
        token += 1
    found = token if token > last + 1 and token < len(document) and document.pos[token] == "PROPN" else last
    return found if document.sentence_of[found] == document.sentence_of[last] else last


def _written(value: str) -> str:
    return f"{int(value):,}" if value.isdigit() else value


def _many(unit: str) -> str:
    """The plural of a unit.

    >>> _many("kilometer"), _many("people"), _many("city")
    ('kilometers', 'people', 'cities')
    """
    if unit in ("people", "men", "women", "children") or unit.endswith("s"):
        return unit
    irregular = {"child": "children", "man": "men", "woman": "women", "person": "people"}
    return irregular.get(unit) or (f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2:-1] not in "aeou" else f"{unit}s")


def _old_thing(document: Document, token: int) -> bool:
    """Whether a thing, and no person of that age, follows "40-year-old"."""
    return token < len(document) and document.folded[token] in _OLD


def _noun(document: Document, last: int, after: int) -> int | None:
    """The noun that a number counts: behind it, over adjectives and other nouns, or behind "of"."""
    if document.lower[after] == "of":
        after += 1
    token = after
    found = None
    while token < min(len(document), after + 5):
        if document.pos[token] == "NOUN" and not document.words[token][:1].isupper():
            found = token
            if document.folded[token] in _UNITS or document.lower[token + 1 : token + 2] == ["-"]:
                break
        elif found is not None or (document.pos[token] not in ("ADJ", "DET", "VERB", "PROPN") and document.lower[token] not in "-–"):
            break
        token += 1
    return found


def _outcome(document: Document, first: int, last: int, noun: int | None, done: Mapping[int, str]) -> str | None:
    """What happened to those counted: the noun says it (deaths), or what governs it, or an adjective behind it (left nine dead)."""
    if noun is not None and noun in done:
        return done[noun]
    head = noun if noun is not None else last
    if noun is not None and document.folded[noun] not in PEOPLE:
        return None
    for token in (first, last, head):
        governor = document.head[token]
        while document.dep[token] in ("pobj", "prep", "nummod", "compound", "quantmod", "appos", "conj") and governor != token:
            token, governor = governor, document.head[governor]
        if document.dep[token] in ("nsubj", "nsubjpass", "dobj", "attr") and governor in done:
            return done[governor]
        for child in (*document.children[head], *document.children[governor]):
            if child in done and document.dep[child] in ("acl", "amod", "acomp", "oprd", "advcl") and 0 < child - head < 5:
                return done[child]
    return None
