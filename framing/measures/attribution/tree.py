"""Reading a dependency parse: subjects, noun phrases, and token sets as spans of text."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_SHARES_SUBJECT = frozenset(("conj", "xcomp", "advcl", "pcomp", "dep"))
_TRIM = frozenset(",;:–—-.")
_ASIDES = frozenset(("npadvmod", "prep", "acl"))


def child(document: Document, token: int, deps: Collection[str]) -> int | None:
    """The first dependent of the token with one of the labels."""
    return next((c for c in document.children[token] if document.dep[c] in deps), None)


def is_clause(document: Document, token: int) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a subject."""
    return document.pos[token] in ("VERB", "AUX") or child(document, token, SUBJECTS) is not None


def subject(document: Document, verb: int) -> int | None:
    """The head of the verb's subject, followed through coordination, control and participles; None where the clause has none.

    Of a passive without its agent ("was told", "is expected") there is no speaker: None. With one it is the agent ("by X").
    """
    seen, came = set(), ""
    while verb not in seen:
        seen.add(verb)
        if _perfect(document, verb):
            return child(document, verb, ("nsubjpass",))
        passive = child(document, verb, ("auxpass", "nsubjpass")) is not None
        agent = child(document, verb, ("agent",))
        if passive and came in _ACTS:  # "was angered by the deal and predicted", "was booed by the crowd after telling"
            return child(document, verb, ("nsubjpass",))
        if agent is not None and (passive or document.tag[verb] == "VBN"):
            return child(document, agent, ("pobj",))
        own = _own_subject(document, verb)
        if own is None and (listed := listed_before(document, verb)) is not None:
            own = _own_subject(document, listed)
        if own is not None:
            return own
        if passive and came == "as" and document.lemma[verb] in _QUOTING:
            return child(document, verb, ("nsubjpass",))
        if passive and came == "xcomp":  # "was forced to admit", "is expected to deny"
            return child(document, verb, ("nsubjpass",))
        if passive or child(document, verb, ("csubj", "expl")) is not None:
            return None
        dep, head = document.dep[verb], document.head[verb]
        if head == verb:
            return None
        if dep in ("acl", "relcl") and document.pos[head] in ("NOUN", "PROPN", "PRON"):
            if document.tag[verb] == "VBG" and document.dep[head] == "dobj" and document.lemma[document.head[head]] in _SPENDS:
                return subject(document, document.head[head])
            if document.tag[verb] not in ("VBN", "VB") or _finds(document, verb):
                return head
            return _undertaker(document, head) if document.tag[verb] == "VB" else None
        if dep == "pcomp" and document.pos[document.head[head]] in ("NOUN", "PROPN"):
            return _undertaker(document, document.head[head])
        if dep in ("xcomp", "ccomp", "advcl") and (driven := _driven(document, head, verb)) is not None:
            return driven
        if dep not in _SHARES_SUBJECT and dep not in ("aux", "ccomp", "prep", "acomp"):
            return None
        if dep == "ccomp" and document.tag[verb] not in ("VBG", "VB"):
            return None
        if dep == "advcl" and document.tag[verb] not in ("VBG", "VBN", "VB"):
            return None
        finite = document.tag[verb] in ("VBD", "VBZ", "VBP")
        came, verb = document.lower[verb] if dep == "prep" else "finite" if dep == "conj" and finite else dep, head
    return None


def _finds(document: Document, verb: int) -> bool:
    """ "A poll found that ..." read as a poll that was found: a participle with a that-clause is a finite verb, but of telling somebody."""
    if document.tag[verb] != "VBN" or document.lemma[verb] in _TOLD or child(document, verb, ("auxpass", "agent")) is not None:
        return False
    clause = next((c for c in document.children[verb] if document.dep[c] == "ccomp" and c > verb), None)
    return clause is not None and child(document, clause, ("nsubj", "nsubjpass")) is not None


def _perfect(document: Document, verb: int) -> bool:
    """ "He's said he will stay", where the parse takes has for is: nobody but "it" is said that."""
    helper, told = child(document, verb, ("auxpass",)), child(document, verb, ("nsubjpass",))
    if helper is None or told is None or document.lower[helper] not in ("'s", "’s") or document.lemma[verb] in _TOLD:
        return False
    if document.lower[told] in ("it", "that", "what") or child(document, verb, ("agent",)) is not None:
        return False
    return any(c > verb and document.dep[c] in ("ccomp", "dobj", "xcomp") for c in document.children[verb])


_TOLD = frozenset(("assure", "convince", "inform", "persuade", "promise", "remind", "show", "teach", "tell", "warn"))
"""Verbs whose passive keeps a that-clause: "voters told that ..." did not tell."""


