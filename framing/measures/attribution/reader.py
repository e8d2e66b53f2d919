"""One cue after the other read into attributions: its content, its source, and whether it is asserted at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from framing.document import Document
from framing.measures.attribution.clauses import Complement
from framing.measures.attribution.contents import MOODS, QuotedTokens, agent_inside, as_spans, extent, form_of, held_tokens, spoken_tokens
from framing.measures.attribution.cues import Cue, CueLexicons, cue_tokens
from framing.measures.attribution.groups import Group, source_tokens
from framing.measures.attribution.leads import lead
from framing.measures.attribution.lost_subjects import misread_name, phrase_before
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.objects import AMOUNTS
from framing.measures.attribution.phrases import noun_phrase
from framing.measures.attribution.subjects import adopter, holder, subject
from framing.measures.attribution.tree import child

_CUES_THEMSELVES = ("attitude", "object", "predicate", "target")
"""Groups of complements whose verbs attribute by themselves what is said of their object: "mocked claims of"."""

_FOLLOWS = frozenset(("continue", "mean"))
"""Verbs whose clause tells what follows, not what is said: "which means that", "it continues as it was"."""

_HEARSAY = frozenset(("accusation", "allegation", "report", "rumor", "rumour", "speculation"))
"""Nouns that tell that something is said though nobody is named: "reports of shortages"."""

_TENDS = frozenset(("begin", "cease", "choose", "come", "continue", "decide", "help", "prefer", "start", "stop", "tend"))
"""Verbs whose infinitive is done, not wished for: "tend to support"."""


@dataclass(frozen=True)
class Reader:
    """Reads one cue after the other into attributions."""

    document: Document
    lexicons: CueLexicons
    quoted: QuotedTokens
    resumed: Mapping[int, int]
    dateline: frozenset[int]

    def read(self, cue: Cue, group: Group | None, held: Complement | None) -> Attribution | None:
        """The attribution of a cue with its quotations and complement; None when it attributes nothing."""
        if (held is None or self._unasserted(cue, held)) and group is None:
            return None
        return self.built(cue, group, held)

    def built(self, cue: Cue, group: Group | None, held: Complement | None) -> Attribution | None:
        """The same, whether or not it is asserted."""
        document = self.document
        preposition = held.preposition if held and group is None else None
        through = preposition is not None and (held.rule == "attitude" or document.lower[preposition - 1] in AMOUNTS)
        words = cue_tokens(document, cue, preposition=preposition, through=through)
        source_head = group.source if group and group.source is not None else self.source(cue, held)
        content = self._content(cue, group, held, source_head) - set(words) - self.dateline
        if source_head is None and held is not None and held.rule == "predicate" and (agent := agent_inside(document, content)) is not None:
            source_head = child(document, agent, ("pobj",))
            content = {t for t in content if t < agent}
        if not content:
            return None
        carriers, media = self.lexicons.carriers, self.lexicons.media
        leading = lead(document, cue.head, source_head, carriers=carriers, media=media, stop=self.resumed)
        if leading is not None:
            words = list(range(leading.first, words[-1] + 1))
            if leading.source is not None and leading.source not in content:
                source_head = leading.source
        source = self._source_tokens(cue, source_head, content | {cue.head}, group)
        content = self.quoted.whole(content - set(source), set(words) | set(source))
        apart = set(words) | set(source)
        found = as_spans(document, content, apart)
        if not found:
            return None
        words = [w for w in words if w not in content and w not in source]
        if group is not None and words[-1] + 1 < len(document) and document.words[words[-1] + 1] == ":":
            words.append(words[-1] + 1)
        return Attribution(
            sentence=document.sentence_of[cue.head],
            source=extent(document, source),
            source_head=source_head if source else None,
            cue=document.span(words[0], words[-1]),
            cue_head=cue.head,
            cue_lemma=cue.lemma,
            stance=cue.stance,
            content=tuple(found),
            spoken=tuple(as_spans(document, spoken_tokens(self.quoted, document, cue, content, group, held, source_head), apart)),
            form=form_of(document, content, self.quoted),
            rule="quotation" if group is not None else held.rule,
        )

    def _content(self, cue: Cue, group: Group | None, held: Complement | None, source: int | None) -> set[int]:
        document = self.document
        tokens: set[int] = set()
        if held is not None and (group is None or _beside(cue, group, held)):
            tokens = held_tokens(document, cue, held)
            for other, main in self.resumed.items():
                if main == cue.head and other in tokens:
                    tokens -= self._from_comma(other)
            if source is not None and source not in held.heads:
                tokens.discard(source)
        if group is not None:
            tokens.update(group.around, (t for p in group.quotations for t in range(p.first, p.last)))
        return tokens

    def _from_comma(self, other: int) -> set[int]:
        """What a resuming cue governs, with the comma or conjunction that leads to it."""
        branch = set(self.document.subtree(other))
        lead = min(branch) - 1
        while lead >= 0 and (self.document.dep[lead] == "cc" or self.document.words[lead] in (",", "—")):
            branch.add(lead)
            lead -= 1
        return branch

    def _tends(self, verb: int) -> bool:
        """Whether an infinitive hangs on a finite verb that makes it so."""
        head = self.document.head[verb]
        return self.document.dep[verb] == "xcomp" and self.document.lemma[head] in _TENDS and self.document.tag[head] != "VB"

    def source(self, cue: Cue, held: Complement | None) -> int | None:
        """The head of the source, from grammar."""
        document, head = self.document, cue.head
        if head in self.resumed:
            return subject(document, self.resumed[head])
        if held is not None and held.rule == "according to":
            return next((c for t in (cue.last, cue.first) for c in document.children[t] if document.dep[c] in ("pobj", "pcomp")), None)
        if held is not None and held.rule in ("impression", "adverb"):
            return None
        if document.pos[head] in ("NOUN", "PROPN"):
            return self._noun_source(head)
        if document.pos[head] == "ADJ":
            return subject(document, document.head[head] if document.dep[head] == "acomp" else head)
        found = subject(document, head)
        if found in self.dateline:  # "MALDEN (AP) - Mayor Voss left, blaming ...": the town was taken for who left
            head = document.head[found]
            return phrase_before(document, head, without=self.dateline)
        if found is None and _lacks_subject(document, head):
            name = misread_name(document, head)
            return name if name is not None else phrase_before(document, cue_tokens(document, cue)[0], without=self.dateline)
        return found

    def _noun_source(self, noun: int) -> int | None:
        document = self.document
        for preposition in document.children[noun]:
            if document.dep[preposition] in ("prep", "agent") and document.lower[preposition] in ("by", "from"):
                return child(document, preposition, ("pobj",))
        preposition = document.head[noun]
        if document.dep[noun] == "pobj" and document.lower[preposition] in ("in", "with"):  # "spoke in defence of"
            verb = document.head[preposition]
            return subject(document, verb) if document.pos[verb] == "VERB" else None
        if document.lemma[preposition].lower() == "raise" and document.lemma[noun].lower() in ("expectation", "fear", "hope"):
            return child(document, noun, ("poss",))  # the attack that raises fears holds none
        found = holder(document, noun, self.lexicons.carriers)
        lemma = document.lemma[preposition].lower()
        if found is not None or any(self.lexicons.complement(group, lemma) for group in _CUES_THEMSELVES):
            return found
        return adopter(document, noun)

    def _source_tokens(self, cue: Cue, head: int | None, barred: set[int], group: Group | None) -> list[int]:
        if head is None:
            return []
        if group is not None and group.source == head:
            return source_tokens(self.document, group)
        if head in barred and self.document.dep[head] != "poss":
            return []
        return [t for t in noun_phrase(self.document, head, without=barred | {cue.head} | self.dateline) if t not in barred]

    def _unasserted(self, cue: Cue, held: Complement) -> bool:
        """Whether a cue of will or feeling is itself only wished for ("to support", "without wanting"): nobody holds it then."""
        document = self.document
        bare = document.tag[cue.head] == "VB" and not any(
            document.dep[c] == "aux" and document.lower[c] != "to" for c in document.children[cue.head]
        )
        speaker = self.source(cue, held)
        nobody = speaker is None
        if held.rule in ("attitude", "infinitive", "intention"):
            return (bare and not self._tends(cue.head)) or (held.rule == "attitude" and (nobody or document.lower[speaker] == "you"))
        if held.rule == "target":  # a judgment by nobody who is named, unless a passive leaves out who judged
            return nobody and document.tag[cue.head] != "VBN"
        if held.rule == "noun":  # "the criticism of the plan" says neither who nor what; "fears of a war" at least that it is feared
            about = held.preposition is not None and document.lemma[cue.head].lower() not in MOODS | _HEARSAY
            return nobody and (cue.owned or about or any(document.lower[c] == "to" for c in document.children[held.heads[0]]))
        if held.rule == "parenthesis":  # "you know" only fills
            return nobody or document.lower[speaker] == "you"
        if held.rule == "clause" and cue.lemma in _FOLLOWS:
            return True
        return bare and nobody and held.rule == "clause"


def _lacks_subject(document: Document, verb: int) -> bool:
    """Whether a finite active verb has lost its subject to the parse ("Voss (aged 44) says ...")."""
    return document.tag[verb] in ("VBD", "VBZ", "VBP") and child(document, verb, ("auxpass", "expl", "csubj", "nsubjpass")) is None


def _beside(cue: Cue, group: Group, held: Complement) -> bool:
    """Whether grammar adds to a quotation's content: a clause between the cue and a quotation that follows it."""
    if group.rule == "lead-in":
        return True
    if held.rule not in ("clause", "directive", "infinitive"):
        return False
    return not group.after and all(head > cue.head for head in held.heads) and min(p.first for p in group.quotations) > cue.head
