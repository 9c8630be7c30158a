"""Examples of each check: one that it passes, one that it fails, one where it cannot tell."""

from dataclasses import dataclass
from decimal import Decimal

from lexatlas.checks.view import View
from lexatlas.codebook import load
from lexatlas.core.claims import Claim
from lexatlas.core.evidence import ReaderId, Snapshot
from lexatlas.core.facts import Money
from lexatlas.core.recipe import Brief
from tests.checks.statutes import EN, FR, Law, claim, law, slot

LAW = law(EN, "en")
LOI = law(FR, "fr")
NOBODY = View({})


@dataclass(frozen=True)
class Example:
    """A claim, what may be seen, and what the check says."""

    check: str
    made: Claim
    view: View
    answer: str
    words: tuple[str, ...] = ()


def quoted(words: str, **changes):
    return [LAW.quote(LAW.unit(words), **changes)]


def seen(place: Law = LAW, *, jurisdiction: str = "XA", text_as_of: str | None = None, **source) -> View:
    """A view with a question asked, and the source changed as given."""
    snapshot = Snapshot(
        raw="",
        text=place.sha,
        structure="",
        media_type="text/plain",
        size=0,
        length=0,
        language=place.language,
        reader=ReaderId(name="text", version="1"),
        text_as_of=text_as_of,
    )
    brief = Brief(
        jurisdiction=jurisdiction,
        jurisdiction_name=jurisdiction,
        topic="vasp-licensing",
        topic_name="Provider licensing",
        as_of="2026-06-01",
    )
    book = load()
    changed = place.source.model_copy(update=source)
    return View(
        {place.sha: place.text},
        {place.sha: place.language},
        {place.sha: snapshot},
        {changed.id: changed},
        brief,
        book.topic("vasp-licensing"),
        book.places,
    )


FEE = "The fee for an application is EUR 4 500."
FREE_FEE = claim(FEE, quoted("The fee for"), "free")


def free(sentence: str, words: str) -> Claim:
    return claim(sentence, quoted(words), "free")


def bare(sentence: str) -> Claim:
    return claim(sentence, form="free")


def foreign(sentence: str) -> Claim:
    return claim(sentence, [LOI.quote(LOI.unit("refuser un client"))], "free")


LONG = law(
    "article|1|Article 1\nparagraph|1|(1) A provider shall " + "keep every record and " * 20 + "report.", "en"
)
LONG_CLAIM = claim("x", [LONG.quote(LONG.unit("every record"))])
NO_SOURCE = View({LAW.sha: LAW.text}, {LAW.sha: "en"})
UNKNOWN = law("article|1|Article 1\nparagraph|1|(1) Dostawca nie może przyjmować klientów bez dowodu.", "xx")


def fee_of(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="EUR")


