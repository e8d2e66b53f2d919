"""How far outlets lie apart in what they call the actors, whom they quote, in which tone they write, and with which kinds of words.

Counts: four profiles of an outlet, each a distribution over categories: facets of labels by actor; types of sources and stances of cues;
tone labels by actor; categories of the language lexicons. Labels, tone and language in the outlet's own voice.
Formulas, with M the mean of two outlets' distributions P and Q, and logarithms to base 2:
    jensen_shannon   sqrt(H(M) - (H(P) + H(Q)) / 2), averaged over the profiles; outlet to outlet (category: the other outlet)
    chance           mean of the same when outlets are dealt to articles at random within event; as p, the share of 200 such deals at least
                     as far apart
    nearest          share of 200 bootstrap draws in which the other outlet is the nearest of all
    cluster          (outlet null, category: members) share of those draws in which an average-linkage tree has the same cluster
    apart_by         part of an outlet's distance from all others together that a category makes, with a minus where it has less of it
Unit: distance. Range: 0 (the same distribution) to 1 (nothing in common). The interval is value +- 1.96 standard errors of the bootstrap:
redrawn articles lie further apart than articles do, so that percentiles would be too high (Efron & Tibshirani 1993, ch. 10). For the same
reason outlets with few observations lie further apart by chance alone: read a distance against its chance.
Undefined: for outlets with too few articles or observations in a profile, which are left out; a profile of which fewer than two thirds of
the outlets have enough is left out instead (the note says which are used). Nothing below two profiles or two outlets.
Source: Lin (1991), Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37; Endres & Schindelin (2003)
for its root as a metric; support of clusters after Felsenstein (1985), Confidence limits on phylogenies, Evolution 39.

>>> half = np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 1.0], [1.0, 1.0, 0.0]])
>>> jensen_shannon(half).round(4).tolist()
[[0.0, 0.7071, 0.0], [0.7071, 0.0, 0.7071], [0.0, 0.7071, 0.0]]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from framing.compare import resample
from framing.compare.facets import faceted
from framing.compare.figure import VOICES, Figure, Items, column, encode, flags, join, kept_articles, read
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix
from framing.compare.table import assemble

PROFILES = ("labels", "sources", "tone", "language")
DRAWS = 200
_SEPARATOR = "|"
METHOD = "Jensen-Shannon distance of profiles, mean of labels, sources, tone and language"


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What is counted: every observation of the four profiles, its category the profile, the actor if any, and the category."""
    mentions = read(tables, "mentions", actor="actor", voice="voice")
    labels = faceted(tables, mentions.take(flags(tables, "mentions", "kind", "label") & (mentions.actor >= 0)), otherwise="none")
    tone = read(tables, "tone", actor="actor", voice="voice").of(encode(column(tables, "tone", "label")))
    language = read(tables, "language", voice="voice", category="category")
    sources = read(tables, "attributions", category="source_type")
    stances = read(tables, "attributions", category="stance")
    own = [items.take(items.voice == VOICES.index("outlet")) for items in (labels, tone, language)]
    named = [_named("labels", own[0]), _named("sources", sources), _named("sources", stances, "cue "), _named("tone", own[1]),
             _named("language", own[2])]  # fmt: skip
    names = sorted({name for items in named for name in items.categories})
    counted = join([_renamed(items, names) for items in named])
    # They come from several tables: what they have in common to show is their article.
    counted = replace(counted, row=_rows_of_articles(tables["articles"])[counted.article])
    return [
        Figure(measure="distance", statistic="jensen_shannon", table="articles", counted=counted, base=counted, method=METHOD, tested=())
    ]  # fmt: skip


def _rows_of_articles(articles: pa.Table) -> np.ndarray:
    """Row of each kept article in the articles table, the articles in order of id."""
    row = {article: place for place, article in enumerate(articles["article_id"].to_pylist())}
    return np.array([row[article] for article in kept_articles(articles)], int)


def _named(profile: str, items: Items, prefix: str = "") -> Items:
    """The items with a category that says all: profile, actor and category."""
    items = items.take((items.category >= 0) & (items.article >= 0))
    actors = [items.actors[code] if code >= 0 else "" for code in items.actor.tolist()]
    written = [
        _SEPARATOR.join((profile, actor, prefix + items.categories[code])) for actor, code in zip(actors, items.category.tolist())
    ]  # fmt: skip
    codes, names = encode(pa.array(written, pa.string()))
    nothing = np.full(len(items.row), -1)
    return replace(items, category=codes, categories=names, actor=nothing, actors=(), voice=np.full(len(items.row), VOICES.index("all")))


