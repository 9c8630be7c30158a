"""Three analyses of invented places, in our own words: one with a code, one without, one imported page."""

from decimal import Decimal

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.claims import CheckAnswer, Claim, Holds, Slot, Verdict, new_claim
from lexatlas.core.document import (
    Abstention,
    CodebookUsed,
    Document,
    EvidenceFactors,
    Flag,
    ForceShown,
    InstrumentEntry,
    Reason,
    Status,
)
from lexatlas.core.evidence import Gap, LedgerEntry, Quote, QuotePart, ReaderId, Snapshot, Source, Span
from lexatlas.core.facts import Authority, LegalDate, Money, Rate
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.core.standing import Standing
from lexatlas.core.statements import (
    SECTIONS,
    ClaimStatement,
    LabelStatement,
    RecordStatement,
    Section,
    Statement,
)

PROVENANCE = Provenance(
    created="2026-04-01T11:24:09+03:00",
    run="r-2086",
    tool="lexatlas 0.1.0",
    fetched=tuple(
        Fetched(source=name, address=f"{name}.html", at="2026-04-01T11:20:00+03:00")
        for name in ("act", "rules", "civil-code", "zone", "paper")
    ),
)
STANDING = Standing()
RECIPE = Recipe(
    analyst="extractive", analyst_version="1", terms_version="1", checks_version="1", lexatlas="0.1.0"
)
USED = CodebookUsed(edition=1, sha256=sha256_hex(b"codebook"), files={"edition.toml": sha256_hex(b"edition")})
LEFT_OUT = "unless the client has shown proof of income"
LONG = " ".join(
    ["A platform shall tell its clients what it charges, when it charges it and to whom it pays."] * 6
)


def text_of(name: str) -> str:
    """Return the hash of an archived text that nobody needs to hold here."""
    return sha256_hex(f"text of {name}".encode())


def snapshot(
    name: str, language: str, as_of: str | None = "2026-03-31", media: str = "text/html"
) -> Snapshot:
    return Snapshot(
        raw=sha256_hex(name.encode()),
        text=text_of(name),
        structure=sha256_hex(f"structure of {name}".encode()),
        media_type=media,
        size=40_000,
        length=36_000,
        language=language,
        reader=ReaderId(name="html", version="1"),
        text_state="as-enacted" if name == "rules" else "consolidated-official",
        text_as_of=as_of,
    )


def source(name: str, title: str, language: str, **told) -> Source:
    values = {"publisher": "State Gazette of Arvenia", "jurisdiction": "XA", "tier": "T1", "rights": "open"}
    values |= {"kind": "act", "address": f"https://gazette.example/{name}", "snapshot": text_of(name)}
    return Source(id=name, title=title, language=language, **(values | told))


SOURCES = (
    source("act", "Digital Asset Providers Act", "en", date="2025-04-05"),
    source("rules", "Digital Asset Conduct Rules 2025", "en", kind="rule", date="2025-11-11"),
    source("civil-code", "القانون المدني", "ar", date="1998", address="https://gazette.example/code?a=1&b=2"),
    source("zone", "港区数字资产规则", "zh-Hans", kind="rule", publisher="Harbour Zone Authority"),
    source(
        "paper",
        "Fees of platforms",
        "en",
        kind="report",
        publisher="A firm",
        tier="T5",
        rights="quote-only",
        secondary=True,
        date="2026-01-19",
    ),
    source("bill", "Digital Asset Custody Bill", "en", kind="bill", tier="T2", date="2026-02-10"),
)
SNAPSHOTS = (
    snapshot("act", "en"),
    snapshot("rules", "en"),
    snapshot("civil-code", "ar", media="application/pdf"),
    snapshot("zone", "zh-Hans"),
    snapshot("paper", "en", as_of=None),
    snapshot("bill", "en"),
)


def quote(name: str, words: str, locator: str, start: int = 1000, *, light: str = "", **told) -> Quote:
    """Return a quote of one part; `light` are the words of it that the claim rests on."""
    at = words.find(light) if light else -1
    values = {"part": "operative", "language": next(s.language for s in SOURCES if s.id == name)}
    return Quote(
        snapshot=text_of(name),
        source=name,
        locator=locator,
        parts=(QuotePart(start=start, end=start + len(words), exact=words),),
        highlight=(Span(start + at, start + at + len(light)),) if at >= 0 else (),
        **(values | told),
    )


