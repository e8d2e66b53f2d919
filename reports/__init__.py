"""Worked examples that ship with framing: a corpus each, and in the source tree the report made from it."""
