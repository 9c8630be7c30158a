"""A maker who changes one thing and computes every checksum anew: which of the four answers says so."""

from dataclasses import replace

import pytest

from lexatlas.bundle import write
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.claims import Slot, claim_id
from lexatlas.core.evidence import QuotePart
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.core.statements import ClaimStatement, RecordStatement
from lexatlas.core.textform import text_sha256
from lexatlas.pipeline.verify import exit_code, verify
from tests.bundle.sample import ACT, claim_of, codebook_used, page_of, read_text, snapshot_of
from tests.pipeline.sample_programs import FILES, PROGRAMS, proven

FINE = ("consistent, not authenticated", "re-derived", "agrees", "as claimed")


def checked(tmp_path, bundle):
    """Seal the bundle, with the page that its document makes, and ask."""
    write(replace(bundle, page=page_of(bundle)), tmp_path / "b.zip")
    found = verify(tmp_path / "b.zip", PROGRAMS)
    return (
        found.integrity.answer,
        found.derivation.answer,
        found.judgement.answer,
        found.origin.answer,
    ), found


def with_document(bundle, **fields):
    return replace(bundle, document=bundle.document.model_copy(update=fields))


def renamed(value, old, new):
    """Put a claim's new id everywhere that its old one stands."""
    data = value.model_dump_json().replace(old, new)
    return type(value).model_validate_json(data)


def with_claim(bundle, index, claim):
    """Put another claim in the place of one, with its right id, verdict and every reference."""
    old, claim = bundle.document.claims[index].id, claim.model_copy(update={"id": claim_id(claim)})
    claims = list(bundle.document.claims)
    claims[index] = claim
    document = renamed(bundle.document.model_copy(update={"claims": ()}), old, claim.id)
    return replace(bundle, document=document.model_copy(update={"claims": tuple(claims)}))


def test_nothing_changed(tmp_path):
    assert checked(tmp_path, proven())[0] == FINE


def test_raw_text_changed_and_nothing_else_that_shows(tmp_path):
    """The raw bytes say otherwise than the stored text: read again, they give it away."""
    bundle = proven()
    old = bundle.document.snapshots[0]
    raw = ACT.replace("shall not", "may").encode()
    snapshot = old.model_copy(update={"raw": sha256_hex(raw), "size": len(raw)})
    bundle = with_document(bundle, snapshots=(snapshot, bundle.document.snapshots[1]))
    kept = {key: data for key, data in bundle.raw.items() if key != old.raw}
    found, answer = checked(tmp_path, replace(bundle, raw={**kept, snapshot.raw: raw}))
    assert found == ("consistent, not authenticated", "fails", "agrees", "as claimed")
    assert "is not what its own reader makes of the raw bytes" in answer.derivation.reason
    assert exit_code(answer) == 1


def test_stored_text_and_quote_changed(tmp_path):
    """Text, quote, claim and verdict say otherwise than the raw bytes."""
    bundle = proven()
    lie = ACT.replace("shall not", "may").encode()
    text = read_text(lie)
    old = bundle.document.snapshots[0]
    snapshot = snapshot_of(lie, text).model_copy(update={"raw": old.raw, "size": old.size})
    document = renamed(bundle.document, old.text, snapshot.text)
    texts = {text_sha256(text): text, **{key: t for key, t in bundle.texts.items() if key != old.text}}
    document = document.model_copy(update={"snapshots": (snapshot, document.snapshots[1])})
    bundle = replace(bundle, document=document, texts=texts)
    bundle = with_claim(bundle, 0, claim_of(text, "s1", "Article 1", "licence"))
    bundle = with_claim(bundle, 1, claim_of(text, "s1", "Article 2", "authority"))
    found, answer = checked(tmp_path, bundle)
    assert found[1] == "fails"
    assert exit_code(answer) == 1


