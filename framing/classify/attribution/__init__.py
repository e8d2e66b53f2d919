"""A scorer of attributions: which of those that the rules propose a codebook counts, whose they are and where their contents end.

None ships. It learns from articles that somebody annotated (`framing train attribution`), and keeps to plain logistic regression on what
the parse and the lexicons say, so that what it learned can be read.
"""

from framing.classify.attribution.candidate import Candidate, tokens_in
from framing.classify.attribution.scorer import Decision, Scorer, from_bytes

__all__ = ["Candidate", "Decision", "Scorer", "from_bytes", "tokens_in"]
