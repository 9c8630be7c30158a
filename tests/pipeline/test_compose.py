import pytest

from lexatlas.analysts.extractive.analyst import ExtractiveAnalyst
from lexatlas.core.claims import Verdict
from lexatlas.core.document import ForceShown
from lexatlas.pipeline.compose import codebook_used, compose, force_shown, judged
from tests.analysts.veyland import ACT, APART, LICENCE, RETAIL, Law, articles, book, brief, dossier

TWO = (
    Law(articles(LICENCE), id="first", title="Licence Act", dated="2026-01-15"),
    Law(articles(APART), id="second", title="Custody Act", dated="2026-03-20"),
)


def composed(*laws, **asked):
    analyst, given = ExtractiveAnalyst(book()), dossier(*laws)
    return compose(brief(**asked), book(), analyst, given, analyst.analyse(brief(**asked), given))


def test_each_claim_has_its_verdict_in_the_order_of_the_claims():
    document = composed(Law(ACT))
    assert [(v.claim, v.code) for v in document.verdicts] == [(c.id, "verified") for c in document.claims]


def test_the_document_holds_what_was_asked_read_and_used():
    law = Law(ACT)
    document = composed(law)
    given = dossier(law)
    assert (document.brief, document.sources, document.gaps) == (brief(), given.sources, ())
    assert document.snapshots == tuple(given.snapshots.values())
    assert (document.recipe.analyst, document.recipe.analyst_version) == ("extractive", "1")
    assert document.codebook == codebook_used(book(), RETAIL)


def test_the_codebook_is_named_by_the_files_that_the_topic_used():
    used = codebook_used(book(), RETAIL)
    assert list(used.files) == sorted(book().files_for(RETAIL))
    assert [name for name in used.files if name.startswith("topics/")] == [f"topics/{RETAIL}.toml"]
    assert used.sha256 != codebook_used(book(), "vasp-licensing").sha256


def test_the_same_input_gives_the_same_hash():
    assert composed(*TWO).sha256 == composed(*TWO).sha256
    assert composed(*TWO).sha256 != composed(*TWO, as_of="2026-06-02").sha256


FORCES = [
    ((Law(ACT),), "2026-06-01", ForceShown(state="in force", sentence="On 2026-06-01.")),
    (
        (Law(ACT),),
        "2026-07-01",
        ForceShown(state="not shown", sentence="Text as of 2026-06-01; later amendments not looked for."),
    ),
    (
        (Law(ACT, dated=None),),
        "2026-06-01",
        ForceShown(
            state="not shown", sentence="Whether it held on 2026-06-01 is not shown by the texts read."
        ),
    ),
    # The weakest of the texts that carry the code speaks for the whole, and the oldest date with it.
    (
        TWO,
        "2026-03-20",
        ForceShown(state="not shown", sentence="Text as of 2026-01-15; later amendments not looked for."),
    ),
    ((Law(ACT),), "2024-12-31", ForceShown(state="not shown", sentence="No rule carries a code.")),
]


@pytest.mark.parametrize(("laws", "as_of", "shown"), FORCES)
def test_the_head_says_whether_what_carries_the_code_was_in_force(laws, as_of, shown):
    assert composed(*laws, as_of=as_of).force == shown


OUT = [
    ("not yet", "It had not begun on 2026-06-01."),
    ("superseded", "A later rule had taken its place on 2026-06-01."),
    ("repealed", "It no longer held on 2026-06-01."),
]


@pytest.mark.parametrize(("state", "sentence"), OUT)
def test_a_carrying_claim_out_of_force_is_told_as_such(state, sentence):
    document = composed(Law(ACT))
    claims = (document.claims[0].model_copy(update={"force": state}), *document.claims[1:])
    later = document.model_copy(update={"claims": claims})
    assert force_shown(later) == ForceShown(state=state, sentence=sentence)


DATES = [
    (TWO, "2026-01-15"),
    ((*TWO, Law(articles("Bears eat."), id="third", dated="2019-01-01")), "2026-01-15"),
    ((TWO[0], Law(articles(APART), id="second", dated=None)), None),
    ((Law(articles("Bears eat."), dated="2019-01-01"), Law(articles("Bears sleep."), id="b")), "2019-01-01"),
    ((), None),
]


@pytest.mark.parametrize(("laws", "date"), DATES)
def test_the_text_is_as_old_as_the_oldest_that_carries_the_code(laws, date):
    assert composed(*laws).text_as_of == date


def test_other_verdicts_give_other_factors():
    document = composed(Law(ACT))
    none = [Verdict(claim=claim.id, code="unverified") for claim in document.claims]
    again = judged(document, none)
    assert again.verdicts == tuple(none)
    assert (document.factors.level, again.factors.level) == ("Medium", "Low")
    assert judged(again, document.verdicts) == document