def test_the_same_with_another_reader_named(tmp_path):
    """To name another version does not help: each quote must stand in what is read today."""
    bundle = proven()
    lie = ACT.replace("shall not", "may").encode()
    text = read_text(lie)
    old = bundle.document.snapshots[0]
    named = old.reader.model_copy(update={"version": "0"})
    snapshot = snapshot_of(lie, text).model_copy(update={"raw": old.raw, "size": old.size, "reader": named})
    document = renamed(bundle.document, old.text, snapshot.text)
    texts = {text_sha256(text): text, **{key: t for key, t in bundle.texts.items() if key != old.text}}
    document = document.model_copy(update={"snapshots": (snapshot, document.snapshots[1])})
    bundle = replace(bundle, document=document, texts=texts)
    bundle = with_claim(bundle, 0, claim_of(text, "s1", "Article 1", "licence"))
    bundle = with_claim(bundle, 1, claim_of(text, "s1", "Article 2", "authority"))
    found, answer = checked(tmp_path, bundle)
    assert found[1] == "stands on stored text only"
    assert exit_code(answer) == 1


def test_everything_changed_alike_is_another_source(tmp_path):
    """Raw bytes, text, quotes and claims of a forged law agree: only who published it could tell."""
    bundle = proven()
    lie = ACT.replace("shall not", "may").encode()
    text = read_text(lie)
    snapshot = snapshot_of(lie, text)
    old = bundle.document.snapshots[0]
    document = renamed(bundle.document, old.text, snapshot.text)
    bundle = replace(
        bundle,
        document=document.model_copy(update={"snapshots": (snapshot, document.snapshots[1])}),
        texts={text_sha256(text): text, **{key: t for key, t in bundle.texts.items() if key != old.text}},
        raw={snapshot.raw: lie, **{key: data for key, data in bundle.raw.items() if key != old.raw}},
    )
    bundle = with_claim(bundle, 0, claim_of(text, "s1", "Article 1", "licence"))
    bundle = with_claim(bundle, 1, claim_of(text, "s1", "Article 2", "authority"))
    found, answer = checked(tmp_path, bundle)
    assert found == FINE
    assert "whether the publisher published this is not shown" in answer.origin.reason
    assert "compare the seal with one that you have from its maker" in answer.integrity.reason


def quote_with(claim, **fields):
    quote = claim.quotes[0].model_copy(update=fields)
    return claim.model_copy(update={"quotes": (quote,)})


@pytest.mark.parametrize(
    "change",
    [
        lambda c: quote_with(c, parts=(c.quotes[0].parts[0].model_copy(update={"exact": "A person may."}),)),
        lambda c: quote_with(
            c, parts=(c.quotes[0].parts[0].model_copy(update={"start": c.quotes[0].parts[0].start + 1}),)
        ),
        lambda c: quote_with(c, parts=(QuotePart(start=10**6, end=10**6 + 3, exact="abc"),), highlight=()),
        lambda c: quote_with(c, parts=(QuotePart(start=-5, end=-1, exact="abcd"),), highlight=()),
        lambda c: quote_with(c, parts=c.quotes[0].parts * 2),
        lambda c: quote_with(c, parts=(), highlight=()),
        lambda c: quote_with(c, highlight=((0, 5),)),
        lambda c: quote_with(c, prefix="Article 7."),
        lambda c: quote_with(c, suffix="but only on Sundays"),
        lambda c: quote_with(c, source="s2"),
        lambda c: quote_with(c, snapshot="0" * 64),
    ],
    ids=[
        "words",
        "offset",
        "outside",
        "negative",
        "twice",
        "empty",
        "highlight",
        "prefix",
        "suffix",
        "source",
        "text",
    ],
)
def test_a_quote_changed(tmp_path, change):
    bundle = proven()
    found, answer = checked(tmp_path, with_claim(bundle, 0, change(bundle.document.claims[0])))
    assert found[1] == "fails"
    assert exit_code(answer) == 1


