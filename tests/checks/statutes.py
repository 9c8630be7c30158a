"""Sample laws of our own about an invented place, built with their structure, and claims about them."""

from dataclasses import dataclass, field

from lexatlas.checks.view import View
from lexatlas.core.claims import Claim, Slot, new_claim
from lexatlas.core.evidence import CanonicalText, Quote, QuotePart, Segment, Source, Span, Unit
from lexatlas.core.textform import text_sha256

EN = """\
article|1|Article 1
paragraph|1|(1) A person shall not provide exchange services in Ostmark unless that person is:
item|a|(a) a company that has been authorised by the Coin Office in accordance with Article 3; or
item|b|(b) a bank that has notified the Coin Office within 40 working days before it begins.
paragraph|2|(2) A provider shall hold own funds of at least EUR 125 000 and shall not lend client assets.
paragraph|3|(3) The fee for an application is EUR 4 500.
article|2|Article 2
paragraph|1|(1) A provider may refuse a client if the client does not prove an income of EUR 20 000 per year.
paragraph|2|(2) Only the Coin Office may suspend a licence, except where a court has ordered otherwise.
paragraph|3|(3) Providers shall keep the following records:
item|a|(a) the name of each client;
item|b|(b) the amount of each transfer above EUR 1 000;
item|c|(c) the date of each transfer.
article|3|Article 3
paragraph|1|(1) The Coin Office shall grant a licence within three months of a complete application.
paragraph|2|(2) A client shall not transfer coins to a provider that the Coin Office has barred.
paragraph|3|(3) This Act enters into force on 30 December 2024. It shall apply from 1 July 2025.
paragraph|4|(4) A retail client may buy coins worth up to EUR 3 000 per month without proof of income.
paragraph|5|(5) The Finance Minister may, by order, raise the limit in paragraph 4 to EUR 6 000.
"""

FR = """\
article|1|Article premier
paragraph|1|(1) Nul ne peut fournir des services d'échange à Ostmark sans l'agrément de l'Office des jetons.
paragraph|2|(2) Le prestataire doit détenir des fonds propres d'au moins 125 000 euros.
paragraph|3|(3) La présente loi entre en vigueur le 30 décembre 2024.
article|2|Article 2
paragraph|1|(1) Le prestataire ne peut refuser un client que si celui-ci ne prouve pas son identité.
paragraph|2|(2) Les avoirs des clients ne sont pas prêtés, sauf accord écrit du client.
paragraph|3|(3) L'Office des jetons peut retirer l'agrément après un délai de trois mois.
"""


@dataclass
class Law:
    """A law as text with structure, and what is needed to claim something about it."""

    text: CanonicalText
    language: str
    source: Source
    view: View = field(init=False)

    def __post_init__(self) -> None:
        self.sha = text_sha256(self.text)
        self.source = self.source.model_copy(update={"snapshot": self.sha})
        self.view = View({self.sha: self.text}, {self.sha: self.language}, {}, {self.source.id: self.source})

    @property
    def units(self) -> tuple[Unit, ...]:
        held = self.view.held(self.sha)
        return tuple(unit for unit in held.units if unit.part == "operative")

    def unit(self, words: str) -> Unit:
        """The one unit that holds these words in the part that is its own."""
        held = self.view.held(self.sha)
        return next(u for u in self.units if words in self.text.text[slice(*held.own(u))])

    def words(self, unit: Unit) -> list[str]:
        return [self.text.text[start:end] for start, end in unit.parts]

    def quote(self, unit: Unit, parts: tuple[Span, ...] | None = None, **changes) -> Quote:
        """A quote of a unit, or of other stretches cited as if they were it."""
        spans = unit.parts if parts is None else parts
        rows = tuple(QuotePart(start=s, end=e, exact=self.text.text[s:e]) for s, e in spans)
        given = {"snapshot": self.sha, "source": self.source.id, "locator": unit.locator, "part": unit.part,
                 "language": self.language, "parts": rows}  # fmt: skip
        return Quote(**{**given, **changes})


def law(rows: str, language: str, title: str = "Coin Act No. 7 of 2024", kind: str = "act") -> Law:
    """Build a law from rows "kind|label|text"."""
    text, segments = "", []
    open_at: dict[str, int] = {}
    for row in rows.strip().splitlines():
        kind_, label, words = row.split("|", 2)
        start, text = len(text), text + words + "\n"
        parent = {
            "article": -1,
            "paragraph": open_at.get("article", -1),
            "item": open_at.get("paragraph", -1),
        }[kind_]
        open_at[kind_] = len(segments)
        mark = words if kind_ == "article" else ""
        segments.append([kind_, start, start + len(words), parent, label, mark])
        while parent >= 0:
            segments[parent][2] = start + len(words)
            parent = segments[parent][3]
    made = tuple(Segment(k, s, e, p, la, m) for k, s, e, p, la, m in segments)
    source = Source(
        id="coin-act", title=title, jurisdiction="XA", language=language, kind=kind, tier="T1", rights="open"
    )
    return Law(CanonicalText(text, made), language, source)


def claim(sentence: str, quotes=(), form: str = "words", **changes) -> Claim:
    """A claim with its id."""
    given = {"question": "channels", "form": form, "sentence": sentence, "quotes": tuple(quotes)}
    return new_claim(Claim(**{**given, **changes}))


def slot(name: str, value: str, read_by: str = "words", words: str = "", row: str = "") -> Slot:
    """A slot; read by its own words unless said otherwise."""
    return Slot(name=name, value=value, read_by=read_by, words=words, row=row)
