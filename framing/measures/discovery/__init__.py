"""Discovery: the actors of a corpus and the words for them, without a topic lexicon.

Counts: noun phrases that name or label persons, groups, organisations and states. Unit: one phrase. In an article a label is decided by
apposition or copula, by a party before its head, by its possessor, or by what went before; across articles names are joined as variants,
minor actors count under the party that they serve, and labels that nothing decides are joined where the articles use them alike.
Undefined: nothing; a phrase of which nothing is known is an actor of its own. Source: Hamborg, Zhukova and Gipp, Automated Identification
of Media Bias by Word Choice and Labeling in News Articles (JCDL 2019), whose task it is; the rules are this project's.
"""

from __future__ import annotations

from framing.measures.discovery.draft import Draft, DraftActor, DraftEntry, draft
from framing.measures.discovery.find import Discovery, Found, discover
from framing.measures.discovery.observe import Named, mentions, naming

__all__ = ["Discovery", "Draft", "DraftActor", "DraftEntry", "Found", "Named", "discover", "draft", "mentions", "naming"]
