"""The four answers on bundles that nobody changed, and what each says when it cannot prove more."""

from dataclasses import replace

import pytest

from lexatlas.bundle import write
from lexatlas.core.canonical import canonical_json, sha256_hex
from lexatlas.core.errors import InputError, Unavailable, Unreadable
from lexatlas.pipeline.verify import Programs, exit_code, verify
from tests.bundle.sample import ADDRESS, excerpted
from tests.pipeline.sample_programs import LATER, PROGRAMS, proven

ALL = {"verified": 3, "supported": 0, "partial": 0, "contradicted": 0, "unverified": 0}


def answers(found):
    return (found.integrity.answer, found.derivation.answer, found.judgement.answer, found.origin.answer)


def verified(tmp_path, bundle, programs: Programs = PROGRAMS, **options):
    write(bundle, tmp_path / "b")
    return verify(tmp_path / "b", programs, **options)


@pytest.mark.parametrize("name", ["b", "b.zip"])
def test_a_bundle_as_made(tmp_path, name):
    seal = write(proven(), tmp_path / name)
    found = verify(tmp_path / name, PROGRAMS)
    assert answers(found) == ("consistent, not authenticated", "re-derived", "agrees", "as claimed")
    assert (found.seal, found.verdicts, exit_code(found)) == (seal, ALL, 0)
    assert found.derivation.reason == "Of 2 texts: 2 re-derived from the raw bytes, same text."
    assert "whether the publisher published this is not shown" in found.origin.reason
    assert "1 review is claimed by the file" in found.origin.reason


def test_the_answers_as_json(tmp_path):
    found = verified(tmp_path, proven())
    data = found.model_dump(mode="json")
    assert list(data) == ["seal", "integrity", "derivation", "judgement", "origin", "verdicts"]
    assert all(
        list(data[name]) == ["answer", "reason"]
        for name in ("integrity", "derivation", "judgement", "origin")
    )
    canonical_json(found)


def test_with_the_seal_expected(tmp_path):
    seal = write(proven(), tmp_path / "b")
    assert verify(tmp_path / "b", PROGRAMS, expect=seal).integrity.answer == "authenticated"
    assert (
        verify(tmp_path / "b", PROGRAMS, expect=f" SHA256:{seal} ".replace("SHA", "sha")).integrity.answer
        == "authenticated"
    )
    found = verify(tmp_path / "b", PROGRAMS, expect="0" * 64)
    assert (found.integrity.answer, exit_code(found)) == ("fails", 1)
    assert seal in found.integrity.reason


@pytest.mark.parametrize("words", ["", "abc", "z" * 64, "0" * 63])
def test_what_is_no_seal_is_bad_use(tmp_path, words):
    write(proven(), tmp_path / "b")
    with pytest.raises(InputError, match="is no seal"):
        verify(tmp_path / "b", PROGRAMS, expect=words)


def test_nothing_there(tmp_path):
    with pytest.raises(Unreadable):
        verify(tmp_path / "b", PROGRAMS)


def test_a_bundle_without_a_document(tmp_path):
    write(proven(), tmp_path / "b")
    (tmp_path / "b/data/document.json").write_bytes(b"{}")
    found = verify(tmp_path / "b", PROGRAMS)
    assert answers(found) == ("fails", "cannot be given", "cannot be given", "cannot be given")
    assert (found.verdicts, exit_code(found)) == ({}, 1)


def test_a_later_reader_finds_every_quote(tmp_path):
    found = verified(tmp_path, proven(), LATER)
    assert (found.derivation.answer, exit_code(found)) == ("re-derived, reader differs", 0)


def test_a_later_reader_that_loses_a_quote(tmp_path):
    def other(raw, snapshot):
        text, reader = LATER.read(raw.replace(b"Harbour", b"Port"), snapshot)
        return text, reader

    found = verified(tmp_path, proven(), replace(PROGRAMS, read=other))
    assert (found.derivation.answer, exit_code(found)) == ("stands on stored text only", 1)
    assert "(Article 2) is not there when the source is read again" in found.derivation.reason


def test_a_later_reader_that_finds_the_words_elsewhere(tmp_path):
    def other(raw, snapshot):
        return LATER.read(raw.replace(b"Article 2", b"Article 9"), snapshot)

    found = verified(tmp_path, proven(), replace(PROGRAMS, read=other))
    assert found.derivation.answer == "stands on stored text only"


def test_a_reader_that_is_gone(tmp_path):
    def gone(raw, snapshot):
        raise Unavailable("There is no reader 'text'.")

    found = verified(tmp_path, proven(), replace(PROGRAMS, read=gone))
    assert (found.derivation.answer, exit_code(found)) == ("stands on stored text only", 1)


