"""What an editor asks for, as values: claims, quotes chosen in a text, dates of laws, order, a code of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lexatlas.core.facts import Fact, LegalDate


@dataclass(frozen=True)
class Chosen:
    """A stretch selected in a source's text, in code points; the whole legal unit around it is quoted."""

    snapshot: str
    start: int
    end: int


@dataclass(frozen=True)
class ChosenWords:
    """The same said by its first and last words, for browsers without scripts; `last` may be empty."""

    snapshot: str
    first: str
    last: str = ""


@dataclass(frozen=True)
class KeptQuote:
    """A quote that the claim has already, by its place in the claim from 0."""

    place: int


QuoteAsked = Chosen | ChosenWords | KeptQuote


@dataclass(frozen=True)
class ClaimAsked:
    """A claim as it is to be. `claim` is its id in the version edited, "" for one that is added.

    `quotes` and `facts` None leave them as they are. An added claim stands under its question, and in `section` too.
    """

    claim: str
    sentence: str
    question: str
    quotes: tuple[QuoteAsked, ...] | None = None
    facts: tuple[Fact, ...] | None = None
    section: str = ""


@dataclass(frozen=True)
class OverrideAsked:
    """A code in the place of the rules', the reason, and the claims (ids of the version edited) it rests on."""

    code: str
    reason: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """All that one form asks for. `laws` are dates by instrument, `order` the places of statements by section.

    `override` None: the rules give the code, also where a person gave one before.
    """

    claims: tuple[ClaimAsked, ...] = ()
    removed: tuple[str, ...] = ()
    laws: Mapping[str, tuple[LegalDate, ...]] = field(default_factory=dict)
    order: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    override: OverrideAsked | None = None
