"""Tables: columns, rows, ids, and everything that can be wrong with them, each with its line."""

import datetime
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from framing import corpus

ROWS = [
    {
        "headline": "Bridge opens",
        "body": "The mayor opened the bridge.\nPeople cheered.",
        "publisher": "Echo",
        "date": "2024-03-05",
        "unit_id": "1",
    },
    {
        "headline": "Rain falls",
        "body": "Rain falls. The river rose by a metre, said the harbour master.",
        "publisher": "Post",
        "date": "",
        "unit_id": "2",
    },
]


def quoted(row, delimiter=","):
    return delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row)


def delimited(delimiter=","):
    return "\n".join([quoted(ROWS[0].keys(), delimiter), *(quoted(row.values(), delimiter) for row in ROWS)]) + "\n"


def table(tmp_path, text, name="t.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def failure(path, **options):
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.read(path, **options)
    return [(problem.kind, problem.where.removeprefix(str(path))) for problem in raised.value.problems]


def parquet(tmp_path):
    path = tmp_path / "t.parquet"
    pq.write_table(pa.Table.from_pylist([{**row, "date": datetime.date(2024, 3, 5) if row["date"] else None} for row in ROWS]), path)
    return path


@pytest.mark.parametrize("kind", ["csv", "semicolon.csv", "tsv", "jsonl", "parquet", "crlf.csv", "utf16.csv"])
def test_every_table_format_reads_the_same(tmp_path, kind):
    if kind == "parquet":
        path = parquet(tmp_path)
    elif kind == "jsonl":
        path = table(tmp_path, "\n".join(map(json.dumps, ROWS)), "t.jsonl")
    elif kind == "utf16.csv":
        path = tmp_path / "t.csv"
        path.write_bytes(delimited().encode("utf-16"))
    else:
        delimiter = {"semicolon.csv": ";", "tsv": "\t"}.get(kind, ",")
        text = delimited(delimiter).replace("\n", "\r\n") if kind == "crlf.csv" else delimited(delimiter)
        path = table(tmp_path, text, "t." + kind.rpartition(".")[2])
    first, second = corpus.read(path).articles
    assert first.text == "Bridge opens\n\nThe mayor opened the bridge.\nPeople cheered."
    assert first.text[: first.headline_end] == "Bridge opens"
    assert (first.article_id, first.outlet, first.date, first.title) == ("1", "Echo", "2024-03-05", "Bridge opens")
    assert second.text == ROWS[1]["body"] and second.text[: second.headline_end] == "Rain falls."
    assert second.date is None


def test_columns_win_over_common_names(tmp_path):
    path = table(tmp_path, "text,article_content,source,paper\nshort summary,The whole story is here.,AFP,Echo\n")
    [article] = corpus.read(path, columns={"text": "article_content", "outlet": "paper"}).articles
    assert (article.text, article.outlet) == ("The whole story is here.", "Echo")


def test_feeds_that_put_the_day_before_the_repeated_title_are_not_doubled(tmp_path):
    path = table(tmp_path, "title,text,source\nMayor's bridge: open,Tue 05 Mar 2024 at 0914 Mayors bridge open. Crowds came.,e\n")
    [article] = corpus.read(path).articles
    assert article.text.startswith("Tue 05 Mar 2024") and article.text[: article.headline_end].endswith("bridge open.")


def test_repeated_ids_keep_every_article(tmp_path):
    path = table(
        tmp_path,
        "id,text,source\na,First text stands here.,e\na,Second one is another.,e\na~2,Third of all texts.,e\na,Fourth and last one.,e\n",
    )
    read = corpus.read(path)
    assert {a.article_id: a.text.split()[0] for a in read.articles} == {"a": "First", "a~3": "Second", "a~2": "Third", "a~4": "Fourth"}
    assert [(p.kind, p.where) for p in read.problems] == [("repeated-id", f"{path}:3"), ("repeated-id", f"{path}:5")]


def test_dates_that_cannot_be_read_become_null_with_their_line(tmp_path):
    path = table(
        tmp_path, "id,text,source,date\n1,One story here.,e,soon\n2,Another story there.,e,04/05/2017\n3,Third story now.,e,13/05/2017\n"
    )
    read = corpus.read(path)
    assert [a.date for a in read.articles] == [None, None, "2017-05-13"]
    assert [(p.kind, p.where) for p in read.problems] == [("bad-date", f"{path}:2"), ("bad-date", f"{path}:3")]
    assert "04/05/2017" in read.problems[1].what


def test_broken_rows_are_all_named_at_once(tmp_path):
    path = table(tmp_path, 'id,text,source\n1,fine text,e\n2,"a"b,e\n3,too,many,cells\n4,few\n5,"line one\nline two",e\n6,"open,e\n')
    assert failure(path) == [("broken-quoting", ":3"), ("broken-row", ":4"), ("broken-row", ":5"), ("broken-quoting", ":8")]


def test_trailing_empty_cells_and_blank_lines_are_harmless(tmp_path):
    path = table(tmp_path, "id,text,source\n\n1,Some text here.,e,,\n,,\n")
    assert len(corpus.read(path).articles) == 1


def test_missing_text_column_lists_the_columns(tmp_path):
    path = table(tmp_path, "id,words\n1,hello\n")
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.read(path)
    [problem] = raised.value.problems
    assert problem.kind == "missing-column" and "id, words" in problem.fix and "--columns text=" in problem.fix


def test_columns_that_the_table_lacks_are_errors_with_a_suggestion(tmp_path):
    path = table(tmp_path, "id,article_content,source\n1,hello there,e\n")
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.read(path, columns={"text": "article_contents", "date": "day"})
    assert [p.kind for p in raised.value.problems] == ["missing-column"] * 2
    assert "did you mean 'article_content'?" in str(raised.value)


def test_broken_json_lines_are_named(tmp_path):
    path = table(tmp_path, '{"text": "fine", "source": "e"}\n{"text": \n[1]\n\n{"text": "fine too", "source": "e"}\n', "t.jsonl")
    assert failure(path) == [("broken-row", ":2"), ("broken-row", ":3")]


@pytest.mark.parametrize(
    "name, data", [("t.csv", b""), ("t.jsonl", b"\n\n"), ("t.parquet", b"PAR1 no"), ("t.csv", b"id,text\n"), ("t.csv", b"a\0b")]
)
def test_tables_without_rows_are_errors_not_tracebacks(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    assert failure(path)


def test_a_repeated_column_is_an_error(tmp_path):
    assert ("repeated-column", ":1") in failure(table(tmp_path, "text,text,source\na,b,e\n"))


def test_huge_cells_are_read(tmp_path):
    path = table(tmp_path, "id,text,source\n1," + "word " * 100_000 + ",e\n")
    assert len(corpus.read(path).articles[0].text) == 500_000


def test_broken_surrogates_do_not_reach_the_text(tmp_path):
    path = table(tmp_path, '{"text": "a \\ud800 b", "source": "e"}\n', "t.jsonl")
    assert corpus.read(path).articles[0].text.encode("utf-8") == "a � b".encode()


def test_parse_columns():
    assert corpus.parse_columns("text=article_content, title = article_title,") == {"text": "article_content", "title": "article_title"}


def test_parse_columns_collects_every_mistake():
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.parse_columns("txt=a,title,date=b,date=c,zzz=d")
    assert len(raised.value.problems) == 4
    assert "did you mean 'text'?" in str(raised.value) and "'title' is not FIELD=COLUMN" in str(raised.value)


def test_read_rejects_unknown_fields(tmp_path):
    with pytest.raises(corpus.CorpusError, match="no field 'body'"):
        corpus.read(tmp_path, columns={"body": "x"})
