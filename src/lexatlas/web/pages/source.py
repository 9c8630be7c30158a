"""The source viewer: an archived text in its own script, opened at a unit, as far as its rights let it be seen."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.core.evidence import Span
from lexatlas.core.excerpts import AROUND
from lexatlas.exports.view.addresses import web_address
from lexatlas.exports.view.rights import RIGHTS
from lexatlas.exports.view.words import direction, language_name, language_tag
from lexatlas.store.archive import archive
from lexatlas.store.queries import documents
from lexatlas.store.queries.documents import Enclosed
from lexatlas.store.queries.sources import SourceSeen, source
from lexatlas.web.asking import Asking, asking
from lexatlas.web.failures import failure
from lexatlas.web.files import to_be_saved
from lexatlas.web.text_laid_out import Block, Portion, laid_out, portions

_HASH = re.compile(r"[0-9a-f]{64}")
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_OF = re.compile(r"(\d{1,9})\.(\d{1,9})")


@dataclass(frozen=True)
class Viewed:
    """The page: the source, one portion of its text as blocks, the others by name, and what the rights say."""

    source: SourceSeen
    lang: str
    dir: str
    language: str
    rights: str
    address: str
    state: str
    as_of: str
    portion: Portion
    portions: tuple[Portion, ...]
    blocks: tuple[Block, ...]
    asked: Span | None
    told: str
    query: str
    may_save: bool


def page(request: HttpRequest, text: str) -> HttpResponse:
    """Show a text by its SHA-256; `of` names the version through which it is read, `at` the unit to open at."""
    who = asking(request)
    found = _found(request, text, who)
    try:
        viewed = _viewed(request, found, who)
    except LexatlasError as error:
        return failure(request, 409, "Not in the archive", str(error))
    return render(request, "source.html", {"viewed": viewed})


def raw(request: HttpRequest, text: str) -> HttpResponse:
    """Give the bytes that a text was read from, to be saved; of open sources only, whoever asks."""
    found = _found(request, text, asking(request))
    if found.rights != "open" or not found.has_raw:
        sentence = "Only the bytes of open sources that came with the analysis leave the site."
        return failure(request, 403, "Not for passing on", sentence)
    try:
        return to_be_saved(archive().get(found.raw), f"{found.raw[:12]}.bin")
    except LexatlasError as error:
        return failure(request, 409, "Not in the archive", str(error))


def _found(request: HttpRequest, text: str, who: Asking) -> SourceSeen:
    given = _OF.fullmatch(request.GET.get("of", ""))
    of = (int(given[1]), int(given[2])) if given else None
    found = source(text, live_only=not who.inside, of=of) if _HASH.fullmatch(text) else None
    if found is None:
        raise Http404
    return found


def _viewed(request: HttpRequest, found: SourceSeen, who: Asking) -> Viewed:
    document = documents.document(found.document)
    snapshot = next(each for each in document.snapshots if each.text == found.text)
    text = documents.text(snapshot, Enclosed(found.excerpts, found.has_raw))
    quoted = _quoted(document, found.text)
    cut = found.excerpts or (found.rights == "quote-only" and not who.inside)
    allowed = _around(quoted, len(text.text)) if cut else None
    asked = _asked(request, len(text.text))
    if (
        asked
        and allowed is not None
        and not any(asked.start < each.end and each.start < asked.end for each in allowed)
    ):
        asked = None
    parts = portions(text)
    portion = _portion(request, parts, asked)
    return Viewed(
        source=found,
        lang=language_tag(found.language),
        dir=direction(found.language),
        language=language_name(found.language),
        rights=RIGHTS.get(found.rights, found.rights),
        address=web_address(found.address),
        state=snapshot.text_state.replace("-", " "),
        as_of=snapshot.text_as_of or "not shown",
        portion=portion,
        portions=parts,
        blocks=laid_out(text, portion, asked, quoted, allowed),
        asked=asked,
        told=_told(found, cut=bool(cut)),
        query=f"of={found.analysis}.{found.version}",
        may_save=found.rights == "open" and found.has_raw,
    )


def _told(found: SourceSeen, *, cut: bool) -> str:
    if cut:
        return f"Only the units quoted are shown, with {AROUND} signs either side: its rights allow no more."
    if found.rights == "private":
        return "Private: a file of its user. It is shown to those who work here and is not for passing on."
    if found.rights == "quote-only":
        return (
            "Quote-only: shown whole to those who work here; parts may be quoted, the whole is not passed on."
        )
    return ""


def _quoted(document: Document, text: str) -> tuple[Span, ...]:
    spans = {
        Span(part.start, part.end)
        for claim in document.claims
        for quote in claim.quotes
        if quote.snapshot == text
        for part in quote.parts
    }
    return tuple(sorted(spans))


def _around(quoted: tuple[Span, ...], length: int) -> list[Span]:
    joined: list[Span] = []
    for span in quoted:
        start, end = max(0, span.start - AROUND), min(length, span.end + AROUND)
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def _asked(request: HttpRequest, length: int) -> Span | None:
    given = _AT.fullmatch(request.GET.get("at", ""))
    if not given or not int(given[1]) < int(given[2]) <= length:
        return None
    return Span(int(given[1]), int(given[2]))


def _portion(request: HttpRequest, parts: tuple[Portion, ...], asked: Span | None) -> Portion:
    given = request.GET.get("from", "")
    start = (
        asked.start if asked else int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    )
    return next((each for each in parts if each.start <= start < each.end), parts[0])
