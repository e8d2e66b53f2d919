"""The section on figures that agency copy moves."""

from __future__ import annotations

from report_values import files, two_outlets

from framing.tables import build


def with_agency(times: int, **size: int):
    """Two outlets, of which the first articles of Herald are agency copy."""
    given = two_outlets(**size)
    rows = given["articles"].to_pylist()
    for row in rows:
        if row["article_id"] in {f"herald-{number}" for number in range(times)}:
            row["wire"] = "AFP"
    return given | {"articles": build("articles", rows)}


def section(text: str) -> str:
    return text.partition("## With and without agency copy")[2].partition("\n## ")[0]


def test_without_agency_copy_there_is_no_section():
    assert "With and without agency copy" not in files(two_outlets())["report.md"]


def test_what_cannot_be_given_on_the_rest_is_counted():
    text = section(files(with_agency(3))["report.md"])
    assert "figures of the tables above count agency copy. Without it" in text and "cannot be given: too few" in text
    assert "| Outlet" not in text


def test_what_moves_stands_in_a_table_with_both_figures_and_a_link():
    given = with_agency(3, articles_each=9, labels_each=6, other=2)
    text = section(files(given)["report.md"])
    lines = [line for line in text.splitlines() if line.startswith("| Herald") and "criminal" in line]
    assert lines and "[L" in lines[0]
    assert [cell.strip() for cell in lines[0].split("|")[3:-1]] == ["[96%][L2] (92–100%)", "100%", "6", "−4"]
