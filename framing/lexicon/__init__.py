"""Lexicons: from TOML files to typed values, and from those to matches with exact tokens."""

from framing.lexicon.examples import check_examples, without_examples
from framing.lexicon.exchange import IMPORTED, guessed_format, import_
from framing.lexicon.export import EXPORTED, export
from framing.lexicon.load import available, load
from framing.lexicon.matcher import Match, Matcher
from framing.lexicon.model import Actor, Entry, Example, Group, Lexicon, TermLexicon, TopicLexicon, parts
from framing.lexicon.problem import LexiconError, Problem
from framing.lexicon.summary import summary

__all__ = [
    "EXPORTED", "IMPORTED", "Actor", "Entry", "Example", "Group", "Lexicon", "LexiconError", "Match", "Matcher", "Problem", "TermLexicon",
    "TopicLexicon", "available", "check_examples", "export", "guessed_format", "import_", "load", "parts", "summary", "without_examples",
]  # fmt: skip
