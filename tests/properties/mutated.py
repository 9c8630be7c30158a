"""Analyses the invented laws with one parser rule broken, in analyst and checks alike; run as a process of its own.

The rule is replaced in its module before anything else is imported, so that whoever reads with it reads wrongly.
"""

import importlib
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

Broken = Callable[[Callable[..., Any]], Callable[..., Any]]


def _each(change: Callable[[Any], Any]) -> Broken:
    """Break a reader that returns a list of readings."""
    return lambda old: lambda *args, **named: type(old(*args, **named))(map(change, old(*args, **named)))


def _values(**change: Any) -> Broken:
    def changed(row: Any) -> Any:
        update = {name: make(getattr(row.value, name)) for name, make in change.items()}
        return replace(row, value=row.value.model_copy(update=update))

    return _each(changed)


def _none(old: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args, **named: type(old(*args, **named))()


def _norm(**change: Any) -> Broken:
    def broken(old: Callable[..., Any]) -> Callable[..., Any]:
        def read(text: str, language: str) -> Any:
            norm = old(text, language)
            return norm and replace(norm, **{name: make(norm, text) for name, make in change.items()})

        return read

    return broken


_TURNED = {"prohibited": "permitted", "permitted": "prohibited", "required": "permitted"}
_OTHER_UNIT = {"day": "month", "month": "day", "year": "month", "working day": "day"}
_OTHER_SIGN = {"at_least": "at_most", "at_most": "at_least"}


def _sign(old: Callable[..., Any]) -> Callable[..., Any]:
    def read(*args: Any) -> Any:
        sign, start, end = old(*args)
        return _OTHER_SIGN.get(sign, sign), start, end

    return read


def _halves(old: Callable[..., Any]) -> Callable[..., Any]:
    def cut(*args: Any, **named: Any) -> Any:
        return [span for whole in old(*args, **named) for span in _halved(whole)]

    return cut


def _halved(span: Any) -> Iterable[Any]:
    middle = (span.start + span.end) // 2
    return (
        (span,)
        if middle - span.start < 10
        else (type(span)(span.start, middle), type(span)(middle, span.end))
    )


MUTATIONS: dict[str, tuple[str, str, Broken]] = {
    "numbers are one more": ("numerals", "numbers", _each(lambda row: replace(row, value=row.value + 1))),
    "digits of other scripts are not read": ("numerals", "plain_digits", lambda old: lambda text: text),
    "money is ten times as much": ("money", "amounts", _values(amount=lambda amount: amount * 10)),
    "money is another currency": ("money", "amounts", _values(currency=lambda code: "XTS")),
    "money is for a year": ("money", "amounts", _values(period=lambda period: "year")),
    "no money is read": ("money", "amounts", _none),
    "lengths of time are in another unit": (
        "quantities",
        "periods",
        _values(unit=lambda unit: _OTHER_UNIT.get(unit, unit)),
    ),
    "lengths of time are one longer": ("quantities", "periods", _values(n=lambda n: n + Decimal(1))),
    "at least is at most": ("comparators", "comparator", _sign),
    "every day is the first": (
        "calendar",
        "dates_in",
        _each(lambda row: replace(row, date=f"{row.date[:8]}01")),
    ),
    "in force is adopted": (
        "dates",
        "dates",
        _values(role=lambda role: "adopted" if role == "in_force" else role),
    ),
    "forces are turned": (
        "modality",
        "read_norm",
        _norm(force=lambda norm, text: _TURNED.get(norm.force, norm.force)),
    ),
    "actors are not read": ("modality", "read_norm", _norm(actor=lambda norm, text: type(norm.actor)(0, 0))),
    "no condition is read": ("conditions", "clauses", _none),
    "no critical word is known": ("critical", "critical", _none),
    "sentences are cut in halves": ("sentences", "sentences", _halves),
    "every language is English": ("detect", "language_of", lambda old: lambda *args: "en"),
    "numbering is a word": ("wording", "without_mark", lambda old: lambda part: old(part)[3:]),
}
"""Parser rules by what breaking them does: module of `language`, function, and what is put in its place."""


def broken(name: str) -> None:
    """Break one rule, for everything that is imported from now on; nothing when the name is empty."""
    if name:
        module, function, change = MUTATIONS[name]
        held = importlib.import_module(f"lexatlas.language.{module}")
        setattr(held, function, change(getattr(held, function)))


def measured() -> dict[str, Any]:
    """Return, for each law: the claims with their verdicts, the flags, the facts of its claims and the code."""
    codebook = importlib.import_module("lexatlas.codebook")
    planted = importlib.import_module("lexatlas.pipeline.eval.planted")
    pool = importlib.import_module("lexatlas.sources.pool")
    extracted = importlib.import_module("lexatlas.analysts.extractive.facts")
    found = {}
    with pool.ReaderPool(size=1) as children:
        for trial in planted.all_tried(codebook.load(), children, lambda _: None, None):
            document = trial.sound.document
            text = trial.sound.texts[document.sources[0].snapshot]
            facts = extracted.extract(text, trial.sound.language)
            found[trial.sound.name] = {
                "claims": [[claim.model_dump(mode="json"), verdict.code]
                           for claim, verdict in zip(document.claims, document.verdicts, strict=True)],
                "flags": sorted({by for by, _ in trial.flags}),
                "facts": sorted(fact.fact.model_dump_json() for fact in facts),
                "code": document.status.code,
            }  # fmt: skip
    return found


if __name__ == "__main__":
    broken(sys.argv[1] if len(sys.argv) > 1 else "")
    print(json.dumps(measured()))
