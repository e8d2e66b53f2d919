"""Word lists of other tools in, lexicons out, and what is told of losses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicon_texts import HEADER, actor, group

from framing.lexicon import LexiconError, available, export, import_, load, parts, without_examples
from framing.lexicon.export import entry_text
from framing.lexicon.load import parse

ABOUT = {"licence": "MIT", "source": "nobody", "source_url": "https://example.org"}


def brought(text, format="quanteda", *, lemmas=False, file="list.x", about=ABOUT):
    written, problems = import_(text if isinstance(text, bytes) else text.encode(), file=file, format=format, about=about, lemmas=lemmas)
    return parse(written.encode(), "new.toml"), [(problem.line, problem.what) for problem in problems]


def entries(lexicon):
    return {name: [entry.text for entry in part.entries] for name, part in parts(lexicon).items()}


def contents(lexicon):
    """All entries with their place, part of speech and connotation."""
    return {
        (name, entry.kind, entry_text(entry), entry.connotation)
        for name, part in parts(lexicon).items() for entry in (*part.entries, *part.exceptions)
    }  # fmt: skip


# quanteda


def test_nested_keys_become_groups_and_words_stay_forms():
    lexicon, problems = brought("tone:\n  bad: [terribl*, 'no', not good]\n  good:\n  - Great\n")
    assert entries(lexicon) == {"tone.bad": ["terribl*", "=no", "=not =good"], "tone.good": ["=Great"]}
    assert problems == []


def test_words_that_yaml_takes_for_something_else_stay_words():
    assert entries(brought("a: [no, yes, on, null, 1]")[0]) == {"a": ["=no", "=yes", "=on", "=null", "=1"]}


def test_with_lemmas_words_match_in_all_forms():
    assert entries(brought("a: [say, terror*]", lemmas=True)[0]) == {"a": ["say", "terror*"]}


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a:\n- wom?n\n- man\n", 2, "'wom?n' is left out: it has a wildcard that is not the last letter"),
        ("a:\n- '*phobia'\n- man\n", 2, "'*phobia' is left out"),
        ("a:\n- man\n- and/or\n", 3, "'and/or' is left out: it has a slash"),
        ("a:\n- man\n- Man\n", 3, "'=Man' repeats line 2 in a"),
        ("a:\n- man\nb: []\n", 3, "group 'b' has no words"),
        ("a:\n- man\na:\n- dog\n", 3, "key 'a' stands twice"),
    ],
)
def test_nothing_is_dropped_in_silence(text, line, told):
    lexicon, problems = brought(text)
    assert "=man" in entries(lexicon)["a"]
    assert [(at, what[: len(told)]) for at, what in problems] == [(line, told)]


def test_both_tables_of_a_repeated_key_are_taken():
    assert entries(brought("a: [man]\na: [dog]\n")[0]) == {"a": ["=man", "=dog"]}


@pytest.mark.parametrize(
    "text", ["", "just words", "- a\n- b", "a: [man\nb", "a: {", "a: ['*']", "a: &x [*x]", "a: [*phobia]", "a: " + "[" * 600]
)
def test_a_file_without_a_dictionary_is_an_error(text):
    with pytest.raises(LexiconError):
        brought(text)


# LIWC

DIC = "%\n1\tposemo\n02\tnegemo (Negative)\n%\nhapp*\t1\nsad day\t2\t\nmixed\t01\t2\n"


def test_categories_are_groups_with_and_without_leading_zeros():
    lexicon, problems = brought(DIC, "liwc")
    assert entries(lexicon) == {"posemo": ["happ*", "=mixed"], "negemo": ["=sad =day", "=mixed"]}
    assert problems == []


def test_columns_may_stand_apart_by_blanks():
    assert entries(brought("%\n1 good\n%\nhapp*   1\nsunny day 1 \n", "liwc")[0]) == {"good": ["happ*", "=sunny =day"]}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("kind\t(of)1/2", "has a condition"),
        ("like\t<of>1", "has a condition"),
        ("ugly\t9", "'ugly' has the categories 9, which are not declared"),
        ("ugly", "'ugly' has no category"),
        (":*\t1", "':*' is left out"),
    ],
)
def test_lines_that_a_lexicon_cannot_have_are_told(line, told):
    lexicon, problems = brought(DIC + line + "\n", "liwc")
    assert entries(lexicon)["posemo"] == ["happ*", "=mixed"]
    ((at, what),) = problems
    assert at == 8
    assert told in what


def test_a_dic_without_categories_is_an_error():
    with pytest.raises(LexiconError, match="no list of categories"):
        brought("happy\t1\n", "liwc")


# CSV


def test_terms_are_entries_as_they_stand():
    lexicon, problems = brought("term,group,connotation\nclaim/VERB,doubt,-1\n=said,plain,\npoint out,plain,0\n", "csv")
    assert contents(lexicon) == {("doubt", "term", "claim/VERB", -1), ("plain", "term", "=said", None), ("plain", "term", "point out", 0)}
    assert problems == []


def test_lists_make_actors():
    text = "term;group;list;name;type\nHTS;hts;names;Tahrir;armed group\nfighter;hts;ambiguous;;\n"
    lexicon, problems = brought(text, "csv")
    assert (lexicon.actors["hts"].name, lexicon.actors["hts"].type) == ("Tahrir", "armed group")
    assert [entry.text for entry in lexicon.actors["hts"].ambiguous] == ["fighter"]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("say,", "it lacks a term or a group"),
        ("claim/VREB,a", "no such part of speech as 'VREB'"),
        ('"a, b",a,,x', "there is no list 'x'"),
        ("say,a,7", "connotation '7' of 'say' is left out"),
    ],
)
def test_rows_that_are_wrong_are_told_with_their_line(row, told):
    _, problems = brought(f"term,group,connotation,list\nfine,a\n{row}\n", "csv")
    ((at, what),) = problems
    assert at == 3
    assert told in what


def test_columns_are_asked_for_and_unknown_ones_told():
    with pytest.raises(LexiconError, match="no column group"):
        brought("term,class\nsay,a\n", "csv")
    assert brought("term,group,rank\nsay,a,3\n", "csv")[1] == [(1, "column 'rank' has no place in a lexicon")]


# header


def test_what_the_file_does_not_tell_is_written_so_and_told():
    lexicon, problems = brought("a: [man]", about={}, file="My List.yml")
    assert (lexicon.id, lexicon.licence, lexicon.source) == ("imported/my-list", "not stated", "Imported from My List.yml")
    assert problems == [(0, "does not tell its licence, source, source_url")]


def test_an_imported_lexicon_needs_no_examples_and_says_so():
    lexicon, _ = brought("a: [man]")
    assert lexicon.imported
    (warning,) = without_examples(lexicon)
    assert "1 of 1 parts have no example" in warning.what


def test_only_an_imported_lexicon_may_lack_examples(tmp_path):
    text = HEADER + '[groups.a]\ndescription = "a"\nsource = "b"\nentries = ["say"]\n'
    with pytest.raises(LexiconError, match="mandatory key 'matches' is missing"):
        parse(text.encode(), "x.toml")
    assert parse(("imported = true\n" + text).encode(), "x.toml").imported
    assert without_examples(parse((HEADER + group()).encode(), "x.toml")) == []


def test_other_encodings_are_read_and_told():
    lexicon, problems = brought("a: [café]".encode("cp1252"))
    assert entries(lexicon) == {"a": ["=café"]}
    assert "Windows-1252" in problems[0][1]


# round trips


@pytest.mark.parametrize("name", available())
def test_csv_keeps_every_entry_of_every_shipped_lexicon(name):
    lexicon = load(name)
    text, _ = export(lexicon, format="csv")
    back, problems = brought(text, "csv")
    assert contents(back) == contents(lexicon)
    assert problems == []


def test_quanteda_keeps_forms_and_prefixes():
    text = HEADER + group("a", '"=said", "=not =good", "terror*"') + group("b.c", '"=no"').replace("groups.b.c", 'groups."b.c"')
    lexicon = parse(text.encode(), "x.toml")
    written, lost = export(lexicon, format="quanteda")
    assert not any("(" in problem.what for problem in lost)
    assert contents(brought(written)[0]) == contents(lexicon)


def test_what_quanteda_cannot_carry_is_counted_and_named():
    text = HEADER + group(entries='"claim/VERB", "=said"', more='connotation = 1\nexcept = ["claim so"]')
    lexicon = parse(text.encode(), "x.toml")
    written, lost = export(lexicon, format="quanteda")
    assert written == "neutral:\n- claim\n- said\n"
    told = "\n".join(problem.what for problem in lost)
    for what in ("inside them (1): claim so", "parts of speech are left off (1): claim/VERB", "form written only (1)", "are left out (2)"):
        assert what in told


def test_actors_keep_their_lists_in_quanteda():
    lexicon = parse((HEADER + actor()).encode(), "x.toml")
    back, problems = brought(export(lexicon, format="quanteda")[0], lemmas=True)
    assert entries(back) == {"rebels": ["HTS", "rebel"]}
    assert [what for _, what in problems] == ["does not tell the type of rebels: written as other"]


def test_the_part_of_speech_of_a_group_goes_along():
    lexicon = parse((HEADER + group(entries='"claim", "point out"', more='pos = "VERB"')).encode(), "x.toml")
    assert entries(brought(export(lexicon, format="csv")[0], "csv")[0]) == {"neutral": ["claim/VERB", "point out"]}


WORD = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=6)


@given(st.dictionaries(WORD, st.lists(st.tuples(WORD, WORD).map(" ".join), min_size=1, max_size=4), min_size=1, max_size=3))
def test_whatever_is_imported_loads_or_is_told(groups):
    import yaml

    text = yaml.safe_dump(groups, allow_unicode=True)
    try:
        lexicon, problems = brought(text)
    except LexiconError:
        return
    carried = sum(len(part) for part in entries(lexicon).values())
    assert carried + len([what for _, what in problems if "left out" in what or "repeats" in what]) >= sum(map(len, groups.values()))
