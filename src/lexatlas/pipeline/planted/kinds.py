"""Every kind of fault with its variants in documents, and all that they make of a sound document."""

from collections.abc import Iterator, Mapping

from lexatlas.pipeline.planted import answers, claims, dates, papers
from lexatlas.pipeline.planted.sound import KINDS, Planted, Sound, Variant, planted

VARIANTS: dict[str, Mapping[str, Variant]] = {
    "D1": dates.ENACTED,
    "D2": dates.INVENTED,
    "D3": papers.NOT_LAW,
    "D4": claims.PERIODS,
    "D5": claims.WITHOUT_QUOTE,
    "D6": claims.WITHOUT_SOURCE,
    "D7": papers.SUPERSEDED,
    "D8": papers.LEFT_IN,
    "D9": papers.ELSEWHERE,
    "D10": answers.UNEARNED,
    "D11": answers.ABSENT,
    "D12": answers.UNFIT,
}
assert tuple(VARIANTS) == tuple(KINDS)


def all_planted(sound: Sound, most: int = 2) -> Iterator[Planted]:
    """Yield a sound document with each fault that fits it, `most` of each variant."""
    for kind, variants in VARIANTS.items():
        yield from planted(kind, variants, sound, most)
