"""Every phrase of an article that may stand for an actor, as a plain record: its words, and what stands beside it.

A name and an office before it that says more than a plain title are two candidates ("Ruritanian Prime Minister | Anton Castell"): one is
what the outlet calls him, the other his name. Spans carry no determiner, possessor or prepositional phrase, and do not overlap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.document import Document
from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.names import Name, names
from framing.measures.discovery.relations import POSSESSIVES, related
from framing.measures.mentions.roles import role_of
from framing.measures.people import AGENTS, PORTFOLIOS, QUANTIFYING, SPEAKING, STANDING
from framing.measures.states import fold_name

_PREMODIFIER = frozenset(["compound", "amod", "nmod", "npadvmod", "advmod", "punct", "quantmod", "poss", "nummod", "det", "case"])
_PREMODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"})
_DETERMINING = frozenset({"DT", "PRP$", "CD", "PDT", "WP$", "POS", "JJS", "IN"})
_COLLECTIVE = frozenset({"people", "police", "staff"})
_HYPHENS = frozenset({"-", "–", "‑"})
_NO_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "WORK_OF_ART", "LAW", "EVENT"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "every", "each", "no"})

_WHERE = frozenset({"in", "near", "outside", "inside", "into", "throughout", "around", "across", "toward", "towards"})

_At = Mapping[int, Name]
"""The name at each token that has one."""


def candidates(document: Document) -> list[Candidate]:
    """The candidates of a document in text order."""
    named = names(document)
    at = {token: name for name in named for token in range(name.first, name.last + 1)}
    labels = _apart([label for token in range(len(document)) if (label := _label(document, token, at)) is not None])
    inside = {token for label in labels for token in range(label.first, label.last + 1)}
    alone = [name for name in named if not inside.intersection(range(name.first, name.last + 1)) and _is_nominal(document, name)]
    return related(document, sorted([*(_named(document, name) for name in alone), *labels], key=lambda one: one.start))


def _apart(labels: Sequence[Candidate]) -> list[Candidate]:
    """The labels without those that overlap one that ends later."""
    kept: list[Candidate] = []
    for label in labels:
        if kept and label.last <= kept[-1].last:
            continue
        if kept and label.first <= kept[-1].last:
            kept.pop()
        kept.append(label)
    return kept


def _is_nominal(document: Document, name: Name) -> bool:
    """Whether a name is a phrase, and no adjective that is said of something ("the wine is Ruritanian")."""
    if name.state is None or name.state[1] != "adjective" or document.pos[name.last] != "ADJ":
        return True
    return document.dep[name.last] not in ("acomp", "advmod")


def _named(document: Document, name: Name) -> Candidate:
    start, end = document.span(name.first, name.last)
    role, verb = role_of(document, name.last)
    return Candidate(
        start=start, end=end, text=document.text[start:end], sentence=document.sentence_of[name.last], first=name.first, last=name.last,
        token=_head(document, name.first, name.last), name=name.words, entity=name.entity, state=name.state, titled=name.titled,
        plain=document.text[document.start[name.first + len(name.titled)] : end],
        plural=document.tag[name.last] == "NNPS" or bool(name.state and name.state[1] == "people"), role=role, verb=verb,
        placed=document.dep[name.last] == "pobj" and document.lower[document.head[name.last]] in _WHERE,
        determiner="definite" if name.first and document.lower[name.first - 1] == "the" else "",
        speaks=role == "agent" and verb in SPEAKING,
    )  # fmt: skip


def _head(document: Document, first: int, last: int) -> int:
    for token in range(last, first - 1, -1):
        if not first <= document.head[token] <= last or document.head[token] == token:
            return token
    return last


def _label(document: Document, token: int, at: _At) -> Candidate | None:
    """The label that a noun heads; None where the noun is no head of a phrase or no possible actor."""
    lemma = _lemma(document, token)
    sure = lemma in AGENTS
    if token in at or not _may_label(document, token, lemma) or (_continues(document, token) and not _is_before_name(token, at)):
        return None
    begin = _start(document, token, at)
    inner = tuple((name.words, name.state) for name in dict.fromkeys(at[t] for t in range(begin, token + 1) if t in at))
    # What may turn out to be no actor leaves the names before it to themselves.
    first = begin if sure else max((t + 1 for t in range(begin, token) if t in at), default=begin)
    last = _last(document, token, lemma)
    start, end = document.span(first, last)
    determiner, pronoun, counted = _determiner(document, first)
    role, verb = role_of(document, token)
    return Candidate(
        start=start, end=end, text=document.text[start:end], sentence=document.sentence_of[token], first=first, last=last, token=token,
        head=lemma, modifiers=fold_name(document.text[start : document.start[token]]), inner=inner, pronoun=pronoun,
        plural=document.tag[token] in ("NNS", "NNPS") or lemma in _COLLECTIVE, determiner=determiner, counted=counted, role=role, verb=verb,
        sure=sure, speaks=role == "agent" and verb in SPEAKING,
    )  # fmt: skip


def _lemma(document: Document, token: int) -> str:
    lemma = document.lemma[token].lower().replace("’", "'").strip(".")
    # Of a word taken for a name the parser leaves the plural as it is.
    singular = lemma.removesuffix("s")
    return singular if document.pos[token] == "PROPN" and lemma not in AGENTS and singular in AGENTS else lemma


def _may_label(document: Document, token: int, lemma: str) -> bool:
    """Whether the noun can be an actor's: listed, or a common noun of which the corpus must tell."""
    if document.entity[token] in _NO_LABELS:
        return False
    if lemma in AGENTS:
        return document.pos[token] in ("NOUN", "PROPN") or document.tag[token] in ("NN", "NNS")
    return document.pos[token] == "NOUN" and len(lemma) > 2


