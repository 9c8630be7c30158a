"""The programs of this release on a real analysis: proven as made, and every change sealed anew told."""

from dataclasses import replace
from pathlib import Path

import pytest

from lexatlas.bundle import write
from lexatlas.codebook import load
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.evidence import ReaderId, Snapshot
from lexatlas.core.statements import LabelStatement
from lexatlas.core.textform import text_sha256
from lexatlas.pipeline.enclose import enclose
from lexatlas.pipeline.imported.page import import_page
from lexatlas.pipeline.verify import exit_code, verify
from lexatlas.pipeline.verify.today import programs_of_today, reader
from lexatlas.sources.pool import Job, Read, ReaderPool
from tests.pipeline.analysed import analysed, page, page_of


@pytest.fixture(scope="module")
def pool():
    with ReaderPool() as pool:
        yield pool


@pytest.fixture(scope="module")
def made(pool):
    return analysed(pool)


@pytest.fixture
def ask(pool, tmp_path):
    def ask(bundle):
        write(replace(bundle, page=page_of(bundle)), tmp_path / "b.zip")
        return verify(tmp_path / "b.zip", programs_of_today(pool, page_of))

    return ask


def with_document(bundle, **fields):
    return replace(bundle, document=bundle.document.model_copy(update=fields))


def test_as_made(made, ask):
    found = ask(made)
    assert (found.integrity.answer, found.derivation.answer, found.judgement.answer, found.origin.answer) == (
        "consistent, not authenticated", "re-derived", "agrees", "as claimed",
    ), found  # fmt: skip
    assert sum(found.verdicts.values()) == len(made.document.claims) > 20


def test_without_a_page_to_compare(made, pool, tmp_path):
    write(made, tmp_path / "b")
    assert verify(tmp_path / "b", programs_of_today(pool)).judgement.answer == "agrees"


@pytest.mark.parametrize("topic", ["retail-trading-status", "bank-access", "stablecoin-issuance", "mining"])
def test_other_questions(pool, ask, topic):
    found = ask(analysed(pool, topic))
    assert (found.derivation.answer, found.judgement.answer) == ("re-derived", "agrees"), found


@pytest.fixture
def imported():
    raw = (Path(__file__).parent / "sample_page.txt").read_bytes()
    book = load()
    done = import_page(raw, "sample_page.txt", book, "2026-06-01T12:00:00+00:00")
    files = book.files_for(done.document.brief.topic)
    return enclose(done.document, done.provenance, done.texts, done.raw, files, page)


def test_an_imported_page(imported, ask):
    """Its claims have no support, and that is what is proven."""
    found = ask(imported)
    assert (found.derivation.answer, found.judgement.answer) == ("re-derived", "agrees"), found
    assert (found.verdicts["unverified"], exit_code(found)) == (len(imported.document.claims), 1)


def test_an_imported_page_that_was_given_a_code(imported, ask):
    status = imported.document.status.model_copy(update={"code": "full-licence", "special": False})
    assert ask(with_document(imported, status=status)).judgement.answer == "fails"


def test_a_claim_left_out_of_everything(made, ask):
    """No reference to it is left, and what remains holds together: only making it again shows the gap."""
    document = made.document
    used = {claim for reason in document.status.reasons for claim in reason.claims}
    used |= {name for entry in document.instruments for name in (*entry.date_claims, entry.line_claim)}
    gone = next(claim.id for claim in reversed(document.claims) if claim.id not in used)
    sections = tuple(
        section.model_copy(
            update={"statements": tuple(s for s in section.statements if gone not in s.model_dump_json())}
        )
        for section in document.sections
    )
    found = ask(
        with_document(
            made,
            claims=tuple(claim for claim in document.claims if claim.id != gone),
            verdicts=tuple(verdict for verdict in document.verdicts if verdict.claim != gone),
            sections=sections,
        )
    )
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)
    assert "comes out otherwise in: claims, verdicts, sections" in found.judgement.reason


