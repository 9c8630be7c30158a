"""Makes false English claims on units of other languages: of each slot, of the order, of the quote, of the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lexatlas.analysts.extractive.glossed import chain_slots, sentence_slots, term_slots, words_of_parts
from lexatlas.analysts.extractive.reading import phrases
from lexatlas.checks.view import View
from lexatlas.codebook.topic import FactQuestion
from lexatlas.core.claims import Claim, Slot
from lexatlas.core.evidence import CanonicalText, Quote, QuotePart, Segment, Source, Span, Unit
from lexatlas.core.templates import render
from lexatlas.core.textform import text_sha256
from lexatlas.language.conditions import clauses
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.gloss_chain import GAP
from lexatlas.language.gloss_locators import english_locator
from lexatlas.language.gloss_terms import terms_named
from lexatlas.language.lexicon import lexicon
from tests.properties.forgeries import Forger

ANY_LENGTH = 10_000
MODALS = ("must not", "may not", "shall not", "must", "shall", "may", "cannot", "need not")
CARRIED = re.compile(r"\b(?:unless|except|if|where|provided|without|subject to|only|until)\b", re.IGNORECASE)
_SIGNS = re.compile(r"\d+")


@dataclass(frozen=True)
class Told:
    """A unit with the slots of the true English sentence on it."""

    unit: Unit
    slots: tuple[Slot, ...]

    @property
    def sentence(self) -> str:
        return render("glossed", self.slots)


@dataclass(frozen=True)
class Forged:
    """A false claim with what may judge it."""

    kind: str
    claim: Claim
    view: View


class GlossForger:
    """Makes forgeries from the units of one text that can be told whole in English."""

    def __init__(self, made: Forger) -> None:
        self.made, self.random = made, made.random
        self.told = [
            Told(unit, slots)
            for unit in made.held.units
            if unit.part in ("operative", "transitional", "definition")
            and (slots := sentence_slots(self._words(unit.parts), made.language, ANY_LENGTH))
        ]

    def _words(self, parts: tuple[Span, ...]) -> str:
        return words_of_parts([self.made.text[start:end] for start, end in parts])

    def true(self, told: Told) -> Forged:
        return Forged("true", claim_of(told.slots, self.made.quote(told.unit)), self.made.view)

    def all(self) -> Iterator[Forged]:
        """Yield forgeries of every kind for every unit that is told."""
        for told in self.told:
            quote = self.made.quote(told.unit)
            for kind, slots in self._slots(told):
                if slots and render("glossed", slots) != told.sentence:
                    yield Forged(kind, claim_of(slots, quote), self.made.view)
                    yield Forged(kind, claim_of(slots, quote, form="free"), self.made.view)
            other = self.random.choice(self.told)
            if other.sentence != told.sentence:
                yield Forged("neighbour", claim_of(told.slots, self.made.quote(other.unit)), self.made.view)
            yield from self._frames(told, quote)
            yield from self._cut(told)
            yield from self._sources(told)

    # -- the claim -------------------------------------------------------------------------------------------

    def _slots(self, told: Told) -> Iterator[tuple[str, tuple[Slot, ...]]]:
        slots = told.slots
        for index, slot in enumerate(slots):
            yield "dropped", slots[:index] + slots[index + 1 :]
            if CARRIED.search(slot.value):
                yield "without its condition", slots[:index]
            for kind, value in self._values(slot):
                yield kind, _put(slots, index, slot.model_copy(update={"value": value}))
            foreign = self._foreign(slot, same_table=True)
            if foreign:
                yield (
                    "another row's English",
                    _put(slots, index, slot.model_copy(update={"value": foreign.value})),
                )
            stray = self._foreign(slot, same_table=False)
            if stray:
                yield "words of a neighbour", _put(slots, index, stray)
        if len(slots) > 1:
            first, second = sorted(self.random.sample(range(len(slots)), 2))
            swapped = list(slots)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            yield "swapped", tuple(swapped)
        actors = [index for index, slot in enumerate(slots) if slot.row.endswith("/actors")]
        if len(actors) > 1:
            yield "swapped actors", _exchanged(slots, actors[0], actors[-1])

    def _values(self, slot: Slot) -> Iterator[tuple[str, str]]:
        value = slot.value
        for match in _SIGNS.finditer(value):
            yield "number", f"{value[: match.start()]}{int(match.group()) + 1}{value[match.end() :]}"
        for modal in MODALS:
            if re.search(rf"\b{modal}\b", value, re.IGNORECASE):
                other = self.random.choice([each for each in MODALS if each != modal])
                yield "modal", re.sub(rf"\b{modal}\b", other, value, flags=re.IGNORECASE)
        yield "added", f"{value} and any other thing"

    def _foreign(self, slot: Slot, *, same_table: bool) -> Slot | None:
        other = self.random.choice(self.random.choice(self.told).slots)
        fits = other.value != slot.value and (other.row == slot.row or not same_table)
        return other if fits else None

    def _frames(self, told: Told, quote: Quote) -> Iterator[Forged]:
        """Yield true slots that are shown as what they are not, and a sentence that the slots do not say."""
        index = self.random.randrange(len(told.slots))
        slot = told.slots[index]
        for change in (
            {"row": "modals/required"},
            {"read_by": "words"},
            {"words": slot.words + " x"},
            {"words": ""},
        ):
            if all(getattr(slot, name) == value for name, value in change.items()):
                continue
            yield Forged(
                "frame",
                claim_of(_put(told.slots, index, slot.model_copy(update=change)), quote),
                self.made.view,
            )
        said = claim_of(told.slots, quote).model_copy(
            update={"sentence": f"It is not so that {told.sentence}"}
        )
        yield Forged("frame", said, self.made.view)

    # -- the quote -------------------------------------------------------------------------------------------

    def _cut(self, told: Told) -> Iterator[Forged]:
        """Yield claims on a quote that is cut before or behind a place, so that what is left says something else."""
        part = told.unit.parts[-1]
        text = self.made.text[part.start : part.end]
        places = [match.end() for match in re.finditer(r"[,;،؛，；：:]\s*", text)][:6]
        places += [clause.span.start for clause in clauses(text, self.made.language)][:4]
        for place in places:
            for piece in (Span(part.start, part.start + place), Span(part.start + place, part.end)):
                parts = (*told.unit.parts[:-1], piece)
                slots = sentence_slots(self._words(parts), self.made.language, ANY_LENGTH)
                if slots and render("glossed", slots) != told.sentence:
                    claim = claim_of(slots, self.made.quote(told.unit, parts))
                    yield Forged("cut quote", claim, self.made.view)
        for count in range(1, len(told.unit.parts)):
            parts = told.unit.parts[count:]
            slots = sentence_slots(self._words(parts), self.made.language, ANY_LENGTH)
            if slots:
                yield Forged(
                    "stem left out", claim_of(slots, self.made.quote(told.unit, parts)), self.made.view
                )

    # -- the source ------------------------------------------------------------------------------------------

    def _sources(self, told: Told) -> Iterator[Forged]:
        """Yield the true claim on a source that says something else, and the claim on the other source's words."""
        words = self._words(told.unit.parts)
        for kind, changed in self._changed(words):
            law = alone(changed, self.made.language)
            yield Forged(kind, claim_of(told.slots, law.quote), law.view)
            slots = sentence_slots(changed, self.made.language, ANY_LENGTH)
            if slots:
                yield Forged(kind, claim_of(slots, self.made.quote(told.unit)), self.made.view)

    def _changed(self, words: str) -> Iterator[tuple[str, str]]:
        language = self.made.language
        for match in _SIGNS.finditer(words):
            yield "another number", f"{words[: match.start()]}{int(match.group()) + 1}{words[match.end() :]}"
        cues = phrases_regex(lexicon(language).words("negations"), language)
        for match in cues.finditer(words):
            yield "without its negation", f"{words[: match.start()]}{words[match.end() :]}"
        for clause in clauses(words, language):
            if clause.kind in ("condition", "exception"):
                start, end = clause.span
                yield "without its clause", f"{words[:start]}{words[end:]}"
        for old in self.made.words["modals"]:
            for new in self.made.words["modals"]:
                pattern = self.made.found(re.escape(old))
                if new != old and re.search(pattern, words):
                    yield f"{old} → {new}", re.sub(pattern, new, words, count=1)
        forged = self.made.words["not"]
        for match in cues.finditer(words):
            yield (
                "negated twice",
                f"{words[: match.start()]}{forged}{self.made.blank}{words[match.start() :]}",
            )

    # -- pointers --------------------------------------------------------------------------------------------

    @cached_property
    def named(self) -> list[tuple[Unit, FactQuestion, tuple[Slot, ...]]]:
        """Units with a question of the topic that they speak to, and the slots of the terms they name."""
        found = []
        for unit in self.made.units:
            words = self._words(unit.parts)
            terms = term_slots(words, self.made.language, ANY_LENGTH)
            asked = self._question(words)
            if terms and asked and unit.locator:
                found.append((unit, asked, terms))
        return found

    def _question(self, words: str) -> FactQuestion | None:
        topic = self.made.view.topic
        held = CueMatcher(phrases(topic.cues, self.made.language), self.made.language).families_in(words)
        return next((row for row in topic.facts if held & {*row.all, *row.any}), None)

    def true_pointers(self) -> Iterator[Forged]:
        for unit, asked, terms in self.named:
            yield Forged("true", self._pointer(unit, asked, terms), self.made.view)

    def pointers(self) -> Iterator[Forged]:
        """Yield pointers to another place, with terms of another unit, changed terms, or terms in another order."""
        for unit, asked, terms in self.named:
            other, _, strange = self.random.choice(self.named)
            for kind, false in self._terms(unit, terms, strange):
                yield Forged(kind, self._pointer(unit, asked, false), self.made.view)
            if other.article != unit.article:
                claim = self._pointer(unit, asked, terms, other.locator)
                yield Forged("another place", claim, self.made.view)

    def chains(self) -> Iterator[Forged]:
        """Yield pointers word for word with a link gone, added, changed, in another place, or of another unit."""
        held = [(unit, asked, chain_slots(self._words(unit.parts), self.made.language, ANY_LENGTH))
                for unit, asked, _ in self.named]  # fmt: skip
        told = [row for row in held if row[2]]
        for unit, asked, links in told:
            at = self.random.randrange(len(links) - 1)
            swapped = (*links[:at], links[at + 1], links[at], *links[at + 2 :])
            negated = _put(links, at, links[at].model_copy(update={"value": f"not {links[at].value}"}))
            hidden = _put(links, at, links[at].model_copy(update={"value": GAP}))
            _, _, strange = self.random.choice(told)
            false = {"link gone": (*links[:at], *links[at + 1 :]), "link negated": negated, "link hidden": hidden,
                     "links swapped": swapped, "chain of another": strange, "chain cut": links[: at + 1]}  # fmt: skip
            for kind, slots in false.items():
                if [slot.value for slot in slots] != [slot.value for slot in links]:
                    claim = self._pointer(unit, asked, slots, template="deals-with-chain")
                    yield Forged(kind, claim, self.made.view)

    def _terms(
        self, unit: Unit, terms: tuple[Slot, ...], other: tuple[Slot, ...]
    ) -> Iterator[tuple[str, tuple[Slot, ...]]]:
        own = {term.english.casefold() for term in terms_named(self._words(unit.parts), self.made.language)}
        yield from (("term of another", (*terms, slot)) for slot in other if slot.value.casefold() not in own)
        if len(terms) > 1:
            yield "terms turned", terms[::-1]
        for index, slot in enumerate(terms):
            for match in _SIGNS.finditer(slot.value):
                value = f"{slot.value[: match.start()]}{int(match.group()) + 1}{slot.value[match.end() :]}"
                yield "number of a term", _put(terms, index, slot.model_copy(update={"value": value}))
            yield "word added", _put(terms, index, slot.model_copy(update={"value": f"no {slot.value}"}))

    def _pointer(
        self,
        unit: Unit,
        asked: FactQuestion,
        terms: tuple[Slot, ...],
        place: str = "",
        template: str = "deals-with-terms",
    ) -> Claim:
        where = english_locator(place or unit.locator, self.made.language)
        label = asked.label if asked.label[:2].isupper() else asked.label[:1].lower() + asked.label[1:]
        fixed = (
            Slot(name="locator", value=where, read_by="locator"),
            Slot(name="question", value=label, words="", read_by="label", row=asked.id),
        )
        claim = claim_of((*fixed, *terms), self.made.quote(unit), template, "deals-with")
        return claim.model_copy(update={"question": asked.id})


