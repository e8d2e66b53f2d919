"""What is read from an article whatever the topic: attributions, voices, actions, and the tables that name no actor.

It depends on the parse, the English lexicons and this code alone, so it can be noted beside the parse: a run with another topic
lexicon reads it back.
"""

from __future__ import annotations

import hashlib
import importlib.resources
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from framing.classify.attribution import Scorer
from framing.document import Document
from framing.lexicon import Lexicon, Matcher
from framing.measures import actions, attribution, facts, frames, language
from framing.measures.actions import Action
from framing.measures.attribution import Attribution, Found
from framing.measures.voice import Voices, voices


@dataclass(frozen=True)
class Instruments:
    """The lexicons that it is read with. stamp: identity of these and of the code. scorer: decides attributions where one is given."""

    cues: attribution.CueLexicons
    words: tuple[Matcher, ...]
    actions: Matcher
    frames: tuple[Matcher, ...]
    facts: Matcher
    stamp: str
    scorer: Scorer | None = None


@dataclass(frozen=True)
class Reading:
    """found: the attributions. actions: those of interest. rows: rows of sentences, language, frame_hits, frames and facts, by table name;
    names among the facts are not resolved to actors."""

    found: Found
    actions: Sequence[Action]
    rows: dict[str, list[dict]]

    @property
    def voice(self) -> Voices:
        """Who speaks where."""
        return _voices(self.found)

    def plain(self) -> dict[str, object]:
        """The same in lists and strings, for notes."""
        found = [list(map(astuple, self.found.attributions)), self.found.quotations, self.found.brackets]
        return {"found": found, "actions": [astuple(one) for one in self.actions], "rows": self.rows}


def stamp(lexicons: Iterable[Lexicon], scorer: Scorer | None = None) -> str:
    """Identity of the lexicons, of a scorer of attributions, and of all code that a reading depends on."""
    digest = hashlib.sha256("".join(one.sha256 for one in lexicons).encode())
    package = Path(str(importlib.resources.files("framing")))
    if scorer is not None:
        digest.update(scorer.identity["sha256"].encode())
    code = [package / "document.py", package / "classify" / "forms.py", *(package / "classify" / "attribution").glob("*.py")]
    for place in sorted([*code, *(package / "measures").rglob("*.py"), *(package / "lexicon").rglob("*.py")]):
        digest.update(hashlib.sha256(place.read_bytes()).digest())
    return digest.hexdigest()


def read(document: Document, instruments: Instruments, noted: dict) -> Reading:
    """The reading of an article, from its part of the notes where that holds one, else made and noted."""
    if "found" not in noted:
        noted |= _read(document, instruments).plain()
    attributions, *spans = noted["found"]
    found = Found(tuple(map(_attribution, attributions)), *map(_spans, spans))
    return Reading(found, [Action(*values) for values in noted["actions"]], noted["rows"])


def _read(document: Document, instruments: Instruments) -> Reading:
    found = attribution.find(document, instruments.cues, instruments.scorer)
    voice = _voices(found)
    hits = list(_frame_hits(document, voice, instruments))
    acted = actions.find(document, instruments.actions)
    rows = {
        "sentences": list(_sentences(document, voice)),
        "language": list(_language(document, voice, instruments)),
        "frame_hits": hits,
        "frames": list(_frames(document, hits, instruments)),
        "facts": list(_facts(document, acted, voice, instruments)),
    }
    return Reading(found, acted, rows)


def _voices(found: Found) -> Voices:
    return voices([one.spoken for one in found.attributions], found.quotations, found.brackets)


def _attribution(values: Sequence) -> Attribution:
    """An attribution from what `plain` made of it: its spans are pairs again."""
    return Attribution(*(_paired(value) if isinstance(value, (list, tuple)) else value for value in values))


def _paired(value: Sequence) -> tuple:
    return _spans(value) if not value or isinstance(value[0], (list, tuple)) else tuple(value)


def _spans(value: Sequence) -> tuple:
    return tuple(tuple(span) for span in value)


def _sentences(document: Document, voice: Voices) -> Iterator[dict]:
    for index, (first, last) in enumerate(document.sentences):
        words = [voice.at(document.start[t])[0] for t in range(first, last) if document.is_word[t]]
        start, end = document.span(first, last - 1)
        yield {
            "sentence": index, "start": start, "end": end, "headline": document.paragraph_of[index] < document.headline,
            "paragraph": document.paragraph_of[index], "words": len(words), "words_direct": words.count("direct"),
            "words_indirect": words.count("indirect"), "text": document.text[start:end],
        }  # fmt: skip


def _language(document: Document, voice: Voices, instruments: Instruments) -> Iterator[dict]:
    def voice_at(offset: int) -> str:
        return voice.at(offset)[0]

    for one in (*language.find(document, instruments.words), *language.forms(document, voice_at)):
        start, end = document.span(one.first, one.last)
        yield {
            "sentence": document.sentence_of[one.first], "start": start, "end": end, "text": document.text[start:end],
            "category": one.category, "entry": one.entry, "voice": voice.at(start)[0],
        }  # fmt: skip


def _frame_hits(document: Document, voice: Voices, instruments: Instruments) -> Iterator[dict]:
    for one in frames.find(document, instruments.frames):
        start, end = document.span(one.first, one.last)
        yield {
            "sentence": document.sentence_of[one.first], "start": start, "end": end, "text": document.text[start:end],
            "frame": one.frame, "entry": one.entry, "voice": voice.at(start)[0],
        }  # fmt: skip


def _frames(document: Document, found: Sequence[dict], instruments: Instruments) -> Iterator[dict]:
    ids = frames.frame_ids(matcher.lexicon for matcher in instruments.frames)
    return frames.scores([(hit["frame"], hit["voice"]) for hit in found], ids, sum(document.is_word))


def _facts(document: Document, acted: Sequence[Action], voice: Voices, instruments: Instruments) -> Iterator[dict]:
    for one in facts.find(document, instruments.facts, acted):
        start, end = document.span(one.first, one.last)
        # A name needs no context to be told from another.
        context = [] if one.kind in ("place", "name") else facts.context(document, one)
        yield {
            "sentence": document.sentence_of[one.first], "start": start, "end": end, "text": document.text[start:end], "kind": one.kind,
            "fact": one.key, "says": one.label, "context": context, "voice": voice.at(start)[0],
        }  # fmt: skip
