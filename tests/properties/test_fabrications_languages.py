"""Nothing false is verified about the invented laws, in fifteen languages and eight scripts: ten thousand and more.

`LEXATLAS_FORGERIES=10000` makes that many for each language, as `python -m benches.forgeries` does.
"""

import os

import pytest

from tests.properties.forged_laws import LANGUAGES, SCRIPTS, forged

EACH = int(os.environ.get("LEXATLAS_FORGERIES", "700"))
"""Forged sentences of each law."""


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_false_is_verified_in_any_script(language):
    found = forged(language, EACH)

    assert found.verified == []
    assert found.sentences.total() == EACH


@pytest.mark.slow
def test_ten_thousand_were_tried():
    assert sum(forged(language, EACH).sentences.total() for language in LANGUAGES) >= 10_000
    assert set(SCRIPTS) <= set(LANGUAGES)
