"""A discovery as files to read and edit: the draft topic lexicon as TOML, and a page about it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from framing.measures.discovery import Draft, DraftActor, DraftEntry
from framing.report.text import Markdown, bold, capital, join, md, plural

LEXICON = "discovered"
"""Id of the draft lexicon."""

_SHOWN = 12
_LONGER = 5
_QUOTED = 3
_INTRODUCTION = """\
Found without a lexicon in {articles} of {outlets}. Rules group the names and labels, and they make mistakes: what is doubtful has a
question mark. Edit `discovered.toml`, then run `framing report` with it.
"""
_HEAD = f"""\
# A draft, found in a corpus by rules. Edit it, then: framing report CORPUS --topic discovered.toml --out report/
#
# Actors stand in the order of how often they are mentioned. Behind each entry: its mentions, by outlet, and under it an example.
# "?" marks what is doubtful and why: look at these first. To join two actors, move the entries of one to the other and delete
# it; to drop a form, delete its line; to split an actor, give some of its entries a table of their own. names and labels decide by
# themselves; a word of ambiguous counts for the actor when a modifier, a possessor, an apposition or what went before says so.

id = "{LEXICON}"
version = "0.1"
language = "en"
licence = "MIT"
source = "Drafted by framing discover from the corpus; not yet edited"
source_url = "none"
"""


def draft_toml(draft: Draft, *, articles: int, outlets: int) -> str:
    """The draft as a topic lexicon (TOML): counts, examples and doubts as comments."""
    about = f"Actors found in {articles} article{'s' * (articles != 1)} of {outlets} outlet{'s' * (outlets != 1)}"
    return f"{_HEAD}description = {_string(about)}\n" + "".join(_actor(actor) for actor in draft.actors)


def _actor(actor: DraftActor) -> str:
    lines = [
        "", f"# {actor.count} mentions: {_counts(actor.mentions)}", f"[actors.{actor.id}]", f"name = {_string(actor.name)}",
        f"type = {_string(actor.type)}",
    ]  # fmt: skip
    for kind in ("names", "labels", "ambiguous"):
        lines += [f"{kind} = [", *(line for entry in actor.entries if entry.kind == kind for line in _entry(entry)), "]"]
    decisive = [entry.text for entry in actor.entries if entry.kind in ("names", "labels")]
    example = [f"On that day [{decisive[0]}] was in the news."] if decisive else []
    lines += [f"matches = [{', '.join(map(_string, example))}]", 'does_not_match = ["It rained all day."]']
    return "\n".join(lines) + "\n"


def _entry(entry: DraftEntry) -> list[str]:
    doubt = f"  ? {_comment(entry.doubt)}" if entry.doubt else ""
    outlet, text = entry.example
    lines = [f"    {_string(entry.text)},  # {entry.count}: {_counts(entry.outlets)}{doubt}"]
    if entry.longer:
        lines.append(f"    #     also as {_counts(dict(list(entry.longer.items())[:_LONGER]))}")
    return [*lines, f"    #     {_comment(text)} ({_comment(outlet)})"]


def _counts(outlets: Mapping[str, int]) -> str:
    return ", ".join(f"{_comment(outlet)} {count}" for outlet, count in outlets.items())


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    """Text as part of a comment line: no control or invisible characters."""
    plain = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)
    return " ".join(plain.split())


def page(draft: Draft, *, articles: int, outlets: Sequence[str]) -> str:
    """The page to read a discovery by (Markdown): every actor with the words that each outlet uses for it."""
    return join([
        Markdown("# Who is in these articles, and what they are called\n"),
        md(_INTRODUCTION, articles=plural(articles, "article"), outlets=plural(len(outlets), "outlet")),
        _overview(draft, outlets if len(outlets) <= _SHOWN else ()), *map(_section, draft.actors),
    ], "\n")  # fmt: skip


def _overview(draft: Draft, outlets: Sequence[str]) -> Markdown:
    """A table of the actors. outlets: those with a column of their own."""
    rows = [md("| actor | type | mentions |{outlets}", outlets=_cells(outlets)), Markdown("|---|---|--:|" + "--:|" * len(outlets))]
    for actor in draft.actors:
        cells = _cells(actor.mentions.get(outlet, 0) for outlet in outlets)
        name = md("[{name}](#{anchor})", name=actor.name, anchor=Markdown(actor.id))
        rows.append(md("| {name} | {type} | {count} |{cells}", name=name, type=actor.type, count=actor.count, cells=cells))
    return join([*rows, ""], "\n")


def _cells(values: Iterable[object]) -> Markdown:
    return join(md(" {value} |", value=value) for value in values)


def _section(actor: DraftActor) -> Markdown:
    ordered = sorted(actor.entries, key=lambda entry: (-entry.count, entry.text))
    rarer = len(ordered) - _SHOWN
    return join([
        md('<a id="{id}"></a>\n\n## {name}\n', id=Markdown(actor.id), name=actor.name),
        md("{type}, {mentions}.\n", type=capital(actor.type), mentions=plural(actor.count, "mention")),
        Markdown("| called | how often | by outlet | doubtful because |\n|---|--:|---|---|"), *map(_row, ordered[:_SHOWN]),
        md("\nand {n} in `discovered.toml`.", n=plural(rarer, "rarer form")) if rarer > 0 else "", "",
        *(md("> {quote} — {outlet}\n", quote=_quote(entry), outlet=entry.example[0]) for entry in ordered[:_QUOTED]),
    ], "\n")  # fmt: skip


def _row(entry: DraftEntry) -> Markdown:
    note = Markdown(" (shared)") if entry.kind == "ambiguous" else ""
    if entry.longer:
        note = md(", also as {forms}", forms=_counts(dict(list(entry.longer.items())[:_LONGER])))
    doubt = f"? {entry.doubt}" if entry.doubt and entry.kind != "ambiguous" else entry.doubt
    outlets = _counts(entry.outlets)
    return md("| {text}{note} | {n} | {outlets} | {doubt} |", text=entry.text, note=note, n=entry.count, outlets=outlets, doubt=doubt)


def _quote(entry: DraftEntry) -> Markdown:
    """The example with the form in bold, to the end of the word (entries have lemmas)."""
    text = entry.example[1]
    start = text.lower().find(entry.text.lower())
    if start < 0:
        return md("{text}", text=text)
    end = start + len(entry.text)
    while end < len(text) and text[end].isalpha():
        end += 1
    return bold(text, start, end)
