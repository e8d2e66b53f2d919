"""Content: what is told, and who is shown to act."""

from __future__ import annotations

from framing.report.grid import Kind
from framing.report.questions.question import Question

TOLD = Question(
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
)

AGENCY = Question(
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
    pairs="agency_pairs",
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
            finding="of the actions by and on {actor} that {high} tells in its own voice, {high_value} are {category} ({high_n}), "
            "of those that {low} tells {low_value} ({low_n})",
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
)
