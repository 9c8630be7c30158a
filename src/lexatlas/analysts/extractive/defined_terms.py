"""Businesses that a law defines by the asset and then names by another word: "電子価値取引業", "a relevant service"."""

from collections.abc import Iterable, Iterator, Mapping

from lexatlas.analysts.extractive.facts import ExtractedFact
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.facts import Definition
from lexatlas.language.cues import CueMatcher
from lexatlas.language.units import unit_words

_ASSET, _ACTIVITY = "asset", "activity"
_OTHERS = frozenset(("stablecoin", "e-money", "securities", "nft", "cbdc"))
_SHORTEST, _LONGEST = 3, 40


def with_defined(
    families: Mapping[str, tuple[str, ...]],
    text: CanonicalText,
    facts: Iterable[ExtractedFact],
    language: str,
) -> dict[str, tuple[str, ...]]:
    """Return cue families in which a business that `text` defines by the asset counts as naming it.

    The term itself must name a business, as the family of activities has it, and no asset; its definition must
    name the asset and an activity, and no other asset. Other terms ("user", "record") are not taken in: what a
    law says of them it says of more than the asset.
    """
    matcher = CueMatcher(families, language)
    found = tuple(sorted(set(_terms(matcher, text, facts))))
    return {**families, _ASSET: (*families.get(_ASSET, ()), *found)} if found else dict(families)


def _terms(matcher: CueMatcher, text: CanonicalText, facts: Iterable[ExtractedFact]) -> Iterator[str]:
    for found in facts:
        term = found.fact.term.strip() if isinstance(found.fact, Definition) else ""
        if not _SHORTEST <= len(term) <= _LONGEST:
            continue
        own = matcher.families_in(term)
        if _ACTIVITY not in own or own & {_ASSET, *_OTHERS}:
            continue
        meant = matcher.families_in(unit_words(text, found.unit).words)
        if meant >= {_ASSET, _ACTIVITY} and not meant & _OTHERS:
            yield term
