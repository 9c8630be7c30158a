"""Bundles that site commands take in, and homes that they were used in."""

import shutil

import pytest

from tests.cli.command_line import LIBRARY, lexatlas
from tests.cli.site.running import add_ann, command, well


@pytest.fixture(scope="session")
def bundle(tmp_path_factory):
    """Give a bundle on one question."""
    return analysed(tmp_path_factory.mktemp("bundle") / "xc.zip", "2026-06-01")


@pytest.fixture(scope="session")
def other_bundle(tmp_path_factory):
    """Give another answer to the same question."""
    return analysed(tmp_path_factory.mktemp("bundle") / "other.zip", "2026-05-01")


def analysed(out, as_of):
    words = ("--from", LIBRARY / "XC", "--as-of", as_of, "--out", out, "--quiet")
    done = lexatlas("analyse", "XC", "bank-access", *words)
    assert done.code == 0, done.told
    return out


@pytest.fixture(scope="session")
def homes(tmp_path_factory, bundle):
    """Give a home with one analyst, and one with an analysis too; tests work on copies."""
    place = tmp_path_factory.mktemp("homes")
    well(command(place / "people", "migrate"))
    add_ann(place / "people")
    shutil.copytree(place / "people", place / "analysis")
    well(command(place / "analysis", "import", bundle))
    return place


@pytest.fixture
def people(homes, tmp_path):
    """Give a home whose site has one analyst."""
    return shutil.copytree(homes / "people", tmp_path / "people")


@pytest.fixture
def home(homes, tmp_path):
    """Give a home whose site has one analyst and one analysis."""
    return shutil.copytree(homes / "analysis", tmp_path / "home")
