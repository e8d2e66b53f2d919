"""Articles with attributions that people annotated, in brat's standoff format: ARTICLE.txt with ARTICLE.ann.

An attribution is an event of type Attribution (or Attribution-no-source) with the roles Source, Cue and Content, as in PolNeAR (Newell,
Margolin & Ruths 2018) and as `framing annotate --format brat` writes it. PolNeAR's own layout is read too: text/ARTICLE.txt with
attributions/ARTICLE_ANNOTATOR.ann. Offsets are in characters of the text with universal newlines.
Format: brat rapid annotation tool, "Standoff format".
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.article import Article, Span
from framing.corpus.decoding import decode, read_bytes
from framing.corpus.problems import ERROR, Problem, error, warning

ROLES = ("Source", "Cue", "Content")
_EVENT = "Attribution"
_TEXTS = "text"
"""Folder that may hold the texts, beside one with the annotations."""
_MARK = re.compile(r"(T\d+)\t(\S+) ([^\t]*)\t?(.*)")
_PLACES = re.compile(r"\d+ \d+(?:;\d+ \d+)*")
_ROLE = re.compile(r"(\S+?)\d*:(\S+)")


@dataclass(frozen=True)
class Annotation:
    """An annotated attribution by character spans; source and cue may have none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def texts_of(folder: Path) -> Path:
    """The folder with the texts: its sub-folder text/ where it has one, else itself."""
    return folder / _TEXTS if (folder / _TEXTS).is_dir() else folder


def annotations(folder: str | os.PathLike[str], articles: tuple[Article, ...]) -> tuple[dict[str, list[Annotation]], list[Problem]]:
    """(article_id -> its attributions, everything that is wrong) of the articles, read from the folder, that have an .ann file."""
    folder = Path(folder)
    files = sorted(path for path in folder.rglob("*.ann") if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    if not files:
        fix = "give a folder that brat wrote, or `framing annotate --format brat` for you to correct: a .txt and an .ann file an article"
        return {}, [error("no-annotations", folder, "holds no .ann file", fix)]
    found: dict[str, list[Annotation]] = {}
    problems, bare, doubled = [], [], []
    by_name, known = _by_name(files), set(files)
    for article in articles:
        path = Path(article.read_from)
        mine = [path.with_suffix(".ann")] if path.with_suffix(".ann") in known else by_name.get(path.stem, [])
        if not mine:
            bare.append(path.name)
            continue
        doubled += [path.name] if len(mine) > 1 else []
        data, wrong = read_bytes(mine[0])
        text, more = (None, []) if data is None else decode(data, mine[0])
        problems += [*wrong, *more]
        if text is not None:
            found[article.article_id], wrong = _read(text, article.text, mine[0])
            problems += wrong
    if bare:
        problems.append(warning("not-annotated", folder, f"{len(bare)} texts have no .ann file and are left out: {_some(bare)}",
                                "annotate them, an empty .ann file where nothing is attributed"))  # fmt: skip
    if doubled:
        problems.append(warning("several-annotators", folder, f"{len(doubled)} texts have several .ann files: {_some(doubled)}",
                                "the first by name is read; remove it to read the next"))  # fmt: skip
    if not any(found.values()) and not any(problem.severity == ERROR for problem in problems):
        fix = f"mark them as events of type {_EVENT} with the roles {', '.join(ROLES)}"
        problems.append(error("no-attributions", folder, "no .ann file that belongs to a text holds an attribution", fix))
    return found, problems


def _by_name(files: list[Path]) -> Mapping[str, list[Path]]:
    """The files by their names without ending, and by these without what stands behind the last underscore (an annotator)."""
    whole, cut = defaultdict(list), defaultdict(list)
    for path in files:
        whole[path.stem].append(path)
        cut[path.stem.rpartition("_")[0]].append(path)
    return {**cut, **whole}


def _read(written: str, text: str, path: Path) -> tuple[list[Annotation], list[Problem]]:
    marks: dict[str, tuple[str, tuple[Span, ...]]] = {}
    problems: list[Problem] = []
    lines = list(enumerate(written.split("\n"), 1))
    for number, line in lines:
        if mark := _MARK.match(line):  # other lines that begin so are the rest of a marked text with a line break in it
            marks[mark[1]] = mark[2], _spans(mark[3])
            problems += _wrong(mark, text, f"{path}:{number}")
    found, other = [], Counter()
    for number, line in lines:
        if re.match(r"[ER]\d+\t", line):
            kind, *roles = line.split("\t")[1].split() or [""]
            if line[0] == "R" or not kind.startswith(_EVENT):
                other[kind.partition(":")[0]] += 1
                continue
            parts, wrong = _parts(roles, marks, f"{path}:{number}")
            problems += wrong
            if not wrong and parts["Content"]:
                found.append(Annotation(*(tuple(parts[role]) for role in ROLES)))
            elif not wrong and roles:
                other[f"{kind.partition(':')[0]} without Content"] += 1
    if other:
        told = ", ".join(f"{times} {kind}" for kind, times in sorted(other.items()))
        fix = f"attributions are events of type {_EVENT} with the roles {', '.join(ROLES)}, of which Content must be there"
        problems.append(warning("no-attribution", path, f"left alone: {told}", fix))
    return found, problems


def _spans(written: str) -> tuple[Span, ...]:
    if not _PLACES.fullmatch(written):
        return ()
    return tuple((int(start), int(end)) for start, end in (part.split() for part in written.split(";")))


def _wrong(mark: re.Match[str], text: str, where: str) -> Iterator[Problem]:
    spans = _spans(mark[3])
    if not spans:
        yield error("bad-mark", where, f"{mark[1]} has no offsets ({mark[3]!r})", "write TYPE START END, several parts with ; between")
        return
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            yield error("bad-offsets", where, f"{mark[1]} stands at {start} to {end}, but its text has {len(text)} characters",
                        "the .ann file must belong to the .txt file beside it, and that must not be changed after annotating")  # fmt: skip
            return
    there, told = ("".join(part.split()) for part in ("".join(text[start:end] for start, end in spans), mark[4]))
    if not there.startswith(told):
        yield error("other-text", where, f"{mark[1]} says {mark[4][:40]!r}, but {text[slice(*spans[0])][:40]!r} stands there",
                    "offsets count characters from 0; restore the text that was annotated")  # fmt: skip


def _parts(roles: list[str], marks: Mapping[str, tuple[str, tuple[Span, ...]]], where: str) -> tuple[dict[str, list[Span]], list[Problem]]:
    parts: dict[str, list[Span]] = {role: [] for role in ROLES}
    problems = []
    for written in roles:
        role = _ROLE.fullmatch(written)
        if role is None or role[1] not in ROLES:
            problems.append(error("unknown-role", where, f"{written!r} is no role of an attribution", f"roles are {', '.join(ROLES)}"))
        elif role[2] not in marks:
            problems.append(error("no-such-mark", where, f"{written} names a mark that is not in the file", "annotate it again in brat"))
        else:
            parts[role[1]] += marks[role[2]][1]
    return {role: sorted(spans) for role, spans in parts.items()}, problems


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")
