"""Agency: who is shown to act, and where nobody is.

Counts: actions (clauses and nouns with a word of `english/action-verbs`, and every passive), per outlet and voice, by the step of the
ladder of agency on which each stands:
    active                 the subject acts, or is left open by an infinitive: the army shelled the town
    weapon_or_event        a weapon or event stands in the agent's place and the text does not say whose: shells hit the town
    passive_with_agent     the agent follows: the town was shelled by the army; captured by rebels, the town ...
    passive_without_agent  it does not: the town was shelled; the town, captured in May, ...
    intransitive           it happened to the subject: nine people died, the city fell
    noun                   the action is a noun, with or without an agent: the (army's) shelling of the town
No agent is named on the steps weapon_or_event, passive_without_agent and intransitive, and by a noun without one.
Formulas, each a ratio of sums over the outlet's articles:
    agency                   actions on a step / actions; actor: whom they are done to, null for all actions
    agentless                actions that name no agent / actions, by kind of action, null for all kinds
    agentless_by_victim      the same for actions that do harm (violence, capture, killing, displacement, destruction); actor: the patient
    agentless_by_perpetrator harm that names no agent / harm that names the actor or nobody, in articles in which the actor is the only
                             one of the topic that is named as an agent of harm
    agentless_passives       agentless passives / passives, of all verbs (category null) and by kind
    deeds                    actions of a kind that the actor does (undergoes) / actions that it does or undergoes
    verbs_by, verbs_to       actions with a verb or noun / actions that the actor does (undergoes); fewer than 5 are counted only
    odds_ratio               of the three agentless measures of actions, an outlet against all others together (framing.compare.odds)
What no figure can tell: an action without an agent has none in its text. Who did it is not inferred from the world; by perpetrator means
what the same article says of harm elsewhere, and articles that name several actors as agents of harm, or none, are not counted there.
Unit: share. Range: 0 to 1. Direction: higher leaves out more agents; it does not say why.
Undefined: where the outlet has no such action in the voice.
Source: Trew (1979), Theory and ideology at work, and Fowler et al. (1979), Language and Control, for agent deletion and nominalisation;
van Leeuwen (2008), Discourse and Practice, for weapons in the agent's place; Henley, Miller & Beazley (1995), Syntax, semantics, and sexual
violence, JLSP 14, for counting passives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import EACH, SPEECH, Figure, Items, column, encode, flags, join, read
from framing.compare.odds import compared as log_odds_of
from framing.compare.odds import odds_ratios
from framing.compare.pairs import Compared
from framing.compare.resample import Sample
from framing.compare.rules import Rules

STEPS = ("active", "weapon_or_event", "passive_with_agent", "passive_without_agent", "intransitive", "noun")
HARM = ("violence", "capture", "killing", "displacement", "destruction")
WITH_ODDS = ("agentless", "agentless_by_victim", "agentless_by_perpetrator")
_PLACE = ("verb_start", "verb_end")
_OWN_AND_QUOTED = {voice: SPEECH[voice] for voice in ("outlet", "quoted")}


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures of agency."""
    clauses = read(tables, "actions", actor="patient_actor", voice="voice", category="category")
    step, agentless = steps(tables)
    of_interest = clauses.take(clauses.category >= 0)
    harm = clauses.take(np.isin(clauses.category, [place for place, name in enumerate(clauses.categories) if name in HARM]))
    victims = _alike(harm.take(harm.actor >= 0)).heard(EACH)
    perpetrators = _alike(_perpetrators(tables, harm)).heard(EACH)
    kinds = _with_all(of_interest.without("actor"), "category").heard(EACH)
    ladder = _with_all(of_interest.without("category"), "actor").heard(EACH)
    passives = clauses.without("actor").take(
        flags(tables, "actions", "construction", "agentless_passive") | flags(tables, "actions", "construction", "passive_with_agent")
    )
    passives = _with_all(passives, "category").heard(EACH)
    bare = flags(tables, "actions", "construction", "agentless_passive")
    deeds = _deeds(tables, of_interest).heard(_OWN_AND_QUOTED)
    return [
        _figure("agency", ladder.of((step, STEPS)), ladder, "actions"),
        _figure("agentless", kinds.take(agentless[kinds.row]), kinds, "actions", by_category=True),
        _figure("agentless_by_victim", victims.take(agentless[victims.row]), victims, "harm done to the actor"),
        _figure("agentless_by_perpetrator", perpetrators.take(agentless[perpetrators.row]), perpetrators, "harm by the actor or nobody"),
        _figure("agentless_passives", passives.take(bare[passives.row]), passives, "passives", by_category=True),
        _figure("deeds", deeds, deeds.without("category"), "actions of the actor", closed=False, least=1, tested=()),
        *(_verbs(tables, of_interest, measure, role) for measure, role in (("verbs_by", "agent_actor"), ("verbs_to", "patient_actor"))),
    ]


