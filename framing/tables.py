"""Every table that framing writes: its columns, their types and meaning, declared once.

Tables travel as `pyarrow.Table` values that carry exactly these schemas. `start` and `end` are Python string offsets into
the article's text as read with universal newlines, headline included; `end` is exclusive. `voice` says who speaks:
`outlet` (the article's own words), `direct` (inside quotation marks attributed to somebody) or `indirect` (inside the
content of an attribution, without quotation marks).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

VOICES = ("outlet", "direct", "indirect")

_STR, _INT, _FLOAT, _BOOL = pa.string(), pa.int32(), pa.float64(), pa.bool_()
_STRINGS = pa.list_(pa.string())
_SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))


@dataclass(frozen=True)
class Table:
    """A table's name, what one row is, its Arrow schema and the columns it is sorted by."""

    name: str
    row: str
    schema: pa.Schema
    sort: tuple[str, ...]


def _table(name: str, row: str, sort: tuple[str, ...], *columns: tuple[str, pa.DataType, str]) -> Table:
    fields = [pa.field(column, kind, metadata={"description": meaning}) for column, kind, meaning in columns]
    return Table(name, row, pa.schema(fields), sort)


_ARTICLE = ("article_id", _STR, "article's id")
_SENTENCE = ("sentence", _INT, "index of the sentence in the article, from 0")
_START = ("start", _INT, "offset of the first character")
_END = ("end", _INT, "offset after the last character")
_VOICE = ("voice", _STR, "outlet, direct or indirect")
_BY_PLACE = ("article_id", "start", "end")

