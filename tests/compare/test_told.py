"""What is told: facts aligned across the articles of an event, their counts and who is first."""

import pytest
from compare_corpora import corpus

from framing.compare import compare, evidence
from framing.compare.aligned import align
from framing.compare.told_matrix import matrices, telling


def fact(article, sentence, kind, key, *context, says=None, text=None):
    return {
        "article_id": article, "sentence": sentence, "start": sentence * 100, "end": sentence * 100 + 5, "kind": kind, "fact": key,
        "says": says or key, "text": text or key, "context": list(context), "voice": "outlet",
    }  # fmt: skip


def said(rows):
    return {(one.kind, one.says): {rows[place]["article_id"] for place in one.rows} for one in align(rows)}


def test_same_number_in_like_sentences_is_one_fact_in_unlike_ones_two():
    rows = [
        fact("a", 0, "number", "40 kilometer", "mill", "river", "bridge"),
        fact("b", 0, "number", "40 kilometer", "river", "bridge", "flood"),
        fact("c", 0, "number", "40 kilometer", "march", "border", "camp"),
        fact("c", 1, "history", "1999", "sugar", "price"),
    ]
    found = said(rows)
    assert {"a", "b"} in found.values() and {"c"} in [tells for (kind, _), tells in found.items() if kind == "number"]


def test_a_number_of_many_digits_needs_no_like_sentence():
    rows = [fact("a", 0, "casualties", "826 killed", "mill"), fact("b", 0, "casualties", "826 killed", "bridge")]
    assert said(rows) == {("casualties", "826 killed"): {"a", "b"}}


def test_round_numbers_without_a_like_sentence_stay_apart():
    rows = [fact("a", 0, "casualties", "200 killed", "mill"), fact("b", 0, "casualties", "200 killed", "bridge")]
    assert {frozenset(tells) for tells in said(rows).values()} == {frozenset("a"), frozenset("b")}


def test_a_decade_is_aligned_with_a_year_of_it_and_two_years_are_not():
    words = ("crackdown", "uprising", "town")
    rows = [fact("a", 0, "history", "1964", *words), fact("b", 0, "history", "1960s", *words), fact("c", 0, "history", "1971", *words)]
    tells = {one.says.partition(" ")[0]: {rows[place]["article_id"] for place in one.rows} for one in align(rows)}
    assert tells == {"1964": {"a", "b"}, "1971": {"c"}}


def test_different_figures_of_the_same_year_are_one_fact_that_lists_them():
    words = ("crackdown", "uprising", "town")
    rows = [fact("a", 0, "history", "1964", *words), fact("b", 0, "history", "1964", *words)]
    rows += [fact("a", 0, "casualties", "thousands killed", *words), fact("b", 0, "casualties", "20,000 killed", *words)]
    assert ("casualties", "killed (1964): 20,000, thousands") in said(rows)


def test_background_is_aligned_by_its_key_alone():
    rows = [fact("a", 0, "background", "tie: the league", "x1"), fact("b", 3, "background", "tie: the league", "y1")]
    assert list(said(rows).values()) == [{"a", "b"}]


def test_a_name_inside_a_longer_one_counts_and_an_actors_spelling_is_the_actor():
    rows = [
        fact("a", 0, "place", "homs", says="Homs"),
        fact("b", 0, "name", "homs governor", says="Homs Governor"),
        fact("a", 1, "name", "actor x", says="The Exes", text="Exes"),
        fact("b", 1, "name", "exes", says="Exes", text="Exes"),
    ]
    found = {one.says: {rows[place]["article_id"] for place in one.rows} for one in align(rows, frozenset({"homs"}))}
    assert found["Homs"] == {"a", "b"}
    assert found["The Exes"] == {"a", "b"}


def tables(event=True, dates=("2024-01-02", "2024-01-01", "2024-01-02", "2024-01-03")):
    facts = [fact(article, 1, "background", "tie: l", says="tie to L") for article in "bcd"]
    facts += [fact("a", 2, "background", "designated terrorist", says="listed as terrorist")]
    facts += [fact(article, 3, "place", "homs", says="Homs") for article in "abcd"]
    made = corpus(*[(article, article.upper()) for article in "abcd"], event=dict.fromkeys("abcd", "e") if event else None, facts=facts)
    return made | {"articles": made["articles"].set_column(3, "date", [list(dates)])}


def told(made, **more):
    return [row for row in compare(made, draws=100, **more).to_pylist() if row["measure"] == "told"]


@pytest.mark.parametrize("event", [True, False], ids=["given", "small corpus"])
def test_counts_are_sentences_zero_where_none_was_found_and_first_by_date(event):
    rows = [row for row in told(tables(event)) if row["category"].endswith("tie to L")]
    assert {row["outlet"]: row["value"] for row in rows if row["statistic"] == "count"} == {"A": 0, "B": 1, "C": 1, "D": 1}
    assert [row["outlet"] for row in rows if row["statistic"] == "first"] == ["B"]


def test_a_place_that_all_tell_has_no_row():
    assert not [row for row in told(tables()) if "Homs" in row["category"]]


def test_articles_far_apart_are_no_event_by_themselves():
    assert told(tables(event=False, dates=("2024-01-02", "2024-03-01", "2024-01-02", "2024-01-03"))) == []


def test_years_of_the_articles_own_date_are_no_history():
    made = tables()
    facts = [fact(article, 5, "history", year, "word") for article in "ab" for year in ("2024", "2011", "january 1")]
    made["facts"] = corpus(("a", "A"), facts=facts)["facts"]
    kinds = {row["category"].split(" | ")[2].partition(" ")[0] for row in told(made)}
    assert "2011" in kinds and "2024" not in kinds


def test_evidence_of_a_cell_is_its_sentence():
    made = tables()
    row = next(row for row in told(made) if row["outlet"] == "B" and row["category"].endswith("tie to L"))
    behind = evidence(made).behind(row).to_pylist()
    assert [(found["article_id"], found["sentence"]) for found in behind] == [("b", 1)]


def test_sentences_tell_what_all_but_one_and_what_one_alone_tells():
    (matrix,), further = matrices(told(tables()), ["A", "B", "C", "D"])
    assert further == 0
    assert [(one.says, one.missing) for one in telling(matrix, most=6)] == [("tie to L", ["A"]), ("listed as terrorist", ["B", "C", "D"])]


def test_same_facts_whatever_the_order_of_rows():
    rows = [fact(article, n, "number", f"{n} ton", "wheat", "port", "ship") for article in "abc" for n in (5, 7)]
    backwards = [{rows[::-1][place]["article_id"] for place in one.rows} for one in align(rows[::-1])]
    assert [{rows[place]["article_id"] for place in one.rows} for one in align(rows)] == backwards
