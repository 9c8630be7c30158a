"""The value of a number that is said in digits and scales, in the order in which East Asian languages say it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

Piece = tuple[Literal["number", "small", "large"], Decimal]
"""A piece of a number: digits, a scale within a group (ten, hundred …), or one that closes a group."""


def counted(pieces: Sequence[Piece]) -> Decimal | None:
    """Return the value of the pieces; None where two digits stand side by side or a closing scale counts nothing.

    A scale within a group must be smaller than the one before it. A closing scale that is larger than the last
    counts all that was said ("一万亿"), a smaller one its own group ("一億二千万").
    """
    total = group = Decimal(0)
    digit: Decimal | None = None
    small, large = Decimal("Infinity"), Decimal("Infinity")
    for kind, size in pieces:
        if kind == "number":
            if digit is not None or (size >= small and group):
                return None
            digit = size
        elif kind == "small":
            if size >= small:
                return None
            group, digit, small = group + (Decimal(1) if digit is None else digit) * size, None, size
        else:
            said = group + (digit or 0)
            if size > large:
                total = (total + said) * size
            elif size == large or not said:
                return None
            else:
                total += said * size
            group, digit, small, large = Decimal(0), None, Decimal("Infinity"), size
    return total + group + (digit or 0)
