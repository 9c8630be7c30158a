"""An analysis of an invented place: every verdict, a foreign script, words that try to break the page."""

from lexatlas.core.canonical import sha256_hex
from lexatlas.core.claims import CheckAnswer, Claim, Slot, Verdict, new_claim
from lexatlas.core.document import (
    Abstention,
    CodebookUsed,
    Document,
    EvidenceFactors,
    ForceShown,
    InstrumentEntry,
    Reason,
    Status,
)
from lexatlas.core.evidence import Gap, LedgerEntry, Quote, QuotePart, ReaderId, Snapshot, Source, Span
from lexatlas.core.facts import LegalDate
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.core.standing import Standing
from lexatlas.core.statements import SECTIONS, ClaimStatement, LabelStatement, RecordStatement, Section

HOSTILE_TITLE = '<script>document.title="owned"</script><img src=x onerror="document.title=1">'
HOSTILE_ADDRESS = "javascript:document.title='owned'"
LEFT_OUT = "unless the client has shown proof of income"
AGAINST = "may accept a first order of up to 500 mar before it has verified the identity of the client"
ACT, CODE, BLOG = (sha256_hex(name.encode()) for name in ("act", "code", "blog"))

LICENCE = "No person shall offer exchange services in digital assets unless the person holds a licence."
LIMIT = f"A firm shall not accept orders that exceed 2,000 mar in a calendar month, {LEFT_OUT}."
IDENTITY = "A firm shall verify the identity of a client before it accepts a first order."
OWNING = "لكل شخص أن يتملك الأصول الرقمية وأن يتصرف فيها"


def quote(words, locator, source="act", snapshot=ACT, start=100, shown=None, role="support", language="en"):
    at = words.index(shown) if shown else 0
    light = (Span(start + at, start + at + len(shown)),) if shown else ()
    part = QuotePart(start=start, end=start + len(words), exact=words)
    return Quote(
        snapshot=snapshot,
        source=source,
        locator=locator,
        part="operative",
        language=language,
        parts=(part,),
        highlight=light,
        role=role,
    )


def claims():
    words = Slot(name="words", value=LICENCE, words=LICENCE)
    cue = Slot(name="actor", value="Every person", words="لكل شخص", read_by="cue", row="ar.every-person")
    exception = quote(
        "Paragraph (1) does not apply to the Central Bank.", "section 8(3)", start=900, role="exception"
    )
    against = quote(f"A firm {AGAINST}.", "section 31(2)", start=5000, shown=AGAINST, role="against")
    shaped = (
        Claim(
            question="licence",
            form="words",
            slots=(words,),
            sentence=LICENCE,
            force="in force",
            quotes=(quote(LICENCE, "section 8(1)", shown="unless the person holds a licence"), exception),
        ),
        Claim(
            question="owning",
            form="value",
            slots=(cue,),
            sentence="Every person may own digital assets.",
            quotes=(quote(OWNING, "article 214", "code", CODE, language="ar"),),
        ),
        Claim(
            question="limit",
            form="free",
            sentence="A firm shall not accept orders above 2,000 mar a month.",
            quotes=(quote(LIMIT, "section 12(1)", start=2000),),
            origin="written by A. Reader",
        ),
        Claim(
            question="identity",
            form="words",
            sentence=IDENTITY,
            quotes=(quote(IDENTITY, "section 31(1)", start=4800), against),
        ),
        Claim(
            question="tax",
            form="free",
            sentence=f"A gain is taxed at 12 per cent. {HOSTILE_TITLE}",
            quotes=(),
        ),
    )
    return tuple(new_claim(claim) for claim in shaped)


def verdicts(made):
    codes = ("verified", "supported", "partial", "contradicted", "unverified")
    judged = dict(zip(codes, made, strict=True))
    said = {
        "partial": CheckAnswer(
            check="wording", answer="no", words=(LEFT_OUT,), reason="The unit has a condition."
        ),
        "contradicted": CheckAnswer(
            check="conflicts", answer="no", words=(AGAINST,), reason="A quote says otherwise."
        ),
        "unverified": CheckAnswer(check="quotes", answer="no", reason="The claim has no quote."),
    }
    return tuple(
        Verdict(
            claim=claim.id,
            code=code,
            plain_quotation=code == "verified",
            left_out=(LEFT_OUT,) if code == "partial" else (),
            answers=(said[code],) if code in said else (),
        )
        for code, claim in judged.items()
    )


def snapshot(text, language="en", state="as-enacted"):
    return Snapshot(
        raw=text,
        text=text,
        structure=text,
        media_type="text/plain",
        size=9000,
        length=9000,
        language=language,
        reader=ReaderId(name="text", version="1"),
        text_state=state,
        text_as_of="2026-01-05",
    )


