"""`lexatlas backup FILE`: the whole site in one sealed file, while it runs."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.site.ground import now, site
from lexatlas.core.errors import InputError

if TYPE_CHECKING:
    from lexatlas.desk.backup_file import Inspected


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the file to write."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup to write, such as site.zip")
    parser.add_argument("--force", action="store_true", help="replace a file that stands there")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the backup, read it through again and print its seal; 1 when archived files were missing."""
    if args.file.exists() and not args.force:
        raise InputError(f"{args.file} exists already. Choose another name, or add --force to replace it.")
    with site():
        from lexatlas.desk.backup import backup

        found = backup(path=args.file, at=now())
    lost = found.manifest.lost
    if args.json:
        print(json.dumps({"file": str(args.file), **told(found), "lost": list(lost)}, indent=2), file=out)
    else:
        print(f"{args.file}: {counted(found)}. Read through again: every byte as it was written.", file=out)
        print(f"Seal {found.seal}", file=out)
        for name in lost:
            print(f"Not saved: the archived file {name} is missing or damaged.", file=out)
    return 1 if lost else 0


def counted(found: "Inspected") -> str:
    """Say how much a backup holds."""
    tables, archived = found.manifest.tables, found.manifest.archive
    versions = tables["version"].rows if "version" in tables else 0
    events = tables["event"].rows if "event" in tables else 0
    size = sum(archived.values()) / 1e6
    return (
        f"{versions} version{'' if versions == 1 else 's'}, {events} event{'' if events == 1 else 's'}, "
        f"{sum(table.rows for table in tables.values())} rows in all, {len(archived)} archived files ({size:.1f} MB)"
    )


def told(found: "Inspected") -> dict[str, object]:
    """Return the same for a program."""
    manifest = found.manifest
    return {
        "seal": found.seal,
        "made_at": manifest.made_at,
        "release": manifest.release,
        "migration": manifest.migration,
        "rows": {name: table.rows for name, table in manifest.tables.items()},
        "archived_files": len(manifest.archive),
    }
