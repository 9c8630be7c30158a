"""Dates of a law by their kind: the cue in the same clause says which, a rule may stand without a date."""

import re
from functools import cache
from typing import cast

from lexatlas.core.evidence import Span
from lexatlas.core.facts import DateRole, LegalDate
from lexatlas.language.alternatives import alternatives
from lexatlas.language.calendar import DateRead, dates_in, hijri_in
from lexatlas.language.cues import CueHit, phrase_pattern, phrases_regex, table_matcher
from lexatlas.language.lexicon import lexicon
from lexatlas.language.quantities import periods
from lexatlas.language.readings import Reading, reading
from lexatlas.language.scopes import references, scope_before
from lexatlas.language.subjects import verb_last

_NUMERALS = {"ja": "[〇一二三四五六七八九十百]+", "zh": "[〇一二三四五六七八九十百]+"}
_TOUCH, _LINK, _LINK_AFTER = 3, 60, 120
_CLAUSE = re.compile(
    r"[;。；]|,(?=\s+(?:and|or|but|et|mais|ou|und|oder|y|pero|e|mas|ed|ma|и|а|но|ve|ancak)\s)"
)
_MARKED = re.compile(r"(?:^|\s)(\d+[A-Z]{0,3})\.\s*\[\s*$")
"""The number of a section before a note in brackets: "73. [Repealed …]"."""
# Verbs that say when a law lives, before those that merely place an event.
_ORDER = ("repealed", "in_force", "applies_from", "signed", "published", "adopted", "ends", "event")


def dates(text: str, language: str) -> list[Reading[LegalDate]]:
    """Return the dates of `text` with role, scope and precision, and rules that give no date.

    A role is read from the cue nearest before the date in its clause, or right after it; a date without any
    cue has role "unknown". A rule ("on the twentieth day following …") has `date` None.
    """
    code = language.split("-")[0]
    found = [_dated(text, read, code) for read in dates_in(text, code)]
    found += _hijri(text) if code == "ar" else []
    return sorted([*found, *_rules(text, code, [one.span for one in found])], key=lambda one: one.span)


def _hijri(text: str) -> list[Reading[LegalDate]]:
    """Read Hijri dates as rules: their words are kept, and no day of another calendar is made of them."""
    found = []
    for span in hijri_in(text):
        left, right = _clause(text, span.start, span.end)
        cue = _cue(text, span, left, right, "ar")
        if cue is not None:
            value = LegalDate(
                role=cast(DateRole, cue[0]), date=None, precision="none", rule=text[span.start : span.end]
            )
            found.append(reading(text, min(cue[1].start, span.start), max(cue[1].end, span.end), value))
    return found


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    left = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    right = _CLAUSE.search(text, end)
    return left, right.start() if right else len(text)


def _dated(text: str, read: DateRead, language: str) -> Reading[LegalDate]:
    left, right = _clause(text, read.span.start, read.span.end)
    cue = _cue(text, read.span, left, right, language)
    role, span = cue or ("unknown", read.span)
    before = text[left : min(span.start, read.span.start)]
    scope = _scope(before, language) if role != "unknown" else ""
    if role == "repealed":
        marked = _MARKED.search(before)
        scope = marked.group(1) if marked else scope
        # An application that is withdrawn is no law that ends.
        role = "unknown" if _asked(scope, language) else role
    value = LegalDate(role=cast(DateRole, role), date=read.date, precision=read.precision, scope=scope)
    return reading(text, min(span.start, read.span.start), max(span.end, read.span.end), value)


def _asked(scope: str, language: str) -> bool:
    return phrases_regex(lexicon(language).words("scopes", "asked"), language).fullmatch(scope) is not None


def _scope(words: str, language: str) -> str:
    """Return the words for the part of a law that begins or ends then; "" when it is the whole.

    "… comes into force on …, except section 12, which" speaks of section 12; "this Act, except section 12," and
    "this Act, subject to paragraph 2," of the Act.
    """
    lex = lexicon(language)
    aside = [*phrases_regex(lex.words("conditions", "exception"), language).finditer(words)]
    last = aside[-1] if aside else None
    if last and table_matcher(language, "dates.roles").find(words[: last.start()]):
        parts = references(words[last.end() :], language)
        return words[last.end() + parts[0].start : last.end() + parts[-1].end].strip() if parts else ""
    if not verb_last(language):
        aside += phrases_regex(lex.words("conditions", "reference"), language).finditer(words)
    starts = [match.start() for match in aside if re.search(r"[^\W\d_]", words[: match.start()])]
    return scope_before(words[: min(starts, default=len(words))], language)


