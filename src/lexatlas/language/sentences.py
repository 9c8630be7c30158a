"""Sentences of legal prose: an abbreviation, a number or an initial never ends one."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.lexicon import lexicon

_END = re.compile(
    # One look at a sign tells that nothing ends there.
    r"(?=[.!?…。！？؟\n])(?:(?P<stop>[.!?…]+[\"'’”»)\]]*)(?=\s+[\"'‘“«(\[]*[^\W_a-zß-öø-ÿ]|\s*$)"
    r"|(?P<han>[。！？]+[”’」』）]*)|(?P<arabic>[؟]+)|(?P<gap>\n[^\S\n]*\n+))"
)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)$")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon(language).words("abbreviations"))


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    if match.lastgroup == "gap":
        # A blank line amid a sentence (a page break) is followed by a small letter.
        return not text[match.end() : match.end() + 1].islower()
    if match.lastgroup != "stop" or not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
    if word is None:
        return not _enumerates(text, match)
    if len(word.group()) == 1 and word.group().isupper():
        # An initial, or a letter that ends a sentence ("Schedule A.").
        return (
            not re.match(r"\.\s+[A-Z][\w.]", text[match.start() : match.end() + 4])
            or "\n" in text[match.end() : match.end() + 2]
        )
    return word.group().casefold() not in _abbreviations(language)


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
        if not _ends(text, match, code):
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
