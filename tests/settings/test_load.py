"""Settings: what wins over what, and every fault told at once."""

import subprocess
import sys

import pytest

from lexatlas.core.errors import InputError
from lexatlas.settings import Settings, load


def faults(environ, folder):
    with pytest.raises(InputError) as raised:
        load(environ, folder)
    return str(raised.value).splitlines()


def test_home_is_the_folder_named_and_need_not_exist(tmp_path):
    home = tmp_path / "home"
    settings = load({"LEXATLAS_HOME": str(home)}, tmp_path)
    assert settings == Settings(home=home)
    assert (settings.cache, settings.data, settings.file) == (
        home / "cache",
        home / "data",
        home / "lexatlas.toml",
    )
    assert not home.exists()


def test_without_home_the_platform_says_where(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert load({}, tmp_path).home.name == "lexatlas"


def test_relative_paths_start_at_the_folder_given(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "page.txt").write_text("page", encoding="utf-8")
    settings = load(
        {"LEXATLAS_HOME": "h", "LEXATLAS_CORPUS": "docs", "LEXATLAS_REFERENCE": "page.txt"}, tmp_path
    )
    assert settings == Settings(tmp_path / "h", tmp_path / "docs", tmp_path / "page.txt")


def test_the_file_answers_and_the_environment_wins(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "lexatlas.toml").write_text('corpus = "kept"\nperson = "A. Reader"\n', encoding="utf-8")
    assert load({"LEXATLAS_HOME": str(tmp_path)}, tmp_path) == Settings(
        tmp_path, tmp_path / "kept", None, "A. Reader"
    )
    environ = {"LEXATLAS_HOME": str(tmp_path), "LEXATLAS_CORPUS": "other", "LEXATLAS_PERSON": "B. Other"}
    assert load(environ, tmp_path) == Settings(tmp_path, tmp_path / "other", None, "B. Other")


def test_empty_words_are_no_setting(tmp_path):
    assert load({"LEXATLAS_HOME": str(tmp_path), "LEXATLAS_CORPUS": " "}, tmp_path) == Settings(tmp_path)


def test_every_fault_is_told_at_once(tmp_path):
    (tmp_path / "lexatlas.toml").write_text("corpsu = 1\nperson = 3\n", encoding="utf-8")
    environ = {"LEXATLAS_HOME": str(tmp_path), "LEXATLAS_CORPUS": "nowhere", "LEXATLAS_REFERENC": "x"}
    file = tmp_path / "lexatlas.toml"
    assert faults(environ, tmp_path) == [
        "The settings have 4 faults:",
        "  LEXATLAS_REFERENC is not a setting. Did you mean LEXATLAS_REFERENCE?",
        f"  {file}: 'corpsu' is not a setting. Did you mean corpus?",
        f"  LEXATLAS_CORPUS names {tmp_path / 'nowhere'}, which does not exist. "
        "Name a folder that exists, or leave it out.",
        f"  {file}: 'person' is not text. Write it in quotes.",
    ]


def test_a_home_that_is_a_file_is_a_fault(tmp_path):
    (tmp_path / "f").write_bytes(b"")
    assert faults({"LEXATLAS_HOME": "f"}, tmp_path) == [
        "The settings have 1 fault:",
        f"  LEXATLAS_HOME names {tmp_path / 'f'}, which is a file. Name a folder; it is made when needed.",
    ]


@pytest.mark.parametrize(
    "content", [b"a = ", b"\xff\xfe", b"#" * 1_000_001], ids=["not toml", "not text", "huge"]
)
def test_a_file_that_cannot_be_read_is_a_fault(tmp_path, content):
    (tmp_path / "lexatlas.toml").write_bytes(content)
    told = faults({"LEXATLAS_HOME": str(tmp_path)}, tmp_path)
    assert told[1].startswith(f"  The settings file {tmp_path / 'lexatlas.toml'} cannot be read (")


def test_settings_are_light():
    code = (
        "import sys; from lexatlas.settings import load; load({'LEXATLAS_HOME': '/tmp'}); "
        "print([name for name in ('pydantic', 'platformdirs') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
