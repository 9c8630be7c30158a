"""A site is saved while it runs, lost, and brought back: every document byte by byte, every chain whole."""

import json

import pytest

from tests.journeys.site.running import command, database, furnished, served, succeeded

pytestmark = [pytest.mark.network, pytest.mark.slow]
DERIVED = {"findable"}
"""What a restore makes anew; its numbers may differ."""


def told(settings, *words):
    return json.loads(
        succeeded(command(settings, "tests.journeys.site.told", *words)).stdout.splitlines()[-1]
    )


def lexatlas(settings, *words):
    return succeeded(command(settings, "lexatlas.cli.main", *words))


def test_a_lost_site_comes_back_and_a_person_can_be_forgotten(samples, tmp_path):
    saved = tmp_path / "site.zip"
    with database(tmp_path / "first") as settings:
        ids = furnished(settings, samples, "world")
        before = told(settings)
        with served(settings, tmp_path / "log"):
            lexatlas(settings, "backup", saved)
    with database(tmp_path / "second") as settings:
        lexatlas(settings, "restore", saved)
        after = told(settings)
        assert (before["broken"], after["broken"]) == ([], [])
        assert all(name == found for name, found in after["documents"].items())
        assert after["documents"] == before["documents"]
        differing = {name for name in before["kept"] if before["kept"][name] != after["kept"][name]}
        assert differing - DERIVED <= {"person"}, "a session mark may be new: everybody signs in anew"
        assert (after["events"], after["names"]) == (before["events"], before["names"])
        forgotten = told(settings, "blank", ids["people"]["analyst"])
        assert forgotten["broken"] == []
        assert "Analyst One" in before["names"]
        assert "Analyst One" not in forgotten["names"]
        assert forgotten["events"] == after["events"] + 1
        assert forgotten["documents"] == before["documents"]
