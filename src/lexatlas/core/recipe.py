"""What was asked, and the versions of the programs that answered."""

from typing import Literal

from lexatlas.core.canonical import Value

Level = Literal["total", "gov"]


class Brief(Value):
    """The question: a jurisdiction's code, a topic's id, a civil date at the place, and the level of law."""

    jurisdiction: str
    jurisdiction_name: str
    topic: str
    topic_name: str
    as_of: str
    level: Level = "total"


class Recipe(Value):
    """Names and versions of all that shaped the answer, so that a changed answer can be explained."""

    analyst: str
    analyst_version: str
    terms_version: str
    checks_version: str
    lexatlas: str
