"""Writes the golden files anew: `python -m tests.exports.golden`; look at the change before you keep it."""

from pathlib import Path

from lexatlas.exports import EXPORTERS
from tests.exports.sample import PROVENANCE, SAMPLES, STANDING

FOLDER = Path(__file__).parents[1] / "golden"


def golden_files() -> dict[Path, bytes]:
    """Return the content of each golden file by its path."""
    return {
        FOLDER / f"{name}{exporter.ending}": exporter(make(), PROVENANCE, STANDING)
        for name, make in SAMPLES.items()
        for exporter in EXPORTERS.values()
    }


if __name__ == "__main__":
    for path, content in golden_files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
