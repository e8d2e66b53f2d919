"""The report in reports/hama-2024/ is what the code makes of the corpus beside it, byte for byte."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli import main

EXAMPLE = Path(__file__).parents[1] / "reports" / "hama-2024"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("example") / "report"
    options = ["--topic", "syria", "--out", str(out), "--workers", "1", "--no-cache"]
    result = CliRunner().invoke(main, ["report", str(EXAMPLE / "corpus"), *options])
    assert result.exit_code == 0, result.output
    return out


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_worked_example_is_current(made):
    kept = EXAMPLE / "report"
    assert files(made) == files(kept), "run `make report` and commit reports/hama-2024/report"
    changed = [name for name in files(kept) if (made / name).read_bytes() != (kept / name).read_bytes()]
    assert not changed, f"{len(changed)} files differ, such as {changed[:5]}: run `make report` and commit reports/hama-2024/report"


def test_a_chart_of_the_report_can_be_drawn_again(made, tmp_path):
    drawn = CliRunner().invoke(main, ["chart", "label_facets", str(made), "--out", str(tmp_path / "again")])
    assert drawn.exit_code == 0, drawn.output
    for ending in ("png", "svg", "csv"):
        assert (tmp_path / f"again.{ending}").read_bytes() == (made / "charts" / f"label_facets.{ending}").read_bytes()
