"""Word lists of other tools as rows: quanteda's YAML dictionaries, LIWC's .dic files, and tables of terms.

Readers take text and give rows and problems. A problem here is a warning: the line could not be carried over and is left out. What makes
the whole file unreadable is raised as LexiconError.

Sources of the formats: quanteda's `dictionary()` (Benoit et al. 2018, Journal of Open Source Software 3(30), 774), whose patterns are globs
on the form of a word; LIWC2007 and LIWC2015 .dic files (Pennebaker et al., operator's manuals), where `*` stands for any ending.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from framing.lexicon.check import KINDS
from framing.lexicon.entry import parse_entry
from framing.lexicon.problem import LexiconError, Problem, suggestion


@dataclass(frozen=True, slots=True)
class Row:
    """One entry where it stood. part: its group or actor; key: the list it belongs to (entries, names, labels, ..., except).

    text: in the grammar of `framing.lexicon.entry`. name, type: of the actor, where the file tells them.
    """

    part: str
    key: str
    text: str
    line: int
    connotation: int | None = None
    name: str | None = None
    type: str | None = None


Read = tuple[list[Row], list[Problem]]
ACTOR_LISTS = frozenset(KINDS) - {"entries"}
_YAML_FIX = "write each group as `name:` with its words as `- word` lines below"
_CONDITION = re.compile(r"[(<].*?[)>]")


def read_quanteda(text: str, file: str, *, lemmas: bool = False) -> Read:
    """A YAML dictionary. Nested keys become groups such as `affect.positive`, as in quanteda's own flattening.

    Where every key holds names, labels, ambiguous, modifiers or except only, these are lists of an actor.
    """
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            if isinstance(event, yaml.AliasEvent):  # it could stand for itself, or for any number of words
                fix = "write out what it stands for; put a word that begins with * in quotes"
                raise LexiconError([Problem(file, event.start_mark.line + 1, f"has an alias, *{event.anchor}", fix)])
        root = yaml.compose(text, Loader=yaml.BaseLoader)  # base: `no` is a word, not false
    except RecursionError:
        raise LexiconError([Problem(file, 1, "is nested too deep", "nest fewer keys and lists")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"is not valid YAML: {getattr(error, 'problem', None) or error}"
        raise LexiconError([Problem(file, mark.line + 1 if mark else 0, what, _YAML_FIX)]) from None
    if not isinstance(root, yaml.MappingNode) or not root.value:
        raise LexiconError([Problem(file, 1, "holds no groups", _YAML_FIX)])
    problems: list[Problem] = []
    found = list(_yaml_leaves(root, (), file, problems))
    topic = all(len(path) == 2 and path[1] in ACTOR_LISTS for path, _, _ in found)
    rows = []
    for path, pattern, line in found:
        part, key = path if topic else (".".join(path), "entries")
        if (entry := _checked(pattern, file, line, problems, lambda text: from_glob(text, lemmas=lemmas))) is not None:
            rows.append(Row(part, key, entry, line))
    return rows, problems


def read_liwc(text: str, file: str, *, lemmas: bool = False) -> Read:
    """A .dic file: categories between two lines of %, then a word and its categories on each line."""
    lines = text.splitlines()
    bars = [number for number, line in enumerate(lines) if line.strip() == "%"]
    if len(bars) < 2:
        fix = "put the categories (number, name) first, between two lines that hold % alone"
        raise LexiconError([Problem(file, 1, "has no list of categories between two lines of %", fix)])
    problems: list[Problem] = []
    names = _liwc_categories(lines[bars[0] + 1 : bars[1]], bars[0] + 2, file, problems)
    rows = []
    for number, line in enumerate(lines[bars[1] + 1 :], bars[1] + 2):
        if not line.strip():
            continue
        term, codes = _liwc_fields(line.strip())
        if _CONDITION.search(line):
            what = f"'{line.strip()}' is left out: it has a condition, which a lexicon here cannot have"
            problems.append(Problem(file, number, what, "add the phrases meant by hand"))
            continue
        unknown = [code for code in codes.split() if _code(code) not in names]
        if unknown or not codes.split():
            what = f"'{term.strip()}' has " + (f"the categories {', '.join(unknown)}, which are not declared" if unknown else "no category")
            problems.append(Problem(file, number, what, "declare them between the lines of %, or correct the line"))
        entry = _checked(term, file, number, problems, lambda text: from_glob(text, lemmas=lemmas))
        if entry is not None:
            rows.extend(Row(names[_code(code)], "entries", entry, number) for code in codes.split() if _code(code) in names)
    return rows, problems


def read_csv(text: str, file: str, *, lemmas: bool = False) -> Read:
    """A table with the columns term and group; connotation (-1, 0, 1), list, name and type are optional.

    Terms are in the grammar of entries already, so lemmas changes nothing. list: names, labels, ambiguous, modifiers, except or entries.
    """
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), restkey="")
    columns = [name.strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    if missing := [name for name in ("term", "group") if name not in columns]:
        guess = "".join(suggestion(name, columns) for name in missing)
        fix = f"{guess}the first line names the columns: term, group, and if you like connotation, list, name, type"
        raise LexiconError([Problem(file, 1, f"has no column {' and no column '.join(missing)}", fix)])
    known = {"term", "group", "connotation", "list", "name", "type"}
    problems = [Problem(file, 1, f"column '{name}' has no place in a lexicon", "it is left out") for name in columns if name not in known]
    try:
        rows = [row for cells in reader if (row := _csv_row(cells, file, reader.line_num, problems)) is not None]
    except csv.Error as error:
        raise LexiconError([Problem(file, reader.line_num, f"is not valid CSV: {error}", "save it again as CSV in UTF-8")]) from None
    return rows, problems


READERS: Mapping[str, Callable[..., Read]] = {"quanteda": read_quanteda, "liwc": read_liwc, "csv": read_csv}
"""Format -> reader."""


def from_glob(pattern: str, *, lemmas: bool = False) -> str:
    """A glob pattern in the grammar of entries: words as exact forms (with lemmas in all forms), endings with *.

    Raises ValueError, with the reason, for what the grammar has no word for.
    """
    words = pattern.split()
    for word in words:
        if "?" in word or "*" in word[:-1]:
            raise ValueError("has a wildcard that is not the last letter of a word; list the words that it stands for")
        if "/" in word:
            raise ValueError("has a slash, which stands before a part of speech here; write the words apart")
    return " ".join(word if lemmas or word.endswith("*") else f"={word}" for word in words)


def _checked(text: str, file: str, line: int, problems: list[Problem], translate: Callable[[str], str]) -> str | None:
    """The entry, or None and a problem where the grammar has no place for it."""
    try:
        entry = translate(text.strip())
        parse_entry(entry)
    except ValueError as error:
        what, _, fix = str(error).partition("; ")
        problems.append(Problem(file, line, f"'{text.strip()}' is left out: it {what}", fix or "add it by hand"))
        return None
    return entry


def _yaml_leaves(node: yaml.Node, path: tuple[str, ...], file: str, problems: list[Problem]) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """(keys from the top, pattern, line) of every word in the tree."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.strip():
            yield path, node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _yaml_leaves(item, path, file, problems)
    else:
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value).strip()
            if name in seen:
                problems.append(Problem(file, key.start_mark.line + 1, f"key '{name}' stands twice", "the words of both are taken"))
            seen.add(name)
            before = len(problems)
            inside = list(_yaml_leaves(value, (*path, name), file, problems))
            if not inside and len(problems) == before:
                what = f"group '{'.'.join((*path, name))}' has no words"
                problems.append(Problem(file, key.start_mark.line + 1, what, "it is left out"))
            yield from inside


