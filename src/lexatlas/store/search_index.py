"""Fills what the search looks through: the claims of a version, and the units of the archived copies behind it."""

from collections.abc import Iterator

from django.db import transaction

from lexatlas.core.errors import Unavailable, Unreadable
from lexatlas.core.textform import structure_from_bytes
from lexatlas.language.terms import TERMS_VERSION, content_words
from lexatlas.language.units import unit_words, units
from lexatlas.store.archive import archive
from lexatlas.store.models import ClaimRow, Findable, SnapshotRow, SourceRow, Version
from lexatlas.store.search import jurisdiction_token, kind_token, topic_token

_LONGEST = 2_000
"""Signs of a unit that are kept to be shown; all of its terms are kept."""
_AT_ONCE = 500
READS_IN = "en"
"""The language of our sentences; one that quotes is searched by the terms of its own language too."""


def index(version: int) -> int:
    """Index a version and the copies behind it, and return how many rows were made; what is up to date is left.

    Text is read and cut before the transaction. A copy that is not whole, or not in the archive, has no passages.
    """
    row = Version.objects.select_related("analysis").get(id=version)
    claims = [] if _is_done(Findable.objects.filter(version=row)) else list(_claims(row))
    made = len(claims)
    with transaction.atomic():
        if claims:
            Findable.objects.filter(version=row).delete()
            Findable.objects.bulk_create(claims, _AT_ONCE)
    for snapshot, places in _copies(row).items():
        made += _index_copy(snapshot, places)
    return made


def is_indexed(version: int) -> bool:
    """Whether the claims of a version are indexed by the terms of this release; one without claims is."""
    return (
        _is_done(Findable.objects.filter(version=version))
        or not ClaimRow.objects.filter(version=version).exists()
    )


def _is_done(rows: "object") -> bool:
    first = rows.first()  # type: ignore[attr-defined]  # any set of rows
    return first is not None and first.terms_version == TERMS_VERSION


def _claims(version: Version) -> Iterator[Findable]:
    analysis = version.analysis
    scope = [kind_token("claim"), jurisdiction_token(analysis.jurisdiction), topic_token(analysis.topic)]
    languages = dict(version.sources.values_list("snapshot__language", "id")) if version.id else {}
    spoken = sorted({READS_IN, *(code.split("-")[0] for code in languages if code)})
    for row in ClaimRow.objects.filter(version=version).order_by("position"):
        terms = dict.fromkeys(term for code in spoken for term in content_words(row.sentence, code))
        yield Findable(
            version=version,
            analysis=analysis,
            claim_id=row.claim_id,
            language=READS_IN,
            place=row.question[:200],
            words=row.sentence[:_LONGEST],
            scope=" ".join(scope),
            terms=" ".join(terms),
            terms_version=TERMS_VERSION,
        )


def _copies(version: Version) -> dict[str, set[str]]:
    """Return the jurisdictions by which each archived copy is searched: its own, and that of the analysis."""
    found: dict[str, set[str]] = {}
    for source in SourceRow.objects.filter(version=version, snapshot__isnull=False):
        places = {version.analysis.jurisdiction, source.jurisdiction or version.analysis.jurisdiction}
        found.setdefault(str(source.snapshot_id), set()).update(places)
    return found


def _index_copy(text: str, places: set[str]) -> int:
    rows = Findable.objects.filter(snapshot=text)
    tokens = {kind_token("passage"), *map(jurisdiction_token, places)}
    first = rows.first()
    known = set(first.scope.split()) if first else set()
    if first is not None and first.terms_version == TERMS_VERSION and tokens <= known:
        return 0
    made = list(_passages(SnapshotRow.objects.get(text=text), " ".join(sorted(tokens | known))))
    with transaction.atomic():
        rows.delete()
        Findable.objects.bulk_create(made, _AT_ONCE)
    return len(made)


def _passages(snapshot: SnapshotRow, scope: str) -> Iterator[Findable]:
    if not snapshot.whole or not snapshot.structure:
        return
    try:
        kept = archive()
        text = structure_from_bytes(kept.get(snapshot.text).decode(), kept.get(snapshot.structure))
    except (Unavailable, Unreadable, UnicodeDecodeError):
        # The library says that this copy cannot be read; a search without its passages is still a search.
        return
    language = snapshot.language.split("-")[0]
    for unit in units(text, language):
        words = unit_words(text, unit).words
        terms = " ".join(dict.fromkeys(content_words(words, language)))
        if terms:
            yield Findable(
                snapshot=snapshot,
                start=unit.parts[-1].start,
                end=unit.parts[-1].end,
                language=snapshot.language,
                place=unit.locator[:200],
                words=words[:_LONGEST],
                scope=scope,
                terms=terms,
                terms_version=TERMS_VERSION,
            )
