"""The event that a length of time runs from or to: its words, whole, or none where their end is not sure."""

import re
from functools import lru_cache

from lexatlas.core.facts import Comparator
from lexatlas.language.conditions import modal_hits
from lexatlas.language.cues import UNSPACED, phrases_regex
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import lexicon
from lexatlas.language.subjects import subject
from lexatlas.language.verb_second import verb_second

_MOST_WORDS, _MOST_SYLLABLES, _FEW, _NEAR = 30, 60, 10, 6
_STOP = re.compile(r"[,;.:)。；，،؛](?=\s|$)|[。；，、](?=\S)")
_COMMAS = ",，،"
_ASIDE_END = re.compile(r"[,،](?=\s)|，")
_CLAUSES = re.compile(r"[;:；：؛。]\s*|\.\s")
_LETTERS = re.compile(r"[^\W\d_]")
_OF_PROVISION = re.compile(r"^(?:제[\d조의항호제]+(?:은|는)\s+|第[^、。]{1,20}の規定は、)")
_REACH = 40
_HAN_FROM = "自"


def start_behind(text: str, begin: int, end: int, language: str) -> str:
    """Return the words for the event behind the length of time at `[begin, end)`, "" for none or an unsure end.

    They run to the next stop, over a comma where a relative clause or a second adjective follows it, and end
    before what tells another thing: a purpose, an exception, what is bidden. Where the time stands between a modal
    and its verb ("shall within ten days of its receipt answer"), only a comma shows where they end.
    """
    guards = lexicon(language).families("period_guards")
    cues = guards.get("start", ())
    rest = text[end:].lstrip()
    # "within 30 days, counted from …": a comma parts the two.
    parted = rest[:1] in _COMMAS and bool(rest)
    rest = rest[1:].lstrip() if parted else rest
    rest = (
        phrases_regex(guards.get("filler", ()), language).sub("", rest, count=1)
        if _filled(rest, language)
        else rest
    )
    match = phrases_regex(cues, language).match(rest.lstrip()) if cues else None
    if match is None or (parted and match.group().casefold() in guards.get("ahead", ())):
        return ""
    rest = rest.lstrip()
    if language == "th":
        # Thai parts clauses by blanks alone.
        return rest.split()[0]
    stop = _end(rest, match.end(), language)
    lead = _before_verb(text, begin, language)
    if lead is not None and _ASIDE_END.search(f"{lead} "):
        # "shall, within ten days of its receipt, answer": the comma that opened the time closes it.
        closed = _ASIDE_END.search(rest, match.end())
        stop = closed.start() if closed and (not stop or closed.start() < stop) else stop
    elif lead is not None and rest[stop : stop + 1] not in tuple(_COMMAS):
        stop = 0
    said = rest[:stop].split()
    return " ".join(said) if len(said) <= (_MOST_SYLLABLES if language == "vi" else _MOST_WORDS) else ""


def _before_verb(text: str, begin: int, language: str) -> str | None:
    """Return what parts a modal from a time before its verb: "and", "at once"; None where the verb came before.

    In German it is still to come, since it ends the clause.
    """
    clause = _CLAUSES.split(text[:begin])[-1]
    hits = modal_hits(clause, language)
    if not hits or hits[-1].family not in _BIDS:
        return None
    between = clause[hits[-1].end :]
    if verb_second(language):
        return between
    lex = lexicon(language)
    # "Shall have ten days from its receipt to answer": what there is time for comes behind the event.
    given = lex.words("no_rule", "time_given")
    light = (*lex.words("period_guards", "before_verb"), *given)
    parted = not light or _LETTERS.search(phrases_regex(light, language).sub(" ", between))
    return None if parted else between


def _filled(rest: str, language: str) -> bool:
    words = lexicon(language).words("period_guards", "filler")
    return bool(words) and phrases_regex(words, language).match(rest) is not None


def _end(rest: str, cue: int, language: str) -> int:
    """Return where the words for an event end; 0 where that is not sure."""
    found = (one for one in _other(language).finditer(rest, cue + 1) if not _again(rest, cue, one))
    other = next(found, None)
    most = other.start() if other else len(rest)
    for stop in _STOP.finditer(rest, cue):
        if stop.start() >= most:
            break
        if stop.group() == ")" and "(" in rest[cue : stop.start()]:
            # "a seizure under section 18(1) or …" goes on behind its bracket.
            continue
        if rest[stop.start()] in _COMMAS:
            behind = rest[stop.end() : most].lstrip()
            if _goes_on(behind, language):
                continue
            if _lists(behind, language):
                return 0
        return stop.start()
    return most


