"""Questions to a classifier and labelled examples for one, from lines of JSON: everything that is wrong is found and told at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

SHOWN = 20
"""Problems that a message lists before it only counts."""


class QuestionError(ValueError):
    """A file of questions or examples that cannot be used. problems: (file:line, what is wrong and how to mend it) of each."""

    def __init__(self, problems: Sequence[tuple[str, str]]):
        self.problems = tuple(problems)
        lines = [f"{where}: {what}" for where, what in self.problems[:SHOWN]]
        if (more := len(self.problems) - SHOWN) > 0:
            lines.append(f"... and {more} more")
        super().__init__("\n".join(lines))


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

    group: examples of one group stay together in cross-validation. further: the target's label was coded at another mention of it.
    """

    text: str
    start: int
    end: int
    label: str
    group: str
    further: bool = False


def read_questions(data: bytes, *, file: str, targets: bool) -> list[Question]:
    """The questions of a JSON Lines file: id and text, and with targets also start and end.

    Raises QuestionError with all that is wrong.
    """
    problems: list[tuple[str, str]] = []
    questions: list[Question] = []
    seen: dict[str | int, int] = {}
    for number, row in _rows(data, file, problems):
        where = f"{file}:{number}"
        wrong = list(_wrong_question(row, targets))
        named = not any(what.startswith(("id ", "no id")) for what in wrong)
        if named and (first := seen.setdefault(row["id"], number)) != number:
            wrong.append(f"id {row['id']!r} stands on line {first} already: give each question its own")
        problems.extend((where, what) for what in wrong)
        if not wrong:
            questions.append(Question(row["id"], row["text"], *((row["start"], row["end"]) if targets else ())))
    return _all_or_none(questions, problems, file)


def read_examples(data: bytes, *, file: str, labels: Sequence[str]) -> list[Example]:
    """Labelled targets of a JSON Lines file, in either of two layouts.

    One target a line: text, start, end, label, and group (optional; the article, say). Or NewsMTSC's own: sentence_normalized, primary_gid,
    and targets with from, to, polarity (2 negative, 4 neutral, 6 positive) and further_mentions (from, to), each an example of its own.
    Raises QuestionError with all that is wrong.
    """
    problems: list[tuple[str, str]] = []
    examples: list[Example] = []
    for number, row in _rows(data, file, problems):
        for part in _newsmtsc(row, labels) if "sentence_normalized" in row else (row,):
            wrong = [*_wrong_text(part), *_wrong_span(part)]
            if part.get("label") not in labels:
                wrong.append(f"label is {part.get('label')!r}: it must be one of {', '.join(labels)}")
            problems.extend((f"{file}:{number}", what) for what in wrong)
            if not wrong:
                group = str(part.get("group", part["text"]))
                examples.append(Example(part["text"], part["start"], part["end"], part["label"], group, part.get("further") is True))
    return _all_or_none(examples, problems, file)


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


def _rows(data: bytes, file: str, problems: list[tuple[str, str]]) -> Iterator[tuple[int, dict]]:
    """(line number, object) of each line that holds one; blank lines are passed over."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            problems.append((f"{file}:{number}", f"byte {error.start + 1} is not UTF-8: save the file as UTF-8"))
        except (ValueError, RecursionError) as error:
            problems.append((f"{file}:{number}", f"no valid JSON ({error}): write one JSON object a line"))
        else:
            if isinstance(row, dict):
                yield number, row
            else:
                problems.append((f"{file}:{number}", 'no JSON object: write one a line, such as {"id": "1", "text": "..."}'))


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
