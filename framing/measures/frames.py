"""Frames: words and phrases that go with a frame, such as conflict or human interest, by sentence and article.

What it counts: entries of english/generic-frames and english/policy-frames. Within a lexicon the longest entry counts once, in each
frame that lists it; the two lexicons do not see each other. A sentence that has words of a frame is not thereby coded with it.
Formula: score of an article = 1,000 x hits / words. Unit: hits per 1,000 words. Range: 0 to 1,000. Direction: higher has more words of
the frame. Undefined: in an article without words. A frame's score is to be compared between articles, not with another frame's: lists
differ in length and in how common their words are.
Source: frames by word lists after Kellstedt (2000), Media framing and the dynamics of racial policy preferences, AJPS 44(2), who counts
words of two frames in each article; each lexicon names the literature of its frames.

>>> round(score(3, 600), 1), score(0, 0)
(5.0, None)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.document import Document
from framing.lexicon import Matcher, TermLexicon


@dataclass(frozen=True)
class Hit:
    """A word or phrase of a frame: index of its first and last token (both included), the frame's id, the id of the entry that fired."""

    first: int
    last: int
    frame: str
    entry: str


def find(document: Document, matchers: Iterable[Matcher]) -> list[Hit]:
    """The hits of a parsed text, sorted by place, then frame."""
    found = (
        Hit(match.first, match.last, frame_id(matcher.lexicon, match.group), match.entry.id)
        for matcher in matchers
        for match in matcher.find_in(document)
    )
    return sorted(found, key=lambda hit: (hit.first, hit.last, hit.frame))


def frame_id(lexicon: TermLexicon, group: str) -> str:
    """A frame's id: both lexicons have a morality frame, so its name alone does not tell it.

    >>> from framing.lexicon import load
    >>> frame_id(load("english/policy-frames"), "morality")
    'policy:morality'
    """
    return f"{lexicon.id.rpartition('/')[2].removesuffix('-frames')}:{group}"


def frame_ids(lexicons: Iterable[TermLexicon]) -> list[str]:
    """The ids of all frames, lexicon by lexicon."""
    return [frame_id(lexicon, group) for lexicon in lexicons for group in lexicon.groups]


def scores(hits: Sequence[tuple[str, str]], frames: Iterable[str], words: int) -> Iterator[dict[str, object]]:
    """A row of the frames table for every frame, those without hits included. hits: frame and voice of each; words: of the article."""
    for frame in frames:
        voices = [voice for name, voice in hits if name == frame]
        yield {
            "frame": frame, "score": score(len(voices), words), "hits": len(voices), "hits_direct": voices.count("direct"),
            "hits_indirect": voices.count("indirect"), "words": words,
        }  # fmt: skip


def score(hits: int, words: int) -> float | None:
    """Hits per 1,000 words, None without words."""
    return round(1000 * hits / words, 6) if words else None
