import posixpath
import re

import pyarrow as pa
import pytest
from report_links import broken, headings, links, rows, tokens
from report_values import CHART, article, files, label, sentence, tables, two_outlets

from framing.report import evidence as evidence_pages
from framing.report.grid import grids
from framing.report.questions import QUESTIONS

WRITTEN_BESIDE = (
    "tables/sentences.csv", "estimates.csv", "pairs.csv", "tables", "datapackage.json", "manifest.json", "tables/mentions.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def compared():
    return files(two_outlets(other=3), charts=[CHART])


def _findings(report):
    return report["report.md"].split("## Findings")[1].split("\n## ")[0]


def test_opens_with_what_was_compared(compared):
    opening = compared["report.md"].split("## Findings")[0]
    assert "This report compares 12 articles (1,200 words) by 2 outlets, published on 2024-12-05." in opening
    assert "No events are given" in opening
    assert "No article was left out." in opening


def test_outlets_keep_one_order_in_every_table(compared):
    outlets = [cells[0] for cells in rows(compared["report.md"]) if cells[0] in ("Courier", "Herald")]
    assert len(outlets) > 6
    assert outlets == ["Courier", "Herald"] * (len(outlets) // 2)


def test_sections_in_order(compared):
    titles = [question.title for question in QUESTIONS]
    wanted = ["Findings", *titles, "Methods and limits"]
    assert [heading for heading in headings(compared["report.md"]) if heading in wanted] == wanted


def test_states_a_difference_with_effect_interval_and_n(compared):
    assert re.search(
        r"^- In its own voice, Herald uses criminal terms in \[88%\]\[L2\] of its labels for Valley Guard "
        r"\(95% interval \d\d to \d\d%; 24 labels in 6 articles\), Courier in \[12%\]\[L1\] \(\d to \d\d%; 24 labels in 6 articles\)\.$",
        compared["report.md"],
        re.MULTILINE,
    )
    assert "## L2\n\nHerald. Facets of the labels for Valley Guard, criminal: 88% (95% interval" in compared["evidence/labels-guard.md"]


def test_a_difference_without_intervals_rests_on_the_test():
    said = (
        "Herald uses criminal terms in [100%][L1] of its labels for Valley Guard (24 labels in 6 articles), Courier in 0% "
        "(24 labels in 6 articles)."
    )
    assert said in files(two_outlets())["report.md"]


def test_every_link_leads_somewhere(compared):
    assert len(links(compared["report.md"])) > 10
    assert broken(compared, also=WRITTEN_BESIDE) == []


def test_numbers_lead_to_their_own_sentences(compared):
    page = compared["evidence/labels-guard.md"]
    section = next(part for part in page.split("\n## ") if "Herald. Facets of the labels for Valley Guard, criminal" in part)
    assert section.count("**bandits**") == 21
    assert "Base: 24 labels in 6 articles." in section
    assert "soldiers" not in section


def test_evidence_says_outlet_article_date_voice_and_entry(compared):
    page = compared["evidence/labels-guard.md"]
    assert "- Herald: “Story herald-0”, 2024-12-05, article herald-0\n" in page
    assert "  - At noon the **bandits** crossed bridge number 0 of the valley. — outlet's own voice; label; entry topics/valley#gua" in page


def test_chart_stands_in_its_section_with_alt_text(compared):
    section = compared["report.md"].split("\n## Tone")[1].split("\n## ")[0]
    images = [token for token in tokens(section) if token.type == "image"]
    assert [(image.attrGet("src"), image.content) for image in images] == [("charts/tone.png", "Two bars \\| one for \\*each\\* outlet")]
    assert compared["charts/tone.csv"] == b"csv"


def test_a_chart_of_no_question_is_not_lost():
    text = files(two_outlets(), charts=[type(CHART)("new", "New chart", "alt")])["report.md"]
    assert "charts/new.png" in text.split("## Further charts")[1]


def test_methods_name_what_was_used(compared):
    methods = compared["report.md"].split("## Methods and limits")[1]
    assert "100 draws, seed 7" in methods
    assert "topics/valley | 2.1" in methods
    assert "0123456789ab…" in methods
    assert "en_core_web_sm 3.8.0" in methods
    assert "spacy 3.8.7" in methods
    assert "48 mentions of actors found." in methods


def test_same_values_same_bytes(compared):
    shuffled = {name: table.take(pa.array(range(table.num_rows - 1, -1, -1), pa.int64())) for name, table in two_outlets(other=3).items()}
    assert files(shuffled, charts=[CHART]) == compared


def test_no_judgement(compared):
    for word in ("biased", "propaganda", "because of", "in order to", "deliberately", "objective", "best", "worst"):
        assert word not in compared["report.md"].lower()


def test_two_articles_each_give_counts_and_no_difference():
    report = files(two_outlets(articles_each=2))
    text, findings = report["report.md"], _findings(report)
    assert "No two outlets have the 5 articles and 20 observations that a share or rate needs here, so only counts are given." in findings
    assert "%" not in findings
    assert "[8 of 8]" in text
    assert "0 of 8" in text


def test_one_article_each_compares_articles():
    report = files(two_outlets(articles_each=1))
    text = report["report.md"]
    assert "Each outlet has one article. This report therefore compares articles, not outlets" in text
    findings = _findings(report)
    assert "Labels for Valley Guard with criminal terms, in the article's own voice: 0 of 4 in Courier and [4 of 4]" in findings
    assert "%" not in findings
    assert "interval " not in findings.split("**Labels.**")[1]
    assert broken(report, also=WRITTEN_BESIDE) == []


def test_overlapping_intervals_are_no_finding():
    articles, sentences, mentions = [], [], []
    for outlet in ("Herald", "Courier"):
        for number in range(6):
            article_id = f"{outlet}-{number}"
            articles.append(article(article_id, outlet))
            for index in range(4):
                line = "The soldiers and the bandits met at the bridge."
                text = "bandits" if index % 2 else "soldiers"
                sentences.append(sentence(article_id, index, line))
                mentions.append(label(article_id, index, text, line, facet="criminal" if index % 2 else "military"))
    findings = _findings(files(tables(articles=articles, sentences=sentences, mentions=mentions)))
    assert "No difference is stated: where outlets have enough articles and observations, none passes the rules above." in findings
    assert "Herald" not in findings


def test_nothing_observed():
    report = files(tables(articles=[article("a", "Herald"), article("b", "Courier", date=None)]))
    assert "Nothing was observed for: Labels, Distinctive labels, First mention, Who is quoted," in report["report.md"]
    assert "The known dates are all the same; change over time is shown from more than 14 days on." in report["report.md"]
    assert "Too few outlets have the 5 articles and 20 labels of the same actor" in report["report.md"]
    assert [name for name in report if name.startswith("evidence/")] == []
    assert broken(report, also=WRITTEN_BESIDE) == []


def test_an_absence_is_stated_and_opens_the_sentences_of_others():
    report = files(two_outlets())
    said = (
        "In its own voice, Courier never uses the noun “bandit” for Valley Guard (24 labels in 6 articles); at the rate of the other "
        "outlets, which use it in [24][A1] of 24 labels, it would be expected about 24 times (q = .001)."
    )
    assert said in _findings(report)
    assert ["Courier", "Valley Guard", "“bandit”", "24", "24.0", "[24][A1] of 24", "1 of 1", ".001"] in rows(report["report.md"])
    page = report["evidence/avoided-courier.md"]
    assert "Courier never uses the noun “bandit” for Valley Guard in its own voice." in page.split("## A1")[1]
    assert "**bandits**" in page and "Herald: “Story herald-0”" in page


def test_change_over_time_is_stated_with_its_periods():
    articles, sentences, mentions = [], [], []
    line = "At noon the bandits and the soldiers met."
    for number in range(12):
        articles.append(article(f"h{number:02}", "herald", date="2024-01-05" if number < 6 else "2024-02-20"))
        bandits = number % 2 + (3 if number < 6 else 0)  # 21 of 24, then 3 of 24
        for index in range(4):
            text, facet = ("bandits", "criminal") if index < bandits else ("soldiers", "military")
            sentences.append(sentence(f"h{number:02}", index, line))
            mentions.append(label(f"h{number:02}", index, text, line, facet=facet))
    report = files(tables(articles=articles, sentences=sentences, mentions=mentions))
    said = r"- In 2024-W01, herald uses (criminal|military) terms in \[(88|12)%\]\[C\d+\] of its labels for Valley Guard \(95% interval"
    assert re.search(said + r".*, in 2024-W08 in \[(88|12)%\]\[C\d+\]", _findings(report))
    assert "### Labels for Valley Guard with criminal terms" in report["report.md"]
    assert broken(report, also=WRITTEN_BESIDE) == []


HOSTILE = 'The <script>x</script> | `bandits` [left](javascript:1) *here* & # "there"\n## now'


def test_articles_cannot_write_markup():
    outlets, facets = ("He|rald [1]", "*Courier*"), ("cri|minal", "mil*itary")
    articles = [article(f"{outlet}-{n}", outlet, title="<b>| # `title` [x](y)") for outlet in outlets for n in range(6)]
    sentences = [sentence(row["article_id"], n, HOSTILE) for row in articles for n in range(4)]
    mentions = [label(row["article_id"], n, "bandits", HOSTILE, facet=facets[n % 2]) for row in articles for n in range(4)]
    report = files(tables(articles=articles, sentences=sentences, mentions=mentions))
    pages = {name: text for name, text in report.items() if name.endswith(".md")}
    for name, text in pages.items():
        kinds = {token.type for token in tokens(text)}
        assert not kinds & {"html_inline", "html_block", "code_inline", "em_open", "fence"}, name
        assert all(not target.startswith("javascript") for target in links(text))
        assert "now" not in headings(text)
    assert len({len(cells) for cells in rows(report["report.md"]) if cells[0] in ("He|rald \\[1\\]", "\\*Courier\\*")}) <= 4
    assert "**bandits**" in pages["evidence/labels-guard.md"]
    assert broken(report, also=WRITTEN_BESIDE) == []


def test_a_figure_with_many_sentences_shows_some_and_says_so():
    report = files(two_outlets(articles_each=10, labels_each=6))
    section = report["evidence/labels-guard.md"].split("\n## ")[1]
    assert "Shown are 25 of 60 passages, evenly spread over the articles; [tables/mentions.csv](../tables/mentions.csv) holds" in section
    assert section.count("**") == 2 * 25
    assert len({line for line in section.splitlines() if line.startswith("- ")}) == 10


def test_long_evidence_goes_on_in_another_file(monkeypatch):
    monkeypatch.setattr(evidence_pages, "FILE_BYTES", 4000)
    report = files(two_outlets())
    pages = [name for name in report if posixpath.basename(name).startswith("labels-guard")]
    assert pages == ["evidence/labels-guard.md", "evidence/labels-guard-2.md", *pages[2:]]
    assert broken(report, also=WRITTEN_BESIDE) == []


def test_a_mean_over_articles_counts_nothing_and_still_has_its_table():
    kind = next(kind for question in QUESTIONS if question.name == "readability" for kind in question.kinds)
    row = dict.fromkeys(("actor", "low", "high", "p_value", "q_value", "note")) | {
        "measure": "readability", "outlet": "A", "voice": "all", "category": "flesch_reading_ease", "statistic": "mean",
        "value": 41.5, "articles": 6, "observations": 80,
    }  # fmt: skip
    tables, rest = grids(kind, [row])
    assert [table.columns for table in tables] == [["flesch_reading_ease"]] and not rest
