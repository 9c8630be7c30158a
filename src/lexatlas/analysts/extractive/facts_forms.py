"""What a modal verb does not bid: saving clauses, freedom from blame, void acts; and duties that are powers."""

import re

from lexatlas.core.evidence import Span
from lexatlas.language.acted_on import head_of
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormKind
from lexatlas.language.quantities import periods

_TABLE = "no_rule"
_NEAR = 60
"""Characters around a verb that may free from blame."""
_ASIDE = re.compile(r"\s*,?\s*[^,;:]{3,160},\s+")
_ASIDE_WITHIN = re.compile(r"\s*(\w+),\s+[^,;:]{3,160},\s+")
_COMMA = re.compile(r",\s+")


def exculpates(words: str, modal: Span, language: str) -> bool:
    """Return whether the words at a verb free somebody from blame: nothing is forbidden, and no breach punished."""
    free = phrases_regex(lexicon(language).words(_TABLE, "exculpates"), language)
    return free.search(words, max(0, modal.start - _NEAR), min(len(words), modal.end + _NEAR)) is not None


def bids_nothing(kind: NormKind, actor: str, action: str, language: str) -> bool:
    """Return whether a rule leaves things as they are ("shall not affect") or says what is void ("shall be void")."""
    if kind == "prohibition":
        return _opens("saves", action, language) and head_of(actor, language) != "person"
    return kind == "requirement" and _opens("void", action, language)


def conferred(kind: NormKind, modal: str, action: str, language: str) -> tuple[NormKind, str, str]:
    """Return a rule as it is: "shall have the power to" permits, "shall, if …, not exceed" forbids.

    The words that confer go with the modal.
    """
    if kind != "requirement":
        return kind, modal, action
    if barred := _barred_behind_aside(action, language):
        return "prohibition", modal, barred
    confers = phrases_regex(lexicon(language).words(_TABLE, "confers"), language)
    aside = _ASIDE.match(action)
    within = _ASIDE_WITHIN.match(action)
    if (aside and confers.match(action, aside.end())) or (
        within and confers.match(f"{within.group(1)} {action[within.end() :]}")
    ):
        # "shall, for the purposes of this Act, have all the powers": the aside stays with the act.
        return "permission", modal, action
    powers = confers.match(action) or _time_given(action, language)
    if powers is None:
        return kind, modal, action
    return "permission", f"{modal} {powers.group()}", action[powers.end() :].strip() or action


def _time_given(action: str, language: str) -> re.Match[str] | None:
    """Return the words that give somebody a time for what he may do: "have 20 days … to comment"; None for others."""
    given = phrases_regex(lexicon(language).words(_TABLE, "time_given"), language).match(action)
    if given is None:
        return None
    times = periods(action[: given.end() + _NEAR], language)
    return given if times and not action[given.end() : times[0].span.start].strip() else None


def only_they(words: str, start: int, actor: str, language: str) -> str:
    """Return an actor without the word that shuts all others out, "only the Board"; "" where none stands first."""
    only = phrases_regex(lexicon(language).words("modals", "only_subject"), language)
    if not actor or only.match(words, start) is None:
        return ""
    first = only.match(actor)
    return actor[first.end() :].strip() if first else actor


def _barred_behind_aside(action: str, language: str) -> str:
    """Return an act whose "not" stands behind a clause put in: ", if the file was lost, not exceed ten"."""
    opens = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    begin = len(action) - len(action.lstrip(" ,"))
    comma = _COMMA.search(action, begin)
    if opens.match(action, begin) is None or comma is None:
        return ""
    negation = phrases_regex(lexicon(language).words("negations", "bare"), language)
    return action if negation.match(action, comma.end()) else ""


def _opens(family: str, action: str, language: str) -> bool:
    words = lexicon(language).words(_TABLE, family)
    adverbs = phrases_regex(lexicon(language).words("acted_on", "adverbs"), language)
    adverb = adverbs.match(action)
    begin = adverb.end() + 1 if adverb and not phrases_regex(words, language).match(action) else 0
    return bool(words) and phrases_regex(words, language).match(action, min(begin, len(action))) is not None
