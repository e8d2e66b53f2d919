"""What a scorer learns from: the decisions that annotated articles make about the rules' candidates, as named features with answers."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix

from framing.classify.attribution import contents, judged, sources
from framing.classify.attribution.candidate import Candidate, Ground, tokens_in
from framing.classify.attribution.figures import Spans, overlap_of
from framing.document import Document


@dataclass(frozen=True)
class Annotated:
    """An article that people annotated. group: what stays together in cross-validation."""

    group: str
    outlet: str
    document: Document
    gold: Sequence[Spans]


@dataclass
class Rows:
    """Examples of one decision: names by number, answers, and the number of the article of each.

    beside: of candidates the vectors, of stretches how many words they have and whether the rules take them in.
    """

    vocabulary: dict[str, int] = field(default_factory=dict)
    columns: array = field(default_factory=lambda: array("l"))
    ends: array = field(default_factory=lambda: array("l", [0]))
    answers: array = field(default_factory=lambda: array("b"))
    article: array = field(default_factory=lambda: array("l"))
    beside: list = field(default_factory=list)

    def add(self, names: Iterable[str], answer: bool, article: int) -> None:
        """One more example: the named features that it has, and the answer."""
        known = self.vocabulary
        self.columns.extend(known.setdefault(name, len(known)) for name in names)
        self.ends.append(len(self.columns))
        self.answers.append(answer)
        self.article.append(article)

    def sorted(self) -> tuple[list[str], csr_matrix]:
        """(names, the matrix with its columns in their order)."""
        names = sorted(self.vocabulary)
        place = np.empty(len(names), np.int64)
        for number, name in enumerate(names):
            place[self.vocabulary[name]] = number
        columns = place[np.frombuffer(self.columns, np.int64)]
        found = csr_matrix((np.ones(len(columns)), columns, np.frombuffer(self.ends, np.int64)), shape=(len(self.answers), len(names)))
        found.sort_indices()
        return names, found


def matched(candidates: Sequence[Candidate], gold: Sequence[Mapping[str, Collection[int]]]) -> dict[int, int]:
    """Candidate -> the annotated attribution that it proposes, one to one, the most alike first; by token."""
    pairs = []
    for i, one in enumerate(gold):
        for j, candidate in enumerate(candidates):
            content = overlap_of(one["content"], candidate.content)
            cue = overlap_of(one["cue"], candidate.cue)
            if content >= 0.3 or (content > 0.1 and cue > 0):
                source = overlap_of(one["source"], candidate.source)
                pairs.append((content + 0.5 * cue + 0.2 * source + 0.01 * candidate.kept, i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in taken and j not in found:
            taken.add(i)
            found[j] = i
    return found


def tokens(one: Annotated) -> list[dict[str, tuple[int, ...]]]:
    """The tokens of source, cue and content of each annotated attribution."""
    return [{role: tokens_in(one.document, getattr(gold, role)) for role in ("source", "cue", "content")} for gold in one.gold]


def add(rows: Mapping[str, Rows], number: int, one: Annotated, candidates: Sequence[Candidate]) -> None:
    """Adds the examples of an article to those of each decision."""
    document, gold, ground = one.document, tokens(one), Ground(one.document)
    found = matched(candidates, gold)
    rows["judge"].beside.append(judged.vectors(document, candidates))
    for j, names in enumerate(judged.features(document, candidates)):
        rows["judge"].add(names, j in found, number)
    for j, i in sorted(found.items()):
        candidate, true = candidates[j], {role: set(those) for role, those in gold[i].items()}
        nouns, seen = sources.heads(ground, candidate)
        heads = {t for t in true["source"] if document.head[t] not in true["source"] or document.head[t] == t}
        for token, names in zip(nouns, seen):
            rows["head"].add(names, token in heads, number)
        if candidate.source and candidate.source_head in candidate.source and true["source"].intersection(candidate.source):
            around, seen = sources.tokens(ground, candidate)
            for token, names in zip(around, seen):
                rows["extent"].add(names, token in true["source"], number)
        parts = contents.stretches(ground, candidate)
        for part, names in zip(parts, contents.features(ground, candidate, parts)):
            rows["content"].add(names, 2 * len(true["content"].intersection(part)) >= len(part), number)
            rows["content"].beside.append((len(part), part[0] in candidate.content))
