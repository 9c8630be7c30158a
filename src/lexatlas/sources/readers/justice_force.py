"""What a file of Justice Canada states of itself, and what it says of the force of its parts."""

import re
from typing import Literal

from lxml import etree

from lexatlas.sources.readers.markup import attribute, child, name_of, words_of

_DATES = ("pit-date", "current-date", "lastAmendedDate", "inforce-start-date", "enacted-date")
_ACT_NOTE = re.compile(
    r"(?:act|loi)\s[^.\]]{0,20}(?:not in force|non en vigueur|pas en vigueur)", re.IGNORECASE
)


def force(element: etree._Element) -> tuple[Literal["", "yes", "no"], str]:
    """What the source says of a node: the attribute in-force, else a date from which it is in force."""
    told = attribute(element, "in-force")
    since = attribute(element, "inforce-start-date")
    if told == "no":
        return "no", ""
    return ("yes", since) if since or told == "yes" else ("", "")


def stated(root: etree._Element) -> dict[str, str]:
    """Return titles, dates and force under the names of the source."""
    front = child(root, "Identification")
    short, long = (
        words_of(child(front, name)) if front is not None else "" for name in ("ShortTitle", "LongTitle")
    )
    told = {
        "title": short or long,
        "short-title": short,
        "long-title": long,
        "language": attribute(root, "lang"),
    }
    told |= {name: attribute(root, name) for name in _DATES}
    told |= _stages(root)
    chapter = root.find("Identification/Chapter/ConsolidatedNumber")
    told["chapter"] = words_of(chapter)
    return {key: value for key, value in (told | _act_in_force(root)).items() if value}


def _stages(root: etree._Element) -> dict[str, str]:
    dates = {}
    for stage in root.iter("Stages"):
        numbers = [words_of(node) for node in stage.iterfind("Date/*")]
        if numbers and all(number.isdigit() for number in numbers):
            dates[attribute(stage, "stage")] = "-".join(number.zfill(2) for number in numbers)
    return {f"stage:{name}": date for name, date in dates.items() if name}


def _act_in_force(root: etree._Element) -> dict[str, str]:
    """Whether the Act is in force: its sections and notes outweigh the attribute of its root."""
    body = child(root, "Body")
    sections = [node for node in body if name_of(node) == "Section"] if body is not None else []
    out = sum(attribute(section, "in-force") == "no" for section in sections)
    note = next(
        (words_of(node) for node in root.iter("Footnote", "Note") if _ACT_NOTE.search(words_of(node))), ""
    )
    told = attribute(root, "in-force")
    counted = f"{out} of {len(sections)} sections are marked not in force"
    if note or (sections and out * 2 > len(sections)):
        return {
            "in-force-attribute": told,
            "in-force": "no",
            "in-force-basis": "; ".join(filter(None, (counted, note))),
        }
    return {
        "in-force-attribute": told,
        "in-force": told or ("yes" if sections else ""),
        "in-force-basis": counted,
    }
