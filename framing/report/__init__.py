"""Tables and estimates to a report: report.md, the evidence behind its numbers, and its charts, as values; nothing is written here."""

from framing.report.build import report

__all__ = ["report"]
