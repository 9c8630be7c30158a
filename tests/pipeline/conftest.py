"""Pages in the form that `import-page` reads: ours about an invented place, and the reference if here."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BESIDE_THE_PROJECT = HERE.parents[2] / "shared" / "reference" / "analysis-699.txt"


@pytest.fixture
def sample_page():
    """Give the bytes of a page about an invented place."""
    return (HERE / "sample_page.txt").read_bytes()


@pytest.fixture
def reference_page():
    """Give the bytes of the reference page, which is no part of the project."""
    path = Path(os.environ.get("LEXATLAS_REFERENCE") or BESIDE_THE_PROJECT)
    if not path.exists():
        pytest.skip("The reference page is not here; LEXATLAS_REFERENCE may name it.")
    return path.read_bytes()