def sources():
    return (
        Source(
            id="act",
            title="Digital Assets Act",
            publisher="State Gazette",
            jurisdiction="XA",
            kind="act",
            language="en",
            tier="T1",
            tier_reason="The official gazette.",
            rights="open",
            snapshot=ACT,
            address="https://law.example/act?x=1&y=2",
            date="2025-04-05",
        ),
        Source(
            id="code",
            title="القانون المدني",
            publisher="State Gazette",
            kind="act",
            language="ar",
            tier="T2",
            rights="quote-only",
            snapshot=CODE,
            path="code.txt",
        ),
        Source(
            id="blog", title=HOSTILE_TITLE, kind="news", tier="T5", address=HOSTILE_ADDRESS, snapshot=BLOG
        ),
    )


def sections(made):
    licence, owning, limit, identity, tax = (claim.id for claim in made)
    record = RecordStatement(sentence="Looked for a fee in 3 texts; not found.", ledger=("L-1",))
    told = {
        "Executive Summary": (ClaimStatement(claim=licence), ClaimStatement(claim=limit), record),
        "Key Pillars": (ClaimStatement(claim=owning), ClaimStatement(claim=licence, again=True)),
        "Considerations": (
            ClaimStatement(claim=identity, label="Identity"),
            ClaimStatement(claim=tax, label="Tax"),
        ),
        "Notes": (LabelStatement(text="As of", value="2026-03-31"),),
        "Remaining Uncertainties": (record,),
        "Detailed Explanation": (ClaimStatement(claim=licence, group="What carries the code?", again=True),),
        "Summary Points": (
            LabelStatement(
                text="Code", value="Full licence", claims=(licence,), group="I. Regulatory Status"
            ),
        ),
    }
    return tuple(Section(name=name, statements=told.get(name, ())) for name in SECTIONS)


def instruments(made):
    dates = (
        LegalDate(role="adopted", date="2025", precision="year"),
        LegalDate(role="in_force", date="2025-07-01", precision="day", computed=True),
        LegalDate(role="applies_from", date=None, precision="none", rule="six months after publication"),
    )
    return (
        InstrumentEntry(
            id="i1",
            title="Digital Assets Act",
            reference="No. 14 of 2025",
            kind="act",
            maturity="in-force",
            force="in force",
            group="law",
            dates=dates,
            line_claim=made[0].id,
            sources=("act",),
        ),
        InstrumentEntry(
            id="i2", title="Custody Bill", kind="bill", maturity="bill", force="not yet", group="pending"
        ),
        InstrumentEntry(
            id="i3",
            title=HOSTILE_TITLE,
            kind="guidance",
            maturity="none",
            force="not shown",
            group="guidance",
            sources=("blog",),
        ),
    )


CODED = Status(
    code="full-licence",
    name="Full licence",
    second_line="Holding: lawful · Through: licensed firms",
    regime="full",
    maturity="in-force",
    reasons=(Reason(rule="licence-unless", text="Nobody may serve others."),),
)
NO_CODE = Status(
    code="undetermined",
    name="Undetermined",
    special=True,
    note="Official text was read and does not settle it",
    abstention=Abstention(
        found=("A duty to register.",),
        missing=("A rule on the person.", "A duty of conduct.", "A bar.", "A licence.", "A limit on buying."),
        look=(
            "https://register.example/" + "a-very-long-address-without-any-space/" * 4,
            "The official gazette",
        ),
    ),
)


def sample(status=CODED) -> Document:
    """Return the analysis, coded or with another status."""
    made = claims()
    return Document(
        brief=Brief(
            jurisdiction="XA",
            jurisdiction_name="Arvenia",
            topic="vasp-licensing",
            topic_name="VASP licensing",
            as_of="2026-03-31",
        ),
        recipe=Recipe(
            analyst="extractive", analyst_version="1", terms_version="1", checks_version="1", lexatlas="0.1.0"
        ),
        codebook=CodebookUsed(edition=1, sha256=sha256_hex(b"book"), files={}),
        status=status,
        force=ForceShown(state="in force", sentence="In force on 2026-03-31."),
        factors=EvidenceFactors(tiers=("T1",), level="Medium", lacks=("an approval",)),
        text_as_of="2026-01-05",
        sources=sources(),
        snapshots=(snapshot(ACT), snapshot(CODE, "ar"), snapshot(BLOG, state="transcribed")),
        instruments=instruments(made),
        claims=made,
        verdicts=verdicts(made),
        sections=sections(made),
        ledger=(LedgerEntry(id="L-1", question="fee", looked_for="a fee", texts=(ACT, CODE, BLOG), hits=0),),
        gaps=(Gap(what="annex.pdf", reason="The file has no text."),),
    )


PROVENANCE = Provenance(
    created="2026-04-01T11:24:00+03:00",
    run="r-2086",
    tool="lexatlas 0.1.0",
    fetched=(Fetched(source="act", address="https://law.example/act", at="2026-04-01T11:20:00+03:00"),),
)
STANDING = Standing(number="#4127")
