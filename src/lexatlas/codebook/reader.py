"""Reads codebook files strictly: every fault of every file is told at once, each in one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import tomli
from pydantic import ValidationError

from lexatlas.codebook.changes import Change, ChangesFile
from lexatlas.codebook.jurisdictions import NotApplicable, NotApplicableFile, Places, PlacesFile
from lexatlas.codebook.tiers import TiersFile
from lexatlas.codebook.topic import Family, Row, Topic
from lexatlas.core.errors import InputError

R = TypeVar("R", bound=Row)
ASSET = "asset"
"""The family of words for the assets asked about."""

# What to do about a fault, by the kind of fault that pydantic names.
ADVICE = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not known here; remove it or mend its spelling",
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number without quotes",
    "bool_type": "must be true or false without quotes",
    "tuple_type": "must be a list in square brackets",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "date_type": "must be a date such as 2025-01-31",
    "date_from_datetime_parsing": "must be a date such as 2025-01-31",
}


class EditionFile(Row):
    """The file edition.toml; ``person`` and ``asset`` say who and what every question means (codebook rule 0)."""

    number: int
    title: str
    languages: tuple[str, ...]
    person: str = ""
    asset: str = ""


class CuesFile(Row):
    """The file cues.toml: the families that topics share."""

    cues: dict[str, Family]


class Parsed:
    """What the files of one codebook say, before it is handed on as a codebook."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.edition: EditionFile | None = None
        self.cues: dict[str, Family] = {}
        self.topics: dict[str, Topic] = {}
        self.places = Places(())
        self.not_applicable: tuple[NotApplicable, ...] = ()
        self.tiers: TiersFile | None = None
        self.changes: tuple[Change, ...] = ()


def parse(files: Mapping[str, bytes]) -> Parsed:
    """All files as values, and all faults as sentences in ``faults``; never raises for bad content."""
    parsed = Parsed()
    for name in sorted(files):
        # The world's authorities are read when somebody asks for them: no analysis waits for them.
        if not name.startswith("authorities/"):
            _parse_one(name, files[name], parsed)
    if parsed.edition is None and not any(fault.startswith("edition.toml") for fault in parsed.faults):
        parsed.faults.append("edition.toml is missing; add it with number, title and languages.")
    parsed.topics = {key: _with_shared(topic, parsed.cues) for key, topic in sorted(parsed.topics.items())}
    return parsed


def refuse(faults: list[str]) -> None:
    """Raises InputError with all faults, one a line, when there is any."""
    if faults:
        head = f"The codebook has {len(faults)} fault{'s' if len(faults) > 1 else ''}:"
        raise InputError("\n".join([head, *(f"  {fault}" for fault in faults)]))


def _parse_one(name: str, content: bytes, parsed: Parsed) -> None:
    data = read_toml(name, content, parsed.faults)
    if data is None:
        return
    if name.startswith("topics/"):
        _take_topic(name, data, parsed)
    elif name == "edition.toml":
        parsed.edition = read_row(EditionFile, name, data, parsed.faults)
    elif name == "cues.toml":
        cues = read_row(CuesFile, name, data, parsed.faults)
        parsed.cues = cues.cues if cues else {}
    elif name == "jurisdictions.toml":
        places = read_row(PlacesFile, name, data, parsed.faults)
        parsed.places = Places(places.places, places.notice, places.sources) if places else parsed.places
    elif name == "not_applicable.toml":
        rows = read_row(NotApplicableFile, name, data, parsed.faults)
        parsed.not_applicable = rows.rows if rows else ()
    elif name == "changelog.toml":
        changes = read_row(ChangesFile, name, data, parsed.faults)
        parsed.changes = changes.changes if changes else ()
    elif name == "tiers.toml":
        parsed.tiers = read_row(TiersFile, name, data, parsed.faults)
    else:
        parsed.faults.append(f"{name}: no file of that name belongs to a codebook; remove it.")


def _take_topic(name: str, data: dict[str, Any], parsed: Parsed) -> None:
    topic = read_row(Topic, name, data, parsed.faults)
    if topic is None:
        return
    if name != f"topics/{topic.id}.toml":
        parsed.faults.append(f"{name}: the key id says “{topic.id}”; name the file topics/{topic.id}.toml.")
    parsed.topics[topic.id] = topic


def _with_shared(topic: Topic, shared: Mapping[str, Family]) -> Topic:
    # A topic is used alone by the analysts, so it carries the shared families that it names; that of the asset
    # stands in each, since no question is about anything else.
    names = (*topic.families(), ASSET)
    named = {name: shared[name] for name in names if name in shared and name not in topic.cues}
    return topic.model_copy(update={"cues": dict(sorted({**topic.cues, **named}.items()))})


def read_toml(name: str, content: bytes, faults: list[str]) -> dict[str, Any] | None:
    """What a file says; None, with a sentence added to the faults, when it is not UTF-8 or not TOML."""
    try:
        return tomli.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        faults.append(f"{name}: the file is not UTF-8; save it as UTF-8.")
    except (tomli.TOMLDecodeError, RecursionError) as error:
        faults.append(f"{name}: the file is not TOML ({error}); mend that place.")
    return None


def read_row(kind: type[R], name: str, data: dict[str, Any], faults: list[str]) -> R | None:
    """The rows of a file as values; None, with a sentence a fault added, when they do not fit."""
    try:
        # JSON mode keeps types strict and still takes a list for a tuple and a TOML date for a date.
        return kind.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        faults += [_sentence(name, fault) for fault in error.errors(include_url=False, include_input=False)]
    return None


def _sentence(name: str, fault: Any) -> str:
    path = re.sub(r"\.(\d+)", lambda m: f"[{int(m[1]) + 1}]", ".".join(str(part) for part in fault["loc"]))
    kind = str(fault["type"])
    if kind == "literal_error":
        advice = f"must be {fault['ctx']['expected']}"
    else:
        advice = ADVICE.get(kind, f"cannot be read: {fault['msg']}")
    return f"{name}: the key {path or '(whole file)'} {advice}."
