"""What holds for the project as a whole: layers, style, a wheel that is complete, nothing of one machine in it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECKOUT = (ROOT / ".git").exists()


def run(*command, **options):
    return subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, **options)


def test_imports_only_point_down():
    result = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_style():
    result = run("-m", "ruff", "check", "--no-cache", ".", cwd=ROOT)
    assert result.returncode == 0, result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the contents of a wheel built from a copy of what git tracks."""
    if not CHECKOUT:
        pytest.skip("not a git checkout")
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.split(
        b"\0"
    )
    for name in filter(None, map(os.fsdecode, files)):
        if name.startswith(("tests/", "reports/hama-2024/report/")) or not (ROOT / name).is_file():
            continue
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes((ROOT / name).read_bytes())
    built = run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(source / "dist"), cwd=source)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = (source / "dist").glob("*.whl")
    unpacked = run("-m", "zipfile", "-e", str(wheel), str(target))
    assert unpacked.returncode == 0, unpacked.stderr
    return target


def test_a_wheel_holds_code_lexicons_templates_weights_and_the_example(installed):
    def names(folder, ending):
        return {path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob(f"*{ending}")}

    for folder, ending, place in (
        ("framing", ".py", "framing"),
        ("framing", ".j2", "framing"),
        ("framing/classify/weights", "", "framing/classify/weights"),
        ("lexicons", ".toml", "framing/lexicons"),
        ("reports/hama-2024/corpus", "", "framing/examples/hama-2024/corpus"),
    ):
        missing = {name for name in names(folder, ending) if (ROOT / folder / name).is_file() and "__pycache__" not in name
                   and not (installed / place / name).is_file()}  # fmt: skip
        assert not missing, f"{folder}: {sorted(missing)}"


def test_a_wheel_works_from_an_empty_folder(installed, tmp_path):
    example = installed / "framing" / "examples" / "hama-2024" / "corpus"
    arguments = [
        "observe",
        str(example / "agency_hama.txt"),
        "--topic",
        "syria",
        "--out",
        "out",
        "--format",
        "jsonl",
        "--no-cache",
        "--workers",
        "1",
    ]
    code = f"import framing; assert framing.__file__.startswith({str(installed)!r}); from framing.cli import main; main({arguments!r})"
    result = run("-c", code, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)})
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "mentions.jsonl").stat().st_size > 0


@pytest.mark.skipif(not CHECKOUT, reason="not a git checkout")
def test_no_path_of_a_machine_stands_in_the_project():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    pattern = re.compile(r"/(?:home|root|Users|work)/\w+|/tmp/\w+/")
    found = []
    for name in listed:
        path = ROOT / name
        if (
            name.endswith((".py", ".md", ".toml", ".cfg", ".json", ".csv", ".txt", ".j2", ".svg"))
            and path.is_file()
            and path != Path(__file__)
        ):
            found += [f"{name}: {match.group()}" for match in pattern.finditer(path.read_text(encoding="utf-8"))]
    assert not found
