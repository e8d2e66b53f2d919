"""Every lexicon that comes with framing: well formed, and every example holds with the real parser."""

import pytest

from framing.language import parse_text
from framing.lexicon import available, check_examples, load


@pytest.mark.parametrize("name", available())
def test_loads_and_is_named_after_its_path(name):
    assert load(name).id == name


@pytest.mark.parametrize("name", available())
def test_examples_hold(name):
    assert "\n".join(map(str, check_examples(load(name), parse_text))) == ""
