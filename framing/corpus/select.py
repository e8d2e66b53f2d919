"""Part of a corpus: some outlets, some time, without agency copy. What is not chosen stays in the corpus, left out with the reason."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.article import DUPLICATE, Article, is_agency_copy
from framing.corpus.problems import CorpusError, Problem, error


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What is chosen of a corpus. outlets: names, () for all. since, until: ISO days, inclusive. wire: whether agency copy stays."""

    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    wire: bool = True


def select(articles: Sequence[Article], chosen: Selection) -> tuple[Article, ...]:
    """The articles with those that are not chosen left out.

    Of (nearly) identical articles the first that is chosen counts; without agency copy a group with one article of an agency is left out.
    Raises CorpusError for an outlet that the corpus does not have, and for a since after until.
    """
    chosen = replace(chosen, outlets=_known(chosen, {article.outlet for article in articles}))
    by_agency = {article.duplicate_group for article in articles if article.duplicate_group and _is_copy(article)}
    marked = [_marked(article, chosen, by_agency) for article in articles]
    first: dict[str, str] = {}
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in marked:
        if article.duplicate_group and (article.kept or article.is_duplicate):
            groups[article.duplicate_group].append(article)
    for group, members in groups.items():
        first[group] = min(members, key=lambda article: (not article.kept, article.article_id)).article_id
    return tuple(_recounted(article, first) for article in marked)


def _marked(article: Article, chosen: Selection, by_agency: set[str | None]) -> Article:
    because = _objection(article, chosen, by_agency)
    return replace(article, left_out_because=because) if because and (article.kept or article.is_duplicate) else article


def _objection(article: Article, chosen: Selection, by_agency: set[str | None]) -> str | None:
    """Why an article is not among those chosen, None when it is."""
    if chosen.outlets and article.outlet not in chosen.outlets:
        return "of another outlet than those chosen"
    if (chosen.since or chosen.until) and not article.date:
        return "without a known date, where a time was chosen"
    if (chosen.since and (article.date or "") < chosen.since) or (chosen.until and (article.date or "") > chosen.until):
        return "outside the time chosen"
    if not chosen.wire and (_is_copy(article) or (article.duplicate_group and article.duplicate_group in by_agency)):
        return "agency copy"
    return None


def _is_copy(article: Article) -> bool:
    return is_agency_copy(article.wire, article.outlet)


def _recounted(article: Article, first: dict[str, str]) -> Article:
    """A duplicate counts when the article that it repeats was not chosen."""
    if article.duplicate_group not in first or not (article.kept or article.is_duplicate):
        return article
    counted = first[article.duplicate_group]
    return replace(article, left_out_because=None if article.article_id == counted else f"{DUPLICATE}{counted}")


def _known(chosen: Selection, outlets: set[str]) -> tuple[str, ...]:
    """The outlets as the corpus spells them. Raises CorpusError with everything that is wrong."""
    problems: list[Problem] = []
    folded = {outlet.casefold(): outlet for outlet in sorted(outlets)}
    found = []
    for name in chosen.outlets:
        if name in outlets or name.casefold() in folded:
            found.append(name if name in outlets else folded[name.casefold()])
            continue
        near = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
        fix = f"did you mean {folded[near[0]]!r}? " if near else ""
        fix += f"outlets are {', '.join(sorted(outlets))}"
        problems.append(error("unknown-outlet", "--outlets", f"there is no outlet {name!r}", fix))
    if chosen.since and chosen.until and chosen.since > chosen.until:
        problems.append(error("bad-time", "--since", f"{chosen.since} is after --until {chosen.until}", "give the earlier day to --since"))
    if problems:
        raise CorpusError(problems)
    return tuple(dict.fromkeys(found))