def _again(rest: str, cue: int, other: re.Match[str]) -> bool:
    """Whether the last of the words that would begin another thing stood before: "to the Board and to the Bank"."""
    last = other.group().split()[-1]
    several = len(other.group().split()) > 1
    return several and re.search(rf"\s{re.escape(last)}\s", rest[cue : other.start()]) is not None


def _lists(behind: str, language: str) -> bool:
    """Whether the event may be one of several: "or" within a few words, or, where nouns part without a word, no actor.

    Then its end is not sure.
    """
    lex = lexicon(language)
    clause = " ".join(_STOP.split(behind)[0].split()[:_NEAR])
    begins = lex.words("actors", "begins")
    other = bool(begins) and not (clause[:1].isupper() or _begins_clause(clause, begins, language))
    return other or joins(language).search(clause) is not None


def _begins_clause(clause: str, begins: tuple[str, ...], language: str) -> bool:
    """Whether who acts, or another clause, begins right behind the comma."""
    opens = (*begins, *lexicon(language).words("conditions", "opening"))
    return phrases_regex(opens, language).match(clause) is not None


def _goes_on(rest: str, language: str) -> bool:
    """Whether a relative clause follows a comma ("the year, in which …"), or the second of two adjectives."""
    lex = lexicon(language)
    if phrases_regex(lex.words("period_guards", "goes_on"), language).match(rest):
        return True
    own = phrases_regex(lex.words("main_clauses", "embeds"), language)
    # "…, in which"; of "…, review that directive" the second word points at a noun, and is no relative.
    found = [own.match(each) for each in rest.split(maxsplit=1)[1:]]
    shown = lex.words("actors", "determiners")
    second = any(match and match.group().casefold() not in shown for match in found)
    return language not in ("fr", "es", "pt") and (own.match(rest) is not None or second)


@lru_cache(maxsize=32)
def _other(language: str) -> re.Pattern[str]:
    """Words with which something else begins: a purpose, "but", a condition, a modal."""
    lex = lexicon(language)
    modals = [cue for force in ("required", "prohibited", "permitted") for cue in lex.words("modals", force)]
    opens = lex.words("period_guards", "ends") if language not in UNSPACED else ()
    return phrases_regex((*opens, *(modals if language in _BARE_MODALS else ())), language)


_BIDS = ("required", "prohibited", "permitted")
_BARE_MODALS = ("en", "fr", "de", "es", "it", "pt")
"""Languages whose modals are verbs, and no word that a noun is made with."""


def start_before(text: str, begin: int, language: str) -> str:
    """Return the words for the event that a time runs from, where they stand before it ("受理した日から二月")."""
    ends = tuple(sorted(lexicon(language).words("period_guards", "from"), key=len, reverse=True))
    before = text[:begin].rstrip()
    if not ends or not before.endswith(ends):
        return ""
    stops = [match.end() for match in re.finditer(r"[、。，,]|\.\s", before)]
    start = max([0, *stops])
    if language == "zh":
        return _from(before[start:])
    later = subject(before[start:], len(before) - start, language)
    said = " ".join(before[start + (later[1].end if later else 0) :].split())
    if language == "tr" and len(said.split()) > _FEW:
        return ""
    return _OF_PROVISION.sub("", said)


def _from(said: str) -> str:
    """Return the words from 自 on; "" without it, since who is bidden may stand before the event."""
    at = said.rfind(_HAN_FROM)
    return said[at:] if at >= 0 else ""


def ahead_of(text: str, begin: int, sign: Comparator, starts: str, language: str) -> Comparator:
    """Return how a time before an event is compared: "no later than three days before" is at least three days."""
    guards = lexicon(language).families("period_guards")
    before = phrases_regex(guards.get("ahead", ()), language).match(starts) if starts else None
    lead = text[max(0, begin - _REACH) : begin]
    late = list(phrases_regex(guards.get("latest", ()), language).finditer(lead))
    near = any(not re.search(r"[.;,:]", lead[match.end() :]) for match in late)
    return "at_least" if sign == "at_most" and before is not None and near else sign


def falls_short(text: str, begin: int, end: int, language: str) -> bool:
    """Return whether something is taken off a length ("two years less a day"), or it is what is taken off."""
    words = lexicon(language).words("period_guards", "short_of")
    if not words:
        return False
    off = phrases_regex(words, language)
    behind = off.match(text, end + len(text[end:]) - len(text[end:].lstrip(" ,\n\u00a0")))
    return behind is not None or any(
        one.start() <= begin < one.end() for one in off.finditer(text, max(0, begin - _REACH))
    )
