"""Classifiers over parsed text: tone toward a mention, loaded language. They know no measure and no table."""
