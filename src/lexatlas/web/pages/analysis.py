"""The analysis page: a document as every export shows it, within the site, with what has become of its version."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe

from lexatlas.compare import Comparison
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.desk.standing import Standing, confidence_shown, standing_of
from lexatlas.exports.parts import Parts, edition, ruling
from lexatlas.store.queries import analysis as facts_of
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.store.queries.reviews import Thread, reviews_of
from lexatlas.web.asking import Asking, asking
from lexatlas.web.drawn import compared, parts_of
from lexatlas.web.found import found_in
from lexatlas.web.kept import AtHand
from lexatlas.web.leaving import forms
from lexatlas.web.pages.acts_offered import Offered, offered
from lexatlas.web.pages.analysis_head import Banner, banners, faulted, head_on_site, overridden
from lexatlas.web.whole import headed, sent, tag_of

_SHOWN: "AtHand[Shown]" = AtHand(256, lambda _: 1)
"""What pages show, by all that it depends on; nothing in it is of one person."""
_FILES: "AtHand[tuple[tuple[str, tuple[str, ...]], ...]]" = AtHand(2_048, lambda _: 1)
"""Which archived files pages rest on, as long as nothing happens; whether they are there is asked anew each time."""


@dataclass(frozen=True)
class Shown:
    """All that the page shows; `parts` and `ruling` are markup that the exports drew."""

    facts: AnalysisFacts
    version: VersionFacts
    standing: Standing
    parts: Parts
    ruling: str
    banners: tuple[Banner, ...]
    acts: tuple[Offered, ...]
    reviews: tuple[Thread, ...]
    forms: tuple[str, ...]
    inside: bool
    edit: str
    review: str
    """Where it is edited and reviewed, "" for whoever may not."""


def latest(request: HttpRequest, analysis: int) -> HttpResponse:
    """Show the newest version to those who work here, the live one to readers."""
    return _answer(request, analysis, None)


def one(request: HttpRequest, analysis: int, version: int) -> HttpResponse:
    """Show a version by its number."""
    return _answer(request, analysis, version)


def sheet(request: HttpRequest, analysis: int, version: int) -> HttpResponse:
    """Give the style of a printed sheet, whose foot bears id, as-of date, hash and notice on each page."""
    who = asking(request)
    _, row = seen(who, analysis, version)
    style = _parts(who, analysis, row).sheet_foot
    answer = HttpResponse(style, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = "private, no-cache"
    return answer


def seen(who: Asking, analysis: int, version: int | None) -> tuple[AnalysisFacts, VersionFacts]:
    """Return the analysis and version that somebody asks for; 404 for what is not there or may not be seen."""
    facts = facts_of.analysis(analysis, live_only=not who.inside)
    if facts is None:
        raise Http404
    number = version if version is not None else facts.latest if who.inside else facts.live
    row = facts_of.version(analysis, number, live_only=not who.inside)
    if row is None:
        raise Http404
    return facts, row


def _answer(request: HttpRequest, analysis: int, version: int | None) -> HttpResponse:
    """Return the page, or 304; the door has judged the right before, and the tag holds whatever the page depends on."""
    who = asking(request)
    stamp = facts_of.stamp(analysis)
    lacking = _lacking(who, analysis, version, stamp)
    tag = tag_of(request, who, _made_of(who, analysis, version, stamp, lacking)) if stamp else ""
    if tag and "messages" not in request.COOKIES and request.headers.get("If-None-Match") == tag:
        return headed(HttpResponseNotModified(), tag)
    return headed(
        sent(request, who, tag, lambda: _drawn(request, who, analysis, version, stamp, lacking)), tag
    )


def _lacking(who: Asking, analysis: int, version: int | None, stamp: str) -> frozenset[str]:
    """Return the texts behind a page whose copies are not at hand; no event tells when one is lost."""
    key = repr(_made_of(who, analysis, version, stamp))
    files = _FILES.get(key) if stamp else None
    if files is None:
        files = documents.files_of(seen(who, analysis, version)[1].id)
        if stamp:
            _FILES.put(key, files)
    return documents.lacking(files)


def _made_of(
    who: Asking, analysis: int, version: int | None, stamp: str, lacking: frozenset[str] = frozenset()
) -> list[str | int]:
    return [
        analysis,
        "latest" if version is None else version,
        stamp,
        who.today.isoformat(),
        edition(),
        who.role or "",
        *sorted(lacking),
    ]


def _drawn(
    request: HttpRequest,
    who: Asking,
    analysis: int,
    version: int | None,
    stamp: str,
    lacking: frozenset[str],
) -> str:
    key = repr(_made_of(who, analysis, version, stamp, lacking))
    seen_before = _SHOWN.get(key) if stamp else None
    made = seen_before or shown(who, analysis, version, lacking)
    if stamp:
        _SHOWN.put(key, made)
    return render_to_string("analysis.html", {"shown": made}, request)


def shown(who: Asking, analysis: int, version: int | None, lacking: frozenset[str] = frozenset()) -> Shown:
    """Return the page of a version as somebody sees it; 404 for what is not there or may not be seen."""
    facts, row = seen(who, analysis, version)
    standing = standing_of([row.id], today=who.today)[row.id]
    made = _parts(who, analysis, row, lacking)
    document = documents.document(row.document)
    confidence = confidence_shown(document.factors, standing, topic=facts.topic, today=who.today)
    changed = _changed(who, facts, row)
    return Shown(
        facts=facts,
        version=row,
        standing=standing,
        parts=made,
        ruling=mark_safe(ruling(head_on_site(made.head, facts, row, standing, confidence))),
        banners=(
            *banners(facts, row, standing, changed, made.numbers, made.banner, inside=who.inside),
            *overridden(document.override),
            *faulted(findings_seen(who, row, document)),
        ),
        acts=offered(who, facts, row, standing),
        reviews=_reviews(who, row),
        forms=forms(document),
        inside=who.inside,
        edit=_where("edit", analysis=facts.id) if who.may("edit") and not facts.retired_at else "",
        review=_where("reviews", analysis=facts.id, version=row.number) if who.inside else "",
    )


def findings_seen(who: Asking, row: VersionFacts, document: Document) -> tuple[str, ...]:
    """Return what the checks find wrong with a version as a whole, as far as somebody may be told."""
    # A finding names sources and words of theirs, and private ones stay with those who work here.
    private = any(source.rights == "private" for source in document.sources)
    return found_in(row, document) if who.inside or not private else ()


def _where(name: str, **found: int) -> str:
    try:
        return reverse(name, kwargs=found)
    except NoReverseMatch:
        return ""


def _parts(who: Asking, analysis: int, row: VersionFacts, lacking: frozenset[str] = frozenset()) -> Parts:
    read_by: Mapping[str, str] = facts_of.readers_of(row.id)
    return parts_of(analysis, row, read_by=read_by, withholds=not who.inside, lacking=lacking)


def _reviews(who: Asking, row: VersionFacts) -> tuple[Thread, ...]:
    """Return the reviews; readers see who approved, not what was said on the way."""
    return tuple(
        each
        for each in reviews_of(row.id)
        if who.inside or (each.kind == "Approval" and each.state == "given")
    )


def _changed(who: Asking, facts: AnalysisFacts, row: VersionFacts) -> tuple[int, Comparison] | None:
    """Return the version that was live before, compared, where its code is another one."""
    number = facts_of.live_before(facts.id, row.number)
    before = facts_of.version(facts.id, number, live_only=False) if number else None
    if before is None or before.code == row.code:
        return None
    try:
        return number, compared(before, row)
    except LexatlasError:
        # Without its texts nothing tells a cause; the history still shows both codes.
        return None
