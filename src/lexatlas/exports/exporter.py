"""What a format is to those who offer it: a name, a media type, a file ending, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from lexatlas.core.document import Document
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing

Export = Callable[[Document, Provenance | None, Standing], bytes]
"""Takes the three values, provenance None when it is not to be told; the same values give the same bytes."""


@dataclass(frozen=True)
class Exporter:
    """A format of the registry; calling it exports."""

    name: str
    media_type: str
    ending: str
    export: Export
    withholding: Export | None = None
    """The same without the words of private sources, None for a format that holds the whole document."""

    def __call__(
        self, document: Document, provenance: Provenance | None = None, standing: Standing | None = None
    ) -> bytes:
        """Return the export as bytes, UTF-8 where it is text; without a standing the analysis is as new."""
        return self.export(document, provenance, standing or Standing())
