import re

from report_values import files, two_outlets

from framing.report.literature import WORKS, bibtex, listed, used


def test_each_work_has_a_key_of_its_own_and_fields_that_close():
    assert len({work.key for work in WORKS}) == len(WORKS)
    for work in WORKS:
        entry = bibtex([work])
        assert entry.count("{") == entry.count("}")
        assert re.match(r"@\w+\{\w+,\n", entry)
        assert f"year = {{{work.year}}}" in entry


def test_volume_number_and_pages():
    entry = bibtex([work for work in WORKS if work.key == "kitagawa1955"])
    assert "volume = {50}" in entry
    assert "number = {272}" in entry
    assert "pages = {1168--1194}" in entry


def test_only_the_works_of_the_measures_that_are_there():
    keys = {work.key for work in used({"tone"}, events=False)}
    assert "hamborg2021" in keys
    assert "efron1993" in keys
    assert keys.isdisjoint({"kitagawa1955", "flesch1948", "monroe2008"})
    assert "kitagawa1955" in {work.key for work in used(set(), events=True)}


def test_names_as_a_list_has_them():
    text = listed([work for work in WORKS if work.key in ("monroe2008", "kincaid1975")])
    assert "Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008)." in text


def test_the_report_names_its_literature_its_data_and_numbers_its_figures():
    made = files(two_outlets())
    assert "### For a paper" in made["report.md"]
    assert "We compared 12 articles by 2 outlets with framing 0.1.0." in made["report.md"]
    assert "### Data availability" in made["report.md"]
    assert "@book{efron1993," in made["references.bib"]
    assert "Kitagawa, E. M. (1955)" not in made["report.md"]
