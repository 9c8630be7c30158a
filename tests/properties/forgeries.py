"""Makes false claims of true units: plausible edits, true pieces that reverse a rule, untrue paraphrases."""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lexatlas.checks.view import View
from lexatlas.core.claims import Claim, Slot
from lexatlas.core.evidence import Quote, QuotePart, Span, Unit
from lexatlas.core.templates import TEMPLATES, render
from lexatlas.core.text import normalise
from lexatlas.language.conditions import clauses
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import read_norm
from lexatlas.language.wording import sentence_of

_WORDS = tomllib.loads(Path(__file__).with_name("forgeries.toml").read_text(encoding="utf-8"))
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=\w )[A-Z][\w-]+(?: [A-Z][\w-]+)*")
ROWS = ("modals/required", "modals/permitted", "conditions/condition", "dates.roles/in_force", "asset")
READ_BY = ("words", "words", "words", "cue", "reading", "gazetteer", "label", "locator")


@dataclass(frozen=True)
class Case:
    """A true unit and a sentence that it does not say; `span` where that is a true piece of the text."""

    kind: str
    sentence: str
    true: str
    unit: Unit
    span: tuple[Span, ...] = ()


class Forger:
    """Makes cases from the units of one text; everything is drawn from the seed."""

    def __init__(self, view: View, sha: str, source: str, seed: int) -> None:
        self.view, self.sha, self.source = view, sha, source
        self.held = view.held(sha)
        self.text = self.held.text.text
        self.language = self.held.language.split("-")[0]
        self.words = _WORDS.get(self.language, {})
        self.blank = "" if self.language in ("zh", "ja", "th") else " "
        self.random = random.Random(seed)
        parts = ("operative", "transitional", "definition")
        self.units = [unit for unit in self.held.units if unit.part in parts and self._usable(unit)]
        self.true = {normalise(self.sentence(unit)).text for unit in self.held.units}

    def _usable(self, unit: Unit) -> bool:
        return 6 <= len(self.split(self.sentence(unit))) <= 120

    def split(self, words: str) -> list[str]:
        """The words of a text; the signs where a language writes without blanks."""
        return words.split() if self.blank else [sign for sign in words if not sign.isspace()]

    def join(self, words: list[str]) -> str:
        return self.blank.join(words)

    def found(self, word: str) -> str:
        """A pattern for a word, alone where words stand alone."""
        return rf"\b{word}\b" if self.blank else word

    def sentence(self, unit: Unit) -> str:
        return sentence_of([self.text[start:end] for start, end in unit.parts])

    # -- cases ----------------------------------------------------------------------------------------------

    def cases(self, kinds: dict, wanted: int) -> Iterator[Case]:
        """Yield `wanted` cases of units and kinds drawn at random; none is like another or like the text."""
        seen: set[str] = set()
        names = sorted(kinds)
        for _ in range(wanted * 60):
            if len(seen) >= wanted:
                return
            unit = self.random.choice(self.units)
            name = self.random.choice(names)
            true = normalise(self.sentence(unit)).text
            made = kinds[name](self, true, unit)
            if made is None:
                continue
            sentence, span = made
            plain = " ".join(normalise(sentence).text.split())
            if plain and plain not in seen and self._false(plain, true, span):
                seen.add(plain)
                yield Case(name, plain, true, unit, span)

    def _false(self, sentence: str, true: str, span: tuple[Span, ...]) -> bool:
        bare = {words.strip(" .;,:") for words in self.true}
        if sentence == true or sentence.strip(" .;,:") in bare:
            return False
        return bool(span) or sentence not in self.held.normalised.text

    # -- claims ---------------------------------------------------------------------------------------------

    def claims(self, case: Case) -> Iterator[Claim]:
        """Yield a case as a claim of every form, on the true quote, a forged one, and one cut to size."""
        quotes = [self.quote(case.unit), *([self.quote(case.unit, case.span)] if case.span else [])]
        for quote in quotes:
            yield _claim("words", case.sentence, quote)
            yield _claim("free", case.sentence, quote)
            for form in ("listed", "value"):
                yield self.slotted(case, form, quote)
        form = self.random.choice(("words", "free"))
        yield _claim(form, case.sentence, self.forged_quote(case))
        form = self.random.choice(("listed", "value", "deals-with"))
        yield self.slotted(case, form, self.random.choice((*quotes, self.forged_quote(case))))

    def slotted(self, case: Case, form: str, quote: Quote) -> Claim:
        slots, template = self.slots(case, form)
        return _claim(form, render(template, slots), quote, template, slots)

    def quote(self, unit: Unit, parts: tuple[Span, ...] = ()) -> Quote:
        rows = tuple(QuotePart(start=s, end=e, exact=self.text[s:e]) for s, e in parts or unit.parts)
        return Quote(snapshot=self.sha, source=self.source, locator=unit.locator, part=unit.part,
                     language=self.language, parts=rows)  # fmt: skip

    def forged_quote(self, case: Case) -> Quote:
        """A quote that says the false words at the true place."""
        start, end = case.unit.parts[0].start, case.unit.parts[-1].end
        row = QuotePart(start=start, end=end, exact=case.sentence)
        return self.quote(case.unit).model_copy(update={"parts": (row,)})

    def slots(self, case: Case, form: str) -> tuple[tuple[Slot, ...], str]:
        """Fill a template with pieces of the false sentence; each names words of the quote as its ground."""
        fitting = {"listed": ("listed",), "deals-with": ("deals-with",)}.get(form) or tuple(
            name for name in TEMPLATES if name not in ("listed", "deals-with")
        )
        template = self.random.choice(fitting)
        places = TEMPLATES[template].places
        pieces = self._pieces(self.split(case.sentence), len(places))
        true = self.split(case.true)
        return tuple(
            self._slot(place, piece, true, case.unit) for place, piece in zip(places, pieces, strict=True)
        ), template

    def _pieces(self, words: list[str], count: int) -> list[str]:
        cuts = (
            sorted(self.random.sample(range(1, max(len(words), count + 1)), count - 1)) if count > 1 else []
        )
        ends = [0, *cuts, len(words)]
        return [self.join(words[start:end]) or "it" for start, end in pairwise(ends)]

    def _slot(self, place: str, piece: str, true: list[str], unit: Unit) -> Slot:
        read_by = self.random.choice(READ_BY)
        start = self.random.randrange(len(true))
        ground = self.join(true[start : start + self.random.randint(1, 12)])
        if place == "locator":
            return Slot(name=place, value=unit.locator, read_by="locator")
        words = piece if read_by == "words" else self.random.choice((ground, self.join(true), piece))
        row = "" if read_by == "words" else self.random.choice((*ROWS, self.source))
        return Slot(name=place, value=piece, words=words, read_by=read_by, row=row)


