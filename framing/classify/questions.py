"""Questions to a classifier and labelled examples for one: everything that is wrong in a file is found and told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.classify.layout import LEFT_OUT, Layout, QuestionError, rows

__all__ = ["Example", "Question", "QuestionError", "read_examples", "read_questions"]

PLAIN = Layout()
"""framing's own names."""
CODES = "|;"
"""What stands between the codes of a cell that holds several."""


@dataclass(frozen=True)
class Question:
    """One thing to classify: a text, and for tone the characters of the target in it."""

    id: str | int
    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Example:
    """A question whose answer is known.

    label: the answer; where several codes may hold, the set of them. group: examples of one group stay together in cross-validation.
    further: the target's label was coded at another mention of it. article, outlet: where it is from, "" where the file does not say.
    """

    text: str
    start: int
    end: int
    label: str | frozenset[str]
    group: str
    further: bool = False
    article: str = ""
    outlet: str = ""


def read_questions(data: bytes, *, file: str, targets: bool, layout: Layout = PLAIN) -> list[Question]:
    """The questions of a file: id and text, and with targets also start and end.

    Raises QuestionError with all that is wrong.
    """
    problems: list[tuple[str, str]] = []
    questions: list[Question] = []
    seen: dict[str | int, int] = {}
    for number, row in rows(data, file, layout, problems):
        where = f"{file}:{number}"
        wrong = list(_wrong_question(row, targets))
        named = not any(what.startswith(("id ", "no id")) for what in wrong)
        if named and (first := seen.setdefault(row["id"], number)) != number:
            wrong.append(f"id {row['id']!r} stands on line {first} already: give each question its own")
        problems.extend((where, what) for what in wrong)
        if not wrong:
            questions.append(Question(row["id"], row["text"], *((row["start"], row["end"]) if targets else ())))
    return _all_or_none(questions, problems, file)


def read_examples(
    data: bytes, *, file: str, labels: Sequence[str] | None, targets: bool = True, layout: Layout = PLAIN
) -> list[Example]:
    """Labelled examples of a file.

    labels: those that `label` may be; None where the field `frames` holds any number of codes, as a list or with | or ; between. targets:
    whether each has start and end. Optional fields: article, outlet and group. Of targets NewsMTSC's own layout is read too:
    sentence_normalized, primary_gid, and targets with from, to, polarity (2 negative, 4 neutral, 6 positive) and further_mentions
    (from, to), each an example.
    Raises QuestionError with all that is wrong.
    """
    problems: list[tuple[str, str]] = []
    examples: list[Example] = []
    unknown: dict[str, tuple[int, int]] = {}  # label as written -> the line that has it first, and how often it is there
    for number, row in rows(data, file, layout, problems):
        for part in _newsmtsc(row, labels) if targets and labels and "sentence_normalized" in row else (row,):
            wrong = [*_wrong_text(part), *(_wrong_span(part) if targets else ())]
            label = _label(part, layout) if labels else _codes(part, layout, wrong)
            if label == LEFT_OUT:
                continue
            if labels and label not in labels:
                first, times = unknown.get(repr(label), (number, 0))
                unknown[repr(label)] = (first, times + 1)
                wrong.append("")
            if layout.groups and part.get("group") in (None, ""):
                wrong.append(f"has no {layout.groups}: --groups needs it for every example")
            problems.extend((f"{file}:{number}", what) for what in wrong if what)
            if not wrong:
                span = (part["start"], part["end"]) if targets else (0, len(part["text"]))
                article, outlet = (str("" if part.get(name) is None else part[name]) for name in ("article", "outlet"))
                group = article or part["text"] if part.get("group") in (None, "") else str(part["group"])
                examples.append(Example(part["text"], *span, label, group, part.get("further") is True, article, outlet))
    problems += [(f"{file}:{line}", _unknown(label, times, labels or ())) for label, (line, times) in unknown.items()]
    return _all_or_none(examples, problems, file)


def _label(row: Mapping, layout: Layout) -> object:
    label = row.get("label")
    return layout.labels.get(label, label) if isinstance(label, str) else label


