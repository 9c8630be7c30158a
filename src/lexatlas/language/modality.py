"""What a legal sentence does: forbids, requires, permits, exempts, defines or states; and for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lexatlas.core.evidence import Span
from lexatlas.core.facts import Force
from lexatlas.language.acted_on import head_of
from lexatlas.language.actors import act_barred, actor_of, in_main_clause
from lexatlas.language.conditions import Clause, clauses, closes, modal_hits
from lexatlas.language.cues import CueHit, phrases_regex, table_hits
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import lexicon
from lexatlas.language.parted import parted_not
from lexatlas.language.subjects import behind, bracketed, finite, subject, verb_last
from lexatlas.language.verb_second import bracket, split_force

_ONLY_BEFORE, _SHORT = 60, 8
_STOP = re.compile(r"[;:]\s|(?<!\d)\.\s|^")
_ASIDE, _LONGEST_ASIDE = re.compile(r"[,،，][^,،，;:.]+[,،，]\s*$"), 90
_WILL, _CANNOT = "จะ", ("มิได้", "ไม่ได้")
_BARRED = re.compile(
    r"จะ(?=\S)(?:(?!จะ)[^“”]){2,240}?(?:ก็)?(?P<bar>มิได้|ไม่ได้)(?=\s|$|เว้นแต่|ภายใน|จนกว่า|ตลอด|ตราบ|เช่นกัน|ก่อน|ทั้งนี้)"
)
"""Thai "will … not be able": who acts, "จะ", the act, and only then what bars it."""
_LET = "ให้"
"""Thai "let", before the subject of a duty."""


@dataclass(frozen=True)
class NormReading:
    """A rule read from one unit; spans point into the unit's words.

    `actor` and `action` may be empty spans. `only` marks "may … only": allowed thus, forbidden otherwise.
    `sanction` marks words on what follows a breach.
    """

    force: Force
    actor: Span
    modal: Span
    action: Span
    clauses: tuple[Clause, ...]
    only: bool = False
    sanction: bool = False

    @property
    def exceptions(self) -> tuple[Clause, ...]:
        """The clauses that take something out of the rule."""
        return tuple(clause for clause in self.clauses if clause.kind == "exception")

    @property
    def conditions(self) -> tuple[Clause, ...]:
        """The clauses on which the rule depends."""
        return tuple(clause for clause in self.clauses if clause.kind in ("condition", "restriction"))


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    force: str


@lru_cache(maxsize=16384)
def read_norm(text: str, language: str) -> NormReading | None:
    """Read the rule of one unit; None when no modal, definition or sanction verb stands in it.

    "No person shall" forbids; "may only" requires with `only`; "shall be liable" states a sanction;
    "means" and "shall be deemed" define; "need not" and "does not apply" exempt.
    """
    code = language.split("-")[0]
    found = tuple(clauses(text, code))
    hits = _spoken(text, table_hits(text, code, "modals"), code)
    hit = _whole(text, _main(text, list(_spoken(text, modal_hits(text, code), code)), found, code), code)
    idioms = [other for other in hits if other.family == "idioms"]
    defining = next(
        (
            other
            for other in hits
            if other.family == "defines" and not any(i.start <= other.start < i.end for i in idioms)
        ),
        None,
    )
    sanction = next((other for other in hits if other.family == "sanction"), None)
    described = sanction and hit and hit.start < sanction.start and _described(text, hit.start, code)
    if sanction and (hit is None or described or hit.start >= sanction.start - 12):
        return _build(text, _Hit(sanction.start, sanction.end, "states"), found, hits, code, sanction=True)
    if hit and any(other.family == "states" and other.start <= hit.start < other.end for other in hits):
        return _build(text, _Hit(hit.start, hit.end, "states"), found, hits, code)
    if defining and (hit is None or defining.start <= hit.start):
        return _build(text, _Hit(defining.start, defining.end, "defines"), found, hits, code)
    return _build(text, hit, found, hits, code) if hit else None


def _spoken(text: str, hits: Sequence[CueHit], language: str) -> tuple[CueHit, ...]:
    """Leave out what stands in brackets or only describes a noun, where the verb stands last."""
    if not hits or not verb_last(language):
        return tuple(hits)
    aside = bracketed(text)
    return tuple(
        hit
        for hit in hits
        if finite(text, hit.end, language) and not any(s.start < hit.start < s.end for s in aside)
    )


def _main(text: str, modals: list[CueHit], found: tuple[Clause, ...], language: str) -> _Hit | None:
    """The main modal is the first outside a subordinate clause ("if …", "where …"), else the first."""
    opens = phrases_regex(lexicon(language).words("conditions", "opening"), language)
    closed = [
        clause.span
        for clause in found
        if closes(clause.cue, language) or opens.match(text, clause.span.start)
    ]
    modals = [bracket(text, hit) for hit in modals if in_main_clause(text, hit, language)]
    outside = [hit for hit in modals if not any(span.start < hit.start < span.end for span in closed)]
    # "A broker that may lend tokens must keep books": what stands behind "that" only describes.
    relative = phrases_regex(lexicon(language).words("rules", "relative"), language)
    main = [hit for hit in outside if not _follows(text, hit.start, relative)]
    chosen = main or outside or modals
    if len(chosen) > 1 and opens.match(text):
        chosen = _past_lead(text, chosen, language)
    barred = _barred_late(text, chosen[0].start if chosen else len(text)) if language == "th" else None
    return barred or (_Hit(chosen[0].start, chosen[0].end, chosen[0].family) if chosen else None)


def _whole(text: str, hit: _Hit | None, language: str) -> _Hit | None:
    """Return the modal with the "not" that stands apart from it, which makes it a bar."""
    if hit is None or hit.force not in ("required", "permitted"):
        return hit
    end = parted_not(text, hit.end, language)
    return hit if end is None else _Hit(hit.start, end, "prohibited")


def _past_lead(text: str, hits: list[CueHit], language: str) -> list[CueHit]:
    """Leave out modals of an opening clause that its commas cut: "When a body in list I, IV or V is to …, it may".

    The words before such a modal go on with "or" and begin with no article; those before the main one are a
    short noun, or a pronoun.
    """
    lex = lexicon(language)
    begins = phrases_regex(
        (*lex.words("authorities", "articles"), *lex.words("actors", "determiners")), language
    )
    said = [re.split(r"[,;:]\s", text[: hit.start])[-1].strip() for hit in hits]
    if not joins(language).search(said[0]) or begins.match(said[0]):
        return hits
    clean = [
        number
        for number, words in enumerate(said)
        if words and len(words.split()) <= _SHORT and not joins(language).search(words)
    ]
    return hits[clean[0] :] if clean else hits


def _barred_late(text: str, first: int) -> _Hit | None:
    """Return the Thai bar that closes its act, "จะโฆษณา…มิได้", where no other modal stands before the act."""
    found = _BARRED.search(text)
    if found is None or first < found.start():
        return None
    return _Hit(found.start("bar"), found.end("bar"), "prohibited")


def _described(text: str, place: int, language: str) -> bool:
    """Whether a modal is that of a relative clause: "a firm that is required to", "that, under this Act, must"."""
    relative = phrases_regex(lexicon(language).words("rules", "relative"), language)
    aside = _ASIDE.search(text, max(0, place - _LONGEST_ASIDE), place)
    return _follows(text, place, relative) or (aside is not None and _follows(text, aside.start(), relative))


def _follows(text: str, place: int, words: re.Pattern[str]) -> bool:
    before = text[max(0, place - 16) : place].rstrip()
    return any(match.end() == len(before) for match in words.finditer(before))


def _build(
    text: str,
    hit: _Hit,
    found: tuple[Clause, ...],
    hits: Sequence[CueHit],
    language: str,
    sanction: bool = False,
) -> NormReading:
    actor, modal, action = _split(text, hit, found, language)
    turned = split_force(text, hit.start, hit.end, language) if hit.force == "permitted" else ""
    force = turned if turned == "prohibited" else hit.force
    if force == "exempt" and _asks_nobody(text, actor, modal, action, language):
        force = "prohibited"
    reach = _ONLY_BEFORE if verb_last(language) else 0
    only = force == "permitted" and (
        turned == "only"
        or _only_some(text, actor, hits)
        or any(
            other.family == "only" and other.start - 40 <= hit.start <= other.end + reach for other in hits
        )
    )
    if force in ("required", "permitted") and _negative(actor, hits):
        force = "exempt" if _frees(text, modal, action, language, bound=force == "required") else "prohibited"
    elif force == "prohibited" and not sanction and _frees(text, modal, action, language):
        force = "exempt"
    elif only:
        force = "required"
        modal = _with_only(text, modal, language)
    return NormReading(_as_force(force), actor, modal, _trim(text, action), found, only, sanction)


def _split(text: str, hit: _Hit, found: tuple[Clause, ...], language: str) -> tuple[Span, Span, Span]:
    """Return actor, modal and action in the order in which a language says them."""
    modal, rest = Span(hit.start, hit.end), Span(hit.end, len(text.rstrip().rstrip(".;")))
    if verb_last(language):
        named = subject(text, hit.start, language)
        actor, mark = named or (Span(hit.start, hit.start), Span(0, 0))
        begin = min(mark.end, hit.start)
        rest_of = text[hit.end :].strip("。. ")
        listed = bool(rest_of) and not rest_of.startswith(lexicon(language).words("conditions", "proviso"))
        # Items stand behind the verb of their stem, and are what is bidden.
        return actor, modal, Span(begin, len(text.rstrip()) if listed else hit.start)
    for at in (hit.end, hit.start + len(_LET)):
        after = behind(text, at, language)
        if after is not None and (at == hit.end or text.startswith(_LET, hit.start)):
            return after, Span(hit.start, at), Span(after.end, rest.end)
    plain = _actor(text, hit, found, language)
    verb = text.find(_WILL, plain.start, hit.start) if text.startswith(_CANNOT, hit.start) else -1
    if verb > plain.start:
        # "ธนาคารจะประกอบธุรกิจมิได้": who acts stands before the verb, what is barred between it and the bar.
        return Span(plain.start, verb), modal, Span(verb + len(_WILL), hit.start)
    actor = actor_of(text, hit.start, hit.end, hit.force, plain, language)
    action = Span(max(rest.start, actor.end), rest.end)
    if act_barred(text, actor, modal, action, language):
        return Span(actor.start, actor.start), modal, actor
    return actor, modal, action


def _asks_nobody(text: str, actor: Span, modal: Span, action: Span, language: str) -> bool:
    """Whether somebody may not ask another to act, "the Board shall not require a firm to": a bar, no exemption."""
    asks = phrases_regex(lexicon(language).words("no_rule", "asks"), language)
    return (
        asks.fullmatch(text, modal.start, modal.end) is not None
        and head_of(text[actor.start : actor.end], language) == "person"
        and head_of(text[action.start : action.end].strip(), language) == "person"
    )


def _frees(text: str, modal: Span, action: Span, language: str, *, bound: bool = False) -> bool:
    """Whether what is denied is itself a duty: "no paper shall be required", "nul n'est tenu de", "niemand muss".

    `bound` asks also whether the modal says by itself that somebody is bound.
    """
    lex = lexicon(language)
    binds = phrases_regex(lex.words("no_rule", "bound"), language)
    if bound and binds.fullmatch(text, modal.start, modal.end):
        return True
    frees = phrases_regex(lex.words("no_rule", "frees"), language)
    begin = (
        action.start + len(text[action.start : action.end]) - len(text[action.start : action.end].lstrip())
    )
    return frees.match(text, begin, action.end) is not None


def _with_only(text: str, modal: Span, language: str) -> Span:
    """Return the modal with the "only" that stands right before it: "sólo podrán", "chỉ được"."""
    only = phrases_regex(lexicon(language).words("conditions", "restriction"), language)
    begin = max(0, modal.start - 16)
    before = text[begin : modal.start].rstrip()
    starts = [match.start() for match in only.finditer(before) if match.end() == len(before)]
    return Span(begin + starts[0], modal.end) if starts else modal


def _negative(actor: Span, hits: Sequence[CueHit]) -> bool:
    return any(hit.family == "negative_subject" and abs(hit.start - actor.start) <= 2 for hit in hits)


def _only_some(text: str, actor: Span, hits: Sequence[CueHit]) -> bool:
    """ "Only a licensed firm, wherever it is, may …": the word stands first, the subject may be long."""
    return any(
        hit.family == "only_subject" and not text[actor.start : hit.start].strip(' "“') for hit in hits
    )


def _as_force(force: str) -> Force:
    named: dict[str, Force] = {
        "prohibited": "prohibited", "required": "required", "permitted": "permitted", "exempt": "exempt",
        "defines": "defines", "states": "states",
    }  # fmt: skip
    return named[force]


def _abbreviated(text: str, stop: re.Match[str], language: str) -> bool:
    """Whether a stop amid a sentence is that of an abbreviation: "nach § 5 Abs. 2", "п. 2 ст. 5"."""
    word = re.search(r"[^\W\d_]+$", text[max(0, stop.start() - 20) : stop.start()])
    known = lexicon(language).words("abbreviations")
    return stop.group().startswith(".") and word is not None and word.group().casefold() in known


def _actor(text: str, hit: _Hit, found: tuple[Clause, ...], language: str) -> Span:
    """The actor is what stands between the last opening clause (or stop) and the modal."""
    stops = (
        match.end() for match in _STOP.finditer(text[: hit.start]) if not _abbreviated(text, match, language)
    )
    start = max(stops, default=0)
    for clause in found:
        if clause.span.start <= start + 2 and clause.span.end < hit.start:
            start = clause.span.end + 1
    return _trim(text, Span(min(start, hit.start), hit.start))


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)


NormKind = Literal["requirement", "prohibition", "permission"]


def norm_kind(norm: NormReading) -> NormKind | None:
    """Return the kind of fact for a reading; None for definitions, sanctions and plain statements."""
    kinds: dict[str, NormKind] = {
        "prohibited": "prohibition", "required": "requirement",
        "permitted": "permission", "exempt": "permission",
    }  # fmt: skip
    return None if norm.sanction else kinds.get(norm.force)
