"""To whom or what a law, or a part of it, applies or does not apply."""

import re

from lexatlas.analysts.extractive.facts_lettered import may_bind
from lexatlas.core.evidence import Span
from lexatlas.core.facts import Definition, Fact, Norm
from lexatlas.language.acted_on import head_of
from lexatlas.language.cues import phrases_regex
from lexatlas.language.itself import itself
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading, read_norm
from lexatlas.language.wording import without_mark

_NEAR = 60
_FIRST = 4
"""Words among which the noun stands that is applied."""
_LETTERS = re.compile(r"[^\W\d_]")


def left_out(words: str, norm: NormReading, language: str) -> str:
    """Return the law, or part of it, that is said not to apply: its reach is defined; "" where a rule is lifted.

    "A notice under this article shall not be required" speaks of the notice.
    """
    exempts = phrases_regex(lexicon(language).words("modals", "exempt"), language)
    if exempts.match(words, norm.modal.start) is None:
        return ""
    before = words[norm.actor.start : norm.actor.end]
    return itself(before[-_NEAR:], language) or itself(words[norm.modal.end :][:_NEAR], language, start=True)


def applied(words: str, language: str) -> Span | None:
    """Return the verb by which a law says to whom it applies ("This Part applies to …"); None for other rules."""
    verbs = phrases_regex(lexicon(language).words("rules", "applies"), language)
    for verb in verbs.finditer(words):
        named = itself(verb.group(), language) or itself(words[: verb.start()][-_NEAR:], language)
        if named or itself(words[verb.end() :][:_NEAR], language, start=True):
            turned = read_norm(words, language)
            plain = turned is None or turned.modal.start > verb.start() or turned.force == "states"
            return Span(verb.start(), verb.end()) if plain else None
    return None


def reach(words: str, verb: Span, language: str) -> Norm | Definition | None:
    """Return those whom a law is applied to as bound by it; of acts and things, the law whose reach is set.

    Persons are named on the side on which the law is not. None where one side of the verb is empty.
    """
    before, after = words[: verb.start].strip(" \n,，"), words[verb.end :].strip()
    named = itself(words[verb.start : verb.end], language) or itself(after[:_NEAR], language, start=True)
    persons, law = (before, after) if named and _LETTERS.search(before) else (after, before)
    if itself(persons[:_NEAR], language, start=True):
        # The verb stands first, the law behind it: "تسري أحكام هذا القرار على الآتي: …".
        law, _, persons = persons.partition(":")
        persons = without_mark(persons)
    modal = words[verb.start : verb.end]
    own = itself(modal, language)
    if own and not _LETTERS.search(law):
        # "适用本法": the verb names the law.
        at = words.index(own, verb.start)
        modal, law = words[verb.start : at].strip(), words[at : verb.end]
    if _only_meanings(before, language):
        return None
    if not (_LETTERS.search(law) and _LETTERS.search(persons) and may_bind(persons, language)):
        return None
    if head_of(without_mark(persons), language) in ("thing", "document"):
        named = itself(law[-_NEAR:], language) or itself(law[:_NEAR], language, start=True)
        return Definition(term=named or law)
    return Norm(kind="requirement", actor=persons, modal=modal, action=law)


def _only_meanings(before: str, language: str) -> bool:
    """Whether definitions are what is applied: "the following definitions apply to this Act" binds nobody."""
    meanings = phrases_regex(lexicon(language).words("no_rule", "meanings"), language)
    return meanings.search(" ".join(before.split()[:_FIRST])) is not None


def of_reach(fact: Fact, language: str) -> bool:
    """Return whether a fact says to what or whom a law, or a part of it, applies or does not apply."""
    if isinstance(fact, Definition):
        return bool(itself(fact.term, language))
    applies = phrases_regex(lexicon(language).words("rules", "applies"), language)
    return isinstance(fact, Norm) and applies.fullmatch(fact.modal) is not None
