"""An article as a plain value: the untouched text, what is known about it, and which parts of it are not the story."""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]
"""(start, end) character offsets, end exclusive."""


DUPLICATE = "duplicate of "
"""What the reason of an article begins with that is left out for another's sake; the other's id follows."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """One article of a corpus.

    text: as read with universal newlines; never changed afterwards. Where headline and body come from separate columns it is
        headline, blank line, body (the body alone when it already opens with the headline).
    headline_end: offset after the headline in text, 0 without one.
    date: ISO 8601 day, or None.
    read_from: file, or file:line, for messages.
    furniture: sorted, disjoint spans of text that are left out of analysis: what is not the story (copyright lines, related links, cookie
        notices, ...) and what the article has twice.
    repeated: of these, sentences that stand in the article elsewhere too.
    wire, wire_evidence: the agency whose copy it is, and the words that show it.
    duplicate_group: id shared by (nearly) identical articles; None when the article stands alone.
    left_out_because: why it is not analysed; None when it is.
    """

    article_id: str
    text: str
    outlet: str
    read_from: str
    title: str | None = None
    headline_end: int = 0
    date: str | None = None
    event: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    furniture: tuple[Span, ...] = ()
    repeated: tuple[Span, ...] = ()
    wire: str | None = None
    wire_evidence: str | None = None
    duplicate_group: str | None = None
    left_out_because: str | None = None

    @property
    def kept(self) -> bool:
        """Whether the article is analysed."""
        return self.left_out_because is None

    @property
    def is_duplicate(self) -> bool:
        """Whether it is left out only because it is (nearly) identical to an article that is analysed."""
        return (self.left_out_because or "").startswith(DUPLICATE)


_FULL_NAMES = {
    "AFP": "agence france presse",
    "AP": "associated press",
    "PA": "press association",
    "PTI": "press trust of india",
    "UPI": "united press international",
}


def is_agency_copy(wire: str | None, outlet: str) -> bool:
    """Whether a text that is the agency `wire`'s, or None, is agency copy where `outlet` prints it: not where the outlet is the agency.

    >>> is_agency_copy("AFP", "Ahram Online"), is_agency_copy("Reuters", "reuters.com"), is_agency_copy(None, "Ahram Online")
    (True, False, False)
    """
    if wire is None:
        return False
    printed = " ".join(["", *re.findall(r"[^\W_]+", outlet.casefold()), ""])
    return not any(f" {name.casefold()} " in printed for name in (wire, _FULL_NAMES.get(wire, wire)))
