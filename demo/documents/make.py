"""Make the sample documents that are no plain text from their sources: `.venv/bin/python -m demo.documents.make`."""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from demo.documents.columns import two_columns
from demo.documents.scan import scanned

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent / "library"
# Word expects this part first; the rest follows by name.
_FIRST = "[Content_Types].xml"


def gazette_in_arabic() -> bytes:
    """Give the decision in the encoding of an old government site."""
    return _source("central-bank-decision-14-2021.html").encode("cp1256")


def instruction_in_columns() -> bytes:
    """Give the instruction to banks as a gazette in two columns."""
    header = "Banque centrale de Rimalia – Instruction n° 9/2021"
    footer = "Journal officiel n° 31 du 21 juin 2021"
    return two_columns(_source("bank-instruction-9-2021.txt"), header, footer)


def decision_as_scan() -> bytes:
    """Give the decision of 2026 as a picture of its page."""
    return scanned(_source("scanned-decision-3-2026.txt"))


def tax_note() -> bytes:
    """Give the tax note as a Word file; parts are stored, in a fixed order and with a fixed time."""
    folder = HERE / "tax-note"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(names, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, (folder / name).read_bytes())
    return buffer.getvalue()


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "XB/central-bank-decision-14-2021.html": gazette_in_arabic,
    "XB/bank-instruction-9-2021.pdf": instruction_in_columns,
    "XB/decision-3-2026-scan.pdf": decision_as_scan,
    "XC/tax-note-118-2026.docx": tax_note,
}
"""Path in the library to what makes the document."""


def main() -> int:
    """Write every document and say which changed."""
    for path, make in DOCUMENTS.items():
        target, made = LIBRARY / path, make()
        changed = not target.is_file() or target.read_bytes() != made
        if changed:
            target.write_bytes(made)
        print(f"{path}: {len(made):,} bytes{', written' if changed else ', as it was'}")
    return 0


def _source(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
