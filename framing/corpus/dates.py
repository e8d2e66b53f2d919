"""Dates as newspapers and tables write them, as ISO days."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from dateutil import parser as dateutil_parser

_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})\b.*", re.DOTALL)
_ONLY_DIGITS = re.compile(r"[\d.]+")
# dateutil fills what a date lacks from a default; two defaults that differ in everything show that something was filled.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2011, 12, 28))


@lru_cache(maxsize=4096)
def iso_day(written: str) -> tuple[str | None, str | None]:
    """(ISO day, None), or (None, why not) for a date that is incomplete, ambiguous or no date.

    The day is the one written: no time zone is applied. `04/05/2017` is ambiguous; `13/04/2017` is not.
    """
    written = written.strip()
    if year_first := _YEAR_FIRST.fullmatch(written):
        return _checked(*map(int, year_first.groups()))
    try:
        return datetime.fromisoformat(written).date().isoformat(), None
    except ValueError:
        pass
    if _ONLY_DIGITS.fullmatch(written) and written.count(".") != 2:
        return None, "is not a date"
    return _in_words(written)


def _checked(year: int, month: int, day: int) -> tuple[str | None, str | None]:
    try:
        return date(year, month, day).isoformat(), None
    except ValueError:
        return None, "is not a day of the calendar"


def _in_words(written: str) -> tuple[str | None, str | None]:
    try:
        readings = {
            (default, day_first): dateutil_parser.parse(written, default=default, dayfirst=day_first, ignoretz=True).date()
            for default in _DEFAULTS
            for day_first in (False, True)
        }
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None, "is not a date"
    first, second = _DEFAULTS
    if readings[first, True] != readings[second, True]:
        return None, "lacks its day, month or year"
    if readings[first, True] != readings[first, False]:
        return None, "is ambiguous (day and month could be either way round)"
    return readings[first, True].isoformat(), None