def _cue(text: str, date: Span, left: int, right: int, language: str) -> tuple[str, Span] | None:
    """Find the cue that says the kind of a date in its clause `[left, right)`; None when none does.

    First what stands right before it ("before", "until"), then the weightiest verb before it, then, where
    the date opens its clause or touches the cue, the verb after it.
    """
    lex = lexicon(language)
    point = _right_before(text, left, date.start, lex.words("dates", "points"), language)
    point = point or _right_behind(text, date.end, lex.words("dates", "points_behind"), language)
    if point is not None:
        return ("ends" if _deadline(text, left, date.start, language) else "event"), point
    hits = [hit for hit in table_matcher(language, "dates.roles").find(text[:right]) if hit.start >= left]
    if _cited(text, date, left, hits, language):
        return None
    before = [hit for hit in hits if hit.end <= date.start]
    ends = [hit for hit in before if hit.family == "ends" and date.start - hit.end <= _TOUCH]
    adjacent = lex.words("dates", "adjacent")
    strong = [hit for hit in before if date.start - hit.end <= (_TOUCH + 2 if hit.cue in adjacent else _LINK)]
    opens = _opens(text[left : date.start], lex.words("dates", "opens"))
    late = _verb_behind(language)
    after = [
        hit
        for hit in hits
        if date.end <= hit.start <= date.end + (_LINK_AFTER if opens else _LINK if late else _TOUCH)
    ]
    # Where verbs stand behind, the next one is the date's own: "am … in Kraft und am … außer Kraft".
    after = [hit for hit in after if hit.family not in ("event", "ends")][:1] if late else after
    events = [hit for hit in before if hit.family == "event" and date.start - hit.end <= _TOUCH]
    verbs = _verbs(strong) or _verbs(after)
    if verb_last(language):
        # What a date is the day of stands right behind it: "2031년 7월 1일부터 시행한다".
        verbs = _verbs(after) or [hit for hit in _verbs(strong) if date.start - hit.end <= _TOUCH]
        ends = [hit for hit in hits if hit.family == "ends" and 0 <= hit.start - date.end <= _TOUCH]
    best = ends or verbs or events
    if best and best[0].family == "repealed" and _names_other(text, best[0].end, date, language):
        return None
    return (best[0].family, Span(best[0].start, best[0].end)) if best else None


def _names_other(text: str, begin: int, date: Span, language: str) -> bool:
    """Whether a date belongs to the name of what is repealed: "Se deroga el Decreto 7 de 4 de mayo de 2031"."""
    of, since = (lexicon(language).words("dates", name) for name in ("of_name", "since"))
    if date.start <= begin or _right_before(text, begin, date.start, since, language):
        return False
    named = any(word[:1].isupper() for word in text[begin : date.start].split())
    return named and _right_before(text, begin, date.start, of, language) is not None


def _verb_behind(language: str) -> bool:
    data = lexicon(language).data
    return bool(data.get("verb_second") or lexicon(language).words("dates", "cited_after"))


def _cited(text: str, date: Span, left: int, hits: list[CueHit], language: str) -> bool:
    """Whether a date is part of the name of another law: "Gesetz vom …", "Ley 5/2031, de …", "… tarihli Kanun"."""
    lex = lexicon(language)
    after = phrases_regex(lex.words("dates", "cited_after"), language)
    if after.match(text[date.end :].lstrip(" ")):
        return True
    named = _right_before(text, left, date.start, lex.words("dates", "cited"), language)
    return named is not None and not any(hit.start < named.start and hit.end >= named.end for hit in hits)


def _verbs(hits: list[CueHit]) -> list[CueHit]:
    """Return the cues that say when a law lives, the weightiest first: "cease … as from" is an end."""
    verbs = [hit for hit in hits if hit.family not in ("event", "ends")]
    return sorted(verbs, key=lambda hit: (_ORDER.index(hit.family), -hit.start))


def _right_before(text: str, left: int, start: int, cues: tuple[str, ...], language: str) -> Span | None:
    window = text[max(left, start - 24) : start]
    for match in phrases_regex(cues, language).finditer(window):
        if not window[match.end() :].strip():
            begin = start - len(window) + match.start()
            return Span(begin, begin + len(match.group()))
    return None


