"""Parts of pages and comparisons, worked out once for each document, pair of documents, and way of reading."""

from collections.abc import Mapping

from lexatlas.compare import Comparison, Side, compare
from lexatlas.core.provenance import Provenance
from lexatlas.exports.parts import Parts, edition, parts
from lexatlas.exports.view.reading import Reading
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import VersionFacts, writers_of
from lexatlas.web.kept import Kept

COMPARISONS = "2"
"""Changes whenever two documents would compare in another way."""


def _size(made: Parts) -> int:
    return sum(len(each) for each in (made.article, made.drawers, made.contents, made.key, made.foot)) * 2


_PARTS: Kept[Parts] = Kept("parts", Parts, 96_000_000, _size)
_COMPARED: Kept[Comparison] = Kept("compared", Comparison, 400, lambda _: 1)


def parts_of(
    analysis: int,
    version: VersionFacts,
    *,
    read_by: Mapping[str, str],
    withholds: bool,
    lacking: frozenset[str] = frozenset(),
) -> Parts:
    """Return the page of a version in parts; `lacking` names texts whose copies are lost.

    Raises `Unavailable` when its document is not kept whole.
    """
    viewer = f"/sources/{{text}}?of={analysis}.{version.number}&at={{start}}-{{end}}#u{{start}}-{{end}}"
    names = writers_of(version.id)
    reading = Reading(read_by=read_by, viewer=viewer, withholds=withholds, names=names, lacking=lacking)
    made_of = [version.document, edition(), viewer, dict(read_by), withholds, names, dict(version.provenance),
               sorted(lacking)]  # fmt: skip
    return _PARTS.get(
        made_of,
        lambda: parts(
            documents.document(version.document), Provenance.model_validate(version.provenance), reading
        ),
    )


def compared(before: VersionFacts, after: VersionFacts) -> Comparison:
    """Return what changed from one version to another of the same question.

    Raises `InputError` when both are the same document, and `Unavailable` when one is not kept whole.
    """
    made_of = [before.document, after.document, before.id, after.id, COMPARISONS]
    return _COMPARED.get(made_of, lambda: compare(_side(before), _side(after)))


def _side(version: VersionFacts) -> Side:
    return Side(documents.document(version.document), documents.texts(version.id), version.document)
