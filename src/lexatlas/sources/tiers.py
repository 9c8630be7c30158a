"""What kind of instrument a source is, and whom it comes from: its tier, with the reason."""

import re
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

import tomli

from lexatlas.codebook import TiersFile
from lexatlas.core.evidence import LAW_KINDS, CanonicalText, InstrumentKind, Tier

_KINDS: tuple[str, ...] = get_args(InstrumentKind)
_LAST = ("zh", "ja", "ko", "tr")
"""Languages whose titles end with what they name: "反洗钱法实施办法" is a measure under an act, and no act."""
_WHOLE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True)
class Placed:
    """The kind and tier of a source, whether it is secondary, and why."""

    kind: InstrumentKind
    tier: Tier
    secondary: bool
    reason: str


@dataclass(frozen=True)
class Told:
    """What is known of a document before it is judged; empty strings where nothing is."""

    title: str
    kind: str = ""
    publisher: str = ""
    address: str = ""
    listed: bool = False


def place(told: Told, text: CanonicalText, table: TiersFile) -> Placed:
    """Place a source by its manifest row, title and text; what nothing shows is T4 and of unknown kind."""
    if told.kind == "secondary":
        return _secondary(told, table)
    if told.kind in _KINDS and told.kind != "unknown":
        return _named(told, table)
    found = kind_of(told.title, table)
    if found is None and told.kind == "primary":
        found = kind_of(text.text[:400], table)
    if found and found not in LAW_KINDS:
        return _not_law(told, found, table)
    official = told.kind == "primary" or _official_host(told.address)
    articles = sum(segment.kind == "article" for segment in text.segments)
    if found and (official or articles >= 2):
        who = _grounds(told, articles)
        return Placed(
            found, _tier(found, table), False, f"The title says {_named_kind(found, table)}; {who}."
        )
    if official and articles >= 2:
        return Placed(
            "act",
            "T1",
            False,
            f"Listed as a primary text and set out in {articles} articles; the kind is not named.",
        )
    if official:
        return Placed(
            "statement", "T2", False, "Comes from an official publisher; neither title nor form shows a law."
        )
    return _unplaced(told)


def kind_of(title: str, table: TiersFile) -> InstrumentKind | None:
    """Return the kind that a title shows; papers before laws, then the earliest and longest word.

    Where titles end with what they name, the last word counts as the earliest.
    """
    low = " ".join(title.casefold().split())
    found: list[tuple[bool, int, int, InstrumentKind]] = []
    for row in table.kinds:
        for language, words in row.title_words.items():
            for match in (match for word in words for match in _pattern(word).finditer(low)):
                at = len(low) - match.end() if language in _LAST else match.start()
                found.append((row.law, at, -len(match.group()), _as_kind(row.code)))
    return min(found)[3] if found else None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word of the table as a pattern; scripts without spaces match anywhere.

    `*` stands for any ending, and in front for any beginning: German and Korean laws are one word with their subject.
    """
    body = re.escape(word.casefold()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    if _WHOLE.search(word):
        return re.compile(body)
    return re.compile(rf"(?<!\w){body}(?!\w)" if word[-1].isalnum() or word[-1] == "*" else rf"(?<!\w){body}")


def _as_kind(code: str) -> InstrumentKind:
    return cast(InstrumentKind, code if code in _KINDS else "unknown")


def _named_kind(kind: str, table: TiersFile) -> str:
    row = table.kind(kind)
    return f"“{row.name.lower()}”" if row else f"“{kind}”"


def _tier(kind: str, table: TiersFile) -> Tier:
    if kind == "news":
        return "T5"
    row = table.kind(kind)
    return row.tier if row else "T4"


def _grounds(told: Told, articles: int) -> str:
    if told.kind == "primary":
        return f"the manifest lists it as a primary text of {told.publisher or 'an unnamed publisher'}"
    if _official_host(told.address):
        return f"it comes from the official site {urlsplit(told.address).hostname}"
    return f"it is set out in {articles} articles; who published it is not shown"


def _named(told: Told, table: TiersFile) -> Placed:
    kind = _as_kind(told.kind)
    tier = _tier(kind, table)
    if kind == "report" and _among("international", told):
        tier = "T3"
    elif kind == "report" and tier in {"T1", "T2"}:
        tier = "T4"
    secondary = tier in {"T4", "T5", "T6"}
    return Placed(kind, tier, secondary, f"The manifest says {_named_kind(kind, table)}.")


def _not_law(told: Told, kind: InstrumentKind, table: TiersFile) -> Placed:
    """A paper: the regulator's own only where its publisher is shown to be official."""
    tier = _tier(kind, table)
    said = f"The title says {_named_kind(kind, table)}"
    if kind in {"report", "news"}:
        if _among("international", told):
            return Placed(
                kind, "T3", False, f"{said}; {told.publisher or 'its site'} is an international body."
            )
        return Placed(kind, "T5" if kind == "news" else "T4", True, f"{said}.")
    if told.kind == "primary" or _official_host(told.address):
        return Placed(kind, tier, False, f"{said}, from an official publisher.")
    return Placed(kind, "T4", True, f"{said}; that a regulator issued it is not shown.")


def _secondary(told: Told, table: TiersFile) -> Placed:
    found = kind_of(told.title, table)
    kind: InstrumentKind = found if found in {"report", "news", "statement", "guidance"} else "report"
    for group, tier, name in (("news", "T5", "news"), ("vendor", "T6", "a vendor or social site")):
        if _among(group, told) or (group == "news" and found == "news"):
            return Placed(
                "news" if group == "news" else kind,
                _as_tier(tier),
                True,
                f"The manifest says secondary; the publisher is {name}.",
            )
    return Placed("report" if kind != "news" else "news", "T4", True, "The manifest says secondary.")


def _unplaced(told: Told) -> Placed:
    for group, tier, kind in (
        ("news", "T5", "news"),
        ("vendor", "T6", "unknown"),
        ("international", "T3", "report"),
    ):
        if _among(group, told):
            return Placed(
                _as_kind(kind), _as_tier(tier), tier != "T3", f"The publisher or site counts as {group}."
            )
    return Placed("unknown", "T4", True, "Neither a manifest, the title nor the form shows an official text.")


def _as_tier(code: str) -> Tier:
    return cast(Tier, code)


@cache
def _publishers() -> dict[str, Any]:
    path = Path(__file__).parent / "data" / "publishers.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


def _among(group: str, told: Told) -> bool:
    row = _publishers()[group]
    host = (urlsplit(told.address).hostname or "") if told.address else ""
    if any(host == known or host.endswith("." + known) for known in row["hosts"]):
        return True
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told.publisher) for word in row["words"])


def _official_host(address: str) -> bool:
    host = (urlsplit(address).hostname or "") if address else ""
    return bool(host) and any(
        fnmatch(f".{host}", f"*{known}") for known in _publishers()["official"]["hosts"]
    )