def _claim(form: str, sentence: str, quote: Quote, template: str = "", slots: tuple[Slot, ...] = ()) -> Claim:
    return Claim(
        question="capital", form=form, sentence=sentence, quotes=(quote,), template=template, slots=slots
    )


# -- plausible edits ----------------------------------------------------------------------------------------

Made = tuple[str, tuple[Span, ...]] | None


def number(forger: Forger, true: str, unit: Unit) -> Made:
    found = list(_NUMBER.finditer(true))
    if not found:
        return None
    match = forger.random.choice(found)
    old = match.group()
    other = str(int(old) + forger.random.randint(1, 97))
    new = forger.random.choice((old + "0", other, old[:-1] or "9", old[::-1] + "1"))
    return true[: match.start()] + new + true[match.end() :], ()


def negation(forger: Forger, true: str, unit: Unit) -> Made:
    cues = phrases_regex(lexicon(forger.language).words("negations"), forger.language)
    found = list(cues.finditer(true))
    if found and forger.random.random() < 0.6:
        match = forger.random.choice(found)
        return " ".join((true[: match.start()] + forger.blank + true[match.end() :]).split()), ()
    words = forger.split(true)
    at = forger.random.randrange(1, len(words))
    return forger.join([*words[:at], forger.words["not"], *words[at:]]), ()


def verb(forger: Forger, true: str, unit: Unit) -> Made:
    verbs = forger.words.get("verbs", {})
    swaps = {**verbs, **{new: old for old, new in verbs.items()}}
    modals = [modal for modal in forger.words["modals"] if re.search(forger.found(modal), true)]
    known = [word for word in swaps if re.search(rf"\b{word}", true)]
    if modals and (not known or forger.random.random() < 0.5):
        old = forger.random.choice(modals)
        new = forger.random.choice([modal for modal in forger.words["modals"] if modal != old])
        return re.sub(forger.found(old), new, true, count=1), ()
    if not known:
        return None
    old = forger.random.choice(known)
    return re.sub(rf"\b{old}", swaps[old], true, count=1), ()


def name(forger: Forger, true: str, unit: Unit) -> Made:
    found = list(_NAME.finditer(true))
    if not found:
        return None
    match = forger.random.choice(found)
    return true[: match.start()] + forger.random.choice(forger.words["names"]) + true[match.end() :], ()


def date(forger: Forger, true: str, unit: Unit) -> Made:
    months = lexicon(forger.language).numbers("months")
    match = re.search(rf"\b(\d{{1,2}}) ({'|'.join(months)}) (\d{{4}})\b", true, re.IGNORECASE)
    if not match:
        return None
    day, year = forger.random.randint(1, 28), int(match[3]) + forger.random.choice((-1, 0, 1))
    new = f"{day} {forger.random.choice(forger.words['months'])} {year}"
    return true[: match.start()] + new + true[match.end() :], ()


def order(forger: Forger, true: str, unit: Unit) -> Made:
    words = forger.split(true)
    first, second = sorted(forger.random.sample(range(len(words)), 2))
    words[first], words[second] = words[second], words[first]
    return forger.join(words), ()


