"""Heads that go back to a mention before them: the same words, else the nearest compatible mention.

After the sieves of Lee et al., Deterministic Coreference Resolution, Computational Linguistics 39 (2013): exact words before nearness,
agreement in number, and no link for what is new.
"""

from __future__ import annotations

from framing.measures.mentions.index import Actors
from framing.measures.mentions.phrases import Phrase
from framing.measures.mentions.premodifiers import PREMODIFIER
from framing.measures.mentions.roles import anchor, role_of
from framing.measures.mentions.scene import Scene
from framing.measures.mentions.words import EXEMPLIFYING, OFFICES, SOLE_OFFICES, TITLES

REACH = 6
"""How many sentences back the nearest compatible mention may stand."""

_NEW = frozenset({"a", "an", "another", "any", "both", "each", "every", "no", "my", "other", "others", "our", "your", "next"})
_DETERMINERS = frozenset({"det", "nummod", "poss"})
_DETERMINING = frozenset({"DT", "PDT", "PRP$", "POS", "CD", "WP$"})
_FORMER = frozenset({"former", "ex", "late", "then", "future", "vice", "deputy"})
_COMPLEMENTS = frozenset({"of", "for"})
_PARTIES = frozenset({"state", "international organisation"})


def antecedent(scene: Scene, number: int, candidates: Actors) -> str | None:
    """The actor of the antecedent of the phrase with this number, among the candidates; None without one."""
    phrase = scene.phrases[number]
    document, head = scene.document, phrase.head
    before = [child for child in document.children[head] if child < head]
    determiners = {document.lower[child] for child in before if document.dep[child] in _DETERMINERS or document.lower[child] in _NEW}
    if not candidates or phrase.kind == "name" or determiners & _NEW or _is_new(scene, phrase, candidates):
        return None
    if actor := _same_words(scene, number, candidates) or _in_office(scene, number, candidates):
        return actor
    plural = scene.is_plural(phrase) or "one" in determiners  # "rebel commanders ..., with one leader"
    unlike = None
    for earlier in range(number - 1, -1, -1):
        other, actor = scene.phrases[earlier], scene.known(earlier)
        if document.sentence_of[head] - document.sentence_of[other.head] > REACH:
            break
        if actor is None or actor not in candidates or not _may_refer(scene, phrase, other, actor):
            continue
        if scene.is_plural(phrase) and scene.index.types[actor] == "person":  # "the candidates" are no one of them
            continue
        if scene.is_plural(other) == plural:
            return actor
        unlike = unlike or actor
    return unlike


def _is_new(scene: Scene, phrase: Phrase, candidates: Actors) -> bool:
    """Whether the phrase brings somebody new: `groups like` these, part of an unknown name, a singular with an unknown description, a
    bare one ("as president"), or one of somebody unknown ("head of the Ruritanian Bar").
    """
    document, after = scene.document, phrase.last + 1
    after += after < len(document) and document.lower[after] == ","
    if after < len(document) and document.lower[after] in EXEMPLIFYING:
        return True
    if document.entity[phrase.head] == "ORG" and document.pos[phrase.head] == "PROPN":
        return True
    if not scene.is_plural(phrase) and (_is_bare(scene, phrase) or _is_of_another(scene, phrase, candidates)):
        return True
    described = any(token not in scene.spans and document.pos[token] != "PUNCT" for token in range(phrase.first, phrase.found.first))
    return described and not scene.is_plural(phrase)


def _is_bare(scene: Scene, phrase: Phrase) -> bool:
    """Whether a singular noun stands in running text without a determiner: a role rather than somebody ("she became president")."""
    document, before = scene.document, phrase.first - 1
    sentence = document.sentence_of[phrase.head]
    if document.pos[phrase.head] != "NOUN" or document.dep[phrase.head] in PREMODIFIER or scene.is_headline(phrase):
        return False
    if phrase.first == document.sentences[sentence][0] or document.tag[before] in _DETERMINING or document.lower[before] in (")", "]"):
        return False
    return not any(document.dep[child] in _DETERMINERS for child in document.children[phrase.head])


def _is_of_another(scene: Scene, phrase: Phrase, candidates: Actors) -> bool:
    """Whether the holder of an office is said to be of somebody else ("president of the Ruritanian Bar")."""
    document = scene.document
    if scene.lemma(phrase) not in OFFICES:
        return False
    tied = [child for child in document.children[phrase.head] if child > phrase.last and document.lower[child] in _COMPLEMENTS]
    things = [thing for child in tied for thing in document.children[child] if document.dep[thing] == "pobj"]
    return any(
        not scene.index.decides(scene.spans[thing]) & candidates if thing in scene.spans else document.pos[thing] == "PROPN"
        for thing in things
    )  # fmt: skip


def _same_words(scene: Scene, number: int, candidates: Actors) -> str | None:
    """The actor of the nearest earlier phrase in the very same words, neither of them owned by anybody, however far back."""
    phrase, words = scene.phrases[number], scene.document.lower
    if _has_owner(scene, phrase):
        return None
    for earlier in range(number - 1, -1, -1):
        other = scene.phrases[earlier]
        if words[other.last] == words[phrase.last] and words[other.first : other.last + 1] == words[phrase.first : phrase.last + 1]:
            actor = scene.known(earlier)
            if actor in candidates and not _has_owner(scene, other):
                return actor
    return None


def _in_office(scene: Scene, number: int, candidates: Actors) -> str | None:
    """Who was last named with the office for a title ("President Anton Castell ... the president"), however far back."""
    phrase = scene.phrases[number]
    office = scene.document.lower[phrase.first : phrase.last + 1]
    if scene.lemma(phrase) not in SOLE_OFFICES or len(office) > 1 or scene.is_plural(phrase) or _has_owner(scene, phrase):
        return None
    for earlier in range(number - 1, -1, -1):
        other = scene.phrases[earlier]
        title = scene.document.lower[other.first : other.last + 1]
        titled = other.kind == "name" and office[-1] in title and not _FORMER.intersection(title[: title.index(office[-1])])
        if titled and scene.known(earlier) in candidates and scene.is_person(other):
            return scene.known(earlier)
    return None


def _has_owner(scene: Scene, phrase: Phrase) -> bool:
    return any(scene.document.dep[child] == "poss" for child in scene.document.children[phrase.head])


def _may_refer(scene: Scene, phrase: Phrase, other: Phrase, actor: str) -> bool:
    """Whether the phrase can stand for the other. Offices go back to persons and offices, singulars to names, what is called by the same
    noun to each other; a state is meant only where it is the subject of the phrase's own clause.
    """
    document = scene.document
    if document.head[other.head] == phrase.head or document.head[phrase.head] == other.head:
        return False
    if other.kind == "label" and scene.lemma(other) == scene.lemma(phrase):
        return True
    if scene.lemma(phrase) in OFFICES:
        return scene.is_person(other) or scene.lemma(other) in TITLES
    if other.kind == "label" and not scene.is_plural(phrase):
        return False
    if scene.index.types[actor] == "person":
        return not scene.is_plural(phrase)
    return scene.index.types[actor] not in _PARTIES or _is_subject_of(scene, other, phrase)


def _is_subject_of(scene: Scene, other: Phrase, phrase: Phrase) -> bool:
    document = scene.document
    same = document.head[anchor(document, other.head)] == document.head[anchor(document, phrase.head)]
    return same and document.sentence_of[other.head] == document.sentence_of[phrase.head] and role_of(document, other.head)[0] == "agent"
