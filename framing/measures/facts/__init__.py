"""Facts: what an article tells that another article of the same event may tell or leave out, as spans with a key to align them by.

What it counts: places and names; numbers with what they count (826 killed, 40 kilometres, the third-largest city); years and days;
background (listed as something, tied to, backed by, allied with whom); who or what an action was done to (capture of a town). A fact has
a key, the same wherever it is told, and a context, the content words of its sentence: two articles tell the same fact when keys agree
and, where a key alone could mean two things, contexts do (framing.compare.aligned).
Formula: none, observations. Unit: a span. Range: 0 or more. Undefined: never.
Source: categories of the news schema (main event, consequences, context, history) after van Dijk (1988), News as Discourse; facts as units
that texts of one event share or lack after Nenkova & Passonneau (2004), Evaluating content selection in summarization: the pyramid method.
"""

from __future__ import annotations

from framing.measures.facts.fact import KINDS, Fact, context
from framing.measures.facts.find import find

__all__ = ["KINDS", "Fact", "context", "find"]
