"""Whether a unit says what a question asks for: who acts, what is bidden, of which asset, with which figure."""

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.known_families import ASSET, OTHER_ASSETS, PROVIDER
from lexatlas.analysts.extractive.reading import Reading, ReadUnit
from lexatlas.codebook.topic import FactQuestion, Topic
from lexatlas.core.evidence import NOT_LAW_YET, Source
from lexatlas.core.facts import Authority, Definition, LegalDate
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.scopes import references
from lexatlas.language.subjects import verb_last
from lexatlas.language.wording import without_mark

_TITLED = OTHER_ASSETS - {"securities"}
"""A title on securities may hold the rules on this asset; one on tokens that keep to a currency does not."""
_GRANTING = frozenset((ASSET, PROVIDER, "licence", "registration"))
_NORMS = {
    "required": "requirement",
    "prohibited": "prohibition",
    "permitted": "permission",
    "exempt": "permission",
}
Place = tuple[str, int]
"""A text's hash with the index of an article in it, or with the order of a unit."""
_PERSONS = frozenset(("individual", "retail", "client", "anyone"))
_TIERS = ("T1", "T2", "T3")


def kind_of(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> str:
    """Return the kind of answer that a unit gives by a fact, or bare; "" when it gives none."""
    if fact is not None:
        return fact.kind
    bidden = _NORMS.get(unit.norm.force, "") if unit.norm else ""
    return bidden or (question.kinds[0] if question.statements else "")


def may_tell(question: FactQuestion, source: Source) -> bool:
    """A bill, a draft or a consultation tells what is coming, never what the law is."""
    return source.tier in _TIERS and (source.kind not in NOT_LAW_YET or question.section == "recent")


def of_now(question: FactQuestion, unit: ReadUnit) -> bool:
    """What was repealed or superseded answers nothing; what has not begun is told under its mark.

    A rule for the time of transition answers only what is asked of changes.
    """
    if unit.part == "transitional" and question.section not in ("recent", "pillars"):
        return False
    return unit.force not in ("repealed", "superseded")


def speaks_of(
    question: FactQuestion,
    unit: ReadUnit,
    reading: Reading,
    licensing: frozenset[str],
    core: frozenset[Place],
) -> bool:
    """Return whether the unit speaks of what is asked, and of crypto-assets at all.

    `licensing` are the texts whose licence or registration reaches the asset: what such a law asks of
    "licensees" it asks of those whom it licenses for the asset. `core` are the articles that the code rests on.
    """
    here = unit.families
    if question.kinds[0] == "instrument":
        return ASSET in unit.text.families
    if here & frozenset(question.none):
        return False
    if question.any and not here & frozenset(question.any):
        return False
    if frozenset(question.all) - here - {ASSET}:
        return False
    if question.actor and ASSET in question.all and ASSET not in here:
        # A rule for the person names what he may do with the asset; a law on it says much else of persons.
        return False
    if ASSET in here | unit.about or ASSET in reading.reached(unit):
        return True
    if unit.part == "transitional" and unit.text.snapshot.text in licensing:
        # Those who may go on are "firms already at work": a law on the asset speaks of no others.
        return True
    place = (unit.text.snapshot.text, unit.unit.article)
    return place in core or (unit.text.snapshot.text in licensing and PROVIDER in unit.actor_families)


def of_other_assets(topic: Topic, unit: ReadUnit) -> bool:
    """A rule on other assets alone, by the heading that it stands under or by its words, is none on this one."""
    if topic.actor == "issuer":
        return False
    if unit.headings & _TITLED and ASSET not in unit.headings:
        return True
    return bool(unit.families & OTHER_ASSETS) and not unit.families & {ASSET, PROVIDER}


def answers(
    question: FactQuestion,
    topic: Topic,
    unit: ReadUnit,
    fact: ExtractedFact | None,
    kinds: frozenset[str],
    *,
    acts: bool = False,
) -> bool:
    """Return whether the unit is of the kind asked for; `kinds` are those of all facts that it holds.

    `acts`: a public body is read as the one that acts in it, with a modal or without ("decides within …").
    """
    if defines(unit, fact):
        return "definition" in question.kinds and _defines(question, unit, fact)
    return (
        _holds_figure(question, unit, kinds)
        and _who(question, topic, unit, acts)
        and (not question.action or bool(bidden(unit) & frozenset(question.action)))
        and _names_who_acts(question, unit, acts)
        and _to_come(question, unit, fact)
    )


def _holds_figure(question: FactQuestion, unit: ReadUnit, kinds: frozenset[str]) -> bool:
    """Return whether the unit holds a figure that is asked for; what somebody may do has no time limit."""
    if not question.figure:
        return True
    power = unit.norm is not None and unit.norm.force == "permitted" and "period" in question.figure
    return bool(kinds & frozenset(question.figure)) and not power


def defines(unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    """Return whether a unit only says what a word means; a body that is named so is still named."""
    if fact is not None and isinstance(fact.fact, Authority):
        return False
    given = fact is not None and isinstance(fact.fact, Definition)
    return given or unit.part == "definition" or (unit.norm is not None and unit.norm.force == "defines")


def _defines(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    if fact is None or not isinstance(fact.fact, Definition):
        return False
    named = term_families(unit, fact.fact)
    if PROVIDER in named and PROVIDER not in question.term and question.term:
        return False
    return not question.term or bool(frozenset(question.term) & named)


def term_families(unit: ReadUnit, fact: Definition) -> frozenset[str]:
    """Return the families of the term that is defined."""
    return frozenset(unit.text.matcher.families_in(fact.term.strip()))


def bidden(unit: ReadUnit) -> frozenset[str]:
    """Return the families of what a rule bids, from its modal on; of the whole unit where it bids nothing.

    Where the verb stands last, what is bidden lies before it: behind the actor, in the whole unit if none is told.
    """
    if unit.norm is None or not unit.norm.actor.end:
        return unit.families
    start, end = unit.norm.actor
    if start == end and verb_last(unit.text.snapshot.language):
        return unit.families
    rest = unit.words[end:]
    if not any(sign.isalpha() for sign in rest):
        # "Queda prohibido a los bancos el uso de …": the words of the actor run to the end and hold the act.
        return unit.families
    return unit.text.families_in(rest)


def _who(question: FactQuestion, topic: Topic, unit: ReadUnit, acts: bool) -> bool:
    acting = acting_families(topic, unit)
    if acts and unit.norm is None:
        acting |= {"authority"}
    if acting & frozenset(question.actor_none):
        return False
    return not question.actor or bool(acting & frozenset(question.actor))


def acting_families(topic: Topic, unit: ReadUnit) -> frozenset[str]:
    """Return the families of who acts; "authority" for a public body by whatever name.

    To a topic about the person, "every person referred to in section 5" is not everybody, and neither is a
    person who serves others by way of business.
    """
    # "A licensee that is aggrieved by a decision of the Authority" is no authority.
    found = unit.actor_families - {"authority"} | ({"authority"} if unit.by_authority else frozenset())
    if topic.actor == "person" and _led_by_provider(unit):
        return found - _PERSONS
    if topic.actor != "person" or "anyone" not in found:
        return found
    actor = unit.words[unit.norm.actor.start : unit.norm.actor.end] if unit.norm else ""
    pointed = references(actor, unit.text.snapshot.language)
    return found - {"anyone"} if pointed or "activity" in unit.families else found


def _led_by_provider(unit: ReadUnit) -> bool:
    """Return whether a firm is named before any person: "a provider whose clients …" is the firm."""
    actor = unit.words[unit.norm.actor.start : unit.norm.actor.end] if unit.norm else ""
    hits = unit.text.matcher.find(actor) if PROVIDER in unit.actor_families else []
    firms = [hit.start for hit in hits if hit.family == PROVIDER]
    persons = [hit.start for hit in hits if hit.family in _PERSONS]
    return bool(firms) and min(firms) < min(persons, default=len(actor))


def _names_who_acts(question: FactQuestion, unit: ReadUnit, acts: bool) -> bool:
    """A question for an authority is answered by what it does with licences, or by what makes it one."""
    if question.kinds[0] != "authority":
        return True
    by_body = unit.by_authority or (acts and unit.norm is None)
    return (by_body and bool(unit.families & _GRANTING)) or bidden(unit) >= {
        "authority",
        "designates",
    }


def _to_come(question: FactQuestion, unit: ReadUnit, fact: ExtractedFact | None) -> bool:
    """What is to come has a date after the day asked about, is the length of a pilot, or is not law yet."""
    if not question.to_come:
        return True
    as_of = unit.text.timing.as_of
    if fact is not None and isinstance(fact.fact, LegalDate) and fact.fact.date:
        return fact.fact.date > as_of
    if fact is not None and fact.kind == "period":
        return _of_pilot(unit, fact)
    return unit.force == "not yet" or unit.source.kind in NOT_LAW_YET


def _of_pilot(unit: ReadUnit, fact: ExtractedFact) -> bool:
    """Return whether a period is how long a pilot lasts: one that its sentence names first, in no list."""
    at = fact.highlight[0].start if fact.highlight else -1
    hits = (hit for hit in unit.text.hits if hit.family == "pilot")
    part = unit.unit.parts[0]
    return len(unit.unit.parts) == 1 and any(part.start <= hit.start and hit.end <= at for hit in hits)


def leans(unit: ReadUnit, words: str) -> bool:
    """Return whether a sentence leans on the one before it ("This …", "Paragraph 1 …"): alone it says little.

    "This Act applies to" does not: a law may speak of itself.
    """
    lex = lexicon(unit.text.snapshot.language)
    said = without_mark(words)
    itself = phrases_regex((*lex.words("scopes", "whole"), *lex.words("scopes", "alone")), lex.language)
    leaning = phrases_regex(lex.words("scopes", "leans"), lex.language)
    return not itself.match(said) and leaning.match(said) is not None