def listed_before(document: Document, verb: int) -> int | None:
    """The verb before in a list that the parse takes for a reported clause: "the mayor backs the bridge, opposes the dam"."""
    if document.tag[verb] not in ("VBD", "VBZ", "VBP") or verb == 0 or child(document, verb, SUBJECTS) is not None:
        return None
    before = (c for c in document.children[verb] if c < verb and document.dep[c] in ("ccomp", "advcl") and document.tag[c] in _PRESENT_PAST)
    return next((c for c in before if child(document, c, ("nsubj",)) is not None and child(document, c, ("mark", "advmod")) is None), None)


_PRESENT_PAST = frozenset(("VBD", "VBZ", "VBP"))


def misread_name(document: Document, verb: int) -> int | None:
    """A surname right before a finite verb that the parse takes for its adverb or auxiliary: "Early said", "Will believes"."""
    if document.tag[verb] not in _PRESENT_PAST or child(document, verb, ("nsubj", "nsubjpass")) is not None:
        return None
    before = [c for c in document.children[verb] if c < verb and document.dep[c] in ("advmod", "aux", "npadvmod")]
    likely = (c for c in before if document.words[c].istitle() and document.pos[c] != "PROPN")
    return next((c for c in likely if document.tag[c] == "MD" or (document.words[c], "PROPN") in zip(document.words, document.pos)), None)


def phrase_before(document: Document, token: int) -> int | None:
    """The head of the noun phrase that ends right before a token, asides between commas, dashes or brackets skipped."""
    first = document.sentences[document.sentence_of[token]][0]
    at = token - 1
    if at > first and (opener := _ASIDE_OPENS.get(document.words[at])) is not None:
        near = range(at - 2, max(first, at - _LONGEST_ASIDE), -1)
        at = next((t for t in near if document.words[t] == opener), first) - 1
    if at < first or document.pos[at] not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    named = None
    while document.dep[at] in _INSIDE and first <= document.head[at] < token and document.head[at] != at:
        if document.dep[at] == "appos" and _after_comma(document, at):
            named = at
        at = document.head[at]
    nominal = document.pos[at] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    return at if nominal else named  # "In a statement, Berg, the mayor, said" may be read as a statement called Berg


_ASIDE_OPENS = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--", "-": "-"}
_LONGEST_ASIDE = 30
_INSIDE = frozenset(("compound", "det", "amod", "poss", "nummod", "nmod", "case", "quantmod", "pobj", "prep", "appos"))


def _own_subject(document: Document, verb: int) -> int | None:
    """The verb's subject; of two before it ("MALDEN (AP) — Mayor Voss said") the nearer."""
    subjects = [c for c in document.children[verb] if document.dep[c] == "nsubj"]
    return next((s for s in reversed(subjects) if s < verb), subjects[0]) if subjects else None


def _driven(document: Document, driver: int, verb: int) -> int | None:
    """Whom a verb makes do what the infinitive says: "prompted the mayor to deny it", "left many wondering"; None for other verbs."""
    drives = _LEAVES if document.tag[verb] == "VBG" else _DRIVES  # in "sent a letter asking ..." the letter is not driven to ask
    if document.lemma[driver].lower() not in drives or child(document, driver, ("nsubjpass",)) is not None:
        return None
    return next((c for c in document.children[driver] if document.dep[c] in ("dobj", "dative") and driver < c < verb), None)


_DRIVES = frozenset((
    "allow", "cause", "compel", "drive", "enable", "encourage", "force", "get", "help", "inspire", "lead", "leave", "let", "permit",
    "press", "pressure", "prompt", "push", "send",
))  # fmt: skip

_SPENDS = frozenset(("spend", "take"))
"""Verbs whose subject does what their object is spent on: "spent the evening defending the dam", "took turns denying it"."""
_LEAVES = frozenset(("get", "hear", "leave", "see", "watch"))
"""Those, and verbs of perception, that whom they leave or perceive follows as a participle."""

_ACTS = frozenset(("finite", "after", "before"))
"""How a verb that its subject does hangs on a passive: a finite one behind "and", a gerund behind a preposition of time."""
_QUOTING = frozenset(("quote", "cite", "report", "record", "hear"))
"""Verbs whose passive names the speaker: "the general was quoted as saying"."""


def holder(document: Document, noun: int, carriers: Collection[str] = frozenset(("have", "make"))) -> int | None:
    """Who has the claim, attempt or record that a noun names: its possessor, or the subject of a carrier verb whose object it is."""
    owner = child(document, noun, ("poss",))
    if owner is not None:
        return owner
    verb = document.head[noun]
    return subject(document, verb) if document.dep[noun] in ("dobj", "attr") and document.lemma[verb].lower() in carriers else None


def _undertaker(document: Document, noun: int) -> int | None:
    """Who does what hangs on a noun: "took the unusual step of criticising", "drew applause for denouncing", "gave her a chance to say"."""
    verb = document.head[noun]
    if (owner := child(document, noun, ("poss",))) is not None or document.dep[noun] not in ("dobj", "attr", "pobj"):
        return owner
    if document.dep[noun] == "pobj":
        verb = document.head[verb]
    if document.pos[verb] not in ("VERB", "AUX"):
        return None
    given = child(document, verb, ("dative",))
    return subject(document, verb) if given is None or document.pos[given] == "ADP" else given


