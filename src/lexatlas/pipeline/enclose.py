"""Puts a finished analysis into a bundle, with each source as far as its rights let it travel."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lexatlas.bundle import Bundle, Excerpts, cut_excerpts
from lexatlas.core.document import Document
from lexatlas.core.evidence import CanonicalText, Span
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing

Render = Callable[[Document, Provenance, Standing | None], bytes]


def enclose(
    document: Document,
    provenance: Provenance,
    texts: Mapping[str, CanonicalText],
    raw: Mapping[str, bytes],
    codebook: Mapping[str, bytes],
    render: Render,
    standing: Standing | None = None,
) -> Bundle:
    """Return the bundle of an analysis; `texts` and `raw` are keyed by SHA-256, `codebook` by file name.

    Open and private sources are enclosed whole (a private one's bundle is for its owner only). Of a source
    that may only be quoted, the units quoted travel with 200 characters either side, and no raw bytes.
    """
    whole = _whole(document)
    excerpts = {key: _excerpts(document, key, text) for key, text in texts.items() if key not in whole}
    travelling = {snapshot.raw for snapshot in document.snapshots if snapshot.text in whole}
    return Bundle(
        document=document,
        provenance=provenance,
        page=render(document, provenance, standing),
        codebook=dict(codebook),
        raw={key: data for key, data in raw.items() if key in travelling},
        texts={key: _spread(text, excerpts.get(key)) for key, text in texts.items()},
        excerpts=excerpts,
        standing=standing,
    )


def _whole(document: Document) -> set[str]:
    """Return the texts that may travel whole: those with a source that is more than quote-only."""
    return {source.snapshot for source in document.sources if source.rights != "quote-only"}


def _excerpts(document: Document, key: str, text: CanonicalText) -> Excerpts:
    quotes = [quote for claim in document.claims for quote in claim.quotes if quote.snapshot == key]
    return cut_excerpts(text.text, [Span(part.start, part.end) for quote in quotes for part in quote.parts])


def _spread(text: CanonicalText, cut: Excerpts | None) -> CanonicalText:
    return text if cut is None else replace(text, text=cut.spread())
