"""The facts of an event's articles, aligned: which observations tell the same fact.

Two observations of a kind tell the same fact when their keys agree and, where a key alone could mean two things, their sentences are alike:
  place, name   the key, also as part of a longer one ("Homs" in "Homs governor")
  background    the key (tied to whom, backed by whom, listed as what)
  action        the key where it names somebody or somewhere; a noun (the prison) needs a like sentence
  history       days of a month by the key; years need a like sentence, and a decade is aligned with a year of it by one
  number,       round or small numbers need a like sentence; where three digits or more are not all noughts behind one (826) the key is
  casualties    enough. Casualties that are told beside the same year are one fact, whatever the number ("killed (1982): thousands, 20,000")
Likeness: cosine of the TF-IDF of two sentences' content words, over the sentences of the event that tell any fact; ALIKE at least. Facts
are the components of what is so linked. An article in which no observation was found may tell a fact in words that no rule knows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import connected_components

ALIKE = 0.12
_NAMED = ("place", "name")
_AMOUNT = re.compile(r"[\d,]+(?= )")
_DAY = re.compile(r"[a-z]+ \d+")

_UNTELLING = frozenset({"begin", "start", "continue", "remain", "al", "kill", "die", "displace", "injure"})
"""Words that say little of a fact beside its number or year."""

Row = Mapping[str, object]
Years = Mapping[tuple[str, int], Sequence[str]]
"""Years by article and sentence."""


@dataclass(frozen=True)
class Aligned:
    """A fact of an event: its kind, what it says in short words, and the places of its observations among the rows given."""

    kind: str
    says: str
    rows: tuple[int, ...]


def align(rows: Sequence[Row], places: frozenset[str] = frozenset()) -> list[Aligned]:
    """The facts of the rows of the facts table of one event's articles, in order of kind and of what they say.

    places: keys of names that are places, as `known_places` finds them in the whole corpus.
    """
    found = [*_names(rows, places), *_of_years(rows, _keyed(rows))]
    return _distinct(sorted(found, key=lambda fact: (fact.kind, fact.says, fact.rows)))


def known_places(kinds: Iterable[str], keys: Iterable[str]) -> frozenset[str]:
    """Keys of names that are places: two observations or half of them show it, whatever the parser took the others for.

    >>> sorted(known_places(["name", "place", "place", "name"], ["homs", "homs", "homs", "hts"]))
    ['homs']
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, key in zip(kinds, keys):
        if kind in _NAMED and not key.startswith("actor "):
            found[key][kind] += 1
    return frozenset(key for key, seen in found.items() if seen["place"] >= 2 or seen["place"] * 2 >= seen.total())


def _names(rows: Sequence[Row], known: frozenset[str]) -> list[Aligned]:
    """Places and names."""
    at: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row["kind"] in _NAMED:
            at[row["fact"]].append(place)
    _resolve(rows, at)
    # A name stands also for the longer names that hold its words.
    holders: dict[str, list[str]] = defaultdict(list)
    for key in at:
        words = [] if key.startswith("actor ") else key.split()
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                holders[" ".join(words[first:last])].append(key)
    found = []
    for key, places in sorted(at.items()):
        members = sorted({place for holder in {key, *holders.get(key, ())} for place in at[holder]})
        own = [place for place in places if rows[place]["fact"] == key]
        found.append(Aligned("place" if key in known else "name", _usual(rows, own), tuple(members)))
    return _widest(found)


def _resolve(rows: Sequence[Row], at: dict[str, list[int]]) -> None:
    """Gives a name that is written like an actor's elsewhere in the event to that actor."""
    known = [(key, place) for key, places in at.items() if key.startswith("actor ") for place in places]
    actors = {str(rows[place][column]).lower(): key for column in ("text", "says") for key, place in known}
    for key in [key for key in sorted(at) if not key.startswith("actor ")]:
        if key not in at:
            continue
        forms = (str(rows[place][column]).lower() for place in at[key] for column in ("text", "says"))
        actor = next((actors[form] for form in forms if form in actors), None)
        if actor:
            at[actor] += at.pop(key)
        elif f"{key}s" in at:  # a people and one of it: Alawites, Alawite
            at[key] += at.pop(f"{key}s")


