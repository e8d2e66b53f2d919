"""The report's questions: for each, what is counted, its charts, its tables and the sentence that states a difference.

To ask something new of the estimates, add a Question or a Kind of table here.
"""

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
    },
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
    facts: whether it is about the facts of events.
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


QUESTIONS = (
    Question(
        name="labels",
        letter="L",
        title="Labels",
        asks="What does each outlet call the actors?",
        counted="A label is a common-noun phrase for an actor (“the fighters”), as against a name. The words of a label have facets "
        "(political, religious, military, criminal, ...); a label can have several, so shares of one outlet need not add up to 100%. "
        "Tables count labels in the outlet's own voice: what sources say is left to the estimates.",
        charts=("label_matrix", "label_facets", "label_words", "naming"),
        kinds=(
            Kind(
                measure="label_facets",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                base="labels",
                title="Facets of the labels for {actor}",
                counting="Labels for {actor} with {category} terms, in the article's own voice",
                finding="in its own voice, {high} uses {category} terms in {high_value} of its labels for {actor} ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
            Kind(
                measure="label_heads",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                base="labels",
                title="Head nouns of the labels for {actor}",
                open=True,
                counting="Labels for {actor} with the noun “{category}”, in the article's own voice",
                finding="in its own voice, {high} uses the noun “{category}” in {high_value} of its labels for {actor} ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
            Kind(
                measure="naming",
                statistic="share",
                voice="outlet",
                across="actor",
                category="name",
                base="mentions",
                title="Mentions by name rather than by a label",
                finding="in its own voice, {high} mentions {actor} by name in {high_value} of cases ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="distinctive",
        letter="D",
        title="Distinctive labels",
        asks="Which labels set an outlet apart from the others?",
        counted="Labels in the outlet's own voice, as modifiers and head in their base form, are compared with those of all other outlets "
        "by log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): above zero the outlet uses the label more "
        "than the others do. The table lists labels whose interval lies above zero, or the most frequent where only counts may be given.",
        charts=("distinctive_labels",),
        keyness="distinctive_labels",
    ),
    Question(
        name="avoided",
        letter="A",
        title="Avoided labels",
        asks="What do most other outlets call an actor, and an outlet never?",
        counted="Head nouns of labels in the outlet's own voice that more than half of the other outlets use for an actor. How often the "
        "outlet would be expected to use the noun follows from the rate of all other outlets; q is the chance that no article of the "
        "outlet has it, if articles were dealt to outlets at random (hypergeometric), corrected for all that was tested. The evidence of "
        "an absence is what the other outlets write. An absence may be a choice, or a matter of what the outlet reports.",
        charts=(),
        absence="avoidance",
    ),
    Question(
        name="first",
        letter="F",
        title="First mention",
        asks="What does each outlet call the actors where an article first speaks of them?",
        counted="The first mention of an actor in an article's headline, and the first in its lead (the first paragraph, of which at "
        "most three sentences), in the outlet's own voice: by name, or by a label with the noun given. An article counts once for an "
        "actor and place. By facet they are in the estimates.",
        charts=(),
        kinds=(
            Kind(
                measure="headline_first_words",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                open=True,
                tables=3,
                least=3,
                base="headlines",
                title="First mention of {actor} in the headline",
                finding="where headlines mention {actor}, {high} first does so {category} in {high_value} ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
            Kind(
                measure="lead_first_words",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                open=True,
                tables=3,
                least=3,
                base="leads",
                title="First mention of {actor} in the lead",
                finding="where leads mention {actor}, {high} first does so {category} in {high_value} ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="time",
        letter="C",
        title="Change over time",
        asks="Does what an outlet calls an actor change?",
        counted="Labels in the outlet's own voice by the week, month, quarter or year of their article, the shortest of these that makes "
        "at most twelve periods. Changes are stated between the first and the last period of an outlet in which a share may be "
        "given, where the intervals do not overlap. Other events, too, change the words.",
        charts=("timeline",),
        kinds=(
            Kind(
                measure="facets_by_period",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                periods=True,
                tables=3,
                base="labels",
                title="Labels for {actor} with {category} terms",
                finding="in {first}, {outlet} uses {category} terms in {first_value} of its labels for {actor} ({first_n}), "
                "in {last} in {last_value} ({last_n})",
            ),
            Kind(
                measure="nouns_by_period",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                periods=True,
                tables=3,
                base="labels",
                title="Labels for {actor} with the noun “{category}”",
                finding="in {first}, {outlet} uses the noun “{category}” in {first_value} of its labels for {actor} ({first_n}), "
                "in {last} in {last_value} ({last_n})",
            ),
        ),
    ),
    Question(
        name="sources",
        letter="Q",
        title="Who is quoted",
        asks="Whom does each outlet let speak?",
        counted="An attribution is a source, a cue such as “said” and what is attributed, quoted or reported. Shares are of attributed "
        "words; where only counts are given, they are of attributions.",
        charts=("who_is_quoted",),
        kinds=(
            Kind(
                measure="sources_by_actor",
                statistic="share",
                voice="quoted",
                across="category",
                base="attributions",
                title="Attributed words by source",
                counting="Attributions to {category}",
                finding="of the words that it attributes, {high} gives {high_value} to {category} ({high_n}), {low} {low_value} ({low_n})",
            ),
            Kind(
                measure="sources_by_type",
                statistic="share",
                voice="quoted",
                across="category",
                base="attributions",
                title="Attributed words by type of source",
                counting="Attributions to sources of the type “{category}”",
                finding="of the words that it attributes, {high} gives {high_value} to sources of the type “{category}” ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="stance",
        letter="S",
        title="How they are quoted",
        asks="With which verbs does each outlet introduce its sources?",
        counted="A cue has a stance: neutral (“said”), or one that lends weight to what is said or casts doubt on it. Shares are of the "
        "attributions of a source that have a cue.",
        charts=("how_quoted",),
        kinds=(
            Kind(
                everyone="all sources",
                measure="stance",
                statistic="share",
                voice="quoted",
                across="category",
                apart="actor",
                base="attributions",
                title="Cues that introduce {actor}",
                counting="Attributions to {actor} with {category} cues",
                finding="of attributions to {actor}, {high} introduces {high_value} with {category} cues ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="tone",
        letter="T",
        title="Tone",
        asks="How favourable or unfavourable are the words around each actor?",
        counted="Every mention of an actor gets a tone toward it. Mean polarity runs from −1 (all negative) over 0 to 1 (all positive), "
        "each article counting the same. Tone in the outlet's own voice and tone in the words of its sources are different findings "
        "and are never added. Bad news about an actor has a negative tone too, whoever tells it.",
        charts=("tone",),
        kinds=(
            Kind(
                measure="tone_labels",
                statistic="share",
                voice="outlet",
                across="actor",
                category="negative",
                base="mentions",
                title="Mentions with a negative tone, outlet's own voice",
                counting="Mentions of {actor} with a negative tone, in the article's own voice",
                finding="in its own voice, the tone of {high} toward {actor} is negative in {high_value} of mentions ({high_n}), "
                "that of {low} in {low_value} ({low_n})",
            ),
            Kind(
                measure="tone",
                statistic="mean",
                voice="outlet",
                across="actor",
                unit="number",
                base="mentions",
                title="Mean polarity, outlet's own voice",
                finding="in its own voice, the tone of {high} toward {actor} has a mean polarity of {high_value} ({high_n}), "
                "that of {low} one of {low_value} ({low_n})",
            ),
            Kind(
                measure="tone",
                statistic="mean",
                voice="quoted",
                across="actor",
                unit="number",
                base="mentions",
                title="Mean polarity, words of sources",
                finding="the sources of {high} speak of {actor} with a mean polarity of {high_value} ({high_n}), "
                "those of {low} with one of {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="language",
        letter="W",
        title="Loaded words and hedges",
        asks="How often does each outlet's own voice use loaded words, hedges and boosters?",
        counted="Words and phrases of the language lexicons, per 1,000 words in the outlet's own voice, headlines included. A word counts "
        "by its context: a brutal winter is not loaded, a brutal regime is. Scare quotes are one to three words in quotation marks "
        "that nobody is said to have spoken; headline forms are questions, exclamation marks, capitals, forward reference and the "
        "reader spoken to. **People agree little on what is loaded: Krippendorff's alpha was .40 even among trained experts (Spinde "
        "et al. 2021).** A rate is a reason to read the words behind it, no verdict on a sentence.",
        charts=("loaded_language",),
        keyness="distinctive_words",
        noun="loaded words",
        kinds=(
            Kind(
                measure="language",
                statistic="rate_per_1000_words",
                voice="outlet",
                across="category",
                unit="number",
                base="words",
                title="Occurrences per 1,000 words",
                counting="{category} in the article's own voice",
                finding="in its own voice, {high} uses {high_value} {category} per 1,000 words ({high_n}), {low} {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="frames",
        letter="M",
        title="Frames",
        asks="Under which aspects does each outlet tell the news?",
        counted="Words and phrases that go with a frame, per 1,000 words in the outlet's own voice: the five generic frames of Semetko and "
        "Valkenburg (2000) and the policy frames of Boydstun, Card and others (2014). A rate says how much of a frame's vocabulary there "
        "is, not that a coder would find the frame; rates of different frames do not compare, since their lists differ. What happened "
        "decides over the words as well as how it is told.",
        charts=("generic_frames", "policy_frames"),
        kinds=(
            Kind(
                measure="generic_frames",
                statistic="rate_per_1000_words",
                voice="outlet",
                across="category",
                unit="number",
                base="words",
                title="Generic frames, hits per 1,000 words",
                counting="Words of the {category} frame in the article's own voice",
                finding="in its own voice, {high} uses {high_value} words of the {category} frame per 1,000 ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
            Kind(
                measure="policy_frames",
                statistic="rate_per_1000_words",
                voice="outlet",
                across="category",
                unit="number",
                base="words",
                title="Policy frames, hits per 1,000 words",
                counting="Words of the {category} frame in the article's own voice",
                finding="in its own voice, {high} uses {high_value} words of the {category} frame per 1,000 ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="told",
        letter="K",
        title="What is told",
        asks="Which facts, numbers, places and background does each outlet tell of an event, and which not?",
        counted="Articles of one event are laid beside each other: casualties and other numbers, years and days, what actors are listed "
        "as, tied to, backed by or allied with, what was taken, places and names. A fact is the same where its key agrees (826 killed) "
        "and, where that could mean two things, its sentences are alike. Places and names that all outlets tell are left out. That no "
        "sentence was found does not show that an outlet left something out on purpose, nor that it does not tell it in words that the "
        "rules do not know.",
        charts=("told",),
        facts=True,
    ),
    Question(
        name="readability",
        letter="R",
        title="Readability",
        asks="How hard are the articles to read?",
        counted="Flesch reading ease runs from about 0 (very hard) to 100 (very easy); the Flesch-Kincaid grade is in years of US "
        "schooling. Both are means over articles and are blind to everything but the length of words and sentences.",
        charts=("readability",),
        kinds=(
            Kind(
                measure="readability",
                statistic="mean",
                voice="all",
                across="category",
                unit="number",
                base="sentences",
                title="Mean over articles",
                wanted=("flesch_reading_ease", "flesch_kincaid_grade"),
                finding="by {category}, the articles of {high} have a mean of {high_value} ({high_n}), "
                "those of {low} one of {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="agency",
        letter="P",
        title="Agency",
        asks="Who is shown to act, and where is nobody?",
        counted="An action is a clause or a noun with a word of one of these kinds: violence, capture, killing, displacement, destruction "
        "(together: harm), retreat, release, negotiation. It stands on a step of a ladder: an active clause (“the army shelled the "
        "town”); a weapon or event in the agent's place (“shells hit the town”); a passive that names its agent (“was shelled by the "
        "army”) or does not (“was shelled”); an intransitive verb (“nine people died”); a noun (“the shelling of the town”). No agent "
        "is named where a weapon or event stands alone, by a passive or noun without one, and by an intransitive verb. Shares are of the "
        "actions in the outlet's own voice. A missing agent may be unknown, plain from what stands before, or left out; the count does "
        "not tell which. Nor does it look outside the text for who did it: “by perpetrator” counts harm in articles in which one actor "
        "alone is named as doing harm, and says how much of their harm names that actor and how much names nobody. An odds ratio compares "
        "an outlet with all others together: above 1, it names no agent more often than they do.",
        charts=("agency", "agentless", "deeds"),
        kinds=(
            Kind(
                everyone="anybody or anything",
                measure="agency",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                tables=2,
                least=10,
                base="actions",
                title="Steps of the ladder: actions done to {actor}",
                wanted=("active", "weapon_or_event", "passive_with_agent", "passive_without_agent", "intransitive", "noun"),
                counting="Actions done to {actor}, as {category}, in the article's own voice",
                finding="in its own voice, {high} tells {high_value} of the actions done to {actor} as {category} ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
            Kind(
                measure="agentless",
                statistic="share",
                voice="outlet",
                across="category",
                base="actions",
                title="Actions without an agent, by kind",
                counting="Actions of {category} that name no agent, in the article's own voice",
                finding="in its own voice, {high} names no agent for {high_value} of its actions of {category} ({high_n}), "
                "{low} for {low_value} ({low_n})",
            ),
            Kind(
                measure="agentless_by_victim",
                statistic="share",
                voice="outlet",
                across="actor",
                base="actions",
                title="Harm without an agent, by victim",
                finding="in its own voice, {high} names no agent for {high_value} of the harm done to {actor} ({high_n}), "
                "{low} for {low_value} ({low_n})",
            ),
            Kind(
                measure="agentless_by_victim",
                statistic="odds_ratio",
                voice="outlet",
                across="actor",
                unit="number",
                base="actions",
                title="Harm without an agent, by victim: odds ratio of an outlet against all others",
                finding="",
                stated=False,
            ),
            Kind(
                measure="agentless_by_perpetrator",
                statistic="share",
                voice="outlet",
                across="actor",
                base="actions",
                title="Harm without an agent, by perpetrator",
                finding="where an article names {actor} alone as doing harm, {high} names no agent for {high_value} of that harm "
                "({high_n}), {low} for {low_value} ({low_n})",
            ),
            Kind(
                measure="agentless_by_perpetrator",
                statistic="odds_ratio",
                voice="outlet",
                across="actor",
                unit="number",
                base="actions",
                title="Harm without an agent, by perpetrator: odds ratio of an outlet against all others",
                finding="",
                stated=False,
            ),
            Kind(
                measure="deeds",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                open=True,
                tables=3,
                least=10,
                base="actions",
                title="Actions by and on {actor}",
                finding="in its own voice, of the actions by and on {actor}, {high} gives {high_value} to {category} ({high_n}), "
                "{low} {low_value} ({low_n})",
            ),
            Kind(
                measure="verbs_by",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                open=True,
                tables=2,
                least=20,
                base="actions",
                title="Verbs and nouns for actions by {actor}",
                finding="in its own voice, {high} uses “{category}” for {high_value} of the actions by {actor} ({high_n}), "
                "{low} for {low_value} ({low_n})",
            ),
            Kind(
                measure="verbs_to",
                statistic="share",
                voice="outlet",
                across="category",
                apart="actor",
                open=True,
                tables=2,
                least=20,
                base="actions",
                title="Verbs and nouns for actions on {actor}",
                finding="in its own voice, {high} uses “{category}” for {high_value} of the actions on {actor} ({high_n}), "
                "{low} for {low_value} ({low_n})",
            ),
            Kind(
                measure="agentless_passives",
                statistic="share",
                voice="outlet",
                across="category",
                base="passives",
                title="Passives without an agent, of all verbs and by kind",
                finding="in its own voice, {high} names no agent in {high_value} of its passives of {category} ({high_n}), "
                "{low} in {low_value} ({low_n})",
            ),
        ),
    ),
    Question(
        name="texts",
        letter="X",
        title="Texts and coverage",
        asks="How far can the figures be trusted in each outlet's texts?",
        counted="Rules and word lists were written for edited English news text. Where an outlet's texts are of another kind, a rule may "
        "misfire there and not elsewhere, and a difference between outlets may be one of measurement. A sentence is hard to parse when it "
        "is longer than 40 words, or has 25 words and more without any mark inside, or, headlines apart, has no mark at its end: there a "
        "parser errs most. That a text is a translation cannot be told from it.",
        charts=(),
        cautions=True,
        kinds=(
            Kind(
                measure="hard_sentences",
                statistic="share",
                voice="all",
                across="category",
                base="sentences",
                title="Sentences that are hard to parse",
                finding="",
                stated=False,
            ),
            Kind(
                measure="punctuation",
                statistic="rate_per_1000_words",
                voice="all",
                across="category",
                unit="number",
                base="words",
                title="Marks per 1,000 words",
                finding="",
                stated=False,
            ),
            Kind(
                measure="unresolved_mentions",
                statistic="share",
                voice="all",
                across="category",
                base="mentions",
                title="Mentions whose actor stays unresolved",
                wanted=(None, "label", "name"),
                finding="",
                stated=False,
            ),
            Kind(
                measure="unresolved_sources",
                statistic="share",
                voice="all",
                across="category",
                base="attributions",
                title="Attributions whose source is not named or stays unresolved",
                finding="",
                stated=False,
            ),
        ),
    ),
)