IN_FORCE = claim(FEE, quoted("The fee for"), "free", force="in force")
EXAMPLES = (
    Example("typed", claim(FEE, quoted("The fee for"), facts=(fee_of("4500"),)), LAW.view, "yes"),
    Example("typed", claim(FEE, quoted("The fee for"), facts=(fee_of("45000"),)), LAW.view, "no", ("45000",)),
    Example("typed", claim(FEE, quoted("The fee for")), LAW.view, "cannot-tell"),
    Example("values", claim(FEE, quoted("The fee for"), facts=(fee_of("4500"),)), LAW.view, "yes"),
    Example(
        "values",
        claim(FEE, quoted("The fee for"), facts=(fee_of("4500").model_copy(update={"currency": "USD"}),)),
        LAW.view,
        "no",
        ("told: USD", "the words: EUR"),
    ),
    Example("values", claim(FEE, quoted("The fee for")), LAW.view, "cannot-tell"),
    Example("identity", FREE_FEE, LAW.view, "yes"),
    Example("identity", FREE_FEE.model_copy(update={"sentence": "x"}), LAW.view, "no", (FREE_FEE.id,)),
    Example("quotes", FREE_FEE, LAW.view, "yes", ("Article 1(3)",)),
    Example("quotes", bare(FEE), LAW.view, "no"),
    Example("quotes", FREE_FEE, NOBODY, "cannot-tell", (LAW.sha[:12],)),
    Example("context", claim(FEE, quoted("The fee for")), LAW.view, "yes"),
    Example(
        "context", free("The fee is EUR 4 500.", "The fee for"), LAW.view, "no", ("for", "an", "application")
    ),
    Example(
        "context",
        claim(
            "Dostawca może przyjmować klientów.",
            [UNKNOWN.quote(UNKNOWN.units[-1])],
            "value",
            template="quotation",
            slots=(slot("words", "Dostawca może przyjmować klientów."),),
        ),
        UNKNOWN.view,
        "cannot-tell",
    ),
    Example("wording", claim(FEE, quoted("The fee for")), LAW.view, "yes"),
    Example(
        "wording",
        free("The fee for a licence is EUR 4 500.", "The fee for"),
        LAW.view,
        "no",
        ("a", "licence"),
    ),
    Example("numbers", FREE_FEE, LAW.view, "yes"),
    Example("numbers", free("The fee for an application is EUR 45.", "The fee for"), LAW.view, "no", ("45",)),
    Example(
        "numbers",
        free("The fee for an application is EUR 4 500 per year", "The fee for"),
        LAW.view,
        "no",
        ("per year",),
    ),
    Example("numbers", bare("The fee is EUR 45."), LAW.view, "cannot-tell"),
    Example(
        "dates", free("This Act enters into force on 30 December 2024", "This Act enters"), LAW.view, "yes"
    ),
    Example(
        "dates",
        free("This Act was adopted on 30 December 2024", "This Act enters"),
        LAW.view,
        "no",
        ("2024-12-30",),
    ),
    Example("dates", bare("Law on Coins - Enacted: 2023-04-01"), LAW.view, "no", ("2023-04-01",)),
    Example("dates", bare("Clients are checked."), LAW.view, "cannot-tell"),
    Example(
        "names", free("Under this rule the Coin Office grants a licence", "shall grant"), LAW.view, "yes"
    ),
    Example(
        "names",
        free("Under this rule the River Bank grants a licence", "shall grant"),
        LAW.view,
        "no",
        ("River", "Bank"),
    ),
    Example("names", bare("The River Bank grants it"), LAW.view, "cannot-tell"),
    Example(
        "negation",
        free("A client shall not send coins to a provider that the Coin Office has barred", "barred"),
        LAW.view,
        "yes",
    ),
    Example(
        "negation",
        free("A client shall transfer coins to a provider that the Coin Office has barred", "barred"),
        LAW.view,
        "no",
        ("required", "prohibited"),
    ),
    Example("negation", bare("Nobody may trade"), LAW.view, "cannot-tell"),
    Example(
        "actors",
        free("A client shall not send coins to a provider that the Coin Office has barred", "barred"),
        LAW.view,
        "yes",
    ),
    Example(
        "actors",
        free("A provider shall not transfer coins to a client that the Coin Office has barred", "barred"),
        LAW.view,
        "no",
        ("client", "provid"),
    ),
    Example(
        "actors", foreign("Providers must not do business with clients who hide."), LOI.view, "cannot-tell"
    ),
    Example("authority", FREE_FEE, seen(), "yes", ("XA",)),
    Example("authority", free("As in Kenya, the fee is EUR 4 500.", "The fee for"), seen(), "no", ("Kenya",)),
    Example("authority", FREE_FEE, seen(jurisdiction="KE"), "no", ("Coin Act No. 7 of 2024 (XA)",)),
    Example("authority", FREE_FEE, LAW.view, "cannot-tell"),
    Example("tiers", FREE_FEE, seen(), "yes"),
    Example("tiers", FREE_FEE, seen(tier="T5"), "no", ("Coin Act No. 7 of 2024 (T5, operative)",)),
    Example("tiers", FREE_FEE, NO_SOURCE, "cannot-tell"),
    Example(
        "currency",
        IN_FORCE,
        seen(text_as_of="2026-06-01"),
        "yes",
        ("in force",),
    ),
    Example(
        "currency",
        IN_FORCE,
        seen(text_as_of="2023-06-09"),
        "no",
        ("in force",),
    ),
    Example("currency", FREE_FEE, seen(text_as_of="2023-06-09"), "cannot-tell"),
    Example("placeholders", FREE_FEE, LAW.view, "yes"),
    Example(
        "placeholders",
        bare("Act No. [Not Specified in Snippets] applies."),
        LAW.view,
        "no",
        ("[Not Specified in Snippets]", "in Snippets"),
    ),
    Example(
        "references",
        claim("x", form="free", slots=(slot("title", "Coin Act No. 7 of 2024"),)),
        LAW.view,
        "yes",
        ("Coin Act No. 7 of 2024",),
    ),
    Example(
        "references",
        claim("x", form="free", slots=(slot("title", "Coin Act 2024"),)),
        LAW.view,
        "no",
        ("Coin Act 2024",),
    ),
    Example("references", FREE_FEE, LAW.view, "cannot-tell"),
    Example("rights", LONG_CLAIM, LONG.view, "yes"),
    Example("rights", LONG_CLAIM, seen(LONG, rights="quote-only"), "no", ("Article 1(1)",)),
    Example("rights", FREE_FEE, NO_SOURCE, "cannot-tell"),
    Example("coverage", FREE_FEE.model_copy(update={"question": "capital"}), seen(), "yes", ("capital",)),
    Example("coverage", FREE_FEE.model_copy(update={"question": "weather"}), seen(), "no", ("weather",)),
    Example("coverage", FREE_FEE, LAW.view, "cannot-tell"),
)
NEVER_UNSURE = {
    "identity": "A hash can always be computed.",
    "wording": "It compares words, or says that there are none to compare.",
    "placeholders": "A placeholder stands there or it does not.",
    "conflicts": "Its examples are pairs of claims, in test_conflicts.py.",
}
"""Checks without a cannot-tell example, and why."""
