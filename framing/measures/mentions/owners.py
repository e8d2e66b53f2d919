"""Whose a head is by what stands around it: premodifiers ("Kurdish fighters"), possessors ("the king's men", "troops loyal to the king",
"militias backed by Turkey").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.lexicon.entry import fold
from framing.measures import gender
from framing.measures.mentions.index import NOBODY, Actors, Found
from framing.measures.mentions.phrases import Phrase
from framing.measures.mentions.premodifiers import PREMODIFIER
from framing.measures.mentions.roles import anchor, subject_of
from framing.measures.mentions.scene import Ask, Scene
from framing.measures.mentions.words import BACKING, OWNING, TITLES

_PLACED = frozenset({"state", "government"})
INSTITUTIONS = frozenset({"government", "military"})
"""Types of actors that every state has one of."""

_OURS = frozenset({"my", "our", "your"})
_FROM = frozenset({"of", "from", "under"})
_WITHIN = frozenset({"in", "from", "near", "at"})
_BELONGING = frozenset({"ally", "affiliate", "align", "belong"})
_BRACKETS = frozenset({("(", ")"), ("[", "]")})
_NEAR = 4
"""How far before the head joined premodifiers are looked for, in tokens."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is left of the candidates, those that a modifier names or labels, whether anything was heard at all, and whether something
    there belongs to somebody who is no candidate.
    """

    left: Actors
    named: Actors = NOBODY
    heard: bool = False
    alien: bool = False


def by_modifiers(scene: Scene, phrase: Phrase, candidates: Actors) -> Evidence:
    """What the premodifiers say. The nearest weighs most: one that contradicts those nearer to the head is not heard."""
    left, named, heard = candidates, NOBODY, False
    for span in before(scene, phrase):
        if scene.is_relational(phrase) and scene.document.pos[span.last] != "ADJ":
            continue  # "a government ally" is not the government
        said = frozenset(span.name) & left or scene.index.decides(span)
        if not heard and _names_party(scene, span) and not said & candidates:
            return Evidence(candidates, alien=True)
        if said & left:
            left, heard = said & left, True
            named = named or span.own & left
    return Evidence(left, named, heard)


def by_owners(scene: Scene, phrase: Phrase, candidates: Actors, modified: Evidence, ask: Ask) -> Evidence:
    """What possessors add. They overrule modifiers that only hint, not those that name."""
    left, heard, alien = modified.left, modified.heard, modified.alien
    for owner in _owners(scene, phrase, ask):
        if rest := owner & left or (NOBODY if modified.named else owner & candidates):
            left, heard, alien = rest, True, False
        elif owner and not heard and not all(scene.index.types[actor] in _PLACED for actor in owner):
            alien = True
    return Evidence(left, modified.named & left, heard, alien)


def before(scene: Scene, phrase: Phrase) -> Iterator[Found]:
    """The lexicon's spans among the premodifiers, nearest first. A bare conjunct has those of the first ("rebel fighters and leaders")."""
    document, first, token = scene.document, phrase.first, phrase.found.first - 1
    if first == phrase.found.first and document.dep[phrase.head] == "conj" and document.lower[first - 1] in ("and", "or"):
        joined = scene.at.get(document.head[phrase.head])
        if joined is not None and not scene.phrases[joined].found.name:
            first, token = scene.phrases[joined].first, scene.phrases[joined].found.first - 1
    while token >= first:
        if (span := scene.spans.get(token)) is not None:
            yield span
            token = span.first
        token -= 1
    if token >= 2 and (document.lower[token - 2], document.lower[token]) in _BRACKETS and token - 1 in scene.spans:
        yield scene.spans[token - 1]  # "the Red Dawn (RD) group"


def has_two_owners(scene: Scene, phrase: Phrase) -> bool:
    """Whether joined premodifiers give the head to two parties ("Syrian and Iranian ministers")."""
    document, spans = scene.document, scene.spans
    first = max(document.sentences[document.sentence_of[phrase.head]][0], phrase.found.first - _NEAR)
    near = [token for token in range(first, phrase.found.first) if token in spans]
    joined = [(token, document.head[token]) for token in near if document.dep[token] == "conj" and document.head[token] in near]
    return any(
        document.dep[other] in PREMODIFIER and not scene.index.decides(spans[token]) & scene.index.decides(spans[other])
        for token, other in joined
    )  # fmt: skip


def is_foreign(scene: Scene, phrase: Phrase, candidates: Actors) -> bool:
    """Whether an institution belongs to a state that is no candidate, of the topic or not ("the Peruvian army", "the government of
    France").
    """
    if not any(scene.index.types[actor] in INSTITUTIONS for actor in candidates):
        return False
    document = scene.document
    tied = [child for child in document.children[phrase.head] if document.dep[child] in ("poss", "prep")]
    tokens = (*range(phrase.first, phrase.found.first), *tied, *(token for child in tied for token in document.children[child]))
    return any(_is_other_state(scene, token, candidates) for token in tokens if document.lower[document.head[token]] not in _WITHIN)


def _is_other_state(scene: Scene, token: int, candidates: Actors) -> bool:
    document, span = scene.document, scene.spans.get(token)
    if span is None:
        return document.entity[token] in ("NORP", "GPE")
    after = span.last + 1
    if document.lower[after : after + 1] == ["-"] and document.start[after] == document.end[span.last]:
        return False  # "Russian-backed"
    said = scene.index.decides(span)
    return bool(said) and not said & candidates and all(scene.index.types[actor] == "state" for actor in said)


