"""Which clauses of a sentence surely condition its rule: each is told whole, and where that is unsure not at all."""

import re
from functools import cache

from lexatlas.core.evidence import Span
from lexatlas.language.conditions import closes, modal_hits
from lexatlas.language.cues import UNSPACED, phrases_regex
from lexatlas.language.joins import joins
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormReading
from lexatlas.language.sentences import sentences
from lexatlas.language.subjects import bracketed, verb_last
from lexatlas.language.whole_actor import before_aside, pronoun
from lexatlas.language.wording import without_mark

_KINDS = ("condition", "exception", "restriction", "reference")
_COMMA = re.compile(r"[,،，、](?=\s|$)|[，、]")
_SEMICOLON = re.compile("[;；؛]")
_LABEL = re.compile(r"(?:^|\s)[(（]?\s?\w{1,4}\s?[)）]\s")
"""The number of an item: behind it a semicolon parts items, and not one rule from the next."""
_WORD = re.compile(r"\w+")
_COLON = re.compile("[:：]")
_PIECES = re.compile(r"[:：—–]|\s-|-\s")
_BLANK = " ,;:،，、—–-\n\t\u00a0"
_STOPS = {"zh": "，", "ja": "、"}
"""The comma that a cue which closes its clause is listed with."""
_LEAST_ASIDE, _NEAR, _MOST_NAMED, _BARE = 4, 24, 8, 2


def conditions_of(words: str, norm: NormReading, actor: str, language: str) -> tuple[str, ...]:
    """Return the clauses on which the rule of `words` depends: what leads up to it, then what limits it.

    `actor` is who is told to be bidden. A clause behind the verb counts where nothing stands between the two that
    might own it (a relative or a content clause), and where its end is sure. What is not returned stands in the
    words of the action. Where "only" stands outside actor and action, it comes along with what it limits.
    """
    found = [
        *_led(words, norm, actor, language),
        *_between(words, norm, actor, language),
        *_behind(words, norm, language),
    ]
    only = _only(words, norm, actor, language)
    told = list(dict.fromkeys([*([only] if only else []), *found]))
    return tuple(one for one in told if not any(one in other for other in told if other != one))


def unsorted(words: str, norm: NormReading, actor: str, language: str) -> bool:
    """Return whether who is bidden and what leads up to it could not be told apart: such a rule is half read.

    So where nobody is told although words of some length stand before the verb, with commas among them or
    without any cue that would say what they are.
    """
    apart = not actor and norm.actor.start < norm.actor.end <= norm.modal.start
    if not apart or verb_last(language) or language in (*UNSPACED, "ar"):
        return False
    said = words[norm.actor.start : norm.actor.end]
    commas = _commas(said)
    last = without_mark(said[commas[-1] + 1 :] if commas else said).strip(_BLANK)
    if pronoun(last, language) or (not commas and len(last.split()) < _LEAST_ASIDE):
        return False
    return bool(commas) or not _opens_clause(last, language)


def named_behind(words: str, norm: NormReading, language: str) -> str:
    """Return who is named behind the last comma of a clause that opens the sentence; "" where that is not sure.

    "If A suspects one thing, another or a third, the officer may": the commas part what leads up to the rule.
    """
    if verb_last(language) or language in UNSPACED or norm.actor.end > norm.modal.start:
        return ""
    said = words[norm.actor.start : norm.actor.end]
    commas = _commas(said)
    last = said[commas[-1] + 1 :].strip(_BLANK) if commas else ""
    held = [span for span in sentences(words, language, 0, norm.modal.start) if span.end > span.start]
    opened = bool(held) and _opens_clause(without_mark(words[held[-1].start :]), language)
    begins = lexicon(language).words("main_clauses", "begins")
    sure = bool(last) and last.casefold().startswith(begins or ("\0",)) and len(last.split()) <= _MOST_NAMED
    # "If an officer …, the officer": who was named before is named again.
    before = words[held[-1].start : norm.modal.start - len(last)].casefold() if held else ""
    sure = sure and re.search(rf"\b{re.escape(last.split()[-1].casefold())}\b", before) is not None
    return last if opened and sure and not _joined(last, language) and not pronoun(last, language) else ""


