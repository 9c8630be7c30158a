"""The sign-off memo of a version: what it says and on what, on two printed pages at most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.core.claims import Claim
from lexatlas.core.document import Document
from lexatlas.desk.standing import confidence_shown, standing_of
from lexatlas.exports.view.laws import force_told
from lexatlas.exports.view.lines import tongue
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.rights import Rights, first_words
from lexatlas.exports.view.tally import tally
from lexatlas.exports.view.values import Head
from lexatlas.exports.view.words import IN_A_TALLY, KINDS
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts, readers_of
from lexatlas.web.asking import Asking, asking
from lexatlas.web.drawn import parts_of
from lexatlas.web.pages.analysis import findings_seen, seen
from lexatlas.web.pages.analysis_head import Banner, faulted, head_on_site, not_to_rely_on, overridden

CARRYING = 6
"""Claims behind the code that are printed; more are counted."""
WORDS = 40
SIGNS = 240
"""Words, and signs, of a claim that are printed at most; the page has the rest."""
MARK = 160
"""Signs of a sentence that stands first."""
INSTRUMENTS = 6
OPEN = 4
LINE = 110


@dataclass(frozen=True)
class Point:
    """A claim behind the code: number, sentence cut to its first words, verdict, place, and who read it."""

    number: int
    sentence: str
    lang: str
    dir: str
    verdict: str
    place: str
    read_by: str


@dataclass(frozen=True)
class Memo:
    """The memo. Each list is cut to what fits, and its count tells of how many."""

    facts: AnalysisFacts
    version: VersionFacts
    marks: tuple[Banner, ...]
    head: Head
    sha256: str
    edition: int
    reasons: tuple[str, ...]
    points: tuple[Point, ...]
    carrying: int
    verdicts: tuple[tuple[int, str], ...]
    claims: int
    instruments: tuple[tuple[str, str, str], ...]
    instruments_in_all: int
    open: tuple[str, ...]
    open_in_all: int
    approvals: tuple[str, ...]
    challenges: tuple[str, ...]
    overtaken: tuple[str, ...]
    alone: bool


def page(request: HttpRequest, analysis: int, version: int) -> HttpResponse:
    """Show the memo, which a browser prints on two A4 pages at most."""
    who = asking(request)
    facts, row = seen(who, analysis, version)
    return render(request, "memo.html", {"memo": memo(who, facts, row)})


def memo(who: Asking, facts: AnalysisFacts, row: VersionFacts) -> Memo:
    """Return the memo of a version as somebody may see it."""
    document = documents.document(row.document)
    standing = standing_of([row.id], today=who.today)[row.id]
    confidence = confidence_shown(document.factors, standing, topic=facts.topic, today=who.today)
    made = parts_of(facts.id, row, read_by=readers_of(row.id), withholds=not who.inside)
    points = list(_points(document, row, withholds=not who.inside))
    counts = tally(document)
    unsettled = list(_open(document))
    marks = tuple(_marks(who, facts, row, document))
    return Memo(
        facts=facts,
        version=row,
        marks=marks,
        head=_cut(head_on_site(made.head, facts, row, standing, confidence)),
        sha256=row.document,
        edition=document.codebook.edition,
        reasons=tuple(_short(reason.text) for reason in document.status.reasons[:4]),
        points=tuple(points[: room_for_points(len(marks))]),
        carrying=len(points),
        verdicts=tuple((number, IN_A_TALLY[code]) for code, number in counts.verdicts.items()),
        claims=counts.claims,
        instruments=tuple(
            (_short(each.title), KINDS[each.kind], force_told(each).lower())
            for each in document.instruments[:INSTRUMENTS]
        ),
        instruments_in_all=len(document.instruments),
        open=tuple(unsettled[:OPEN]),
        open_in_all=len(unsettled),
        approvals=tuple(_short(f"{each.name}, {each.role}, {each.day}") for each in standing.approvals),
        challenges=tuple(
            f"{each.by}, {each.role}, {each.day}, on the {each.target}" for each in standing.challenges[:OPEN]
        ),
        overtaken=standing.overtaken[:3],
        alone=standing.alone,
    )


def room_for_points(marks: int) -> int:
    """Return how many claims are printed beside so many marks: two of these take the place of one claim."""
    return CARRYING - (marks + 1) // 2


def _marks(who: Asking, facts: AnalysisFacts, row: VersionFacts, document: Document) -> Iterator[Banner]:
    """Give what nobody who signs may miss, cut to what fits."""
    findings = findings_seen(who, row, document)
    for each in (*not_to_rely_on(facts, row), *overridden(document.override), *faulted(findings)):
        yield replace(each, words=_short(each.words, MARK))


def _cut(head: Head) -> Head:
    """Cut the sentences of a head that may grow with reviews and grounds."""
    return replace(
        head,
        sentence=_short(head.sentence, SIGNS),
        confidence_sentence=_short(head.confidence_sentence, SIGNS),
        sign_off_sentence=_short(head.sign_off_sentence, SIGNS),
    )


def _points(document: Document, row: VersionFacts, *, withholds: bool) -> Iterator[Point]:
    numbers, rights, readers = Numbers.of(document), Rights(document, withholds=withholds), readers_of(row.id)
    named = [claim for reason in document.status.reasons for claim in reason.claims]
    carrying = [numbers.known[each] for each in dict.fromkeys(named) if each in numbers.known]
    for claim in sorted(carrying, key=lambda each: numbers.claims[each.id]):
        lang, way = tongue(claim)
        yield Point(
            number=numbers.claims[claim.id],
            sentence=_short(first_words(rights.sentence(claim), WORDS), SIGNS),
            lang=lang,
            dir=way,
            verdict=numbers.verdict(claim).code,
            place=_place(claim, rights),
            read_by=readers.get(claim.id, "nobody"),
        )


def _place(claim: Claim, rights: Rights) -> str:
    quote = next((each for each in claim.quotes if each.role == "support"), None)
    if quote is None:
        return "no quote"
    source = rights.sources.get(quote.source)
    return _short(
        ", ".join(part for part in (quote.locator, source.title if source else quote.source) if part)
    )


def _open(document: Document) -> Iterator[str]:
    for section in document.sections:
        if section.name == "Remaining Uncertainties":
            for statement in section.statements:
                if statement.kind == "record":
                    yield _short(statement.sentence)
                elif statement.kind == "label":
                    yield _short(statement.text)


def _short(text: str, most: int = LINE) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} […]"