@dataclass(frozen=True)
class Alone:
    """One sentence as a law of its own."""

    view: View
    quote: Quote


def alone(words: str, language: str) -> Alone:
    """Return a law of one article whose one paragraph is `words`."""
    end = len(words)
    segments = (Segment("article", 0, end, label="1", mark="1"), Segment("paragraph", 0, end, 0, label="1"))
    text = CanonicalText(words, segments)
    sha = text_sha256(text)
    source = Source(id="law", title="Law", language=language, kind="act", tier="T1", snapshot=sha)
    view = View({sha: text}, {sha: language}, {}, {"law": source})
    units = view.held(sha).units
    unit = units[0] if units else Unit((Span(0, end),), 1, 0, "operative", "1(1)")
    rows = tuple(QuotePart(start=s, end=e, exact=words[s:e]) for each in units for s, e in each.parts)
    quote = Quote(snapshot=sha, source="law", locator=unit.locator, part="operative", language=language,
                  parts=rows or (QuotePart(start=0, end=end, exact=words),))  # fmt: skip
    return Alone(view, quote)


def claim_of(
    slots: tuple[Slot, ...], quote: Quote, template: str = "glossed", form: str = "glossed"
) -> Claim:
    shown = (template, slots) if form != "free" else ("", ())
    return Claim(question="capital", form=form, sentence=render(template, slots), quotes=(quote,),
                 template=shown[0], slots=shown[1])  # fmt: skip


def _put(slots: tuple[Slot, ...], index: int, slot: Slot) -> tuple[Slot, ...]:
    return (*slots[:index], slot, *slots[index + 1 :])


def _exchanged(slots: tuple[Slot, ...], first: int, second: int) -> tuple[Slot, ...]:
    one, two = slots[first], slots[second]
    return _put(_put(slots, first, one.model_copy(update={"value": two.value})), second,
                two.model_copy(update={"value": one.value}))  # fmt: skip
