"""Typed facts as fields of a form, and back: each field of a kind by its name, choices as choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from lexatlas.core.facts import Fact

_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)
_LONGEST = 2_000


@dataclass(frozen=True)
class FactField:
    """One field: its name in the form, what it is called, its value, and its choices where it has such."""

    name: str
    words: str
    value: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactFields:
    """A fact as fields; `place` is its place in the claim."""

    place: int
    kind: str
    fields: tuple[FactField, ...]


def as_fields(fact: Fact, place: int, prefix: str, given: Mapping[str, str]) -> FactFields:
    """Return the fields of a fact, with what a form that came back had typed into them."""
    data = fact.model_dump(mode="json")
    fields = []
    for name in type(fact).model_fields:
        if name != "kind":
            whole = f"{prefix}-fact-{place}-{name}"
            fields.append(
                FactField(
                    whole, name.replace("_", " "), given.get(whole, _told(data[name])), _choices(fact, name)
                )
            )
    return FactFields(place, fact.kind, tuple(fields))


def from_fields(fact: Fact, place: int, prefix: str, given: Mapping[str, str]) -> Fact | str:
    """Return the fact that the fields tell; a field that is missing keeps its value. A text says what is wrong."""
    data = fact.model_dump(mode="json")
    for name in data:
        told = given.get(f"{prefix}-fact-{place}-{name}")
        if told is not None and name != "kind":
            data[name] = _read(told[:_LONGEST].strip(), data[name], _optional(fact, name))
    try:
        return _FACT.validate_python(data)
    except ValidationError as error:
        wrong = ", ".join(dict.fromkeys(str(each["loc"][-1]).replace("_", " ") for each in error.errors()))
        return f"The {fact.kind} of a claim is not understood: look at {wrong}."


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    return "" if value is None else str(value)


def _read(told: str, before: Any, optional: bool) -> Any:
    if isinstance(before, bool):
        return told == "yes"
    if isinstance(before, list | tuple):
        return [each.strip() for each in told.splitlines() if each.strip()]
    return None if optional and not told else told


def _optional(fact: BaseModel, name: str) -> bool:
    return type(None) in get_args(type(fact).model_fields[name].annotation)


def _choices(fact: BaseModel, name: str) -> tuple[str, ...]:
    annotation = type(fact).model_fields[name].annotation
    if annotation is bool:
        return ("no", "yes")
    return tuple(get_args(annotation)) if get_origin(annotation) is Literal else ()
