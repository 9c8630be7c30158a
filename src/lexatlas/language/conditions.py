"""Conditions, exceptions and restrictions of a rule, and the tokens that no claim may drop."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.language.cues import CueHit, phrases_regex, table_hits, table_matcher
from lexatlas.language.lexicon import lexicon
from lexatlas.language.numerals import numbers
from lexatlas.language.subjects import bracketed, subject, verb_last

ClauseKind = Literal["condition", "exception", "restriction", "reference"]
_KINDS: tuple[ClauseKind, ...] = ("exception", "restriction", "condition", "reference")
# A lone word with a capital amid a sentence is a name or a month: "on 1 May 2031".
_NAME = re.compile(r"[^\s.:;—–][ \u00a0][A-Z][a-z]+$")
FORCES = ("prohibited", "exempt", "permitted", "required")
"""The families of modals, the weightier first."""
_JOINED = re.compile(r"。|\.(?=\s|$)|(?:며|고|되),(?=\s)")
"""Where a sentence ends, or a Korean verb that another main clause follows."""
_SENTENCE = re.compile(r"。|\.(?=\s|$)")
_BEGIN = re.compile(r"[。；：，,;:]")
_END = re.compile(r"[;:。；]|(?<!\d)\.(?=\s+[^\W\da-zß-ÿа-я]|\s*$)|,(?=\s)|，|، ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at `span`, from its cue to the comma or stop that ends it; before its cue where that closes it."""

    span: Span
    cue: str
    kind: ClauseKind


@dataclass(frozen=True, slots=True, order=True)
class Token:
    """A token that changes what a rule says: its kind, and its value in a form that can be compared."""

    kind: Literal["negation", "modal", "number", "condition", "exception", "restriction"]
    value: str


def clauses(text: str, language: str) -> list[Clause]:
    """Return the conditional clauses of `text` by place; of cues that overlap the longest is taken."""
    return list(_clauses(text, language.split("-")[0]))


@lru_cache(maxsize=4096)
def _clauses(text: str, language: str) -> tuple[Clause, ...]:
    hits = table_matcher(language, "conditions").find(text)
    known = [(hit, kind) for hit in hits for kind in _KINDS if hit.family == kind]
    found: list[Clause] = []
    taken = -1
    for hit, kind in sorted(known, key=lambda pair: (pair[0].start, -pair[0].end, _KINDS.index(pair[1]))):
        if hit.start < taken:
            continue
        taken = hit.end
        found.append(Clause(_reach(text, hit, language), hit.cue, kind))
    return tuple(found)


def _reach(text: str, hit: CueHit, language: str) -> Span:
    """Return the words of a clause: from its cue to the sign that ends it; what 的 closes, back to the one before."""
    if closes(hit.cue, language):
        before = [match.end() for match in _BEGIN.finditer(text, 0, hit.start)]
        last = len(text[: hit.end].rstrip("，、, "))
        if verb_last(language):
            named = subject(text, hit.start, language)
            if named and _within(text[named[1].end : hit.start], language):
                named = None
            inside = [span for span in bracketed(text) if span.start < hit.start]
            within = [span.start + 1 for span in inside if hit.start < span.end]
            stops = [m.end() for m in _JOINED.finditer(text, 0, hit.start)
                     if not any(s.start < m.start() < s.end for s in inside)]  # fmt: skip
            before = [max([0, *stops, *within, *([named[1].end] if named else [])])]
        return Span(_past_blank(text, before[-1] if before else 0), last)
    if hit.family == "restriction" and verb_last(language):
        return Span(hit.start, hit.end)
    if hit.cue in lexicon(language).words("conditions", "proviso"):
        # A proviso runs to the end of its sentence.
        stop = _SENTENCE.search(text, hit.end)
        return Span(hit.start, len(text[: stop.end() if stop else None].rstrip("。. ")))
    if language == "th":
        return Span(hit.start, _thai_end(text, hit.end))
    end = _END.search(text, hit.end)
    return Span(hit.start, end.start() if end else len(text))


def _within(between: str, language: str) -> bool:
    """Whether a noun belongs to the clause that a cue closes: right before it ("bankalar dışında"), or as its agent."""
    agents = phrases_regex(lexicon(language).words("actors", "agent"), language)
    return not between.strip() or agents.match(between.lstrip()) is not None


def _past_blank(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _thai_end(text: str, start: int) -> int:
    """A Thai clause ends at the blank before a modal or a subject; none stands for a stop by itself."""
    lex = lexicon("th")
    cues = (
        *lex.words("subjects", "behind"),
        "ให้",
        *(cue for force in FORCES for cue in lex.words("modals", force)),
    )
    opens = phrases_regex(cues, "th")
    for blank in re.finditer(r"\s+", text[start:]):
        if opens.match(text, start + blank.end()):
            return start + blank.start()
    return len(text)


def closes(cue: str, language: str) -> bool:
    """Return whether a cue stands at the end of its clause, as 的 does before a comma."""
    return cue in lexicon(language).words("conditions", "closing")


def critical_tokens(text: str, language: str) -> list[Token]:
    """Return the negations, modals, numbers, conditions, exceptions and restrictions of `text`, by place.

    Two texts that differ in this list do not say the same. Modals are given by their force, so "must" and
    "shall" are equal; numbers as plain decimals, so "ten" and "10" are equal.
    """
    code = language.split("-")[0]
    modals = modal_hits(text, code)
    found = [(hit.start, Token("modal", hit.family)) for hit in modals]
    negations = phrases_regex(lexicon(code).words("negations"), code).finditer(text)
    found += [
        (match.start(), Token("negation", match.group().casefold()))
        for match in negations
        if not any(hit.start < match.end() and match.start() < hit.end for hit in modals)
    ]
    found += [
        (number.span.start, Token("number", format(number.value.normalize(), "f")))
        for number in numbers(text, code)
    ]
    for clause in clauses(text, code):
        if clause.kind != "reference":
            found.append((clause.span.start, Token(clause.kind, clause.cue)))
    return [token for _, token in sorted(found, key=lambda pair: (pair[0], pair[1]))]


def modal_hits(text: str, language: str) -> list[CueHit]:
    """Return the modals of `text` by place, `family` being their force; a longer one hides those in it.

    A modal inside an idiom ("as the case may be"), and one with a capital amid a sentence (the month of
    May), is none.
    """
    found = table_hits(text, language, "modals")
    idioms = [hit for hit in found if hit.family == "idioms"]
    hits = [
        hit
        for hit in found
        if hit.family in FORCES
        and (" " in hit.cue or not _NAME.search(text, max(0, hit.start - 2), hit.end))
        and not any(idiom.start <= hit.start < idiom.end for idiom in idioms)
    ]
    kept: list[CueHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, FORCES.index(hit.family))):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
