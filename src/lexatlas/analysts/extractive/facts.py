"""The typed facts of one document: each with the whole unit it stands in and the words that give it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lexatlas.analysts.extractive.ended_laws import ended_laws
from lexatlas.analysts.extractive.facts_heads import head_dates
from lexatlas.analysts.extractive.facts_names import authorities, instruments
from lexatlas.analysts.extractive.facts_norms import norm_facts
from lexatlas.analysts.extractive.facts_reach import of_reach
from lexatlas.analysts.extractive.facts_values import value_facts
from lexatlas.analysts.extractive.halves import can_halve, in_halves
from lexatlas.core.evidence import CARRYING_PARTS, CanonicalText, Span, Unit
from lexatlas.core.facts import Authority, Definition, Fact, Instrument, LegalDate, Money, Norm, Rate
from lexatlas.language.amending import quoted_changes
from lexatlas.language.comparators import in_stem
from lexatlas.language.cues import CueMatcher
from lexatlas.language.modality import read_norm
from lexatlas.language.supplements import told_of
from lexatlas.language.units import UnitWords, unit_words, units

_HAN, _HAN_PER_THOUSAND, _PER_THOUSAND = ("zh", "ja"), 9, 3
TELLING_TIERS = ("T1", "T2", "T3")
"""Tiers whose texts lay rules down or tell them as such; in the press and in reports "may" and "must" are prose."""
_LATER = "amendment-not-in-force"
_HEAD = ("recital", "heading")
_ON_TOPIC, _FEW = 2, 30
"""A fact on the topics counts twice; the thirtieth fact of its kind for half of the first."""
_MADE = ("adopted", "signed", "published")
_SHARED_OUT = 100_000
"""Letters of rules in a text that is read by two processes: a shorter one is read before a second has begun."""
_WEIGHT = {
    "money": 9, "date": 9, "rate": 8, "prohibition": 8, "authority": 8, "sanction": 7, "instrument": 7,
    "period": 6, "requirement": 5, "permission": 4, "definition": 5, "count": 3, "reach": 7,
}  # fmt: skip


@dataclass(frozen=True)
class ExtractedFact:
    """A fact with the unit it was read from; `highlight` are the places of its own words in the text.

    `reach` marks what says to whom or what a law, or a part of it, applies or does not apply.
    """

    fact: Fact
    unit: Unit
    highlight: tuple[Span, ...]
    reach: bool = False

    @property
    def kind(self) -> str:
        """The kind of fact, one of core.facts.FACT_KINDS."""
        return self.fact.kind


def extract(
    text: CanonicalText, language: str, own: str | None = None, *, law: bool = True
) -> list[ExtractedFact]:
    """Return the facts of `text` in reading order, without repeats.

    `own` is the ISO 4217 code of the place's own money, None where a bare "$" or "dirham" says nothing. Recitals,
    headings and quoted old text carry none but the formal dates printed at the head; of amendments not in force
    only rules are read, and the unit's part says that they do not hold yet; of notes only commencement dates and
    instruments, of schedules only amounts, shares and periods in tables. Where `law` is not set, as for the press,
    what "must" and "may" say is no rule.
    """
    listed = units(text, language)
    found: dict[tuple[object, ...], ExtractedFact] = {}
    for unit, words, date, span in head_dates(text, listed, language):
        printed = ExtractedFact(date, unit, words.to_source(*span)[-1:])
        found.setdefault((printed.kind, printed.highlight, date.model_dump_json()), printed)
    for fact in _of_units(text, listed, language, own):
        if law or not isinstance(fact.fact, Norm):
            found.setdefault((fact.kind, fact.highlight, fact.fact.model_dump_json()), fact)
    return list(found.values())


def _of_units(
    text: CanonicalText, listed: Sequence[Unit], language: str, own: str | None
) -> list[ExtractedFact]:
    """Return the facts of each unit in turn; a long law is shared out between two processes."""

    def read(some: Sequence[Unit]) -> list[ExtractedFact]:
        words = ((unit, unit_words(text, unit)) for unit in some)
        return [fact for unit, said in words for fact in _of_unit(text, unit, said, language, own)]

    letters = list(accumulate(map(_letters_to_read, listed), initial=0))
    if letters[-1] < _SHARED_OUT or not can_halve():
        return read(listed)
    half = bisect_left(letters, letters[-1] / 2)
    return in_halves(read, listed[:half], listed[half:])


def _letters_to_read(unit: Unit) -> int:
    return sum(part.end - part.start for part in unit.parts) if unit.part in CARRYING_PARTS else 0


def _of_unit(
    text: CanonicalText, unit: Unit, words: UnitWords, language: str, own: str | None
) -> Iterator[ExtractedFact]:
    if unit.part == "note":
        yield from _placed(unit, words, instruments(words.words, language, note=True))
        yield from _placed(unit, words, value_facts(words.words, language, own, note=True))
    elif unit.part == "schedule":
        yield from _placed(unit, words, value_facts(words.words, language, own, table=True))
    quoted = quoted_changes(words.words, language)
    if unit.part in CARRYING_PARTS:
        values = value_facts(words.words, language, own)
        told = [
            *((_stemmed(told_of(fact, text, unit), text, unit, language), span) for fact, span in values),
            *authorities(words.words, language),
            *instruments(words.words, language),
            *ended_laws(words.words, language),
        ]
        kept = (one for one in told if not (_inside(one[1], quoted) or _of_what_is_defined(one[0], unit)))
        yield from _placed(unit, words, kept)
    if unit.part in CARRYING_PARTS or unit.part == _LATER:
        if quoted and read_norm(_blanked(words.words, quoted), language) is None:
            return
        for whole, fact in norm_facts(text, unit, words, language):
            yield ExtractedFact(fact, whole, whole.parts, of_reach(fact, language))


def _stemmed(fact: Fact, text: CanonicalText, unit: Unit, language: str) -> Fact:
    """Return an amount of an item as its stem compares it, where its own words do not."""
    if not isinstance(fact, Money | Rate) or fact.comparator != "exactly" or len(unit.parts) < 2:
        return fact
    begin = text.segments[unit.segment].start if unit.segment >= 0 else unit.parts[-1].start
    for stem in reversed([part for part in unit.parts if part.end <= begin]):
        sign = in_stem(text.text[stem.start : stem.end], language)
        if sign is not None:
            return fact.model_copy(update={"comparator": sign})
    return fact


def _of_what_is_defined(fact: Fact, unit: Unit) -> bool:
    """Whether a date is of what a definition names, "the treaty signed at … on …", and not of this law."""
    return unit.part == "definition" and isinstance(fact, LegalDate) and fact.role in _MADE


def _inside(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether words stand in what an amendment quotes of another text: they set nothing here."""
    return any(one.start <= span.start and span.end <= one.end for one in quoted)


