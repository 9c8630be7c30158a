"""Who a rule speaks to where the verb stands last or the subject behind a prohibition; and what brackets hold."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.actors import subject_by_noun
from lexatlas.language.cues import phrases_regex
from lexatlas.language.lexicon import lexicon

_OPEN, _CLOSE = "(（[［「『〔", ")）]］」』〕"
_QUOTES = "「『」』"
_LONGEST = 600
"""Characters after which a bracket that was never closed is taken to be none."""
_JA_MARK = re.compile(r"(?<![又ててでくき合とにの])(?<!若しく)は(?P<stop>、?)|(?<=[人者])も、")
# Endings of verbs and adjectives that look like the particle, and particles that no subject takes.
_PROVISION = re.compile(
    r"\s*(?:第[^、。はが]{1,20}[条項号]|(?:この|前|同|次)[一二三四五六七八九十]?[章節条項法律款]{1,2}|제[\d조의항호제]{2,16})"
    r"(?:の規定|의 규정)?\s*"
)
_TIME = re.compile(
    r"(?:間|期間|日|年|月|後|まで)(?:[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)])?\s*$"
)
_KO_ENDS = (
    "하는|려는|라는|다는|되는|있는|없는|않는|받는|얻는|따르는|이르는|다루는|갖추는|미치는|넘는|맡는|맺는|시키는|걸치는|알리는|올리는|보내는|거두는|나타내는"
    "|이루는|같은|받은|않은|얻은|맡은|에는|고는|서는|로는|에게는|면은|또는|혹은|내지는|까지는|부터는|없은|갖춘"
)
_KO_WHOLE = (
    "지는|두는|주는|드는|나는|보는|오는|가는|이는|사는|파는|타는|쓰는|치는|짓는|붙은|묶은|높은|낮은|많은|적은|작은|좋은|깊은|넓은|입은|잃은"
    "|읽은|놓은|넣은|닫은|이은"
)
_KO_MARK = re.compile(r"(?<=[가-힣)」』”\"])(?<!\s)(?:은|는)(?=\s)|누구든지|누구라도(?=\s)")
_KO_WORD = re.compile(rf"(?:(?:{_KO_ENDS})|(?:^|\s)(?:{_KO_WHOLE}))$")


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
    for mark in (_JA_MARK if language == "ja" else _KO_MARK).finditer(text, 0, stop):
        if any(span.start <= mark.start() < span.end for span in inside):
            continue
        if language == "ko" and not _ko_subject(text, mark):
            continue
        start = _after_clauses(text, mark.start(), language)
        whole = mark.group() in ("누구든지", "누구라도") or mark.group().startswith("も")
        end = mark.end() if whole else mark.start()
        span = Span(start, end if mark.group() != "も、" else mark.end() - 1)
        if _PROVISION.fullmatch(text, *span) or _TIME.search(text, *span):
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


def _ko_subject(text: str, mark: re.Match[str]) -> bool:
    return len(mark.group()) > 1 or _KO_WORD.search(text[max(0, mark.end() - 6) : mark.end()]) is None


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


@cache
def _closing(language: str) -> re.Pattern[str]:
    if language == "ja":
        return re.compile(
            "(?:場合には|場合において|場合は|ときは|を除き|を除くほか|かかわらず|限り|なければ|により|に基づき|ところにより|については|に関しては)、|。"
        )
    return re.compile(r"(?:경우에는|경우|때에는|하면|되면|불구하고|제외하고는|아니하고는|[.,])\s+(?=\S)")


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
    if match.group().endswith(("ซึ่ง", "ที่")):
        # "ผู้ซึ่งประกอบธุรกิจ … ยื่นคำขอ": a relative clause runs to the next blank.
        blank = re.search(r"\s|$", text[match.end() :])
        return Span(match.start(), match.end() + (blank.start() if blank else 0))
    return Span(*match.span())


_FINITE = re.compile(r"[。、，,.)）」』;；:：]|\s*$|ものとする|\s")


def finite(text: str, at: int, language: str) -> bool:
    """Return whether a verb that ends at `at` ends its clause, rather than describes the noun behind it.

    "譲渡することができる者" tells of a person, it permits nothing. Korean has other endings for that.
    """
    return language != "ja" or text[at - 1] in "。、" or _FINITE.match(text, at) is not None
