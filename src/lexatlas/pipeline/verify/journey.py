"""The proof on one screen: a bundle is looked over, and four questions are answered, each on its own."""

from collections.abc import Mapping
from pathlib import Path

from lexatlas.bundle import inspect
from lexatlas.pipeline.verify.answers import Derivation, Judgement, Origin, Verification, counts
from lexatlas.pipeline.verify.derivation import derivation
from lexatlas.pipeline.verify.integrity import expected_seal, integrity
from lexatlas.pipeline.verify.judgement import judgement
from lexatlas.pipeline.verify.origin import Fetch, origin
from lexatlas.pipeline.verify.programs import Programs

_NOTHING = "The bundle holds no document that can be read."


def verify(
    path: Path,
    programs: Programs,
    *,
    expect: str | None = None,
    given: Mapping[str, bytes] | None = None,
    fetch: Fetch | None = None,
) -> Verification:
    """Answer for the bundle at `path`, offline unless `fetch` is given.

    `expect` is the seal that somebody had from the maker; `given` maps SHA-256 to raw bytes of sources that
    are not enclosed. Raises InputError when `expect` is no seal, Unreadable when there is no bundle.
    """
    wanted = None if expect is None else expected_seal(expect)
    found = inspect(path)
    whole = integrity(found, wanted)
    if found.bundle is None:
        return Verification(
            seal=found.seal,
            integrity=whole,
            derivation=Derivation(answer="cannot be given", reason=_NOTHING),
            judgement=Judgement(answer="cannot be given", reason=_NOTHING),
            origin=Origin(answer="cannot be given", reason=_NOTHING),
        )
    judged, verdicts = judgement(found.bundle, programs)
    return Verification(
        seal=found.seal,
        integrity=whole,
        derivation=derivation(found.bundle, programs.read, given),
        judgement=judged,
        origin=origin(found.bundle, fetch),
        verdicts=counts(verdicts) if verdicts or not found.bundle.document.claims else {},
    )
