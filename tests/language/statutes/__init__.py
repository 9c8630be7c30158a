"""Statutes of invented places, written for the tests in the manner of their language, and what a reader finds in them.

Beside the words of a law (`ja.txt`) stands what it says (`ja.toml`): its `rules`, a row a unit, and its `facts`, a row
a fact with every field that holds something. A rule of which nobody wrote down for whom it is ends before that;
fields of facts that nobody wrote down in a language are named by `left_out`.
"""

import tomllib
from pathlib import Path
from typing import Any

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

LANGUAGES = ("de", "es", "it", "ja", "ko", "pt", "ru", "th", "tr")
_HERE = Path(__file__).parent


def statute(language: str) -> CanonicalText:
    """Return the statute of `language` as the reader for plain text sees it."""
    given = Given((_HERE / f"{language}.txt").read_bytes(), f"law.{language}.txt", language=language)
    return read(given)[0]


def read_by_hand(language: str) -> dict[str, Any]:
    """Return the rules and facts of the statute of `language` as a reader wrote them down."""
    return tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))


def of_year(language: str, year: int) -> str:
    """Return the words of the statute of `language` with its commencement in `year` instead of 2031."""
    text = (_HERE / f"{language}.txt").read_text(encoding="utf-8")
    eras = {
        "令和十三年": f"令和{year - 2018}年",
        "๒๕๗๔": str(year + 543),
        "2031": str(year),
        "2030": str(year - 1),
    }
    for told, other in eras.items():
        text = text.replace(told, other)
    return text
