"""The fixed words of a page: marks, names of kinds and dates, counts, and how a time is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lexatlas.core.claims import VERDICT_NAMES, VerdictCode
from lexatlas.core.facts import DateRole


@dataclass(frozen=True)
class Mark:
    """A shape with its fixed words; `sign` stands for the shape where only text can be printed."""

    shape: str
    words: str
    sign: str


MARKS: dict[VerdictCode, Mark] = {
    "verified": Mark("matches-source", VERDICT_NAMES["verified"], "✔"),
    "supported": Mark("supported", VERDICT_NAMES["supported"], "≈"),
    "partial": Mark("matches-in-part", VERDICT_NAMES["partial"], "◐"),
    "contradicted": Mark("conflicts", VERDICT_NAMES["contradicted"], "≠"),
    "unverified": Mark("no-support", VERDICT_NAMES["unverified"], "◌"),
}
RECORD = Mark("search-record", "Record", "⌕")
SHORT_OF: tuple[VerdictCode, ...] = ("contradicted", "partial", "unverified")
"""Verdicts whose shapes the contents list carries, the gravest first."""

IN_A_TALLY: dict[VerdictCode, str] = {
    "verified": "match source",
    "supported": "in other words",
    "partial": "in part",
    "contradicted": "conflict",
    "unverified": "no support",
}
MEANINGS: dict[VerdictCode, str] = {
    "verified": "Every quote was found exactly in the archived copy, as a whole legal unit, and every word "
    "of the claim pairs off with it.",
    "supported": "The facts match; whether the wording says the same is for a reader to judge. "
    "Counted apart.",
    "partial": "The quotes were found, and something of the claim or of the unit is not in the other.",
    "contradicted": "A quote on the same actor, activity, asset and date says otherwise.",
    "unverified": "No quote stands behind it, or one that was not found in the archived copy.",
}
PLAIN_QUOTATION = "The claim is the unit's own words, found exactly at this place in the archived copy."
NO_QUOTE = "No quote stands behind this sentence."
RECORD_MEANING = (
    "What we looked for and where. It says nothing about the law and is never counted as a claim."
)

WHETHER = {
    "retail-trading-status": "whether a resident may buy, sell or hold such an asset",
    "vasp-licensing": "what a provider must hold to serve clients in such an asset",
    "stablecoin-issuance": "who may issue a token that keeps to one currency",
    "bank-access": "whether banks may serve those who deal in such an asset",
}
"""What a page without a code could not tell, by topic; a topic that is not here shows the note of its status."""
KINDS = {
    "constitution": "Constitution", "treaty": "Treaty", "union-act": "Union act", "act": "Act",
    "decree": "Decree", "rule": "Rule", "order": "Order", "judgment": "Judgment", "guidance": "Guidance",
    "statement": "Statement", "draft": "Draft", "bill": "Bill", "consultation": "Consultation",
    "report": "Report", "news": "News", "unknown": "Kind not shown",
}  # fmt: skip
DATE_PLACES: tuple[tuple[DateRole, str], ...] = (
    ("adopted", "Adopted"), ("signed", "Signed"), ("published", "Published"), ("in_force", "In force"),
    ("applies_from", "Applies from"), ("repealed", "Repealed"),
)  # fmt: skip
OTHER_DATES: dict[DateRole, str] = {"ends": "Ends", "event": "Event", "unknown": "Kind of date not shown"}
FORCE = {
    "in force": "In force", "not yet": "Not yet in force", "superseded": "Superseded",
    "repealed": "Repealed", "not shown": "Force not shown",
}  # fmt: skip
LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kk": "Kazakh", "ko": "Korean", "mt": "Maltese",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?")


def counted(number: int, name: str) -> str:
    """Return "1 claim" or "2 claims"; the number stands in groups of three."""
    many = name if number == 1 else f"{name[:-1]}ies" if name.endswith("ry") else f"{name}s"
    return f"{number:,} {many}"


def listed(parts: Iterable[str]) -> str:
    """Join what is not empty by commas."""
    return ", ".join(part for part in parts if part)


def language_name(code: str) -> str:
    """Return the English name of a language, its code when we have no name, "not shown" when it is empty."""
    return LANGUAGES.get(code.split("-")[0], code) or "not shown"


def language_tag(code: str) -> str:
    """Return a code that may stand in `lang`, or "" (unknown) for anything that is not one."""
    return code if _LANGUAGE.fullmatch(code) else ""


def direction(code: str) -> str:
    """Return "rtl" or "ltr", and "auto" where the language is not known."""
    if not language_tag(code):
        return "auto"
    return "rtl" if code.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def time_with_zone(moment: str) -> str:
    """Return "2026-04-01 11:24 (UTC+03)" for an ISO 8601 time; other text as it is; "" for none."""
    match = _TIME.fullmatch(moment.strip())
    if not match:
        return moment.strip()
    day, clock, zone = match.groups()
    if not zone:
        return f"{day} {clock} (zone not shown)"
    hours, minutes = zone[:3], zone[-2:]
    named = (
        "UTC"
        if zone == "Z" or zone[1:].strip("0:") == ""
        else f"UTC{hours}" + (f":{minutes}" * (minutes != "00"))
    )
    return f"{day} {clock} ({named})"


def day_of(moment: str) -> str:
    """Return the date of an ISO 8601 time."""
    return moment[:10]


def precision_words(precision: str) -> str:
    """Return how much of a date is known, "" when it is whole."""
    return {"year": "year only", "month": "month only"}.get(precision, "")
