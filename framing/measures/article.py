"""All measures over one article, joined: voices come from the attributions, speakers from the mentions in their sources."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from framing.classify.loaded_model import LABELS
from framing.document import Document
from framing.language import part
from framing.lexicon import TopicLexicon
from framing.measures import actions, mentions, readability, reading
from framing.measures.attribution import Attribution
from framing.measures.attribution.sources import source_type
from framing.measures.instruments import Instruments
from framing.measures.mentions import Mention
from framing.measures.mentions.index import compiled
from framing.measures.speakers import OTHER, Speaker, speakers
from framing.measures.voice import Voices

if TYPE_CHECKING:
    pass


def observe_document(
    document: Document, instruments: Instruments, notes: dict | None = None, *, named: Sequence[Mention] | None = None
) -> dict[str, list[dict]]:
    """The rows of every table of observations for one article, by table name.

    notes: what a former run noted about the parse (language.notes); read, and added to.
    named: the mentions, where a discovery has found them; without them they are looked for with the topic.
    """
    notes = {} if notes is None else notes
    read = reading.read(document, instruments.reading, part(notes, "reading", instruments.reading.stamp))
    named_by, told = _told(document, read, instruments, notes, named)
    rows = {
        **read.rows,
        **told,
        "language": [*read.rows["language"], *_biased(document, read.rows["sentences"], instruments, notes)],
        "facts": list(_facts(read.rows["facts"], named_by, instruments)),
        "readability": _readability(document, part(notes, "readability", instruments.stamp)),
    }
    return {name: [{"article_id": document.article_id, **row} for row in table] for name, table in rows.items()}


def _told(
    document: Document, read: reading.Reading, instruments: Instruments, notes: dict, named: Sequence[Mention] | None
) -> tuple[dict[int, str], dict[str, list[dict]]]:
    """Where names of the topic's actors stand (start -> actor), and the rows of the tables that name actors.

    Noted beside the parse under all that they depend on, which is what the topic's entries find here, not what they are: an entry
    that is added changes the articles that it occurs in.
    """
    topic, terms = instruments.topic, instruments.terms
    if named is not None or topic is None:
        return _actors_told(document, read, instruments, notes, named or [])
    spans = mentions.spans(document, topic, terms)
    depends = f"{instruments.topic_stamp}\n{compiled(topic, terms).about}\n{spans}"
    noted = part(notes, "topic", hashlib.sha256(depends.encode("utf-8", "surrogatepass")).hexdigest())
    if "rows" not in noted:
        found = mentions.find(document, topic, terms, spans)
        names, noted["rows"] = _actors_told(document, read, instruments, notes, found)
        noted["names"] = list(names.items())
    return dict(noted["names"]), noted["rows"]


def _actors_told(
    document: Document, read: reading.Reading, instruments: Instruments, notes: dict, named: Sequence[Mention]
) -> tuple[dict[int, str], dict[str, list[dict]]]:
    voice, attributions = read.voice, read.found.attributions
    known = instruments.topic.actors if instruments.topic else {}
    place = _Place(document, named, instruments)
    sources = speakers(document, attributions, place.at_head)
    judged = part(notes, "tone", instruments.stamp)
    names = {document.start[one.head_token]: one.actor for one in named if one.kind == "name" and one.actor in known}
    return names, {
        "mentions": [_mention(document, one, voice, sources) for one in named],
        "attributions": [_attribution(document, index, one, sources[index], instruments) for index, one in enumerate(attributions)],
        "tone": _tone(document, [one for one in named if one.actor in known], voice, instruments, judged),
        "actions": [_action(document, one, voice, place) for one in read.actions],
    }


class _Place:
    """Mentions by the token that heads them."""

    def __init__(self, document: Document, named: Sequence[Mention], instruments: Instruments) -> None:
        self._document = document
        self._by_head = {one.head_token: one for one in named}
        self._whose = compiled(instruments.topic, instruments.terms).modifiers if instruments.topic else {}

    def at_head(self, token: int | None) -> str | None:
        """The actor of the mention that the token heads."""
        mention = self._by_head.get(token) if token is not None else None
        return mention.actor if mention else None

    def acting(self, token: int | None) -> str | None:
        """The same, or the actor whose adjective the token is: Russian, in "Russian air strikes"."""
        if token is None or token in self._by_head:
            return self.at_head(token)
        actors = self._whose.get(self._document.lower[token], ())
        return next(iter(actors)) if len(actors) == 1 else None


def _mention(document: Document, one: Mention, voice: Voices, sources: Sequence[Speaker]) -> dict:
    spoken, index = voice.of(one.start, one.end)
    fields = (
        "sentence",
        "start",
        "end",
        "text",
        "actor",
        "resolved_by",
        "kind",
        "head",
        "connotation",
        "distanced",
        "role",
        "verb",
        "entry",
    )
    return {
        **{name: getattr(one, name) for name in fields}, "modifiers": list(one.modifiers), "facets": list(one.facets),
        "voice": spoken, "speaker": None if index is None else sources[index].actor or OTHER,
    }  # fmt: skip


def _attribution(document: Document, index: int, one: Attribution, speaker: Speaker, instruments: Instruments) -> dict:
    source, cue = one.source or (None, None), one.cue or (None, None)
    words = 0
    for start, end in one.content:
        first, last = bisect.bisect_left(document.start, start), bisect.bisect_left(document.start, end)
        words += sum(document.is_word[first:last])
    return {
        "attribution": index, "sentence": one.sentence, "form": one.form, "source_start": source[0], "source_end": source[1],
        "source": document.text[slice(*source)] if one.source else "", "source_actor": speaker.actor,
        "source_type": source_type(document, one, speaker.token, _actor_type(speaker.actor, instruments.topic), instruments.sources),
        "cue_start": cue[0], "cue_end": cue[1],
        "cue": document.text[slice(*cue)] if one.cue else "", "cue_lemma": one.cue_lemma, "stance": one.stance,
        "content": [{"start": start, "end": end} for start, end in one.content], "content_words": words,
        "spoken": bool(one.spoken), "rule": one.rule,
    }  # fmt: skip


def _actor_type(actor: str | None, topic: TopicLexicon | None) -> str | None:
    return topic.actors[actor].type if topic and actor in topic.actors else None


def _tone(document: Document, named: Sequence[Mention], voice: Voices, instruments: Instruments, notes: dict) -> list[dict]:
    model = instruments.tone
    noted = notes.setdefault(model.identity, {})
    unknown = [(one.start, one.end) for one in named if f"{one.start}-{one.end}" not in noted]
    for (start, end), judged in zip(unknown, model.predict(document, unknown)):
        noted[f"{start}-{end}"] = [judged.label, *(round(value, 6) for value in (judged.negative, judged.neutral, judged.positive))]
    rows = []
    for one in named:
        label, negative, neutral, positive = noted[f"{one.start}-{one.end}"]
        rows.append(
            {"sentence": one.sentence, "start": one.start, "end": one.end, "actor": one.actor, "voice": voice.of(one.start, one.end)[0],
             "label": label, "negative": negative, "neutral": neutral, "positive": positive, "model": model.name}
        )  # fmt: skip
    return rows


def _biased(document: Document, sentences: Sequence[dict], instruments: Instruments, notes: dict) -> Iterator[dict]:
    """The sentences that the researcher's model judges biased, each in the voice in which most of its words are."""
    model = instruments.loaded
    if model is None:
        return
    noted = part(notes, "loaded", f"{instruments.stamp} {instruments.reading.stamp} {model.identity}")
    if "biased" not in noted:
        noted["biased"] = [index for index in range(len(document.sentences)) if model.judge_sentence(document, index).label == LABELS[0]]
    for index in noted["biased"]:
        row = sentences[index]
        words = {"direct": row["words_direct"], "indirect": row["words_indirect"]}
        words["outlet"] = row["words"] - sum(words.values())
        yield {
            **{name: row[name] for name in ("sentence", "start", "end", "text")}, "category": "biased_sentence",
            "entry": f"{model.name} {model.sha256[:12]}", "voice": max(words, key=words.get),
        }  # fmt: skip


