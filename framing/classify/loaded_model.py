"""Loaded wording by a model that was trained on somebody's labelled sentences: what it sees, and what in a sentence decided.

Features: the lexicons' marks (classify.loaded) with their weights, the words' valences, words and pairs of words, runs of letters, parts
of speech and relations, and the mean of the words' vectors. Score: the log-odds of biased; a sentence is biased from 0 on. The score is
a sum over features, so each word's part in it is told; what belongs to the sentence as a whole (its parse, its mean vector) has no word.
No such model ships: labelled sentences of this kind come under licences that forbid it, and coders of another place judge otherwise.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import log, sqrt

from framing.article import Span
from framing.classify import linear, loaded, seen, words
from framing.classify.polarity import valence
from framing.classify.seen import Seen
from framing.document import Document

LABELS = loaded.LABELS
TASK = "loaded"
LEAST = 0.02
"""Words that move the score by less are not listed one by one."""


@dataclass(frozen=True)
class Judgement:
    """label, score (log-odds of biased), probability of biased, and the score's parts: marks with a place, and the rest without one."""

    label: str
    score: float
    probability: float
    marks: tuple[loaded.Mark, ...]
    rest: float

    def as_row(self) -> dict[str, object]:
        """The judgement as plain values: the words that speak for loaded wording, those against, and what no single word decides."""
        row = loaded.Loaded(self.label, self.score, self.marks).as_row()
        return row | {"biased": round(self.probability, 6), "rest": round(self.rest, 4)}


@dataclass(frozen=True)
class LoadedModel:
    """A model that `framing train loaded` fitted. sha256: of its file."""

    linear: linear.Linear
    sha256: str = ""

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.linear.name

    @property
    def identity(self) -> str:
        """Name and hash: all that its answers depend on besides this package."""
        return f"{self.name} {self.sha256}"

    def judge_sentence(self, document: Document, index: int) -> Judgement:
        """The judgement of one sentence of an article, by itself; its marks are counted from the sentence's first character."""
        return self.judge(_alone(document, index))

    def judge(self, document: Document) -> Judgement:
        """The judgement of a sentence (or a text as a whole)."""
        found = features(document)
        probability = float(self.linear.probabilities([found.row])[0, 0])
        odds = self.linear.weights[:, 0] - self.linear.weights[:, 1]
        score = float(log(max(probability, 1e-12) / max(1 - probability, 1e-12)))
        parts: dict[Span, float] = defaultdict(float)
        groups: dict[Span, str] = {}
        for name, value in found.named.items():
            row = self.linear.vocabulary.get(name)
            if row is None or not (places := found.places.get(name)):
                continue
            for place in places:
                parts[place] += value * float(odds[row]) / len(places)
                if name.startswith("mark:") or place not in groups:
                    groups[place] = name.removeprefix("mark:") if name.startswith("mark:") else "word"
        marks = tuple(
            loaded.Mark(start, end, document.text[start:end], groups[start, end], part)
            for (start, end), part in sorted(parts.items()) if abs(part) >= LEAST
        )  # fmt: skip
        label = LABELS[0] if probability >= 0.5 else LABELS[1]
        return Judgement(label, score, probability, marks, score - sum(mark.weight for mark in marks))


def from_bytes(weights: bytes) -> LoadedModel:
    """The model of a file that `framing train loaded` wrote. Raises linear.WeightsError when it is none."""
    fitted = linear.from_bytes(weights)
    if fitted.labels != LABELS:
        raise linear.WeightsError(f"these weights decide between {', '.join(fitted.labels)}, not {', '.join(LABELS)}")
    return LoadedModel(fitted, hashlib.sha256(weights).hexdigest())


def _alone(document: Document, index: int) -> Document:
    """A sentence as a document of its own, as a labelled example is one."""
    first, last = document.sentences[index]
    begin, end = document.span(first, last - 1)
    here = slice(first, last)
    columns = {name: getattr(document, name)[here] for name in ("lemma", "pos", "tag", "dep", "entity", "entity_start")}
    return replace(
        document, text=document.text[begin:end], start=[start - begin for start in document.start[here]],
        end=[end - begin for end in document.end[here]], head=[head - first for head in document.head[here]],
        sentences=[(0, last - first)], paragraphs=[(0, 1)], headline=0, **columns,
    )  # fmt: skip


def features(document: Document) -> Seen:
    """All features of a sentence."""
    tokens = seen.spoken(document)
    size = len(tokens) or 1
    judged = loaded.load().score(document)
    named, places = seen.collected(
        seen.word_features(document, tokens), seen.pair_features(document, tokens), seen.letter_features(document, tokens)
    )
    counts = Counter(mark.group for mark in judged.marks)
    for group, count in counts.items():
        named[f"mark:{group}"] = min(count, 3)
        places[f"mark:{group}"] = tuple((mark.start, mark.end) for mark in judged.marks if mark.group == group)
    named["sum:score"] = max(-2.0, min(5.0, judged.score))
    named["sum:for"] = sum(mark.weight for mark in judged.marks if mark.weight > 0)
    named["sum:reached"] = float(judged.label == LABELS[0])
    named["sum:density"] = 10 * judged.score / (size + 10)
    named |= _valences(document, tokens, size)
    named |= seen.shares(document, tokens)
    named["parse:length"] = log(size) / 4
    named |= {f"parse:sign={sign}": min(2, document.text.count(sign)) for sign in '!?—:;("“' if sign in document.text}
    return Seen(named, seen.mean_vector(document, tokens), places)


def _valences(document: Document, tokens: list[int], size: int) -> dict[str, float]:
    """valence: sums and extremes of the listed and of the induced valences."""
    known = words.load()
    listed = [valence(document, token, document.sentences[document.sentence_of[token]][0]) for token in tokens]
    rows = [known.find(document.lower[t], document.lemma[t]) for t in tokens if document.pos[t] in seen.CONTENT and not document.entity[t]]
    induced = [float(known.valence[row]) for row in rows if row is not None]
    found = {}
    for kind, values in (("listed", [*listed, 0.0]), ("induced", [*induced, 0.0])):
        found |= {
            f"valence:{kind} below": -sum(value for value in values if value < 0) / sqrt(size),
            f"valence:{kind} above": sum(value for value in values if value > 0) / sqrt(size),
            f"valence:{kind} most": max(values),
            f"valence:{kind} least": min(values),
        }
    return found | {"valence:strong": sum(abs(value) >= loaded.STRONG for value in induced) / sqrt(size)}