def _blanked(words: str, quoted: Sequence[Span]) -> str:
    for start, end in quoted:
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _placed(unit: Unit, words: UnitWords, facts: Iterable[tuple[Fact, Span]]) -> Iterator[ExtractedFact]:
    for fact, span in facts:
        places = words.to_source(*span)
        # A cue in the stem ("exceeds —") is shared by every item; the value's own words are the item's.
        yield ExtractedFact(fact, unit, places[-1:])


def budget(text: CanonicalText, language: str) -> int:
    """Return how many facts of a document count at most: 3 per 1,000 characters, 9 in Han script."""
    per = _HAN_PER_THOUSAND if language.split("-")[0] in _HAN else _PER_THOUSAND
    return max(1, len(text.text) * per // 1000)


def rank_facts(
    facts: Iterable[ExtractedFact], text: CanonicalText, cues: Iterable[str] = (), language: str = "en"
) -> list[ExtractedFact]:
    """Return `facts` best first: by the weight of their kind, doubled where they speak of the topics.

    Each further fact of a kind is worth less than the one before it, so that a text full of duties does not
    push out the few words that say what it defines, whom it binds and since when. What another fact has told
    before counts half, and so does what is not in force.
    """
    matcher = CueMatcher({"topic": tuple(cues)}, language)
    listed = list(facts)
    told = _told_before(listed)
    held: dict[str, bool] = {}
    ordered: dict[str, list[tuple[bool, int, int, ExtractedFact]]] = {}
    for place, fact in enumerate(listed):
        words = _topic_words(fact, text)
        if words not in held:
            held[words] = bool(matcher.families_in(words))
        start = fact.highlight[0].start if fact.highlight else 0
        name = "reach" if fact.reach else fact.kind
        beside = not (held[words] or _of_the_law(fact.fact))
        ordered.setdefault(name, []).append((beside, start, place, fact))
    worth = []
    for name, found in ordered.items():
        for number, (beside, start, place, fact) in enumerate(sorted(found, key=lambda one: one[:3])):
            value = (1 if beside else _ON_TOPIC) * _WEIGHT[name] / (1 + number / _FEW)
            late = place in told or fact.unit.part == _LATER
            worth.append((-value / (2 if late else 1), start, place, fact))
    return [fact for *_, fact in sorted(worth, key=lambda one: one[:3])]


def _of_the_law(fact: Fact) -> bool:
    """Whether a fact speaks of the law itself, whose topic is the law's: when it holds, and who watches over it."""
    if isinstance(fact, Authority):
        return fact.role == "defined"
    return isinstance(fact, LegalDate) and fact.role not in ("event", "unknown")


def _told_before(facts: Sequence[ExtractedFact]) -> frozenset[int]:
    """Return the places of facts that an earlier one tells: the same date, the same unit as a rule or a name.

    An equal amount or body is not told before: it stands for another thing.
    """
    seen: set[object] = set()
    again = set()
    # What the head prints is told anew by the provision that sets it, not the other way about.
    order = sorted(enumerate(facts), key=lambda one: one[1].unit.part in _HEAD)
    for place, fact in order:
        key = _told_as(fact)
        if key is not None and key in seen:
            again.add(place)
        seen.add(key)
    return frozenset(again)


def _told_as(fact: ExtractedFact) -> object:
    if isinstance(fact.fact, LegalDate | Instrument):
        return (fact.kind, fact.fact.model_dump_json())
    if isinstance(fact.fact, Norm):
        return ("rule", fact.unit)
    return ("name", fact.unit) if isinstance(fact.fact, Authority | Definition) else None


def _topic_words(fact: ExtractedFact, text: CanonicalText) -> str:
    """The words that say what a fact is about: a definition is about its term, any other about its unit."""
    if isinstance(fact.fact, Definition) and not fact.reach:
        return fact.fact.term
    return unit_words(text, fact.unit).words
