"""The exports room: a document turned into bytes that somebody can read, one file a format.

It may import `core`, `codebook` and `compare` only. What a page says is worked out once, under `view/`, as
frozen values that know nothing of a format; a format only writes them down.

To add a format: one file with a function `export(document, provenance, standing) -> bytes`, one line in
`EXPORTERS` below, one golden file under `tests/golden/`.
"""

from functools import partial

from lexatlas.exports.exporter import Exporter
from lexatlas.exports.html import export as _html
from lexatlas.exports.json import export as _json
from lexatlas.exports.markdown import export as _markdown
from lexatlas.exports.view.reading import Reading

_KEEPS_BACK = Reading(withholds=True)

EXPORTERS: dict[str, Exporter] = {
    "html": Exporter("html", "text/html; charset=utf-8", ".html", _html, partial(_html, reading=_KEEPS_BACK)),
    "md": Exporter(
        "md", "text/markdown; charset=utf-8", ".md", _markdown, partial(_markdown, reading=_KEEPS_BACK)
    ),
    "json": Exporter("json", "application/json", ".json", _json),
}

__all__ = ["EXPORTERS", "Exporter"]
