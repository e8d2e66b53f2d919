"""Every phrase of an article that may stand for an actor, as a plain record: its words, and what stands beside it.

A name of several words and the office before it are two candidates ("Japanese Prime Minister | Shinzo Abe"): one is what the outlet
calls him, the other his name. Spans carry no determiner, possessor or prepositional phrase.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.document import Document
from framing.measures.discovery.names import Name, names
from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.relations import POSSESSIVES, relate
from framing.measures.discovery.states import fold_name
from framing.measures.discovery.words import AGENTS, SPEAKING
from framing.measures.mentions.roles import role_of

_PREMODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "punct", "quantmod", "poss", "nummod", "det", "case"})
_STOP = frozenset({"such", "other", "same", "own", "many", "several", "few", "more", "most", "some", "these", "those", "certain", "various", "all", "both", "any"})
_HYPHENS = frozenset({"-", "–", "‑"})
_FIXED = {("chief", "of", "staff"), ("secretary", "of", "state"), ("chairman", "of", "joint"), ("secretary", "of", "defense"), ("people", "of", "color")}
_NO_LABEL_ENTITIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "WORK_OF_ART", "LAW", "EVENT"})


def candidates(document: Document) -> list[Candidate]:
    """The candidates of a document in text order."""
    named = names(document)
    at = {token: name for name in named for token in range(name.first, name.last + 1)}
    labels = [label for token in range(len(document)) if (label := _label(document, token, at)) is not None]
    labels = _apart(labels)
    inside = {token for label in labels for token in range(label.first, label.last + 1)}
    kept = [_named(document, name) for name in named if not _is_inner(document, name, inside)]
    found = sorted([*kept, *labels], key=lambda one: (one.start, one.end))
    relate(document, found)
    return found


def _apart(labels: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for label in labels:
        if kept and label.first <= kept[-1].last:
            if label.last > kept[-1].last:
                kept[-1] = label
        else:
            kept.append(label)
    return kept


def _is_inner(document: Document, name: Name, inside: set[int]) -> bool:
    if name.last in inside:
        return True
    return name.state is not None and name.state[1] == "adjective" and document.pos[name.last] == "ADJ" and document.dep[name.last] in ("acomp", "advmod")


def _named(document: Document, name: Name) -> Candidate:
    start, end = document.span(name.first, name.last)
    role, verb = role_of(document, name.last)
    return Candidate(
        start=start, end=end, text=document.text[start:end], sentence=document.sentence_of[name.last], first=name.first, last=name.last,
        token=_head(document, name.first, name.last), name=name.words, entity=name.entity, state=name.state, titled=name.titled,
        plain=document.text[document.start[name.first + len(name.titled)] : end],
        plural=document.tag[name.last] == "NNPS" or bool(name.state and name.state[1] == "people"), role=role, verb=verb,
        determiner="definite" if name.first and document.lower[name.first - 1] == "the" else "",
        speaks=role == "agent" and verb in SPEAKING,
    )  # fmt: skip


def _head(document: Document, first: int, last: int) -> int:
    for token in range(last, first - 1, -1):
        if not first <= document.head[token] <= last or document.head[token] == token:
            return token
    return last


def _label(document: Document, token: int, at: dict[int, Name]) -> Candidate | None:
    """The label that a noun heads; None where the noun is no head of a phrase or no possible actor."""
    pos, lemma = document.pos[token], _lemma(document, token)
    capital = token in at
    if pos not in ("NOUN", "PROPN") and not (document.tag[token] in ("NNS", "NN") and lemma in AGENTS):
        return None
    if capital or (pos == "PROPN" and lemma not in AGENTS) or document.entity[token] in _NO_LABEL_ENTITIES:
        return None
    role, verb = role_of(document, token)
    speaks = role == "agent" and verb in SPEAKING
    sure = lemma in AGENTS
    if not sure and (pos != "NOUN" or len(lemma) < 3):
        return None
    if _continues(document, token) and not _is_office_before_name(document, token, at):
        return None
    first = _start(document, token, at)
    last = token
    last = token
    inner = [(name.words, name.state) for name in dict.fromkeys(at[t] for t in range(first, token + 1) if t in at)]
    if not sure:  # what may turn out to be no actor leaves the names before it to themselves
        first = max((t + 1 for t in range(first, token) if t in at), default=first)
    if _is_in_law(document, token):
        last = token + 4
    elif tuple(document.lower[token : token + 3]) in _FIXED or (lemma in ("secretary", "minister", "director") and _capital_of(document, token)):
        last = token + 2
    start, end = document.span(first, last)
    determiner, pronoun, counted = _determiner(document, first, token)
    return Candidate(
        start=start, end=end, text=document.text[start:end], sentence=document.sentence_of[token], first=first, last=last, token=token,
        head=lemma, modifiers=tuple(fold_name(document.text[start : document.start[token]])), inner=inner, pronoun=pronoun,
        plural=document.tag[token] in ("NNS", "NNPS") or lemma in ("people", "police", "staff"), determiner=determiner, counted=counted, role=role, verb=verb,
        sure=sure, speaks=speaks,
    )  # fmt: skip


def _lemma(document: Document, token: int) -> str:
    lemma = document.lemma[token].lower().replace("’", "'")
    if document.pos[token] == "PROPN" and lemma not in AGENTS and lemma.endswith("s") and lemma[:-1] in AGENTS:
        return lemma[:-1]
    return lemma.strip(".")


def _is_in_law(document: Document, token: int) -> bool:
    """Whether "-in-law" follows."""
    return "".join(document.lower[token + 1 : token + 5]) == "-in-law"


def _capital_of(document: Document, token: int) -> bool:
    return document.lower[token + 1 : token + 2] == ["of"] and token + 2 < len(document) and document.words[token + 2] in ("State", "Defense", "Defence", "Homeland")


def _continues(document: Document, token: int) -> bool:
    """Whether the noun is a premodifier of a noun further on ("migrant caravan") or part of a hyphenated word."""
    after = token + 1
    if after >= len(document):
        return False
    if document.lower[after] in _HYPHENS and document.start[after] == document.end[token]:
        return not _is_in_law(document, token)
    return document.dep[token] in ("compound", "nmod", "amod") and document.head[token] > token and document.pos[document.head[token]] in ("NOUN", "PROPN")


def _is_office_before_name(document: Document, token: int, at: dict[int, Name]) -> bool:
    """Whether the noun stands right before a person's name ("dictator Kim Jong Un")."""
    name = at.get(token + 1)
    return name is not None and name.first == token + 1 and name.state is None


