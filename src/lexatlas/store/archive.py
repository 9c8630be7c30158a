"""The archive: bytes kept by their SHA-256, in a folder of the home or in S3-compatible storage, checked on reading."""

import os
import re
import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import fsspec
from django.conf import settings

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.errors import Abort, Unavailable

_NEW = ".new-"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Archive(Protocol):
    """Two places can hold bytes; both take and give them by the hash of what they are."""

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256; bytes that are kept already are not written again.

        Raises `Abort` when the place does not take them.
        """
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises `Unavailable` when they are not there or are not what their name says."""
        ...

    def holds(self, sha256: str) -> bool:
        """Whether a file of this name is there; its bytes are not looked at."""
        ...

    def remove(self, sha256: str) -> None:
        """Remove the bytes; nothing happens when they are not there."""
        ...

    def names(self) -> Iterator[str]:
        """Give the SHA-256 of everything kept, in no order."""
        ...


def archive() -> Archive:
    """Return the archive that the settings name."""
    return _opened(str(settings.ARCHIVE_URL))


@cache
def _opened(address: str) -> Archive:
    protocol, parted, path = address.partition("://")
    if not parted or protocol in ("file", "local"):
        return FolderArchive(Path(path or address))
    try:
        # Other processes write too: a listing kept from before would say that bytes are there, or are not.
        files, root = fsspec.url_to_fs(address, use_listings_cache=False)
    except (ImportError, ValueError) as error:
        raise Abort(
            f"The archive at {protocol}:// cannot be opened ({error}). Set LEXATLAS_ARCHIVE_URL to a folder or to "
            "s3://BUCKET/FOLDER, and install what that needs (`pip install lexatlas[s3]`)."
        ) from error
    return RemoteArchive(files, str(root))


class FolderArchive:
    """Bytes as files of a folder: written beside their place, flushed, then renamed into it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256; a crash leaves the old file or the new one, never half of one."""
        name = sha256_hex(data)
        path = self._path(name)
        try:
            if not path.exists():
                _write_beside(path, data)
        except OSError as error:
            raise Abort(_not_kept(error.strerror or str(error))) from error
        return name

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises `Unavailable`."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise Unavailable(_missing(sha256)) from error
        except OSError as error:
            raise Unavailable(_unreadable(sha256, error.strerror or str(error))) from error
        return _checked(sha256, data)

    def holds(self, sha256: str) -> bool:
        """Whether a file of this name is there; asked of each copy behind a page, so without a path being made."""
        return os.path.exists(f"{self._root}/{_place(sha256)}")  # noqa: PTH110 - as said above

    def remove(self, sha256: str) -> None:
        """Remove the file, if it is there."""
        self._path(sha256).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Give the name of every file kept whole; what a crash left half written is not named."""
        for folder in sorted(self._root.glob("??")):
            yield from (path.name for path in sorted(folder.iterdir()) if not path.name.startswith("."))

    def _path(self, sha256: str) -> Path:
        return self._root / _place(sha256)


class RemoteArchive:
    """Bytes as objects of a store that fsspec speaks to; such a store takes an object whole or not at all."""

    def __init__(self, files: Any, root: str) -> None:
        self._files, self._root = files, root.rstrip("/")

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256."""
        name = sha256_hex(data)
        path = self._path(name)
        try:
            if not self._files.exists(path):
                self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
                self._files.pipe_file(path, data)
        except Exception as error:  # each client of a store fails in its own ways
            raise Abort(_not_kept(_told(error))) from error
        return name

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises `Unavailable`."""
        path = self._path(sha256)
        try:
            data = bytes(self._files.cat_file(path))
        except FileNotFoundError as error:
            raise Unavailable(_missing(sha256)) from error
        except Exception as error:
            raise Unavailable(_unreadable(sha256, _told(error))) from error
        return _checked(sha256, data)

    def holds(self, sha256: str) -> bool:
        """Whether an object of this name is there."""
        return bool(self._files.exists(self._path(sha256)))

    def remove(self, sha256: str) -> None:
        """Remove the object, if it is there."""
        if self.holds(sha256):
            self._files.rm_file(self._path(sha256))

    def names(self) -> Iterator[str]:
        """Give the name of every object."""
        if self._files.exists(self._root):
            yield from (str(path).rpartition("/")[2] for path in sorted(self._files.find(self._root)))

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{_place(sha256)}"


def _place(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"{sha256[:80]!r} is no SHA-256.")
    return f"{sha256[:2]}/{sha256}"


def _told(error: Exception) -> str:
    # What a client says may name the store and its keys, and this is read by whoever did an act.
    return str(getattr(error, "strerror", None) or type(error).__name__)


def _write_beside(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{_NEW}{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _checked(sha256: str, data: bytes) -> bytes:
    if sha256_hex(data) != sha256:
        raise Unavailable(
            f"The archived file {sha256[:12]} is not what it was when it was kept. Restore it from a backup."
        )
    return data


def _missing(sha256: str) -> str:
    return f"The archived file {sha256[:12]} is not in the archive. Restore it from a backup, or import it again."


def _unreadable(sha256: str, why: str) -> str:
    return (
        f"The archived file {sha256[:12]} cannot be read ({why}). Run `lexatlas doctor` to see what is wrong."
    )


def _not_kept(why: str) -> str:
    return f"The archive does not take a file ({why}). Nothing was changed. Make room or mend it, then try again."
