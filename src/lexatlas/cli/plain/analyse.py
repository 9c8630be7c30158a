"""`lexatlas analyse PLACE TOPIC --from … --out BUNDLE`: answer one question from documents, as a bundle."""

import argparse
import gc
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.core.errors import InputError

if TYPE_CHECKING:
    from lexatlas.bundle import Bundle
    from lexatlas.codebook import Codebook
    from lexatlas.core.document import Document
    from lexatlas.core.recipe import Brief
    from lexatlas.pipeline.run import Finished


RARELY = (200_000, 50, 50)
"""Thresholds of the garbage collector during a run."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the question, the documents, and the bundle to make."""
    parser.add_argument("place", metavar="PLACE", help="code or name of a jurisdiction, such as EU or SG")
    parser.add_argument("topic", metavar="TOPIC", help="such as vasp-licensing; see lexatlas codebook show")
    parser.add_argument(
        "--from", dest="given", metavar="SOURCE", action="append", nargs="+", required=True,
        help="file, folder, manifest.jsonl or address; may be said more than once",
    )  # fmt: skip
    parser.add_argument("--as-of", metavar="DATE", help="the civil date asked about; default: today there")
    parser.add_argument(
        "--level", choices=("total", "gov"), default="total", help="all law a resident faces, or this level"
    )
    parser.add_argument("--out", metavar="BUNDLE", type=Path, required=True, help="folder or .zip to write")
    parser.add_argument("--force", action="store_true", help="replace a finished analysis at --out")
    parser.add_argument("--allow-local", action="store_true", help="let addresses lead to this machine")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write the bundle and print the answer; 0 when every claim matches its source, else 1."""
    from lexatlas.codebook import load
    from lexatlas.pipeline.unfinished import finish, unfinished

    # A run makes a million small values and frees few; looking for garbage among them costs a twentieth of it.
    gc.set_threshold(*RARELY)
    book = load()
    brief = _brief(args, book)
    with unfinished(args.out, force=args.force) as journal:
        finished = _analysed(args, brief, book, journal, err)
        bundle = _bundle(finished, book)
        seal = finish(bundle, args.out, journal)
    document = finished.document
    if args.json:
        print(json.dumps(_json(document, seal, args.out), ensure_ascii=False, indent=2), file=out)
    else:
        print(*_told(document, seal, args.out), sep="\n", file=out)
    return _code(document)


def _brief(args: argparse.Namespace, book: "Codebook") -> "Brief":
    from lexatlas.core.recipe import Brief

    topic, place = book.topic(args.topic), book.jurisdiction(args.place)
    return Brief(
        jurisdiction=place.code,
        jurisdiction_name=place.name,
        topic=topic.id,
        topic_name=topic.name,
        as_of=_day(args.as_of),
        level=args.level,
    )


def _day(text: str | None) -> str:
    """Return an ISO date; a day that has not come anywhere on earth yet is refused."""
    # Today's date is ahead of UTC by a day at most, so a day later can be today somewhere.
    today = datetime.now(UTC).date()  # noqa: TID251 - this is the outermost door
    if text is None:
        return today.isoformat()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InputError(f"“{text}” is no date. Write it as 2026-06-01.") from None
    if (day - today).days > 1:
        raise InputError(f"{day} lies in the future: no text can show the law on it. Give a day up to today.")
    return day.isoformat()


def _analysed(
    args: argparse.Namespace, brief: "Brief", book: "Codebook", journal: Any, err: TextIO
) -> "Finished":
    from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
    from lexatlas.pipeline.run import Tools, run_analysis
    from lexatlas.settings import load as settings
    from lexatlas.sources.pool import ReaderPool

    person = settings(os.environ).person
    with ReaderPool() as pool:
        tools = Tools(
            book=book,
            analyst=ExtractiveAnalyst(book),
            pool=pool,
            clock=lambda: datetime.now(UTC),  # noqa: TID251 - as above
            progress=progress_to(err, args.quiet),
            allow_local=args.allow_local,
            person=person,
        )
        return run_analysis(brief, [name for names in args.given for name in names], tools, journal)


def _bundle(finished: "Finished", book: "Codebook") -> "Bundle":
    from lexatlas.cli.plain.export import draw
    from lexatlas.pipeline.enclose import enclose

    files = book.files_for(finished.document.brief.topic)
    return enclose(finished.document, finished.provenance, finished.texts, finished.raw, files, draw)


def _code(document: "Document") -> int:
    from lexatlas.pipeline.verify.answers import FAILING_VERDICTS

    return 1 if any(verdict.code in FAILING_VERDICTS for verdict in document.verdicts) else 0


def _counts(document: "Document") -> dict[str, int]:
    from lexatlas.pipeline.verify.answers import counts

    return counts(document.verdicts_by_claim())


def _json(document: "Document", seal: str, out: Path) -> dict[str, object]:
    return {
        "id": document.id,
        "bundle": str(out),
        "sha256": document.sha256,
        "seal": seal,
        "status": document.status.model_dump(mode="json"),
        "force": document.force.model_dump(mode="json"),
        "confidence": document.factors.model_dump(mode="json"),
        "claims": len(document.claims),
        "verdicts": _counts(document),
        "gaps": [gap.model_dump(mode="json") for gap in document.gaps],
        "notice": document.notice,
    }


def _told(document: "Document", seal: str, out: Path) -> Iterator[str]:
    from lexatlas.core.claims import VERDICT_NAMES

    brief, status = document.brief, document.status
    yield f"{brief.jurisdiction_name}, {brief.topic_name}, as of {brief.as_of}"
    if status.coded:
        yield f"{status.name} ({status.code})" + (f" · {status.second_line}" if status.second_line else "")
        yield f"Force: {document.force.state}. {document.force.sentence}".rstrip()
        yield f"Confidence: {document.factors.level}."
    else:
        yield f"No code: {status.name.lower()}. {status.note}."
        yield from _abstention(document)
    counts = [f"{count} {VERDICT_NAMES[code]}" for code, count in _counts(document).items() if count]  # type: ignore[index]  # codes of verdicts, all of them named
    yield f"Of {len(document.claims)} claims: {', '.join(counts) or 'none'}."
    yield from (f"Not read: {gap.what}: {gap.reason}" for gap in document.gaps[:10])
    yield f"{out}: {document.id}"
    yield f"Seal {seal}"
    yield document.notice


def _abstention(document: "Document") -> Iterator[str]:
    told = document.status.abstention
    if told is not None:
        yield from (f"  Found: {line}" for line in told.found)
        yield from (f"  Missing: {line}" for line in told.missing)
        yield from (f"  Look: {line}" for line in told.look)
