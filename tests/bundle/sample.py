"""A small bundle of hand-made values: two laws of an invented place, three claims, one record."""

from dataclasses import replace

from lexatlas.bundle import Bundle, cut_excerpts
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.claims import Claim, Slot, Verdict, new_claim
from lexatlas.core.document import (
    CodebookUsed,
    Document,
    EvidenceFactors,
    ForceShown,
    InstrumentEntry,
    Reason,
    Status,
)
from lexatlas.core.evidence import (
    CanonicalText,
    LedgerEntry,
    Quote,
    QuotePart,
    ReaderId,
    Segment,
    Snapshot,
    Source,
    Span,
)
from lexatlas.core.provenance import Fetched, Provenance
from lexatlas.core.recipe import Brief, Recipe
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.core.statements import ClaimStatement, LabelStatement, RecordStatement, Section
from lexatlas.core.textform import structure_sha256, text_sha256

READER = ReaderId(name="text", version="1", libraries=())
ACT = (
    "Digital Assets Act\n"
    "Article 1. A person shall not provide exchange services unless the person holds a licence.\n"
    "Article 2. The Harbour Authority grants licences.\n"
    "Article 3. The fee is 400 crowns a year.\n"
)
NOTICE = (
    "Notice on Custody\n"
    "Article 1. A firm that keeps assets for others must keep them apart from its own, "
    "“clé par clé”, in every ledger – daily.\n"
)
RECIPE = Recipe(
    analyst="extractive", analyst_version="1", terms_version="1", checks_version="1", lexatlas="0.1.0"
)
ADDRESS = "https://law.example/digital-assets-act"
CODEBOOK = {
    "edition.toml": b'number = 1\ntitle = "Sample"\nlanguages = ["en"]\n',
    "topics/vasp-licensing.toml": b'id = "vasp-licensing"\n',
}


def read_text(raw: bytes) -> CanonicalText:
    """Read a sample law as the sample's own reader does: one article a line."""
    text = raw.decode("utf-8").replace("\r\n", "\n")
    segments, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\n"))
        mark = line.partition(".")[0] if line.startswith("Article") else ""
        segments.append(Segment("article" if mark else "heading", start, end, -1, mark[8:], mark))
        start += len(line)
    return CanonicalText(text, tuple(segments), {"title": text.partition("\n")[0]})


def snapshot_of(raw: bytes, text: CanonicalText) -> Snapshot:
    return Snapshot(
        raw=sha256_hex(raw),
        text=text_sha256(text),
        structure=structure_sha256(text),
        media_type="text/plain",
        size=len(raw),
        length=len(text.text),
        language="en",
        reader=READER,
        stated=dict(text.stated),
        text_state="as-enacted",
        text_as_of="2026-01-01",
    )


def claim_of(text: CanonicalText, source: str, article: str, question: str) -> Claim:
    """Make the claim that is the words of one article."""
    segment = next(segment for segment in text.segments if segment.mark == article)
    start = segment.start + len(article) + 2
    words = text.text[start : segment.end]
    quote = Quote(
        snapshot=text_sha256(text),
        source=source,
        locator=article,
        part="operative",
        language="en",
        parts=(QuotePart(start=start, end=segment.end, exact=words),),
        highlight=(Span(start, start + 6),),
        prefix=f"{article}.",
    )
    return new_claim(
        Claim(
            question=question,
            form="words",
            template="quotation",
            slots=(Slot(name="words", value=words, words=words),),
            sentence=words,
            quotes=(quote,),
        )
    )


def codebook_used(files: dict[str, bytes]) -> CodebookUsed:
    listing = "".join(f"{sha256_hex(files[name])}  {name}\n" for name in sorted(files))
    hashes = {name: sha256_hex(data) for name, data in files.items()}
    return CodebookUsed(edition=1, sha256=sha256_hex(listing.encode()), files=hashes)


def verdict_of(claim: Claim) -> Verdict:
    return Verdict(claim=claim.id, code="verified", plain_quotation=True)


