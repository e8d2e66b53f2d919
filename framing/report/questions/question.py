"""A question of the report: what is counted, its charts, its tables, and the sentence that states a difference."""

from __future__ import annotations

from dataclasses import dataclass

from framing.report.grid import Kind

NAMES = {
    "label_facets": {"none": "no facet", "ethnic": "ethnic or national"},
    "facets_by_period": {"ethnic": "ethnic or national"},
    "sources_by_actor": {"other": "other sources", "unresolved": "unresolved sources", "none": "no source"},
    "sources_by_type": {"none": "no source", "other": "other"},
    "agency": {
        "active": "active clauses",
        "weapon_or_event": "weapons or events in the agent's place",
        "passive_with_agent": "passives with agent",
        "passive_without_agent": "passives without agent",
        "intransitive": "intransitive verbs",
        "noun": "nouns",
    },
    "agentless": {None: "all kinds"},
    "agentless_passives": {None: "all verbs"},
    "language": {
        "hedge": "hedges",
        "booster": "boosters",
        "approximator": "approximators",
        "loaded": "loaded words",
        "euphemism": "euphemisms",
        "dysphemism": "dysphemisms",
        "intensifier": "intensifiers",
        "sensational": "sensational words",
        "absolute": "absolutes",
        "factive": "factives",
        "implicative": "implicatives",
        "speculation": "phrases of speculation",
        "scare_quotes": "scare quotes",
        "headline_form": "sensational headline forms",
        "biased_sentence": "sentences judged biased",
    },
    "punctuation": {"determiners": "“a”, “an”, “the”"},
    "hard_sentences": {None: "all sentences"},
    "unresolved_mentions": {None: "all mentions", "label": "labels", "name": "names"},
    "unresolved_sources": {None: "all attributions"},
    "readability": {"flesch_reading_ease": "Flesch reading ease", "flesch_kincaid_grade": "Flesch-Kincaid grade"},
}
"""What a category is called, by measure, where its own name does not read well."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A section of the report.

    name: its file names and anchor. letter: its figures are called by it (L1, L2, ...). title: heading. asks: the question.
    counted: what is counted and in what unit, as a paragraph. charts: names of the charts that answer it. kinds: its tables.
    keyness: measure of what sets an outlet apart, which has a table of its own kind; noun: what that measure counts.
    absence: measure of what an outlet never uses, which has one too. cautions: whether warnings stand in place of differences.
    facts: whether it is about the facts of events. pairs: name of the chart of its pairs of outlets.
    """

    name: str
    letter: str
    title: str
    asks: str
    counted: str
    charts: tuple[str, ...]
    kinds: tuple[Kind, ...] = ()
    keyness: str | None = None
    noun: str = "labels"
    absence: str | None = None
    cautions: bool = False
    facts: bool = False
    pairs: str | None = None
