"""Terms that a law coins and defines: each joins the family whose defining words its definition holds."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.analysts.extractive.heard import matcher_of
from lexatlas.analysts.extractive.known_families import (
    ACTIVITY,
    ASSET,
    BUSINESS,
    BUYS_BACK,
    DOING,
    FACE_VALUE,
    INSTITUTIONS,
    LIKE,
    OTHER_ASSETS,
    PEGGED,
    PERSONS,
    PROVIDER,
    SCHEDULE,
    STABLECOIN,
    USED,
    VALUE,
)
from lexatlas.analysts.extractive.listed import lists_named
from lexatlas.codebook.topic import Family
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Definition
from lexatlas.language.cues import CueMatcher, phrases_regex
from lexatlas.language.lexicon import lexicon
from lexatlas.language.subjects import bracketed, verb_last
from lexatlas.language.units import unit_words

_OTHERS = OTHER_ASSETS - {STABLECOIN}
_NAMED = _OTHERS | PERSONS | INSTITUTIONS | DOING | {ASSET, STABLECOIN, "issue", "exception"}
_ASKED = _NAMED | USED | {VALUE, LIKE, PEGGED, BUYS_BACK, FACE_VALUE, BUSINESS, SCHEDULE}
_SHORTEST, _LONGEST = 3, 40
_HEAD, _TAIL, _BEGIN = 50, 12, 40
"""Where a definition says what kind of thing it defines: in its first signs, or its last where the verb ends it."""
_STARRED, _ENDING = ("fr", "de", "es", "pt", "it", "ru", "tr", "mt"), {"it": 1, "ru": 2}
"""Languages whose nouns take endings, and how many letters of a word give way to them."""
_LEAST = 4
_COMMAS = (",", "、", "，", "であって")


def with_coined(
    families: Mapping[str, tuple[str, ...]],
    shared: Mapping[str, Family],
    text: CanonicalText,
    facts: Iterable[ExtractedFact],
    language: str,
) -> dict[str, tuple[str, ...]]:
    """Return cue families with the terms that `text` coins and defines.

    A token that keeps to a currency joins the stablecoins, value in digital form the assets, who deals in them by
    way of business the providers, and a class of firms ("supervised institutions" defined as banks, insurers and
    others) what its definition names. A term that already says what it is, by any family, is left as it is, and
    so is every family that `families` does not hold. What a definition leaves out counts for nothing.

    A business that is then defined by the asset ("電子価値取引業", "a relevant service") names the asset, too.
    """
    code = language.split("-")[0]
    known = {name: shared[name].phrases(code) for name in _ASKED if name in shared}
    terms = [found for found in facts if isinstance(found.fact, Definition)]
    added: dict[str, frozenset[str]] = {}
    # A dealer is defined by the asset, and that by another term of the same list: twice through says both.
    for _ in range(2 if terms else 0):
        cues = ((name, (*known[name], *sorted(added.get(name, ())))) for name in known)
        fresh = _joined(matcher_of(tuple(sorted(cues)), code), text, terms, code)
        added = {name: added.get(name, frozenset()) | fresh.get(name, frozenset()) for name in known}
    more = {name: sorted(cues) for name, cues in added.items() if cues and name in families}
    learnt = {**families, **{name: (*families[name], *cues) for name, cues in more.items()}}
    businesses = sorted(set(_businesses(CueMatcher({**known, **learnt}, language), text, terms, language)))
    return {**learnt, ASSET: (*learnt.get(ASSET, ()), *businesses)} if businesses else learnt


def _businesses(
    matcher: CueMatcher, text: CanonicalText, terms: Iterable[ExtractedFact], language: str
) -> Iterator[str]:
    """Yield the terms that name a business and no asset, where their definition names the asset and no other.

    What a definition leaves to a list ("a service set out in the First Schedule") is named by that list. Other
    terms ("user", "record") are not taken in: what a law says of them it says of more than the asset.
    """
    for one in terms:
        term = _term(one)
        own = matcher.families_in(term)
        if ACTIVITY not in own or own & {ASSET, *OTHER_ASSETS}:
            continue
        words = unit_words(text, one.unit).words
        meant = matcher.families_in(words)
        if ASSET not in meant:
            meant |= matcher.families_in(lists_named(matcher, text, words, one.unit.segment, language))
        if meant >= {ASSET, ACTIVITY} and not meant & OTHER_ASSETS:
            yield term


def _joined(
    matcher: CueMatcher, text: CanonicalText, terms: Iterable[ExtractedFact], language: str
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in terms:
        term = _term(one)
        if term:
            said = _said(unit_words(text, one.unit).words, term, matcher, language)
            for name in _families_of(term, said, matcher, language):
                found.setdefault(name, set()).add(_as_cue(term, language))
    return {name: frozenset(cues) for name, cues in found.items()}


def _term(one: ExtractedFact) -> str:
    """Return the term that a fact defines; "" where it defines none, or one too short or long to be a name."""
    term = one.fact.term.strip() if isinstance(one.fact, Definition) else ""
    return term if _SHORTEST <= len(term) <= _LONGEST else ""


def _families_of(term: str, said: str, matcher: CueMatcher, language: str) -> Iterator[str]:
    """Yield the families that a term joins by what is said of it; none where its own words tell already."""
    named, meant = matcher.families_in(term), matcher.families_in(said)
    own = named & _NAMED
    if own <= {ASSET} and not meant & _OTHERS and not _of_person(said, matcher, language):
        if _keeps_to_money(meant) and (named | meant) & {ASSET, VALUE, LIKE}:
            yield STABLECOIN
        elif (VALUE in meant or _names_thing(named, meant)) and not own:
            yield ASSET
    elif not own and BUSINESS in meant and ASSET in meant and meant & DOING and not meant & {PROVIDER}:
        yield from (ASSET, PROVIDER)
    if not own and ASSET not in meant and _lists_institutions(said, matcher):
        yield from sorted(meant & INSTITUTIONS | {"supervised"})


def _keeps_to_money(meant: Set[str]) -> bool:
    """Whether a definition keeps a value to a currency, or promises to take the thing back for a fixed sum of it."""
    return PEGGED in meant or {BUYS_BACK, FACE_VALUE} <= meant


def _names_thing(named: Set[str], meant: Set[str]) -> bool:
    """Whether a term names a thing in digital form, and its definition something that is traded or pays."""
    return LIKE in named and bool(meant & USED)


def _of_person(said: str, matcher: CueMatcher, language: str) -> bool:
    """Whether a definition is of somebody: "a person who …", "… を業として行う者"."""
    where = said.rstrip(" 。.")[-_TAIL:] if verb_last(language) else said[:_HEAD]
    return bool(matcher.families_in(where) & PERSONS) or BUSINESS in matcher.families_in(said)


def _lists_institutions(said: str, matcher: CueMatcher) -> bool:
    """Whether a definition begins with an institution and names another kind of them."""
    hits = [hit for hit in matcher.find(said) if hit.family in INSTITUTIONS]
    apart = {said[hit.start : hit.end].casefold() for hit in hits}
    return len(apart) > 1 and min(hit.start for hit in hits) <= _BEGIN


def _said(words: str, term: str, matcher: CueMatcher, language: str) -> str:
    """Return what is said of a term: without the term, and without what the definition leaves out."""
    rest = re.sub(re.escape(term), " ", words, flags=re.IGNORECASE)
    for span in reversed(bracketed(rest)):
        if _leaves_out(rest[span.start : span.end], matcher, language) >= 0:
            rest = rest[: span.start] + " " + rest[span.end :]
    kept = []
    for piece in re.split(r"(?<=[;；。])|(?<=\.)\s", rest):
        at = _leaves_out(piece, matcher, language)
        # What a language with its verb last leaves out stands before the word that says so, behind the last comma.
        end = max((piece.rfind(comma, 0, at) for comma in _COMMAS), default=-1) if verb_last(language) else at
        kept.append(piece if at < 0 else piece[: max(end, 0)])
    return "".join(kept).strip(' "“”„«»「」:：')


def _leaves_out(words: str, matcher: CueMatcher, language: str) -> int:
    """Return where words begin that leave something out; -1 where none do."""
    leaves = phrases_regex(lexicon(language).words("rules", "leaves_out"), language).search(words)
    starts = [hit.start for hit in matcher.find(words) if hit.family == "exception"]
    return min([*starts, *([leaves.start()] if leaves else [])], default=-1)


def _as_cue(term: str, language: str) -> str:
    """Return a term as a cue: its words may take other endings where the language gives them any."""
    if language == "en":
        return re.sub(r"\w{4,}$", lambda word: f"{word[0].removesuffix('y')}*", term.casefold())
    if language not in _STARRED:
        return term.casefold()
    cut = _ENDING.get(language, 0)
    words = (
        word if len(word) < _LEAST + cut else f"{word[: len(word) - cut]}*"
        for word in term.casefold().split()
    )
    return " ".join(words)
