import hashlib
import sys

import pytest
from lexicon_texts import HEADER, actor, group

from framing.lexicon import LexiconError, available, load


def write(tmp_path, text):
    path = tmp_path / "test.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path, text):
    with pytest.raises(LexiconError) as caught:
        load(write(tmp_path, text))
    return caught.value.problems


def test_a_term_lexicon(tmp_path):
    text = HEADER + group(more='connotation = 0\n[groups.neutral.connotations]\n"point out" = 1\n[groups.neutral2]', name="neutral")
    text = HEADER + group(entries='"say",\n  "point out"', more="connotation = 0\n") + '[groups.neutral.connotations]\n"point out" = 1\n'
    verbs = load(write(tmp_path, text))
    assert (verbs.id, verbs.version, verbs.exclusive) == ("test/verbs", "1.0", False)
    assert verbs.sha256 == hashlib.sha256(text.encode()).hexdigest()
    first, second = verbs.groups["neutral"].entries
    assert (first.id, first.line, first.connotation) == ("test/verbs#neutral:say", 12, 0)
    assert (second.id, second.line, second.connotation) == ("test/verbs#neutral:point out", 13, 1)


def test_a_topic_lexicon(tmp_path):
    topic = load(write(tmp_path, HEADER + actor(more='names = ["HTS"]\nlabels = ["rebel"]\nambiguous = ["fighter"]')))
    rebels = topic.actors["rebels"]
    assert (rebels.name, rebels.type) == ("Rebels", "armed group")
    assert [(entry.kind, entry.text) for entry in rebels.entries] == [("name", "HTS"), ("label", "rebel"), ("ambiguous", "fighter")]


def test_line_ends_and_byte_order_mark_change_nothing(tmp_path):
    text = HEADER + group()
    path = tmp_path / "dos.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load(path).sha256 == load(write(tmp_path, text)).sha256


def test_two_groups_may_share_an_entry_unless_exclusive(tmp_path):
    text = group("a") + group("b")
    assert len(list(load(write(tmp_path, HEADER + text)).entries)) == 4
    assert len(problems(tmp_path, HEADER + "exclusive = true\n" + text)) == 2


def test_actors_may_share_ambiguous_heads(tmp_path):
    more = 'names = ["{}"]\nlabels = ["{}"]\nambiguous = ["fighter"]\nmodifiers = ["{}"]'
    text = HEADER + actor("a", more.format("HTS", "rebel", "rebel")) + actor("b", more.format("SAA", "soldier", "state"))
    assert len(load(write(tmp_path, text)).actors) == 2


def test_an_actor_of_ambiguous_heads_only_needs_no_example_that_matches(tmp_path):
    text = actor(more='ambiguous = ["fighter"]').replace('["The [HTS] came."]', "[]")
    assert load(write(tmp_path, HEADER + text)).actors["rebels"].matches == ()


ALL_AT_ONCE = """\
id = "test/verbs"
version = 1
langauge = "en"
licence = "MIT"
source = "nobody"
source_url = "https://example.org"
description = ""
exclusive = true

[groups.neutral]
description = "a class"
source = "nobody"
entries = ["say", "tell",
  "Say",
  "report/VREB",
  7,
  "point  out"]
except = ["tell"]
connotation = 2
matches = [
  "He said so.",
  "He [said so.",
]
does_not_match = ["He [slept]."]
[groups.neutral.connotations]
"sya" = 1

[groups.empty]
description = "nothing"
source = "nobody"
entries = []
excpet = ["a"]
matches = ["A [b]."]
does_not_match = ["A."]

[groups.other]
description = "clashes"
source = "nobody"
entries = ["tell"]
pos = "verb"
matches = ["They [tell]."]
does_not_match = ["A."]
"""


@pytest.mark.parametrize(
    "line, what, fix",
    [
        (1, "mandatory key 'language' is missing", "add language"),
        (2, "'version' must be text in quotes, and is 1", "write version as text in quotes"),
        (3, "unknown key 'langauge'", "did you mean language?"),
        (7, "'description' is empty", "fill it"),
        (14, "'Say' repeats 'say'", "delete one"),
        (15, "no such part of speech as 'VREB'; did you mean VERB?", "word/POS"),
        (16, "must hold texts only, and has 7", "quotes"),
        (17, "spaces", "single spaces"),
        (18, "in except, so it would never count", "delete one"),
        (19, "connotation is 2", "-1 (unfavourable)"),
        (21, "has no brackets", "put [square brackets] around every match"),
        (22, "does not close it", "square brackets"),
        (24, "has brackets, but nothing should match", "move it to matches"),
        (26, "connotation for 'sya', which is no entry of the group", "write it exactly"),
        (31, "'entries' is empty", "fill it"),
        (32, "unknown key 'excpet'", "did you mean except?"),
        (39, "'tell' stands in two groups of an exclusive lexicon, neutral and other", "delete exclusive"),
        (40, "pos = 'verb' has no such part of speech", "VERB"),
    ],
)
def test_each_problem_has_its_line_and_fix(tmp_path, line, what, fix):
    at_line = [problem for problem in problems(tmp_path, ALL_AT_ONCE) if problem.line == line]
    assert any(what in problem.what and fix in problem.what + problem.fix for problem in at_line), at_line


