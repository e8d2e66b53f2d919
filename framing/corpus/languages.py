"""In which language a text is written."""

from __future__ import annotations

from functools import cache

ENGLISH = "en"

LEAST_LETTERS = 150
"""Shorter texts are not decided on: a few names and figures look like any language."""

LEAST_CERTAINTY = 0.9
"""Below this probability a language other than English is not believed."""

_SAMPLE = 800
# Languages that news is published in; without the small and constructed ones that lists of names are often mistaken for.
_CANDIDATES = (
    *("en", "ar", "az", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "gl", "gu", "he", "hi", "hr"),
    *("hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "ku", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "nb", "ne", "nl", "no", "pa"),
    *("pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh"),
)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, None when the text is too short or too mixed to say."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return None
    language, certainty = _identifier().classify(sample)
    return language if language == ENGLISH or certainty >= LEAST_CERTAINTY else None


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes a moment to load

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([language for language in _CANDIDATES if language in identifier.labels])
    return identifier
