"""Nothing false is verified about the invented laws, in fifteen languages and eight scripts: ten thousand and more."""

from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from lexatlas.pipeline.planted import __name__ as planted
from tests.properties.forgeries import ANY_LANGUAGE, PARAPHRASES, PIECES
from tests.properties.read_laws import forger, rows_of
from tests.properties.test_fabrications import verified_among

LAWS = Path(str(files(planted).joinpath("data", "laws")))
LANGUAGES = [row["language"] for row in rows_of(LAWS)]
SCRIPTS = {"ar": "Arabic", "ru": "Cyrillic", "ja": "Japanese", "ko": "Hangul", "th": "Thai", "zh": "Han"}
"""Latin where none is named."""
EDITS, OTHERS = 660, 60
"""Edits of each law's sentences, and pieces and paraphrases: 15 × 660 edits, and pieces and paraphrases on top."""


@cache
def tried(language: str) -> tuple[list, Counter]:
    """Return what was verified of all that was made of one law, and how much that was."""
    made = forger(LAWS, f"{language}.txt")
    assert made is not None
    bad, counted = verified_among(made, ANY_LANGUAGE, EDITS)
    for kinds in (PIECES, PARAPHRASES):
        more, others = verified_among(made, kinds, OTHERS)
        bad, counted = [*bad, *more], counted + others
    return bad, counted


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_false_is_verified_in_any_script(language):
    bad, counted = tried(language)

    assert bad == []
    assert counted.total() >= EDITS


@pytest.mark.slow
def test_ten_thousand_were_tried():
    assert sum(tried(language)[1].total() for language in LANGUAGES) >= 10_000
    assert set(SCRIPTS) <= set(LANGUAGES)
