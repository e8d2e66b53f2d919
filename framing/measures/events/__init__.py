"""Events: which articles report the same event.

Counts: nothing; groups articles. Two articles are alike by the words and by the named entities that they share, each a cosine of
(1 + ln tf) * ln((D + 1) / d), where d of D days (articles, where a date is unknown) have the term: what is written about day after day
tells no event from another, what is written about on one day does. The mean of the two cosines is weighted by exp(-(gap / s)^2 / 2) for
articles `gap` days apart, s = window / 3, and by 0 beyond the window; where a date is unknown by .6. For two articles of one outlet it is
halved: they share its turns of phrase (articles of one outlet about different events were about twice as alike as those of different
outlets, in both corpora looked at). Groups are made by average linkage, as long as the mean likeness of two groups is at least `likeness`.
Unit: article. Range of likeness: 0 to 1. Undefined: an article without words is like no other. An article that is like no other reports no
event that another reports. The events that a corpus names itself are not looked at.
Source: topic detection after Allan et al. (1998), Topic Detection and Tracking Pilot Study; entities beside words after Kumaran and Allan
(2004), Text classification and named entities for new event detection; distance in time after Yang, Pierce and Carbonell (1998), A study of
retrospective and on-line event detection. Weights by days and the halving for one outlet are this project's.
"""

from __future__ import annotations

from framing.measures.events.find import LIKENESS, WINDOW, Event, find, given

__all__ = ["LIKENESS", "WINDOW", "Event", "find", "given"]