def _opens_clause(words: str, language: str) -> bool:
    """Whether words begin with a cue of a clause, or with what only leads up to an actor."""
    return _opening(language).match(words) is not None


@cache
def _opening(language: str) -> re.Pattern[str]:
    return phrases_regex((*_clause_cues(language), *lexicon(language).words("rules", "aside")), language)


@cache
def _clause_cues(language: str) -> tuple[str, ...]:
    """Return the words that open a clause on which a rule may depend."""
    lex = lexicon(language)
    cues = [*lex.words("main_clauses", "opens")]
    cues += [cue for kind in _KINDS for cue in lex.words("conditions", kind)]
    return tuple(dict.fromkeys(cue for cue in cues if not cue.startswith("!")))


def _commas(words: str) -> list[int]:
    """Return the places of commas outside brackets."""
    inside = bracketed(words)
    found = (match.start() for match in _COMMA.finditer(words))
    return [at for at in found if not any(span.start < at < span.end for span in inside)]


def _main(words: str, norm: NormReading, actor: str, language: str) -> int:
    """Return where the main clause begins: at its actor as it is told, else at its verb or what it bids."""
    starts = [norm.modal.start, *([norm.action.start] if norm.action.end > norm.action.start else [])]
    if norm.actor.end > norm.modal.start or norm.actor.end <= norm.actor.start:
        return min(starts)
    if not actor:
        # Who is bidden is not told: a pronoun goes, any other words stay with what leads up to the rule.
        said = words[norm.actor.start : norm.actor.end]
        commas = _commas(said)
        last = said[commas[-1] + 1 :] if commas else said
        return norm.actor.end - len(last) if pronoun(last, language) else norm.modal.start
    return min([*starts, _place(words, norm, actor)])


def _place(words: str, norm: NormReading, actor: str) -> int:
    """Return where the actor as it is told begins, the last time that its words stand before the verb."""
    named = list(_WORD.finditer(words, norm.actor.start, norm.actor.end))
    told = [word.casefold() for word in _WORD.findall(actor)]
    said = [word.group().casefold() for word in named]
    last = (at for at in range(len(said) - len(told), -1, -1) if said[at : at + len(told)] == told)
    at = next(last, -1) if told else -1
    return named[at].start() if at >= 0 else norm.actor.start


def _joined(said: str, language: str) -> bool:
    """Whether "and" or "or" stands in the words: a comma before them may part several who are bidden."""
    return joins(language).search(said) is not None


def _led(words: str, norm: NormReading, actor: str, language: str) -> list[str]:
    """Return what leads up to the main clause, whole, where a cue opens or closes it."""
    main = _main(words, norm, actor, language)
    held = [span for span in sentences(words, language, 0, main) if span.end > span.start]
    if not held:
        return []
    lead = words[held[-1].start : main].strip(_BLANK)
    then = phrases_regex(lexicon(language).words("main_clauses", "then"), language).search(lead)
    lead = lead[: then.start()].strip(_BLANK) if then and _opens_clause(lead, language) else lead
    if _verb_first(lead, words[:main], language):
        return [without_mark(lead)]
    if norm.actor.start > norm.modal.start and not _opens_clause(without_mark(lead), language):
        return []
    if lead and language == "zh" and not _COLON.search(lead):
        # "对可疑账户，机构应当…": what the rule is about; where nobody is named, who is bidden stands in it too.
        return [without_mark(lead)]
    return _pieces(lead, language, named=bool(actor))


def _between(words: str, norm: NormReading, actor: str, language: str) -> list[str]:
    """Return what stands between who is bidden and the verb, where a language puts it there: "机构未经同意，不得"."""
    if not actor or norm.actor.end > norm.modal.start:
        return []
    if language != "zh":
        aside = before_aside(words[_place(words, norm, actor) : norm.actor.end], language)[1]
        return [aside] if aside else []
    at = words.find(actor, norm.actor.start)
    said = words[at + len(actor) : norm.modal.start].strip(_BLANK) if at >= 0 else ""
    return [said] if len(said) > 1 else []


