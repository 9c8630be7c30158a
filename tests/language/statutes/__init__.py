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