ARTICLES = _table(
    "articles",
    "an article of the corpus, kept or left out",
    ("article_id",),
    _ARTICLE,
    ("outlet", _STR, "who published it"),
    ("title", _STR, "headline"),
    ("date", _STR, "ISO date, null when unknown"),
    ("event", _STR, "event that it reports, null when not given"),
    ("period", _STR, "week, month, quarter or year of the trend that was asked for, null when the toolkit chooses or no date is known"),
    ("author", _STR, "byline"),
    ("url", _STR, "address"),
    ("language", _STR, "ISO 639-1 code found from the text"),
    ("words", _INT, "words in the analysed text, furniture left out"),
    ("sentences", _INT, "sentences in the analysed text"),
    ("text_sha256", _STR, "SHA-256 of the text as read"),
    ("wire", _STR, "agency whose copy it is (AP, AFP, Reuters, UPI, ...), null when none is seen"),
    ("wire_evidence", _STR, "the words that show the agency"),
    ("duplicate_group", _STR, "id shared by (nearly) identical articles, null when alone"),
    ("kept", _BOOL, "whether it was analysed"),
    ("left_out_because", _STR, "why it was not"),
    ("furniture", _SPANS, "spans left out of analysis (copyright lines, related links, sentences that the article has twice, ...)"),
    ("repeated", _SPANS, "of these, sentences that stand in the article elsewhere too"),
)
SENTENCES = _table(
    "sentences",
    "an analysed sentence",
    ("article_id", "sentence"),
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("headline", _BOOL, "whether it belongs to the headline"),
    ("paragraph", _INT, "index of the paragraph in the article, from 0; the headline is a paragraph"),
    ("words", _INT, "words in the sentence (tokens with a letter or digit)"),
    ("words_direct", _INT, "of these, words in direct voice"),
    ("words_indirect", _INT, "of these, words in indirect voice"),
    ("text", _STR, "the sentence as written"),
)
MENTIONS = _table(
    "mentions",
    "a noun phrase that names or labels an actor",
    _BY_PLACE,
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("text", _STR, "the mention as written"),
    ("actor", _STR, "actor's id, null when not resolved"),
    ("resolved_by", _STR, "what decided the actor: name, label, modifier, possessor, apposition, antecedent; null when unresolved"),
    ("kind", _STR, "name or label"),
    ("head", _STR, "lemma of the head"),
    ("modifiers", _STRINGS, "the premodifiers, lower case"),
    ("facets", _STRINGS, "facets of the label's words (political, religious, military, ...)"),
    ("connotation", _INT, "-1 unfavourable, 0 neutral, 1 favourable; null when no word of it is listed"),
    _VOICE,
    ("speaker", _STR, "actor id of the innermost speaker, 'other' when the source is no actor of the topic, null in outlet voice"),
    ("distanced", _BOOL, "in scare quotes or after so-called, self-styled, what it calls"),
    ("role", _STR, "agent, patient or other in its clause"),
    ("verb", _STR, "lemma of the verb that gives the role, null for other"),
    ("entry", _STR, "lexicon entry that fired, lexicon#group:entry"),
)
ATTRIBUTIONS = _table(
    "attributions",
    "a source, a cue and what is attributed",
    ("article_id", "attribution"),
    _ARTICLE,
    ("attribution", _INT, "index of the attribution in the article, from 0"),
    ("sentence", _INT, "sentence of the cue, or of the content's start without a cue"),
    ("form", _STR, "direct, indirect or mixed"),
    ("source_start", _INT, "offset of the source, null when absent"),
    ("source_end", _INT, "offset after the source, null when absent"),
    ("source", _STR, "the source as written, empty when absent"),
    ("source_actor", _STR, "actor id of the source, 'other' when it is none of the topic, null when not resolved or absent"),
    (
        "source_type",
        _STR,
        "official, military, armed group, politician, organisation, expert, civilian, media, document, anonymous, none or other",
    ),
    ("cue_start", _INT, "offset of the cue, null when absent"),
    ("cue_end", _INT, "offset after the cue, null when absent"),
    ("cue", _STR, "the cue as written, empty when absent"),
    ("cue_lemma", _STR, "the cue's lexicon entry or lemma"),
    ("stance", _STR, "class of the cue in english/reporting-verbs, null without a cue"),
    ("content", _SPANS, "what is attributed, one or more spans"),
    ("content_words", _INT, "words in the content"),
    (
        "spoken",
        _BOOL,
        "whether the content is words or thoughts of the source, so that it changes the voice; false for attitudes and targets",
    ),
    ("rule", _STR, "construction that found it"),
)
TONE = _table(
    "tone",
    "the tone toward one mention of an actor",
    _BY_PLACE,
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("actor", _STR, "actor's id"),
    _VOICE,
    ("label", _STR, "negative, neutral or positive"),
    ("negative", _FLOAT, "probability of negative"),
    ("neutral", _FLOAT, "probability of neutral"),
    ("positive", _FLOAT, "probability of positive"),
    ("model", _STR, "name and version of what decided"),
)
LANGUAGE = _table(
    "language",
    "a word or phrase of a language lexicon",
    (*_BY_PLACE, "category"),
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("text", _STR, "as written"),
    ("category", _STR, "group of the lexicon: hedge, booster, loaded, euphemism, ...; or a mark of form: scare_quotes, headline_form; or "
     "biased_sentence: a whole sentence that the model of --loaded-model judges biased"),
    ("entry", _STR, "lexicon entry that fired, lexicon#group:entry"),
    _VOICE,
)
ACTIONS = _table(
    "actions",
    "a clause with a verb of interest, or any passive",
    ("article_id", "verb_start", "verb_end"),
    _ARTICLE,
    _SENTENCE,
    ("verb_start", _INT, "offset of the verb"),
    ("verb_end", _INT, "offset after the verb"),
    ("verb", _STR, "lemma of the verb"),
    ("category", _STR, "violence, capture, retreat, ...; null for a passive of no such verb"),
    (
        "construction",
        _STR,
        "active, passive_with_agent, agentless_passive, participle (of a noun, without auxiliary), intransitive or nominal",
    ),
    ("agent", _STR, "head word of who acts, as written, null when the text names nobody"),
    ("agent_actor", _STR, "actor id of the agent, null when absent or not an actor"),
    ("instrument", _STR, "weapon or event in the agent's place, as written (the shell hit); the agent is then whoever it belongs to"),
    ("patient", _STR, "head word of whom or what it is done to, as written, null when the text does not say"),
    ("patient_actor", _STR, "actor id of the patient, null when absent or not an actor"),
    _VOICE,
)
FRAMES = _table(
    "frames",
    "a frame in an article, with or without words of it",
    ("article_id", "frame"),
    _ARTICLE,
    ("frame", _STR, "frame's id: its lexicon (generic or policy), a colon, its group"),
    ("score", _FLOAT, "hits per 1,000 words, null in an article without words"),
    ("hits", _INT, "words and phrases of the frame found"),
    ("hits_direct", _INT, "of these, in direct voice"),
    ("hits_indirect", _INT, "of these, in indirect voice"),
    ("words", _INT, "words of the article"),
)
# A table of their own, not categories of `language`: that one is a list of what may be loaded, and every figure made of it runs over
# all of its categories; frames would be most of its rows and none of its questions.
FRAME_HITS = _table(
    "frame_hits",
    "a word or phrase of a frame",
    (*_BY_PLACE, "frame"),
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("text", _STR, "as written"),
    ("frame", _STR, "frame's id, as in frames"),
    ("entry", _STR, "lexicon entry that fired, lexicon#group:entry"),
    _VOICE,
)
FACTS = _table(
    "facts",
    "a fact told in a sentence",
    (*_BY_PLACE, "kind", "fact"),
    _ARTICLE,
    _SENTENCE,
    _START,
    _END,
    ("text", _STR, "as written"),
    ("kind", _STR, "casualties, background, history, number, action, place or name"),
    ("fact", _STR, "key: the same wherever the same fact of the kind is told; numbers, years and nouns need a like context as well"),
    ("says", _STR, "the fact in short words"),
    ("context", _STRINGS, "content words of the sentence as base forms, names as written, the nearest first; empty for places and names"),
    _VOICE,
)
READABILITY = _table(
    "readability",
    "one readability figure of an article",
    ("article_id", "metric"),
    _ARTICLE,
    ("metric", _STR, "flesch_reading_ease, flesch_kincaid_grade, ..."),
    ("value", _FLOAT, "the figure, null when the article is too short for it"),
)
ESTIMATES = _table(
    "estimates",
    "one comparative figure",
    ("measure", "actor", "category", "outlet", "voice", "statistic"),
    ("measure", _STR, "what is measured: labels, attribution, tone, ..."),
    ("outlet", _STR, "outlet (or article, where every outlet has one)"),
    ("actor", _STR, "actor's id, null when the figure is about no actor"),
    ("voice", _STR, "outlet, direct, indirect, quoted (direct and indirect) or all"),
    ("category", _STR, "what is counted within the measure: a facet, a stance, a label, ...; null when nothing narrower"),
    ("statistic", _STR, "count, share, rate_per_1000_words, mean, log_odds, ..."),
    ("value", _FLOAT, "the figure, null when undefined or when the rules on numbers forbid it"),
    ("low", _FLOAT, "lower end of the interval, null without one"),
    ("high", _FLOAT, "upper end of the interval, null without one"),
    ("level", _FLOAT, "level of the interval, such as 0.95"),
    ("articles", _INT, "articles behind the figure"),
    ("observations", _INT, "observations behind the figure (the base of a share or rate)"),
    ("method", _STR, "how value and interval were made"),
    ("p_value", _FLOAT, "permutation p, null where no test was made"),
    ("q_value", _FLOAT, "p after Benjamini-Hochberg within the table's family"),
    ("note", _STR, "why a figure is missing or to be read with care"),
    ("without_wire", _FLOAT, "the figure without agency copy; equal to value where it has none, null where the rules forbid it"),
    ("without_wire_low", _FLOAT, "lower end of its interval, null without one"),
    ("without_wire_high", _FLOAT, "upper end of its interval, null without one"),
    ("without_wire_articles", _INT, "articles behind it"),
    ("without_wire_observations", _INT, "observations behind it"),
    ("wire_difference", _FLOAT, "value - without_wire: what agency copy adds to the figure"),
)

