"""Attribution: who says what, with which cue.

What it counts: attributions, each a content (one or more spans) with its cue and source where the text names them.
Unit: an attribution; its size is counted in words of content. Range: none found to one or more a sentence; they may nest.
Direction: none. Undefined: never; a text without quotation marks or cues has none.
Source: the source-cue-content scheme of Pareti (2015), Attribution: a computational approach, and of Newell, Margolin & Ruths
(2018), An attribution relations corpus for political news (PolNeAR), LREC.
"""

from framing.measures.attribution.cues import CueLexicons
from framing.measures.attribution.find import Found, candidates, find
from framing.measures.attribution.frames import frames
from framing.measures.attribution.model import Attribution

__all__ = ["Attribution", "CueLexicons", "Found", "candidates", "find", "frames"]