def _renamed(items: Items, names: Sequence[str]) -> Items:
    place = np.array([names.index(name) for name in items.categories] or [-1], int)
    return replace(items, category=place[items.category] if len(items.category) else items.category, categories=names)


def jensen_shannon(counts: np.ndarray) -> np.ndarray:
    """Distances between the rows (... x outlets x categories) of counts: ... x outlets x outlets; nan for a row without counts."""
    share = resample.ratio(counts, counts.sum(axis=-1, keepdims=True))
    entropy = -_plogp(share).sum(axis=-1)
    distance = np.zeros((*entropy.shape, entropy.shape[-1]))
    for one in range(share.shape[-2] - 1):
        middle = -_plogp((share[..., [one], :] + share[..., one + 1 :, :]) / 2).sum(axis=-1)
        divergence = middle - (entropy[..., [one]] + entropy[..., one + 1 :]) / 2
        distance[..., one, one + 1 :] = distance[..., one + 1 :, one] = np.sqrt(np.maximum(divergence, 0))
    return distance


def _plogp(share: np.ndarray) -> np.ndarray:
    return share * np.log2(share, out=np.zeros_like(share), where=share > 0)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table: distances, chance, nearest, clusters and what sets an outlet apart."""
    counted = figure.counted
    if sample.single or not len(counted.row):
        return []
    counts = matrix(sample, counted, counted.category, len(counted.categories), counted.weight).toarray()
    profiles, asked = _asked(counts, counted.categories, sample, rules)
    if len(profiles) < 2 or len(asked) < 2:
        return []
    parts, note = list(profiles.values()), f"profiles: {', '.join(profiles)}"
    sums = resample.outlet_sums(sample, counts)
    value = _distance(sums[asked], parts)
    drawn = _distance(_drawn(sample, counts, asked), parts)
    dealt = _distance(_dealt(sample, counts)[:, asked], parts) if sample.exchangeable else None
    articles = np.array([len(sample.members[outlet]) for outlet in asked])
    names = np.array(sample.outlets, object)[asked]
    observations = sums[asked].sum(axis=1).astype(int)
    return [*_pairs(sample, value, drawn, dealt, names, articles, observations, note), *_clusters(value, drawn, names, articles),
            *_apart(sums, asked, parts, counted.categories, names, articles)]  # fmt: skip


def _asked(counts: np.ndarray, categories: Sequence[str], sample: Sample, rules: Rules) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Columns of each profile that most outlets have enough of, by name, and the outlets that have enough of all these."""
    parts, allowed = {}, []
    many = sum(len(members) >= rules.minimum_articles for members in sample.members)
    for profile in PROFILES:
        columns = np.array([place for place, name in enumerate(categories) if name.startswith(profile + _SEPARATOR)], int)
        mine = counts[:, columns].sum(axis=1, keepdims=True)
        size, articles = (resample.outlet_sums(sample, values)[:, 0] for values in (mine, (mine > 0).astype(float)))
        enough = np.array([note is None for note in rules.objections(articles, size, single=sample.single)], bool)
        if enough.sum() >= max(2, many * 2 / 3):
            parts[profile] = columns
            allowed.append(enough)
    return parts, np.flatnonzero(np.logical_and.reduce(allowed)) if allowed else np.array([], int)


def _distance(sums: np.ndarray, parts: Sequence[np.ndarray]) -> np.ndarray:
    return np.mean([jensen_shannon(sums[..., columns]) for columns in parts], axis=0)


