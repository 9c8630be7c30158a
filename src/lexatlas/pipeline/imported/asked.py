"""Which question a published page answers: its place, topic and as-of, as it says or as the caller says."""

import re
from dataclasses import dataclass, replace

from lexatlas.codebook import Codebook, Place, Topic
from lexatlas.core.errors import InputError
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.imported.fields import Page


@dataclass(frozen=True)
class Asked:
    """What the caller says in place of the page: jurisdiction, topic, as-of; empty where the page speaks."""

    jurisdiction: str = ""
    topic: str = ""
    as_of: str = ""


def named(page: Page, codebook: Codebook) -> Page:
    """Give jurisdiction and topic their labels where the page prints them without one, in that order."""
    fields, loose = dict(page.fields), list(page.loose)
    known = {
        "Jurisdiction": [line for line in loose if codebook.places.find(line)],
        "Topic": [line for line in loose if _is_topic(line, codebook)],
    }
    for label, lines in known.items():
        if label not in fields and loose:
            line = next((line for line in lines if line in loose), loose[0])
            fields[label] = line
            loose.remove(line)
    return replace(page, fields=fields, loose=tuple(loose))


def _is_topic(line: str, codebook: Codebook) -> bool:
    return line.casefold().replace("_", "-").replace(" ", "-") in codebook.topics


def place_of(page: Page, codebook: Codebook, asked: Asked) -> Place:
    """Return the place asked, else the one that the page names."""
    if asked.jurisdiction:
        return codebook.jurisdiction(asked.jurisdiction)
    if "Jurisdiction" not in page.fields:
        raise InputError("The page names no jurisdiction. Add --jurisdiction CODE.")
    try:
        return codebook.jurisdiction(page.fields["Jurisdiction"])
    except InputError as error:
        raise InputError(f"{error} To import the page all the same, add --jurisdiction CODE.") from error


def topic_of(page: Page, codebook: Codebook, asked: Asked) -> Topic:
    """Return the topic asked, else the one that the page names."""
    if asked.topic:
        return codebook.topic(asked.topic)
    if "Topic" not in page.fields:
        raise InputError("The page names no topic. Add --topic TOPIC.")
    try:
        return codebook.topic(page.fields["Topic"])
    except InputError as error:
        raise InputError(f"{error} To import the page all the same, add --topic TOPIC.") from error


def brief_of(page: Page, place: Place, topic: Topic, asked: Asked, created: str) -> Brief:
    """State the question; the as-of date is the one asked, else the page's, else the day of the import."""
    return Brief(
        jurisdiction=place.code,
        jurisdiction_name=place.name,
        topic=topic.id,
        topic_name=topic.name,
        as_of=asked.as_of or day(page, "As of") or day(page, "Created") or created[:10],
    )


def day(page: Page, label: str) -> str:
    """Return the ISO day that a field of the head begins with; empty when it begins with none."""
    found = re.match(r"\d{4}-\d{2}-\d{2}", page.fields.get(label, ""))
    return found[0] if found else ""
