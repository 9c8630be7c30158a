"""Integrity: every byte as sealed, and the seal as expected where somebody expects one."""

import re

from lexatlas.bundle import Inspection
from lexatlas.core.errors import InputError
from lexatlas.pipeline.verify.answers import Integrity, sentences

_SEAL = re.compile(r"[0-9a-f]{64}")


def expected_seal(words: str) -> str:
    """Return the seal that somebody typed, in small letters; raises InputError when it is none."""
    seal = words.strip().lower().removeprefix("sha256:")
    if not _SEAL.fullmatch(seal):
        raise InputError(
            f"'{words}' is no seal. Give the 64 hexadecimal digits that verify prints as the seal."
        )
    return seal


def integrity(found: Inspection, expect: str | None) -> Integrity:
    """Answer for an inspected bundle; `expect` is a seal from `expected_seal`, or None."""
    if found.faults:
        return Integrity(answer="fails", reason=sentences(found.faults))
    if expect is None:
        return Integrity(
            answer="consistent, not authenticated",
            reason=f"All {len(found.files)} files are as sealed. Whoever made the bundle could have "
            "sealed anything: compare the seal with one that you have from its maker (--expect).",
        )
    if expect != found.seal:
        return Integrity(
            answer="fails",
            reason=f"The files agree with each other, but their seal is {found.seal}, and {expect} was "
            "expected: this is another bundle, or one that was changed and sealed again.",
        )
    return Integrity(
        answer="authenticated", reason=f"All {len(found.files)} files are as sealed, with the seal expected."
    )
