"""The cues of an article: words of english/reporting-verbs, with their stance and the complements that may hold content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from framing.document import Document
from framing.lexicon import Matcher, TermLexicon

_PREDICATIVE = frozenset(("aux", "auxpass", "neg", "advmod"))


@dataclass(frozen=True)
class Cue:
    """A cue in a text: the tokens that the lexicon matched, the one that governs, its entry and class."""

    first: int
    last: int
    head: int
    lemma: str
    stance: str


@dataclass(frozen=True)
class CueLexicons:
    """What attribution needs to know of words: cues by stance (english/reporting-verbs) and their complements (english/cue-complements)."""

    verbs: TermLexicon
    complements: TermLexicon

    @cached_property
    def matcher(self) -> Matcher:
        """Finds cues."""
        return Matcher(self.verbs)

    @cached_property
    def takes(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """(group, first word) -> prepositions or particles that the group wants after it; "" for none."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for group in self.complements.groups.values():
            for entry in group.entries:
                word, _, rest = entry.text.partition(" ")
                found[group.id, word.split("/")[0]].add(rest)
        return {key: frozenset(rests) for key, rests in found.items()}

    def complement(self, group: str, lemma: str) -> frozenset[str]:
        """The prepositions that the group wants after the lemma; empty when the lemma is not in the group."""
        return self.takes.get((group, lemma), frozenset())


def find_cues(document: Document, lexicons: CueLexicons) -> list[Cue]:
    """The cues of an article in text order, at most one a governing token."""
    cues: dict[int, Cue] = {}
    for match in lexicons.matcher.find_in(document):
        tokens = range(match.first, match.last + 1)
        verbs = [t for t in tokens if document.pos[t] == "VERB"]
        head = verbs[-1] if verbs else _governor(document, tokens)
        cues[head] = Cue(match.first, match.last, head, match.entry.text.replace("/", " ").split(" ")[0] if len(tokens) == 1 else _plain(match.entry.text), match.group)
    _add_attitudes(document, lexicons, cues)
    return [cues[head] for head in sorted(cues)]


def _plain(entry: str) -> str:
    return " ".join(word.split("/")[0].lstrip("=") for word in entry.split())


def _governor(document: Document, tokens: range) -> int:
    return next((t for t in tokens if document.head[t] not in tokens or document.head[t] == t), tokens[0])


def _add_attitudes(document: Document, lexicons: CueLexicons, cues: dict[int, Cue]) -> None:
    """Verbs and adjectives that only the complement lexicon knows (support, oppose, seem, wary of): cues of feeling or will."""
    for token, lemma in enumerate(document.lemma):
        if token in cues or document.pos[token] not in ("VERB", "ADJ"):
            continue
        for group, stance in (("attitude", "volitional"), ("infinitive", "volitional"), ("adjective", "emotive"), ("impression", "doubting"),
                              ("object", "assertive"), ("predicate", "assertive"), ("object-infinitive", "directive")):
            if lexicons.complement(group, lemma.lower()):
                cues[token] = Cue(token, token, token, lemma.lower(), stance)
                break


def cue_tokens(document: Document, cue: Cue, *, preposition: int | None = None) -> list[int]:
    """The cue with its auxiliaries, negation, particle and (where the content hangs on it) preposition."""
    tokens = set(range(cue.first, cue.last + 1))
    head = cue.head
    if document.pos[head] in ("VERB", "AUX"):
        left = cue.first
        helpers = {c for c in document.children[head] if c < head and document.dep[c] in _PREDICATIVE and document.lower[c] not in ("when", "how", "why", "where")}
        while left - 1 in helpers:
            left -= 1
        tokens.update(range(left, cue.first))
        if not any(document.dep[t] != "advmod" for t in range(left, cue.first)):
            tokens.difference_update(t for t in range(left, cue.first))
        tokens.update(c for c in document.children[head] if document.dep[c] == "prt" and c == max(tokens) + 1)
    elif document.pos[head] == "ADJ":
        verb = document.head[head]
        if document.pos[verb] == "AUX" and 0 < head - verb <= 3:
            tokens.update(range(verb, head))
    if preposition is not None and 0 < preposition - max(tokens) <= 3:
        tokens.update(range(max(tokens) + 1, preposition + 1))
    return sorted(tokens)
