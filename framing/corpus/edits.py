"""What outlets changed in copy that they share: two articles aligned word by word, and where one has other words than the other.

Counts: passages of at most five words that differ between two articles of different outlets and stand between equal words, three on one
side and two on the other (or the edge of the text). The agency's name in brackets, as a dateline has it, is no part of them. Two articles
share copy when 20 of their word 5-grams, and a fifth of those of the shorter, are the same. Of an article and an outlet only the article
that shares most is looked at. Not counted: differences in case, spelling and punctuation, in numbers, days and months, and in function
words alone. Unit: passage. Nothing is said of who changed what: either text, or both, may differ from what the agency wrote.
Source: alignment by longest matching blocks (Ratcliff and Metzener 1988, as in Python's difflib).
"""

from __future__ import annotations

import calendar
import difflib
import functools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing import memo
from framing.article import Article, Span
from framing.corpus.duplicates import shingles
from framing.corpus.furniture import without_spans
from framing.corpus.wire import AGENCIES

SHARED = 20
CONTAINMENT = 0.2
_LONGEST = 5
_FLANK, _OTHER_FLANK = 3, 2
_SAME_SPELLING = 0.85
_COMMON = 12

_WORD = re.compile(r"[^\W_]+(?:['’_-][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:al|el)(?:-|$)")
_CREDIT = re.compile(rf"\([^()\n]{{0,40}}\b(?:{'|'.join(AGENCIES.values())})\b[^()\n]{{0,20}}\)")
_DAYS = {name.casefold() for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr) for name in names}
_DETERMINERS = {"a", "an", "the"}


@functools.cache
def _plain() -> frozenset[str]:
    """Words that alone are no edit to speak of."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS  # here: every command reads a corpus, few need this

    return ENGLISH_STOP_WORDS | _DAYS


@dataclass(frozen=True)
class Edit:
    """A place where two articles that share copy differ. one, other: the articles, the one with agency copy first where only one is.

    one_span, other_span: character offsets of the differing words in their texts, without a determiner before them; of no length where one
    of the two has nothing.
    """

    one: Article
    other: Article
    one_span: Span
    other_span: Span

    @property
    def words(self) -> tuple[str, str]:
        """The differing words as written, spaces made single."""
        sides = ((self.one, self.one_span), (self.other, self.other_span))
        one, other = (" ".join(article.text[slice(*span)].split()) for article, span in sides)
        return one, other


def edits(articles: Sequence[Article]) -> list[Edit]:
    """Every edit between articles of different outlets, duplicates that are not counted included, in order of the articles' ids."""
    texts = sorted((article for article in articles if article.kept or article.is_duplicate), key=lambda article: article.article_id)
    place = {article.article_id: index for index, article in enumerate(texts)}

    def found() -> dict[str, bytes]:
        made = (edit for one, other in _pairs(texts) for edit in _between(*_ordered(one, other)))
        listed = [(place[edit.one.article_id], place[edit.other.article_id], edit.one_span, edit.other_span) for edit in made]
        return {"edits": json.dumps(listed).encode()}

    kept = memo.kept("shared copy", texts, found)  # some seconds for a thousand articles, and the same whatever the topic
    return [Edit(texts[one], texts[other], (a, b), (c, d)) for one, other, (a, b), (c, d) in json.loads(kept["edits"])]


def _ordered(one: Article, other: Article) -> tuple[Article, Article]:
    return (other, one) if other.wire and not one.wire else (one, other)


def _pairs(articles: Sequence[Article]) -> list[tuple[Article, Article]]:
    """Pairs of articles that share copy; for each article and other outlet the one that shares most."""
    grams = [found.tolist() for found in shingles([without_spans(article.text, article.furniture) for article in articles])]
    holders: dict[int, list[int]] = defaultdict(list)
    for place, found in enumerate(grams):
        for gram in found:
            holders[gram].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= _COMMON:  # what a dozen articles share is a phrase, no copy
            shared.update((a, b) for n, a in enumerate(places) for b in places[n + 1 :] if articles[a].outlet != articles[b].outlet)
    alike = {pair: n for pair, n in shared.items() if n >= SHARED and n >= CONTAINMENT * min(len(grams[place]) for place in pair)}
    best: dict[tuple[int, str], tuple[int, int]] = {}
    for a, b in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        best.setdefault((a, articles[b].outlet), (a, b))
        best.setdefault((b, articles[a].outlet), (a, b))
    # A pair counts when it is the best for both, so that the same copy is not told twice.
    chosen = {pair for pair in best.values() if best[pair[0], articles[pair[1]].outlet] == pair == best[pair[1], articles[pair[0]].outlet]}
    return [(articles[a], articles[b]) for a, b in sorted(chosen)]


def _between(one: Article, other: Article) -> Iterator[Edit]:
    words, others = _words(one), _words(other)
    codes = difflib.SequenceMatcher(None, [word for _, word in words], [word for _, word in others], autojunk=False).get_opcodes()
    edge = ("equal", 0, _OTHER_FLANK, 0, 0)
    for before, code, after in zip([edge, *codes], codes, [*codes[1:], edge]):
        kind, a, b, c, d = code
        flanks = sorted((before[2] - before[1], after[2] - after[1]))
        if kind == "equal" or max(b - a, d - c) > _LONGEST or flanks[0] < _OTHER_FLANK or flanks[1] < _FLANK:
            continue
        if _tells(words[a:b], others[c:d]):
            yield Edit(one, other, _span(words, a, b), _span(others, c, d))


def _words(article: Article) -> list[tuple[Span, str]]:
    """The article's words with their places, folded; furniture and credits left out."""
    credits = [credit.span() for credit in _CREDIT.finditer(article.text)]
    furniture = iter([*sorted((*article.furniture, *credits)), (len(article.text) + 1,) * 2])
    skip = next(furniture)
    found = []
    for match in _WORD.finditer(article.text):
        while match.start() >= skip[1]:
            skip = next(furniture)
        if match.start() < skip[0]:
            found.append((match.span(), match[0].casefold().replace("’", "'")))
    return found


def _tells(words: Sequence[tuple[Span, str]], others: Sequence[tuple[Span, str]]) -> bool:
    """Whether the difference is one of content words, and not of spelling, numbers or days."""
    mine, theirs = ([word for _, word in part] for part in (words, others))
    content = [[word for word in part if word not in _plain()] for part in (mine, theirs)]
    if not any(content) or any(any(map(str.isdigit, word)) for word in (*mine, *theirs)):
        return False
    joined = ["".join(filter(str.isalnum, "".join(_ARTICLE.sub("", word) for word in part))) for part in content]
    return difflib.SequenceMatcher(None, *joined, autojunk=False).ratio() < _SAME_SPELLING


def _span(words: Sequence[tuple[Span, str]], first: int, last: int) -> Span:
    """Characters from the first to the last word, a determiner at the front left out; of no length where there are no words."""
    while last - first > 1 and words[first][1] in _DETERMINERS:
        first += 1
    if first < last:
        return words[first][0][0], words[last - 1][0][1]
    place = words[first][0][0] if first < len(words) else words[-1][0][1]
    return place, place