def _widest(found: Sequence[Aligned]) -> list[Aligned]:
    """Without names that stand only inside another one."""
    by_size = sorted(found, key=lambda fact: -len(fact.says))
    kept: list[Aligned] = []
    for fact in by_size:
        inside = any(set(fact.rows) <= set(other.rows) and f" {fact.says} ".lower() in f" {other.says} ".lower() for other in kept)
        if not inside:
            kept.append(fact)
    return kept


def _keyed(rows: Sequence[Row]) -> list[Aligned]:
    """All facts but places and names."""
    keyed = [place for place, row in enumerate(rows) if row["kind"] not in _NAMED]
    if not keyed:
        return []
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, place in enumerate(keyed):
        groups[rows[place]["kind"], _group(rows[place])].append(number)
    alike = _likeness([rows[place] for place in keyed])
    names, years = _spelled(rows), _years(rows)
    found = []
    for (kind, _), numbers in sorted(groups.items()):
        for part in _components(numbers, [rows[keyed[number]] for number in numbers], alike):
            members = [keyed[number] for number in part]
            says = _says(rows, members, names, years, bare=_bare(kind, rows[members[0]]))
            found.append(Aligned(kind, says, tuple(members)))
    return found


def _likeness(rows: Sequence[Row]) -> np.ndarray:
    """Cosine of each row's sentence to each other's."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # here: it takes a while to load, and few comparisons need it

    contexts = [[word.lower() for word in row["context"]] for row in rows]
    sentences = {(row["article_id"], row["sentence"]): context for row, context in zip(rows, contexts)}
    model = TfidfVectorizer(analyzer=list, sublinear_tf=True).fit([*sentences.values(), ("",)])
    weights = model.transform(contexts)
    return (weights @ weights.T).toarray()


def _components(numbers: Sequence[int], rows: Sequence[Row], alike: np.ndarray) -> list[list[int]]:
    """The numbers in parts that are linked by like sentences or by keys that are enough; rows: theirs."""
    if len(numbers) == 1:
        return [list(numbers)]
    kind = str(rows[0]["kind"])
    bare = [_bare(kind, row) for row in rows]
    keys = np.array([str(row["fact"]) for row in rows], object)
    linked = (alike[np.ix_(numbers, numbers)] >= ALIKE) | ((keys[:, None] == keys[None, :]) & np.array(bare)[:, None])
    count, of = connected_components(linked, directed=False)
    return [[number for number, part in zip(numbers, of) if part == one] for one in range(count)]


def _of_years(rows: Sequence[Row], found: Sequence[Aligned]) -> list[Aligned]:
    """The facts, with casualties of the same year in several articles made one."""
    kept = list(found)
    for year in [fact for fact in found if fact.kind == "history"]:
        beside = {(rows[place]["article_id"], rows[place]["sentence"]) for place in year.rows}
        of_outcome: dict[str, list[Aligned]] = defaultdict(list)
        for fact in kept:
            if fact.kind == "casualties" and any((rows[place]["article_id"], rows[place]["sentence"]) in beside for place in fact.rows):
                of_outcome[str(rows[fact.rows[0]]["fact"]).rpartition(" ")[2]].append(fact)
        for outcome, facts in of_outcome.items():
            places = tuple(sorted(place for fact in facts for place in fact.rows))
            if len({rows[place]["article_id"] for place in places}) > 1 and not any(_is_specific(fact.says) for fact in facts):
                amounts = Counter(str(rows[place]["fact"]).rpartition(" ")[0] for place in places)
                listed = ", ".join(sorted(amounts, key=lambda amount: (-amounts[amount], amount)))
                kept = [fact for fact in kept if fact not in facts]
                kept.append(Aligned("casualties", f"{outcome} ({year.says.partition(' ')[0]}): {listed}", places))
    return kept


def _group(row: Row) -> str:
    """What observations must share to be compared: the key, of years the decade."""
    key = str(row["fact"])
    return key[:3] if row["kind"] == "history" and key[:1].isdigit() else key


def _bare(kind: str, row: Row) -> bool:
    """Whether the key alone says which fact it is."""
    key = str(row["fact"])
    if kind == "background" or key.startswith("freed: "):
        return True
    if kind == "number" and ("-" in key or "'s " in key):
        return "'s " in key  # a rank
    if kind == "action":
        return str(row["says"]).rpartition(": ")[2][:1].isupper()
    return bool(_DAY.fullmatch(key)) if kind == "history" else _is_specific(key)


def _is_specific(key: str) -> bool:
    """Whether a number is neither small nor round.

    >>> _is_specific("826 killed"), _is_specific("280,000 displaced"), _is_specific("200 kilometer"), _is_specific("12 killed")
    (True, True, False, False)
    """
    amount = _AMOUNT.match(key)
    digits = amount.group().replace(",", "") if amount else ""
    return len(digits) > 2 and len(digits.rstrip("0")) > 1


def _usual(rows: Sequence[Row], places: Sequence[int]) -> str:
    """How most of the observations put it."""
    said = Counter(str(rows[place]["says"]) for place in places)
    return min(said, key=lambda words: (-said[words], words))


def _says(rows: Sequence[Row], places: Sequence[int], names: Mapping[str, str], years: Years, *, bare: bool) -> str:
    """The fact in short words; where its key alone would not do with a year or two words that its sentences share."""
    exact = [place for place in places if not str(rows[place]["fact"]).endswith("0s")]  # a year, rather than a decade
    said = _usual(rows, exact or places)
    if bare:
        return said
    own = {word for place in places for word in re.findall(r"\w+", f"{rows[place]['text']} {said}".lower())}
    own |= {word[:-1] for word in own if word.endswith("s")}
    contexts = {(rows[place]["article_id"], rows[place]["sentence"]): rows[place]["context"] for place in places}
    told = Counter(year for where in contexts for year in years.get(where, ()))
    if told and rows[places[0]]["kind"] == "casualties":
        return f"{said} ({min(told, key=lambda year: (-told[year], year))})"
    nearness: dict[str, list[int]] = defaultdict(list)
    for words in contexts.values():
        for distance, word in enumerate(words):
            key = word.lower()
            told_already = any(known.startswith(key) for known in own)
            if not told_already and key not in _UNTELLING and word.isalpha() and names.get(key, word):
                nearness[names.get(key, word)].append(distance)
    shared = [word for word in nearness if len(nearness[word]) >= min(2, len(contexts))]
    ranked = sorted(shared, key=lambda word: (-len(nearness[word]), word.lower() not in names, sum(nearness[word]), word))
    return f"{said} ({', '.join(ranked[:2])})" if ranked else said


def _years(rows: Sequence[Row]) -> Years:
    """The years that a sentence tells."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "history" and str(row["fact"])[:1].isdigit():
            found[row["article_id"], row["sentence"]].append(str(row["says"]))
    return found


def _spelled(rows: Sequence[Row]) -> dict[str, str]:
    """Names of one word by their key, as they are written; words of longer names as nothing, since half a name says little."""
    named = [(str(row["text"]).lower().split(), row) for row in rows if row["kind"] in _NAMED]
    parts = {part: "" for words, _ in named if len(words) > 1 for word in words for part in word.split("-")}
    return parts | {str(row["fact"]): str(row["says"]) for words, row in named if len(words) == 1}


def _distinct(found: Sequence[Aligned]) -> list[Aligned]:
    """Facts that say the same get a number."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for fact in found:
        seen[fact.kind, fact.says] += 1
        number = seen[fact.kind, fact.says]
        made.append(fact if number == 1 else Aligned(fact.kind, f"{fact.says} #{number}", fact.rows))
    return made