def _start(document: Document, token: int, at: dict[int, Name]) -> int:
    floor = document.sentences[document.sentence_of[token]][0]
    first = token
    while (before := first - 1) >= floor:
        lower = document.lower[before]
        if before in at:
            name = at[before]
            if document.lower[first] in ("'s", "’s") or name.last != before:
                break
            first = max(floor, name.first)
            continue
        if lower in _HYPHENS and before > floor and document.end[before - 1] == document.start[before]:
            first = before - 1
            if first in at:
                first = at[first].first
            continue
        if lower in _STOP or document.tag[before] in ("DT", "PRP$", "CD", "PDT", "WP$", "POS", "JJS", "IN") or document.pos[before] not in ("ADJ", "NOUN", "PROPN", "VERB", "ADV"):
            break
        if document.dep[before] not in _PREMODIFIER or not before < document.head[before] <= token:
            break
        first = before
    return first


def _determiner(document: Document, first: int, token: int) -> tuple[str, str, bool]:
    """(definite, indefinite, possessive, or empty; possessive pronoun; whether a number stands before)."""
    counted = False
    for before in range(first - 1, max(first - 4, -1), -1):
        lower = document.lower[before]
        if lower in POSSESSIVES:
            return "possessive", lower, counted
        if lower in ("the", "this", "that", "these", "those", "both"):
            return "definite", "", counted or lower == "both"
        if lower in ("a", "an", "another", "one", "some", "any", "every", "each", "no"):
            return "indefinite", "", counted
        if lower in ("'s", "'"):
            return "possessive", "", counted
        if document.tag[before] == "CD":
            counted = True
        elif lower not in _STOP and document.tag[before] not in ("JJS", "JJ", "RB"):
            break
    return "", "", counted