def claim(sentence: str, *quotes: Quote, question: str = "channels", **told) -> Claim:
    values = {"form": "words", "force": "in force"}
    return new_claim(Claim(question=question, sentence=sentence, quotes=quotes, **(values | told)))


def yes(*names: str) -> tuple[CheckAnswer, ...]:
    return tuple(CheckAnswer(check=name, answer="yes") for name in names)


MAY = "(1) A retail client may buy, sell and hold a digital asset through a registered firm."
MUST = "(1) No person shall offer exchange in digital assets to the public unless entered in the Register."
CAP = f"(1) A firm shall not accept in any calendar month orders that exceed 2,000 mar, {LEFT_OUT}."
FIRST = "(1) A firm shall verify the identity of a client before it accepts a first order."
OTHER = (
    "(2) A firm may accept a first order of up to 500 mar before it has verified the identity of the client."
)
OWNS = "لكل شخص بالغ أن يمتلك الأصول الرقمية وأن يتصرف فيها، ما لم ينص قانون خاص على خلاف ذلك."
ZONE = "在港区登记的数字资产服务机构，未经金融服务委员会书面同意，不得向区外零售客户提供服务。"

CLAIMS = {
    "may": claim(
        "A retail client may buy, sell and hold a digital asset through a registered firm.",
        quote("act", MAY, "section 12(1)", 3081),
        quote(
            "act",
            "(2) Subsection (1) does not permit a purchase on credit.",
            "section 12(2)",
            3170,
            role="exception",
        ),
    ),
    "must": claim(
        "No person shall offer exchange in digital assets to the public unless entered in the Register.",
        quote("act", MUST, "section 8(1)", 2010),
        holds=Holds(since="2026-01-01", basis="section 90"),
    ),
    "cap": claim(
        "A firm shall not accept in any calendar month orders that exceed 2,000 mar.",
        quote("rules", CAP, "rule 12(1)", 6835, light="orders that exceed 2,000 mar"),
        form="free",
        origin="drafted by a model",
        facts=(
            Money(
                amount=Decimal(2000),
                currency="XAM",
                period="month",
                period_words="in any calendar month",
                comparator="at_most",
            ),
        ),
    ),
    "identity": claim(
        "A firm shall verify the identity of a client before it accepts a first order.",
        quote("rules", FIRST, "rule 9(1)", 5000, light="before it accepts a first order"),
        quote("rules", OTHER, "rule 31(2)", 9000, role="against"),
    ),
    "authority": claim(
        "The Financial Services Commission shall keep the Register.",
        quote("act", "(1) The Financial Services Commission shall keep the Register.", "section 6(1)", 1500),
        facts=(Authority(name="Financial Services Commission", role="keeps the Register"),),
    ),
    "owns": claim(
        "Article 214 bis deals with owning and dealing.",
        quote("civil-code", OWNS, "المادة 214 مكررا", 400, light="أن يمتلك الأصول الرقمية"),
        form="deals-with",
        force="not shown",
        slots=(
            Slot(name="locator", value="Article 214 bis", read_by="locator"),
            Slot(
                name="question", value="owning and dealing", words="أن يمتلك", read_by="cue", row="ownership"
            ),
        ),
    ),
    "zone": claim(
        "A firm registered in the Harbour Zone shall not serve retail clients outside it without consent.",
        quote("zone", ZONE, "第十五条", 270, light="不得向区外零售客户提供服务"),
        form="value",
        slots=(
            Slot(
                name="actor",
                value="A firm registered in the Harbour Zone",
                words="在港区登记的数字资产服务机构",
                read_by="gazetteer",
                row="XA-FZ",
            ),
            Slot(name="modal", value="shall not", words="不得", read_by="cue", row="prohibition"),
        ),
    ),
    "custody": claim(
        "Every custodian of digital assets would have to be registered.",
        quote(
            "bill",
            "(1) A person who keeps digital assets for another shall be entered in the Register.",
            "clause 4(1)",
            700,
        ),
        form="free",
        force="not yet",
        origin="drafted by a model",
    ),
    "fees": claim(
        "A platform tells its clients what it charges.", quote("paper", LONG, "page 3", 50), force="not shown"
    ),
    "tax": claim(
        "A gain is taxed at 12 per cent.",
        form="free",
        force="not shown",
        origin="written by I. Tavor",
        facts=(Rate(value=Decimal("0.12")),),
    ),
    "begins": claim(
        "This Act comes into force on 1 July 2025.",
        quote("act", "This Act comes into force on 1 July 2025.", "section 90", 30_000),
        facts=(LegalDate(role="in_force", date="2025-07-01", precision="day"),),
    ),
}


