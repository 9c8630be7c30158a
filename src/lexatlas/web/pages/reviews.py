"""Reviews of a version: what is said of it, in threads; quotes to open; and the form of the three choices."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.desk import review
from lexatlas.desk.outcome import Done, Outcome, Refused
from lexatlas.desk.review_quotes import to_open
from lexatlas.desk.review_thread import effect
from lexatlas.desk.standing import Standing, standing_of
from lexatlas.exports.view.numbers import Numbers
from lexatlas.exports.view.reviews import CHOICES
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts
from lexatlas.store.queries.documents import document
from lexatlas.store.queries.reviews import Thread, lines_of, opened_by, reviews_of
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.web.answers import after, status_of
from lexatlas.web.asking import Asking, asking
from lexatlas.web.failures import failure
from lexatlas.web.pages.analysis import seen

KINDS = tuple((row.name.partition(":")[0], row.name, row.value) for row in CHOICES)
_WORDS = 110
_STATED = {
    "given": "signed",
    "accepted": "accepted",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "open": "open",
}


@dataclass(frozen=True)
class ToOpen:
    """A quote behind status or pillars, with the claim that rests on it, and whether this person has opened it."""

    claim: str
    quote: int
    order: tuple[int, int]
    number: str
    sentence: str
    locator: str
    words: tuple[str, ...]
    language: str
    source: str
    address: str
    opened: bool

    @property
    def anchor(self) -> str:
        """The name of its place on the page."""
        return f"quote-{self.claim}-{self.quote}"


@dataclass(frozen=True)
class ShownThread:
    """A thread with what it is about in words, what it does now, and which acts this person has on it."""

    thread: Thread
    about: str
    state: str
    effect: str
    answers: bool
    resolves: bool
    withdraws: bool


@dataclass(frozen=True)
class Shown:
    """All that the page shows. `targets` are the options of what a review is about."""

    facts: AnalysisFacts
    version: VersionFacts
    standing: Standing
    threads: tuple[ShownThread, ...]
    quotes: tuple[ToOpen, ...]
    targets: tuple[tuple[str, str], ...]
    reviews: bool
    today: date

    @property
    def opened(self) -> int:
        """How many of the quotes this person has opened."""
        return sum(each.opened for each in self.quotes)


def page(request: HttpRequest, analysis: int, version: int) -> HttpResponse:
    """Show the reviews of a version; a POST does what its button says and comes back here."""
    who = asking(request)
    seen(who, analysis, version)
    try:
        if request.method != "POST":
            return _page(request, who, analysis, version, None)
        done = _do(request, analysis, version)
        if isinstance(done, Refused):
            return _page(request, who, analysis, version, done)
        if request.POST.get("do") == "opened":
            return _opened(request, who, done)
        return after(request, done, reverse("reviews", kwargs={"analysis": analysis, "version": version}))
    except LexatlasError as error:
        return failure(request, 409, "Not in the archive", str(error))


def _opened(request: HttpRequest, who: Asking, done: Done) -> HttpResponse:
    """Answer a quote that was opened: its mark alone to a script, the page at the same place to a plain form."""
    shown = _shown(who, done.analysis, done.version)
    claim, quote = request.POST.get("claim", ""), _number(request.POST.get("quote"))
    one = next((each for each in shown.quotes if (each.claim, each.quote) == (claim, quote)), None)
    if request.htmx and one is not None:  # type: ignore[attr-defined]  # set by the middleware of django-htmx
        return render(request, "quote_opened.html", {"shown": shown, "each": one})
    place = reverse("reviews", kwargs={"analysis": done.analysis, "version": done.version})
    return after(request, done, f"{place}#{one.anchor}" if one else place)


def _page(
    request: HttpRequest, who: Asking, analysis: int, version: int, refused: Refused | None
) -> HttpResponse:
    given = {name: request.POST.get(name, "") for name in _FIELDS}
    given["about"] = given["about"] or request.GET.get("about", "")[:200]
    values = {"shown": _shown(who, analysis, version), "given": given, "refused": refused, "kinds": KINDS}
    return render(request, "reviews.html", values, status=status_of(refused) if refused else 200)


_FIELDS = ("do", "kind", "about", "text", "evidence", "looked_on", "looked_in", "review")


def _do(request: HttpRequest, analysis: int, version: int) -> Outcome:
    act = _ACTS.get(request.POST.get("do", ""))
    if act is None:
        return Refused("The form does not say what to do. Use the buttons of this page.")
    return act(request, request.POST.dict(), analysis, version)


Fields = Mapping[str, str]


def _review(request: HttpRequest, fields: Fields, analysis: int, version: int) -> Outcome:
    kind, now = fields.get("kind", ""), timezone.now()
    if kind == "Approval":
        try:
            day = date.fromisoformat(fields.get("looked_on", "").strip())
        except ValueError:
            return Refused("The day on which you looked is not understood. Write it as 2026-11-23.")
        return review.approve(
            analysis=analysis,
            version=version,
            looked_on=day,
            looked_in=fields.get("looked_in", ""),
            by=signed_in(request.user),
            at=now,
        )
    target, line, claim, quote = _about(fields.get("about", ""))
    text, evidence, by = fields.get("text", ""), fields.get("evidence", ""), signed_in(request.user)
    if kind == "Challenge":
        return review.challenge(
            analysis=analysis, version=version, target=target, line=line, claim=claim, quote=quote,
            reason=text, evidence=evidence, by=by, at=now,
        )  # fmt: skip
    if kind == "Refinement":
        return review.refine(
            analysis=analysis, version=version, target=target, line=line, claim=claim, quote=quote,
            new_text=text, evidence=evidence, by=by, at=now,
        )  # fmt: skip
    return Refused("Choose what to submit: a challenge, an approval or a refinement.")


def _about(told: str) -> tuple[str, str, str, int | None]:
    """Return target, line, claim and quote of an option "quote:LINE:CLAIM:0"; what is forged is refused by the desk."""
    parts = [*told.split(":"), "", "", ""]
    return parts[0], parts[1], parts[2], _number(parts[3])


def _number(told: str | None) -> int | None:
    return int(told) if told and told.isascii() and told.isdigit() and len(told) < 10 else None


def _answer(request: HttpRequest, fields: Fields, analysis: int, version: int) -> Outcome:
    return review.answer(
        review=_named(fields), text=fields.get("text", ""), by=signed_in(request.user), at=timezone.now()
    )


def _resolve(request: HttpRequest, fields: Fields, analysis: int, version: int) -> Outcome:
    decision = fields.get("decision")
    if decision not in ("accept", "reject"):
        return Refused("Say whether it is accepted or rejected.")
    return review.resolve(
        review=_named(fields),
        accept=decision == "accept",
        text=fields.get("text", ""),
        by=signed_in(request.user),
        at=timezone.now(),
    )


def _withdraw(request: HttpRequest, fields: Fields, analysis: int, version: int) -> Outcome:
    return review.withdraw(
        review=_named(fields), text=fields.get("text", ""), by=signed_in(request.user), at=timezone.now()
    )


def _open(request: HttpRequest, fields: Fields, analysis: int, version: int) -> Outcome:
    quote = _number(fields.get("quote"))
    return review.opened(
        analysis=analysis, version=version, claim=fields.get("claim", ""), quote=-1 if quote is None else quote,
        by=signed_in(request.user), at=timezone.now(),
    )  # fmt: skip


def _named(fields: Fields) -> int:
    return _number(fields.get("review")) or 0


_ACTS: dict[str, Callable[[HttpRequest, Fields, int, int], Outcome]] = {
    "review": _review, "answer": _answer, "resolve": _resolve, "withdraw": _withdraw, "opened": _open,
}  # fmt: skip


def _shown(who: Asking, analysis: int, version: int) -> Shown:
    facts, row = seen(who, analysis, version)
    told = document(row.document)
    numbers = Numbers.of(told)
    return Shown(
        facts=facts,
        version=row,
        standing=standing_of([row.id], today=who.today)[row.id],
        threads=tuple(_thread(each, who, row, told, numbers) for each in reversed(reviews_of(row.id))),
        quotes=tuple(sorted(_quotes(told, numbers, who, facts, row), key=lambda each: each.order)),
        targets=tuple(_targets(told, numbers, row)),
        reviews=who.may("review"),
        today=who.today,
    )


def _numbered(numbers: Numbers, claim: str) -> str:
    return f"Claim {numbers.claims[claim]}" if claim in numbers.claims else "A claim"


def _quotes(
    told: Document, numbers: Numbers, who: Asking, facts: AnalysisFacts, row: VersionFacts
) -> Iterator[ToOpen]:
    claims, titles = told.claims_by_id(), {source.id: source.title for source in told.sources}
    opened = opened_by(who.person, row.id)
    for claim, place in to_open(told):
        quote = claims[claim].quotes[place]
        at = f"at={quote.parts[0].start}-{quote.parts[-1].end}&of={facts.id}.{row.number}"
        yield ToOpen(
            claim, place, (numbers.claims.get(claim, 0), place), _numbered(numbers, claim),
            claims[claim].sentence, quote.locator,
            tuple(part.exact for part in quote.parts), quote.language, titles.get(quote.source, ""),
            f"/sources/{quote.snapshot}?{at}", (claim, place) in opened,
        )  # fmt: skip


def _targets(told: Document, numbers: Numbers, row: VersionFacts) -> Iterator[tuple[str, str]]:
    yield "page", "The page as a whole"
    yield "code", f"The code: {told.status.told}"
    lines = lines_of(row.id)
    for claim in told.claims:
        line, number = lines.get(claim.id, ""), _numbered(numbers, claim.id)
        yield f"claim:{line}:{claim.id}", f"{number}: {_cut(claim.sentence)}"
        for place, quote in enumerate(claim.quotes):
            yield f"quote:{line}:{claim.id}:{place}", f"{number}, quote {place + 1}: {_cut(quote.words)}"


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _WORDS else f"{plain[:_WORDS]}…"


def _thread(each: Thread, who: Asking, row: VersionFacts, told: Document, numbers: Numbers) -> ShownThread:
    is_open, own = each.state == "open", each.by_id == who.person
    return ShownThread(
        thread=each,
        about=_about_words(each, told, numbers),
        state=_STATED.get(each.state, each.state),
        effect=effect(each.kind, each.state, each.target),
        answers=is_open and who.may("answer"),
        resolves=is_open and who.may("resolve") and not own and row.author_id != who.person,
        withdraws=is_open and own,
    )


def _about_words(each: Thread, told: Document, numbers: Numbers) -> str:
    if each.target in ("page", "code"):
        return f"the {each.target}"
    claim = told.claims_by_id().get(each.claim_now)
    if claim is None:
        return f"a {each.target} that is no longer there"
    number = _numbered(numbers, claim.id).lower()
    return number if each.quote is None else f"quote {each.quote + 1} of {number}"