def _names_party(scene: Scene, span: Found) -> bool:
    """Whether it names or labels somebody, and is no name that may be but a place."""
    return any(scene.index.types[actor] not in _PLACED for actor in span.own)


def _owners(scene: Scene, phrase: Phrase, ask: Ask) -> Iterator[Actors]:
    """For each possessor, or what stands in the place of one, the actors for which it decides."""
    document, head = scene.document, phrase.head
    for child in document.children[head]:
        dep = document.dep[child]
        if dep == "poss":
            yield _deciding(scene, child, ask)
        elif dep == "prep" and child > head and (document.lower[child] in OWNING or _is_in_body(scene, child, ask)):
            yield from _objects(scene, child, ask)
        elif dep in ("acl", "amod", "relcl") and child > head:
            yield from _backers(scene, child, ask)
    after = phrase.last + 1
    if after < len(document) and document.lower[after] in _FROM and document.dep[after] == "prep" and document.head[after] != head:
        yield from _objects(scene, after, ask)  # attached elsewhere by the parser
    verb = document.lemma[document.head[head]]
    if document.dep[head] == "dobj" and verb in BACKING and (subject := subject_of(document, document.head[head])) is not None:
        yield _backed_by(scene, subject, verb, ask)


def _is_in_body(scene: Scene, preposition: int, ask: Ask) -> bool:
    """Whether it is `in` with a party that people are members of ("officials in the ministry"), and with no place or office."""
    document, head = scene.document, scene.document.head[preposition]
    if document.lower[preposition] != "in" or any(document.dep[child] == "poss" for child in document.children[head]):
        return False
    body = next((child for child in document.children[preposition] if document.dep[child] == "pobj" and child in scene.at), None)
    if body is None or document.tag[body] not in ("NN", "NNP") or document.lemma[body].lower() in TITLES:
        return False
    number = scene.at[body]
    return scene.phrases[number].kind == "label" and ask(number) is not None


def _objects(scene: Scene, preposition: int, ask: Ask) -> Iterator[Actors]:
    document = scene.document
    for child in document.children[preposition]:
        if document.dep[child] != "pobj":
            continue
        yield _deciding(scene, child, ask)
        if child not in scene.at:  # "forces under the general's brother" are taken for the general's
            yield from (_deciding(scene, owner, ask) for owner in document.children[child] if document.dep[owner] == "poss")


def _backers(scene: Scene, clause: int, ask: Ask) -> Iterator[Actors]:
    """Who is meant in `loyal to the king`, `allied with the king`, `backed by Turkey`."""
    document, verb = scene.document, scene.document.lemma[clause].lower()
    for child in document.children[clause]:
        if document.dep[child] not in ("prep", "agent"):
            continue
        if verb in _BELONGING or (document.lower[child] == "to" and document.pos[clause] != "VERB"):
            yield from _objects(scene, child, ask)
        elif verb in BACKING and document.lower[child] in ("by", "with"):
            yield from (_backed_by(scene, token, verb, ask) for token in document.children[child])


def _backed_by(scene: Scene, token: int, verb: str, ask: Ask) -> Actors:
    """The actors that the lexicon knows as backed by the one named there (its modifiers of the shape `turkey-backed`)."""
    number = scene.at.get(token)
    actor = ask(number) if number is not None else None
    if actor is None:
        return NOBODY
    words = (fold(f"{name}-{BACKING[verb]}") for name in scene.index.names[actor])
    return NOBODY.union(*(scene.index.modifiers.get(word, NOBODY) for word in words))


def _deciding(scene: Scene, token: int, ask: Ask) -> Actors:
    """The actors for which a possessor decides; those of its antecedent when it is a pronoun."""
    if scene.document.pos[token] == "PRON":
        return NOBODY if scene.document.lower[token] in _OURS else _with_owned(scene, _pronoun(scene, token, ask))
    number = scene.at.get(token)
    if number is not None:
        span = scene.phrases[number].found
        actor = ask(number)
        return _with_owned(scene, actor) | (frozenset(span.modifier) if actor is None or span.own else NOBODY)
    span = scene.spans.get(token)
    return scene.index.decides(span) if span is not None else NOBODY


def _with_owned(scene: Scene, actor: str | None) -> Actors:
    return NOBODY if actor is None else scene.index.owners[actor] | {actor}


def _pronoun(scene: Scene, token: int, ask: Ask) -> str | None:
    """The actor of the nearest fitting mention before a possessive pronoun, subjects first, in its sentence and the one before."""
    document, nearest = scene.document, None
    for number in range(len(scene.phrases) - 1, -1, -1):
        other = scene.phrases[number]
        if other.last >= token:
            continue
        if document.sentence_of[token] - document.sentence_of[other.head] > 1:
            break
        if not _fits(scene, document.lower[token], number) or (actor := ask(number)) is None:
            continue
        if document.dep[anchor(document, other.head)] in ("nsubj", "nsubjpass") or document.dep[other.head] == "appos":
            return actor
        nearest = nearest or actor
    return nearest


def _fits(scene: Scene, pronoun: str, number: int) -> bool:
    phrase = scene.phrases[number]
    if pronoun in gender.PRONOUNS:
        actor = scene.known(number)
        if not scene.is_person(phrase) and (actor is None or scene.index.types[actor] != "person"):
            return False
        return scene.gender(phrase, actor) in (None, gender.PRONOUNS[pronoun])
    return not scene.is_person(phrase) and not (pronoun == "its" and scene.is_plural(phrase))