def test_a_sentence_changed(tmp_path):
    bundle = proven()
    claim = bundle.document.claims[0].model_copy(
        update={"sentence": "A person may provide exchange services."}
    )
    found, answer = checked(tmp_path, with_claim(bundle, 0, claim))
    assert (found[2], exit_code(answer)) == ("fails", 1)
    words = claim.sentence
    slots = (Slot(name="words", value=words, words=words),)
    found, answer = checked(tmp_path, with_claim(bundle, 0, claim.model_copy(update={"slots": slots})))
    assert (found[2], exit_code(answer)) == ("fails", 1)
    assert answer.verdicts["partial"] == 1


def test_an_id_that_is_not_the_content_s(tmp_path):
    bundle = proven()
    claim = bundle.document.claims[0].model_copy(update={"label": "Other"})
    found, answer = checked(tmp_path, with_document(bundle, claims=(claim, *bundle.document.claims[1:])))
    assert found == ("consistent, not authenticated", "re-derived", "fails", "as claimed")
    assert f"The content of claim {claim.id} does not have that id." in answer.judgement.reason


@pytest.mark.parametrize(
    "fields",
    [{"code": "banned"}, {"code": "undetermined", "special": True}, {"second_line": "Holding: lawful"},
     {"maturity": "repealed"}, {"name": "Banned"}, {"reasons": ()}],
    ids=str,
)  # fmt: skip
def test_the_status_changed(tmp_path, fields):
    bundle = proven()
    found, answer = checked(
        tmp_path, with_document(bundle, status=bundle.document.status.model_copy(update=fields))
    )
    assert found == ("consistent, not authenticated", "re-derived", "fails", "as claimed")
    assert exit_code(answer) == 1


def test_force_and_confidence_changed(tmp_path):
    bundle = proven()
    force = bundle.document.force.model_copy(update={"state": "in force"})
    assert checked(tmp_path, with_document(bundle, force=force))[0][2] == "fails"
    factors = bundle.document.factors.model_copy(update={"level": "High"})
    assert checked(tmp_path, with_document(bundle, factors=factors))[0][2] == "fails"


def test_a_verdict_changed(tmp_path):
    bundle = proven()
    changed = bundle.document.claims[0].model_copy(
        update={"template": "", "slots": (), "sentence": "Anybody may."}
    )
    bundle = with_claim(bundle, 0, changed)
    found, answer = checked(tmp_path, bundle)
    assert found[2] == "fails"
    assert (
        f"Claim {bundle.document.claims[0].id}: recorded verified, today partial." in answer.judgement.reason
    )
    assert (answer.verdicts["verified"], answer.verdicts["partial"], exit_code(answer)) == (2, 1, 1)


def test_verdicts_left_out_or_told_twice(tmp_path):
    bundle = proven()
    verdicts = bundle.document.verdicts
    for wrong in (verdicts[:2], (*verdicts, verdicts[0]), (verdicts[0], verdicts[0], verdicts[2])):
        assert checked(tmp_path, with_document(bundle, verdicts=wrong))[0][2] == "fails"


def test_a_review_changed_has_no_effect(tmp_path):
    review = ReviewClaimed(
        kind="Approval", who="The Minister", role="minister", date="2026-06-03", text="Approved."
    )
    bundle = replace(proven(), standing=Standing(workflow_stage="Live", reviews=(review, review)))
    found, answer = checked(tmp_path, bundle)
    assert found == FINE
    assert (
        "2 reviews are claimed by the file, as is the stage “Live”; neither has any effect here"
        in answer.origin.reason
    )


def test_the_source_address_changed(tmp_path):
    bundle = proven()
    source = bundle.document.sources[0].model_copy(update={"address": "https://gazette.example/other"})
    found, answer = checked(tmp_path, with_document(bundle, sources=(source, bundle.document.sources[1])))
    assert found == FINE
    assert "are as claimed; whether the publisher published this is not shown" in answer.origin.reason
    raw = bundle.raw[bundle.document.snapshots[0].raw]
    asked = verify(tmp_path / "b.zip", PROGRAMS, fetch=lambda address: b"404" if "other" in address else raw)
    assert asked.origin.answer == "as claimed; the addresses give other bytes"


