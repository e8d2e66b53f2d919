"""Numbers, plurals and Markdown: how values become words on a page.

Everything that comes from an article or a corpus is escaped before it stands in Markdown. `Markdown` marks text that already
is Markdown; whatever is only `str` counts as foreign, in `md` as in the templates.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

OUTLET_VOICE = {
    "outlet": "in the outlet's own voice",
    "direct": "inside quotation marks",
    "indirect": "in reported speech",
    "quoted": "in the words of sources",
    "all": "in any voice",
}
"""Where words of each voice stand, as the end of a phrase."""

# An underscore between letters is no emphasis and stays, so that names of files and models read well as plain text.
_SPECIAL = re.compile(r"[\\`*\[\]<>&|~$]|(?<![^\W_])_|_(?![^\W_])")
# What opens a block when it opens a line: headings, lists, numbered lists, rules, setext underlines.
_OPENER = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=#|[+=-](?:[\s=-]|$)))(.)")
# Also direction overrides and invisible marks, with which an article could reorder the words around it.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+")


class Markdown(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape(value: object) -> Markdown:
    """Foreign text as one line of Markdown that shows exactly that text; `Markdown` passes unchanged."""
    return value if isinstance(value, Markdown) else _escaped(str(value))


@lru_cache(maxsize=1 << 16)
def _escaped(text: str) -> Markdown:
    """Kept, because a sentence, a title or a rule stands behind many figures."""
    line = " ".join(_INVISIBLE.sub(" ", text).split())
    line = _SPECIAL.sub(lambda match: "\\" + match.group(), line)
    return Markdown(_OPENER.sub(r"\1\\\2", line))


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Literal text, the field behind it and the field's format. Raises ValueError for fields with attributes or conversions."""
    parts = tuple((literal, field, spec or "") for literal, field, spec, _ in string.Formatter().parse(template))
    if unnamed := [field for _, field, _ in parts if field is not None and not field.isidentifier()]:
        raise ValueError(f"{template!r} has fields that are no plain names: {', '.join(unnamed)}")
    return parts


def md(template: str, /, **values: object) -> Markdown:
    """The template, which is Markdown, with its {fields} filled in; foreign values are escaped."""
    found = []
    for literal, field, spec in _parts(template):
        found.append(literal)
        if field is not None:
            value = values[field]
            found.append(escape(format(value, spec) if spec else value))
    return Markdown("".join(found))


def join(parts: Iterable[object], separator: str = "") -> Markdown:
    """Parts in a row, foreign ones escaped."""
    return Markdown(separator.join(escape(part) for part in parts))


def series(parts: Sequence[object], last: str = "and") -> Markdown:
    """Parts as an enumeration: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return join(parts)
    return join((join(parts[:-1], ", "), last, escape(parts[-1])), " ")


def paragraph(sentences: Iterable[object]) -> Markdown:
    """Sentences as one paragraph."""
    return join(sentences, " ")


@lru_cache(maxsize=1 << 15)
def bold(text: str, start: int, end: int) -> Markdown:
    """The text, foreign, with characters start to end in bold.

    Bold ends at letters: CommonMark does not see emphasis where `**` stands between a letter and a mark, so a mark at the
    edge of the span stays outside where it would touch a letter.
    """
    text = _INVISIBLE.sub(lambda match: " " * len(match.group()), text)
    start, end = max(0, start), min(len(text), end)
    while start < end and (text[start].isspace() or (_is_mark(text[start]) and start and not _lets_open(text[start - 1]))):
        start += 1
    while end > start and (text[end - 1].isspace() or (_is_mark(text[end - 1]) and end < len(text) and not _lets_open(text[end]))):
        end -= 1
    if start >= end:
        return escape(text)
    before, inside, after = text[:start], text[start:end], text[end:]
    # escape() trims: the blanks at the seams are put back.
    left = " " if before[-1:].isspace() else ""
    right = " " if after[:1].isspace() else ""
    return Markdown(f"{escape(before)}{left}**{_unguarded(inside)}**{right}{_unguarded(after)}")


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _lets_open(character: str) -> bool:
    # Renderers differ on symbols beyond ASCII: taken for marks inside the span and for letters outside, they are safe with all.
    return character.isspace() or unicodedata.category(character)[0] == "P" or character in string.punctuation


def _unguarded(text: str) -> str:
    # Inside a line nothing opens a block: escape behind a letter, which is taken off again.
    return escape("x" + text)[1:].lstrip() if text else ""


def plural(count: int, noun: str, many: str | None = None) -> Markdown:
    """The count with its noun: "1 article", "1,204 articles"."""
    return md("{count} {noun}", count=integer(count), noun=noun if count == 1 else many or noun + "s")


def integer(value: int) -> Markdown:
    """A whole number with commas between thousands."""
    return Markdown(f"{value:,}")


def percent(share: float) -> Markdown:
    """A share between 0 and 1 as a percentage: whole, except where that would say 0% or 100% of something that is not."""
    value = 100 * share
    if 0 < value < 0.1:
        return Markdown("under 0.1%")
    if 99.9 < value < 100:
        return Markdown("over 99.9%")
    near_end = round(value, 1) % 1 and (value < 1 or value > 99)
    return Markdown(f"{value:.1f}%" if near_end else f"{round(value)}%")


def number(value: float) -> Markdown:
    """A measurement with about three digits and no float noise: "0.42", "7.1", "123"; a true minus sign."""
    if not value:
        return Markdown("0")
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 1 else 2
    text = f"{value:,.{digits}f}"
    is_zero = not float(text.replace(",", ""))
    return Markdown(text.removeprefix("-") if is_zero else text.replace("-", "−"))


def slug(name: str, *, otherwise: str = "other") -> str:
    """A name as a file name in ASCII: lower case, hyphens between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or otherwise


def capital(text: str) -> Markdown:
    """The text, Markdown, with its first letter large."""
    return Markdown(text[:1].upper() + text[1:])
