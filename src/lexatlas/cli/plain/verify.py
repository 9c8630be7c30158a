"""`lexatlas verify BUNDLE`: integrity, derivation, judgement and origin, four answers, offline."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.core.errors import Unreadable

if TYPE_CHECKING:
    from lexatlas.pipeline.verify import Verification


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the bundle and what it is compared with."""
    parser.add_argument("bundle", metavar="BUNDLE", type=Path, help="the bundle, a folder or a .zip")
    parser.add_argument("--expect", metavar="HASH", help="the seal that its maker gave you")
    parser.add_argument(
        "--source", metavar="FILE", type=Path, action="append", default=[],
        help="a source that is not enclosed; may be said more than once",
    )  # fmt: skip
    parser.add_argument("--refetch", action="store_true", help="also compare with the addresses, online")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the four answers; 1 when integrity, derivation or judgement fails or a claim does not match."""
    from lexatlas.cli.plain.export import render
    from lexatlas.pipeline.verify import exit_code, verify
    from lexatlas.pipeline.verify.today import fetched, programs_of_today
    from lexatlas.sources.pool import ReaderPool

    if not args.quiet:
        print(f"Verifying {args.bundle} …", file=err)
    with ReaderPool() as pool:
        programs = programs_of_today(pool, lambda bundle: render(bundle, "html"))
        given, fetch = _given(args.source), fetched if args.refetch else None
        found = verify(args.bundle, programs, expect=args.expect, given=given, fetch=fetch)
    if args.json:
        print(found.model_dump_json(indent=2), file=out)
    else:
        print(*_told(found), sep="\n", file=out)
    return exit_code(found)


def _given(files: list[Path]) -> dict[str, bytes]:
    from lexatlas.core.canonical import sha256_hex

    try:
        read = [file.read_bytes() for file in files]
    except OSError as error:
        raise Unreadable(
            f"{error.filename} could not be read: {(error.strerror or str(error)).lower()}."
        ) from error
    return {sha256_hex(data): data for data in read}


def _told(found: "Verification") -> Iterator[str]:
    from lexatlas.core.claims import VERDICT_NAMES

    yield f"Seal        {found.seal or 'none'}"
    for name in ("integrity", "derivation", "judgement", "origin"):
        answer = getattr(found, name)
        yield f"{name.capitalize():<11} {answer.answer}. {answer.reason}"
    total = sum(found.verdicts.values())
    counts = [f"{count} {VERDICT_NAMES[code]}" for code, count in found.verdicts.items() if count]  # type: ignore[index]  # codes of verdicts, all of them named
    yield f"Of {total} claims: {', '.join(counts) or 'none judged'}."
