"""Analyses the invented laws with one parser rule broken, in analyst and checks alike; run as a process of its own.

The rule is replaced in its module before anything else is imported, so that whoever reads with it reads wrongly.
"""

import importlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
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


_VALUED = Path(__file__).with_name("valued_laws.toml")
_VALUES = ("typed", "values")
"""Checks that hold a typed value against its words."""
_TURNED = {"prohibited": "permitted", "permitted": "prohibited", "required": "permitted"}
_OTHER_UNIT = {"day": "month", "month": "day", "year": "month", "working day": "day"}
_OTHER_SIGN = {"at_least": "at_most", "at_most": "at_least"}
_BEYOND = {"more_than": "less_than", "less_than": "more_than"}


def _sign(other: dict[str, str]) -> Broken:
    def broken(old: Callable[..., Any]) -> Callable[..., Any]:
        def read(*args: Any) -> Any:
            sign, start, end = old(*args)
            return other.get(sign, sign), start, end

        return read

    return broken


def _year(ahead: int) -> Broken:
    return _each(lambda row: replace(row, date=f"{int(row.date[:4]) + ahead}{row.date[4:]}"))


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
    "at least is at most": ("comparators", "comparator", _sign(_OTHER_SIGN)),
    "more than is less than": ("comparators", "comparator", _sign(_BEYOND)),
    "every day is the first": (
        "calendar",
        "dates_in",
        _each(lambda row: replace(row, date=f"{row.date[:8]}01")),
    ),
    "every year is one later": ("calendar", "dates_in", _year(1)),
    "Buddhist years are the civil ones": ("calendar", "dates_in", _year(543)),
    "shares are a hundred times as much": ("quantities", "rates", _values(value=lambda value: value * 100)),
    "numbers of things are one more": ("quantities", "counts", _values(n=lambda n: n + 1)),
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
    "what is allowed is bidden": (
        "modality",
        "read_norm",
        _norm(force=lambda norm, text: "required" if norm.force == "permitted" else norm.force),
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


def _belied(text: Any, language: str) -> Iterator[str]:
    """Yield which checks deny a value of a text, each told as a page tells it: the words, the fact, its place."""
    extracted = importlib.import_module("lexatlas.analysts.extractive.facts")
    claims = importlib.import_module("lexatlas.core.claims")
    evidence = importlib.import_module("lexatlas.core.evidence")
    verdict = importlib.import_module("lexatlas.checks.verdict")
    view = importlib.import_module("lexatlas.checks.view").View({"sha": text}, {"sha": language})
    for found in extracted.extract(text, language):
        parts = tuple(evidence.QuotePart(start=start, end=end, exact=text.text[start:end])
                      for start, end in found.unit.parts)  # fmt: skip
        quote = evidence.Quote(snapshot="sha", source="law", locator=found.unit.locator, part=found.unit.part,
                               language=language, parts=parts, highlight=found.highlight)  # fmt: skip
        words = " ".join(part.exact for part in parts)
        claim = claims.Claim(question="q", form="words", sentence=words, facts=(found.fact,), quotes=(quote,))
        answers = verdict.judge_claim(claim, view).answers
        yield from (answer.check for answer in answers if answer.check in _VALUES and answer.answer == "no")


def _robbed(trial: Any) -> list[str]:
    """Return the sentences of a law that lack a negation or exception of it and pass as its own, or as other words."""
    claims = importlib.import_module("lexatlas.core.claims")
    verdict = importlib.import_module("lexatlas.checks.verdict")
    found = []
    for claim in trial.sound.document.claims:
        for robbed in _without(claim.sentence, trial.sound.language) if claim.form == "words" else ():
            for form in ("words", "free"):
                forged = claims.new_claim(claim.model_copy(update={"sentence": robbed, "form": form}))
                if verdict.judge_claim(forged, trial.view).code in ("verified", "supported"):
                    found.append(robbed)
    return found


def _without(sentence: str, language: str) -> Iterator[str]:
    """Yield a sentence without its first negation, and cut before its first word for an exception or limit."""
    roots = importlib.import_module("lexatlas.checks.second.roots")
    code = language.split("-")[0]
    if said := roots.family(code, "not").search(sentence.casefold()):
        yield " ".join(f"{sentence[: said.start()]}{sentence[said.end() :]}".split())
    if (limit := roots.family(code, "only").search(sentence.casefold())) and limit.start() > 10:
        yield f"{sentence[: limit.start()].rstrip(' ,，、')}."


def valued() -> dict[str, list[str]]:
    """Return, for each short text with values of every kind, the checks that deny one of them."""
    registry = importlib.import_module("lexatlas.sources.readers.registry")
    given = importlib.import_module("lexatlas.sources.readers.charset").Given
    found = {}
    for language, law in tomllib.loads(_VALUED.read_text(encoding="utf-8")).items():
        text, _ = registry.read(given(law.strip().encode(), name=f"{language}.txt"))
        found[language] = sorted(set(_belied(text, language)))
    return found


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
                "robbed": _robbed(trial),
                "flags": sorted({by for by, _ in trial.flags}),
                "belied": sorted(set(_belied(text, trial.sound.language))),
                "facts": sorted(fact.fact.model_dump_json() for fact in facts),
                "code": document.status.code,
            }  # fmt: skip
    return found


if __name__ == "__main__":
    broken(sys.argv[1] if len(sys.argv) > 1 else "")
    print(json.dumps({"laws": measured(), "valued": valued()}))
