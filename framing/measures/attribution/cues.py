"""The cues of an article: words of english/reporting-verbs, with their stance and the complements that may hold content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from framing.document import Document
from framing.lexicon import Matcher, TermLexicon
from framing.measures.attribution.lost_subjects import misread_name

_VERBAL_LEFT = frozenset(("aux", "auxpass", "neg", "advmod"))
_NOMINAL_LEFT = frozenset(("det", "amod", "compound"))
_STANCE_OF_GROUP = {
    "attitude": "volitional", "infinitive": "volitional", "intention": "volitional", "adjective": "emotive", "impression": "doubting",
    "object": "assertive", "target": "assertive", "predicate": "assertive", "object-infinitive": "directive",
}  # fmt: skip
"""Stance of a verb or adjective that has complements but is not listed as a cue."""
_QUESTION = frozenset(("when", "how", "why", "where", "however"))
_COMPLEMENTISERS = frozenset(("that", "whether", "if"))
_SURVEYS = frozenset(("census", "poll", "survey"))
SURVEY = "in a survey"
"""Lemma of the cue "in" before a survey that reports what follows."""
_MEDIA = frozenset((
    "analysis", "column", "e", "email", "essay", "filing", "letter", "mail", "memo", "message", "note", "post", "release", "reply",
    "response", "statement", "text", "tweet", "video",
))  # fmt: skip
"""What one says something in; as part of the cue "said in a statement" (an interview or speech is the occasion and is left out)."""


@dataclass(frozen=True)
class Cue:
    """A cue in a text: the tokens that the lexicon matched, the one that governs, its entry and class.

    owned: it attributes only what somebody named holds ("his support for the dam", but "support for the dam grew").
    """

    first: int
    last: int
    head: int
    lemma: str
    stance: str | None
    owned: bool = False


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

    @cached_property
    def media(self) -> frozenset[str]:
        """Nouns of what is published or sent and says something."""
        return frozenset(word for group, word in self.takes if group == "medium")

    @cached_property
    def carriers(self) -> frozenset[str]:
        """Verbs that only carry a noun of speech."""
        return frozenset(word for group, word in self.takes if group == "carrier")

    def complement(self, group: str, lemma: str) -> frozenset[str]:
        """The prepositions that the group wants after the lemma; empty when the lemma is not in the group."""
        return self.takes.get((group, lemma), frozenset())


def find_cues(document: Document, lexicons: CueLexicons) -> list[Cue]:
    """The cues of an article in text order, at most one a governing token."""
    cues: dict[int, Cue] = {}
    for match in lexicons.matcher.find_in(document):
        tokens = range(match.first, match.last + 1)
        verbs = [t for t in tokens if document.pos[t] == "VERB"] or [t for t in tokens if document.pos[t] == "ADJ"]
        head = verbs[-1] if verbs else _governor(document, tokens)
        cues[head] = Cue(
            match.first,
            match.last,
            head,
            match.entry.text.replace("/", " ").split(" ")[0] if len(tokens) == 1 else _plain(match.entry.text),
            match.group,
        )
    _add_attitudes(document, lexicons, cues)
    _add_surveys(document, cues)
    return [cues[head] for head in sorted(cues)]


def _plain(entry: str) -> str:
    return " ".join(word.split("/")[0].lstrip("=") for word in entry.split())


def _governor(document: Document, tokens: range) -> int:
    return next((t for t in tokens if document.head[t] not in tokens or document.head[t] == t), tokens[0])


def _add_attitudes(document: Document, lexicons: CueLexicons, cues: dict[int, Cue]) -> None:
    """Words that only the complement lexicon knows (support, oppose, seem, wary of, her opposition to): cues of feeling or will."""
    inside = {token for cue in cues.values() for token in range(cue.first, cue.last + 1)}
    for token, lemma in enumerate(document.lemma):
        if token in inside or document.pos[token] not in ("VERB", "ADJ", "NOUN"):
            continue
        if document.pos[token] == "NOUN":
            if lexicons.complement("noun", lemma.lower()):
                cues[token] = Cue(token, token, token, lemma.lower(), "volitional", owned=True)
            continue
        for group, stance in _STANCE_OF_GROUP.items():
            if lexicons.complement(group, lemma.lower()):
                cues[token] = Cue(token, token, token, lemma.lower(), stance)
                break


def _add_surveys(document: Document, cues: dict[int, Cue]) -> None:
    """ "In a survey, half of the villagers ..." at the head of a sentence: the survey says it."""
    for first, last in document.sentences:
        if last - first > 3 and document.lower[first] == "in" and document.dep[first] == "prep":
            named = next((c for c in document.children[first] if document.dep[c] == "pobj"), None)
            if named is not None and document.lemma[named].lower() in _SURVEYS and document.tag[named] in ("NN", "NNP", "NNS"):
                cues[first] = Cue(first, first, first, SURVEY, "neutral")


def cue_tokens(document: Document, cue: Cue, *, preposition: int | None = None, through: bool = False) -> list[int]:
    """The cue with its auxiliaries, negation, adverbs before it, particle, and the preposition that the content hangs on.

    A noun takes its determiner and adjectives, an adjective its copula.
    through: whether what stands before the preposition is part of it ("threw their support behind"), not whom one speaks to.
    """
    # "vow to", "said to have": the infinitive is content.
    last = next((t - 1 for t in range(cue.head + 1, cue.last + 1) if document.tag[t] == "TO"), cue.last)
    tokens = set(range(cue.first, last + 1))
    head, pos = cue.head, document.pos[cue.head]
    left, name = cue.first, misread_name(document, cue.head)
    helpers = _NOMINAL_LEFT if pos in ("NOUN", "PROPN") else _VERBAL_LEFT
    while left > 0 and document.head[left - 1] == head and document.dep[left - 1] in helpers and document.lower[left - 1] not in _QUESTION:
        if left - 1 == name:
            break
        left -= 1
    if pos not in ("NOUN", "PROPN", "ADJ"):  # "has, so far, refused": auxiliaries apart from the verb, with no subject between
        early = [c for c in document.children[head] if c < left and document.dep[c] in ("aux", "auxpass") and left - c <= 4]
        if early and not any(document.dep[t] in ("nsubj", "nsubjpass") for t in range(early[0], left)):
            left = early[0]
    if pos == "ADJ" and _links(document, verb := document.head[head], head) and 0 < head - verb <= 4:
        left = min(left, verb)
        while left > 0 and document.head[left - 1] == verb and document.dep[left - 1] in _VERBAL_LEFT:
            left -= 1
    tokens.update(range(left, cue.first))
    tokens.update(c for c in document.children[head] if document.dep[c] == "prt" and c == cue.last + 1)
    if (preposition is not None and through and head < preposition <= max(tokens) + _THROUGH) or (
        preposition is not None
        and (
            preposition == max(tokens) + 1
            or (preposition == max(tokens) + 2 and document.dep[preposition - 1] in ("prt", "prep", "advmod"))
        )
    ):
        tokens.update(range(max(tokens) + 1, preposition + 1))
    elif pos == "VERB":
        tokens.update(_manner(document, head, max(tokens) + 1))
    while max(tokens) > head and document.dep[max(tokens)] == "mark" and document.lower[max(tokens)] in _COMPLEMENTISERS:
        tokens.discard(max(tokens))  # "asked whether", "is feared that": the content opens with it
    return sorted(tokens)


_THROUGH = 5
"""Tokens from a cue to the preposition that goes with it at the most."""


def _links(document: Document, verb: int, adjective: int) -> bool:
    """Whether a verb only links an adjective to its subject: "was worried", "remained hopeful"."""
    return (
        document.pos[verb] == "AUX"
        or document.lemma[verb] == "be"
        or (document.dep[adjective] == "acomp" and document.lemma[verb] in _COPULAS)
    )


_COPULAS = frozenset(("’", "’re", "’s", "appear", "become", "feel", "get", "grow", "look", "remain", "seem", "sound", "stay"))


def _manner(document: Document, verb: int, after: int) -> range:
    """How, when or in what the words were said, right behind the verb: "asked bluntly", "said Tuesday", "wrote in a letter"."""
    if after >= len(document) or document.head[after] != verb:
        return range(0)
    branch = document.subtree(after)
    if min(branch) < after:
        return range(0)
    if document.dep[after] in ("advmod", "npadvmod"):
        adverb = document.pos[after] == "ADV" and document.lower[after] not in _QUESTION
        weekday = document.pos[after] == "PROPN" and document.entity[after] == "DATE"
        return range(after, after + 1) if len(branch) == 1 and (adverb or weekday) else range(0)
    if document.dep[after] == "prep" and len(branch) <= 5:
        held = next((c for c in document.children[after] if document.dep[c] == "pobj"), None)
        if held is not None and not document.entity[held]:
            medium = document.lower[after] == "in" and document.lemma[held].lower() in _MEDIA
            if medium or document.lower[after] == "with":
                return range(after, max(branch) + 1)
    return range(0)
