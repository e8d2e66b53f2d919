"""Where the headline ends in a text, and how a title that stands apart from its text is put before it."""

from __future__ import annotations

import re

MOST_CHARACTERS, MOST_WORDS = 200, 30
_WRAPPED = 100  # characters; longer lines are not broken at a fixed width

_FIRST_LINE = re.compile(r"\s*([^\n]*\S)[^\S\n]*\n\s*\S")
# A dateline on a line of its own ("Beirut, Lebanon:", "WEST PALM BEACH, Fla. —") or a byline is no headline.
_NOT_A_HEADLINE = re.compile(r".*[:,—–]|.*\s-|by\s+[A-Z]\S+(?:\s+\S+){0,4}|\W*", re.IGNORECASE)
# Some feeds put the day and time before the repeated title: "Wed 05 Apr 2017 at 0914 ...".
_DAY_BEFORE = re.compile(
    r"\s*(?:[A-Za-z]{3,9}[.,]?\s+)?(?:\d{1,2}\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\s+\d{1,2}|\d\d-\d\d-),?\s*\d{4}(?:,?\s+(?:at\s+)?[\d:.]{3,5})?\b"
)


def headline_end(text: str, title: str | None = None) -> int:
    """Offset after the headline: the title where the text opens with it, else a short first line with text after it, else 0.

    Short is at most 200 characters and 30 words.
    """
    if title and (end := end_of_title(text, title)):
        return end
    first = _FIRST_LINE.match(text)
    if not first:
        return 0
    line = first[1].strip()
    if len(line) > MOST_CHARACTERS or len(line.split()) > MOST_WORDS or _NOT_A_HEADLINE.fullmatch(line):
        return 0
    return 0 if _is_wrapped(text, first.start(1)) else first.end(1)


def _is_wrapped(text: str, start: int) -> bool:
    """Whether the line that begins here is the first of a paragraph broken at a fixed width."""
    paragraph = text[start : start + 20 * _WRAPPED].partition("\n\n")[0].splitlines()
    if len(paragraph) < 2:
        return False
    first, *others = (line.strip() for line in paragraph)
    if others[0][:1].islower():
        return True
    # the last line may be cut by the window or be short: the lines before it show the width
    widest = max(map(len, others))
    return len(others) > 1 and widest <= _WRAPPED and len(first) > 0.7 * widest and not first.endswith((".", "!", "?"))


def end_of_title(text: str, title: str) -> int:
    """Offset after the title where the text opens with it, else 0.

    Only letters and digits are compared, case aside: feeds lose punctuation and apostrophes. A day may stand before it.
    """
    day = _DAY_BEFORE.match(text)
    return _end_of_letters(text, 0, title) or (_end_of_letters(text, day.end(), title) if day else 0)


def _end_of_letters(text: str, position: int, title: str) -> int:
    for letter in filter(str.isalnum, title.casefold()):
        while position < len(text) and not text[position].isalnum():
            position += 1
        # a letter that casefolds into several stands for its first
        if position == len(text) or text[position].casefold()[0] != letter:
            return 0
        position += 1
    if text[position : position + 1].isalnum() or not any(map(str.isalnum, title)):
        return 0
    return position + (text[position : position + 1] in tuple(".!?"))


def with_title(title: str, text: str) -> tuple[str, int]:
    """(title, blank line, text; offset after the title), or the text alone where it opens with its title."""
    title = " ".join(title.split())
    if end := end_of_title(text, title):
        return text, end
    return f"{title}\n\n{text}", len(title)