def against_others(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Further parts of the estimates table: for what names no agent the odds ratio of an outlet against all others."""
    return odds_ratios(figure, sample, rules) if figure.measure in WITH_ODDS else []


def compared(figure: Figure, sample: Sample, rules: Rules) -> list[Compared]:
    """Their log-odds in pairs of outlets."""
    return log_odds_of(figure, sample, rules) if figure.measure in WITH_ODDS else []


def steps(tables: Mapping[str, pa.Table]) -> tuple[np.ndarray, np.ndarray]:
    """For each row of the actions table, the place of its step in STEPS, and whether it names no agent.

    >>> from framing.tables import build
    >>> rows = [dict(article_id="a", verb_start=n, construction=c, agent=g, instrument=i) for n, (c, g, i) in enumerate(
    ...     [("active", "army", None), ("active", None, "shells"), ("participle", None, None), ("nominal", "army", None)])]
    >>> step, agentless = steps({"actions": build("actions", rows)})
    >>> [STEPS[place] for place in step], agentless.tolist()
    (['active', 'weapon_or_event', 'passive_without_agent', 'noun'], [False, True, True, False])
    """
    agent, instrument = (column(tables, "actions", name).is_valid().to_numpy(zero_copy_only=False) for name in ("agent", "instrument"))
    built = column(tables, "actions", "construction").to_pylist()
    places = np.array([STEPS.index(_BUILT.get(construction, "active")) for construction in built], int)
    places[np.array([construction == "participle" for construction in built], bool) & agent] = STEPS.index("passive_with_agent")
    alone = instrument & ~agent & (places != STEPS.index("noun"))
    places[alone] = STEPS.index("weapon_or_event")
    without = [STEPS.index(name) for name in ("weapon_or_event", "passive_without_agent", "intransitive")]
    return places, np.isin(places, without) | ((places == STEPS.index("noun")) & ~agent)


_BUILT = {
    "nominal": "noun",
    "intransitive": "intransitive",
    "passive_with_agent": "passive_with_agent",
    "agentless_passive": "passive_without_agent",
    "participle": "passive_without_agent",
}


def _figure(measure: str, counted: Items, base: Items, of: str, **more: object) -> Figure:
    how = {"measure": measure, "statistic": "share", "table": "actions", "method": f"share of {of}", "place": _PLACE}
    return Figure(**how, counted=counted, base=base, **more)


def _with_all(items: Items, name: str) -> Items:
    """The items that have an actor (category) once as they are, and all items once without."""
    return join([items.take(getattr(items, name) >= 0), items.without(name)])


def _alike(items: Items) -> Items:
    """The items without categories."""
    return replace(items.without("category"), categories=())


def _role(tables: Mapping[str, pa.Table], items: Items, role: str) -> Items:
    """The items with the actor of a role: agent_actor or patient_actor; names are those of both roles together."""
    codes, names = _actors(tables, role)
    return replace(items, actor=codes[items.row], actors=names)


def _actors(tables: Mapping[str, pa.Table], role: str) -> tuple[np.ndarray, list[str]]:
    both = [column(tables, "actions", name) for name in ("agent_actor", "patient_actor")]
    codes, names = encode(pa.concat_arrays(both))
    return (codes[: len(both[0])] if role == "agent_actor" else codes[len(both[0]) :]), names


def _deeds(tables: Mapping[str, pa.Table], items: Items) -> Items:
    """Each action once for who does it and once for who undergoes it, its category the role and the kind."""
    kinds = list(items.categories)
    names = [f"{role} {kind}" for role in ("does", "undergoes") for kind in kinds]
    parts = []
    for place, role in enumerate(("agent_actor", "patient_actor")):
        mine = _role(tables, items, role)
        mine = mine.take(mine.actor >= 0)
        parts.append(replace(mine, category=mine.category + place * len(kinds), categories=names))
    return join(parts)


def _verbs(tables: Mapping[str, pa.Table], items: Items, measure: str, role: str) -> Figure:
    mine = _role(tables, items, role)
    mine = mine.take(mine.actor >= 0)
    verbs = encode(pc.utf8_lower(column(tables, "actions", "verb")))
    counted, base = mine.of(verbs).heard(_OWN_AND_QUOTED), mine.without("category").heard(_OWN_AND_QUOTED)
    return _figure(measure, counted, base, "actions of the actor", closed=False, least=5, common=20, tested=("outlet",))


def _perpetrators(tables: Mapping[str, pa.Table], harm: Items) -> Items:
    """Harm that names the only actor of its article that is named as an agent of harm, or nobody; the actor is that one.

    Harm that this actor undergoes itself is left out: its unnamed agent is hardly the same.
    """
    agents = _role(tables, harm, "agent_actor")
    known = agents.take((agents.actor >= 0) & (agents.article >= 0))
    pairs = np.unique(np.stack([known.article, known.actor]), axis=1)
    articles, first, times = np.unique(pairs[0], return_index=True, return_counts=True)
    only = np.full(max(int(harm.article.max(initial=-1)), 0) + 1, -1)
    only[articles[times == 1]] = pairs[1][first[times == 1]]
    alone = np.where(harm.article >= 0, only[harm.article], -1)
    named = column(tables, "actions", "agent").is_valid().to_numpy(zero_copy_only=False)[harm.row]
    victim = _role(tables, harm, "patient_actor").actor
    kept = (alone >= 0) & (~named | (agents.actor == alone)) & (victim != alone)
    return replace(agents, actor=alone).take(kept)
