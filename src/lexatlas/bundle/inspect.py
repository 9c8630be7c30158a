"""Looks a bundle over, byte for byte: what it holds, its seal, and everything that is not as sealed."""

import stat
from dataclasses import dataclass, field
from pathlib import Path

from lexatlas.bundle import layout
from lexatlas.bundle.archive import ArchiveError, unpack
from lexatlas.bundle.content import Bundle
from lexatlas.bundle.folder import FolderError, read_folder
from lexatlas.bundle.limits import DEFAULT, Limits
from lexatlas.bundle.payload import from_payload
from lexatlas.bundle.repacked import repacked
from lexatlas.bundle.seal import differences, seal_of
from lexatlas.core.errors import Unreadable


@dataclass(frozen=True)
class Inspection:
    """What was found at a path. `seal` is computed, "" when the files could not be listed.

    `faults` are sentences; a bundle without one is consistent. `bundle` is None without a readable document.
    """

    seal: str
    bundle: Bundle | None
    faults: tuple[str, ...] = ()
    files: dict[str, int] = field(default_factory=dict)


def inspect(path: Path, limits: Limits = DEFAULT, *, any_zip: bool = False) -> Inspection:
    """Look a bundle over; whatever is wrong inside it becomes a fault in the result.

    With `any_zip`, a zip file of its folder that another program packed is read, too.
    Raises Unreadable when there is nothing at `path`, or when it is plainly not a bundle.
    """
    _refuse_other_things(path)
    try:
        files = read_folder(path, limits) if path.is_dir() else _archive(path, limits, any_zip)
    except FolderError as error:
        return Inspection("", None, tuple(error.faults))
    except ArchiveError as error:
        return Inspection("", None, (str(error),))
    except OSError as error:
        raise Unreadable(f"The bundle {path} cannot be read ({error.strerror or error}).") from error
    return _look_over(files, limits)


def _look_over(files: dict[str, bytes], limits: Limits) -> Inspection:
    faults = [f"{name!r} has no place in a bundle." for name in layout.strangers(files)[:20]]
    faults += [f"{name} is missing." for name in layout.missing(files)]
    faults += differences({name: data for name, data in files.items() if layout.is_known(name)})
    payload = {name: data for name, data in files.items() if layout.is_payload(name)}
    bundle, wrong = from_payload(payload, limits)
    sizes = {name: len(data) for name, data in files.items()}
    return Inspection(seal_of(payload), bundle, tuple(faults + wrong), sizes)


def _archive(path: Path, limits: Limits, any_zip: bool) -> dict[str, bytes]:
    # Names and list of entries need room beside the contents; 200 bytes an entry is more than they can take.
    if path.stat().st_size > limits.total_bytes + 400 * limits.files:
        raise ArchiveError(
            f"The zip file is larger than the {limits.total_bytes} bytes that a bundle may hold."
        )
    archive = path.read_bytes()
    try:
        return unpack(archive, limits)
    except ArchiveError:
        if not any_zip:
            raise
    return repacked(archive, limits)


def _refuse_other_things(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise Unreadable(f"There is no bundle at {path}. Give the folder or the zip file of one.") from error
    except ValueError as error:
        raise Unreadable(f"{str(path)!r} is no path.") from error
    if stat.S_ISDIR(mode):
        if not any((path / name).exists() for name in (*layout.TAG_FILES, layout.DOCUMENT)):
            raise Unreadable(
                f"The folder {path} is not a bundle: it holds neither bagit.txt nor data/document.json."
            )
    elif not stat.S_ISREG(mode):
        raise Unreadable(f"{path} is neither a folder nor a file.")
    elif path.suffix.lower() != ".zip":
        raise Unreadable(
            f"{path} is not a bundle. Give the folder of one, or a file whose name ends in .zip."
        )
