"""A bundle from a stranger: what is computed here counts, what it says of itself is kept as claimed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lexatlas.bundle import Excerpts, cut_excerpts
from lexatlas.core.canonical import canonical_json
from lexatlas.core.claims import new_claim
from lexatlas.core.document import Edited, Override
from lexatlas.core.evidence import Span
from lexatlas.core.standing import ReviewClaimed, Standing
from lexatlas.desk.chain import verify
from lexatlas.desk.imports import import_bundle, import_page
from lexatlas.desk.outcome import Done, Refused
from lexatlas.desk.standing import standing_of
from lexatlas.store.models import Analysis, ClaimRow, Event, Review, SourceRow, Version, Words
from lexatlas.store.queries import documents
from tests.desk.files import all_in_conflict, file_of, kept, without_last_claim
from tests.desk.shelf import NOON, TODAY, person

pytestmark = pytest.mark.django_db
TABLES = (Analysis, Version, ClaimRow, SourceRow, Event, Words)


@pytest.fixture
def ana():
    return person("Ana", "analyst")


def rows() -> list[int]:
    return [table.objects.count() for table in TABLES]


def test_a_sound_bundle_is_kept_byte_for_byte(bundle, ana, tmp_path):
    done = import_bundle(path=file_of(bundle, tmp_path / "b.zip"), by=ana, at=NOON)
    version = Version.objects.get()
    total = len(bundle.document.claims)
    head = f"Imported as version 1 of analysis {version.analysis_id}."
    assert done == Done(f"{head} {total} of {total} claims match their source.", version.analysis_id, 1)
    assert version.document_id == bundle.document.sha256
    assert documents.document_bytes(version.document_id) == canonical_json(bundle.document)
    assert (version.author, version.origin, version.stage) == (ana, "import", "Step 1 Base Research")
    raw, texts = documents.raw_and_texts(version.pk)
    assert (raw, texts) == (bundle.raw, bundle.texts)
    analysis = version.analysis
    assert (analysis.latest_id, analysis.live_id, analysis.code) == (version.pk, None, version.code)
    assert [(row.claim_id, row.verdict) for row in version.claims.order_by("position")] == [
        (verdict.claim, verdict.code) for verdict in bundle.document.verdicts
    ]
    event = Event.objects.get()
    assert (event.chain, event.position, event.act, event.actor) == (str(analysis.pk), 1, "import", ana.key)
    assert verify().faults == ()


def test_the_same_document_again_is_refused_and_leaves_nothing(bundle, ana, tmp_path):
    kept(bundle, tmp_path / "b.zip", ana)
    before = rows()
    again = import_bundle(path=tmp_path / "b.zip", by=ana, at=NOON)
    assert again == Refused("Version 1, the newest, is this very document. Nothing was kept.")
    assert rows() == before


def test_verdicts_of_the_file_have_no_effect(bundle, ana, tmp_path):
    done = import_bundle(path=file_of(bundle, tmp_path / "b.zip", all_in_conflict), by=ana, at=NOON)
    total = len(bundle.document.claims)
    version = Version.objects.get()
    assert f"The file says otherwise of the verdict on {total} of {total} claims" in done.sentence
    assert documents.document(version.document_id).verdicts == bundle.document.verdicts
    assert version.claimed["verdicts"] == {"contradicted": total}
    assert len(version.claimed["verdicts_that_differ"]) == total


def test_a_sentence_that_somebody_made_up_gets_its_own_verdict(bundle, ana, tmp_path):
    def alter(document):
        old = document.claims[-1]
        new = new_claim(old.model_copy(update={"sentence": "Anybody may do anything.", "form": "free",
                                               "template": "", "slots": ()}))  # fmt: skip
        text = canonical_json(document).decode().replace(old.id, new.id)
        changed = type(document).model_validate_json(text)
        return changed.model_copy(update={"claims": (*changed.claims[:-1], new)})

    version = kept(bundle, tmp_path / "b.zip", ana, alter)
    row = version.claims.order_by("-position").first()
    assert (row.sentence, row.verdict) == ("Anybody may do anything.", "unverified")


def test_a_status_of_the_file_has_no_effect(bundle, ana, tmp_path):
    def alter(document):
        status = document.status.model_copy(update={"code": "banned", "name": "Banned"})
        return document.model_copy(update={"status": status})

    version = kept(bundle, tmp_path / "b.zip", ana, alter)
    assert version.code == bundle.document.status.code
    assert version.claimed["status"] == {"code": "banned", "name": "Banned"}
    assert documents.document_of(version.pk) == bundle.document


def test_rules_of_the_file_have_no_effect(bundle, ana, tmp_path):
    ours = bundle.document.brief.topic
    name = f"topics/{ours}.toml"
    codebook = {**bundle.codebook, name: bundle.codebook[name] + b"\n# another rule\n"}
    version = kept(replace(bundle, codebook=codebook), tmp_path / "b.zip", ana)
    assert documents.document_of(version.pk).codebook == bundle.document.codebook


def test_reviews_people_and_stage_of_the_file_have_no_effect(bundle, ana, tmp_path):
    review = ReviewClaimed(kind="Approval", who="Somebody", role="editor", date="2026-01-01", text="Right.")
    standing = Standing(number="#699", version="Live", workflow_stage="Live", reviews=(review,))
    provenance = bundle.provenance.model_copy(update={"person": "Some\x00body Else"})
    path = file_of(bundle, tmp_path / "b.zip", standing=standing, provenance=provenance)
    import_bundle(path=path, by=ana, at=NOON)
    version = Version.objects.get()
    assert (version.stage, version.analysis.live, Review.objects.count()) == ("Step 1 Base Research", None, 0)
    assert not standing_of([version.pk], today=TODAY)[version.pk].approved
    assert (version.claimed["workflow_stage"], version.claimed["person"]) == ("Live", "Somebody Else")
    assert version.claimed["reviews"][0]["who"] == "Somebody"
    assert version.analysis.reference_id == "#699"
    assert documents.provenance_of(version.pk).person == ""


def test_texts_in_part_are_kept_in_part(bundle, ana, tmp_path):
    key = bundle.document.claims[0].quotes[0].snapshot
    quotes = [quote for claim in bundle.document.claims for quote in claim.quotes if quote.snapshot == key]
    whole = bundle.texts[key]
    cut = cut_excerpts(whole.text, [Span(part.start, part.end) for quote in quotes for part in quote.parts])
    rights = tuple(
        source.model_copy(update={"rights": "quote-only"}) if source.snapshot == key else source
        for source in bundle.document.sources
    )
    left = {name: data for name, data in bundle.raw.items() if name not in
            {row.raw for row in bundle.document.snapshots if row.text == key}}  # fmt: skip
    part = replace(bundle, raw=left, excerpts={key: cut},
                   texts={**bundle.texts, key: replace(whole, text=cut.spread())})  # fmt: skip
    path = file_of(part, tmp_path / "b.zip", lambda document: document.model_copy(update={"sources": rights}))
    done = import_bundle(path=path, by=ana, at=NOON)
    version = Version.objects.get()
    kept_here = documents.enclosed(version.pk)[key]
    assert (
        f"1 of {len(bundle.document.snapshots)} texts came as excerpts only and are marked so."
        in done.sentence
    )
    assert (kept_here.has_raw, documents.excerpts(kept_here)) == (False, cut)
    assert documents.texts(version.pk)[key].text == cut.spread()
    assert isinstance(cut, Excerpts)


def test_claims_are_carried_on_their_lines(bundle, ana, tmp_path):
    first = kept(bundle, tmp_path / "1.zip", ana)
    second = kept(bundle, tmp_path / "2.zip", ana, without_last_claim)
    one = dict(first.claims.values_list("claim_id", "line_id"))
    two = dict(second.claims.values_list("claim_id", "line_id"))
    assert second.number == 2
    assert two == {claim: line for claim, line in one.items() if claim in two}
    assert len(two) == len(one) - 1


def test_people_whom_a_file_names_have_written_nothing_here(bundle, ana, tmp_path):
    def alter(document):
        old = document.claims[-1]
        new = new_claim(old.model_copy(update={"origin": f"written by {ana.key}"}))
        text = canonical_json(document).decode().replace(old.id, new.id)
        changed = type(document).model_validate_json(text)
        given = Override(code="banned", reason="I say so.", claims=(new.id,), ruled=document.status)
        status = document.status.model_copy(update={"code": "banned", "name": "Banned"})
        edited = Edited(of=document.sha256, by=ana.key, override=given)
        return changed.model_copy(
            update={"claims": (*changed.claims[:-1], new), "edited": edited, "status": status}
        )

    version = kept(bundle, tmp_path / "b.zip", ana, alter)
    document = documents.document_of(version.pk)
    assert (document.override, document.edited.by, version.code) == (None, "", bundle.document.status.code)
    assert ana.key not in canonical_json(document).decode()
    assert document.claims[-1].origin == "written elsewhere, by somebody whom only its file names"
    assert version.claimed["code_given"] == {"code": "banned", "reason": "I say so."}
    assert version.claimed["edited_by"] == ana.key
    assert set(version.claims.values_list("verdict", flat=True)) == {
        row.code for row in bundle.document.verdicts
    }


def test_a_document_of_an_analyst_that_is_not_ours_is_refused(bundle, ana, tmp_path):
    def alter(document):
        return document.model_copy(
            update={"recipe": document.recipe.model_copy(update={"analyst": "oracle"})}
        )

    refused = import_bundle(path=file_of(bundle, tmp_path / "b.zip", alter), by=ana, at=NOON)
    assert refused == Refused("The status that the analyst 'oracle' gave cannot be computed.")


def test_open_reviews_are_carried_with_their_claims_or_dropped(bundle, ana, tmp_path):
    first = kept(bundle, tmp_path / "1.zip", ana)
    rev = person("Rev")
    ids = [bundle.document.claims[0].id, bundle.document.claims[-1].id]
    reviews = [
        Review.objects.create(version=first, kind="Challenge", target="claim", claim_seen=claim, state="open", at=NOON,
                              line=first.claims.get(claim_id=claim).line, by=rev, role=rev.role).pk
        for claim in ids
    ]  # fmt: skip
    path = file_of(bundle, tmp_path / "2.zip", without_last_claim)
    done = import_bundle(path=path, by=ana, at=NOON)
    assert done.sentence.endswith("Of the open reviews: 1 carried; 1 dropped, for its claim is gone.")
    event = Event.objects.get(position=2)
    assert event.payload["reviews_dropped"] == [reviews[1]]
    assert standing_of([Version.objects.get(number=2).pk], today=TODAY)


@pytest.mark.parametrize(
    ("name", "harm", "told"),
    [
        ("b.zip", lambda path: path.write_bytes(path.read_bytes()[:-9]), "The bundle is not as it was sealed."),
        ("b.zip", lambda path: path.write_bytes(b"PK\3\4" * 9), "The bundle is not as it was sealed."),
        ("b.zip", lambda path: path.unlink(), "There is no bundle at b.zip."),
        ("b", lambda path: (path / "data" / "stranger.exe").write_bytes(b"MZ"), "The bundle is not as it was sealed."),
        ("b", lambda path: (path / "data" / "x").symlink_to("/etc/passwd"), "The bundle is not as it was sealed."),
    ],
)  # fmt: skip
def test_what_is_no_whole_bundle_is_refused(bundle, ana, tmp_path, name, harm, told):
    path = file_of(bundle, tmp_path / name)
    harm(path)
    before = rows()
    refused = import_bundle(path=path, by=ana, at=NOON)
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith(told)
    assert str(tmp_path) not in refused.sentence
    assert rows() == before


@pytest.mark.parametrize(
    "alter",
    [
        lambda it: it.model_copy(update={"claims": (it.claims[0].model_copy(update={"label": "?"}), *it.claims[1:])}),
        lambda it: it.model_copy(update={"brief": it.brief.model_copy(update={"as_of": "soon"})}),
        lambda it: it.model_copy(update={"brief": it.brief.model_copy(update={"as_of": "9999-12-31"})}),
        lambda it: it.model_copy(update={"brief": it.brief.model_copy(update={"topic": "no-topic"})}),
        lambda it: it.model_copy(update={"brief": it.brief.model_copy(update={"jurisdiction": "ZZ-ZZ"})}),
        lambda it: it.model_copy(update={"notice": "Rely on it."}),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_refused(bundle, ana, tmp_path, alter):
    before = rows()
    refused = import_bundle(path=file_of(bundle, tmp_path / "b.zip", alter), by=ana, at=NOON)
    assert isinstance(refused, Refused)
    assert rows() == before


def test_readers_bring_nothing(bundle, tmp_path):
    refused = import_bundle(path=file_of(bundle, tmp_path / "b.zip"), by=person("Ray", "reader"), at=NOON)
    assert refused == Refused("To import takes the role analyst; yours is reader.", forbidden=True)


def test_a_published_page_is_kept_without_support(ana):
    page = Path(__file__).parents[1] / "pipeline" / "sample_page.txt"
    done = import_page(text=page.read_bytes(), name="page.txt", jurisdiction="XA",
                       topic="retail-trading-status", by=ana, at=NOON)  # fmt: skip
    assert isinstance(done, Done), done
    version = Version.objects.get()
    assert set(version.claims.values_list("verdict", flat=True)) == {"unverified"}
    assert (version.code, version.confidence) == ("unresearched", "None")
    assert json.dumps(version.claimed["page"])
