"""What the Unicode CLDR says of a language: months, units of time, words for scales and shares, names of money."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import localedata

from lexatlas.checks.second.plain import UNSPACED, folded

UNITS = ("hour", "day", "week", "month", "year")
_TABLES = (
    "months", "unit_patterns", "date_fields", "compact_decimal_formats", "currency_names", "currency_names_plural",
    "currency_symbols",
)  # fmt: skip
_MONTH = 3
"""Letters that a name of a month has at least: shorter ones are no words."""
_LINKS = frozenset(
    {
        "de",
        "des",
        "du",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "of",
        "la",
        "le",
        "les",
        "el",
        "the",
        "van",
        "von",
    }
    | {"y", "et", "e", "und", "bin", "của"}
)
"""Words of names of money that name none."""
_WEIGHTS = {"percent": 100, "permille": 1000, "permyriad": 10_000}


@dataclass(frozen=True)
class Names:
    """What a language calls things, folded. `units` by unit; `months`, `scales` and `shares` by word, to numbers.

    `money` gives for a word of a name of money the ISO 4217 codes whose names have it, `signs` for a sign.
    """

    months: Mapping[str, int]
    units: Mapping[str, tuple[str, ...]]
    scales: Mapping[str, int]
    shares: Mapping[str, int]
    money: Mapping[str, frozenset[str]]
    signs: Mapping[str, frozenset[str]]


@cache
def names(language: str) -> Names:
    """Return the names of a language; of one that CLDR does not have, the few that every language shares."""
    code = language.split("-")[0]
    data = _data(code if localedata.exists(code) else "root")
    return Names(_months(data), _units(data), _scales(data), _shares(data), _money(data, code), _signs(data))


def _data(code: str) -> localedata.LocaleDataDict:
    """Return a copy of the tables wanted: what one language looks up would be written into what all share."""
    whole = localedata.load(code)
    return localedata.LocaleDataDict({table: deepcopy(whole[table]) for table in _TABLES if table in whole})


@cache
def codes() -> frozenset[str]:
    """Return every ISO 4217 code that CLDR names."""
    return frozenset(localedata.load("en")["currency_names"])


def _months(data: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for form in data["months"].values():
        for width in ("abbreviated", "wide"):
            for number, name in form.get(width, {}).items():
                word = folded(name).rstrip(".")
                if len(word) >= _MONTH and not any(
                    unicodedata.numeric(sign, None) is not None for sign in name
                ):
                    found[word] = number
    return found


def _leaves(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping):
        for branch in tree.values():
            yield from _leaves(branch)


def _units(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    patterns, fields = data.get("unit_patterns", {}), data.get("date_fields", {})
    found: dict[str, set[str]] = {}
    for unit in UNITS:
        rows = [row for width, row in patterns.get(f"duration-{unit}", {}).items() if width != "narrow"]
        forms = [form for row in rows for name, form in row.items() if name != "per"]
        words = set(filter(_is_word, (_bare(form).split(" ")[0] for form in forms)))
        # Where a language has only the letters of the units, it may still say "in 3 months".
        told = (_bare(form).split(" ")[0] for form in _leaves(fields.get(unit, {})))
        found[unit] = words or set(filter(_is_word, told))
    often = Counter(word for words in found.values() for word in words)
    return {
        unit: tuple(sorted((w for w in words if often[w] == 1), key=_longest))
        for unit, words in found.items()
    }


def _is_word(word: str) -> bool:
    return word[:1].isalpha() and not word.endswith(".") and (len(word) > 1 or word >= "\u0e00")


def _bare(pattern: str) -> str:
    """Return what stands behind the place of the number in a pattern, or all of it where there is none."""
    return folded(pattern.partition("{0}")[2] or pattern.replace("{0}", "")).strip()


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def _scales(data: Mapping[str, Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for width in data.get("compact_decimal_formats", {}).values():
        for plural in width.values():
            for power, shown in plural.items():
                pattern = str(getattr(shown, "pattern", shown)).replace("'", "")
                word = folded(pattern.split(";")[0]).strip()
                noughts = len(word) - len(word.lstrip("0"))
                word = word.lstrip("0").strip()
                # "10,000 as 00 thousand": the word stands for what the noughts of the pattern leave.
                if (noughts and len(word) > 1) or (noughts and not word.isascii()):
                    found.setdefault(word, int(power) // 10 ** (noughts - 1))
    return {word: scale for word, scale in found.items() if word and " " not in word}


def _shares(data: Mapping[str, Any]) -> dict[str, int]:
    found = {"%": 100, "٪": 100, "％": 100, "‰": 1000, "؉": 1000, "‱": 10_000, "؊": 10_000}
    patterns = data.get("unit_patterns", {})
    for name, whole in _WEIGHTS.items():
        for form in _leaves(patterns.get(f"concentr-{name}", {})):
            word = folded(form.replace("{0}", "")).strip()
            if len(word) > 1:
                found.setdefault(word, whole)
    return found


def _money(data: Mapping[str, Any], code: str) -> dict[str, frozenset[str]]:
    rows: dict[str, set[str]] = {}
    named = [(iso, name) for iso, name in data.get("currency_names", {}).items()]
    named += [
        (iso, name) for iso, forms in data.get("currency_names_plural", {}).items() for name in forms.values()
    ]
    for iso, name in named:
        bare = re.sub(r"\(.*?\)", " ", folded(name))
        for word in [bare.strip()] if code in UNSPACED else re.split(r"[\s\u00a0-]+", bare):
            if word and word not in _LINKS:
                rows.setdefault(word, set()).add(iso)
    return {word: frozenset(isos) for word, isos in rows.items()}


def _signs(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return codes by sign: a whole sign ("CA$") has its own codes, a bare one those of all that hold it."""
    rows: dict[str, set[str]] = {}
    for source in (localedata.load("en"), data):
        for iso, sign in source.get("currency_symbols", {}).items():
            rows.setdefault(sign, set()).add(iso)
            if not sign[-1].isalnum():
                rows.setdefault(sign[-1], set()).add(iso)
            elif not sign[0].isalnum():
                rows.setdefault(sign[0], set()).add(iso)
    rows.setdefault("$", set()).update(_dollars())
    rows.setdefault("£", set()).update(iso for iso in codes() if iso.endswith("P"))
    return {sign: frozenset(isos) for sign, isos in rows.items()}


def _dollars() -> Iterator[str]:
    for iso, name in localedata.load("en")["currency_names"].items():
        if re.search(r"dollar|peso|pataca|córdoba|paʻanga", name, re.IGNORECASE):
            yield iso
