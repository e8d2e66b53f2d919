"""Methods and limits: what the figures were made with, how far the measures saw, and what they cannot tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from framing.report.grid import Row
from framing.report.text import Markdown, integer, md, percent, plural, series

HASH = 12
"""Characters of a hash that are printed; the manifest has them all."""


@dataclass(frozen=True)
class Methods:
    """What the methods section prints besides its standing text."""

    corpus: str
    model: Mapping[str, str]
    packages: Sequence[tuple[str, str]]
    draws: object
    seed: object
    tone_models: Sequence[str]
    attribution_model: Mapping[str, str]
    loaded_model: Mapping[str, str] | None
    coverage: Sequence[Markdown]
    tests: Markdown
    paper: Sequence[Markdown]
    availability: Sequence[Markdown]


def methods(tables: Mapping[str, pa.Table], estimates: Iterable[Row], manifest: Mapping[str, object]) -> Methods:
    """The methods of a run from its manifest (the keys of `framing.measures.observe.manifest`, and options with draws and seed)."""
    options = manifest["options"]
    return Methods(
        corpus=manifest["corpus"]["sha256"][:HASH],
        model=_shortened(manifest["model"]),
        packages=sorted(manifest["packages"].items()),
        draws=options["draws"],
        seed=options["seed"],
        tone_models=sorted({model for model in tables["tone"]["model"].to_pylist() if model}),
        attribution_model=_shortened(manifest.get("attribution_model", {})),
        loaded_model=manifest.get("loaded_model"),
        coverage=[*_mentions(tables["mentions"]), *_sources(tables["attributions"])],
        tests=_tests(estimates),
        paper=_paper(tables["articles"], manifest),
        availability=_availability(manifest),
    )


def _scored(model: Mapping[str, str]) -> Iterator[Markdown]:
    yield md(
        "Which of the proposed attributions count, and where sources and contents end, was decided by a scorer of our own ({name}, SHA-256 "
        "{sha256}), trained on articles annotated by hand.",
        name=model["name"], sha256=model["sha256"][:HASH],
    )  # fmt: skip


def _shortened(model: Mapping[str, str]) -> Mapping[str, str]:
    return {**model, "sha256": model["sha256"][:HASH]} if model else {}


def _paper(articles: pa.Table, manifest: Mapping[str, object]) -> list[Markdown]:
    """What was done, as the methods section of a paper would say it."""
    kept = [row for row in articles.select(["outlet", "event", "kept"]).to_pylist() if row["kept"]]
    packages, model, options = manifest["packages"], manifest["model"], manifest["options"]
    events = len({row["event"] for row in kept if row["event"]})
    within = " and, where an outlet has five articles on an event, within event" if events else ""
    said = [
        md(
            "We compared {articles} by {outlets}{events} with framing {framing}.",
            articles=plural(len(kept), "article"),
            outlets=plural(len({row["outlet"] for row in kept}), "outlet"),
            events=md(" on {events}", events=plural(events, "event")) if events else Markdown(),
            framing=packages.get("framing", ""),
        ),
        md(
            "Texts were parsed with spaCy {spacy} ({model} {version}); actors, labels, attributions and actions were found by rules and "
            "lexicons{topic}, apart for the outlets' own voice, direct and reported speech.",
            spacy=packages.get("spacy", ""),
            model=model["name"],
            version=model["version"],
            topic=md(" (topic lexicon {topic})", topic=manifest["topic"]) if manifest["topic"] else Markdown(),
        ),
        *(_scored(manifest["attribution_model"]) if "attribution_model" in manifest else ()),
        md(
            "The article is the unit of sampling: 95% intervals are percentile bootstraps over articles within outlet{within} (Efron and "
            "Tibshirani 1993; {draws} draws, seed {seed}), tests permute outlets over articles within event (Phipson and Smyth 2010), p "
            "is corrected within each family of tests by the method of Benjamini and Hochberg (1995).",
            within=Markdown(within),
            draws=integer(int(options["draws"])),
            seed=options["seed"],
        ),
        Markdown("Shares, rates and means are given from 5 articles and 20 observations on; nearly identical articles are counted once."),
    ]
    if events:
        said.append(
            Markdown(
                "Differences were parted into wording within shared events and choice of event by the method of Kitagawa (1955), with "
                "intervals from a bootstrap over events."
            )
        )
    return said


def _availability(manifest: Mapping[str, object]) -> list[Markdown]:
    """What can be had, and how the report is made again."""
    return [
        md(
            "All estimates (estimates.csv), the observations behind them (tables/) and the options, versions and hashes of this run "
            "(manifest.json) accompany the report; two runs with the same manifest give the same figures.",
        ),
        md(
            "The {articles} of the corpus (SHA-256 {hash}…) are not part of it, but tables/sentences.csv and the evidence pages quote "
            "them: check the rights in the texts before these files are passed on.",
            articles=plural(manifest["corpus"]["articles"], "article"),
            hash=manifest["corpus"]["sha256"][:HASH],
        ),
    ]


def _mentions(mentions: pa.Table) -> list[Markdown]:
    decided = Counter(mentions["resolved_by"].to_pylist())
    unresolved = sum(actor is None for actor in mentions["actor"].to_pylist())
    if not mentions.num_rows:
        return [Markdown("No actor of the topic was found.")]
    ranked = sorted(((by, count) for by, count in decided.items() if by), key=lambda item: (-item[1], item[0]))
    ways = series([md("by {by} ({count})", count=integer(count), by=by) for by, count in ranked])
    said = [md("{mentions} of actors found.", mentions=plural(mentions.num_rows, "mention"))]
    if ways:
        said.append(md("Their actor was decided {ways}.", ways=ways))
    return [*said, _unresolved(unresolved, mentions.num_rows)]


def _unresolved(count: int, mentions: int) -> Markdown:
    if not count:
        return Markdown("None stays unresolved.")
    stay = "stays unresolved and counts" if count == 1 else "stay unresolved and count"
    return md("{count} ({share}) {stay} for no actor.", count=integer(count), share=percent(count / mentions), stay=stay)


def _sources(attributions: pa.Table) -> list[Markdown]:
    rows = list(zip(attributions["source"].to_pylist(), attributions["source_actor"].to_pylist()))
    if not rows:
        return [Markdown("No attribution was found.")]
    unresolved = sum(bool(source) and actor is None for source, actor in rows)
    without = sum(not source for source, _ in rows)
    found = [
        (len(rows), plural(len(rows), "attribution"), "found"),
        (without, integer(without), "without a source in the text"),
        (unresolved, integer(unresolved), "with a source that could not be told to be an actor of the topic or somebody else"),
    ]
    return [_counted(count, what, how, len(rows)) for count, what, how in found if count]


def _counted(count: int, what: Markdown, how: str, total: int) -> Markdown:
    share = md(" ({share})", share=percent(count / total)) if count < total else Markdown()
    return md("{what} {how}{share}.", what=what, how=how, share=share)


def _tests(estimates: Iterable[Row]) -> Markdown:
    """How many permutation tests were made and how many held out."""
    numbers: Counter[str] = Counter()
    for row in estimates:
        if row["measure"] == "tests":
            numbers[row["statistic"]] += int(row["value"])
    if not numbers["made"]:
        return Markdown("No test between outlets could be made.")
    made = md("{tests} {were} made", tests=plural(numbers["made"], "test"), were="was" if numbers["made"] == 1 else "were")
    if not numbers["held_out"]:
        return md("{made}.", made=made)
    were = "was undefined and is" if numbers["held_out"] == 1 else "were undefined and are"
    return md("{made}; {held_out} more {were} held out of the correction.", made=made, held_out=integer(numbers["held_out"]), were=were)
