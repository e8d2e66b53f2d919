"""Loaded wording: is a sentence biased by its words, and by which.

What it counts: words and phrases of the language lexicons and a few marks of form, each with the weight that `weights/loaded.toml` gives
it and the reason for it there. Score: the sum; unit: weights; range: any; direction: higher is more loaded; a sentence without words
scores 0. Nothing here is fitted to labelled sentences. People agree little on such labels: experts' alpha is .40 (Spinde et al. 2021,
Neural Media Bias Detection Using Distant Supervision With BABE, EMNLP Findings), so a score is a reason to read the sentence, no verdict.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from framing import lexicon
from framing.classify import words
from framing.classify.forms import quotations
from framing.classify.polarity import lexicon as vader
from framing.document import Document

LABELS = ("biased", "unbiased")
NAME = "loaded-lexicons-1"
WRITER = frozenset(("we", "our", "ours", "us", "you", "your", "yours", "i", "my"))
PLAIN_LY = frozenset((
    "only", "early", "daily", "weekly", "monthly", "yearly", "likely", "unlikely", "family", "july", "italy", "reply",
    "supply", "apply", "fly", "rely", "ally", "nearly", "approximately", "recently", "previously", "currently", "formerly",
    "initially", "originally", "annually", "weekly", "hourly", "quarterly", "shortly", "primarily", "mainly", "partly",
    "jointly", "separately", "respectively", "locally", "nationally", "internationally", "federally", "officially",
    "formally", "legally",
))  # fmt: skip
"""Words in -ly that place or count instead of commenting."""
STRONG = 1.5
"""Valence from which on an adjective or adverb evaluates."""


@dataclass(frozen=True)
class Mark:
    """One reason: its characters, the group of a lexicon or kind of mark, and what it adds to the score."""

    start: int
    end: int
    text: str
    group: str
    weight: float


@dataclass(frozen=True)
class Loaded:
    """A judgement: label, score, and the marks that make up the score, in text order."""

    label: str
    score: float
    marks: tuple[Mark, ...]

    def as_row(self) -> dict[str, object]:
        """The judgement as plain values; words are the marks that speak for loaded wording, against those that speak for a report."""
        shown = [{"start": m.start, "end": m.end, "text": m.text, "group": m.group, "weight": round(m.weight, 4)} for m in self.marks]
        return {
            "label": self.label, "score": round(self.score, 4),
            "words": [mark for mark in shown if mark["weight"] > 0], "against": [mark for mark in shown if mark["weight"] < 0],
        }  # fmt: skip


@dataclass(frozen=True)
class Scorer:
    """The weights with the lexicons they speak of. weights: (lexicon id, group) -> weight."""

    matchers: tuple[lexicon.Matcher, ...]
    weights: Mapping[tuple[str, str], float]
    unfavourable: Mapping[str, float]
    marks: Mapping[str, float]
    quoted: float
    threshold: float

    def score(self, document: Document, sentence: int | None = None) -> Loaded:
        """The judgement of one sentence of the document, or without a number of the whole document as one."""
        first, last = (0, len(document)) if sentence is None else document.sentences[sentence]
        inside, scare = quotations(document, first, last)
        marks = sorted(self._marks(document, first, last, inside, scare), key=lambda mark: (mark.start, mark.end, mark.group))
        score = sum(mark.weight for mark in marks)
        return Loaded(LABELS[0] if score >= self.threshold else LABELS[1], score, tuple(marks))

    def _marks(self, document: Document, first: int, last: int, inside: set[int], scare: list[tuple[int, int]]) -> Iterator[Mark]:
        taken: set[int] = set()
        for a, b, group, weight in self._listed(document, first, last):
            if taken.isdisjoint(range(a, b + 1)):
                taken.update(range(a, b + 1))
                yield _mark(document, a, b, group, weight * (self.quoted if a in inside else 1))
        for a, b in scare:
            yield _mark(document, a, b, "scare_quotes", self.marks["scare_quotes"])
        figures = 0
        for token in range(first, last):
            kind = None if token in taken else _kind(document, token, inside)
            figures += kind == "figure"
            if kind and not (kind == "figure" and figures > 2):
                yield _mark(document, token, token, kind, self.marks[kind] * (self.quoted if token in inside else 1))

    def _listed(self, document: Document, first: int, last: int) -> list[tuple[int, int, str, float]]:
        """Hits of the lexicons, heaviest first: where two share a word only the heavier counts."""
        hits = []
        for matcher in self.matchers:
            name = matcher.lexicon.id
            for match in matcher.find_in(document, sentences=[span for span in document.sentences if first <= span[0] < last]):
                weight = self.weights.get((name, match.group), 0.0)
                if match.entry.connotation == -1:
                    weight = self.unfavourable.get(name, weight)
                if weight:
                    hits.append((match.first, match.last, f"{name}#{match.group}", weight))
        return sorted(hits, key=lambda hit: (-hit[3], hit[0], hit[2]))


@cache
def load() -> Scorer:
    """The scorer that ships. Raises lexicon.LexiconError when a lexicon is broken."""
    data = tomllib.loads(files("framing.classify").joinpath("weights/loaded.toml").read_text(encoding="utf-8"))
    listed = data["lexicon"]
    return Scorer(
        tuple(lexicon.Matcher(lexicon.load(entry["id"])) for entry in listed),
        {(entry["id"], group): weight for entry in listed for group, weight in entry.get("groups", {}).items()},
        {entry["id"]: entry["unfavourable"] for entry in listed if "unfavourable" in entry},
        data["marks"], data["quoted"], data["threshold"],
    )  # fmt: skip


def _kind(document: Document, token: int, inside: set[int]) -> str | None:
    """The mark of form that a word in no list is, or None."""
    lower, pos = document.lower[token], document.pos[token]
    if lower in ("!", "?"):
        return "exclamation"
    if document.tag[token] == "CD" or (document.entity[token] == "DATE" and document.entity_start[token]):
        return "figure"
    if document.entity[token]:
        return None
    if pos in ("ADJ", "ADV") and abs(_valence(lower, document.lemma[token])) >= STRONG:
        return "evaluation"
    if pos == "ADV" and lower.endswith("ly") and lower not in PLAIN_LY:
        return "manner"
    return "writer" if lower in WRITER and token not in inside else None


def _valence(lower: str, lemma: str) -> float:
    listed = vader().get(lower) or vader().get(lemma.lower())
    if listed:
        return listed
    known = words.load()
    row = known.find(lower, lemma)
    return 0.0 if row is None else float(known.valence[row])


def _mark(document: Document, first: int, last: int, group: str, weight: float) -> Mark:
    start, end = document.span(first, last)
    return Mark(start, end, document.text[start:end], group, weight)
