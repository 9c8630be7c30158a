"""`lexatlas analyse PLACE TOPIC --from … --out BUNDLE`: answer questions from documents, each as a bundle."""

import argparse
import atexit
import gc
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from lexatlas.cli.progress import progress_to
from lexatlas.core.errors import InputError

if TYPE_CHECKING:
    from lexatlas.bundle import Bundle
    from lexatlas.codebook import Codebook
    from lexatlas.core.document import Document
    from lexatlas.core.recipe import Brief
    from lexatlas.pipeline.run import Finished
    from lexatlas.sources.pool import ReaderPool


RARELY = (200_000, 50, 50)
"""Thresholds of the garbage collector during a run."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the questions, the documents, and the bundles to make."""
    parser.add_argument("place", metavar="PLACE", help="code or name of a jurisdiction, such as EU or SG")
    parser.add_argument(
        "topic",
        metavar="TOPIC",
        help="such as vasp-licensing; several with commas; see lexatlas codebook show",
    )
    parser.add_argument(
        "--from", dest="given", metavar="SOURCE", action="append", nargs="+", required=True,
        help="file, folder, manifest.jsonl or address; may be said more than once",
    )  # fmt: skip
    parser.add_argument("--as-of", metavar="DATE", help="the civil date asked about; default: today there")
    parser.add_argument(
        "--level", choices=("total", "gov"), default="total", help="all law a resident faces, or this level"
    )
    parser.add_argument(
        "--out",
        metavar="BUNDLE",
        type=Path,
        required=True,
        help="folder or .zip to write; with several topics, a folder for one bundle each",
    )
    parser.add_argument("--force", action="store_true", help="replace a finished analysis at --out")
    parser.add_argument("--allow-local", action="store_true", help="let addresses lead to this machine")
    parser.add_argument("--codebook", metavar="FOLDER", help="a codebook other than the package's own")


def run(args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Write each bundle and print its answer; 0 when every claim matches its source, else 1."""
    from lexatlas.codebook import load
    from lexatlas.sources.pool import ReaderPool

    # A run makes a million small values and frees few; looking for garbage among them costs a twentieth of it.
    gc.set_threshold(*RARELY)
    # Nor is anything won by a last look when the process ends and all of them go.
    atexit.register(gc.freeze)
    with ReaderPool() as pool:
        # What is to be read is seen later; the children load on another core while the codebook is read here.
        pool.warm(_documents(args))
        book = load(args.codebook)
        asked = _asked(args, book)
        done = list(_analysed(args, asked, book, pool, err))
    if args.json:
        answers = [_json(document, seal, path) for document, seal, path in done]
        print(json.dumps(answers if len(asked) > 1 else answers[0], ensure_ascii=False, indent=2), file=out)
    else:
        print("\n\n".join("\n".join(_told(document, seal, path)) for document, seal, path in done), file=out)
    return max(_code(document) for document, _, _ in done)


def _documents(args: argparse.Namespace) -> int:
    """Return how many documents are given as far as names tell; a folder holds several."""
    return sum(2 if Path(name).is_dir() else 1 for names in args.given for name in names)


def _asked(args: argparse.Namespace, book: "Codebook") -> list[tuple["Brief", Path]]:
    """Return each question with the bundle to write; what stands in the way of one is told before any is asked.

    Raises InputError for an unknown place or topic, and where a bundle cannot be written.
    """
    from lexatlas.pipeline.unfinished import refuse, state

    topics = list(dict.fromkeys(name.strip() for name in args.topic.split(",") if name.strip()))
    briefs = [_brief(args, topic, book) for topic in topics or [args.topic]]
    if len(briefs) == 1:
        return [(briefs[0], args.out)]
    if args.out.suffix == ".zip" or args.out.is_file() or state(args.out) == "finished":
        raise InputError(f"{args.out} is no folder for several bundles. Name one, new or with bundles in it.")
    asked = [(brief, args.out / brief.topic) for brief in briefs]
    for _, path in asked:
        refuse(path, force=args.force)
    return asked


def _brief(args: argparse.Namespace, name: str, book: "Codebook") -> "Brief":
    from lexatlas.core.recipe import Brief

    topic, place = book.topic(name), book.jurisdiction(args.place)
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
    args: argparse.Namespace,
    asked: list[tuple["Brief", Path]],
    book: "Codebook",
    pool: "ReaderPool",
    err: TextIO,
) -> Iterator[tuple["Document", str, Path]]:
    """Answer and write one question after the other; yield document, seal and path of each."""
    from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
    from lexatlas.pipeline.run import Tools, run_analysis
    from lexatlas.pipeline.unfinished import finish, unfinished
    from lexatlas.settings import load as settings

    person = settings(os.environ).person
    tools = Tools(
        book=book,
        analyst=ExtractiveAnalyst(book),
        pool=pool,
        clock=lambda: datetime.now(UTC),  # noqa: TID251 - as above
        progress=progress_to(err, args.quiet),
        allow_local=args.allow_local,
        person=person,
    )
    for brief, path in asked:
        with unfinished(path, force=args.force) as journal:
            finished = run_analysis(brief, [name for names in args.given for name in names], tools, journal)
            seal = finish(_bundle(finished, book), path, journal)
        # The documents are read; a further question needs no child.
        pool.rest()
        yield finished.document, seal, path


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