PAIRS = _table(
    "pairs",
    "two outlets compared in one figure",
    ("measure", "actor", "category", "voice", "statistic", "outlet", "other"),
    ("measure", _STR, "what is measured, as in estimates"),
    ("outlet", _STR, "an outlet (or article, where every outlet has one)"),
    ("other", _STR, "the outlet that it is compared with, later in the alphabet; with both exchanged, difference and ends change sign"),
    ("actor", _STR, "actor's id, null when the figure is about no actor"),
    ("voice", _STR, "outlet, quoted (direct and indirect), or all where a measure knows no other"),
    ("category", _STR, "what is counted within the measure, as in estimates"),
    ("statistic", _STR, "share, rate_per_1000_words, mean, or log_odds (natural logarithm of the odds)"),
    ("value", _FLOAT, "the outlet's figure, null where the rules forbid one"),
    ("other_value", _FLOAT, "the other's figure"),
    ("difference", _FLOAT, "value - other_value, of log-odds the logarithm of the odds ratio; null where the rules forbid it"),
    ("low", _FLOAT, "lower end of the interval of the difference, null without one"),
    ("high", _FLOAT, "upper end of the interval of the difference, null without one"),
    ("level", _FLOAT, "level of the interval, such as 0.95"),
    ("p_value", _FLOAT, "permutation p of the two outlets' articles, null where no test was made"),
    ("q_value", _FLOAT, "p after Benjamini-Hochberg over all pairs of the measure and statistic"),
    ("count", _INT, "observations counted for the outlet, null for a mean"),
    ("other_count", _INT, "observations counted for the other"),
    ("observations", _INT, "base of the outlet's figure"),
    ("other_observations", _INT, "base of the other's figure"),
    ("articles", _INT, "articles behind the outlet's figure"),
    ("other_articles", _INT, "articles behind the other's figure"),
    ("without_wire", _FLOAT, "the difference without agency copy; the same where neither has any, null where the rules forbid it"),
    ("without_wire_low", _FLOAT, "lower end of its interval, null without one"),
    ("without_wire_high", _FLOAT, "upper end of its interval, null without one"),
    ("events", _INT, "events that both report with something to divide by, null where no events are given"),
    ("within_events", _FLOAT, "what is left of the difference within these events; null where they are too few, and for log-odds"),
    ("within_events_low", _FLOAT, "lower end of its interval (bootstrap over events), null without one"),
    ("within_events_high", _FLOAT, "upper end of its interval, null without one"),
    ("note", _STR, "why a difference, its interval or its test is missing or to be read with care"),
)