def _unknown(label: str, times: int, labels: Sequence[str]) -> str:
    often = f" ({times} times)" if times > 1 else ""
    bare = label.strip("'")
    return (
        f"label is {label}{often}: it must be one of {', '.join(labels)}; say what it stands for with --labels LABEL={bare}, "
        f"or leave such examples out with --labels {LEFT_OUT}={bare} (several with commas between)"
    )


def _codes(row: Mapping, layout: Layout, wrong: list[str]) -> frozenset[str]:
    """The codes of an example; none is an answer too."""
    codes = row.get("frames")
    if isinstance(codes, str):
        for mark in CODES[1:]:
            codes = codes.replace(mark, CODES[0])
        codes = codes.split(CODES[0])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        told = "no frames" if codes is None else f"frames is {_short(codes)}"
        wrong.append(f"{told}: write a list of codes, or a text with | between them; an empty list says that it has none")
        return frozenset()
    named = (layout.labels.get(code.strip(), code.strip()) for code in codes)
    return frozenset(code for code in named if code and code != LEFT_OUT)


def _newsmtsc(row: Mapping, labels: Sequence[str]) -> Iterator[dict]:
    by_polarity = dict(zip((2, 4, 6), labels))
    targets = row.get("targets")
    group = "_".join(str(row.get("primary_gid", "")).split("_")[:3])
    for target in targets if isinstance(targets, list) and targets else [{}]:
        target = target if isinstance(target, dict) else {}
        polarity = target.get("polarity")
        label = by_polarity.get(polarity, polarity) if isinstance(polarity, (int, float)) else polarity
        known = {"text": row["sentence_normalized"], "label": label, **({"group": group} if group else {})}
        yield {**known, "start": target.get("from"), "end": target.get("to")}
        again = target.get("further_mentions")
        for mention in again if isinstance(again, list) else ():
            mention = mention if isinstance(mention, dict) else {}
            yield {**known, "start": mention.get("from"), "end": mention.get("to"), "further": True}


def _wrong_question(row: Mapping, targets: bool) -> Iterable[str]:
    if "id" not in row:
        yield "no id: give each question its own, so that the answer can be found"
    elif isinstance(row["id"], bool) or not isinstance(row["id"], (str, int)):
        yield f"id is {row['id']!r}: it must be a string or a whole number"
    yield from _wrong_text(row)
    if targets:
        yield from _wrong_span(row)


def _wrong_text(row: Mapping) -> Iterable[str]:
    text = row.get("text")
    if "text" not in row:
        yield "no text: the sentence to classify goes there"
    elif not isinstance(text, str):
        yield f"text is {_short(text)}: it must be a string"
    elif not any(map(str.isalnum, text)):
        yield "text holds no word"
    elif any("\ud800" <= letter <= "\udfff" for letter in text):
        yield "text holds half a character (a lone surrogate): write the character itself, or both halves"


def _wrong_span(row: Mapping) -> Iterable[str]:
    offsets = {}
    for field in ("start", "end"):
        value = row.get(field)
        if value is None:
            yield f"no {field}: the target's first character and the one after its last, counted from 0"
        elif isinstance(value, bool) or not isinstance(value, int):
            yield f"{field} is {_short(value)}: it must be a whole number"
        else:
            offsets[field] = value
    text = row.get("text")
    if len(offsets) < 2 or not isinstance(text, str):
        return
    start, end = offsets["start"], offsets["end"]
    if not 0 <= start < end <= len(text):
        yield f"start {start} and end {end} are no span of a text of {len(text)} characters: 0 <= start < end <= {len(text)} must hold"
    elif not any(map(str.isalnum, text[start:end])):
        yield f"characters {start} to {end} ({text[start:end]!r}) hold no word: move start and end to the target"


def _all_or_none(items: list, problems: Sequence[tuple[str, str]], file: str) -> list:
    if problems:
        raise QuestionError(problems)
    if not items:
        raise QuestionError([(file, "the file is empty: write one JSON object a line")])
    return items


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "..."