def test_a_tier_changed(tmp_path):
    bundle = proven()
    source = bundle.document.sources[1].model_copy(update={"tier": "T1"})
    found, answer = checked(tmp_path, with_document(bundle, sources=(bundle.document.sources[0], source)))
    assert (found[2], exit_code(answer)) == ("fails", 1)


def test_a_rule_of_the_codebook_changed(tmp_path):
    """The answer follows from its own rules, and the rules are not ours: it says so, whatever it codes."""
    name = "topics/vasp-licensing.toml"
    rules = FILES[name] + b"\n# A rule of our own.\n"
    bundle = replace(proven(), codebook={**FILES, name: rules})
    assert checked(tmp_path, bundle)[0][2] == "fails"
    bundle = with_document(bundle, codebook=codebook_used({**FILES, name: rules}))
    found, answer = checked(tmp_path, bundle)
    assert found[2] == "agrees by its own codebook"
    assert f"{name} differ from those of this release" in answer.judgement.reason


def test_a_codebook_that_is_none(tmp_path):
    files = {**FILES, "topics/vasp-licensing.toml": b"id = 3"}
    bundle = with_document(replace(proven(), codebook=files), codebook=codebook_used(files))
    found, answer = checked(tmp_path, bundle)
    assert (found[2], exit_code(answer), answer.verdicts) == ("cannot be given", 1, {})


def test_the_page_changed(tmp_path):
    write(replace(proven(), page=b"<p>Everything is allowed.</p>"), tmp_path / "b.zip")
    found = verify(tmp_path / "b.zip", PROGRAMS)
    assert (found.judgement.answer, exit_code(found)) == ("fails", 1)
    assert "data/page.html is not what this release renders from the document." in found.judgement.reason


def test_statements_about_nothing(tmp_path):
    bundle = proven()
    first, *rest = bundle.document.sections
    for statement in (ClaimStatement(claim="0" * 16), RecordStatement(sentence="Looked.", ledger=("none",)),
                      RecordStatement(sentence="There is no such law.", ledger=())):  # fmt: skip
        section = first.model_copy(update={"statements": (*first.statements, statement)})
        assert checked(tmp_path, with_document(bundle, sections=(section, *rest)))[0][2] == "fails"


def test_sections_moved_doubled_or_invented(tmp_path):
    bundle = proven()
    first, second, third = bundle.document.sections
    for sections in (
        (second, first, third),
        (first, first, second),
        (first.model_copy(update={"name": "Advice"}),),
    ):
        assert checked(tmp_path, with_document(bundle, sections=sections))[0][2] == "fails"


def test_the_notice_changed(tmp_path):
    found, answer = checked(tmp_path, with_document(proven(), notice="This is legal advice."))
    assert (found[2], exit_code(answer)) == ("fails", 1)


def test_a_claim_twice(tmp_path):
    bundle = proven()
    claims = (*bundle.document.claims, bundle.document.claims[0])
    assert checked(tmp_path, with_document(bundle, claims=claims))[0][2] == "fails"


def test_a_structure_of_its_own(tmp_path):
    """Marks moved so that a quote seems to stand in another article."""
    bundle = proven()
    old = bundle.document.snapshots[0]
    text = bundle.texts[old.text]
    segments = tuple(replace(segment, mark=segment.mark.replace("1", "9")) for segment in text.segments)
    lie = replace(text, segments=segments)
    snapshot = snapshot_of(bundle.raw[old.raw], lie)
    bundle = replace(with_document(bundle, snapshots=(snapshot, bundle.document.snapshots[1])),
                     texts={**bundle.texts, old.text: lie})  # fmt: skip
    assert checked(tmp_path, bundle)[0][1] == "fails"


def test_length_and_what_the_file_states(tmp_path):
    bundle = proven()
    for fields in ({"length": 5}, {"stated": {"title": "Other Act"}}, {"size": 1}):
        snapshot = bundle.document.snapshots[0].model_copy(update=fields)
        changed = with_document(bundle, snapshots=(snapshot, bundle.document.snapshots[1]))
        assert checked(tmp_path, changed)[0][1] == "fails"