def verdict(name: str, code: str, **told) -> Verdict:
    return Verdict(claim=CLAIMS[name].id, code=code, **told)


CONFLICT = CheckAnswer(
    check="conflicts", answer="no", words=("rule 31(2)",), reason="Two rules of one rank and one date differ."
)
VERDICTS = (
    verdict("may", "verified", plain_quotation=True, answers=yes("quotes", "context", "wording")),
    verdict("must", "verified", plain_quotation=True, answers=yes("quotes", "context")),
    verdict(
        "cap",
        "partial",
        left_out=(LEFT_OUT,),
        answers=(
            *yes("quotes", "numbers"),
            CheckAnswer(
                check="context",
                answer="no",
                words=(LEFT_OUT,),
                reason="The unit has a condition that the claim lacks.",
            ),
        ),
    ),
    verdict("identity", "contradicted", answers=(*yes("quotes"), CONFLICT)),
    verdict("authority", "verified", answers=yes("quotes", "authority")),
    verdict("owns", "verified", answers=yes("quotes", "slots")),
    verdict("zone", "verified", answers=yes("quotes", "slots")),
    verdict("custody", "supported", answers=yes("quotes", "numbers")),
    verdict("fees", "verified", plain_quotation=True, answers=yes("quotes")),
    verdict(
        "tax", "unverified", answers=(CheckAnswer(check="quotes", answer="no", reason="No quote is given."),)
    ),
    verdict("begins", "verified", plain_quotation=True, answers=yes("quotes", "dates")),
)
LEDGER = (
    LedgerEntry(
        id="L-1",
        question="fees",
        looked_for="a fee for entry in the Register",
        texts=("act", "rules"),
        hits=0,
    ),
    LedgerEntry(
        id="L-2",
        question="p2p",
        looked_for="a rule on dealing between persons",
        texts=("act", "rules"),
        hits=0,
    ),
)
FEE = RecordStatement(
    sentence="Looked for a fee for entry in the Register in 2 texts; not found.", ledger=("L-1",)
)
PEOPLE = RecordStatement(
    sentence="Looked for a rule on dealing between persons in 2 texts; not found.",
    ledger=("L-2",),
    label="P2P",
)


def named(name: str, *, again: bool = False, label: str = "", group: str = "") -> ClaimStatement:
    return ClaimStatement(claim=CLAIMS[name].id, label=label, group=group, again=again)


def label(text: str, value: str = "", *names: str, group: str = "") -> LabelStatement:
    return LabelStatement(
        text=text, value=value, claims=tuple(CLAIMS[name].id for name in names), group=group
    )


WHO = "Which providers may serve residents?"
STATEMENTS: dict[str, tuple[Statement, ...]] = {
    "Executive Summary": (
        label("Providers that serve clients must be registered.", "Allowed-Regulated", "may", "must"),
        named("may"),
        named("must"),
        named("cap"),
        FEE,
    ),
    "Key Pillars": (named("authority", label="Authority"), named("must", again=True)),
    "Considerations": (
        named("identity", label="Identity"),
        PEOPLE,
        named("zone", label="Dual regimes"),
        named("tax", label="Tax"),
    ),
    "Notes": (
        label("As of", "2026-03-31"),
        label("Languages read", "ar, en, zh"),
        label("Only the documents given were read; other law was not looked for"),
    ),
    "Remaining Uncertainties": (FEE, PEOPLE),
    "Detailed Explanation": (
        named("may", again=True, group=WHO),
        named("owns", group=WHO),
        named("custody", group=WHO),
        named("fees", group=WHO),
        named("cap", again=True, group="How much may a person buy?"),
    ),
    "Summary Points": (
        label("Code", "Allowed-Regulated", "may", "must", group="I. Regulatory Status"),
        label("Keeps the Register", "section 6(1)", "authority", group="II. Key Regulatory Bodies"),
        label("act", "Digital Asset Providers Act", group="III. Important Legislation"),
    ),
}


