"""`lexatlas import-page FILE --out BUNDLE`: a published page's text as a bundle, and what the checks flag."""

import argparse
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.core.errors import InputError, Unreadable

if TYPE_CHECKING:
    from lexatlas.codebook import Codebook
    from lexatlas.core.claims import CheckAnswer
    from lexatlas.core.document import Document
    from lexatlas.pipeline.imported.page import ImportedPage

SHOWN = 5
"""Findings of one check that are printed for people; the rest is counted. JSON has them all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the page, the bundle to make, and what the page may not say of itself."""
    parser.add_argument("page", metavar="FILE", type=Path, help="the page's text, as copied from a browser")
    parser.add_argument("--out", metavar="BUNDLE", type=Path, required=True, help="folder or .zip to write")
    parser.add_argument("--jurisdiction", metavar="CODE", default="", help="default: the page's own")
    parser.add_argument("--topic", metavar="TOPIC", default="", help="default: the page's own")
    parser.add_argument("--as-of", metavar="DATE", help="default: the page's own date, else today")
    parser.add_argument("--force", action="store_true", help="replace a bundle that stands at --out")


def _day(text: str | None) -> str:
    """Return an ISO date, or nothing where none was given."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise InputError(f"“{text}” is no date. Write it as 2026-06-01.") from None


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the bundle and print what was kept and what the checks flag; 0 when done."""
    from lexatlas.checks.verdict import judge_document, view_of
    from lexatlas.codebook import load
    from lexatlas.pipeline.imported.asked import Asked
    from lexatlas.pipeline.imported.page import import_page

    _refuse_to_replace(args.out, force=args.force)
    codebook = load()
    if not args.quiet:
        print(f"Importing {args.page.name} …", file=err)
    asked = Asked(args.jurisdiction, args.topic, _day(args.as_of))
    created = datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 - this is the outermost door
    imported = import_page(_bytes(args.page), args.page.name, codebook, created, asked)
    seal = _write(imported, codebook, args.out)
    document = imported.document
    answers = judge_document(document, view_of(document, imported.texts, codebook=codebook))
    flags = [answer for answer in answers if answer.answer == "no"]
    if args.json:
        print(json.dumps(_json(document, seal, flags), ensure_ascii=False, indent=2), file=out)
    else:
        print(*_told(document, args.out, flags), sep="\n", file=out)
    return 0


def _refuse_to_replace(out: Path, *, force: bool) -> None:
    from lexatlas.bundle import is_bundle

    if is_bundle(out) and not force:
        raise InputError(f"{out} holds a bundle already. Choose another name, or add --force to replace it.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} could not be read: {(error.strerror or str(error)).lower()}.") from error


def _write(imported: "ImportedPage", codebook: "Codebook", out: Path) -> str:
    from lexatlas.bundle import write
    from lexatlas.cli.plain.export import draw
    from lexatlas.pipeline.enclose import enclose

    document, files = imported.document, codebook.files_for(imported.document.brief.topic)
    return write(enclose(document, imported.provenance, imported.texts, imported.raw, files, draw), out)


def _json(document: "Document", seal: str, flags: Iterable["CheckAnswer"]) -> dict[str, object]:
    return {
        "id": document.id,
        "sha256": document.sha256,
        "seal": seal,
        "reference_id": document.imported.get("Reference ID", ""),
        "claims": len(document.claims),
        "verdicts": _counts(verdict.code for verdict in document.verdicts),
        "flags": [answer.model_dump(mode="json") for answer in flags],
        "notice": document.notice,
    }


def _told(document: "Document", out: Path, flags: list["CheckAnswer"]) -> Iterator[str]:
    yield f"{out}: {document.id}, {len(document.claims)} claims, none with an archived source."
    if document.status.note:
        yield document.status.note
    for reason, count in _counts(flag.reason for flag in flags).items():
        yield f"{reason} ({count})"
        words = [" · ".join(flag.words) for flag in flags if flag.reason == reason]
        yield from (f"  {text}" for text in words[:SHOWN])
        if count > SHOWN:
            yield f"  … and {count - SHOWN} more; --json prints all."


def _counts(words: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found