OBSERVED = (ARTICLES, SENTENCES, MENTIONS, ATTRIBUTIONS, TONE, LANGUAGE, ACTIONS, FRAMES, FRAME_HITS, FACTS, READABILITY)
"""Tables that `framing observe` writes."""

TABLES: Mapping[str, Table] = {table.name: table for table in (*OBSERVED, ESTIMATES, PAIRS)}


def build(name: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Rows as an Arrow table of the named schema, sorted.

    Missing keys become null. Raises KeyError on an unknown table, ValueError on a column that the table does not have.
    """
    declared = TABLES[name]
    rows = list(rows)
    known = set(declared.schema.names)
    for row in rows:
        if not row.keys() <= known:
            unknown = row.keys() - known
            raise ValueError(f"table {name} has no column {', '.join(sorted(unknown))}")
    whole = pa.array(rows, pa.struct(list(declared.schema)))  # a missing key is null
    return sort(name, pa.table(whole.flatten(), schema=declared.schema))


def sort(name: str, table: pa.Table) -> pa.Table:
    """The table in its declared order, nulls last, ties in the order given."""
    if not table.num_rows:
        return table
    keys = [(column, "ascending") for column in TABLES[name].sort]
    return table.take(pc.sort_indices(table, sort_keys=keys))


def concat(name: str, parts: Iterable[pa.Table]) -> pa.Table:
    """Several tables of one name as one, sorted."""
    parts = list(parts)
    return sort(name, pa.concat_tables(parts)) if parts else build(name, [])
