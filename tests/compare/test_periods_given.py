from framing.compare import periods
from framing.tables import build


def articles(*days):
    return build("articles", [{"article_id": str(n), "outlet": "o", "date": day, "kept": True} for n, day in enumerate(days)])


def test_periods_by_month_even_where_the_dates_span_little():
    table = articles("2024-11-30", "2024-12-01", None)
    assert periods.by_period(table, "month")["period"].to_pylist() == ["2024-11", "2024-12", None]
    assert periods.by_period(table, "quarter")["period"].to_pylist() == ["2024-Q4", "2024-Q4", None]
    assert periods.silence({"articles": table}) is not None
    assert periods.silence({"articles": periods.by_period(table, "month")}) is None


def test_labels_are_counted_in_the_period_given():
    row = {"actor": "guard", "kind": "label", "head": "rebel", "voice": "outlet", "facets": ["military"], "end": 9}
    mentions = build("mentions", [row | {"article_id": name, "start": 1} for name in "01"])
    table = articles("2024-11-30", "2024-12-01")
    assert periods.figures({"articles": table, "mentions": mentions}) == []
    figure = periods.figures({"articles": periods.by_period(table, "week"), "mentions": mentions})[0]
    assert list(figure.counted.categories) == ["2024-W48 military"]
