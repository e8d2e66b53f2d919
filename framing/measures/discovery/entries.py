"""Which words a draft lexicon gives to which actor, and what speaks against each."""

from __future__ import annotations

def _is_entry(text: str) -> bool:
    if not any(letter.isalpha() for letter in text) or any(mark in text for mark in "=/[]\""):
        return False
    try:
        parse_entry(text, kind="name")
    except ValueError:
        return False
    return len(text) < 80


def _entries(uses: Sequence[_Use], chosen: set[str], counts: Mapping[str, int], names: Mapping[str, str], fewest: int) -> dict[str, list[DraftEntry]]:
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
        if owner in chosen and len(forms[folded][owner]) >= fewest and (not single or _can_be_label(folded, heads[folded], owner)):
            made[owner].append(_entry(folded, forms[folded], owner, names))
            decided[folded] = owner
    for head in sorted(heads):
        for key in sorted(heads[head]):
            if key in chosen and decided.get(head) != key and _shares(heads[head], key, decided):
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


def _shares(by_key: Mapping[str, Sequence[_Use]], key: str, decided: Mapping[str, str]) -> bool:
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
    return replace(entry, outlets=dict(sorted(outlets.items(), key=lambda item: (-item[1], item[0]))), longer={one.text: one.count for one in ordered})


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
