"""Wording: tone, loaded words, frames and readability."""

from __future__ import annotations

from framing.report.grid import Kind
from framing.report.questions.question import Question

TONE = Question(
    name="tone",
    letter="T",
    title="Tone",
    asks="How favourable or unfavourable are the words around each actor?",
    counted="Every mention of an actor gets a tone toward it. Mean polarity runs from −1 (all negative) over 0 to 1 (all positive), "
    "each article counting the same. Tone in the outlet's own voice and tone in the words of its sources are different findings "
    "and are never added. Bad news about an actor has a negative tone too, whoever tells it.",
    charts=("tone",),
    pairs="tone_pairs",
    kinds=(
        Kind(
            measure="tone_labels",
            statistic="share",
            voice="outlet",
            across="actor",
            category="negative",
            base="mentions",
            title="Mentions with a negative tone, outlet's own voice",
            counting="Mentions of {actor} with a negative tone, in the article's own voice",
            finding="in its own voice, the tone of {high} toward {actor} is negative in {high_value} of mentions ({high_n}), "
            "that of {low} in {low_value} ({low_n})",
        ),
        Kind(
            measure="tone",
            statistic="mean",
            voice="outlet",
            across="actor",
            unit="number",
            base="mentions",
            title="Mean polarity, outlet's own voice",
            finding="in its own voice, the tone of {high} toward {actor} has a mean polarity of {high_value} ({high_n}), "
            "that of {low} one of {low_value} ({low_n})",
        ),
        Kind(
            measure="tone",
            statistic="mean",
            voice="quoted",
            across="actor",
            unit="number",
            base="mentions",
            title="Mean polarity, words of sources",
            finding="the sources of {high} speak of {actor} with a mean polarity of {high_value} ({high_n}), "
            "those of {low} with one of {low_value} ({low_n})",
        ),
    ),
)

LANGUAGE = Question(
    name="language",
    letter="W",
    title="Loaded words and hedges",
    asks="How often does each outlet's own voice use loaded words, hedges and boosters?",
    counted="Words and phrases of the language lexicons, per 1,000 words in the outlet's own voice, headlines included. A word counts "
    "by its context: a brutal winter is not loaded, a brutal regime is. Scare quotes are one to three words in quotation marks "
    "that nobody is said to have spoken; headline forms are questions, exclamation marks, capitals, forward reference and the "
    "reader spoken to. **People agree little on what is loaded: Krippendorff's alpha was .40 even among trained experts (Spinde "
    "et al. 2021).** A rate is a reason to read the words behind it, no verdict on a sentence.",
    charts=("loaded_language",),
    pairs="word_pairs",
    keyness="distinctive_words",
    noun="loaded words",
    kinds=(
        Kind(
            measure="language",
            statistic="rate_per_1000_words",
            voice="outlet",
            across="category",
            unit="number",
            base="words",
            title="Occurrences per 1,000 words",
            counting="{category} in the article's own voice",
            finding="in its own voice, {high} uses {high_value} {category} per 1,000 words ({high_n}), {low} {low_value} ({low_n})",
        ),
    ),
)

FRAMES = Question(
    name="frames",
    letter="M",
    title="Frames",
    asks="Under which aspects does each outlet tell the news?",
    counted="Words and phrases that go with a frame, per 1,000 words in the outlet's own voice: the five generic frames of Semetko and "
    "Valkenburg (2000) and the policy frames of Boydstun, Card and others (2014). A rate says how much of a frame's vocabulary there "
    "is, not that a coder would find the frame; rates of different frames do not compare, since their lists differ. What happened "
    "decides over the words as well as how it is told.",
    charts=("generic_frames", "policy_frames"),
    kinds=(
        Kind(
            measure="generic_frames",
            statistic="rate_per_1000_words",
            voice="outlet",
            across="category",
            unit="number",
            base="words",
            title="Generic frames, hits per 1,000 words",
            counting="Words of the {category} frame in the article's own voice",
            finding="in its own voice, {high} uses {high_value} words of the {category} frame per 1,000 ({high_n}), "
            "{low} {low_value} ({low_n})",
        ),
        Kind(
            measure="policy_frames",
            statistic="rate_per_1000_words",
            voice="outlet",
            across="category",
            unit="number",
            base="words",
            title="Policy frames, hits per 1,000 words",
            counting="Words of the {category} frame in the article's own voice",
            finding="in its own voice, {high} uses {high_value} words of the {category} frame per 1,000 ({high_n}), "
            "{low} {low_value} ({low_n})",
        ),
    ),
)

READABILITY = Question(
    name="readability",
    letter="R",
    title="Readability",
    asks="How hard are the articles to read?",
    counted="Flesch reading ease runs from about 0 (very hard) to 100 (very easy); the Flesch-Kincaid grade is in years of US "
    "schooling. Both are means over articles and are blind to everything but the length of words and sentences.",
    charts=("readability",),
    kinds=(
        Kind(
            measure="readability",
            statistic="mean",
            voice="all",
            across="category",
            unit="number",
            base="sentences",
            title="Mean over articles",
            wanted=("flesch_reading_ease", "flesch_kincaid_grade"),
            finding="by {category}, the articles of {high} have a mean of {high_value} ({high_n}), "
            "those of {low} one of {low_value} ({low_n})",
        ),
    ),
)
