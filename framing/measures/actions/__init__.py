"""Agency: who is shown to act, on whom, in which construction.

What it counts: clauses and nominalisations with a word of a lexicon of actions (violence, capture, retreat, ...), and every passive
verb whatever its meaning. Each stands on one step of the ladder of agency:
active (the subject acts), passive_with_agent, agentless_passive, participle (a passive participle that modifies: the town captured by
rebels), intransitive (something happens to the subject and nobody is said to do it: died, fell, erupted), nominal (the killing of).
Formula: none, observations; shares of constructions are made in framing.compare. Unit: a verb or noun. Range: 0 or more a sentence.
Direction: none; an agentless form is not by itself a concealed agent. Undefined: never; a text without such words has none.
Source: Fowler, Hodge, Kress & Trew (1979), Language and Control, ch. 6; Henley, Miller & Beazley (1995), Syntax, semantics, and sexual
violence, JLSP 14; for the line between passives and adjectives Universal Dependencies 2 (aux:pass); for verbs whose subject undergoes
Levin (1993), English Verb Classes and Alternations.
"""

from framing.measures.actions.find import Action, find

__all__ = ["Action", "find"]