def _readability(document: Document, noted: dict) -> list[dict]:
    if "rows" not in noted:
        noted["rows"] = [{"metric": metric, "value": value} for metric, value in readability.of(document)]
    return noted["rows"]


def _facts(found: Sequence[dict], actors: Mapping[int, str], instruments: Instruments) -> Iterator[dict]:
    """The facts, names of actors of the topic by actor: one whatever the spelling. actors: by where their names start."""
    known = instruments.topic.actors if instruments.topic else {}
    places = sorted(actors)
    for row in found:
        at = bisect.bisect_left(places, row["start"])
        if row["kind"] == "name" and at < len(places) and places[at] < row["end"]:
            actor = actors[places[at]]
            row = row | {"fact": f"actor {actor}", "says": known[actor].name}
        yield row


def _action(document: Document, one: actions.Action, voice: Voices, place: _Place) -> dict:
    agent, instrument, patient = (None if token is None else document.words[token] for token in (one.agent, one.instrument, one.patient))
    return {
        "sentence": one.sentence, "verb_start": one.verb_start, "verb_end": one.verb_end, "verb": one.verb, "category": one.category,
        "construction": one.construction, "agent": agent, "agent_actor": place.acting(one.agent), "instrument": instrument,
        "patient": patient, "patient_actor": place.acting(one.patient), "voice": voice.at(one.verb_start)[0],
    }  # fmt: skip