def date(role: str, day: str | None, precision: str = "day", **told) -> LegalDate:
    return LegalDate(role=role, date=day, precision=precision, **told)


INSTRUMENTS = (
    InstrumentEntry(
        id="act",
        title="Digital Asset Providers Act",
        reference="No. 14 of 2025",
        kind="act",
        maturity="in-force",
        force="in force",
        group="law",
        sources=("act",),
        date_claims=(CLAIMS["begins"].id,),
        dates=(
            date("adopted", "2025", "year"),
            date("in_force", "2025-07-01"),
            date("applies_from", "2026-01-01", scope="sections 8 to 12", computed=True),
            date("unknown", "2025-03", "month"),
        ),
    ),
    InstrumentEntry(
        id="zone",
        title="港区数字资产规则",
        kind="rule",
        maturity="in-force",
        force="in force",
        group="law",
        sources=("zone",),
        line_claim=CLAIMS["zone"].id,
        dates=(date("in_force", None, "none", rule="the twentieth day after publication"),),
    ),
    InstrumentEntry(
        id="bill",
        title="Digital Asset Custody Bill",
        kind="bill",
        maturity="bill",
        force="not shown",
        group="pending",
        sources=("bill",),
        line_claim=CLAIMS["custody"].id,
    ),
)


def sections(told: dict[str, tuple[Statement, ...]]) -> tuple[Section, ...]:
    return tuple(Section(name=name, statements=told.get(name, ())) for name in SECTIONS)


def coded(**changed) -> Document:
    """Return a page with a code and one claim of each verdict; `changed` replaces fields of the document."""
    made = Document(
        brief=Brief(
            jurisdiction="XA",
            jurisdiction_name="Arvenia",
            topic="retail-trading-status",
            topic_name="Retail trading status",
            as_of="2026-03-31",
        ),
        recipe=RECIPE,
        codebook=USED,
        status=Status(
            code="allowed-regulated",
            name="Allowed-Regulated",
            regime="partial",
            maturity="in-force",
            second_line="Holding: lawful · Trading: lawful · Through: registered firms",
            reasons=(
                Reason(
                    rule="allowed-regulated", text="Providers must be registered.", claims=(CLAIMS["may"].id,)
                ),
            ),
            flags=(
                Flag(
                    name="pending-change", value="Digital Asset Custody Bill", claims=(CLAIMS["custody"].id,)
                ),
            ),
        ),
        force=ForceShown(state="in force", sentence="Text as of 2026-03-31."),
        factors=EvidenceFactors(
            tiers=("T1", "T1"),
            independent_official=2,
            shown_current=True,
            level="Medium",
            lacks=("an approval by a named reviewer",),
        ),
        text_as_of="2026-03-31",
        sources=SOURCES,
        snapshots=SNAPSHOTS,
        instruments=INSTRUMENTS,
        claims=tuple(CLAIMS.values()),
        verdicts=VERDICTS,
        sections=sections(STATEMENTS),
        ledger=LEDGER,
        gaps=(Gap(what="annual-report.pdf, pages 4 to 12", reason="These pages are pictures without text."),),
    )
    return made.model_copy(update=changed)


