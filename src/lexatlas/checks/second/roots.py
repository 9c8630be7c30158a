"""Words by what they do in a language, as roots, where CLDR has no table for them; one regular expression a family."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from lexatlas.checks.second.plain import ANYWHERE, folded

NEVER = re.compile(r"(?!)")


@cache
def _all() -> Mapping[str, Mapping[str, Any]]:
    path = files("lexatlas.checks").joinpath("data", "second.toml")
    return tomli.loads(path.read_text(encoding="utf-8"))


def table(language: str, name: str) -> Any:
    """Return what the file has under a name for a language; nothing for a language that it lacks."""
    return _all().get(language.split("-")[0], {}).get(name, {})


@cache
def family(language: str, *names: str) -> re.Pattern[str]:
    """Return what finds the roots of these families in folded words, the longest first; `which` tells of which."""
    code = language.split("-")[0]
    rows = [(word, number) for number, name in enumerate(names) for word in table(code, name)]
    return _pattern(rows, code) if rows else NEVER


def _pattern(rows: Iterable[tuple[str, int]], code: str) -> re.Pattern[str]:
    ordered = sorted(rows, key=lambda row: (-len(row[0].strip("*")), row))
    found = [f"(?P<f{place}_{number}>{either(word, code)})" for place, (word, number) in enumerate(ordered)]
    return re.compile("|".join(found))


def either(word: str, language: str) -> str:
    """Return a regular expression for one root: alone between blanks, or anywhere where blanks part no words."""
    body = r"\s+".join(map(re.escape, folded(word.strip("*")).split(" ")))
    if language in ANYWHERE:
        return body
    head = r"(?<!\w)\w*?" if word.startswith("*") else r"(?<!\w)"
    # Arabic writes "and", "for" and "with" onto the word that they stand before.
    head += "[وف]?[بل]?" if language == "ar" else ""
    return f"{head}{body}" + (r"\w*" if word.endswith("*") else r"(?!\w)")


def which(match: re.Match[str]) -> int:
    """Return the number of the family that a match of `family` belongs to."""
    return int(str(match.lastgroup).rpartition("_")[2])


def has(words: str, language: str, *names: str) -> bool:
    """Return whether a root of one of these families stands in folded words."""
    return family(language, *names).search(words) is not None


def known(language: str, name: str) -> bool:
    """Return whether the file has this family for the language: without it nothing can be told."""
    return bool(table(language, name))
