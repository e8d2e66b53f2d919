"""Roles, facets, connotation and distance of mentions."""

from __future__ import annotations

import pytest
from mention_topic import one


@pytest.mark.parametrize(
    ("text", "phrase", "role", "verb"),
    [
        ("The outlaws burned the mill.", "outlaws", "agent", "burn"),
        ("The army attacked the outlaws.", "outlaws", "patient", "attack"),
        ("The outlaws were attacked at night.", "outlaws", "patient", "attack"),
        ("The mill was burned by outlaws.", "outlaws", "agent", "burn"),
        ("The army and the outlaws burned the mill.", "outlaws", "agent", "burn"),
        ("The mill belongs to residents who burned the bridge.", "residents", "agent", "burn"),
        ("The outlaws began to burn the mill.", "outlaws", "agent", "burn"),
        ("Dozens of residents left the town.", "residents", "agent", "leave"),
        ("The mill stands near outlaws.", "outlaws", "other", None),
        ("The outlaws are poor.", "outlaws", "other", None),
    ],
)
def test_role(text: str, phrase: str, role: str, verb: str | None) -> None:
    mention = one(text, phrase)
    assert (mention.role, mention.verb) == (role, verb)


def test_facets_and_connotation() -> None:
    mention = one("The brave ruthless fighters of Red Dawn left.", "brave ruthless fighters")
    assert mention.facets == ("heroic", "criminal", "military")
    assert mention.connotation == -1  # the unfavourable word outweighs
    assert mention.modifiers == ("brave", "ruthless")
    assert mention.head == "fighter"
    assert one("The brave guerrillas left.", "brave guerrillas").connotation == 1
    assert one("The fighters of Red Dawn left.", "fighters").connotation == 0
    assert one("The residents left.", "residents").connotation is None


def test_a_hyphenated_modifier_is_one() -> None:
    mention = one("The well-known French-backed fighters left.", "well-known French-backed fighters")
    assert mention.modifiers == ("well-known", "french-backed")


@pytest.mark.parametrize(
    ("text", "phrase", "distanced"),
    [
        ("The so-called guerrillas left.", "guerrillas", True),
        ("The self-styled Red Dawn left.", "Red Dawn", True),
        ("He denounced the “bandits” of the hills.", "bandits", True),
        ('He denounced the "bandits," as ever.', "bandits", True),
        ("The army killed what it calls bandits in the hills.", "bandits", True),
        ("The guerrillas left.", "guerrillas", False),
        ("“The bandits left the town,” he said.", "bandits", False),
    ],
)
def test_distance(text: str, phrase: str, distanced: bool) -> None:
    assert one(text, phrase).distanced is distanced
