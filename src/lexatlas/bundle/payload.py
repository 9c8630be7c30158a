"""The way from a bundle's values to the bytes of its payload, and back with every fault at once."""

import json
from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from lexatlas.bundle import layout
from lexatlas.bundle.content import Bundle
from lexatlas.bundle.limits import Limits
from lexatlas.core.canonical import Value, canonical_json, sha256_hex
from lexatlas.core.document import SCHEMA_VERSION, Document
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import CanonicalText
from lexatlas.core.excerpts import Excerpts
from lexatlas.core.provenance import Provenance
from lexatlas.core.standing import Standing
from lexatlas.core.textform import structure_bytes, structure_from_bytes

V = TypeVar("V", bound=Value)
_WHOLE, _STRUCTURE, _CUT = ".txt", ".structure.json", ".excerpts.json"


def to_payload(bundle: Bundle) -> dict[str, bytes]:
    """Return name -> bytes; the same bundle gives the same bytes."""
    files = {
        layout.DOCUMENT: canonical_json(bundle.document),
        layout.PROVENANCE: canonical_json(bundle.provenance),
        layout.PAGE: bundle.page,
    }
    if bundle.standing is not None:
        files[layout.STANDING] = canonical_json(bundle.standing)
    files.update({f"{layout.CODEBOOK}{name}": data for name, data in bundle.codebook.items()})
    files.update({f"{layout.RAW}{key}": data for key, data in bundle.raw.items()})
    for key, text in bundle.texts.items():
        files[f"{layout.TEXT}{key}{_STRUCTURE}"] = structure_bytes(text)
        if key in bundle.excerpts:
            files[f"{layout.TEXT}{key}{_CUT}"] = canonical_json(bundle.excerpts[key])
        else:
            files[f"{layout.TEXT}{key}{_WHOLE}"] = text.text.encode()
    return files


def from_payload(files: Mapping[str, bytes], limits: Limits) -> tuple[Bundle | None, list[str]]:
    """Return the bundle that these files hold, and what is wrong with them as sentences.

    The bundle is None when its document or provenance cannot be read. Names must have been checked before.
    """
    faults: list[str] = []
    document = _value(Document, layout.DOCUMENT, files, faults, limits)
    provenance = _value(Provenance, layout.PROVENANCE, files, faults, limits)
    standing = _value(Standing, layout.STANDING, files, faults, limits) if layout.STANDING in files else None
    raw = _below(files, layout.RAW)
    misnamed = sorted(key for key, data in raw.items() if sha256_hex(data) != key)
    faults += [f"data/raw/{key} does not have the hash that it is named by." for key in misnamed]
    excerpts = _excerpts(files, faults, limits)
    texts = _texts(files, excerpts, faults, limits)
    if document is None or provenance is None:
        return None, faults
    faults += _strays(document, raw, texts)
    page, codebook = files.get(layout.PAGE, b""), _below(files, layout.CODEBOOK)
    return Bundle(document, provenance, page, codebook, raw, texts, excerpts, standing), faults


def _below(files: Mapping[str, bytes], prefix: str, suffix: str = "") -> dict[str, bytes]:
    return {name.removeprefix(prefix).removesuffix(suffix): files[name] for name in sorted(files)
            if name.startswith(prefix) and name.endswith(suffix)}  # fmt: skip


def _value(
    kind: type[V], name: str, files: Mapping[str, bytes], faults: list[str], limits: Limits
) -> V | None:
    """Read one JSON value; any form but the canonical one is a fault, for its hash would differ."""
    data = files.get(name)
    if data is None:
        return None
    if len(data) > limits.json_bytes:
        faults.append(f"{name} is larger than {limits.json_bytes} bytes.")
        return None
    try:
        value = kind.model_validate_json(data)
    except ValidationError as error:
        faults.append(f"{name} cannot be read: {_first(error)}.{_newer(kind, data)}")
        return None
    if canonical_json(value) != data:
        faults.append(f"{name} is not in canonical form, so its hash is not the hash of what it says.")
    return value


def _first(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in fault["loc"]) or "the file"
    return f"{place}: {str(fault['msg']).rstrip('.')}"


def _newer(kind: type[Value], data: bytes) -> str:
    try:
        version = json.loads(data).get("schema_version", 0) if kind is Document else 0
    except (ValueError, AttributeError, RecursionError):
        return ""
    newer = isinstance(version, int) and version > SCHEMA_VERSION
    return " It was made by a later release; read it with that one." if newer else ""


def _excerpts(files: Mapping[str, bytes], faults: list[str], limits: Limits) -> dict[str, Excerpts]:
    found = {}
    for key in _below(files, layout.TEXT, _CUT):
        name = f"{layout.TEXT}{key}{_CUT}"
        value = _value(Excerpts, name, files, faults, limits)
        if value is None:
            continue
        if f"{layout.TEXT}{key}{_WHOLE}" in files:
            faults.append(f"{name} stands beside the whole text.")
        elif _in_order(value, limits):
            found[key] = value
        else:
            faults.append(f"{name} holds stretches that overlap or leave their text.")
    return found


def _in_order(cut: Excerpts, limits: Limits) -> bool:
    done = 0
    for excerpt in cut.excerpts:
        if excerpt.start < done or excerpt.end - excerpt.start != len(excerpt.text):
            return False
        done = excerpt.end
    # The length decides how much filler is made.
    return done <= cut.length <= limits.file_bytes


def _texts(
    files: Mapping[str, bytes], excerpts: Mapping[str, Excerpts], faults: list[str], limits: Limits
) -> dict[str, CanonicalText]:
    whole, structures = _below(files, layout.TEXT, _WHOLE), _below(files, layout.TEXT, _STRUCTURE)
    known = {*whole, *excerpts}
    faults += [f"data/text/{key} has no structure beside it." for key in sorted(known - set(structures))]
    faults += [
        f"data/text/{key}{_STRUCTURE} has no text beside it." for key in sorted(set(structures) - known)
    ]
    misnamed = sorted(key for key, data in whole.items() if sha256_hex(data) != key)
    faults += [f"data/text/{key}.txt does not have the hash that it is named by." for key in misnamed]
    texts = {}
    for key in sorted(known & set(structures)):
        try:
            text = whole[key].decode("utf-8") if key in whole else excerpts[key].spread()
            texts[key] = _structured(text, structures[key], limits)
        except (Unreadable, UnicodeError) as error:
            faults.append(f"data/text/{key} cannot be read: {error}")
    return texts


def _structured(text: str, structure: bytes, limits: Limits) -> CanonicalText:
    if len(structure) > limits.json_bytes:
        raise Unreadable(f"Its structure is larger than {limits.json_bytes} bytes.")
    canonical = structure_from_bytes(text, structure)
    if structure_bytes(canonical) != structure:
        raise Unreadable("Its structure is not in canonical form.")
    return canonical


def _strays(document: Document, raw: Mapping[str, bytes], texts: Mapping[str, CanonicalText]) -> list[str]:
    """Files that the document does not speak of: nothing may ride along unexamined."""
    known_raw = {snapshot.raw for snapshot in document.snapshots}
    known_text = {snapshot.text for snapshot in document.snapshots}
    faults = [
        f"data/raw/{key} is a copy that the document does not name." for key in sorted(set(raw) - known_raw)
    ]
    faults += [
        f"data/text/{key} is a text that the document does not name."
        for key in sorted(set(texts) - known_text)
    ]
    return faults + [
        f"The text {key} that the document names is not enclosed." for key in sorted(known_text - set(texts))
    ]
