"""Who a rule speaks to where the verb stands last or the subject behind a prohibition; and what brackets hold."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.actors import subject_by_noun
from lexatlas.language.cues import UNSPACED, phrases_regex
from lexatlas.language.lexicon import lexicon

_OPEN, _CLOSE = "(（[［「『〔", ")）]］」』〕"
_QUOTES = "「『」』"
_LONGEST = 600
"""Characters after which a bracket that was never closed is taken to be none."""
_PROVISION = re.compile(
    r"\s*(?:第[^、。はが]{1,20}[条項号]|(?:この|前|同|次)[一二三四五六七八九十]?[章節条項法律款]{1,2}|제[\d조의항호제]{2,16})"
    r"(?:の規定|의 규정)?\s*"
)
_BRACKETS = r"(?:[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)])?\s*$"


def bracketed(text: str) -> list[Span]:
    """Return the outermost stretches of `text` within round or square brackets, brackets included.

    Corner brackets, which quote a term, are none. A bracket that never closes is left alone.
    """
    found: list[Span] = []
    start, depth = -1, 0
    for at, sign in enumerate(text):
        if sign in _QUOTES:
            continue
        if sign in _OPEN:
            start, depth = (at, 1) if not depth else (start, depth + 1)
        elif sign in _CLOSE and depth:
            depth -= 1
            if not depth:
                found.append(Span(start, at + 1))
        elif depth and at - start > _LONGEST:
            depth = 0
    return found


def verb_last(language: str) -> bool:
    """Return whether sentences of a language end in their verb, so that the subject stands far before the modal."""
    return bool(lexicon(language).data.get("verb_last", False))


def subject(text: str, stop: int, language: str) -> tuple[Span, Span] | None:
    """Return the subject before `stop` and its particle, in a language that marks it with one; None when none.

    Clauses that stand before the subject ("…場合には、", "…경우에는") are no part of it, and neither does a
    particle in brackets mark it.
    """
    if lexicon(language).words("actors", "ends"):
        return subject_by_noun(text, stop, _after_named_clauses(text, stop, language), language)
    inside = bracketed(text[:stop])
    for mark in _marks(language).finditer(text, 0, stop):
        if any(span.start <= mark.start() < span.end for span in inside):
            continue
        if not mark.group("whole") and _looks_alike(language).search(
            text[max(0, mark.end() - 6) : mark.end()]
        ):
            continue
        start = _after_clauses(text, mark.start(), language)
        span = Span(start, mark.start() + len(mark.group("whole") or ""))
        if _PROVISION.fullmatch(text, *span) or _time(language).search(text, *span):
            # "第三条の規定は、適用しない" speaks to nobody, and neither does "六月間は、…".
            continue
        if text[span.start : span.end].strip():
            return _trimmed(text, span), Span(*mark.span())
    return None


def _after_named_clauses(text: str, stop: int, language: str) -> int:
    """Return where the last clause that a word of the lexicon closes, with a comma behind it, ends."""
    closing = phrases_regex(lexicon(language).words("conditions", "closing"), language)
    ends = [
        match.end() + 1
        for match in closing.finditer(text, 0, stop)
        if text[match.end() : match.end() + 1] == ","
    ]
    return max(ends, default=0)


def _after_clauses(text: str, stop: int, language: str) -> int:
    """Return where the subject may begin: behind the last clause or sentence that ends before it."""
    closing = _closing(language)
    inside = bracketed(text[:stop])
    ends = [
        match.end()
        for match in closing.finditer(text, 0, stop)
        if not any(span.start <= match.start() < span.end for span in inside)
    ]
    return max(ends, default=0)


def _any(language: str, family: str) -> str:
    """Return the words of a family of [subjects] as alternatives of a pattern; one that never matches for none."""
    return "|".join(map(re.escape, lexicon(language).words("subjects", family))) or "(?!)"


@cache
def _marks(language: str) -> re.Pattern[str]:
    """What marks a subject: a particle, or a word that is one as a whole ("누구든지", "何人も、").

    Where words are parted by blanks, a particle ends its word.
    """
    if language in UNSPACED:
        behind = "".join(f"(?<!{word})" for word in lexicon(language).words("subjects", "not_behind"))
        persons = rf"(?<=[{''.join(lexicon(language).words('subjects', 'persons'))}])"
        also = "|".join(word.rstrip("、") for word in lexicon(language).words("subjects", "also"))
        return re.compile(rf"{behind}(?:{_any(language, 'particles')})、?|{persons}(?P<whole>{also})、")
    particle = rf"(?<=[가-힣)」』”\"])(?<!\s)(?:{_any(language, 'particles')})(?=\s)"
    return re.compile(rf"{particle}|(?P<whole>{_any(language, 'anyone')})")


@cache
def _looks_alike(language: str) -> re.Pattern[str]:
    """Endings of verbs and adjectives that look like the particle, and particles that no subject takes."""
    return re.compile(rf"(?:(?:{_any(language, 'ends')})|(?:^|\s)(?:{_any(language, 'whole')}))$")


@cache
def _time(language: str) -> re.Pattern[str]:
    """A length of time or a day, brackets behind it: "六月間は" speaks to nobody."""
    return re.compile(rf"(?:{_any(language, 'times')}){_BRACKETS}")


@cache
def _closing(language: str) -> re.Pattern[str]:
    """Where a clause or sentence before the subject ends."""
    closes = _any(language, "closes")
    return re.compile(rf"(?:{closes})、|。" if language in UNSPACED else rf"(?:{closes}|[.,])\s+(?=\S)")


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",、"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",、"):
        end -= 1
    return Span(start, end)


def behind(text: str, at: int, language: str) -> Span | None:
    """Return the subject that stands right behind a modal at `at` ("ห้ามมิให้ผู้ใด…"); None when none does."""
    nouns = lexicon(language).words("subjects", "behind")
    begin = at + len(text[at:]) - len(text[at:].lstrip())
    match = phrases_regex(nouns, language).match(text, begin) if nouns else None
    if match is None:
        return None
    if match.group().endswith(lexicon(language).words("subjects", "relative")):
        # "ผู้ซึ่งประกอบธุรกิจ … ยื่นคำขอ": a relative clause runs to the next blank.
        blank = re.search(r"\s|$", text[match.end() :])
        return Span(match.start(), match.end() + (blank.start() if blank else 0))
    return Span(*match.span())


@cache
def _finite(language: str) -> re.Pattern[str]:
    return re.compile(rf"[。、，,.)）」』;；:：]|\s*$|(?:{_any(language, 'finite')})|\s")


def finite(text: str, at: int, language: str) -> bool:
    """Return whether a verb that ends at `at` ends its clause, rather than describes the noun behind it.

    "譲渡することができる者" tells of a person, it permits nothing. Korean has other endings for that.
    """
    return language not in UNSPACED or text[at - 1] in "。、" or _finite(language).match(text, at) is not None