def abstained() -> Document:
    """Return a page without a code: one claim, two records, what is missing and where to look."""
    told = {
        "Executive Summary": (
            label("Official text was read, and the rules of the codebook do not settle it", "Undetermined"),
            FEE,
            named("authority"),
        ),
        "Remaining Uncertainties": (label("Missing", "A rule on buying, selling or holding"), PEOPLE),
    }
    brief = Brief(
        jurisdiction="XB",
        jurisdiction_name="Morvane",
        topic="retail-trading-status",
        topic_name="Retail trading status",
        as_of="2026-03-31",
    )
    status = Status(
        code="undetermined",
        name="Undetermined",
        special=True,
        note="No official text given says whether a resident may buy, sell or hold a digital asset",
        abstention=Abstention(
            found=("A duty of banks to report transfers",),
            missing=("A rule on buying, selling or holding", "A rule on who may provide"),
            look=("The official gazette", "The register of its supervisor"),
        ),
    )
    return coded(
        brief=brief,
        status=status,
        force=ForceShown(state="not shown", sentence="No rule carries the code."),
        factors=EvidenceFactors(level="None", reasons=("A special code has no confidence.",)),
        text_as_of=None,
        sources=SOURCES[:2],
        snapshots=SNAPSHOTS[:2],
        instruments=(),
        claims=(CLAIMS["authority"],),
        verdicts=(VERDICTS[4],),
        sections=sections(told),
        gaps=(),
    )


def imported() -> Document:
    """Return an imported page: every claim without support, every field of the old page kept."""
    page = Source(
        id="imported-page",
        title="Imported page #12",
        jurisdiction="XC",
        kind="report",
        secondary=True,
        tier="T6",
        tier_reason="A page cannot support its own claims.",
        path="page.txt",
        snapshot=text_of("page"),
    )
    web = Source(
        id="web-2", title="A blog on coins", tier="T6", address="https://blog.example/coins", secondary=True
    )
    said = [
        "Trading is legal and heavily regulated in Ostrand.",
        "Law on Coins (No. 7) - Enacted: 2023-01-01",
        "It sets out who may sell coins.",
        "Buyers are capped at $1,000 a month.",
        "Coins may be sold only by licensed houses.",
        "“Only licensed houses may sell coins.”",
    ]
    claims = [
        claim(
            sentence,
            question="imported-page",
            form="free",
            force="not shown",
            origin="imported from page #12",
        )
        for sentence in said
    ]
    ids = [each.id for each in claims]
    law = "Law on Coins (No. 7)"
    told: dict[str, tuple[Statement, ...]] = {
        "Executive Summary": (ClaimStatement(claim=ids[0]),),
        "Landmark Laws": (ClaimStatement(claim=ids[1], group=law), ClaimStatement(claim=ids[2], group=law)),
        "Considerations": (ClaimStatement(claim=ids[3], label="Limits"),),
        "Full Analysis Report": (ClaimStatement(claim=ids[4]), ClaimStatement(claim=ids[0], again=True)),
        "Source Evidence": (ClaimStatement(claim=ids[5], label="Quote without source"),),
        "Web Sources": (
            LabelStatement(text="Listed on the page, not read", value="https://blog.example/coins"),
        ),
        "Reviews": (LabelStatement(text="As printed on the page", value="No reviews yet"),),
    }
    entry = InstrumentEntry(
        id="law-1",
        title="Law on Coins",
        reference="No. 7",
        kind="act",
        maturity="not-shown",
        force="not shown",
        group="law",
        dates=(date("unknown", "2023-01-01"),),
        date_claims=(ids[1],),
        line_claim=ids[2],
    )
    return abstained().model_copy(
        update={
            "brief": Brief(
                jurisdiction="XC",
                jurisdiction_name="Ostrand",
                topic="retail-trading-status",
                topic_name="Retail trading status",
                as_of="2025-12-12",
            ),
            "status": Status(
                code="unresearched",
                name="Unresearched",
                special=True,
                abstention=Abstention(
                    found=("6 sentences of a page, none with an archived source",),
                    missing=("the words of an official text",),
                    look=("https://blog.example/coins",),
                ),
            ),
            "sources": (page, web),
            "snapshots": (snapshot("page", "en", as_of=None, media="text/plain"),),
            "instruments": (entry,),
            "claims": tuple(claims),
            "verdicts": tuple(Verdict(claim=each, code="unverified") for each in ids),
            "sections": sections(told),
            "ledger": (),
            "gaps": (Gap(what="https://blog.example/coins", reason="Listed on the page, not read."),),
            "queries": ("is coin trading legal in Ostrand",),
            "imported": {
                "Reference ID": "#12",
                "Status": "Allowed-Regulated",
                "Confidence": "High Confidence",
            },
        }
    )


SAMPLES = {"coded": coded, "abstained": abstained, "imported": imported}