def test_excerpts_and_the_full_source_when_it_is_given(tmp_path):
    whole = proven()
    found = verified(tmp_path, excerpted(whole))
    assert (found.derivation.answer, exit_code(found)) == (
        "matches the enclosed excerpt; full source not enclosed",
        0,
    )
    given = {key: raw for key, raw in whole.raw.items() if key == whole.document.snapshots[1].raw}
    assert verify(tmp_path / "b", PROGRAMS, given=given).derivation.answer == "re-derived"


def test_raw_bytes_left_out(tmp_path):
    found = verified(tmp_path, replace(proven(), raw={}))
    assert (found.derivation.answer, exit_code(found)) == ("stands on stored text only", 1)


def test_excerpts_of_what_could_travel_whole(tmp_path):
    bundle = excerpted(proven())
    sources = proven().document.sources
    document = bundle.document.model_copy(update={"sources": sources})
    assert (
        verified(tmp_path, replace(bundle, document=document)).derivation.answer
        == "stands on stored text only"
    )


def test_verdicts_of_other_checks_are_shown_where_they_differ(tmp_path):
    def stricter(document, texts, codebook):
        found = PROGRAMS.judge(document, texts, codebook)
        first = document.claims[1].id
        return {**found, first: found[first].model_copy(update={"code": "supported"})}

    found = verified(tmp_path, proven(), replace(PROGRAMS, judge=stricter, checks_version="2"))
    assert (found.judgement.answer, exit_code(found)) == ("differs", 0)
    assert (
        found.judgement.reason
        == f"Claim {proven().document.claims[1].id}: recorded verified, today supported."
    )
    assert found.verdicts == {**ALL, "verified": 2, "supported": 1}
    same = verified(tmp_path, proven(), replace(PROGRAMS, judge=stricter))
    assert (same.judgement.answer, exit_code(same)) == ("fails", 1)


def test_a_page_that_another_release_rendered(tmp_path):
    found = verified(tmp_path, proven(), replace(PROGRAMS, lexatlas="0.2.0", page=lambda bundle: b"new"))
    assert (found.judgement.answer, exit_code(found)) == ("differs", 0)


def test_programs_that_stop(tmp_path):
    def stops(*_):
        raise RecursionError

    found = verified(tmp_path, proven(), replace(PROGRAMS, judge=stops))
    assert (found.judgement.answer, found.verdicts, exit_code(found)) == ("cannot be given", {}, 1)
    assert answers(found)[:2] == ("consistent, not authenticated", "re-derived")


def test_a_claim_that_does_not_match_leaves_with_one(tmp_path):
    def partial(document, texts, codebook):
        found = PROGRAMS.judge(document, texts, codebook)
        last = document.claims[2].id
        return {**found, last: found[last].model_copy(update={"code": "partial"})}

    found = verified(tmp_path, proven(), replace(PROGRAMS, judge=partial, checks_version="2"))
    assert (found.judgement.answer, exit_code(found)) == ("differs", 1)


def test_made_again_the_document_must_come_out_the_same(tmp_path):
    bundle = proven()
    assert (
        verified(tmp_path, bundle, replace(PROGRAMS, again=lambda *_: bundle.document)).judgement.answer
        == "agrees"
    )
    other = bundle.document.model_copy(update={"ledger": (), "instruments": ()})
    found = verified(tmp_path, bundle, replace(PROGRAMS, again=lambda *_: other))
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)
    assert found.judgement.reason.endswith("comes out otherwise in: instruments, ledger.")


def test_asked_of_the_network(tmp_path):
    bundle = proven()
    raw = bundle.raw[bundle.document.snapshots[0].raw]
    asked = []

    def same(address):
        asked.append(address)
        return raw

    def lost(address):
        raise Unavailable("No answer.")

    found = verified(tmp_path, bundle, fetch=same)
    assert (found.origin.answer, asked) == ("as claimed; the addresses give the same bytes", [ADDRESS])
    found = verify(tmp_path / "b", PROGRAMS, fetch=lambda address: raw + b" ")
    assert found.origin.answer == "as claimed; the addresses give other bytes"
    assert found.origin.reason.startswith(f"{ADDRESS} gives other bytes today")
    assert exit_code(found) == 0
    assert (
        verify(tmp_path / "b", PROGRAMS, fetch=lost).origin.answer
        == "as claimed; not every address could be fetched"
    )


def test_seal_covers_when_and_by_whom(tmp_path):
    bundle = proven()
    later = replace(
        bundle, provenance=bundle.provenance.model_copy(update={"created": "2026-07-01T00:00:00+00:00"})
    )
    assert sha256_hex(canonical_json(bundle.document)) == sha256_hex(canonical_json(later.document))
    assert write(bundle, tmp_path / "a") != write(later, tmp_path / "b")
