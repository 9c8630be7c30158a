"""The reader refuses what is not a codebook, and tells every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexatlas.codebook import from_files, load
from lexatlas.codebook.edition import read_files
from lexatlas.core.errors import InputError

EDITION = b'number = 7\ntitle = "Edition 7"\nlanguages = ["en"]\n'
TOPIC = """
id = "salt-trade"
name = "Salt trade"
edition = 7
state = "draft"
ordered = false
question = "May salt be sold?"
half_life_days = 30
actor = "person"

[[scale]]
code = "open"
name = "Open"
definition = "It may be sold."

[[facts]]
id = "rule"
label = "Rule"
question = "What is the rule?"
section = "summary"
kinds = ["permission"]
any = ["salt"]
missing = "a rule on salt"

[cues.salt]
definition = "Salt."
en = ["salt"]
"""


def with_topic(text: str) -> dict[str, bytes]:
    """The files of a small codebook with one topic."""
    return {"edition.toml": EDITION, "topics/salt-trade.toml": text.encode()}


def test_small_codebook_reads() -> None:
    book = from_files(with_topic(TOPIC))
    assert book.edition == 7
    assert book.topic("salt-trade").codes() == ("open",)
    assert book.topic("salt-trade").cues["salt"].phrases("en") == ("salt",)
    assert book.topic("salt-trade").cues["salt"].phrases("fr") == ()


def test_unknown_key_is_named_with_what_to_do() -> None:
    broken = TOPIC.replace('name = "Salt trade"', 'name = "Salt trade"\ncolour = "white"')
    with pytest.raises(InputError) as caught:
        from_files(with_topic(broken))
    assert str(caught.value) == (
        "The codebook has 1 fault:\n"
        "  topics/salt-trade.toml: the key colour is not known here; remove it or mend its spelling."
    )


def test_all_faults_are_told_at_once() -> None:
    broken = TOPIC.replace('question = "May salt be sold?"\n', "")
    broken = broken.replace("half_life_days = 30", 'half_life_days = "30"')
    broken = broken.replace('section = "summary"', 'section = "cellar"')
    with pytest.raises(InputError) as caught:
        from_files(with_topic(broken))
    assert str(caught.value).splitlines() == [
        "The codebook has 3 faults:",
        "  topics/salt-trade.toml: the key question is missing; add it.",
        "  topics/salt-trade.toml: the key half_life_days must be a whole number without quotes.",
        "  topics/salt-trade.toml: the key facts[1].section must be 'summary', 'pillars', 'considerations', "
        "'requirements', 'restrictions' or 'recent'.",
    ]


def test_faults_of_several_files_stand_together() -> None:
    files = {"edition.toml": b"number = 'one'", "cues.toml": b"cues = [", "notes.toml": b""}
    with pytest.raises(InputError) as caught:
        from_files(files)
    lines = [line.strip().split(":")[0] for line in str(caught.value).splitlines()[1:]]
    assert lines == ["cues.toml", "edition.toml", "edition.toml", "edition.toml", "notes.toml"]


def test_file_name_and_id_must_agree() -> None:
    with pytest.raises(InputError, match=r"name the file topics/salt-trade\.toml"):
        from_files({"edition.toml": EDITION, "topics/other.toml": TOPIC.encode()})


def test_text_that_is_not_utf8_is_a_fault_and_no_crash() -> None:
    with pytest.raises(InputError, match="save it as UTF-8"):
        from_files({"edition.toml": b"\xff\xfe"})


def test_deep_nesting_is_a_fault_and_no_crash() -> None:
    with pytest.raises(InputError, match="is not TOML"):
        from_files({"edition.toml": b"number = " + b"[" * 100_000})


def test_missing_edition_file_is_told() -> None:
    with pytest.raises(InputError, match=r"edition\.toml is missing; add it"):
        from_files({"topics/salt-trade.toml": TOPIC.encode()})


def test_missing_folder_and_empty_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no codebook folder"):
        load(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"holds no \.toml file"):
        load(tmp_path)


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(EDITION)
    (tmp_path / "edition.toml").symlink_to(tmp_path / "real.txt")
    with pytest.raises(InputError, match="is a link"):
        read_files(tmp_path)


def test_norway_is_a_country_and_not_a_false() -> None:
    assert load().jurisdiction("NO").name == "Norway"
