"""Who is bidden by a rule: the words before its verb, or behind it where a language says so."""

import re

from lexatlas.language.conditions import Clause, modal_hits
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading
from lexatlas.language.scopes import references
from lexatlas.language.verb_first import first_noun, whole_noun
from lexatlas.language.whole_actor import begins_noun, pronoun, whole_actor
from lexatlas.language.wording import without_mark

_LONGEST_ACTOR, _FEW_WORDS = 260, 8
_NUMBER_LAST = re.compile(r"[\d)）]\s*$")
_BESIDE = 3
"""Signs between a clause and the actor behind it."""
_OPEN = ("-", ":", "،", ",")
"""Signs behind what only leads up to the verb."""
_SEMICOLON = re.compile(r"[;；؛]\s*(?![(（]?\w{1,3}[)）])")
_LETTERS = re.compile(r"[^\W\d_]")


def actor_of(words: str, norm: NormReading, language: str) -> str:
    """Return who is bidden; where the verb comes first, the words between it and what opens the action.

    "" where nobody is named, or the words are not surely one noun phrase.
    """
    said = _named(words, norm, language)
    if norm.actor.start > norm.modal.start:
        return "" if pronoun(said, language) else said
    clause_before = any(
        0 <= norm.actor.start - clause.span.end <= _BESIDE and not _cited(words, clause, said, language)
        for clause in norm.clauses
    )
    return whole_actor(said, language, behind_clause=clause_before)


def lifted_of(words: str, norm: NormReading, language: str) -> str:
    """Return what is said not to apply, "sections 3, 4 and 5"; "" where its words are not surely one noun phrase."""
    said = words[norm.actor.start : norm.actor.end].strip(" ,،\n")
    alone = begins_noun(said, language) and not any(one.span.end <= norm.actor.start for one in norm.clauses)
    leads = phrases_regex(lexicon(language).words("rules", "aside"), language).match(said) is not None
    place = any(one.start == 0 for one in references(said, language))
    return said if alone and (place or not leads) else whole_actor(said, language, behind_clause=True)


def _cited(words: str, clause: Clause, said: str, language: str) -> bool:
    """Whether a sentence opens with a mere citation: "Notwithstanding section 4(1)," ends with its number.

    What stands behind it is the actor, whatever commas it holds, where it begins as a noun does.
    """
    opens = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    told = words[clause.span.start : clause.span.end]
    first = not _LETTERS.search(words[: clause.span.start]) and opens.match(told) is None
    return first and _NUMBER_LAST.search(told) is not None and begins_noun(said, language)


def action_of(words: str, norm: NormReading, language: str) -> str:
    """Return the act, with what stands between an actor behind the verb and the end of what was read as one."""
    start = norm.action.start
    if norm.modal.end <= norm.actor.start < norm.actor.end and not actor_of(words, norm, language):
        # Whom the words name is not sure: they stay with the act.
        start = min(start, norm.actor.start)
    elif norm.actor.start > norm.modal.start and "actor_until" not in lexicon(language).families("rules"):
        opens = phrases_regex(lexicon(language).words("rules", "action_opens"), language)
        found = opens.search(words, norm.actor.start, norm.actor.end)
        start = found.start() if found else start
    return _first_act(words[start : norm.action.end], norm, language)


def _first_act(action: str, norm: NormReading, language: str) -> str:
    """Return the acts that a bar reaches: those behind a semicolon with a verb of their own are another rule's."""
    if norm.force != "prohibited":
        return action
    for stop in _SEMICOLON.finditer(action):
        hits = modal_hits(action[stop.end() :], language)
        if hits and all(hit.family != "prohibited" for hit in hits):
            return action[: stop.start()]
    return action


def _named(words: str, norm: NormReading, language: str) -> str:
    said = without_mark(words[norm.actor.start : norm.actor.end]).rstrip(" —–")
    rules = lexicon(language).families("rules")
    if norm.actor.start > norm.modal.start and "actor_until" not in rules:
        opens = phrases_regex(rules.get("action_opens", ()), language).search(said)
        return said[: opens.start()].strip() if opens else said
    before = norm.actor.start < norm.modal.start and _LETTERS.search(said)
    if before and modal_of(words, norm).startswith(lexicon(language).words("verb_first", "and")):
        # "تقارير التقييم سرية ولا يجوز الكشف عنها": what is barred is a second clause, of nobody's.
        return ""
    if "actor_until" not in rules or (before and not said.endswith(_OPEN)):
        return said
    return _behind(words, norm, language)


def _behind(words: str, norm: NormReading, language: str) -> str:
    """Return the actor behind a verb that comes first: "" where an act follows it, and nobody is named."""
    rules, action = lexicon(language).families("rules"), words[norm.modal.end :].strip()
    within = _within(modal_of(words, norm), language)
    if within is not None:
        return within
    opens = phrases_regex(rules["actor_until"], language).search(action, 0, _LONGEST_ACTOR)
    impersonal = phrases_regex(rules.get("impersonal", ()), language).fullmatch(modal_of(words, norm))
    if impersonal and not phrases_regex(rules.get("names_actor", ()), language).match(action):
        return ""
    said = words[norm.actor.start : norm.actor.end].strip(" -،")
    if norm.actor.start > norm.modal.start and 0 < len(said.split()) <= _FEW_WORDS:
        return whole_noun(said, action, language)
    if opens and len(action[: opens.start()].split()) <= _FEW_WORDS:
        return action[: opens.start()].strip()
    return first_noun(action, language)


def addressed(action: str, language: str) -> bool:
    """Return whether the words behind a verb that comes first name somebody, though not surely how far: "لمشغل …"."""
    rules = lexicon(language).families("rules")
    names = phrases_regex(rules.get("names_actor", ()), language)
    return "actor_until" in rules and names.match(action.strip()) is not None


def _within(modal: str, language: str) -> str | None:
    """Return the actor in a modal that names it ("للهيئة أن"), "" for a pronoun there; None for other modals."""
    rules, words = lexicon(language).families("rules"), modal.split()
    if len(words) < 2 or words[-1] not in rules["actor_until"]:
        return None
    said = " ".join(words[:-1])
    names = phrases_regex(rules.get("names_actor", ()), language).match(said)
    return said if names else ""


def nobody(actor: str, language: str) -> bool:
    """Return whether the words name no bearer of a duty: "no person", "nul", "niemand"."""
    return (
        phrases_regex(lexicon(language).words("modals", "negative_subject"), language).match(actor)
        is not None
    )


def modal_of(words: str, norm: NormReading) -> str:
    """Return the words of the modal."""
    return words[norm.modal.start : norm.modal.end]
