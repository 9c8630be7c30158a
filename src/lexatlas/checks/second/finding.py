"""What the second reading says of one value: borne out by its words, contradicted by them, or not to be told."""

from typing import Literal, NamedTuple

Said = Literal["borne out", "contradicted", "cannot tell"]


class Finding(NamedTuple):
    """One answer. `what` names the part of the value ("currency"), `words` what was told and what stands there."""

    said: Said
    what: str
    words: tuple[str, ...] = ()


def borne(what: str) -> Finding:
    """Answer that words of the quote bear the value out."""
    return Finding("borne out", what)


def contradicted(what: str, told: str, stands: str) -> Finding:
    """Answer that the words say another value than was told."""
    return Finding("contradicted", what, (f"told: {told}", f"the words: {stands}"))


def unknown(what: str) -> Finding:
    """Answer that this reading cannot tell; that is never a fault."""
    return Finding("cannot tell", what)
