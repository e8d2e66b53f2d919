"""What measures read with: lexicons compiled and models loaded, and the identity of all that a result depends on besides the parse."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.classify import tone
from framing.classify.attribution import Scorer
from framing.classify.loaded_model import LoadedModel
from framing.lexicon import Matcher, TermLexicon, TopicLexicon
from framing.measures import attribution, reading

if TYPE_CHECKING:
    from framing.measures.observe import Lexicons


@dataclass(frozen=True)
class Instruments:
    """What the measures read with, ready to use in any process.

    stamp: identity of what tone and readability depend on besides the parse; topic_stamp: of what the tables that name actors depend on
    besides the parse and the topic.
    """

    topic: TopicLexicon | None
    terms: TermLexicon
    sources: Matcher
    reading: reading.Instruments
    tone: tone.ToneModel
    stamp: str
    topic_stamp: str
    loaded: LoadedModel | None = None

    @classmethod
    def of(
        cls, lexicons: Lexicons, *, tone_model: str = "linear", scorer: Scorer | None = None, loaded_model: LoadedModel | None = None
    ) -> Instruments:
        """Instruments from the lexicons of a run. tone_model: a name in classify.tone.MODELS. scorer: of attributions, None for rules.
        loaded_model: judges sentences besides."""
        depends = (lexicons.cues, lexicons.complements, lexicons.loaded, lexicons.hedges, lexicons.actions,
                   lexicons.generic_frames, lexicons.policy_frames, lexicons.facts)  # fmt: skip
        read_with = reading.Instruments(
            cues=attribution.CueLexicons(lexicons.cues, lexicons.complements),
            words=(Matcher(lexicons.loaded), Matcher(lexicons.hedges)), actions=Matcher(lexicons.actions),
            frames=(Matcher(lexicons.generic_frames), Matcher(lexicons.policy_frames)), facts=Matcher(lexicons.facts),
            stamp=reading.stamp(depends, scorer), scorer=scorer,
        )  # fmt: skip
        model, stamp = tone.load(tone_model), _stamp()
        about_topic = (read_with.stamp, stamp, model.identity, lexicons.terms.sha256, lexicons.sources.sha256)
        return cls(
            topic=lexicons.topic, terms=lexicons.terms, sources=Matcher(lexicons.sources), reading=read_with, tone=model,
            stamp=stamp, topic_stamp="\n".join(about_topic),
            loaded=loaded_model,
        )  # fmt: skip


def _stamp() -> str:
    """Identity of what tone and readability depend on besides the parse: code, weights and the library's version."""
    digest = hashlib.sha256(importlib.metadata.version("textstat").encode())
    package = importlib.resources.files("framing")
    places = [package / "measures" / "readability.py", package / "document.py"]
    places += [one for folder in ("classify", "classify/weights") for one in (package / folder).iterdir() if one.is_file()]
    for place in sorted(places, key=lambda one: one.name):
        digest.update(hashlib.sha256(place.read_bytes()).digest())
    return digest.hexdigest()
