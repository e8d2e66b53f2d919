"""Attribution: who is quoted, and with which verbs."""

from __future__ import annotations

from framing.report.grid import Kind
from framing.report.questions.question import Question

SOURCES = Question(
    name="sources",
    letter="Q",
    title="Who is quoted",
    asks="Whom does each outlet let speak?",
    counted="An attribution is a source, a cue such as “said” and what is attributed, quoted or reported. Shares are of attributed "
    "words; where only counts are given, they are of attributions. Other sources are those that are no actor of the topic.",
    charts=("who_is_quoted",),
    pairs="source_pairs",
    kinds=(
        Kind(
            measure="sources_by_actor",
            statistic="share",
            voice="quoted",
            across="category",
            base="attributions",
            title="Attributed words by source",
            counting="Attributions to {category}",
            finding="of the words that it attributes, {high} gives {high_value} to {category} ({high_n}), {low} {low_value} ({low_n})",
        ),
        Kind(
            measure="sources_by_type",
            statistic="share",
            voice="quoted",
            across="category",
            base="attributions",
            title="Attributed words by type of source",
            counting="Attributions to sources of the type “{category}”",
            finding="of the words that it attributes, {high} gives {high_value} to sources of the type “{category}” ({high_n}), "
            "{low} {low_value} ({low_n})",
        ),
    ),
)

STANCE = Question(
    name="stance",
    letter="S",
    title="How they are quoted",
    asks="With which verbs does each outlet introduce its sources?",
    counted="A cue has a stance: neutral (“said”), or one that lends weight to what is said or casts doubt on it. Shares are of the "
    "attributions of a source that have a cue. Other sources are those that are no actor of the topic.",
    charts=("how_quoted",),
    kinds=(
        Kind(
            everyone="all sources",
            measure="stance",
            statistic="share",
            voice="quoted",
            across="category",
            apart="actor",
            base="attributions",
            title="Cues that introduce {actor}",
            counting="Attributions to {actor} with {category} cues",
            finding="of attributions to {actor}, {high} introduces {high_value} with {category} cues ({high_n}), "
            "{low} {low_value} ({low_n})",
        ),
    ),
)
