"""Two versions of an analysis, claim by claim: what changed, in which words, and by which cause."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lexatlas.compare import Comparison
from lexatlas.compare.causes import CAUSES
from lexatlas.compare.versions import ClaimRow
from lexatlas.core.errors import LexatlasError
from lexatlas.desk.standing import standing_of
from lexatlas.exports.view.lines import tongue
from lexatlas.exports.view.numbers import Numbers
from lexatlas.store.queries import analysis as facts_of
from lexatlas.store.queries import documents
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.web.asking import asking
from lexatlas.web.drawn import compared
from lexatlas.web.kept import AtHand
from lexatlas.web.words_marked import Stretch, marked


@dataclass(frozen=True)
class Side:
    """A claim as one version has it; `number` is 0 where the version does not have it."""

    number: int
    words: tuple[Stretch, ...]
    verdict: str
    lang: str
    dir: str


@dataclass(frozen=True)
class Row:
    """A claim of either version with what became of it, and why."""

    kind: str
    before: Side
    after: Side
    cause: str
    reason: str


@dataclass(frozen=True)
class Compared:
    """The page: both versions, what became of the code, counts with what they are of, and the rows by kind."""

    before: VersionFacts
    after: VersionFacts
    comparison: Comparison
    claims: tuple[int, int]
    differing: int
    causes: tuple[tuple[str, int], ...]
    parts: tuple[tuple[str, str, tuple[Row, ...]], ...]


_HELD: AtHand[Compared] = AtHand(64, lambda _: 1)


def page(request: HttpRequest, analysis: int) -> HttpResponse:
    """Show two different versions: those asked for, else the live one or the one before, against the latest."""
    who = asking(request)
    facts = facts_of.analysis(analysis, live_only=not who.inside)
    if facts is None:
        raise Http404
    versions = facts_of.versions(analysis, live_only=not who.inside)
    before, after = _chosen(request, facts, versions)
    values: dict[str, object] = {"facts": facts, "versions": versions, "before": before, "after": after}
    standings = standing_of([each.id for each in (before, after) if each], today=who.today)
    values["stages"] = {row.number: row.stage for row in standings.values()}
    values["made"], values["why_not"] = _made(facts, before, after)
    return render(request, "compare.html", values)


def _chosen(
    request: HttpRequest, facts: AnalysisFacts, versions: tuple[VersionFacts, ...]
) -> tuple[VersionFacts | None, VersionFacts | None]:
    known = {each.number: each for each in versions}
    after = _asked(request, "after") or facts.latest
    one_before = max((number for number in known if number < after), default=0)
    before = _asked(request, "before") or (facts.live if facts.live and facts.live != after else one_before)
    for number in (before, after):
        if number and number not in known:
            raise Http404
    return known.get(before), known.get(after)


def _asked(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0


def _made(
    facts: AnalysisFacts, before: VersionFacts | None, after: VersionFacts | None
) -> tuple[Compared | None, str]:
    """Return the comparison, or why there is none as a sentence."""
    if before is None or after is None:
        return None, f"Analysis #{facts.id} has one version; there is nothing to compare it with yet."
    if before.document == after.document:
        named = f"Version {before.number} and itself" if before.id == after.id else "Both versions"
        same = (
            "are the same document"
            if before.id != after.id
            else "say the same: a version is not compared with itself"
        )
        return None, f"{named} {same}. Choose two different versions."
    key = f"{before.id}.{before.document}.{after.id}.{after.document}"
    found = _HELD.get(key)
    if found is None:
        try:
            found = _compared(before, after)
        except LexatlasError as error:
            return None, str(error)
        _HELD.put(key, found)
    return found, ""


def _compared(before: VersionFacts, after: VersionFacts) -> Compared:
    made = compared(before, after)
    maker = _Rows(before, after)
    rows = [maker.row(row) for row in made.rows]
    sizes = (len(documents.document(before.document).claims), len(documents.document(after.document).claims))
    differing = len(made.rows) - made.counts["same"]
    of_after, of_before = (
        f"{{}} of {sizes[1]} claims in version {after.number}",
        f"{{}} of {sizes[0]} claims in version {before.number}",
    )
    names = (
        ("changed", "Changed", of_after),
        ("new", "New", of_after),
        ("gone", "Gone", of_before),
        ("same", "Same", of_after),
    )
    return Compared(
        before=before,
        after=after,
        comparison=made,
        claims=sizes,
        differing=differing,
        causes=tuple(
            (cause, made.causes[cause]) for cause in CAUSES if made.causes[cause] and cause != "unchanged"
        ),
        parts=tuple(
            (name, told.format(made.counts[kind]), tuple(row for row in rows if row.kind == kind))  # type: ignore[index]  # the four kinds there are
            for kind, name, told in names
        ),
    )


class _Rows:
    """Makes rows: numbers as on the pages of either version, words held against each other."""

    def __init__(self, before: VersionFacts, after: VersionFacts) -> None:
        self._sides = [documents.document(each.document) for each in (before, after)]
        self._numbers = [Numbers.of(each).claims for each in self._sides]
        self._claims = [each.claims_by_id() for each in self._sides]

    def row(self, row: ClaimRow) -> Row:
        both = row.before and row.after and row.before_sentence != row.after_sentence
        left, right = (
            marked(row.before_sentence, row.after_sentence)
            if both
            else ((Stretch("same", row.before_sentence),), (Stretch("same", row.after_sentence),))
        )
        return Row(
            kind=row.kind,
            before=self._side(0, row.before, left, row.before_verdict or ""),
            after=self._side(1, row.after, right, row.after_verdict or ""),
            cause=row.because.cause,
            reason=row.because.reason,
        )

    def _side(self, side: int, claim: str, words: tuple[Stretch, ...], verdict: str) -> Side:
        if not claim:
            return Side(0, (), "", "", "ltr")
        lang, way = tongue(self._claims[side][claim])
        return Side(self._numbers[side].get(claim, 0), words, verdict, lang, way)