def _liwc_fields(line: str) -> tuple[str, str]:
    """A term and its codes: what stands before and behind the first tab, or, without tabs, the numbers at the end."""
    term, _, codes = (line if "\t" in line else re.sub(r"\s+(?=\d[\d\s]*$)", "\t", line, count=1)).partition("\t")
    return term, codes


def _liwc_categories(lines: list[str], first: int, file: str, problems: list[Problem]) -> dict[str, str]:
    """Code -> name of the category."""
    names: dict[str, str] = {}
    for number, line in enumerate(lines, first):
        code, *rest = line.split(maxsplit=2)[:2] or [""]
        if code and rest:
            if (known := names.setdefault(_code(code), rest[0])) != rest[0]:
                fix = f"'{rest[0]}' is left out; give it a number of its own"
                problems.append(Problem(file, number, f"category {code} is '{known}' already", fix))
        elif code:
            problems.append(Problem(file, number, f"category {code} has no name", "write number and name on a line"))
    return names


def _code(code: str) -> str:
    return code.lstrip("0") or "0"


def _csv_row(cells: Mapping[str, object], file: str, line: int, problems: list[Problem]) -> Row | None:
    values = {key: value.strip() for key, value in cells.items() if isinstance(value, str)}
    if not any(values.values()):
        return None
    if "" in cells:
        problems.append(Problem(file, line, "has more fields than columns", "put a term with the separator in it between quotes"))
    key, connotation = values.get("list") or "entries", values.get("connotation") or None
    if not values.get("term") or not values.get("group"):
        problems.append(Problem(file, line, "is left out: it lacks a term or a group", "fill both"))
        return None
    if key not in KINDS:
        fix = f"{suggestion(key, KINDS)}lists are {', '.join(KINDS)}"
        problems.append(Problem(file, line, f"'{values['term']}' is left out: there is no list '{key}'", fix))
        return None
    if connotation not in (None, "-1", "0", "1", "+1"):
        problems.append(Problem(file, line, f"connotation '{connotation}' of '{values['term']}' is left out", "write -1, 0 or 1"))
        connotation = None
    entry = _checked(values["term"], file, line, problems, lambda text: " ".join(text.split()))
    number = None if connotation is None else int(connotation)
    return None if entry is None else Row(values["group"], key, entry, line, number, values.get("name") or None, values.get("type") or None)
