"""The texts themselves: how well they can be read."""

from __future__ import annotations

from framing.report.grid import Kind
from framing.report.questions.question import Question

TEXTS = Question(
    name="texts",
    letter="X",
    title="Texts and coverage",
    asks="How far can the figures be trusted in each outlet's texts?",
    counted="Rules and word lists were written for edited English news text. Where an outlet's texts are of another kind, a rule may "
    "misfire there and not elsewhere, and a difference between outlets may be one of measurement. A sentence is hard to parse when it "
    "is longer than 40 words, or has 25 words and more without any mark inside, or, headlines apart, has no mark at its end: there a "
    "parser errs most. A translation shows where it leaves out “a”, “an” and “the”; else it cannot be told from the text.",
    charts=(),
    cautions=True,
    kinds=(
        Kind(
            measure="hard_sentences",
            statistic="share",
            voice="all",
            across="category",
            base="sentences",
            title="Sentences that are hard to parse",
            finding="",
            stated=False,
        ),
        Kind(
            measure="punctuation",
            statistic="rate_per_1000_words",
            voice="all",
            across="category",
            unit="number",
            base="words",
            title="Marks, and the words “a”, “an” and “the”, per 1,000 words",
            finding="",
            stated=False,
        ),
        Kind(
            measure="unresolved_mentions",
            statistic="share",
            voice="all",
            across="category",
            base="mentions",
            title="Mentions whose actor stays unresolved",
            wanted=(None, "label", "name"),
            finding="",
            stated=False,
        ),
        Kind(
            measure="unresolved_sources",
            statistic="share",
            voice="all",
            across="category",
            base="attributions",
            title="Attributions whose source is not named or stays unresolved",
            finding="",
            stated=False,
        ),
    ),
)