def _drawn(sample: Sample, counts: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Sums of the outlets in bootstrap draws: draws x outlets x categories."""
    return np.stack([sample.weights[outlet][:, :DRAWS].T @ counts[sample.members[outlet]] for outlet in asked], axis=1)


def _dealt(sample: Sample, counts: np.ndarray) -> np.ndarray:
    """Sums of all outlets when articles are dealt to them at random within event: draws x outlets x categories."""
    outlets = sample.shuffled[:, :DRAWS] - np.arange(min(DRAWS, sample.draws)) * len(sample.outlets)
    return np.stack([np.stack([counts[deal == outlet].sum(axis=0) for outlet in range(len(sample.outlets))]) for deal in outlets.T])


def _pairs(
    sample: Sample, value: np.ndarray, drawn: np.ndarray, dealt: np.ndarray | None, names: np.ndarray, articles: np.ndarray,
    size: np.ndarray, note: str,
) -> Iterator[pa.Table]:
    one, other = np.nonzero(~np.eye(len(names), dtype=bool))
    error = drawn.std(axis=0)[one, other]
    common = {"measure": "distance", "voice": "all", "outlet": names[one], "category": names[other], "articles": articles[one]}
    how = f"{METHOD}; standard error of {min(DRAWS, sample.draws)} bootstrap draws over articles, seed {sample.seed}"
    common |= {"observations": size[one], "note": note, "method": how}
    p = np.full(len(one), np.nan)
    if dealt is not None:
        upper = one < other
        half = resample.exceedance(value[one, other][upper], dealt[:, one[upper], other[upper]])
        q = {frozenset(pair): number for pair, number in zip(zip(one[upper], other[upper]), resample.adjust(half))}
        both = {frozenset(pair): number for pair, number in zip(zip(one[upper], other[upper]), half)}
        p, adjusted = (np.array([known[frozenset(pair)] for pair in zip(one, other)]) for known in (both, q))
        yield assemble(common | {"statistic": "chance", "value": dealt.mean(axis=0)[one, other]})
    else:
        adjusted = p
    ends = {"low": np.maximum(value[one, other] - 1.96 * error, 0), "high": np.minimum(value[one, other] + 1.96 * error, 1)}
    figures = {"value": value[one, other], **ends, "level": np.where(np.isnan(error), np.nan, LEVEL), "p_value": p, "q_value": adjusted}
    yield assemble(common | {"statistic": "jensen_shannon", **figures})
    if len(names) > 2:
        nearest = np.where(np.eye(len(names), dtype=bool), np.inf, drawn).argmin(axis=-1)
        support = np.array([(nearest[:, place] == beside).mean() for place, beside in zip(one, other)])
        yield assemble(common | {"statistic": "nearest", "value": support})


def clusters(distance: np.ndarray) -> list[frozenset[int]]:
    """Members of each cluster of an average-linkage tree, but the whole."""
    from scipy.cluster.hierarchy import linkage, to_tree  # here: not every process that compares makes trees
    from scipy.spatial.distance import squareform

    if len(distance) < 3:
        return []
    _, nodes = to_tree(linkage(squareform(distance, checks=False), "average"), rd=True)
    found = [frozenset(node.pre_order()) for node in nodes if not node.is_leaf()]
    return [members for members in found if len(members) < len(distance)]


def _clusters(value: np.ndarray, drawn: np.ndarray, names: np.ndarray, articles: np.ndarray) -> Iterator[pa.Table]:
    """Support of each cluster; members stand in the order of names, apart by a line."""
    found = clusters(value)
    if not found:
        return
    trees = [set(clusters(distance)) for distance in drawn]
    columns = {
        "measure": "distance", "voice": "all", "statistic": "cluster",
        "category": np.array([_SEPARATOR.join(names[sorted(members)]) for members in found], object),
        "value": np.array([sum(members in tree for tree in trees) / len(trees) for members in found]),
        "articles": np.array([int(articles[sorted(members)].sum()) for members in found]),
        "method": f"average linkage; share of {len(trees)} bootstrap draws with the same cluster",
    }  # fmt: skip
    yield assemble(columns)


def _apart(
    sums: np.ndarray, asked: np.ndarray, parts: Sequence[np.ndarray], categories: Sequence[str], names: np.ndarray, articles: np.ndarray
) -> Iterator[pa.Table]:
    """For each outlet the three categories that make most of its divergence from all others together."""
    rows: list[tuple[str, str, float, int]] = []
    for name, outlet, many in zip(names, asked, articles):
        found = []
        for columns in parts:
            own, others = sums[outlet, columns], sums[asked][:, columns].sum(axis=0) - sums[outlet, columns]
            share, rest = (resample.ratio(one, one.sum(keepdims=True)) for one in (own, others))
            part = (_plogp(share) + _plogp(rest)) / 2 - _plogp((share + rest) / 2)
            found += zip(np.where(share >= rest, part, -part).tolist(), (categories[place] for place in columns))
        best = sorted(found, key=lambda one: (-abs(one[0]), one[1]))[:3]
        rows += [(name, category, value, int(many)) for value, category in best]
    outlet, category, value, many = zip(*rows)
    yield assemble(
        {"measure": "distance", "voice": "all", "statistic": "apart_by", "outlet": np.array(outlet, object), "articles": np.array(many),
         "category": np.array(category, object), "value": np.array(value), "method": "part of the divergence from all others together"}
    )  # fmt: skip
