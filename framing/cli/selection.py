"""Options that choose part of a corpus or of a report, shared by the commands that compare."""

from __future__ import annotations

import datetime
import difflib
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

import click
import pyarrow as pa

from framing import corpus
from framing.cli import options
from framing.compare.periods import LENGTHS

F = TypeVar("F", bound=Callable[..., object])
FIND = "find"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the options choose; events: a file, "find" or None."""

    outlets: tuple[str, ...]
    actors: tuple[str, ...]
    since: str | None
    until: str | None
    by: str | None
    without_wire: bool
    events: str | None

    def recorded(self) -> dict[str, object]:
        """The choices for the manifest; what was not chosen is not in it."""
        events = {FIND: "found", None: None}.get(self.events, "given")
        made = {**vars(self), "events": events}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in made.items() if value}


def selection_options(command: F) -> F:
    """--outlets, --actors, --since, --until, --by, --without-wire and --events; the command gets them as `chosen`."""

    @functools.wraps(command)
    def with_choice(*args: object, outlets: tuple[str, ...], actors: tuple[str, ...], since: str | None, until: str | None, by: str | None,
                    without_wire: bool, events: str | None, **options: object) -> object:
        chosen = Chosen(outlets=outlets, actors=actors, since=since, until=until, by=by, without_wire=without_wire, events=events)
        return command(*args, chosen=chosen, **options)

    for decorate in reversed((
        click.option("--outlets", metavar="NAME,...", multiple=True, help="Only these outlets; may be given several times."),
        click.option("--actors", metavar="NAME,...", multiple=True,
                     help="Show only these actors of the topic, by id or name; figures stay the same, estimates.csv has all."),
        click.option("--since", metavar="DAY", callback=_day, help="Only articles of this day (YYYY-MM-DD) or later."),
        click.option("--until", metavar="DAY", callback=_day, help="Only articles of this day or earlier."),
        click.option("--by", type=click.Choice(list(LENGTHS)), show_default="the shortest that makes at most 12",
                     help="Period of change over time."),
        click.option("--without-wire", is_flag=True, help="Leave agency copy out, except in the outlet that is the agency."),
        click.option("--events", metavar="FILE|find",
                     help="Table of events (article_id, event), as `framing events` writes it; find: group the articles now."),
    )):  # fmt: skip
        with_choice = decorate(with_choice)
    return with_choice  # type: ignore[return-value]


def _day(context: click.Context, option: click.Parameter, written: str | None) -> str | None:
    if written is None:
        return None
    try:
        return datetime.date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        raise click.BadParameter(f"{written!r} is no day; write it as YYYY-MM-DD, e.g. 2016-07-31.", context, option) from None


def settled(chosen: Chosen, read: corpus.Corpus, actors: Mapping[str, str]) -> Chosen:
    """The choice with names one by one, actors by id. actors: id -> name. Raises click.ClickException for an actor that there is not,
    and for an option that names nothing.
    """
    known = {article.outlet for article in read.articles}
    empty = [("--outlets", "outlet", chosen.outlets, sorted(known)), ("--actors", "actor", chosen.actors, sorted(actors))]
    problems = [f"{option}: {', '.join(map(repr, given))} names no {what}; leave the option out for all, or choose of {', '.join(among)}"
                for option, what, given, among in empty if given and not _names(given, set())]  # fmt: skip
    if problems:
        raise click.ClickException("\n".join(problems))
    spelt = {outlet.casefold(): outlet for outlet in known}
    outlets = tuple(name if name in known else spelt.get(name.casefold(), name) for name in _names(chosen.outlets, known))
    return replace(chosen, outlets=outlets, actors=_actors(chosen.actors, actors))


def select(read: corpus.Corpus, chosen: Chosen, *, strict: bool) -> corpus.Corpus:
    """The corpus with events given and what is not chosen left out. Raises corpus.CorpusError with all that is wrong."""
    if chosen.events and chosen.events != FIND:
        read = options.read_events(read, chosen.events, strict)
    picked = corpus.Selection(outlets=chosen.outlets, since=chosen.since, until=chosen.until, wire=not chosen.without_wire)
    return corpus.Corpus(corpus.select(read.articles, picked), read.problems)


def _names(given: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    """Names from an option that may be repeated and may list several with commas; a name that has a comma itself stays whole."""
    return tuple(name for one in given for name in ([one] if one in known else (part.strip() for part in one.split(","))) if name)


def _actors(given: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    by_name = {name.casefold(): actor for actor, name in known.items()} | {actor.casefold(): actor for actor in known}
    found, problems = [], []
    for name in _names(given, {*known, *known.values()}):
        if name.casefold() in by_name:
            found.append(by_name[name.casefold()])
            continue
        near = difflib.get_close_matches(name.casefold(), by_name, n=1, cutoff=0.5)
        meant = f" Did you mean {by_name[near[0]]} ({known[by_name[near[0]]]})?" if near else ""
        problems.append(f"--actors: the topic has no actor {name!r}.{meant}")
    if problems:
        listed = ", ".join(f"{actor} ({name})" for actor, name in sorted(known.items()))
        raise click.ClickException("\n".join([*problems, f"  Fix: choose of {listed}."]))
    return tuple(dict.fromkeys(found))


def shown(estimates: pa.Table, chosen: tuple[str, ...]) -> pa.Table:
    """The estimates, or pairs, of the chosen actors and those of no actor; all without a choice."""
    if not chosen:
        return estimates
    return estimates.filter(pa.array([actor is None or actor in chosen for actor in estimates["actor"].to_pylist()], pa.bool_()))