def test_a_label_of_its_own(made, ask):
    first, *rest = made.document.sections
    label = LabelStatement(text="Anybody may provide any service", value="as of 2026")
    section = first.model_copy(update={"statements": (label, *first.statements)})
    found = ask(with_document(made, sections=(section, *rest)))
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)


@pytest.mark.parametrize(
    ("field", "other"),
    [("ledger", ()), ("instruments", ()), ("text_as_of", "2026-05-31"), ("imported", {"Status": "Banned"})],
)
def test_any_other_field(made, ask, field, other):
    found = ask(with_document(made, **{field: other}))
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)
    assert f"comes out otherwise in: {field}" in found.judgement.reason or field == "ledger"


def test_the_status_changed(made, ask):
    found = ask(
        with_document(made, status=made.document.status.model_copy(update={"code": "activity-banned"}))
    )
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)
    assert found.judgement.reason.startswith("The document says activity-banned; its texts and rules give ")


def test_a_tier_raised(made, ask):
    low = next(source for source in made.document.sources if source.tier not in ("T1", "T2"))
    sources = tuple(s.model_copy(update={"tier": "T1"}) if s is low else s for s in made.document.sources)
    assert ask(with_document(made, sources=sources)).judgement.answer == "fails"


def test_quote_only_sources(made, ask, pool, tmp_path):
    """Cut to excerpts the quotes still stand; given the sources, they are read again in full."""
    sources = tuple(source.model_copy(update={"rights": "quote-only"}) for source in made.document.sources)
    document = made.document.model_copy(update={"sources": sources})
    bundle = enclose(document, made.provenance, made.texts, made.raw, made.codebook, page)
    found = ask(bundle)
    assert found.derivation.answer == "matches the enclosed excerpt; full source not enclosed"
    assert bundle.raw == {}
    write(bundle, tmp_path / "c")
    full = verify(tmp_path / "c", programs_of_today(pool, page_of), given=made.raw)
    assert full.derivation.answer == "re-derived"


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        ("Статья 1. Лицо не вправе оказывать услуги обмена без лицензии.".encode("cp1251"), "cp1251"),
        ("Статья 1. Лицо не вправе оказывать услуги обмена без лицензии.".encode("cp1251"), ""),
        (
            "Article 1. Nul ne peut fournir de services sans agrément préalable.".encode("latin-1"),
            "iso-8859-1",
        ),
        ("Article 1. No person may provide services.".encode("utf-16"), ""),
        ("\ufeffArticle 1. No person may “provide” services.".encode(), "windows-1252"),
        (b"<html><head><meta charset=koi8-r></head><body><p>\xc4\xc1 \xce\xc5\xd4</p></body></html>", ""),
        (b"Article 1. Bytes that are no text of any kind: \x81\x8d\x8f\x90\x9d.", "utf-8"),
    ],
    ids=["declared", "guessed", "latin", "utf-16", "mark wins", "in the page", "broken"],
)
def test_whatever_the_charset_was_it_is_read_alike(pool, raw, charset):
    """A server's word for the charset is gone by then; what it led to is stated in the text."""
    first = pool.read_job(Job(raw, name="law", charset=charset))
    assert isinstance(first, Read)
    text = first.text
    snapshot = Snapshot(
        raw=sha256_hex(raw), text=text_sha256(text), structure="", media_type="text/plain", size=len(raw),
        length=len(text.text), language="", reader=first.reader, stated=dict(text.stated),
    )  # fmt: skip
    assert reader(pool)(raw, snapshot) == (text, first.reader)


def test_a_reader_that_is_not_known(made, ask):
    first, *rest = made.document.snapshots
    odd = first.model_copy(update={"reader": ReaderId(name="../../oracle", version="1")})
    found = ask(with_document(made, snapshots=(odd, *rest)))
    assert (found.derivation.answer, exit_code(found)) == ("stands on stored text only", 1)
