"""Facts that are rules, as whole units: norms, definitions and sanctions."""

import re
from collections.abc import Iterator

from lexatlas.core.evidence import CanonicalText, Segment, Span, Unit
from lexatlas.core.facts import Definition, Fact, Norm, Sanction
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading, norm_kind, read_norm
from lexatlas.language.units import UnitWords, belongs_together, unit_words, whole_list

_TIMES, _TIMES_TOGETHER, _TIMES_DEFINED = 2, 3, 8
_LONGEST, _LONGEST_ACTOR = 900, 260
_LONGEST_TERM, _LONGEST_LEAD = 40, 90
_LONGEST_OPENING = 400
_TERM_COLON = re.compile(r"\s*(?:\(?\w{1,3}[).-]\s*)?([^:：\d]{2,60}?)\s*[:：]\s*[^\W\d_]")
_QUOTED = re.compile(r"[\s(]*[\"“‘«]\s*([^\"”’»]{1,80}?)\s*[\"”’»]")
_BARE = re.compile(r"([^,;:.]{2,60}?)(?:, in (?:respect of|relation to) [^,]{2,80},)?\s*$")


def norm_facts(
    text: CanonicalText, unit: Unit, words: UnitWords, language: str
) -> Iterator[tuple[Unit, Fact]]:
    """Yield the rule of a unit with the unit that it must be quoted as.

    A list of alternatives or exceptions, and one under a prohibition, gives one rule with all its items,
    since an item alone may widen or turn it. Other lists are many rules and give none; neither does a list
    many times longer than its head, nor a unit too long to be one rule. A definition has its own items.
    """
    code = language.split("-")[0]
    defined = _definition(text, unit, code)
    if defined is not None:
        yield defined
        return
    whole = _whole(text, unit, words, code)
    if whole is None:
        return
    said = unit_words(text, whole).words
    norm = read_norm(said, code)
    fact = _fact(said, norm, code) if norm and len(said) <= _LONGEST else None
    if fact is not None:
        yield whole, fact


def _definition(text: CanonicalText, unit: Unit, language: str) -> tuple[Unit, Fact] | None:
    """Read a definition from the unit's own words, or from its stem and then with all items."""
    segment = text.segments[unit.segment] if unit.segment >= 0 else None
    own = _own_part(unit, segment)
    term = _term(text.text[own.start : own.end], segment, language) if _first(text, own, segment) else ""
    term = term or _listed_term(text, unit, own, language)
    if term:
        return _short(text, unit, term)
    if len(unit.parts) < 2 or segment is None or segment.parent < 0:
        return None
    stem = unit.parts[0]
    term = _term(text.text[stem.start : stem.end], text.segments[segment.parent], language)
    whole = whole_list(text, unit, language)
    return _short(text, whole, term) if term and not _many(whole, _TIMES_DEFINED) else None


def _listed_term(text: CanonicalText, unit: Unit, own: Span, language: str) -> str:
    """Return the term of "term: meaning" in an article that opens by saying that meanings follow; else ""."""
    if unit.article < 0 or not lexicon(language).words("modals", "meanings_follow"):
        return ""
    start = text.segments[unit.article].start
    opening = text.text[start : min(start + _LONGEST_OPENING, own.start)]
    follow = phrases_regex(lexicon(language).words("modals", "meanings_follow"), language)
    said = _TERM_COLON.match(text.text[own.start : own.end])
    return said.group(1).strip() if said and follow.search(opening) else ""


def _first(text: CanonicalText, own: Span, segment: Segment | None) -> bool:
    """Whether nothing but a number stands before these words in their segment."""
    return segment is None or not re.search(r"[^\W\d_]{2}", text.text[segment.start : own.start])


def _short(text: CanonicalText, unit: Unit, term: str) -> tuple[Unit, Fact] | None:
    return (unit, Definition(term=term)) if len(unit_words(text, unit).words) <= _LONGEST else None


def _own_part(unit: Unit, segment: Segment | None) -> Span:
    inside = [part for part in unit.parts if segment and segment.start <= part.start < segment.end]
    return inside[0] if inside else unit.parts[-1]


def _term(said: str, segment: Segment | None, language: str) -> str:
    """Return the term that `said` gives a meaning to: named by the structure, or standing before the verb."""
    if segment is not None and segment.kind == "definition" and re.search(r"[^\W\d_]{2}", segment.label):
        return segment.label
    listed = segment is not None and segment.part == "definition"
    opening = phrases_regex(lexicon(language).words("modals", "defines"), language).search(
        said, 0, _LONGEST_LEAD
    )
    norm = read_norm(said, language) if listed or opening or _QUOTED.match(said) else None
    if norm is None or norm.force != "defines":
        return ""
    before = said[: norm.modal.start]
    match = _QUOTED.match(before) or (_BARE.match(before) if listed else None)
    return match.group(1).strip() if match else _called(before, said[norm.modal.end :], language)


def _called(before: str, after: str, language: str) -> str:
    """Return the term of "on entend par « … »" and "所称 … 是指": in quotes, or up to the next word that defines."""
    quoted = _QUOTED.match(after)
    if quoted or re.search(r"[^\W\d_]", before):
        return quoted.group(1).strip() if quoted else ""
    verbs = phrases_regex(lexicon(language).words("modals", "defines"), language)
    second = verbs.search(after, 0, _LONGEST_TERM)
    return after[: second.start()].strip(" \n,，") if second else ""


def _many(whole: Unit, times: int) -> bool:
    """A list many times longer than its head with its shortest item is not one rule but many."""
    lengths = [part.end - part.start for part in whole.parts]
    return sum(lengths) > times * max(lengths[0] + min(lengths[1:], default=0), 1)


def _whole(text: CanonicalText, unit: Unit, words: UnitWords, language: str) -> Unit | None:
    whole = whole_list(text, unit, language)
    if whole == unit or unit.segment < 0:
        return unit
    norm = read_norm(words.words, language)
    together = belongs_together(text, unit, language)
    if norm is None or not (together or norm.force == "prohibited"):
        return None
    return None if _many(whole, _TIMES_TOGETHER if together else _TIMES) else whole


def _fact(words: str, norm: NormReading, language: str) -> Fact | None:
    if norm.sanction:
        return Sanction(words=words)
    kind = norm_kind(norm)
    actor = words[norm.actor.start : norm.actor.end].strip()
    if kind is None or not actor or _doubtful(words, norm, kind, language):
        return None
    clauses = (*norm.exceptions, *norm.conditions)
    return Norm(
        kind=kind,
        actor=actor,
        modal=words[norm.modal.start : norm.modal.end],
        action=words[norm.action.start : norm.action.end],
        conditions=tuple(words[clause.span.start : clause.span.end] for clause in clauses),
    )


def _doubtful(words: str, norm: NormReading, kind: str, language: str) -> bool:
    """What somebody is said to have said is no rule; nor is what "may be" so; nor what has no one subject."""
    lex = lexicon(language)
    told = phrases_regex(lex.words("modals", "reported"), language).search(words, 0, norm.modal.start)
    action = words[norm.action.start : norm.action.end]
    possible = phrases_regex(lex.words("modals", "possible"), language).match(action)
    long = norm.actor.end - norm.actor.start > _LONGEST_ACTOR
    return told is not None or long or (kind == "permission" and possible is not None)
