"""Which state of the law a text shows, and of which date, with what shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from lexatlas.core.evidence import CanonicalText, TextState

_STATES: tuple[str, ...] = get_args(TextState)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ELI_DATE = re.compile(r"/eli/(?:[^/\s]+/)*?(\d{4})(\d{2})(\d{2})(?:/|$)")
_ELI_JOURNAL = re.compile(r"/eli/[a-z_]+/\d{4}/\d+/oj(?:/|$)|/oj(?:/[a-z]{3})?$")
# The letter first, what stands before it then: so a whole law is searched for it at once.
_EFFECT = re.compile(r"w(?<!\ww)\.?e\.?f\.?\s+(\d{1,2})/(\d{1,2})/(\d{4})")
_CONSOLIDATED = re.compile(r"(official\s+)?consolidat", re.IGNORECASE)
_TRANSLATION = re.compile(r"(official|unofficial|binding)?[\s-]*translat", re.IGNORECASE)


@dataclass(frozen=True)
class TextDate:
    """The state of a text and its date (ISO, None when nothing shows one), with the basis as a sentence."""

    state: TextState
    as_of: str | None
    basis: str


def text_date(text: CanonicalText, row: Mapping[str, str], official: bool) -> TextDate:
    """Judge state and date from the manifest row, what the file states, its address and its notes.

    The first that speaks is taken: the row's own words, a point-in-time date of the file, a date in the
    address, an address of the journal, notes of amendments in the text, the manifest's date.
    """
    told = _by_row(row) or _by_file(text) or _by_address(text, row) or _by_journal(text, row)
    return told or _by_notes(text, official) or _by_date(text, row)


def _by_row(row: Mapping[str, str]) -> TextDate | None:
    state = row.get("text_state", "")
    as_of = _iso(row.get("text_as_of", ""))
    if state not in _STATES and not as_of:
        return None
    named = cast(TextState, state if state in _STATES else "not-shown")
    return TextDate(named, as_of or _iso(row.get("date", "")), "The manifest says so.")


def _by_file(text: CanonicalText) -> TextDate | None:
    for key in (
        "pit-date",
        "eli:version_date",
        "date:consolidation",
        "consolidation_date",
        "stage:consolidation",
    ):
        as_of = _iso(text.stated.get(key, ""))
        if as_of:
            current = text.stated.get("current-date", "")
            more = f"; it calls itself current to {current}" if current else ""
            return TextDate("consolidated-official", as_of, f"The file gives {key} {as_of}{more}.")
    return None


def _by_address(text: CanonicalText, row: Mapping[str, str]) -> TextDate | None:
    for address in _addresses(text, row):
        found = _ELI_DATE.search(address)
        as_of = _day(*found.groups()) if found else None
        if as_of:
            return TextDate(
                "consolidated-official", as_of, f"The address {address} gives the date of the version."
            )
    return None


def _by_journal(text: CanonicalText, row: Mapping[str, str]) -> TextDate | None:
    for address in _addresses(text, row):
        if _ELI_JOURNAL.search(address):
            as_of = _iso(row.get("date", "")) or _iso(text.stated.get("date", ""))
            return TextDate("as-enacted", as_of, f"The address {address} is that of the official journal.")
    return None


def _by_notes(text: CanonicalText, official: bool) -> TextDate | None:
    days = [_day(year, month, day) for day, month, year in _EFFECT.findall(text.text)]
    known = sorted(day for day in days if day)
    if not known:
        return None
    state: TextState = "consolidated-official" if official else "consolidated-unofficial"
    return TextDate(
        state,
        known[-1],
        f"At least: the latest note of an amendment in the text takes effect on {known[-1]}.",
    )


def _by_date(text: CanonicalText, row: Mapping[str, str]) -> TextDate:
    said = " ".join((row.get("title", ""), row.get("note", ""), text.stated.get("description", "")))
    state = _worded_state(said)
    as_of = _iso(row.get("date", ""))
    if as_of:
        return TextDate(
            state,
            as_of,
            "The manifest gives this date for the document; nothing shows the state of the text.",
        )
    for key in ("modified", "date", "published", "date:work", "issued_date"):
        as_of = _iso(text.stated.get(key, ""))
        if as_of:
            return TextDate(
                state, as_of, f"The file gives {key} {as_of}; nothing shows the state of the text."
            )
    return TextDate(state, None, "Nothing in the file, its address or the manifest shows a date.")


def _worded_state(said: str) -> TextState:
    translation = _TRANSLATION.search(said)
    if translation:
        word = (translation.group(1) or "").lower()
        if word == "binding":
            return "translation-binding"
        return "translation-official-not-binding" if word == "official" else "translation-unofficial"
    consolidated = _CONSOLIDATED.search(said)
    if consolidated:
        return "consolidated-official" if consolidated.group(1) else "consolidated-unofficial"
    return "not-shown"


def _addresses(text: CanonicalText, row: Mapping[str, str]) -> list[str]:
    known = (
        row.get("original_url"),
        row.get("url"),
        text.stated.get("url"),
        text.stated.get("eur_lex_url"),
        text.stated.get("uri"),
    )
    return [address for address in known if address]


def _iso(value: str) -> str | None:
    found = _ISO.search(value or "")
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
