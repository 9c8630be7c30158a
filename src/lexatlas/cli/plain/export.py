"""`lexatlas export BUNDLE --format F`: a bundle as a page or a data file, on standard output or in a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.core.errors import InputError, unknown

if TYPE_CHECKING:
    from lexatlas.bundle import Bundle
    from lexatlas.core.document import Document
    from lexatlas.core.provenance import Provenance
    from lexatlas.core.standing import Standing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare bundle, format and file."""
    parser.add_argument("bundle", metavar="BUNDLE", type=Path, help="the bundle, a folder or a .zip")
    parser.add_argument(
        "--format", metavar="FORMAT", help="such as html, md or json; default: by the name of FILE"
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: standard output")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the export; an unknown format is bad use, a bundle that is not as sealed cannot be read."""
    from lexatlas.bundle import read

    name = _format(args)
    data = render(read(args.bundle), name)
    if args.output is None:
        _print(data, out)
        return 0
    args.output.write_bytes(data)
    if not args.quiet:
        print(f"Wrote {args.output} ({len(data)} bytes).", file=err)
    return 0


def _format(args: argparse.Namespace) -> str:
    from lexatlas.exports import EXPORTERS

    by_name = args.output.suffix.lstrip(".").lower() if args.output else ""
    name: str = args.format or by_name or ("json" if args.json else "")
    if not name:
        raise InputError(f"Say which format: --format {' or '.join(EXPORTERS)}.")
    if name not in EXPORTERS:
        raise unknown("format", name, EXPORTERS)
    return name


def render(bundle: "Bundle", name: str) -> bytes:
    """Return the export of a bundle in a format of the registry."""
    return draw(bundle.document, bundle.provenance, bundle.standing, name)


def draw(
    document: "Document", provenance: "Provenance", standing: "Standing | None" = None, name: str = "html"
) -> bytes:
    """Return a document in a format of the registry; a bundle's own page is drawn by this, too."""
    from lexatlas.core.canonical import canonical_json
    from lexatlas.core.document import Document
    from lexatlas.core.standing import Standing
    from lexatlas.exports import EXPORTERS

    # As it will be read back: whoever verifies draws the page from the file, where keys are sorted.
    read_back = Document.model_validate_json(canonical_json(document))
    return EXPORTERS[name](read_back, provenance, standing or Standing())


def _print(data: bytes, out: TextIO) -> None:
    raw = getattr(out, "buffer", None)
    if raw is None:
        out.write(data.decode())
        return
    # Bytes as they are: the export is UTF-8 whatever the terminal's encoding.
    out.flush()
    raw.write(data)
    raw.flush()
