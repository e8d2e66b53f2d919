"""What was chosen for a report, as its opening says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.report.names import Names
from framing.report.text import Markdown, md, series


def chosen(options: Mapping[str, object], names: Names) -> list[Markdown]:
    """A sentence for each choice in the manifest's options; none where everything is compared."""
    said = []
    if outlets := _list(options, "outlets"):
        were = "was" if len(outlets) == 1 else "were"
        said.append(md("Of the corpus, only {outlets} {were} chosen.", outlets=series(outlets), were=were))
    since, until = options.get("since"), options.get("until")
    if since or until:
        time = "from {since} to {until}" if since and until else "of {since} or later" if since else "of {until} or earlier"
        said.append(md("Only articles " + time + " were chosen.", since=since, until=until))
    if options.get("without_wire"):
        said.append(Markdown("Agency copy was left out."))
    if actors := _list(options, "actors"):
        shown = series([names.actor(actor) for actor in actors])
        said.append(md("What is said of actors is about {shown} alone; [estimates.csv](estimates.csv) has all actors.", shown=shown))
    if options.get("by"):
        said.append(md("Change over time is by {by}.", by=options["by"]))
    if options.get("events") == "found":
        said.append(
            Markdown("The events were found by grouping the articles by words, named entities and dates; such groups are not always right.")
        )
    return said


def _list(options: Mapping[str, object], name: str) -> Sequence[str]:
    found = options.get(name) or ()
    return tuple(map(str, found)) if isinstance(found, (list, tuple)) else (str(found),)