def _pieces(lead: str, language: str, *, named: bool) -> list[str]:
    """Return what leads up to a rule: whole, or of a stem and its item each part that a cue opens."""
    parts = [without_mark(part).strip(_BLANK) for part in _COLON.split(lead)]
    if len(parts) > 1 and any(_cue(part, language) for part in parts[1:]):
        return [part for part in parts if part and _cue(part, language)]
    lead = lead[lead.rfind(";") + 1 :].strip(_BLANK) if not _LABEL.search(lead) else lead
    for piece in (lead, *reversed(_PIECES.split(lead))):
        said = without_mark(piece).strip(_BLANK)
        if said and _conditions(said, language, asides=named):
            return [said]
    return []


def _verb_first(lead: str, before: str, language: str) -> bool:
    """Whether a German clause stands before the comma and the verb, "Liegt die Erlaubnis vor, darf der …"."""
    whose = phrases_regex(lexicon(language).words("main_clauses", "whose"), language)
    clause = before.rstrip().endswith(",") and len(lead.split()) >= _LEAST_ASIDE
    return language == "de" and clause and whose.match(without_mark(lead)) is None


def _conditions(said: str, language: str, *, asides: bool) -> bool:
    lex = lexicon(language)
    if language in UNSPACED or verb_last(language):
        ends = phrases_regex(lex.words("conditions", "closing"), language)
        closed = any(match.end() >= len(said) for match in ends.finditer(said + _STOPS.get(language, "")))
        return closed or _cue(said, language)
    aside = phrases_regex(lex.words("rules", "aside"), language).match(said) is not None
    return _cue(said, language) or (asides and aside and len(said.split()) >= _LEAST_ASIDE)


def _cue(said: str, language: str) -> bool:
    match = phrases_regex(_clause_cues(language), language).match(said)
    return match is not None and (match.end() < len(said) or language in UNSPACED)


def _behind(words: str, norm: NormReading, language: str) -> list[str]:
    """Return the clauses behind the verb whose owner and end are sure; at most one aside and one at the end."""
    begin = max(norm.modal.end, norm.actor.end if norm.actor.start > norm.modal.start else 0)
    found: list[str] = []
    inside = bracketed(words)
    for match in _surely(language).finditer(words, begin):
        at = match.start()
        if any(span.start < at < span.end for span in inside):
            continue
        if _owned(words[begin:at], language):
            break
        end = _end(words, begin, at, match.end(), language)
        if end is None:
            break
        found.append(words[_whole_cue(words, begin, at, language) : end].strip(_BLANK + ".。"))
        if end >= len(words.rstrip(_BLANK + ".。")):
            break
        begin = end
    return found + (_inside(words, norm, language) if verb_last(language) else [])


def _whole_cue(words: str, begin: int, at: int, language: str) -> int:
    """Return where a cue begins with what turns it: "except" before "if", "only" before "where"."""
    lex, before = lexicon(language), words[begin:at].rstrip()
    turns = phrases_regex(
        (*lex.words("conditions", "exception"), *lex.words("conditions", "restriction")), language
    )
    return next((begin + m.start() for m in turns.finditer(before) if m.end() == len(before)), at)


def _owned(between: str, language: str) -> bool:
    """Whether words between verb and clause may own it: a relative, a list, a number of a list, an odd word."""
    lex = lexicon(language)
    embeds = phrases_regex(lex.words("main_clauses", "embeds"), language).search(between)
    unsure = phrases_regex(lex.words("main_clauses", "unsure"), language)
    tail = between.rstrip()[-_NEAR:]
    beside = any(match.end() == len(tail) for match in unsure.finditer(tail))
    return bool(embeds or beside or re.search(r"[:;：；]|[\"“«„]", between))


