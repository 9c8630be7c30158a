"""Dates of a law by their kind: the cue in the same clause says which, a rule may stand without a date."""

import re
from functools import cache
from typing import cast

from lexatlas.core.evidence import Span
from lexatlas.core.facts import DateRole, LegalDate
from lexatlas.language.calendar import DateRead, dates_in
from lexatlas.language.cues import phrase_pattern, table_matcher
from lexatlas.language.lexicon import lexicon
from lexatlas.language.readings import Reading, reading
from lexatlas.language.scopes import scope_before

_LINK = 60
_LINK_AFTER = 120
_CLAUSE = re.compile(r"[;。；]|,(?=\s+(?:and|or|but|et|mais|ou)\s)")
# Verbs that say when a law lives, before those that merely place an event.
_ORDER = ("repealed", "in_force", "applies_from", "signed", "published", "adopted", "ends", "event")


def dates(text: str, language: str) -> list[Reading[LegalDate]]:
    """Return the dates of `text` with role, scope and precision, and rules that give no date.

    A role is read from the cue nearest before the date in its clause, or right after it; a date without any
    cue has role "unknown". A rule ("on the twentieth day following …") has `date` None.
    """
    code = language.split("-")[0]
    found = [_dated(text, read, code) for read in dates_in(text, code)]
    return sorted([*found, *_rules(text, code, [one.span for one in found])], key=lambda one: one.span)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)


def _dated(text: str, read: DateRead, language: str) -> Reading[LegalDate]:
    left, right = _clause(text, read.span.start, read.span.end)
    cue = _cue(text, read.span, left, right, language)
    role, span = cue or ("unknown", read.span)
    scope = scope_before(text[left : min(span.start, read.span.start)], language) if role != "unknown" else ""
    value = LegalDate(role=cast(DateRole, role), date=read.date, precision=read.precision, scope=scope)
    return reading(text, min(span.start, read.span.start), max(span.end, read.span.end), value)


def _cue(text: str, date: Span, left: int, right: int, language: str) -> tuple[str, Span] | None:
    """Find the role's cue: the nearest that ends before the date, else one that follows it."""
    before: list[tuple[int, int, str, Span]] = []
    after: list[tuple[int, int, str, Span]] = []
    for hit in table_matcher(language, "dates.roles").find(text[:right]):
        place, rank = Span(hit.start, hit.end), _ORDER.index(hit.family)
        if left <= hit.start and hit.end <= date.start:
            before.append((date.start - hit.end, rank, hit.family, place))
        elif hit.start >= date.end:
            after.append((hit.start - date.end, rank, hit.family, place))
    strong = [hit for hit in before if hit[2] not in ("event", "ends")]
    close = [hit for hit in before if hit[0] <= 3]
    return _chosen(strong, close, after)


def _chosen(strong: list[tuple[int, int, str, Span]], close: list[tuple[int, int, str, Span]],
            after: list[tuple[int, int, str, Span]]) -> tuple[str, Span] | None:  # fmt: skip
    ends = [hit for hit in close if hit[2] == "ends"]
    named = ends or [hit for hit in strong if hit[0] <= _LINK]
    if not named:
        named = [hit for hit in after if hit[0] <= _LINK_AFTER and hit[2] not in ("event", "ends")] or close
    if not named:
        return None
    # "shall cease to have effect as from" holds both cues: the weightier verb of the clause decides.
    best = min(named, key=lambda hit: (hit[1], hit[0]))
    return best[2], best[3]


@cache
def _rule_bodies(language: str) -> str:
    lex = lexicon(language)
    slots = {
        "{ordinal}": "|".join(re.escape(word) for word in lex.numbers("ordinals")) or "(?!)",
        "{number}": "|".join([r"\(?\d+\)?", *(re.escape(word) for word in lex.numbers("numbers"))]),
    }
    bodies = []
    for rule in lex.words("dates", "rules"):
        pieces = re.split(r"(\{ordinal\}|\{number\})", rule.rstrip("* "))
        made = [f"(?:{slots[piece]})" if piece in slots else _fixed(piece, language) for piece in pieces]
        bodies.append("".join(made))
    return "|".join(sorted(bodies, key=lambda body: (-len(body), body))) or "(?!)"


def _fixed(piece: str, language: str) -> str:
    """The pattern of a rule's fixed words, with the white space at their ends."""
    left = r"\s+" if piece[:1] == " " and not piece.lstrip().startswith("*") else ""
    right = r"\s+" if piece[-1:] == " " else ""
    return left + (phrase_pattern(piece.strip(), language) if piece.strip() else "") + right


@cache
def _rule_after(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<rule>(?:{_rule_bodies(language)})[^;.。]*)", re.IGNORECASE)


@cache
def _rule_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<rule>{_rule_bodies(language)})\s*$", re.IGNORECASE)


def _rules(text: str, language: str, taken: list[Span]) -> list[Reading[LegalDate]]:
    """Read commencement and repeal that name a rule in the place of a date."""
    found: list[Reading[LegalDate]] = []
    for hit in table_matcher(language, "dates.roles").find(text):
        if hit.family not in ("in_force", "applies_from", "repealed", "published"):
            continue
        # In some languages the rule stands before its verb, and shares a sign with it (自…起 起施行).
        rule = _rule_after(language).match(text, hit.end) or _rule_before(language).search(
            text[: hit.start + 1]
        )
        if rule is None:
            continue
        begin, end = rule.start("rule"), rule.start("rule") + len(rule.group("rule").rstrip())
        place = Span(min(begin, hit.start), max(end, hit.end))
        if any(
            place.start < span.end and span.start < place.end
            for span in [*taken, *(one.span for one in found)]
        ):
            continue
        left, _ = _clause(text, place.start, place.end)
        value = LegalDate(
            role=cast(DateRole, hit.family),
            date=None,
            precision="none",
            scope=scope_before(text[left : place.start], language),
            rule=text[begin:end],
        )
        found.append(reading(text, *place, value))
    return found
