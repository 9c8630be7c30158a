"""One form of JSON for one value, so that equal documents have equal hashes."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict

_HARMLESS = frozenset((str, int, bool, type(None)))


class Value(BaseModel):
    """A frozen value: no field can be added, changed or left unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def canonical_json(value: Any) -> bytes:
    """Return UTF-8 JSON with sorted keys, no spaces and no floats.

    `value` is a `Value` or plain JSON data. A float raises `TypeError`: amounts are decimal strings.
    """
    data = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    _refuse_floats(data)
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _refuse_floats(data: Any) -> None:
    if isinstance(data, float):
        raise TypeError(f"A float ({data}) cannot stand in a document; write it as a decimal string.")
    held = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    # Most of what a document holds is words and numbers; to ask them by a call each would double the time.
    if not _HARMLESS.issuperset(map(type, held)):
        for item in held:
            _refuse_floats(item)


def content_id(value: Any) -> str:
    """Return the first 16 hexadecimal digits of the hash of `value` in canonical form."""
    return sha256_hex(canonical_json(value))[:16]
