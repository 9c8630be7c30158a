"""What `--from` names — files, folders, addresses, manifests — as a list of documents in a fixed order."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lexatlas.bundle import Limits, is_ours
from lexatlas.core.errors import InputError, Unavailable, Unreadable
from lexatlas.core.evidence import Gap
from lexatlas.sources.at_rest import kind_of, read_at_rest
from lexatlas.sources.fetch import Fetched, fetch
from lexatlas.sources.manifest import MANIFEST, Manifest, find_manifest, read_manifest
from lexatlas.sources.names import shown
from lexatlas.sources.pool import RAW_LIMIT

# A bundle keeps three files of each document, and some of its own.
MAX_DOCUMENTS = (Limits().files - 200) // 3
MAX_LISTED = 200_000
MAX_BYTES = 512 << 20
MAX_DEPTH = 64
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)

Fetch = Callable[[str], Fetched]


@dataclass(frozen=True)
class Item:
    """One document that was given: its id, where it lies, and its manifest row (empty without one).

    `path` is relative to the folder that was given. `file` is where to read it, or `fetched` holds it.
    """

    id: str
    name: str
    path: str = ""
    address: str = ""
    row: dict[str, str] = field(default_factory=dict)
    file: Path | None = None
    fetched: Fetched | None = None

    def raw(self) -> bytes | Gap:
        """Return the bytes, or a gap that says why they cannot be had."""
        if self.fetched is not None:
            return self.fetched.raw
        if self.file is None:
            return Gap(what=self.name, reason="The document was never fetched.")
        try:
            return read_at_rest(self.file, RAW_LIMIT)
        except Unavailable as error:
            return Gap(what=self.name, reason=str(error))


@dataclass(frozen=True)
class Gathered:
    """The documents found, and what was named and could not be taken."""

    items: tuple[Item, ...]
    gaps: tuple[Gap, ...] = ()


def gather(given: Sequence[str], *, fetch_page: Fetch | None = None, allow_local: bool = False) -> Gathered:
    """Find every document that `given` names: files, folders, `manifest.jsonl` files, http(s) addresses.

    Order: as given, and by path within a folder; a document named twice is taken once. Hidden files,
    manifests and our own bundles, finished or not, are passed over. A path that leaves its folder, and a
    page that cannot be fetched, are gaps. Raises `InputError` for a folder without documents and for a
    bundle given itself, `Unreadable` for a file that is not there.
    """
    if not given:
        raise InputError("No documents were given. Name files, folders or addresses with --from.")
    bring = fetch_page or (lambda address: fetch(address, allow_local=allow_local))
    finder = _Finder(bring)
    for name in given:
        finder.take(name)
    finder.tell_beyond()
    if not finder.items and not finder.gaps:
        raise InputError("Nothing that was given holds a document.")
    return Gathered(tuple(finder.items), tuple(finder.gaps))


class _Finder:
    def __init__(self, bring: Fetch) -> None:
        self.bring = bring
        self.items: list[Item] = []
        self.gaps: list[Gap] = []
        self.manifests: dict[Path, Manifest] = {}
        self.seen: set[str] = set()
        self.ids: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.above: dict[Path, Path | None] = {}
        self.bytes = 0
        self.beyond: list[str] = []

    def take(self, name: str) -> None:
        if _ADDRESS.match(name):
            self.page(name, {})
            return
        path = Path(name)
        if not os.path.exists(path):  # noqa: PTH110 - a name that no file can have is simply not there
            raise Unreadable(f"There is no file or folder '{shown(name)[:200]}'.")
        if is_ours(path):
            raise InputError(
                f"'{shown(name)[:200]}' is an analysis of Lexatlas. Name the documents that it rests on."
            )
        if path.is_dir():
            self.folder(path)
        elif path.name == MANIFEST:
            self.listed(path)
        elif path.is_file():
            self.file(path, path.name, path.parent.resolve())
        else:
            raise Unreadable(f"'{shown(name)[:200]}' is neither a file nor a folder.")

    def folder(self, folder: Path) -> None:
        """Take every file below a folder, and the addresses that the folder's own manifest lists."""
        before = len(self.items) + len(self.gaps)
        root = folder.resolve()
        for file in self._files(root):
            self.file(file, file.relative_to(root).as_posix(), root)
        own = root / MANIFEST
        if own.is_file():
            self._missing(self._manifest(own))
            for row in self._manifest(own).addresses:
                self.page(row.get("url") or row["original_url"], row)
        if len(self.items) + len(self.gaps) == before:
            raise InputError(f"The folder '{folder}' holds no documents.")

    def listed(self, manifest: Path) -> None:
        """Take every document that a manifest lists."""
        read = self._manifest(manifest.resolve())
        self._missing(read)
        root = manifest.resolve().parent
        for file in sorted(read.files):
            if os.path.isfile(file):  # noqa: PTH113 - a name too long for a file is not there
                self.file(file, file.relative_to(root).as_posix(), root)
        for row in read.addresses:
            self.page(row.get("url") or row["original_url"], row)
        if not read.files and not read.addresses:
            raise InputError(f"The manifest '{manifest}' lists no documents.")

    def file(self, file: Path, path: str, root: Path) -> None:
        path = shown(path)
        try:
            real = file.resolve()
        except (OSError, RuntimeError):
            self._skip(path, "The file could not be opened: links that lead in a circle.")
            return
        if not real.is_relative_to(root):
            self._skip(path, "The path leads out of the folder that was given; it was not opened.")
            return
        if not self._new(str(real)):
            return
        found = self._above(real.parent)
        row = self._manifest(found).files.get(real, {}) if found else {}
        address = row.get("original_url") or row.get("url") or ""
        if not self._is_full(path) and self._fits(real, path):
            self.items.append(Item(self._id(path), path.rsplit("/", 1)[-1], path, address, row, real))

    def page(self, address: str, row: dict[str, str]) -> None:
        if not self._new(address) or self._is_full(address):
            return
        try:
            fetched = self.bring(address)
        except Unavailable as error:
            self._skip(address, str(error))
            return
        name = re.sub(r"^https?://", "", fetched.address)
        self.items.append(Item(self._id(name), name, "", fetched.address, row, fetched=fetched))

    def _above(self, folder: Path) -> Path | None:
        if folder not in self.above:
            self.above[folder] = find_manifest(folder)
        return self.above[folder]

    def _fits(self, file: Path, path: str) -> bool:
        """Whether all documents together stay within what one run may hold; a file that does not is a gap."""
        try:
            size = file.stat().st_size
        except OSError:
            size = 0
        if size <= RAW_LIMIT and self.bytes + size > MAX_BYTES:
            self._skip(
                path,
                f"The documents before it fill the {MAX_BYTES:,} bytes of one run; it was not read. Name fewer.",
            )
            return False
        self.bytes += size if size <= RAW_LIMIT else 0
        return True

    def _skip(self, what: str, reason: str) -> None:
        self.gaps.append(Gap(what=shown(what), reason=reason))

    def _is_full(self, what: str) -> bool:
        """Whether a run holds no more documents; then `what` is one of those told at the end."""
        full = len(self.items) >= MAX_DOCUMENTS
        if full:
            self.beyond.append(shown(what))
        return full

    def tell_beyond(self) -> None:
        """Tell in one gap of all documents for which a run has no room."""
        if self.beyond:
            first, last, count = self.beyond[0], self.beyond[-1], len(self.beyond)
            were = "document was" if count == 1 else "documents were"
            self.gaps.append(
                Gap(
                    what=first if count == 1 else f"{first} to {last}",
                    reason=f"A run holds {MAX_DOCUMENTS:,} documents; {count:,} more {were} given and not read. "
                    "Name fewer.",
                )
            )

    def _files(self, root: Path) -> list[Path]:
        """Every file below `root` in order; what is no file, cannot be listed or lies too deep is a gap."""
        found: list[Path] = []
        for place, folders, names in os.walk(root, onerror=lambda error: self._unlisted(error, root)):
            here = Path(place)
            folders[:] = sorted(name for name in folders if self._is_walked(here / name, root))
            found += [here / name for name in names if not name.startswith(".") and name != MANIFEST]
            if len(found) > MAX_LISTED:
                raise InputError(
                    f"More than {MAX_LISTED:,} files lie in '{shown(root.name)}'; nothing was read. Name fewer."
                )
        found.sort(key=lambda file: file.relative_to(root).parts)
        return [file for file in found if self._is_taken(file, root)]

    def _is_walked(self, folder: Path, root: Path) -> bool:
        what = folder.relative_to(root)
        if folder.name.startswith("."):
            return False
        if folder.is_symlink():
            self._skip(what.as_posix(), "The folder is a link; links to folders are not followed.")
            return False
        if len(what.parts) > MAX_DEPTH:
            self._skip(
                what.as_posix(), f"The folder lies more than {MAX_DEPTH} folders deep; it was not opened."
            )
            return False
        return not is_ours(folder)

    def _is_taken(self, file: Path, root: Path) -> bool:
        if file.is_symlink():
            return True
        mode = file.lstat().st_mode
        if not stat.S_ISREG(mode):
            what = file.relative_to(root).as_posix()
            self._skip(what, f"It is {kind_of(mode)} and no file; it was not opened.")
            return False
        return not is_ours(file)

    def _unlisted(self, error: OSError, root: Path) -> None:
        folder = Path(str(error.filename or root))
        what = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
        self._skip(what, f"The folder could not be opened: {error.strerror or error}.")

    def _manifest(self, path: Path) -> Manifest:
        if path not in self.manifests:
            self.manifests[path] = read_manifest(path)
            self.gaps += self.manifests[path].gaps
        return self.manifests[path]

    def _missing(self, manifest: Manifest) -> None:
        root = manifest.path.parent.resolve()
        for file in sorted(manifest.files):
            if not os.path.exists(file):  # noqa: PTH110 - as above
                what = file.relative_to(root).as_posix()
                self._skip(what, "The manifest lists this file, and it is not there.")

    def _new(self, key: str) -> bool:
        new = key not in self.seen
        self.seen.add(key)
        return new

    def _id(self, name: str) -> str:
        """Return an id that a person can read, unique among these documents and safe in file names."""
        base = re.sub(r"[^0-9A-Za-z]+", "-", name).strip("-").lower()[-80:].strip("-") or "document"
        found, number = base, self.numbers.get(base, 1)
        while found in self.ids:
            number += 1
            found = f"{base}-{number}"
        self.numbers[base] = number
        self.ids.add(found)
        return found
