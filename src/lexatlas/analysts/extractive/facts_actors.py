"""Who is bidden by a rule: the words before its verb, or behind it where a language says so."""

import re

from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading
from lexatlas.language.wording import without_mark

_LONGEST_ACTOR, _FEW_WORDS = 260, 8
_ARABIC_ARTICLES = ("ال", "لل", "وال")
_LETTERS = re.compile(r"[^\W\d_]")


def actor_of(words: str, norm: NormReading, language: str) -> str:
    """Return who is bidden; where the verb comes first, the words between it and what opens the action."""
    said = without_mark(words[norm.actor.start : norm.actor.end]).rstrip(" —–")
    rules = lexicon(language).families("rules")
    if norm.actor.start > norm.modal.start and "actor_until" not in rules:
        opens = phrases_regex(rules.get("action_opens", ()), language).search(said)
        return said[: opens.start()].strip() if opens else said
    if "actor_until" not in rules or (
        norm.actor.start < norm.modal.start and _LETTERS.search(said) and not said.endswith(("-", ":"))
    ):
        return _without_aside(said, language)
    return _behind(words, norm, language)


def _behind(words: str, norm: NormReading, language: str) -> str:
    """Return the actor behind a verb that comes first: "" where an act follows it, and nobody is named."""
    rules, action = lexicon(language).families("rules"), words[norm.modal.end :].strip()
    opens = phrases_regex(rules["actor_until"], language).search(action, 0, _LONGEST_ACTOR)
    impersonal = phrases_regex(rules.get("impersonal", ()), language).fullmatch(modal_of(words, norm))
    if impersonal and not phrases_regex(rules.get("names_actor", ()), language).match(action):
        return ""
    said = words[norm.actor.start : norm.actor.end].strip(" -،")
    if norm.actor.start > norm.modal.start and 0 < len(said.split()) <= _FEW_WORDS:
        return said
    if opens and len(action[: opens.start()].split()) <= _FEW_WORDS:
        return action[: opens.start()].strip()
    # A noun without its article is the first of two: "operator of the system".
    pair = action.split()[:2]
    return " ".join(pair if pair and not pair[0].startswith(_ARABIC_ARTICLES) else pair[:1])


def _without_aside(actor: str, language: str) -> str:
    """Return the actor behind what only leads up to it: "On an appeal, the Court" is the Court."""
    aside = phrases_regex(lexicon(language).words("rules", "aside"), language)
    last = re.split(r"[,，]\s+", actor)[-1].strip()
    return last if aside.match(actor) and _LETTERS.search(last) else actor


def modal_of(words: str, norm: NormReading) -> str:
    """Return the words of the modal."""
    return words[norm.modal.start : norm.modal.end]