def _end(words: str, begin: int, at: int, cue: int, language: str) -> int | None:
    """Return where a clause ends whose cue stands at `at`; None where that is unsure."""
    spans = sentences(words, language, at, len(words))
    stop = spans[0].end if spans else len(words)
    if words[at:cue] in lexicon(language).words("conditions", "proviso"):
        return stop
    parts = [match.start() for match in _SEMICOLON.finditer(words, cue, stop)]
    if parts and not _LABEL.search(words, cue, parts[0]):
        stop = parts[0]
    stop = _before_second(words, cue, stop, language)
    commas = [place + cue for place in _commas(words[cue:stop])]
    if not words[begin:at].strip(_BLANK) and language not in UNSPACED and not verb_last(language):
        # "may, if it sees fit, order …": an aside ends at its comma, and must have just one.
        return commas[0] if len(commas) == 1 else None
    later = [hit.start for hit in modal_hits(words[:stop], language) if hit.start > cue]
    # A second clause behind a comma ("…, or, if it is not known, to …") may bring its own act along.
    later += [m.start() for m in _surely(language).finditer(words, cue, stop)]
    again = any(comma < place for comma in commas for place in later)
    again = again or _object_behind(words, begin, at, commas, language)
    parted = words[begin:at].rstrip().endswith((",", "،", "，"))
    takes_out = phrases_regex(lexicon(language).words("conditions", "exception"), language)
    if again or (parted and commas and not takes_out.match(words, at)):
        return None
    return stop


def _object_behind(words: str, begin: int, at: int, commas: list[int], language: str) -> bool:
    """Whether what is to be done follows the comma of a clause: "must state if the applicant is a firm, the seat".

    So where hardly a word stands between the verb and the clause, and a noun begins behind its one comma.
    """
    between = words[begin:at]
    hits = modal_hits(between, language)
    bare = len(between[hits[-1].end if hits else 0 :].split()) <= _BARE
    shown = phrases_regex(
        (
            *lexicon(language).words("actors", "determiners"),
            *lexicon(language).words("authorities", "articles"),
        ),
        language,
    )
    return bare and len(commas) == 1 and shown.match(words[commas[0] + 1 :].lstrip()) is not None


def _before_second(words: str, cue: int, stop: int, language: str) -> int:
    """Return where "and shall not apply to …" begins a second rule behind a clause; `stop` where none does."""
    joined = joins(language)
    for hit in modal_hits(words[:stop], language):
        if hit.start <= cue or hit.family in ("defines", "states"):
            continue
        before = words[cue : hit.start].rstrip()
        ends = [match.start() for match in joined.finditer(before) if match.end() == len(before)]
        if ends:
            return cue + len(before[: ends[-1]].rstrip(_BLANK))
    return stop


def _inside(words: str, norm: NormReading, language: str) -> list[str]:
    """Return the clause right behind the subject that is closed before the verb, with the item that fills it.

    "業者は、…場合には、": where it announces a list ("when one of the following holds"), the item that fills it
    stands behind the verb.
    """
    if norm.actor.end <= norm.actor.start:
        return []
    inside = bracketed(words)
    found = [
        words[clause.span.start : clause.span.end].strip(_BLANK)
        for clause in norm.clauses
        if clause.kind in ("condition", "exception")
        and closes(clause.cue, language)
        and norm.action.start <= clause.span.start <= norm.action.start + 2
        and clause.span.end <= norm.modal.start
        and not _within(clause.span, inside)
    ]
    one_of = phrases_regex(lexicon(language).words("conditions", "one_of"), language)
    item = without_mark(words[norm.modal.end :].strip(_BLANK + ".。")).strip(_BLANK + ".。")
    filled = item and norm.action.end > norm.modal.end and any(one_of.search(each) for each in found)
    return [*found, item] if filled else found


def _surely(language: str) -> re.Pattern[str]:
    return phrases_regex(lexicon(language).words("main_clauses", "opens"), language)


def _within(span: Span, inside: list[Span]) -> bool:
    return any(one.start < span.end < one.end for one in inside)


def _only(words: str, norm: NormReading, actor: str, language: str) -> str:
    """Return "only" with what it limits, where a rule rests on it and neither actor nor action shows it."""
    if not norm.only:
        return ""
    cues = phrases_regex(lexicon(language).words("conditions", "restriction"), language)
    main, end = _main(words, norm, actor, language), len(words.rstrip(_BLANK + ".。"))
    shown = actor + words[norm.action.start : norm.action.end]
    if cues.search(words[norm.modal.start : norm.modal.end]) or cues.search(shown):
        return ""
    match = next(cues.finditer(words, main, norm.modal.start), None)
    return words[match.start() : end] if match else ""
