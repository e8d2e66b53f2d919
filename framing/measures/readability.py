"""Readability: how hard an article's running text is by the common formulas.

What it counts: words, syllables, words of three or more syllables and sentences of the analysed text without its headline. Sentences
are the parser's (full stops inside abbreviations and numbers end none); syllables come from the CMU dictionary, else from hyphenation.
Formulas (textstat; W words, S sentences, Y syllables, P words of 3 and more syllables, D those of them that are no easy words):
    flesch_reading_ease   206.835 - 1.015 W/S - 84.6 Y/W         about 0-100, higher is easier    Flesch (1948), J Appl Psychol 32(3)
    flesch_kincaid_grade  0.39 W/S + 11.8 Y/W - 15.59            US school grade, higher is harder  Kincaid et al. (1975), RBR 8-75
    gunning_fog           0.4 (W/S + 100 D/W)                    US school grade, higher is harder  Gunning (1952)
    smog_index            3.1291 + 1.043 sqrt(30 P/S)            US school grade, higher is harder  McLaughlin (1969), J Reading 12(8)
    words_per_sentence    W/S                                    words
    syllables_per_word    Y/W                                    syllables
Undefined: under 100 words, the sample that Flesch asks for; smog_index also under 30 sentences. Type-token ratios are left out: they fall
with length. The formulas see the surface only; outlets that write for readers of a second language score easier by habit.
"""

from __future__ import annotations

import functools
import re
from types import ModuleType

from framing.document import Document
from framing.language import nltk_data

METRICS = ("flesch_kincaid_grade", "flesch_reading_ease", "gunning_fog", "smog_index", "syllables_per_word", "words_per_sentence")

LEAST_WORDS = 100
LEAST_SENTENCES_SMOG = 30

_STOPS = re.compile(r"[.!?]+")
_HAS_WORD = re.compile(r"\w")


def of(document: Document) -> list[tuple[str, float | None]]:
    """(metric, value) for each of METRICS; value None where undefined. Raises NltkDataError when the syllable dictionary is missing."""
    sentences = _sentences(document)
    text = " ".join(sentence + "." for sentence in sentences)
    textstat = _textstat()
    if textstat.lexicon_count(text) < LEAST_WORDS:
        return [(metric, None) for metric in METRICS]
    values: dict[str, float | None] = {
        "flesch_kincaid_grade": textstat.flesch_kincaid_grade(text),
        "flesch_reading_ease": textstat.flesch_reading_ease(text),
        "gunning_fog": textstat.gunning_fog(text),
        "smog_index": textstat.smog_index(text) if textstat.sentence_count(text) >= LEAST_SENTENCES_SMOG else None,
        "syllables_per_word": textstat.avg_syllables_per_word(text),
        "words_per_sentence": textstat.words_per_sentence(text),
    }
    return [(metric, values[metric]) for metric in METRICS]


def _sentences(document: Document) -> list[str]:
    """The sentences below the headline, rid of stops, so that textstat finds exactly these; those without a word are dropped.

    Ones of one or two words ("But why?") run on with the next, since textstat takes their words and not the sentence.
    """
    first = document.paragraphs[0][1] if document.headline and document.paragraphs else 0
    found: list[str] = []
    short = ""
    for a, b in document.sentences[first:]:
        text = _STOPS.sub("", document.text[document.start[a] : document.end[b - 1]]).strip()
        if not _HAS_WORD.search(text):
            continue
        text = f"{short} {text}".strip()
        short = text if len(text.split()) <= 2 else ""
        if not short:
            found.append(text)
    return [*found[:-1], f"{found[-1]} {short}".strip()] if short and found else found


@functools.lru_cache(maxsize=1)
def _textstat() -> ModuleType:
    nltk_data.stage()
    import textstat  # after staging, and late: it loads NLTK

    return textstat
