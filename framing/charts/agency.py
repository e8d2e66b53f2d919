"""The ladder of agency: how often actions are told with who did them, and how often without, all of them and by whom they are done to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from framing.charts.by_outlet import Shares, shares
from framing.charts.chart import Chart, chart
from framing.charts.style import Style
from framing.compare.agency import STEPS

NAME = "agency"
_WHAT = Shares(
    measure="agency",
    title="Who is shown to act",
    subtitle="Share of actions told as an active clause (the army shelled the town), with a weapon or event in the agent's place (shells "
    "hit the town), as a passive with or without agent, as something that happened (nine died), or as a noun (the shelling); outlet's own "
    "voice. First all actions, then those done to an actor.",
    unit="actions",
    what="steps",
    everyone="All actions",
    whom="actors to whom something is done",
    last=STEPS,
    most=len(STEPS),
)


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block for all actions and one for each actor acted upon, a row an outlet, a column a step. None without actions."""
    drawn = shares(estimates, tables, names, _WHAT)
    if drawn is None:
        return None
    first, *blocks = drawn.blocks
    blocks = [replace(block, title=f"Done to {block.title}") for block in blocks]
    return chart(NAME, replace(drawn, blocks=(first, *blocks)), style)
