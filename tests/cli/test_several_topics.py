"""Several questions asked of one folder: read once, answered as if asked alone, all or none refused."""

import pytest

from lexatlas.bundle import inspect
from tests.cli.command_line import LIBRARY, bytes_of, lexatlas

TOPICS = ("vasp-licensing", "retail-trading-status", "bank-access")
FROM = ("--as-of", "2026-06-01", "--from", LIBRARY / "XA")


def test_each_answer_is_that_of_the_question_asked_alone(tmp_path):
    done = lexatlas("analyse", "XA", ",".join(TOPICS), *FROM, "--out", tmp_path / "all", "--json")
    assert done.code == 0, done.told
    assert [row["bundle"] for row in done.json()] == [str(tmp_path / "all" / topic) for topic in TOPICS]
    for row, topic in zip(done.json(), TOPICS, strict=True):
        assert lexatlas("analyse", "XA", topic, *FROM, "--out", tmp_path / topic).code == 0
        alone, among = bytes_of(tmp_path / topic), bytes_of(tmp_path / "all" / topic)
        assert among["data/document.json"] == alone["data/document.json"]
        assert inspect(tmp_path / "all" / topic).seal == row["seal"]
        assert lexatlas("verify", tmp_path / "all" / topic).code == 0


def test_documents_are_read_once(tmp_path):
    done = lexatlas("analyse", "XA", ",".join(TOPICS), *FROM, "--out", tmp_path / "all")
    names = sorted(path.name for path in (LIBRARY / "XA").iterdir())
    told = done.err.splitlines()
    assert sorted(line for line in told if line.startswith("Reading ")) == [
        f"Reading {name}" for name in names
    ]
    assert [line.split(" on ")[1] for line in told if line.startswith("Analysing ")] == [
        "Provider licensing as of 2026-06-01",
        "Retail trading status as of 2026-06-01",
        "Bank access as of 2026-06-01",
    ]
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == sorted(TOPICS)


def test_nothing_is_begun_when_one_stands_in_the_way(tmp_path):
    out = tmp_path / "all"
    assert lexatlas("analyse", "XA", TOPICS[1], *FROM, "--out", out / TOPICS[1]).code == 0
    before = bytes_of(out)
    done = lexatlas("analyse", "XA", ",".join(TOPICS), *FROM, "--out", out)
    assert (done.code, bytes_of(out)) == (2, before)
    assert f"{out / TOPICS[1]} holds a finished analysis." in done.err
    assert lexatlas("analyse", "XA", ",".join(TOPICS), *FROM, "--out", out, "--force").code == 0


@pytest.mark.parametrize("name", ["all.zip", "bundle"])
def test_out_must_be_able_to_hold_several(tmp_path, name):
    assert lexatlas("analyse", "XA", TOPICS[0], *FROM, "--out", tmp_path / "bundle").code == 0
    done = lexatlas("analyse", "XA", ",".join(TOPICS), *FROM, "--out", tmp_path / name)
    assert done.code == 2
    assert "is no folder for several bundles" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_one_unknown_topic_refuses_all(tmp_path):
    done = lexatlas("analyse", "XA", f"{TOPICS[0]},vasp-licencing", *FROM, "--out", tmp_path / "all")
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "vasp-licencing" in done.err
