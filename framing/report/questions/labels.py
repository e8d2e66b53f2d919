"""Labels: what outlets call the actors, where they do it first, what they avoid, and how it changes."""

from __future__ import annotations

from framing.report.grid import Kind
from framing.report.questions.question import Question

LABELS = Question(
    name="labels",
    letter="L",
    title="Labels",
    asks="What does each outlet call the actors?",
    counted="A label is a common-noun phrase for an actor (“the fighters”), as against a name. The words of a label have facets "
    "(political, religious, military, criminal, ...); a label can have several, so shares of one outlet need not add up to 100%. "
    "Tables count labels in the outlet's own voice: what sources say is left to the estimates.",
    charts=("label_matrix", "label_facets", "label_words", "naming"),
    pairs="label_pairs",
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
)

DISTINCTIVE = Question(
    name="distinctive",
    letter="D",
    title="Distinctive labels",
    asks="Which labels set an outlet apart from the others?",
    counted="Labels in the outlet's own voice, as modifiers and head in their base form, are compared with those of all other outlets "
    "by log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): above zero the outlet uses the label more "
    "than the others do. The table lists labels whose interval lies above zero, or the most frequent where only counts may be given.",
    charts=("distinctive_labels",),
    keyness="distinctive_labels",
)

AVOIDED = Question(
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
)

FIRST = Question(
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
)

TIME = Question(
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
)
