"""A bundle's folder that another program put into a zip file: read under limits that are counted before unpacking.

The zip file of a bundle has one form to the byte (`archive`), and `verify` takes no other. Who takes in bundles may
read this one as well: what counts is the seal over what is in it.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable

from lexatlas.bundle import layout
from lexatlas.bundle.archive import ArchiveError
from lexatlas.bundle.limits import Limits, over

MOST_DIRECTORY = 4 * 1024 * 1024
"""Bytes of the list of entries."""
MOST_RATIO = 200
"""How many times its packed size a file may have; law packs to a tenth, and only what is meant to swell to less."""
SMALL = 1024 * 1024
"""A file up to this size may swell as it likes."""
_END = struct.Struct("<4s4H2IH")
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def repacked(archive: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the files by their paths within the bundle; raises `ArchiveError` when it is no zip file, or a bad one."""
    _refuse_long_list(archive)
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            wanted = [each for each in packed.infolist() if not _is_left_over(each.filename)]
            _refuse(wanted, limits)
            root = _root(each.filename for each in wanted)
            return {each.filename.removeprefix(root): _read(packed, each) for each in wanted}
    # The library raises NotImplementedError for a way of packing that it does not know, RuntimeError for a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ArchiveError(f"The zip file cannot be unpacked ({str(error)[:120]}).") from error


def _refuse_long_list(archive: bytes) -> None:
    # The library reads the whole list of entries before anybody can count them.
    at = archive.rfind(b"PK\5\6", max(0, len(archive) - 65_557))
    if at < 0 or len(archive) - at < _END.size:
        raise ArchiveError("The zip file has no list of entries: it is cut.")
    *_, size, _, comment = _END.unpack_from(archive, at)
    if at + _END.size + comment != len(archive):
        raise ArchiveError("Something follows the end of the zip file.")
    # A second, larger list may be named just before the end; no bundle is so large that it needs one.
    if size > MOST_DIRECTORY or archive[max(0, at - 20) : at].startswith(b"PK\6\7"):
        raise ArchiveError("The zip file holds more entries than a bundle may hold.")


def _is_left_over(name: str) -> bool:
    last = name.rpartition("/")[2]
    return name.endswith("/") or name.startswith(_LEFT_BY_SYSTEMS[0]) or last in _LEFT_BY_SYSTEMS


def _refuse(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    sizes = {each.filename: each.file_size for each in entries}
    faults = over(sizes, limits)
    if len(sizes) != len(entries):
        faults.append("A file stands twice in the zip file.")
    faults += [fault for each in entries for fault in _faults(each)][:3]
    if faults:
        raise ArchiveError(" ".join(faults))


def _faults(entry: zipfile.ZipInfo) -> Iterable[str]:
    told = ascii(entry.filename[:80])
    parts = entry.filename.split("/")
    if not entry.filename.isascii() or any(
        part in ("", ".", "..") or "\\" in part or ":" in part for part in parts
    ):
        yield f"The entry {told} has a name that no file of a bundle has."
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        yield f"The entry {told} is no plain file."
    if entry.flag_bits & 1:
        yield f"The entry {told} is encrypted."
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        yield f"The entry {told} is packed in a way that is not read here."
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * entry.compress_size:
        yield f"The entry {told} swells to more than {MOST_RATIO} times its size."


def _root(names: Iterable[str]) -> str:
    """Return the one folder that everything lies in, "" where the bundle lies at the top."""
    found = {name.partition("/")[0] + "/" if "/" in name else "" for name in names}
    (root,) = found if len(found) == 1 else ("",)
    return "" if root.rstrip("/") == layout.DOCUMENT.partition("/")[0] else root


def _read(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with packed.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise ArchiveError(f"The entry {entry.filename[:80]!a} is not as long as it says.")
    return data