def _right_behind(text: str, end: int, cues: tuple[str, ...], language: str) -> Span | None:
    """Return the place of a word behind a date that says "before it": "于2031年6月30日前"."""
    found = phrases_regex(cues, language).match(text, end) if cues else None
    return Span(*found.span()) if found else None


def _deadline(text: str, left: int, start: int, language: str) -> bool:
    """Whether "before" a date says until when something must be done: its clause bids, up to that word."""
    verbs = lexicon(language).words("dates", "deadline")
    clause = re.split(r"[,，、]", text[left:start])[-1] if verbs else ""
    return bool(clause) and phrases_regex(verbs, language).search(clause) is not None


def _opens(before: str, words: tuple[str, ...]) -> bool:
    """Whether a date is the first thing in its clause, "On 1 May 2031, …"."""
    return before.strip(' \u00a0(["“').casefold() in ("", *(word.casefold() for word in words))


def _words_of(language: str) -> str:
    lex = lexicon(language)
    words = "|".join(re.escape(word) for word in lex.numbers("numbers"))
    if language == "th":
        words += "|" + "|".join(lex.numbers("scales"))
        return rf"\s*(?:{words})+\s*"
    return words or "(?!)"


@cache
def _rule_bodies(language: str) -> str:
    lex = lexicon(language)
    slots = {
        "{ordinal}": "|".join(re.escape(word) for word in lex.numbers("ordinals")) or "(?!)",
        "{number}": "|".join(
            [r"\(?\d+\)?(?:\s*\([^()\d]{2,40}\))?", _NUMERALS.get(language) or _words_of(language)]
        ),
    }
    bodies = []
    for rule in lex.words("dates", "rules"):
        pieces = re.split(r"(\{ordinal\}|\{number\})", rule.rstrip("* "))
        made = [f"(?:{slots[piece]})" if piece in slots else _fixed(piece, language) for piece in pieces]
        bodies.append("".join(made))
    ordered = sorted(bodies, key=lambda body: (-len(body), body))
    return alternatives(ordered, ignore_case=False) if ordered else "(?!)"


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


def _rule_end(text: str, rule: re.Match[str], language: str) -> int:
    """Return where the words of a rule end: before what is taken out of it ("… except section 9, which …")."""
    lex = lexicon(language)
    other = (*lex.words("conditions", "exception"), *lex.words("period_guards", "ends"))
    cues = phrases_regex(other, language)
    body = re.compile(rf"\s*(?:{_rule_bodies(language)})", re.IGNORECASE).match(text, rule.start())
    least = body.end() if body else rule.end("rule")
    out = cues.search(text, least, rule.end("rule"))
    stop = out.start() if out else rule.end("rule")
    return rule.start("rule") + len(text[rule.start("rule") : stop].rstrip(" ,"))


def _rules(text: str, language: str, taken: list[Span]) -> list[Reading[LegalDate]]:
    """Read commencement and repeal that name a rule in the place of a date."""
    found: list[Reading[LegalDate]] = []
    for hit in table_matcher(language, "dates.roles").find(text):
        if hit.family not in ("in_force", "applies_from", "repealed", "published"):
            continue
        # In some languages the rule stands before its verb, and shares a sign with it (自…起 起施行).
        before = _rule_before(language)
        rule = _rule_after(language).match(text, hit.end)
        if rule is None and (hit.family != "published" or verb_last(language)):
            # Of "30 days after publication" nobody publishes: the publication is what is counted from.
            rule = before.search(text[: hit.start + 1]) or before.search(text[: hit.start])
        if rule is None:
            continue
        begin, end = rule.start("rule"), _rule_end(text, rule, language)
        place = Span(min(begin, hit.start), max(end, hit.end))
        if any(
            place.start < span.end and span.start < place.end
            for span in [*taken, *(one.span for one in found)]
        ):
            continue
        left, _ = _clause(text, place.start, place.end)
        # What ceases so long after something lapses by its own term: nobody repeals it.
        lapses = hit.family == "repealed" and bool(periods(text[begin:end], language))
        value = LegalDate(
            role="ends" if lapses else cast(DateRole, hit.family),
            date=None,
            precision="none",
            scope=_scope(text[left : place.start], language),
            rule=text[begin:end],
        )
        found.append(reading(text, *place, value))
    return found
