"""`framing train attribution` and `framing evaluate attribution`: attributions against articles that people annotated, in brat's format."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from framing.cli import options
from framing.cli.classify import write_whole

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer
    from framing.classify.attribution.examples import Annotated
    from framing.classify.attribution.figures import Judged

F = TypeVar("F", bound=Callable[..., object])
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NOTHING_GAINED = "It gains nothing that is surely more than chance: keep to the rules, or annotate more articles."


def _gold_option(command: F) -> F:
    return click.option(
        "--gold", metavar="DIR", type=FOLDER, required=True,
        help="Folder of .txt and .ann files (brat), such as `framing annotate --format brat` writes, corrected; or in PolNeAR's layout.",
    )(command)  # fmt: skip


@click.command("attribution")
@_gold_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="File for the scorer (.npz); the card stands beside it (.json).")  # fmt: skip
@click.option("--test", "tests", metavar="DIR", type=FOLDER, multiple=True, help="Annotated articles kept for measuring; several times.")
@click.option("--groups", type=click.Choice(("article", "outlet")), default="article", show_default=True,
              help="What stays together in cross-validation; outlet: what to expect of an outlet not learned from.")  # fmt: skip
@click.option("--name", default="attribution-own-1", show_default=True, help="Name and version of the scorer, as the manifest shows it.")
@click.option("--date", default=None, help="Date on the card (default: none).")
@click.option("--licence", default=None, help="Licence of the annotated articles, for the card.")
@options.parse_options
def train_attribution(
    gold: Path, out: Path, tests: tuple[Path, ...], groups: str, name: str, date: str | None, licence: str | None, workers: int,
    cache: Path | None,
) -> None:  # fmt: skip
    """Train a scorer of attributions on articles that you annotated; none ships.

    The rules propose, the scorer decides: which of the proposed attributions your annotators would count, whose they are and where
    contents end. The same folder gives the same scorer, bit for bit. Its figures in cross-validation are printed beside those of the rules.

    \b
    Example:
      framing annotate articles/ --format brat --out brat/     # then correct brat/ in brat
      framing train attribution --gold brat/ --out my-attribution.npz
      framing report articles/ --topic syria --attribution-model my-attribution.npz --out report/
    """
    from framing.classify.attribution import card as cards
    from framing.classify.attribution import fit as fitting
    from framing.classify.training import TrainingError
    from framing.measures import attribution

    if not out.parent.is_dir():  # before the work, not after it
        raise click.ClickException(f"Cannot write {out}: there is no folder {out.parent}.\n  Fix: make it, or choose another --out.")
    lexicons = _lexicons()
    articles = _annotated(gold, groups=groups, workers=workers, cache=cache)
    kept = {path: _annotated(path, groups=groups, workers=workers, cache=cache) for path in tests}
    rules = fitting.Rules(
        frames=lambda document: (
            (frame, token, held.heads[0]) for token in range(len(document)) for frame, held in attribution.frames(document, token)
        ),
        propose=lambda document, known: attribution.candidates(document, lexicons, known),
    )
    try:
        with options.progress() as bar:
            fitted = fitting.fit(name, articles, rules, progress=bar("Learning"))
    except TrainingError as error:
        raise click.ClickException(f"{gold}: {error}") from error
    ruled, scored = _judged(articles, None), _judged(articles, fitted.unseen)
    tested = {path.name: (_judged(some, None), _judged(some, [fitted.scorer] * len(some))) for path, some in kept.items()}
    card = cards.card(
        fitted, articles, file=gold.name, grouped_by=groups, ruled=ruled, scored=scored, tests=tested, date=date, licence=licence
    )
    write_whole(out, fitted.scorer.to_bytes())
    write_whole(out.with_suffix(".json"), (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode())
    _tell(f"cross-validation by {groups}, {len(articles)} articles", card["cross_validation"])
    for path, found in card["tests"].items():
        _tell(path, found)
    gain = card["cross_validation"]["gained"]
    if not any(low > 0 for _, low, _ in gain.values()):
        click.echo(_NOTHING_GAINED)
    if any(high < 0 for _, _, high in gain.values()):
        click.echo(f"It is surely worse at {', '.join(measure for measure, (_, _, high) in gain.items() if high < 0)}.")
    click.echo(f"Use it with --attribution-model {out}")


@click.command("attribution")
@_gold_option
@click.option("--attribution-model", "--model", "model", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Scorer from `framing train attribution`, told beside the rules.")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File for the figures in full (.json).")
@options.parse_options
def evaluate_attribution(gold: Path, model: Path | None, out: Path | None, workers: int, cache: Path | None) -> None:
    """Attributions of the rules, and of a scorer of your own beside them, against articles that you annotated.

    Content, source and cue by token (F1); attributions whose contents overlap by .3 and .8 (F1), by outlet too; and how often source and
    cue of those found are right.

    \b
    Example:
      framing evaluate attribution --gold annotated/
      framing evaluate attribution --gold annotated/ --attribution-model my-attribution.npz --out figures.json
    """
    from framing.classify.attribution.card import compared, data_sha256
    from framing.classify.attribution.figures import of
    from framing.cli.models import learned_from

    scorer = None if model is None else options.read_scorer(model)
    articles = _annotated(gold, groups="article", workers=workers, cache=cache)
    ruled = _judged(articles, None)
    found = {"rules": of(ruled)} if scorer is None else compared(ruled, _judged(articles, [scorer] * len(articles)))
    _tell(f"{gold.name}, {len(articles)} articles", found)
    if scorer is not None and learned_from(str(model), data_sha256(articles)):
        click.echo("The scorer was trained on these very articles: its figures flatter it. Evaluate on articles that are new to it.")
    if out is not None:
        write_whole(out, (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode())


def _lexicons() -> object:
    from framing.measures import observe as measures
    from framing.measures.attribution import CueLexicons

    lexicons = measures.load_lexicons()
    return CueLexicons(lexicons.cues, lexicons.complements)


def _annotated(folder: Path, *, groups: str, workers: int, cache: Path | None) -> list[Annotated]:
    """The annotated articles of a folder with their parses. Raises CorpusError with all that is wrong in it."""
    from framing import corpus as corpora
    from framing.classify.attribution.examples import Annotated
    from framing.classify.attribution.figures import Spans
    from framing.language import parse

    corpus, found = corpora.read_annotated(folder)
    options.tell(corpus.problems)
    articles = []
    with options.progress() as bar:
        advance = bar("Parsing")
        for article, document in zip(corpus.articles, parse(corpus.articles, workers=workers, cache=cache)):
            gold = [Spans(one.source, one.cue, one.content) for one in found[article.article_id]]
            articles.append(Annotated(article.outlet if groups == "outlet" else article.article_id, article.outlet, document, gold))
            advance(len(articles), len(corpus.articles))
    return articles


def _judged(articles: Sequence[Annotated], scorers: Sequence[Scorer] | None) -> list[Judged]:
    """Each article with its annotated attributions and those found by the rules (scorers: None) or by its scorer."""
    from framing.classify.attribution.figures import Judged, Spans
    from framing.measures import attribution

    lexicons = _lexicons()
    judged = []
    for number, one in enumerate(articles):
        found = attribution.find(one.document, lexicons, scorers[number] if scorers else None).attributions
        spans = [Spans((each.source,) if each.source else (), (each.cue,) if each.cue else (), each.content) for each in found]
        judged.append(Judged(one.outlet, one.document.text, one.gold, spans))
    return judged


def _tell(title: str, found: dict) -> None:
    from framing.classify.attribution.card import told

    click.echo(title)
    for line in told(found["rules"], found.get("scorer"), found.get("gained")):
        click.echo(line)
    click.echo()