def test_all_problems_come_at_once_and_in_order(tmp_path):
    found = problems(tmp_path, ALL_AT_ONCE)
    assert [problem.line for problem in found] == [1, 2, 3, 7, 14, 15, 16, 17, 18, 19, 21, 22, 24, 26, 31, 32, 39, 40]
    assert str(found[0]).startswith(f"{tmp_path / 'test.toml'}:1: mandatory key 'language' is missing\n    fix: add language")


@pytest.mark.parametrize(
    "text, what",
    [
        (actor("a") + actor("b", 'labels = ["hts"]'), "'hts' is a name or label of two actors, a and b"),
        (actor(more='names = ["HTS"]\nlabels = ["rebel", "rebel"]'), "'rebel' repeats 'rebel' of the same actor"),
        (actor(more='names = ["HTS"]\nmodifiers = ["x", "x"]'), "'x' repeats"),
        (actor(kind="armed gruop"), "unknown actor type 'armed gruop'"),
        (actor(more='modifiers = ["rebel"]'), "has no entries"),
        (actor(more='names = "HTS"'), "'names' must be a list of texts"),
        ("exclusive = true\n" + actor(), "no meaning among actors"),
        (actor() + group(), "both [groups] and [actors]"),
        ("", "neither [groups] nor [actors]"),
        ("groups = {}", "[groups] is empty"),
        ("groups = 3", "'groups' must be a table"),
        ("[groups]\nneutral = 1", "groups.neutral is no table"),
        (group(matches="He [[said]] so."), "inside a bracket"),
        (group(matches="He said] so."), "was not opened"),
        (group(matches="He [] so."), "empty brackets"),
        (group(more='connotation = "good"'), "'connotation' must be a whole number"),
        (group(more="connotation = true"), "'connotation' must be a whole number"),
        (group(more="[groups.neutral.connotations]\nsay = 5\n[groups.other]"), "connotation of 'say' is 5"),
    ],
)
def test_other_problems(tmp_path, text, what):
    assert what in "\n".join(map(str, problems(tmp_path, HEADER + text)))


@pytest.mark.parametrize(
    "text, line, says",
    [
        ('id = "a"\nversion = \n', 2, "Invalid value"),
        ('id = "a"\nid = "b"\n', 2, "merge the two"),
        ('id = "a"\nx = [1,\n', 3, "not valid TOML"),
    ],
)
def test_syntax_errors_have_their_line(tmp_path, text, line, says):
    (problem,) = problems(tmp_path, text)
    assert problem.line == line
    assert says in str(problem)


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_bytes(b'id = "a"\nname = "\xff"\n')
    with pytest.raises(LexiconError, match=r"bad\.toml:2: is not UTF-8"):
        load(path)


def test_a_missing_file_names_its_neighbour(tmp_path):
    write(tmp_path, "")
    with pytest.raises(LexiconError, match=r"tset\.toml: cannot be read.*\n.*did you mean test\.toml"):
        load(tmp_path / "tset.toml")
    with pytest.raises(LexiconError, match="cannot be read"):
        load(str(tmp_path / "nowhere" / "a.toml"))


@pytest.mark.parametrize(
    "wrong, right", [("english/reporting-verb", "english/reporting-verbs"), ("syira", "syria"), ("topics/syra", "topics/syria")]
)
def test_a_misspelt_name_gets_a_suggestion_and_the_list(monkeypatch, wrong, right):
    names = {"english/reporting-verbs": None, "topics/syria": None}
    monkeypatch.setattr(sys.modules["framing.lexicon.load"], "_shipped", lambda: names)
    with pytest.raises(LexiconError) as caught:
        load(wrong)
    assert f"did you mean {right}?" in str(caught.value)
    assert "shipped are english/reporting-verbs, topics/syria" in str(caught.value)


def test_shipped_names_are_sorted_and_load_by_either_name():
    names = available()
    assert names == sorted(names)
    for name in names:
        assert load(name) == load(name.split("/")[1])
