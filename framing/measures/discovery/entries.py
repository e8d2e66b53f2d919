"""Which words a draft lexicon gives to which actor, and what speaks against each.

A form decides by itself (names, labels) when at least four of five of its mentions are of one actor; a head that actors share is ambiguous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framing.article import Article, Span
from framing.lexicon.entry import parse_entry
from framing.measures.discovery.find import Found
from framing.measures.people import GENERIC

_DECIDES = 0.8
_SHARES = 0.1
_EXAMPLE = 160
_LONGEST = 80
_HEADS = 3
"""Uses from which a bare head can be a label."""


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One form. kind: names, labels or ambiguous; outlets: mentions by outlet; example: (outlet, text around a mention).

    doubt: what speaks against it, or empty. longer: forms with more modifiers that the entry finds too ("illegal immigrant" under
    "immigrant"), with their counts, which are in outlets too.
    """

    text: str
    kind: str
    outlets: Mapping[str, int]
    example: tuple[str, str]
    doubt: str
    longer: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Mentions of the actor with this form."""
        return sum(self.outlets.values())


@dataclass(frozen=True, slots=True)
class Use:
    """A mention with where it stands."""

    found: Found
    article: Article
    sentence: Span


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


def by_outlet(uses: Sequence[Use]) -> dict[str, int]:
    """Mentions by outlet, the most first."""
    counts = Counter(use.article.outlet for use in uses)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _is_entry(text: str) -> bool:
    """Whether the lexicon can hold it."""
    if not any(letter.isalpha() for letter in text) or any(mark in text for mark in '=/[]"'):
        return False
    try:
        parse_entry(text, kind="name")
    except ValueError:
        return False
    return len(text) < _LONGEST


def entries(uses: Sequence[Use], *, chosen: set[str], names: Mapping[str, str], fewest: int) -> dict[str, list[DraftEntry]]:
    """The entries of each chosen actor: names, then labels, then ambiguous heads, each by frequency."""
    forms: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    heads: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
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
        if owner in chosen and len(forms[folded][owner]) >= fewest and (not single or _can_be_label(folded, heads[folded], owner)):
            made[owner].append(_entry(folded, forms[folded], owner, names))
            decided[folded] = owner
    for head in sorted(heads):
        for key in sorted(heads[head]):
            if key in chosen and decided.get(head) != key and _shares(heads[head], key, decided):
                made[key].append(_ambiguous(head, heads[head], key, names))
    order = ("names", "labels", "ambiguous")
    return {
        key: sorted(_needed(every, decided, key), key=lambda one: (order.index(one.kind), -one.count, one.text))
        for key, every in made.items()
    }


def _owner(by_key: Mapping[str, Sequence[Use]]) -> str | None:
    """The one actor that a form stands for; None when none has four of five of its mentions. A name goes to whom it names most."""
    key = max(by_key, key=lambda key: (len(by_key[key]), key))
    total = sum(len(every) for every in by_key.values())
    is_name = any(use.found.candidate.is_name for use in by_key[key])
    return key if is_name or len(by_key[key]) >= _DECIDES * total else None


def _can_be_label(head: str, by_key: Mapping[str, Sequence[Use]], owner: str) -> bool:
    """Whether a bare noun can decide by itself: most phrases that it heads are of that actor."""
    total = sum(len(every) for every in by_key.values())
    own = len(by_key.get(owner, ()))
    if owner.startswith("label:") and own == total:
        return True
    return own >= _DECIDES * total and own >= _HEADS and (head not in GENERIC or own >= 3 * _HEADS)


def _shares(by_key: Mapping[str, Sequence[Use]], key: str, decided: Mapping[str, str]) -> bool:
    """Whether a head is an actor's often enough, and not only within longer labels that decide by themselves."""
    total = sum(len(every) for every in by_key.values())
    open_ = sum(decided.get(form_of_text(form(use.found)[1])) != key for use in by_key[key])
    return open_ > 1 and len(by_key[key]) >= _SHARES * total


def _needed(entries: Sequence[DraftEntry], decided: Mapping[str, str], key: str) -> Iterator[DraftEntry]:
    """The entries, longer labels taken up by the one for their head where that already decides for the same actor."""
    longer: dict[str, list[DraftEntry]] = defaultdict(list)
    for one in entries:
        head = one.text.rpartition(" ")[2]
        if one.kind == "labels" and head != one.text and decided.get(head) == key:
            longer[head].append(one)
    taken = {one.text for every in longer.values() for one in every}
    for one in entries:
        if one.kind != "labels" or one.text not in taken:
            yield _with_longer(one, longer.get(one.text, ())) if one.kind == "labels" else one


def _with_longer(entry: DraftEntry, longer: Sequence[DraftEntry]) -> DraftEntry:
    outlets = Counter(entry.outlets)
    for one in longer:
        outlets.update(one.outlets)
    ordered = sorted(longer, key=lambda one: (-one.count, one.text))
    return replace(
        entry, outlets=dict(sorted(outlets.items(), key=lambda item: (-item[1], item[0]))), longer={one.text: one.count for one in ordered}
    )


def _entry(folded: str, by_key: Mapping[str, Sequence[Use]], owner: str, names: Mapping[str, str]) -> DraftEntry:
    uses = by_key[owner]
    kind = "names" if sum(use.found.candidate.is_name for use in uses) * 2 > len(uses) else "labels"
    written = Counter(form(use.found)[1] for use in uses if (form(use.found)[0] == kind))
    text = max(written, key=lambda text: (not text.isupper() or len(text) < 7, written[text], text))
    return DraftEntry(text, kind, by_outlet(uses), _example(uses), _doubt(uses, by_key, owner, names))


def _ambiguous(head: str, by_key: Mapping[str, Sequence[Use]], key: str, names: Mapping[str, str]) -> DraftEntry:
    others = [names[other] for other in sorted(by_key, key=lambda other: (-len(by_key[other]), other)) if other != key]
    shared = f"also of {', '.join(others[:3])}{' and others' if len(others) > 3 else ''}" if others else ""
    return DraftEntry(head, "ambiguous", by_outlet(by_key[key]), _example(by_key[key]), shared)


def _doubt(uses: Sequence[Use], by_key: Mapping[str, Sequence[Use]], owner: str, names: Mapping[str, str]) -> str:
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


def _example(uses: Sequence[Use]) -> tuple[str, str]:
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
