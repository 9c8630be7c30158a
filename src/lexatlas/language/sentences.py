"""Sentences of legal prose: an abbreviation, a number or an initial never ends one; Thai has only paragraphs."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.lexicon import lexicon

_END = re.compile(
    # One look at a sign tells that nothing ends there.
    r"(?=[.!?…。！？؟\n])(?:(?P<stop>[.!?…]+[\"'’”»)\]]*)(?=\s+[\"'‘“«(\[]*[^\W_a-zß-öø-ÿ]|\s*$)"
    r"|(?P<han>[。！？]+[”’」』）]*)|(?P<arabic>[؟]+)|(?P<gap>\n[^\S\n]*\n+))"
)
# Possessive: a run of letters that does not reach the end is not tried once more by a letter less.
_LAST_WORD = re.compile(r"([^\W\d_]++(?:\.[^\W\d_]++)*+)$")


_BRACKETED, _OWN_WAY = ("ja", "ko"), ("ja", "ko", "th")
"""Languages whose laws put whole sentences in brackets ("…をいう。以下同じ。"), and those with stops of their own."""
_OPEN, _CLOSE, _BRACKET = "(（", ")）", 600


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon(language).words("abbreviations"))


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    if match.lastgroup == "gap":
        # A blank line amid a sentence (a page break) is followed by a small letter.
        return not text[match.end() : match.end() + 1].islower()
    if match.lastgroup != "stop" or not match.group().startswith(".") or match.group().startswith(".."):
        return True
    if match.group() == "." and _ordinal(text, match, language):
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    if word is None:
        return not _enumerates(text, match)
    if _abbreviated(text, match, word.group(), language):
        return False
    if len(word.group()) == 1 and word.group().isupper():
        # An initial, or a letter that ends a sentence ("Schedule A.").
        return (
            not re.match(r"\.\s+[A-Z][\w.]", text[match.start() : match.end() + 4])
            or "\n" in text[match.end() : match.end() + 2]
        )
    return word.group().casefold() not in _abbreviations(language)


def _goes_on(text: str, match: re.Match[str], language: str) -> bool:
    """Whether a stop ends no sentence where another language would: a Thai one, a Korean date, a proviso.

    "ただし、…" and "다만, …" take something out of the sentence before them, which is never told without.
    """
    if language not in _OWN_WAY:
        return False
    if language == "th":
        return match.lastgroup != "gap"
    after = text[match.end() : match.end() + 12].lstrip()
    if after.startswith(lexicon(language).words("conditions", "proviso")):
        return True
    return match.group() == "." and after[:1].isdigit() and text[match.start() - 1 : match.start()].isdigit()


def _in_brackets(text: str, start: int, at: int) -> bool:
    """Whether a stop at `at` stands in a bracket that was opened in its sentence and closes behind it."""
    depth = 0
    for sign in text[max(start, at - _BRACKET) : at]:
        depth = depth + 1 if sign in _OPEN else max(0, depth - (sign in _CLOSE))
    return depth > 0 and re.search(f"[{_CLOSE}]", text[at : at + _BRACKET]) is not None


def _ordinal(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the stop makes an ordinal of the number before it: "am 1. Januar", "5. madde"."""
    lex = lexicon(language)
    after = (*lex.words("after_number"), *(lex.numbers("months") if lex.words("after_number") else ()))
    if not after or not text[match.start() - 1 : match.start()].isdigit():
        return False
    next_word = re.match(r"\s+([^\W\d_]+)", text[match.end() : match.end() + 30])
    return next_word is not None and next_word.group(1).casefold() in after


def _abbreviated(text: str, match: re.Match[str], word: str, language: str) -> bool:
    """Whether a stop of an abbreviation goes on with a number ("BGBl. I S. 12") or with a small letter."""
    following = text[match.end() : match.end() + 4].lstrip(" \u00a0")
    if match.group() != "." or not following:
        return False
    return following[0].islower() or (following[0].isdigit() and word.casefold() in _abbreviations(language))


def _enumerates(text: str, match: re.Match[str]) -> bool:
    """A number with a dot that begins a line is a label, not the end of a sentence."""
    return re.search(r"(?:^|\n)\s*\d+$", text[max(0, match.start() - 8) : match.start()]) is not None


def sentences(text: str, language: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]` in order, white space at their ends left out."""
    code = language.split("-")[0]
    stop = len(text) if end is None else end
    found: list[Span] = []
    at = start
    for match in _END.finditer(text, start, stop):
        if not _ends(text, match, code) or _goes_on(text, match, code):
            continue
        if code in _BRACKETED and match.lastgroup != "gap" and _in_brackets(text, at, match.start()):
            continue
        cut = match.start() if match.lastgroup == "gap" else match.end()
        found.append(Span(at, cut))
        at = match.end()
    found.append(Span(at, stop))
    return [trimmed for span in found if (trimmed := trim(text, span)).end > trimmed.start]


def trim(text: str, span: Span) -> Span:
    """Return `span` without white space at its ends; an empty span at its start when nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
