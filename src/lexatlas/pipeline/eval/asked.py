"""One question put to the analyst by rule as `analyse` puts it, checks and all, with no bundle written."""

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.codebook import Codebook
from lexatlas.core.document import Document
from lexatlas.core.evidence import Dossier
from lexatlas.core.recipe import Brief
from lexatlas.pipeline.compose import compose


def brief_on(book: Codebook, place: str, topic: str, day: str) -> Brief:
    """Return the question of a topic about a place on an ISO day; raises `InputError` for an unknown one."""
    found, asked = book.jurisdiction(place), book.topic(topic)
    return Brief(
        jurisdiction=found.code,
        jurisdiction_name=found.name,
        topic=asked.id,
        topic_name=asked.name,
        as_of=day,
    )


def answered(brief: Brief, dossier: Dossier, book: Codebook) -> Document:
    """Return the answer that the texts of a dossier give, an abstention where they give none."""
    analyst = ExtractiveAnalyst(book)
    return compose(brief, book, analyst, dossier, analyst.analyse(brief, dossier))
