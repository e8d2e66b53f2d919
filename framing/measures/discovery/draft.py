"""From mentions to a draft topic lexicon: actors by frequency, and for each the words for it with what speaks for and against them.

A form decides by itself (names, labels) when at least four of five of its mentions are of one actor; a head that actors share is ambiguous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.lexicon.entry import parse_entry
from framing.measures.discovery import Discovery, Found
from framing.measures.discovery.naming import display_names, ids, may_act, type_of
from framing.measures.discovery.resolve import is_person_key
from framing.measures.discovery.words import GENERIC

_DECIDES = 0.8
_SHARES = 0.1
_EXAMPLE = 160
_HEADS = 3
"""Uses from which a bare head can be a label."""


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One form. kind: names, labels or ambiguous; outlets: mentions by outlet; example: (outlet, text around a mention); doubt: why, or empty."""

    text: str
    kind: str
    outlets: Mapping[str, int]
    example: tuple[str, str]
    doubt: str

    @property
    def count(self) -> int:
        """Mentions of the actor with this form."""
        return sum(self.outlets.values())


@dataclass(frozen=True, slots=True)
class DraftActor:
    """A discovered actor; mentions: by outlet, those included that no entry of its own finds."""

    id: str
    name: str
    type: str
    mentions: Mapping[str, int]
    entries: Sequence[DraftEntry]

    @property
    def count(self) -> int:
        """All its mentions."""
        return sum(self.mentions.values())


@dataclass(frozen=True)
class Draft:
    """The actors with entries, most mentioned first, and id and display name of every entity by its key."""

    actors: Sequence[DraftActor]
    ids: Mapping[str, str]
    names: Mapping[str, str]
    entries: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Use:
    """A mention with where it stands."""

    found: Found
    article: Article
    sentence: tuple[int, int]


def draft(discovery: Discovery, articles: Sequence[Article], *, least: int) -> Draft:
    """The draft lexicon of a corpus. least: mentions from which an entity becomes an actor of it."""
    known = {article.article_id: article for article in articles}
    uses = [
        _Use(found, known[article], discovery.reads[article].sentences[found.candidate.sentence])
        for article, every in discovery.mentions.items() for found in every
    ]  # fmt: skip
    by_key: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_key[use.found.key].append(use)
    counts = {key: len(every) for key, every in by_key.items()}
    names = display_names({key: _written(every) for key, every in by_key.items()}, {key: _heads(every) for key, every in by_key.items()})
    given = ids(names, counts)
    found = {key: [use.found.candidate for use in every] for key, every in by_key.items()}
    persons = {key: is_person_key(key, discovery.facts) for key in by_key}
    ordered = sorted(by_key, key=lambda key: (-counts[key], given[key]))
    chosen = [key for key in ordered if counts[key] >= least and may_act(key, found[key], persons[key])]
    entries = _entries(uses, set(chosen), counts, names)
    actors = [
        DraftActor(given[key], names[key], type_of(key, found[key], persons[key]), _outlets(by_key[key]), entries[key])
        for key in chosen if entries.get(key)
    ]  # fmt: skip
    forms = {(actor.id, form_of_text(entry.text)): entry.text for actor in actors for entry in actor.entries}
    return Draft(actors, given, names, forms)


def form_of_text(text: str) -> str:
    """What makes two forms one entry."""
    return text.lower().replace("’", "'")


def form(found: Found) -> tuple[str, str]:
    """(kind, text) of the entry that a mention asks for: its name without titles, or modifiers and head lemma."""
    one = found.candidate
    if one.is_name:
        return "names", " ".join(one.plain.split())
    words = " ".join(one.text.split()).lower().replace("’", "'")
    return "labels", words if one.last != one.token else _with_lemma(words, one.head)


def _with_lemma(words: str, lemma: str) -> str:
    before, space, last = words.rpartition(" ")
    hyphen = last.rfind("-")
    return before + space + (last[: hyphen + 1] if hyphen > 0 and last[hyphen + 1 :].startswith(lemma[:3]) else "") + lemma


def _written(uses: Sequence[_Use]) -> Counter[str]:
    return Counter(" ".join(use.found.candidate.plain.split()) for use in uses if use.found.candidate.is_name and use.found.own == use.found.key)


def _heads(uses: Sequence[_Use]) -> Counter[str]:
    return Counter(use.found.candidate.head for use in uses if use.found.candidate.head)


def _outlets(uses: Sequence[_Use]) -> dict[str, int]:
    counts = Counter(use.article.outlet for use in uses)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _is_entry(text: str) -> bool:
    if not any(letter.isalpha() for letter in text) or any(mark in text for mark in "=/[]\""):
        return False
    try:
        parse_entry(text, kind="name")
    except ValueError:
        return False
    return len(text) < 80


