"""Whether the subject of a rule acts or is acted on: passives, reflexive verbs and things, read from the lexicon."""

import re
from functools import cache
from typing import Literal

from lexatlas.language.cues import RUN_TOGETHER, any_phrase, phrases_regex
from lexatlas.language.lexicon import lexicon

_TABLE = "acted_on"
_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"\W*\w+\W+")
_PART = re.compile(r"[,;:(（\[—–،，]")
_FIRST_WORDS, _NEAR, _LAST, _BESIDE = 4, 60, 24, 14
"""Words among which a head noun stands that begins its phrase; characters around a verb that are looked at."""
_OTHERS = "’'"

Head = Literal["person", "document", "thing", ""]


def head_of(subject: str, language: str) -> Head:
    """Return what the head noun of a subject is: who can act, a document, another thing; "" where that is unknown.

    The head is the last word before the first preposition where a language puts it there ("The payment
    institution of"), the first noun of the phrase, or, where the verb stands last, the end of the phrase.
    """
    found = [
        (place, kind)
        for kind in ("person", "document", "thing")
        for place in _places(subject, f"{kind}s", language)
    ]
    if not found:
        return ""
    order = str(lexicon(language).data.get(_TABLE, {}).get("head", "first"))
    (start, end), kind = (min if order == "first" else max)(found, key=lambda one: _rank(one[0], order))
    told = _segment(subject, language) if order == "before" else subject.rstrip(' )）」』”"')
    named = order == "before" and language != "de" and start and kind != "person" and subject[start].isupper()
    if named and not (kind == "document" and len(told) == len(subject.rstrip())):
        # "The Asset Reports Centre of", cut at "and": a capital within a phrase is that of a name.
        return ""
    if order == "first":
        return _named(kind) if len(subject[:start].split()) < _FIRST_WORDS else ""
    return _named(kind) if end >= len(told.rstrip()) and start < end else ""


def _rank(place: tuple[int, int], order: str) -> tuple[int, int]:
    return (place[0], -place[1]) if order == "first" else (place[1], -place[0])


def _named(kind: str) -> Head:
    known: dict[str, Head] = {"person": "person", "document": "document", "thing": "thing"}
    return known[kind]


def _places(subject: str, family: str, language: str) -> list[tuple[int, int]]:
    """Return where nouns of a family stand within the part of a subject that holds its head."""
    words = lexicon(language).words(_TABLE, family)
    if not words:
        return []
    order = lexicon(language).data.get(_TABLE, {}).get("head", "first")
    stop = len(_segment(subject, language)) if order == "before" else len(subject)
    return [
        match.span()
        for match in phrases_regex(words, language).finditer(subject, 0, stop)
        if subject[match.end() : match.end() + 1] not in _OTHERS or match.end() == len(subject)
    ]


def _segment(subject: str, language: str) -> str:
    """Return the words up to the first preposition, comma or "and", which the head noun ends."""
    comma = _PART.search(subject)
    told = subject[: comma.start()] if comma else subject
    cut = phrases_regex(lexicon(language).words(_TABLE, "cuts"), language).search(
        told, _first_noun(told, language)
    )
    return (told[: cut.start()] if cut else told).rstrip()


def _first_noun(told: str, language: str) -> int:
    """Return where the second word begins, behind "the" the third: of "those operating rules" no word is a verb.

    What a quantifier is of counts as the noun: "all of the information listed".
    """
    lex = lexicon(language)
    of = phrases_regex(lex.words(_TABLE, "parts_of"), language).match(told) if told else None
    begin = of.end() if of else 0
    words = list(_WORDS.finditer(told, begin))
    shown = bool(words) and words[0].group().strip().casefold() in lex.words("actors", "determiners")
    skipped = words[: 2 if shown else 1]
    return skipped[-1].end() if skipped else begin


def acted_on(subject: str, modal: str, action: str, language: str) -> bool:
    """Return whether the subject of a rule does not act by its words: what is done is done to it.

    So with passives ("shall be repaid"), but for those that address whom they name ("shall be authorised"); with
    reflexive verbs of what is no person; with things and documents, whatever their verb: that "the report shall
    contain" something binds whoever draws it up. What the words leave open counts as acting, but in a language
    whose nouns for persons are a closed list, since there an act may be the subject ("办理电话卡").
    """
    if not _LETTERS.search(subject):
        return False
    head = head_of(subject, language)
    if head in ("thing", "document") or (not head and lexicon(language).data.get(_TABLE, {}).get("closed")):
        return True
    said = _verb(modal, action, language)
    if _addresses(said, language):
        return False
    return _passive(said, language) or (head != "person" and _starts("reflexive", said, language))


def _verb(modal: str, action: str, language: str) -> str:
    """Return the words of a rule from its verb on; where the verb stands last, those up to the modal."""
    if lexicon(language).data.get("verb_last"):
        return (action.partition(modal)[0] if modal else action).rstrip()
    last = modal.split()[-1:] or [""]
    held = phrases_regex(lexicon(language).words(_TABLE, "auxiliary"), language).fullmatch(last[0])
    return f"{last[0]} {action}" if held else f"{modal} \n{action}"


def _act(said: str) -> str:
    """Return the words behind the modal."""
    return said.partition(" \n")[2] or said


def _passive(said: str, language: str) -> bool:
    """Whether the verb is a passive: "be" and a participle, a word that makes one, or an ending."""
    lex = lexicon(language)
    if lex.data.get("verb_last"):
        return _ending(language, "ends").search(said[-_LAST:]) is not None
    if _starts("alone", said, language) or _whole(said, language):
        return True
    act = _act(said)
    if lex.words(_TABLE, "closing"):
        # "Der Antrag muss bei der Behörde gestellt werden": the participle stands at the end of the clause.
        return any(_closing(language).search(piece) is not None for piece in (act, _PART.split(act)[0]))
    return _participle(language).match(act) is not None


