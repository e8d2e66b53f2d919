"""Who the sources are: the actor behind each attribution's source, through relative and personal pronouns.

A source is the actor of the mention that heads it; a relative pronoun is what it refers to. "He" and "she" are the person who spoke
last, else the person who is the subject of the last sentence that has one, within the paragraph or the one before, unless the text tells
that it is the other of the two; "they" and "it" are the same with a group or an organisation. Where none fits, nobody is guessed: the
actor stays None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.document import Document
from framing.measures import gender
from framing.measures.attribution import Attribution

OTHER = "other"
"""A named source that is no actor of the topic."""

_RELATIVE = frozenset(("who", "which", "that"))
_PERSONAL = {"he": "person", "she": "person", "they": "plural", "it": "thing"}
_STATEMENTS = frozenset((
    "account", "announcement", "comment", "communique", "letter", "message", "note", "post", "release", "remark", "report", "speech",
    "statement", "tweet", "video",
))  # fmt: skip
"""Nouns for what is said, whose source is behind `by` or `from` ("a statement by the army")."""
_FAR = 2
"""Paragraphs to look back over, the pronoun's own included."""
_PERSON_ENDINGS = ("man", "woman", "er", "or", "ist", "ent", "ian", "ant", "lyst", "person")
_NO_PERSONS = frozenset((
    "agreement", "center", "government", "letter", "matter", "movement", "newspaper", "number", "offer", "order", "paper", "parliament",
    "power", "statement",
))  # fmt: skip
"""Nouns that end like one who does something and name no person."""

Actor = Callable[[int], str | None]
"""Token -> actor of the mention that it heads, None where there is none."""


@dataclass(frozen=True)
class Speaker:
    """Who a source is. token: the noun that it is or refers to, None where there is no source or the text does not decide it.

    actor: an actor's id, OTHER, or None where token is.
    """

    token: int | None = None
    actor: str | None = None


def speakers(document: Document, attributions: Sequence[Attribution], actor_at: Actor) -> list[Speaker]:
    """The speaker of each attribution, in order."""
    found: list[Speaker] = []
    spoke: list[int] = []
    known = gender.genders(document)
    for one in attributions:
        token = None if one.source_head is None else _antecedent(document, one.source_head)
        if token is not None and document.pos[token] == "PRON":
            token = _before(document, token, spoke, known) if document.lower[token] in _PERSONAL else None
        if token is None:
            found.append(Speaker())
            continue
        spoke.append(token)
        found.append(Speaker(token, _named(document, token, actor_at)))
    return found


def _antecedent(document: Document, head: int) -> int:
    """What a relative pronoun stands for: the noun that its clause hangs on."""
    if document.lower[head] not in _RELATIVE or document.pos[head] not in ("PRON", "SCONJ", "DET"):
        return head
    for ancestor in document.ancestors(head):
        if document.dep[ancestor] == "relcl":
            return document.head[ancestor]
    return head


def _named(document: Document, head: int, actor_at: Actor) -> str:
    """The actor of a noun: of its own mention, of its apposition's, of who made the statement that it is; else OTHER."""
    near = [head, *(token for token in document.children[head] if document.dep[token] == "appos")]
    if document.lemma[head].lower() in _STATEMENTS:
        by = [token for token in document.children[head] if token > head and document.lower[token] in ("by", "from")]
        near += [token for preposition in by for token in document.children[preposition] if document.dep[token] == "pobj"]
    return next((actor for token in near if (actor := actor_at(token))), OTHER)


def _before(document: Document, pronoun: int, sources: Sequence[int], known: Callable[[int], str | None]) -> int | None:
    """The token that a personal pronoun stands for, or None. known: gender of the person at a token, where the text tells it."""
    kind = _PERSONAL[document.lower[pronoun]]
    fitting = {None, gender.PRONOUNS.get(document.lower[pronoun])}
    sentence = document.sentence_of[pronoun]
    paragraph = document.paragraph_of[sentence]
    first = document.paragraphs[max(0, paragraph - _FAR + 1)][0]
    for token in reversed(sources):
        if token < pronoun and document.sentence_of[token] >= first and _is(document, token, kind) and _fits(token, kind, known, fitting):
            return token
    for index in range(sentence, first - 1, -1):
        subjects = [
            t
            for t in range(*document.sentences[index])
            if t < pronoun and document.dep[t] in ("nsubj", "nsubjpass") and _is(document, t, kind) and _fits(t, kind, known, fitting)
        ]
        if subjects:
            return subjects[0]
    return None


def _fits(token: int, kind: str, known: Callable[[int], str | None], fitting: set[str | None]) -> bool:
    return kind != "person" or known(token) in fitting


def _is(document: Document, token: int, kind: str) -> bool:
    """Whether a noun can be what a pronoun of the kind refers to."""
    if document.pos[token] == "PRON":
        return False
    lemma = document.lemma[token].lower()
    role = document.tag[token] == "NN" and not document.entity[token] and lemma.endswith(_PERSON_ENDINGS) and lemma not in _NO_PERSONS
    person = document.entity[token] == "PERSON" or role
    plural = document.tag[token] in ("NNS", "NNPS") or any(document.dep[c] == "conj" for c in document.children[token])
    return {"person": person and not plural, "plural": plural, "thing": not person and not plural}[kind]
