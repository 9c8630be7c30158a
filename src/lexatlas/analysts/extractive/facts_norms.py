"""Facts that are rules, as whole units: norms, what a law is applied to, and sanctions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lexatlas.analysts.extractive.facts_actors import (
    action_of,
    actor_of,
    addressed,
    lifted_of,
    modal_of,
    nobody,
)
from lexatlas.analysts.extractive.facts_bearers import LEFT_OUT, bearer
from lexatlas.analysts.extractive.facts_definitions import LONGEST, definitions, many, own_part
from lexatlas.analysts.extractive.facts_doubt import about_law, doubtful, merged_items
from lexatlas.analysts.extractive.facts_forms import bids_nothing, conferred, exculpates, only_they
from lexatlas.analysts.extractive.facts_lettered import clause_head, ends_open, lettered
from lexatlas.analysts.extractive.facts_names import is_body
from lexatlas.analysts.extractive.facts_reach import applied, left_out, reach
from lexatlas.core.evidence import CanonicalText, Span, Unit
from lexatlas.core.facts import Definition, Fact, Norm, Sanction
from lexatlas.language.acted_on import head_of
from lexatlas.language.conditioned import conditions_of, named_behind, unsorted
from lexatlas.language.conditions import Clause, closes, modal_hits
from lexatlas.language.cues import phrases_regex
from lexatlas.language.items import breaks_off, holds_alone, open_clause
from lexatlas.language.lexicon import lexicon
from lexatlas.language.modality import NormKind, NormReading, norm_kind, read_norm
from lexatlas.language.sentences import trim
from lexatlas.language.torn import torn
from lexatlas.language.units import UnitWords, unit_words, whole_list
from lexatlas.language.verb_first import first_noun
from lexatlas.language.whole_actor import whole_actor
from lexatlas.language.wording import without_mark, without_mark_kept

_TIMES, _TIMES_BARRED = 2, 3
_NEAR, _LONGEST_SUBJECT, _TWO = 60, 80, 2
_NO_SUBJECT = re.compile(r"[,;:.]")
_LETTERED = re.compile(r"\s*[:—–]\s*[(（]\s*(?:[^\W_]{1,4}\s*[)）]\s*)?$")
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST, _SHORTEST, _TELLING = 3, 10, 12
_SEMICOLON = re.compile(r"[;；]")


def norm_facts(
    text: CanonicalText, unit: Unit, words: UnitWords, language: str
) -> Iterator[tuple[Unit, Fact]]:
    """Yield the rules of a unit, each with the unit that it must be quoted as.

    An item of a list is a rule with its stem where that is true without the other items; where it is not, the
    whole list is one rule, unless it is many times longer than its head. So with a unit too long to be one
    rule: it gives none. A bar "unless" is also a requirement, "may only" also a bar.
    """
    code = language.split("-")[0]
    defined = list(definitions(text, unit, code))
    if defined:
        yield from defined
        return
    named = _nominal(text, unit, code)
    if named is not None:
        yield named
        return
    for whole in _wholes(text, unit, words, code):
        said = unit_words(text, whole).words
        half = torn(text, whole, code) or merged_items(text, whole, code) or breaks_off(whole, said, code)
        half = half or (whole == unit and ends_open(text, whole, code))
        if len(said) <= LONGEST and not half:
            for fact in _facts(said, code):
                yield whole, fact


def _wholes(text: CanonicalText, unit: Unit, words: UnitWords, language: str) -> Iterator[Unit]:
    """Yield the unit where it is true alone, or the clauses of its item; its whole list where it is not.

    Where its items are ways to do what the stem bids at length, the stem is the rule.
    """
    whole = whole_list(text, unit, language)
    if whole == unit or unit.segment < 0:
        yield from lettered(text, unit, language)
        return
    bid = _bid(words.words, language)
    if bid is None:
        return
    force, verb = bid
    if holds_alone(text, unit, words, language, force, verb.start):
        yield from _clauses(text, unit, verb.start, language)
    elif force == "required" and (stem := _stem_alone(text, whole, verb.end, language)):
        yield stem
    elif not many(whole, _TIMES_BARRED if force == "prohibited" else _TIMES):
        yield whole


def _bid(words: str, language: str) -> tuple[str, Span] | None:
    """Return what a rule does and where it says so; None for words that hold no rule."""
    verb = applied(words, language)
    if verb is not None:
        return "applies", verb
    norm, bound = _read(words, language), _binding(words, language)
    if bound is not None and (norm is None or _opens_list(words, bound, norm)):
        return "required", bound
    return (norm.force, norm.modal) if norm is not None else None


def _read(words: str, language: str) -> NormReading | None:
    """Read the norm; of "shall consist of … and shall be met" the second verb is the one that bids."""
    norm = read_norm(words, language)
    if norm is None or norm.sanction or norm.force != "states":
        return norm
    joined = phrases_regex(lexicon(language).words("conditions", "additive"), language)
    for hit in modal_hits(words, language):
        before = words[norm.modal.end : hit.start].rstrip()
        if before and any(match.end() == len(before) for match in joined.finditer(before)):
            second = read_norm(words[hit.start :], language)
            if second is not None and second.force in ("required", "prohibited"):
                span = Span(hit.start, hit.end)
                return replace(norm, force=second.force, modal=span, action=Span(hit.end, norm.action.end))
    return norm


def _clauses(text: CanonicalText, unit: Unit, verb: int, language: str) -> Iterator[Unit]:
    """Yield an item clause by clause, each with the stem that bids it, where semicolons part several of them."""
    segment = text.segments[unit.segment]
    own = own_part(unit, segment)
    at = unit.parts.index(own)
    lead = sum(part.end - part.start + 1 for part in unit.parts[:at])
    ends = [match.start() for match in _SEMICOLON.finditer(text.text, own.start, own.end)]
    spans = [Span(*pair) for pair in zip([own.start, *ends], [*ends, own.end], strict=True)]
    spans = [trim(text.text, Span(span.start + (span.start in ends), span.end)) for span in spans]
    whole = verb >= lead or len(spans) < _FEWEST or own != unit.parts[-1]
    said = [text.text[span.start : span.end] for span in spans]
    if whole or any(_leans(each, language) or _goes_on(each, said[0]) for each in said[1:]):
        yield unit
        return
    head = clause_head(text.text, own.start, spans[0], language)
    for number, span in enumerate(spans):
        if span.end - span.start >= _SHORTEST:
            yield replace(unit, parts=(*unit.parts[:at], *(head if number else ()), span))


def _goes_on(words: str, first: str) -> bool:
    """Whether a clause takes up a list of the first: "keep records of trades, data on buyers; data on accounts"."""
    head = " ".join(words.split()[:2])
    return bool(head) and re.search(rf"[,，]\s*{re.escape(head)}\b", first) is not None


def _leans(words: str, language: str) -> bool:
    """Whether a clause only says when: what is to be done then stands in the clause before it."""
    return phrases_regex(lexicon(language).words("conditions", "opening"), language).match(words) is not None


def _stem_alone(text: CanonicalText, whole: Unit, verb: int, language: str) -> Unit | None:
    """Return the stem "must be kept in one of the following ways:" as the rule that it is; None for others."""
    stem = whole.parts[0]
    said = text.text[stem.start : stem.end]
    one_of = phrases_regex(lexicon(language).words("conditions", "one_of"), language)
    tells = len(said[verb:].split()) >= _TELLING and one_of.search(said, verb) is not None
    runs = open_clause(said.rstrip(" :：—–-\n"), language)
    return replace(whole, parts=(stem,)) if tells and not runs else None


def _nominal(text: CanonicalText, unit: Unit, language: str) -> tuple[Unit, Fact] | None:
    """Return the duty that an item names by a noun ("the commitment of providers to …"), without its stem.

    The stem tells an authority what to look after: who is bound is named in the item.
    """
    nouns = lexicon(language).words("rules", "nominal")
    if len(unit.parts) < 2 or unit.segment < 0 or not nouns:
        return None
    own = own_part(unit, text.segments[unit.segment])
    words = text.text[own.start : own.end]
    said = without_mark(words)
    noun = phrases_regex(nouns, language).match(said)
    if noun is None or len(said) > LONGEST:
        return None
    rest = said[noun.end() :].strip()
    named = first_noun(rest, language)
    # A second noun with an article behind it may still belong to it.
    cut = rest[len(named) :].lstrip().startswith(lexicon(language).words("verb_first", "articles") or ("\0",))
    bears = named if not cut and head_of(named, language) == "person" else ""
    return replace(unit, parts=(own,)), _norm("requirement", bears, noun.group(), rest, ())


def _facts(words: str, language: str) -> Iterator[Fact]:
    verb = applied(words, language)
    if verb is not None:
        told = reach(words, verb, language)
        if told is not None:
            yield told
        return
    norm, bound = _read(words, language), _binding(words, language)
    if bound is not None and (norm is None or _opens_list(words, bound, norm)):
        actor, modal = whole_actor(words[: bound.start], language), words[bound.start : bound.end]
        actor, action = bearer(actor, modal, words[bound.end :].strip(" :\n"), language)
        yield _norm("requirement", actor, modal, action or modal, ())
        return
    if norm is None:
        yield from _indicative(words, language)
        return
    if (norm.sanction or norm.force == "prohibited") and exculpates(words, norm.modal, language):
        return
    if norm.sanction:
        yield Sanction(words=words)
        return
    if norm.force == "exempt" and (scope := left_out(words, norm, language)):
        yield Definition(term=scope)
        return
    lifted = about_law(words, norm, language)
    if lifted == "another":
        return
    kind = norm_kind(norm) or _deemed(words, norm, language)
    actor = "" if lifted else actor_of(words, norm, language) or named_behind(words, norm, language)
    modal, action = modal_of(words, norm), action_of(words, norm, language)
    what = lifted_of(words, norm, language) if lifted and norm.actor.end <= norm.modal.start else ""
    action = f"{what}{LEFT_OUT}{action}" if what else action
    if (
        kind == "prohibition"
        and norm.actor.start > norm.modal.start
        and not (_LETTERS.search(action) and actor)
    ):
        # "يحظر التعامل": the act stands where a subject might; in "il est interdit à un courtier de" behind it.
        whole = words[norm.actor.start : norm.action.end]
        behind = whole.removeprefix(actor).strip()
        actor, action = (actor, behind) if behind else ("", actor)
    # An act that is barred or required without a subject binds everybody; a right is somebody's.
    named = actor or _LETTERS.search(words[norm.actor.start : norm.actor.end]) or addressed(action, language)
    if kind is None or not (named or kind != "permission") or doubtful(words, norm, kind, language):
        return
    if not lifted and unsorted(words, norm, actor, language):
        return
    if bids_nothing(kind, actor, action, language):
        return
    conditions = conditions_of(words, norm, actor, language)
    conditions = tuple(one for one in conditions if one.replace("’", "'") != what.replace("’", "'"))
    kind, modal, action = conferred(kind, modal, action, language)
    if norm.force == "exempt" and nobody(actor, language):
        # "Nul n'est tenu de répondre": everybody is free, and nobody is who has leave.
        actor, action = "", f"{actor}{LEFT_OUT}{action}"
    bears, action = bearer(actor, modal, action, language, behind=norm.actor.start > norm.modal.start)
    if norm.only and (they := only_they(words, norm.actor.start, actor, language)):
        # "Only the Board may": it is permitted, and barred to all others.
        yield _norm("permission", they, modal, action, (actor, *conditions))
        yield _norm("prohibition", "", modal, action, (actor, *conditions))
        return
    yield _norm(kind, bears, modal, action, conditions)
    of_persons = kind == "prohibition" and bool(actor) and not is_body(actor, language)
    needed = _needed(words, norm, language) if of_persons else None
    if needed is not None:
        end = needed.span.end if needed.span.end <= norm.modal.start else len(words)
        rest = words[needed.span.start + len(needed.cue) : end].strip()
        if closes(needed.cue, language):
            # "登録を受けなければ、": what is needed stands before the cue that closes its clause.
            rest = words[needed.span.start : needed.span.end].strip()
        # "Nobody may … unless licensed": nobody bears no duty; whoever does it does.
        needs = "" if nobody(actor, language) else bears
        yield _norm("requirement", needs, needed.cue.strip("*"), rest or words[needed.span.start :], ())
    if norm.only:
        yield _norm("prohibition", bears, modal, action, conditions)


def _binding(words: str, language: str) -> Span | None:
    """Return the words that bid without a modal: "is subject to authorisation", "has the following duties"."""
    binds = phrases_regex(lexicon(language).words("rules", "binds"), language).search(words)
    return Span(*binds.span()) if binds and _LETTERS.search(words[: binds.start()]) else None


def _opens_list(words: str, bound: Span, norm: NormReading) -> bool:
    """Whether words that bid open a list, and the modal stands in its item: "has these duties: ensure that … may"."""
    return ":" in words[bound.end : norm.modal.start]


def _indicative(words: str, language: str) -> Iterator[Norm]:
    """Yield the duty of a sentence that bids in the present tense: "the issuer maintains a reserve".

    The verb stands first where a language puts it there, else right behind a short subject.
    """
    rules, said = lexicon(language).families("rules"), without_mark(words)
    verb = phrases_regex(rules.get("indicative", ()), language).search(said, 0, _LONGEST_SUBJECT)
    if verb is None:
        return
    first, rest = said[: verb.start()].strip(), said[verb.end() :].strip()
    if "actor_until" in rules:
        if not first and rest and not is_body(rest.split()[0], language):
            yield _norm("requirement", rest.split()[0], verb.group(), rest, ())
    elif (
        first
        and not _NO_SUBJECT.search(first)
        and not phrases_regex(rules.get("no_subject", ()), language).search(first)
    ):
        actor, action = bearer(first, verb.group(), rest, language)
        yield _norm("requirement", actor, verb.group(), action, ())


def _norm(kind: str, actor: str, modal: str, action: str, conditions: tuple[str, ...]) -> Norm:
    """Return the rule; where its list runs on in the line, the letter of an item is no part of who or when."""
    when = [_LETTERED.sub("", each) for each in conditions]
    return Norm.model_validate(
        {"kind": kind, "actor": without_mark_kept(actor), "modal": modal, "action": action,
         "conditions": tuple(each for each in when if each)}
    )  # fmt: skip


def _needed(words: str, norm: NormReading, language: str) -> Clause | None:
    """Return the clause that turns a bar into a duty: "unless it holds a licence", "without a licence".

    Another exception ("unless there is evidence that …") bids nobody to do anything.
    """
    rules = lexicon(language).families("rules")
    permits = phrases_regex(rules.get("permits", ()), language)
    for clause in norm.clauses:
        whole = _first_of_several(words, clause, language)
        far = whole if clause.cue in rules.get("unless", ()) else clause.span.start + _NEAR
        if clause.cue not in (*rules.get("unless", ()), *rules.get("without", ())):
            continue
        if permits.search(words[clause.span.start : far]) and not _of_another(words, norm, clause, language):
            return clause
    return None


def _first_of_several(words: str, clause: Clause, language: str) -> int:
    """Return where the first of several ways out ends ("unless he is (a) …; or (b) …"), else the end of the words."""
    stops = list(_SEMICOLON.finditer(words, clause.span.start))
    either = phrases_regex(lexicon(language).words("conditions", "alternative"), language)
    several = any(either.match(words[stop.end() :].lstrip()) for stop in stops)
    return stops[0].start() if several else len(words)


def _of_another(words: str, norm: NormReading, clause: Clause, language: str) -> bool:
    """Return whether an exception speaks of another: "deal with a seller unless that seller is licensed"."""
    act = words[norm.modal.end : clause.span.start].casefold().split()
    determiners = lexicon(language).words("actors", "determiners")
    told = words[clause.span.start + len(clause.cue) :].casefold().split()[:_TWO]
    return bool(told) and told[0] in determiners and told[-1] in act


def _deemed(words: str, norm: NormReading, language: str) -> NormKind | None:
    """ "is deemed to have been granted a licence" permits: the licence is there without having been asked for."""
    rules = lexicon(language).families("rules")
    verb = phrases_regex(rules.get("deemed", ()), language).match(words, norm.modal.start)
    permits = phrases_regex(rules.get("permits", ()), language)
    if norm.force != "defines" or verb is None:
        return None
    told = words[verb.end() : verb.end() + _NEAR]
    lost = phrases_regex(rules.get("lost", ()), language).search(told)
    return "permission" if permits.search(told) and not lost else None
