"""The report's questions, in their order, each in the file of its subject.

To ask something new of the estimates, add a Question or a Kind of table there.
"""

from __future__ import annotations

from framing.report.questions import attribution, content, labels, texts, wording
from framing.report.questions.question import NAMES, Question

__all__ = ["NAMES", "QUESTIONS", "Question"]

QUESTIONS = (
    labels.LABELS,
    labels.DISTINCTIVE,
    labels.AVOIDED,
    labels.FIRST,
    labels.TIME,
    attribution.SOURCES,
    attribution.STANCE,
    wording.TONE,
    wording.LANGUAGE,
    wording.FRAMES,
    content.TOLD,
    wording.READABILITY,
    content.AGENCY,
    texts.TEXTS,
)