@cache
def _participle(language: str) -> re.Pattern[str]:
    lex = lexicon(language)
    auxiliary, adverb, participle, never = (
        any_phrase(lex.words(_TABLE, family), language)
        for family in ("auxiliary", "adverbs", "participles", "not_participles")
    )
    between = rf"(?:\s+(?:{adverb})){{0,3}}"
    return re.compile(
        rf"\W*(?:(?:{adverb})\s+){{0,3}}(?:{auxiliary}){between}\s+(?!(?:{never}))(?:{participle})",
        re.IGNORECASE,
    )


@cache
def _closing(language: str) -> re.Pattern[str]:
    lex = lexicon(language)
    participle, never = (
        any_phrase(lex.words(_TABLE, family), language) for family in ("participles", "not_participles")
    )
    return re.compile(
        rf"(?<!\w)(?!(?:{never}))(?:{participle})\s+(?:{any_phrase(lex.words(_TABLE, 'closing'), language)})\W*$",
        re.IGNORECASE,
    )


def _whole(said: str, language: str) -> bool:
    """Whether a modal of several words, or one word with the act, is a passive: "ist … zu stellen", "подлежит"."""
    modal, _, act = said.partition(" \n")
    return _whole_passive(language).match(modal if " " in modal else f"{modal} {act}") is not None


@cache
def _whole_passive(language: str) -> re.Pattern[str]:
    return re.compile(any_phrase(lexicon(language).words(_TABLE, "with_modal"), language), re.IGNORECASE)


@cache
def _ending(language: str, family: str) -> re.Pattern[str]:
    """Endings of a verb that stands last, before its modal."""
    ends = "|".join(map(re.escape, lexicon(language).words(_TABLE, family))) or "(?!)"
    return re.compile(rf"[^\s\d](?:{ends})\s*$")


def _starts(family: str, said: str, language: str) -> bool:
    lex = lexicon(language)
    words = lex.words(_TABLE, family)
    if not words:
        return False
    if lex.data.get("verb_last"):
        return family != "auxiliary" and _ending(language, family).search(said[-_LAST:]) is not None
    return _opening(language, family).match(_act(said)) is not None


@cache
def _opening(language: str, family: str) -> re.Pattern[str]:
    lex = lexicon(language)
    adverb = any_phrase(lex.words(_TABLE, "adverbs"), language)
    gap = "" if language in RUN_TOGETHER else r"\s+"
    found = any_phrase(lex.words(_TABLE, family), language)
    return re.compile(rf"\W*(?:(?:{adverb}){gap}){{0,3}}(?:{found})", re.IGNORECASE)


def _addresses(said: str, language: str) -> bool:
    """Whether the verb speaks to its subject though it is a passive: "shall be licensed", "be fined"."""
    words = lexicon(language).words(_TABLE, "addressed")
    if not words:
        return False
    if lexicon(language).data.get("verb_last"):
        return phrases_regex(words, language).search(said[-_LAST:]) is not None
    act = _act(said)
    verb = _participle(language).match(act)
    if verb is None:
        return phrases_regex(words, language).search(act[:_NEAR]) is not None
    # "be held responsible": the second word is behind the participle; "be traded on a licensed place" is none.
    longer = tuple(word for word in words if " " in word)
    beside = phrases_regex(longer, language).search(act[: verb.end() + _BESIDE])
    return beside is not None or phrases_regex(words, language).search(act[: verb.end()]) is not None


def agent_of(action: str, language: str) -> str:
    """Return whom a passive names as the one who acts ("by the competent authority"); "" where that is not sure.

    The words that name it stand behind the verb with no other verb between, and end the clause.
    """
    lex = lexicon(language)
    marks = lex.words(_TABLE, "agents")
    if not marks:
        return ""
    verb = _participle(language).match(action)
    if verb is None:
        return ""
    return next(
        (
            named
            for mark in phrases_regex(marks, language).finditer(action, verb.end())
            if (named := _after_mark(action, verb.end(), mark, language))
        ),
        "",
    )


def _after_mark(action: str, verb_end: int, mark: re.Match[str], language: str) -> str:
    lex = lexicon(language)
    between = action[verb_end : mark.start()]
    other = phrases_regex(
        (
            *lex.words(_TABLE, "participles"),
            *lex.words("rules", "relative"),
            *lex.words("conditions", "opening"),
        ),
        language,
    )
    if other.search(between) or len(between) > _NEAR:
        return ""
    begin = mark.end() + len(action[mark.end() :]) - len(action[mark.end() :].lstrip())
    rest = action[begin:]
    end = _agent_end(language).search(rest)
    named = rest[: end.start()].strip() if end else rest.strip(" .;")
    whole = named and len(named.split()) <= 2 * _FIRST_WORDS and head_of(named, language) == "person"
    relative = phrases_regex(lex.words("rules", "relative"), language)
    goes_on = end is not None and (
        end.group().startswith(",") or relative.match(rest[end.end() :].lstrip()) is not None
    )
    several = phrases_regex(
        (*lex.words("conditions", "additive"), *lex.words("conditions", "alternative")), language
    ).search(named)
    return named if whole and not goes_on and not several else ""


@cache
def _agent_end(language: str) -> re.Pattern[str]:
    ends = any_phrase(lexicon(language).words(_TABLE, "agent_ends"), language)
    return re.compile(rf"[,;:.(]|\s(?:{ends})|$", re.IGNORECASE)
