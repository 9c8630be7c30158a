"""What a bundle means: an analysis, how it came about, its page, its codebook, and the texts it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.excerpts import Excerpts
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing


@dataclass(frozen=True)
class Bundle:
    """One analysis with all that it rests on.

    `codebook` maps names below `data/codebook/` to bytes; `raw` maps SHA-256 to the bytes of a source, where
    they may travel; `texts` maps the SHA-256 of a canonical text to the text with its structure. A text whose
    hash is also in `excerpts` is not enclosed whole: its `text` has filler where nothing is enclosed.
    """

    document: Document
    provenance: Provenance
    page: bytes
    codebook: Mapping[str, bytes] = field(default_factory=dict)
    raw: Mapping[str, bytes] = field(default_factory=dict)
    texts: Mapping[str, CanonicalText] = field(default_factory=dict)
    excerpts: Mapping[str, Excerpts] = field(default_factory=dict)
    standing: Standing | None = None
