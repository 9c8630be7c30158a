"""A document that people edited: its status rests on what it still shows, and a code by a person is told as such."""

import pytest

from lexatlas.checks.verdict import judge_claims
from lexatlas.codebook import load
from lexatlas.core.claims import new_claim
from lexatlas.core.document import Document, Edited, Override
from lexatlas.core.errors import Unavailable
from lexatlas.core.statements import ClaimStatement
from lexatlas.pipeline.edited import overridden, recoded_edit, ruled
from lexatlas.pipeline.edited_sections import relabelled
from lexatlas.pipeline.enclose import enclose
from lexatlas.pipeline.verify.judgement import judgement
from lexatlas.pipeline.verify.today import programs_of_today
from lexatlas.sources.pool import ReaderPool
from tests.pipeline.analysed import analysed, page, page_of

BOOK = load()


@pytest.fixture(scope="module", params=["vasp-licensing", "retail-trading-status"])
def bundle(request):
    with ReaderPool() as pool:
        return analysed(pool, request.param)


def verdicts(bundle, document):
    return judge_claims(document, bundle.texts, codebook=BOOK)


def marked(document: Document, **override) -> Document:
    edited = Edited(of=document.sha256, by="p-0123456789ab")
    if override:
        edited = edited.model_copy(update={"override": Override(ruled=document.status, **override)})
    return document.model_copy(update={"edited": edited})


def again(bundle, document: Document) -> Document:
    made = recoded_edit(document, bundle.texts, BOOK, verdicts(bundle, document))[0]
    return relabelled(made, bundle.document.status, BOOK.topic(document.brief.topic))


def proved(bundle, document: Document):
    made = enclose(
        document, bundle.provenance, bundle.texts, bundle.raw, BOOK.files_for(document.brief.topic), page
    )
    with ReaderPool() as pool:
        return judgement(made, programs_of_today(pool, page_of))[0]


def without(document: Document, gone: set[str]) -> Document:
    def kept(statement) -> bool:
        return not (isinstance(statement, ClaimStatement) and statement.claim in gone)

    return document.model_copy(
        update={
            "claims": tuple(claim for claim in document.claims if claim.id not in gone),
            "sections": tuple(
                section.model_copy(update={"statements": tuple(filter(kept, section.statements))})
                for section in document.sections
            ),
            "instruments": tuple(
                entry.model_copy(
                    update={
                        "date_claims": tuple(c for c in entry.date_claims if c not in gone),
                        "line_claim": "" if entry.line_claim in gone else entry.line_claim,
                    }
                )
                for entry in document.instruments
            ),
        }
    )


def test_a_document_without_an_edit_has_no_such_field_and_its_old_hash(bundle):
    assert "edited" not in bundle.document.model_dump(mode="json")


def test_nothing_changed_is_coded_as_before(bundle):
    document = bundle.document
    made = again(bundle, marked(document))
    assert made.status == document.status
    assert made.sections == document.sections
    assert (made.force, made.factors, made.text_as_of) == (
        document.force, document.factors, document.text_as_of,
    )  # fmt: skip


def test_an_edited_document_is_not_made_again_and_its_judgement_agrees(bundle):
    answer = proved(bundle, again(bundle, marked(bundle.document)))
    assert answer.answer == "agrees"
    assert answer.reason.startswith("It was edited by people: 0 of its ")


def carrying(document: Document) -> set[str]:
    return {claim for reason in document.status.reasons for claim in reason.claims}


def test_without_the_claims_that_carry_the_code_another_status_is_given_and_it_verifies(bundle):
    document = bundle.document
    bare = without(document, carrying(document))
    made = again(bundle, marked(bare))
    assert made.status.code != document.status.code
    answer = proved(bundle, made)
    assert answer.answer == "agrees", answer.reason


def test_the_old_code_kept_after_its_claims_went_fails(bundle):
    document = bundle.document
    bare = without(document, carrying(document))
    status = document.status.model_copy(
        update={"reasons": tuple(r.model_copy(update={"claims": ()}) for r in document.status.reasons)}
    )
    kept = again(bundle, marked(bare)).model_copy(update={"status": status})
    assert proved(bundle, kept).answer == "fails"


def test_a_claim_in_the_words_of_the_rule_carries_the_code_under_its_new_id(bundle):
    document = bundle.document
    old = next(c for c in document.claims if c.id in carrying(document) and c.form == "words")
    new = new_claim(
        old.model_copy(
            update={"form": "free", "template": "", "slots": (), "origin": "written by p-0123456789ab"}
        )
    )
    claims = tuple(new if claim.id == old.id else claim for claim in document.claims)
    bare = without(document, {old.id}).model_copy(update={"claims": claims})
    made = again(bundle, marked(bare))
    assert made.status.code == document.status.code
    assert new.id in carrying(made)


def other_code(document: Document) -> str:
    return next(r.code for r in BOOK.topic(document.brief.topic).scale if r.code != document.status.code)


def test_an_override_that_is_recorded_honestly_verifies_and_tells_both_codes(bundle):
    document = bundle.document
    made = again(bundle, marked(document, code=other_code(document), reason="A circular narrows the rule."))
    assert made.status.code == other_code(document)
    answer = proved(bundle, made)
    assert answer.answer == "agrees, with a code given by a person", answer.reason
    assert f"The code {made.status.name} was given by a person" in answer.reason
    assert f"the rules give {document.status.told}" in answer.reason
    assert document.status.name in made.status.note


def test_an_override_that_lies_about_the_rules_fails(bundle):
    document = bundle.document
    made = again(bundle, marked(document, code=other_code(document), reason="A circular."))
    lied = made.edited.override.model_copy(
        update={"ruled": document.status.model_copy(update={"code": "x", "name": "X"})}
    )
    assert (
        proved(
            bundle, made.model_copy(update={"edited": made.edited.model_copy(update={"override": lied})})
        ).answer
        == "fails"
    )


def test_another_code_without_an_override_fails(bundle):
    document = again(bundle, marked(bundle.document))
    status = document.status.model_copy(update={"code": other_code(document), "name": "Another"})
    assert proved(bundle, document.model_copy(update={"status": status})).answer == "fails"


def test_a_code_that_the_topic_does_not_have_is_not_given(bundle):
    document = bundle.document
    wrong = Override(code="no-such", reason="x", ruled=document.status)
    with pytest.raises(Unavailable, match="has no code 'no-such'"):
        overridden(document.status, wrong, BOOK, document.brief.topic)


def test_a_special_code_by_a_person_tells_what_the_rules_give(bundle):
    document = bundle.document
    made = again(bundle, marked(document, code="undetermined", reason="The text is too old."))
    assert made.status.special
    assert made.status.abstention.found == (f"the rules give: {document.status.told}",)
    assert made.factors.level == "None"


def test_the_status_of_an_unknown_analyst_is_not_made_up(bundle):
    recipe = bundle.document.recipe.model_copy(update={"analyst": "somebody"})
    strange = bundle.document.model_copy(update={"recipe": recipe})
    with pytest.raises(Unavailable, match="cannot be computed"):
        ruled(strange, bundle.texts, BOOK, {})
