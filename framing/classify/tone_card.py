"""The card of a model of tone: what was learned from what, with which figures, its limits and what it is not for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from framing.classify import encoder, reader_fit, words
from framing.classify.blend import READ, SEEN, Blend
from framing.classify.card import NOT_FOR
from framing.classify.figures import Figures, figures
from framing.classify.linear import Linear
from framing.classify.training import FURTHER, TAUGHT, TONE, WEAKER, Labelled
from framing.classify.validation import FOLDS

TONE_LIMITS = (
    "One sentence is all that is read: irony, innuendo and what the sentence before said are missed.",
    "About {wrong} labels in ten differ from the coders' on sentences never seen; figures per class and the confusion matrix stand below. "
    "An aggregate over many mentions is worth more than any single label.",
    "Learned from English news on politics, mostly of the United States; on other topics and regions it is likely to be worse.",
    "Positive is found least well; a mention praised in passing tends to be called neutral.",
    "Plainly reporting something bad that the target did or suffered counts as negative for the coders: "
    "negative tone is no sign of a biased outlet.",
)
NEURAL_LIMITS = (
    "The encoder reads a word for the target's kind in place of its name, but it reads all other words, other names among them, and "
    "carries the associations of the web text that it learned from, prejudice included.",
    "Training gives the same weights again only on the same kind of processor with the same releases of PyTorch, onnx and onnxruntime; "
    "answers may differ in the sixth decimal between processors.",
)
SEEN_BEFORE = (
    "How words lean (word-tones.npz) was learned by the neural model from this same file, the parts held out in cross-validation among it: "
    "the figures of the cross-validation are too good, those of other files are not."
)
TAUGHT_BEFORE = (
    "The teacher had learned from this same file, the parts held out in cross-validation among it: the figures of the cross-validation are "
    "too good (macro-F1 by about .02 where the neural model that ships teaches NewsMTSC), those of other files are not."
)
TONE_NOT_FOR = (*NOT_FOR, "Text other than English news: speech, social media, literature, translations by machine.")


def card(
    model: Linear | Blend, data: Labelled, tests: Sequence[Labelled], validated: Figures, *,
    date: str | None = None, licence: str | None = None,
) -> dict[str, object]:  # fmt: skip
    """The card of a model of tone, linear or neural: what was learned from what, with which figures, and what it is not for.

    validated: the figures of the cross-validation.
    """
    neural = isinstance(model, Blend)
    parsed = model.linear if neural else model
    sizes = {"features": len(parsed.names), "vector": len(parsed.weights) - len(parsed.names)}
    settings = {"inverse_penalty": TONE.strength, "weight_of_further_mentions": FURTHER, "least_examples_of_a_feature": TONE.rare,
                "folds": FOLDS}  # fmt: skip
    taught = {}
    if data.taught is not None:
        settings |= {"inverse_penalty": round(WEAKER * TONE.strength, 4), "weight_of_taught_targets": TAUGHT}
        taught = {"teacher": {"model": data.taught.teacher, "sha256": data.taught.sha256, "targets": len(data.taught.rows),
                              "learned_from_the_same_file": data.taught.known}}  # fmt: skip
    if neural:
        sizes |= {"numbers_fitted_in_the_encoder": model.reader.size}
        settings |= {"share_of_encoder": READ, "share_of_linear_model": SEEN, **reader_fit.SETTINGS, "packages": reader_fit.identity()}
    return {
        "model": model.name,
        "task": "tone toward a target mention: " + ", ".join(model.labels),
        "date": date,
        "licence": licence,
        "limits": tuple(one.format(wrong=_wrong(validated)) for one in TONE_LIMITS)
        + (NEURAL_LIMITS if neural else ()) + too_good(data, neural=neural),
        **({"encoder": {"packages": encoder.identity(), "sha256": encoder.SHA256}} if neural else {}),
        "not_for": TONE_NOT_FOR,
        "data": {"file": data.file, "sha256": data.sha256, "examples": len(data.rows) - sum(data.further),
                 "further_mentions": sum(data.further), "groups": len(set(data.groups))},
        **taught,
        **sizes,
        "settings": settings,
        "cross_validation": asdict(validated),
        "tests": {test.file: asdict(figures(model.labels, test.labels, model.probabilities(test.rows))) for test in tests},
    }


def too_good(data: Labelled, *, neural: bool) -> tuple[str, ...]:
    """What to know of the cross-validation of a model of these data: who has told it of the parts held out."""
    seen = not neural and data.sha256 == words.toned_from()
    return ((SEEN_BEFORE,) if seen else ()) + ((TAUGHT_BEFORE,) if data.taught is not None and data.taught.known else ())


def _wrong(found: Figures) -> str:
    wrong = round(10 * (1 - found.accuracy))
    return ("no", "one", "two", "three", "four", "five")[wrong] if wrong <= 5 else str(wrong)