def noun_phrase(document: Document, head: int, *, without: Collection[int] = ()) -> list[int]:
    """The tokens of the phrase under head, cut at the tokens (and all they govern) that do not belong, edges trimmed of punctuation."""
    barred = set(without)
    # Behind a comma an age ("Ali, 47"), a circumstance ("Ali, in a speech") or an act ("Ali, citing a poll") is no part of the name.
    barred.update(
        c
        for c in document.children[head]
        if c > head and document.dep[c] in _ASIDES and document.lower[c] not in _NAMING and _after_comma(document, c)
    )
    barred.update(c for c in document.children[head] if document.dep[c] == "relcl" and _tells_news(document, head, c))
    # "The mayor on Tuesday", "the mayor in a speech": when and where are no part of who.
    barred.update(c for c in document.children[head] if c > head and document.dep[c] == "prep" and _occasion(document, head, c))
    # "the mayor herself", "Berg and Voss both"
    barred.update(c for c in document.children[head] if c > head and document.lower[c] in _FLOATING)
    barred.update(c for c in document.children[head] if c < head and document.lower[c] in ("even", "meanwhile"))
    # "residents of hiding the report": the gerund belongs to the verb of which they are the agent.
    barred.update(c for c in document.children[head] if document.dep[c] == "prep" and child(document, c, ("pcomp",)) is not None)
    stack, inside = [head], set()
    while stack:
        token = stack.pop()
        inside.add(token)
        stack.extend(c for c in document.children[token] if c not in barred)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return trimmed(document, list(range(first, last + 1)))


_NAMING = frozenset(("of", "including", "like"))
"""Prepositions that go on naming behind a comma: "Voss, 29, of Malden", "two papers, including this one"."""
_FLOATING = frozenset(("himself", "herself", "itself", "themselves", "both", "all"))


def _tells_news(document: Document, head: int, clause: int) -> bool:
    """Whether a relative clause is no part of who somebody is: "Voss, who spoke on Monday", but "Voss, who runs the harbour".

    Office and standing name; speaking does not ("an official who asked not to be named"); anything else introduces who is named in full
    and tells news of a surname or a common noun.
    """
    verb = document.lemma[clause].lower()
    if verb in _SPEAKS:
        return True
    return _after_comma(document, clause) and verb not in _STANDING and not _in_full(document, head)


_SPEAKS = frozenset(("add", "ask", "decline", "insist", "note", "request", "say", "speak", "tell"))
_STANDING = frozenset((
    "be", "chair", "direct", "edit", "found", "head", "hold", "host", "lead", "live", "manage", "oversee", "own", "represent", "run",
    "serve", "teach", "work",
))  # fmt: skip


def _in_full(document: Document, head: int) -> bool:
    """Whether a person is named with more than a surname and a courtesy title, or described by an apposition."""
    if document.pos[head] != "PROPN":
        return False
    names = [c for c in document.children[head] if document.dep[c] == "compound" and document.words[c] not in _COURTESY]
    return bool(names) or child(document, head, ("appos",)) is not None


_COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss"))


def _occasion(document: Document, head: int, preposition: int) -> bool:
    held = child(document, preposition, ("pobj",))
    if held is None or document.lower[preposition] not in ("on", "in", "at", "during"):
        return False
    if document.lower[preposition] == "on" and document.entity[held] == "DATE":
        return True
    return document.entity[head] == "PERSON" and document.pos[held] != "PROPN"


def _after_comma(document: Document, token: int) -> bool:
    first = min(document.subtree(token))
    return first > 0 and document.words[first - 1] == ","


def trimmed(document: Document, tokens: list[int]) -> list[int]:
    """The tokens without commas, dashes, stops and conjunctions at their edges."""
    words, dep = document.words, document.dep
    first, last = 0, len(tokens)
    while first < last and (words[tokens[first]] in _TRIM or (dep[tokens[first]] == "cc" and first + 1 < last)):
        first += 1
    while last > first and (
        (words[tokens[last - 1]] in _TRIM and not _abbreviation(document, tokens[last - 1]))
        or (dep[tokens[last - 1]] == "cc" and last - 1 > first)
    ):
        last -= 1
    return tokens[first:last]


def _abbreviation(document: Document, token: int) -> bool:
    return document.words[token] == "." and document.pos[token] != "PUNCT"


def clause_of(document: Document, token: int) -> int:
    """The head of the smallest clause around the token: its nearest ancestor that heads one, else the sentence's root."""
    for ancestor in document.ancestors(token):
        if is_clause(document, ancestor):
            return ancestor
        token = ancestor
    return token
