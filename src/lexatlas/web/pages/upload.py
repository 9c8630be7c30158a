"""Taking in a file: a bundle, or the text of a published page; what it is, its first bytes say."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lexatlas.codebook import load
from lexatlas.desk.imports import import_bundle, import_page
from lexatlas.desk.outcome import Outcome, Refused
from lexatlas.settings.scratch import Scratch
from lexatlas.web.answers import after, status_of

MIB = 1024 * 1024
MOST = 64 * MIB
"""Bytes of a bundle that are taken; the desk counts what is in it before it unpacks any."""
MOST_OF_A_PAGE = MIB
ZIP = b"PK"
"""How a zip file begins, and no text does that somebody wrote."""
_AT_ONCE = MIB


def upload(request: HttpRequest) -> HttpResponse:
    """Show the form; a POST takes the file in and goes to its analysis, or tells on the same page why not."""
    if request.method != "POST":
        return _form(request, None)
    outcome = _taken_in(request)
    if isinstance(outcome, Refused):
        return _form(request, outcome)
    return after(request, outcome, reverse("analysis", kwargs={"analysis": outcome.analysis}))


def _taken_in(request: HttpRequest) -> Outcome:
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile) or not given.size:
        return Refused("Choose a file first: a bundle (.zip), or the text of a published page (.txt).")
    by: Any = request.user
    at = datetime.now(UTC)  # noqa: TID251 - the door reads the clock
    head = given.read(len(ZIP))
    given.seek(0)
    most = MOST if head == ZIP else MOST_OF_A_PAGE
    if given.size > most:
        return Refused(
            f"The file has {given.size / MIB:.0f} MiB; {most // MIB} MiB are taken at most. Nothing was kept."
        )
    if head == ZIP:
        return _bundle(given, by, at)
    place, topic = (request.POST.get(name, "")[:80] for name in ("jurisdiction", "topic"))
    name = Path(given.name or "page.txt").name[:120]
    return import_page(text=given.read(), name=name, jurisdiction=place, topic=topic, by=by, at=at)


def _bundle(given: UploadedFile[Any], by: Any, at: datetime) -> Outcome:
    """Lay the file down under a name of ours, and let the desk look at it there."""
    with Scratch("lexatlas-upload-") as folder:
        path = folder.path / "bundle.zip"
        with path.open("wb") as file:
            for piece in given.chunks(_AT_ONCE):
                file.write(piece)
        return import_bundle(path=path, by=by, at=at)


def _form(request: HttpRequest, refused: Refused | None) -> HttpResponse:
    values: dict[str, Any] = {
        "refusal": refused.sentence if refused else "",
        "jurisdiction": request.POST.get("jurisdiction", "")[:80],
        "topic": request.POST.get("topic", "")[:80],
        "jurisdictions": _jurisdictions(),
        "topics": _topics(),
        "most": MOST // MIB,
        "most_of_a_page": MOST_OF_A_PAGE // MIB,
    }
    return render(request, "upload.html", values, status=status_of(refused) if refused else 200)


@cache
def _jurisdictions() -> tuple[tuple[str, str], ...]:
    rows = load().places.rows
    return tuple(sorted(((row.code, f"{row.name} ({row.code})") for row in rows), key=lambda row: row[1]))


@cache
def _topics() -> tuple[tuple[str, str], ...]:
    return tuple((topic.id, topic.name) for topic in load().topics.values() if topic.state == "edition")
