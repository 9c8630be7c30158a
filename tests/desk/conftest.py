"""A real analysis of the sample library, made once."""

import pytest

from lexatlas.bundle import Bundle
from lexatlas.core.document import Document
from lexatlas.sources.pool import ReaderPool
from tests.pipeline.analysed import analysed


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    with ReaderPool() as pool:
        return analysed(pool)


@pytest.fixture
def document(bundle) -> Document:
    return bundle.document