def _entries(uses: Sequence[_Use], chosen: set[str], counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, list[DraftEntry]]:
    """The entries of each chosen actor: names, then labels, then ambiguous heads, each by frequency."""
    forms: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    heads: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        kind, text = form(use.found)
        key = use.found.key
        if not _is_entry(text):
            continue
        forms[form_of_text(text)][key].append(use)
        if kind == "labels":
            heads[use.found.candidate.head][key].append(use)
    made: dict[str, list[DraftEntry]] = defaultdict(list)
    decided: dict[str, str] = {}
    for folded in sorted(forms):
        owner = _owner(forms[folded])
        single = " " not in folded and folded in heads
        if owner in chosen and (not single or _can_be_label(folded, heads[folded], owner)):
            made[owner].append(_entry(folded, forms[folded], owner, names))
            decided[folded] = owner
    for head in sorted(heads):
        for key in sorted(heads[head]):
            if key in chosen and decided.get(head) != key and _shares(head, heads[head], key):
                made[key].append(_ambiguous(head, heads[head], key, names))
    order = ("names", "labels", "ambiguous")
    return {key: sorted(_needed(every, decided, key), key=lambda one: (order.index(one.kind), -one.count, one.text)) for key, every in made.items()}


def _owner(by_key: Mapping[str, Sequence[_Use]]) -> str | None:
    """The one actor that a form stands for; None when none has four of five of its mentions. A name goes to whom it names most."""
    key = max(by_key, key=lambda key: (len(by_key[key]), key))
    total = sum(len(every) for every in by_key.values())
    is_name = any(use.found.candidate.is_name for use in by_key[key])
    return key if is_name or len(by_key[key]) >= _DECIDES * total else None


def _can_be_label(head: str, by_key: Mapping[str, Sequence[_Use]], owner: str) -> bool:
    """Whether a bare noun can decide by itself: most phrases that it heads are of that actor."""
    total = sum(len(every) for every in by_key.values())
    own = len(by_key.get(owner, ()))
    return own >= _DECIDES * total and own >= _HEADS and (head not in GENERIC or own >= 3 * _HEADS)


def _shares(head: str, by_key: Mapping[str, Sequence[_Use]], key: str) -> bool:
    total = sum(len(every) for every in by_key.values())
    return len(by_key[key]) > 1 and len(by_key[key]) >= _SHARES * total


def _needed(entries: Sequence[DraftEntry], decided: Mapping[str, str], key: str) -> Iterator[DraftEntry]:
    """The entries without longer labels whose head already decides for the same actor."""
    for one in entries:
        head = one.text.rpartition(" ")[2]
        if one.kind != "labels" or head == one.text or decided.get(head) != key:
            yield one


def _entry(folded: str, by_key: Mapping[str, Sequence[_Use]], owner: str, names: Mapping[str, str]) -> DraftEntry:
    uses = by_key[owner]
    kind = "names" if sum(use.found.candidate.is_name for use in uses) * 2 > len(uses) else "labels"
    written = Counter(form(use.found)[1] for use in uses if (form(use.found)[0] == kind))
    text = max(written, key=lambda text: (not text.isupper() or len(text) < 7, written[text], text))
    return DraftEntry(text, kind, _outlets(uses), _example(uses), _doubt(uses, by_key, owner, names))


def _ambiguous(head: str, by_key: Mapping[str, Sequence[_Use]], key: str, names: Mapping[str, str]) -> DraftEntry:
    others = [names[other] for other in sorted(by_key, key=lambda other: (-len(by_key[other]), other)) if other != key]
    shared = f"also of {', '.join(others[:3])}{' and others' if len(others) > 3 else ''}" if others else ""
    return DraftEntry(head, "ambiguous", _outlets(by_key[key]), _example(by_key[key]), shared)


def _doubt(uses: Sequence[_Use], by_key: Mapping[str, Sequence[_Use]], owner: str, names: Mapping[str, str]) -> str:
    reasons = []
    if any(use.found.own != use.found.key for use in uses):
        own = Counter(use.found.own for use in uses if use.found.own != use.found.key).most_common(1)[0][0]
        reasons.append("a minor actor counted here" if own.startswith("name:") else "of a minor actor counted here")
    others = {key: len(every) for key, every in by_key.items() if key != owner}
    if others:
        other = max(others, key=lambda key: (others[key], key))
        reasons.append(f"also {names[other]} ({others[other]})")
    if all(use.found.resolved_by == "antecedent" for use in uses):
        reasons.append("only by what went before")
    elif len(uses) == 1:
        reasons.append("seen once")
    return "; ".join(reasons)


def _example(uses: Sequence[_Use]) -> tuple[str, str]:
    """(outlet, words around a mention): the first mention in a sentence of middling length, else the first."""
    use = next((use for use in uses if 40 <= use.sentence[1] - use.sentence[0] <= _EXAMPLE), uses[0])
    (first, last), one = use.sentence, use.found.candidate
    start, end = max(first, one.start - _EXAMPLE // 2), min(last, max(one.end, one.start + _EXAMPLE // 2))
    text = use.article.text
    if start > first:
        start = text.find(" ", start, one.start) + 1 or one.start
    if end < last:
        end = max(text.rfind(" ", one.end, end), one.end)
    return use.article.outlet, f"{'... ' if start > first else ''}{text[start:end]}{' ...' if end < last else ''}"
