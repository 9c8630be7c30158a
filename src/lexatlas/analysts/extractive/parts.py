"""Parts of a place whose laws differ: the code ``varies``, where no one rule covers them all."""

from dataclasses import replace

from lexatlas.analysts.extractive.coding import code
from lexatlas.analysts.extractive.contested import settle
from lexatlas.analysts.extractive.reading import Reading
from lexatlas.analysts.extractive.signals import met_signals
from lexatlas.codebook import Codebook
from lexatlas.codebook.topic import Topic
from lexatlas.core.recipe import Brief

_PARTS = ("state", "province", "territory", "district")
"""Kinds of place that make up the whole; a zone is a channel of the whole and no part that differs."""


def codes_by_part(brief: Brief, topic: Topic, reading: Reading, book: Codebook) -> dict[str, str]:
    """Return the code of each state or province whose own law was given and yields one, by its code of place.

    None where only the level of the place itself is asked about.
    """
    if brief.level != "total":
        return {}
    found = {}
    for place in sorted({text.source.jurisdiction for text in reading.texts if text.reach == "below"}):
        known = book.places.find(place)
        if known is None or known.kind not in _PARTS:
            continue
        own = [replace(text, reach="own") for text in reading.texts if text.source.jurisdiction == place]
        coding = code(topic, settle(topic, met_signals(topic, Reading(tuple(own)))).met)
        if coding.rule is not None:
            found[place] = coding.rule.code
    return found
