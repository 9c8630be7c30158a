"""The published schema of the data file, and the table of its fields: `python -m lexatlas.exports.schema`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lexatlas.exports.json import schema

SCHEMA = Path("src/lexatlas/exports/data/document.schema.json")
FIELDS = Path("docs/data-fields.md")
_NAMES = {"string": "text", "integer": "number", "boolean": "yes or no", "null": "null"}
_OPENING = """# The fields of the data file

Written by `python -m lexatlas.exports.schema` from the values in `src/lexatlas/core/`; do not edit by hand.
`lexatlas export BUNDLE --format json` writes one object, an **Export**; its schema is
`src/lexatlas/exports/data/document.schema.json`. Amounts and rates are decimal strings, dates are ISO 8601
cut to what is known, offsets count code points of the canonical text. *null* says that something is not known
or not told; an empty list or text says that nothing was found or given.
"""


def schema_text() -> str:
    """Return the schema as it is published, with a line end."""
    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def fields_text() -> str:
    """Return the table of fields in Markdown, one part for each kind of value, by name."""
    made = schema()
    parts = [("Export", made), *sorted(made["$defs"].items())]
    return (
        "\n".join([_OPENING, *(line for name, part in parts for line in _part(name, part))]).rstrip() + "\n"
    )


def _part(name: str, part: dict[str, Any]) -> Iterator[str]:
    if "properties" not in part:
        return
    yield f"## {name}\n"
    if part.get("description"):
        yield f"{part['description']}\n"
    yield "| field | holds | note |\n|---|---|---|"
    for field, told in part["properties"].items():
        note = " ".join(told.get("description", "").split()).replace("|", "\\|")
        yield f"| `{field}` | {_holds(told)} | {note} |"
    yield ""


def _holds(told: dict[str, Any]) -> str:
    if "$ref" in told:
        return str(told["$ref"]).rsplit("/", 1)[-1]
    if "const" in told:
        return f"`{told['const']}`"
    if "enum" in told:
        return ", ".join(f"`{each}`" for each in told["enum"])
    for key in ("anyOf", "oneOf"):
        if key in told:
            return " or ".join(_holds(each) for each in told[key])
    if told.get("type") == "array":
        return f"list of {_holds(told.get('items', {}))}" if "items" in told else "pair of numbers"
    if told.get("type") == "object":
        return (
            f"{_holds(told['additionalProperties'])} by name"
            if told.get("additionalProperties")
            else "object"
        )
    return _NAMES.get(told.get("type", ""), "any")


def main(root: Path) -> int:
    """Write both files below the project's folder."""
    for path, text in ((SCHEMA, schema_text()), (FIELDS, fields_text())):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
