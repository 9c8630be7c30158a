"""Programs for the sample bundle: as strict about its three claims as the real ones, and small."""

from dataclasses import replace

from lexatlas.bundle import Bundle
from lexatlas.codebook import Codebook, load
from lexatlas.core.claims import Verdict
from lexatlas.core.document import Document
from lexatlas.core.errors import Unreadable
from lexatlas.core.evidence import ReaderId
from lexatlas.pipeline.verify import Programs, Recoded
from tests.bundle.sample import READER, page_of, read_text, sample_bundle

FILES = load().files_for("vasp-licensing")


def proven() -> Bundle:
    """Return the sample, coded from the codebook of the package."""
    return sample_bundle(FILES)


def read(raw, snapshot):
    if snapshot.reader.name != "text":
        raise Unreadable(f"There is no reader '{snapshot.reader.name}'.")
    return read_text(raw), READER


def read_by_a_later_reader(raw, snapshot):
    """Read as `read` does, but keep every blank line out and count from one more."""
    text = read_text(b"Gazette\n" + raw)
    return text, ReaderId(name="text", version="2")


def judge(document: Document, texts, codebook: Codebook):
    return {claim.id: _verdict(claim, texts) for claim in document.claims}


def _verdict(claim, texts) -> Verdict:
    exact = [
        texts[quote.snapshot].text[part.start : part.end] for quote in claim.quotes for part in quote.parts
    ]
    stands = claim.quotes and exact == [part.exact for quote in claim.quotes for part in quote.parts]
    if not stands:
        return Verdict(claim=claim.id, code="unverified")
    matches = " ".join(exact) == claim.sentence
    return Verdict(claim=claim.id, code="verified" if matches else "partial", plain_quotation=matches)


def recode(document: Document, texts, codebook: Codebook, verdicts) -> Recoded:
    """Follow one rule: a licence claim that matches makes a full licence."""
    sample = proven().document
    licence = [claim for claim in document.claims if claim.question == "licence"]
    met = bool(licence) and verdicts[licence[0].id].code == "verified"
    code = "full-licence" if met else "no-regime-free"
    reasons = tuple(reason.model_copy(update={"claims": (licence[0].id,) if licence else ()})
                    for reason in sample.status.reasons)  # fmt: skip
    tiers = tuple(dict.fromkeys(source.tier for source in document.sources))
    return Recoded(
        sample.status.model_copy(update={"code": code, "reasons": reasons}),
        sample.force,
        sample.factors.model_copy(update={"tiers": tiers}),
    )


PROGRAMS = Programs(
    read=read, judge=judge, recode=recode, checks_version="1", lexatlas="0.1.0", page=page_of, again=None
)
LATER = replace(PROGRAMS, read=read_by_a_later_reader)