def document_of(claims, sources, snapshots, files) -> Document:
    ledger = LedgerEntry(
        id="l1", question="capital", looked_for="capital", texts=(snapshots[0].text,), hits=0
    )
    first, second, third = claims
    return Document(
        brief=Brief(
            jurisdiction="XA", jurisdiction_name="Invented Isles", topic="vasp-licensing",
            topic_name="VASP licensing", as_of="2026-06-01",
        ),
        recipe=RECIPE,
        codebook=codebook_used(files),
        status=Status(
            code="full-licence", name="Full licence",
            reasons=(Reason(rule="licence", text="A licence is required.", claims=(first.id,)),),
        ),
        force=ForceShown(state="not shown", sentence="Text as of 2026-01-01."),
        factors=EvidenceFactors(tiers=("T1", "T2"), independent_official=1, level="Low"),
        text_as_of="2026-01-01",
        sources=sources,
        snapshots=snapshots,
        instruments=(
            InstrumentEntry(
                id="i1", title="Digital Assets Act", kind="act", maturity="in-force", force="not shown",
                group="law", line_claim=first.id, sources=("s1",),
            ),
        ),
        claims=claims,
        verdicts=tuple(verdict_of(claim) for claim in claims),
        sections=(
            Section(
                name="Executive Summary",
                statements=(ClaimStatement(claim=first.id), ClaimStatement(claim=second.id)),
            ),
            Section(name="Key Pillars", statements=(ClaimStatement(claim=third.id),)),
            Section(
                name="Remaining Uncertainties",
                statements=(
                    RecordStatement(sentence="Looked for capital in 1 text; not found.", ledger=("l1",)),
                    LabelStatement(text="Text as of", claims=(first.id,)),
                ),
            ),
        ),
        ledger=(ledger,),
        queries=(),
    )  # fmt: skip


def page_of(bundle: Bundle) -> bytes:
    """Render a page as the sample's own exporter does."""
    lines = [
        bundle.document.id,
        bundle.provenance.created,
        *(claim.sentence for claim in bundle.document.claims),
    ]
    return ("<!doctype html>\n" + "\n".join(f"<p>{line}</p>" for line in lines) + "\n").encode()


def sample_bundle(files: dict[str, bytes] | None = None, act: str = ACT) -> Bundle:
    """Return the whole sample; `files` is its codebook, `act` the raw text of its first law."""
    files = CODEBOOK if files is None else files
    raws = [act.encode(), NOTICE.replace("\n", "\r\n").encode()]
    texts = [read_text(raw) for raw in raws]
    snapshots = tuple(snapshot_of(raw, text) for raw, text in zip(raws, texts, strict=True))
    sources = (
        Source(
            id="s1", title="Digital Assets Act", publisher="Isles Gazette", jurisdiction="XA", kind="act",
            tier="T1", address=ADDRESS, date="2026-01-01", rights="open", snapshot=snapshots[0].text,
        ),
        Source(
            id="s2", title="Notice on Custody", kind="guidance", tier="T2", path="notice.txt", rights="open",
            snapshot=snapshots[1].text,
        ),
    )  # fmt: skip
    claims = (
        claim_of(texts[0], "s1", "Article 1", "licence"),
        claim_of(texts[0], "s1", "Article 2", "authority"),
        claim_of(texts[1], "s2", "Article 1", "custody"),
    )
    bundle = Bundle(
        document=document_of(claims, sources, snapshots, files),
        provenance=Provenance(
            created="2026-06-01T10:00:00+00:00", run="r1", person="A. Reader",
            fetched=(Fetched(source="s1", address=ADDRESS, at="2026-06-01T09:59:00+00:00"),),
        ),
        page=b"",
        codebook=files,
        raw={sha256_hex(raw): raw for raw in raws},
        texts={text_sha256(text): text for text in texts},
        standing=Standing(
            number="#1", workflow_stage="Live",
            reviews=(
                ReviewClaimed(kind="Approval", who="B. Counsel", role="counsel", date="2026-06-02", text=""),
            ),
        ),
    )  # fmt: skip
    return replace(bundle, page=page_of(bundle))


def excerpted(bundle: Bundle) -> Bundle:
    """Return the sample with its notice enclosed as excerpts only, as a quote-only source is."""
    text = bundle.document.snapshots[1].text
    quotes = [quote for claim in bundle.document.claims for quote in claim.quotes if quote.snapshot == text]
    spans = [Span(part.start, part.end) for quote in quotes for part in quote.parts]
    cut = cut_excerpts(bundle.texts[text].text, spans, around=5)
    sources = (
        bundle.document.sources[0],
        bundle.document.sources[1].model_copy(update={"rights": "quote-only"}),
    )
    document = bundle.document.model_copy(update={"sources": sources})
    spread = replace(bundle.texts[text], text=cut.spread())
    cut_bundle = replace(
        bundle,
        document=document,
        raw={key: raw for key, raw in bundle.raw.items() if key != bundle.document.snapshots[1].raw},
        texts={**bundle.texts, text: spread},
        excerpts={text: cut},
    )
    return replace(cut_bundle, page=page_of(cut_bundle))