def added(forger: Forger, true: str, unit: Unit) -> Made:
    clause = forger.random.choice(forger.words["clauses"])
    borders = [match.start() for match in re.finditer(r"(?<=\w),? ", true)]
    at = forger.random.choice([*borders, len(true.rstrip(".。"))])
    return f"{true[:at]}{',' if forger.blank else '，'}{forger.blank}{clause}{true[at:]}", ()


def dropped(forger: Forger, true: str, unit: Unit) -> Made:
    words = forger.split(true)
    at = forger.random.randrange(len(words))
    gone = words[at : at + forger.random.randint(1, 4)]
    # A dash that opens a list may go: it is structure, no word of the rule.
    if not any(sign.isalnum() for word in gone for sign in word):
        return None
    return forger.join(words[:at] + words[at + len(gone) :]), ()


EDITS = {"number": number, "negation": negation, "verb": verb, "name": name, "date": date, "order": order,
         "added": added, "dropped": dropped}  # fmt: skip
ANY_LANGUAGE = {
    "number": number, "negation": negation, "verb": verb, "added": added, "order": order, "dropped": dropped,
}  # fmt: skip
"""Edits that need no more than a few words of the language."""


def twice(forger: Forger, true: str, unit: Unit) -> Made:
    """Two edits, one upon the other: a short law has few sentences that one edit makes."""
    made: Made = (true, ())
    for _ in range(2):
        name = forger.random.choice(sorted(ANY_LANGUAGE))
        made = ANY_LANGUAGE[name](forger, made[0], unit) if made and len(forger.split(made[0])) > 2 else None
    return made


# -- true pieces that reverse or widen a rule ---------------------------------------------------------------


def _piece(forger: Forger, unit: Unit, start: int, end: int) -> Made:
    """A stretch of one part of a unit, without the blanks at its ends."""
    words = forger.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    if end - start < 12 or any((start, end) == tuple(part) and len(unit.parts) == 1 for part in unit.parts):
        return None
    return forger.text[start:end], (Span(start, end),)


def after_negation(forger: Forger, true: str, unit: Unit) -> Made:
    part = forger.random.choice(unit.parts)
    cues = phrases_regex(lexicon(forger.language).words("negations"), forger.language)
    found = list(cues.finditer(forger.text, part.start, part.end))
    return _piece(forger, unit, forger.random.choice(found).end(), part.end) if found else None


def before_condition(forger: Forger, true: str, unit: Unit) -> Made:
    part = forger.random.choice(unit.parts)
    found = [c for c in clauses(forger.text[part.start : part.end], forger.language) if c.span.start > 8]
    if not found:
        return None
    return _piece(forger, unit, part.start, part.start + forger.random.choice(found).span.start)


def only_stem(forger: Forger, true: str, unit: Unit) -> Made:
    return _piece(forger, unit, *unit.parts[0]) if len(unit.parts) > 1 else None


def only_item(forger: Forger, true: str, unit: Unit) -> Made:
    return _piece(forger, unit, *unit.parts[-1]) if len(unit.parts) > 1 else None


def half(forger: Forger, true: str, unit: Unit) -> Made:
    part = forger.random.choice(unit.parts)
    between = r"\s+" if forger.blank else r"\w"
    blanks = [match.end() for match in re.finditer(between, forger.text[part.start : part.end])]
    if len(blanks) < 6:
        return None
    at = part.start + forger.random.choice(blanks[2:-2])
    return _piece(forger, unit, *((part.start, at) if forger.random.random() < 0.5 else (at, part.end)))


PIECES = {"after negation": after_negation, "before condition": before_condition, "only stem": only_stem,
          "only item": only_item, "half": half}  # fmt: skip


# -- paraphrases --------------------------------------------------------------------------------------------


def _restyled(forger: Forger, sentence: str) -> str:
    """Say the same in another word or two, as a summary would."""
    for old, new in forger.words.get("same", {}).items():
        if forger.random.random() < 0.4:
            sentence = re.sub(rf"\b{old}\b", new, sentence)
    return sentence


def without_condition(forger: Forger, true: str, unit: Unit) -> Made:
    found = clauses(true, forger.language)
    if not found:
        return None
    start, end = forger.random.choice(found).span
    rest = f"{true[:start].rstrip(' ,，،')}{forger.blank}{true[end:].lstrip(' ,，،')}".strip()
    return (_restyled(forger, rest[:1].upper() + rest[1:]), ()) if len(forger.split(rest)) > 3 else None


_THING = re.compile(r"\b(?:an?|the|its|each|any|le|la|les|un|une) (?:[a-zà-ÿ-]+ ){0,2}[a-zà-ÿ-]{4,}")


def swapped_actor(forger: Forger, true: str, unit: Unit) -> Made:
    norm = read_norm(true, forger.language)
    actor = true[slice(*norm.actor)].strip() if norm else ""
    things = _THING.findall(true, norm.action.start) if norm else []
    if not actor or not things:
        return None
    thing = forger.random.choice(things)
    turned = true.replace(thing, "\0").replace(actor, thing, 1).replace("\0", actor)
    return _restyled(forger, turned[:1].upper() + turned[1:]), ()


PARAPHRASES = {"without condition": without_condition, "swapped actor": swapped_actor}
