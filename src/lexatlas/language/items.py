"""Whether one item of a list is a rule by itself: together with its stem it says nothing that the list does not."""

from typing import Literal

from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.language.conditions import modal_hits
from lexatlas.language.cues import phrases_regex
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import lexicon
from lexatlas.language.lists import decides
from lexatlas.language.units import UnitWords, items_beside
from lexatlas.language.wording import without_mark

_EDGE = 14
_OPENING = 40
"""Characters of an item among which its first word stands."""
_EACH = ("prohibited", "permitted", "exempt", "applies")
"""What is said of each of several alternatives: none of them may be done, any of them may."""
_LEAVE = ("permitted", "exempt")
Joined = Literal["or", "and", ""]


def holds_alone(
    text: CanonicalText, unit: Unit, words: UnitWords, language: str, force: str, verb: int
) -> bool:
    """Return whether stem and item are true without the other items; yes for a unit that has no stem.

    `force` is what the rule does, `verb` where in `words` it says so. Alternatives hold each under a bar, a
    permission and a condition ("if (a) or (b)"), never under a duty. Conditions that must all be met, and all
    that lifts a bar ("unless …"), are told together. No where one of the items decides ("the higher of") or they
    are all there is.
    """
    begin = text.segments[unit.segment].start if unit.segment >= 0 else 0
    stems = [part for part in unit.parts if part.end <= begin]
    at, said = unit.segment, _part_of(words, verb)
    for number in range(len(stems) - 1, -1, -1):
        stage = "stem" if said <= number else "item" if said <= len(stems) else "closing"
        if stage == "item" and _describes_stem(text, stems[number], at, language):
            stage = "closing"
        around = any(_runs(text, stem, language) for stem in stems[:number])
        if not _alone(text, stems[number], at, language, force, stage, around=around):
            return False
        at = text.segments[at].parent
    return True


def _describes_stem(text: CanonicalText, stem: Span, item: int, language: str) -> bool:
    """Whether an item describes whom its stem names: "a person — (a) who trades; and (b) who lives here, must …"."""
    relative = phrases_regex(lexicon(language).words("rules", "relative"), language)
    begin = text.segments[item].start
    said = without_mark(text.text[begin : begin + _OPENING])
    opens = relative.match(said)
    shown = lexicon(language).words("actors", "determiners")
    # "That licensee must …" points at a noun.
    describes = opens is not None and opens.group().casefold() not in shown
    return describes and not modal_hits(text.text[stem.start : stem.end], language)


def _part_of(words: UnitWords, place: int) -> int:
    end = 0
    for number, part in enumerate(words.parts):
        end += part.end - part.start + 1
        if place < end:
            return number
    return len(words.parts)


def _runs(text: CanonicalText, stem: Span, language: str) -> bool:
    """Whether a clause of condition still runs where a list within the list of a stem begins."""
    return open_clause(text.text[stem.start : stem.end].rstrip(" :：—–-\n"), language) == "condition"


def _alone(
    text: CanonicalText, stem: Span, item: int, language: str, force: str, stage: str, *, around: bool
) -> bool:
    said = text.text[stem.start : stem.end].rstrip(" :：—–-\n")
    joined = _joined(text, item, language)
    one_of = phrases_regex(lexicon(language).words("conditions", "one_of"), language)
    named = one_of.search(said) is not None
    if decides(said, language) and not named:
        return False
    runs = open_clause(said, language) or _closed_by_particle(said, named, language)
    if runs == "exception":
        # "unless it (a) … and (b) …": one of them does not suffice; of "or" none is the only way.
        return False
    either = joined == "or" or named
    together = phrases_regex(lexicon(language).words("cumulative"), language).search(said)
    if (
        runs == "condition"
        or around
        or stage == "closing"
        or (together and stage == "stem" and force in _LEAVE)
    ):
        # "may sell on the condition that it (a) … and (b) …": one of them alone gives no leave.
        return either
    return stage == "item" or force in _EACH or not either


def _joined(text: CanonicalText, item: int, language: str) -> Joined:
    """Return the word that stands between the items of a list: at the end of one, or at the start of the last."""
    lex = lexicon(language)
    beside = [text.segments[index] for index in items_beside(text, item, language)]
    ends = [text.text[max(s.start, s.end - _EDGE) : s.end].rstrip(" ;,，；\n") for s in beside[:-1]]
    last = without_mark(text.text[beside[-1].start : beside[-1].start + _EDGE]) if beside else ""
    named: tuple[tuple[Joined, str], ...] = (("or", "alternative"), ("and", "additive"))
    for joined, family in named:
        cue = phrases_regex(lex.words("conditions", family), language)
        if any(match.end() >= len(end) for end in ends for match in cue.finditer(end)) or cue.match(last):
            return joined
    return ""


def breaks_off(unit: Unit, said: str, language: str) -> bool:
    """Return whether a sentence without a stem ends before the last of the items that it holds: "…; and"."""
    tail = said.rstrip()[-_EDGE:]
    ends = any(match.end() == len(tail) and tail[: match.start()].rstrip().endswith((";", ",", "；", "，"))
               for match in joins(language).finditer(tail))  # fmt: skip
    return len(unit.parts) == 1 and ends


def open_clause(stem: str, language: str) -> Literal["condition", "exception", ""]:
    """Return what clause still runs where the items begin: "unless", "if", or none.

    A comma closes a clause that a comma opened; a modal after the cue begins the main clause.
    """
    lex = lexicon(language)
    modals = tuple(
        cue
        for force in ("required", "prohibited", "permitted", "exempt", "sanction")
        for cue in lex.words("modals", force)
    )
    exceptions = tuple(cue for cue in lex.words("conditions", "exception") if cue not in modals)
    found: list[tuple[int, Literal["condition", "exception"]]] = []
    kinds: tuple[tuple[Literal["condition", "exception"], tuple[str, ...]], ...] = (
        ("condition", _conditions(language)),
        ("exception", exceptions),
    )
    for kind, cues in kinds:
        for match in phrases_regex(cues, language).finditer(stem):
            rest = stem[match.end() :]
            aside = stem[: match.start()].rstrip().endswith(",") and "," in rest
            closed = match.start() == 0 and "," in rest
            if not aside and not closed and phrases_regex(modals, language).search(rest) is None:
                found.append((match.start(), kind))
    return max(found)[1] if found else ""


def _closed_by_particle(stem: str, named: bool, language: str) -> Literal["condition", ""]:
    """Alternatives in a clause that a particle closes (有下列情形之一的，) are a condition, not what is bidden."""
    closing = phrases_regex(lexicon(language).words("conditions", "closing"), language)
    return "condition" if named and closing.search(stem) else ""


def _conditions(language: str) -> tuple[str, ...]:
    """The cues of a condition that a list may fill: not "one of the following", which names no condition."""
    lex = lexicon(language)
    fill = (*lex.words("conditions", "whole_stem"), *lex.words("conditions", "opening"))
    exceptions = lex.words("conditions", "exception")
    named = (*lex.words("conditions", "one_of"), *lex.words("conditions", "following"))
    lists = phrases_regex(named, language)
    return tuple(dict.fromkeys(cue for cue in fill if cue not in exceptions and not lists.search(cue)))
