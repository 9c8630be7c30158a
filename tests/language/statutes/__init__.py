"""Statutes of invented places, written for the tests in the manner of their language."""

from pathlib import Path

from lexatlas.core.evidence import CanonicalText
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read

_HERE = Path(__file__).parent


def statute(language: str) -> CanonicalText:
    """Return the statute of `language` as the reader for plain text sees it."""
    given = Given((_HERE / f"{language}.txt").read_bytes(), f"law.{language}.txt", language=language)
    return read(given)[0]


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