def _continues(document: Document, token: int) -> bool:
    """Whether the noun is a premodifier of a noun further on ("migrant caravan") or part of a hyphenated word."""
    after = token + 1
    if after < len(document) and document.lower[after] in _HYPHENS and document.start[after] == document.end[token]:
        return not _is_in_law(document, token)
    governor = document.head[token]
    return document.dep[token] in ("compound", "nmod", "amod") and governor > token and document.pos[governor] in ("NOUN", "PROPN")


def _is_before_name(token: int, at: _At) -> bool:
    """Whether the noun stands right before a name ("dictator Castell")."""
    name = at.get(token + 1)
    return name is not None and name.first == token + 1 and name.state is None


def _last(document: Document, token: int, lemma: str) -> int:
    """The last token of a label: its head, or the end of a set phrase ("son-in-law", "chief of staff", "Secretary of State")."""
    if _is_in_law(document, token):
        return token + 4
    after = document.words[token + 1 : token + 3]
    if len(after) < 2 or after[0] != "of":
        return token
    office = lemma in ("secretary", "minister") and after[1].lower() in PORTFOLIOS
    return token + 2 if office or (lemma, after[1]) in STANDING else token


def _is_in_law(document: Document, token: int) -> bool:
    return "".join(document.lower[token + 1 : token + 5]) == "-in-law"


def _start(document: Document, token: int, at: _At) -> int:
    """The first token of the label: its first premodifier, names among them."""
    floor = document.sentences[document.sentence_of[token]][0]
    first = token
    while (before := first - 1) >= floor:
        if before in at:
            if at[before].last != before:
                break
            first = at[before].first
        elif document.lower[before] in _HYPHENS and before > floor and document.end[before - 1] == document.start[before]:
            first = at[before - 1].first if before - 1 in at else before - 1
        elif _premodifies(document, before, token):
            first = before
        else:
            break
    return first


def _premodifies(document: Document, before: int, token: int) -> bool:
    if document.lower[before] in QUANTIFYING or document.tag[before] in _DETERMINING or document.pos[before] not in _PREMODIFYING:
        return False
    return document.dep[before] in _PREMODIFIER and before < document.head[before] <= token


def _determiner(document: Document, first: int) -> tuple[str, str, bool]:
    """(definite, indefinite, possessive, or empty; possessive pronoun; whether a number stands before)."""
    counted = False
    for before in range(first - 1, max(first - 4, -1), -1):
        lower = document.lower[before]
        if lower in POSSESSIVES or lower in ("'s", "'"):
            return "possessive", lower if lower in POSSESSIVES else "", counted
        if lower in _DEFINITE:
            return "definite", "", counted or lower == "both"
        if lower in _INDEFINITE:
            return "indefinite", "", counted
        if document.tag[before] == "CD":
            counted = True
        elif lower not in QUANTIFYING and document.tag[before] not in ("JJS", "JJ", "RB"):
            break
    return "", "", counted
