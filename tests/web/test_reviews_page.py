"""The reviews page: three choices, threads, quotes opened by button or script, and what is refused keeps its words."""

from html import unescape

import pytest

from lexatlas.desk.review_quotes import to_open
from lexatlas.store.models import Opened, Review, Turn
from lexatlas.store.queries.documents import document_of
from tests.desk.conftest import bundle  # noqa: F401 - a fixture
from tests.desk.shelf import kept, line_of, person

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def people():
    return {
        name: person(name, role)
        for name, role in (("Ann", "analyst"), ("Bea", "reviewer"), ("Eve", "editor"))
    }


@pytest.fixture
def version(bundle, people):  # noqa: F811 - the fixture
    return kept(bundle, people["Ann"], "In Review")


@pytest.fixture
def browser(client, people):
    def of(name):
        client.force_login(people[name], backend=BACKEND)
        return client

    return of


def at(version):
    return f"/analyses/{version.analysis_id}/versions/{version.number}/reviews"


def text(answer):
    return unescape(answer.content.decode())


def challenge(version, browser, **given):
    fields = {"do": "review", "kind": "Challenge", "about": "code", "text": "It is narrower.", **given}
    return browser.post(at(version), fields)


def test_a_challenge_is_kept_answered_and_withdrawn(version, browser):
    answer = challenge(version, browser("Bea"), evidence="https://law.example/1")
    assert (answer.status_code, answer["Location"]) == (303, at(version))
    page = text(browser("Ann").get(at(version)))
    for words in (
        "Challenge of the code",
        "It is narrower.",
        'href="https://law.example/1"',
        "The page is challenged",
    ):
        assert words in page
    number = Review.objects.get().id
    browser("Ann").post(at(version), {"do": "answer", "review": number, "text": "It was repealed."})
    assert Turn.objects.count() == 1
    browser("Bea").post(at(version), {"do": "withdraw", "review": number, "text": ""})
    assert "Withdrawn by" in text(browser("Bea").get(at(version)))


def test_a_claim_and_a_quote_are_chosen_from_the_page(version, browser):
    claim = document_of(version.id).claims[0]
    line = line_of(version, claim.id)
    options = text(browser("Bea").get(f"{at(version)}?about=claim:{line}:{claim.id}"))
    assert f'<option value="claim:{line}:{claim.id}" selected>' in options
    challenge(version, browser("Bea"), about=f"quote:{line}:{claim.id}:0")
    kept_review = Review.objects.get()
    assert (kept_review.target, kept_review.claim_seen, kept_review.quote_seen) == ("quote", claim.id, 0)


def test_quotes_are_opened_by_a_plain_button_and_by_a_script_and_counted(version, browser):
    wanted = to_open(document_of(version.id))
    (claim, quote), (other, place) = wanted[0], wanted[1]
    plain = browser("Bea").post(at(version), {"do": "opened", "claim": claim, "quote": quote})
    assert plain["Location"] == f"{at(version)}#quote-{claim}-{quote}"
    scripted = browser("Bea").post(
        at(version), {"do": "opened", "claim": other, "quote": place}, headers={"HX-Request": "true"}
    )
    assert f"2 of {len(wanted)} quotes opened" in text(scripted)
    assert "<!doctype" not in text(scripted)
    assert Opened.objects.count() == 2


def test_an_approval_below_n_of_n_says_so_and_keeps_what_was_typed(version, browser):
    wanted = len(to_open(document_of(version.id)))
    fields = {
        "do": "review",
        "kind": "Approval",
        "looked_on": "2026-01-02",
        "looked_in": "the <b>Gazette</b>",
    }
    answer = browser("Bea").post(at(version), fields)
    assert answer.status_code == 400
    assert f"0 of {wanted} quotes opened. Open the other {wanted}" in text(answer)
    assert 'value="the <b>Gazette</b>"' in text(answer)
    assert "<b>Gazette</b>" not in answer.content.decode()


def test_opened_whole_and_approved_it_is_reconciled(version, browser):
    for claim, quote in to_open(document_of(version.id)):
        browser("Bea").post(at(version), {"do": "opened", "claim": claim, "quote": quote})
    fields = {"do": "review", "kind": "Approval", "looked_on": "2026-01-02", "looked_in": "the gazette"}
    assert browser("Bea").post(at(version), fields).status_code == 303
    assert "Reconciled" in text(browser("Bea").get(at(version)))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "The form does not say what to do."),
        ({"do": "review"}, "Choose what to submit"),
        ({"do": "review", "kind": "Challenge", "about": "", "text": "x"}, "Say what the review is about"),
        (
            {"do": "review", "kind": "Challenge", "about": "claim:x:y:z:w", "text": "x"},
            "no such claim or quote",
        ),
        ({"do": "review", "kind": "Approval", "looked_on": "31.12.2026"}, "is not understood"),
        ({"do": "answer", "review": "x", "text": "y"}, "There is no such review."),
        ({"do": "resolve", "review": "1", "text": "y"}, "Say whether it is accepted or rejected."),
        ({"do": "opened", "claim": "x", "quote": "-1"}, "no such claim or quote"),
    ],
)
def test_what_is_forged_ends_in_a_sentence(version, browser, fields, sentence):
    answer = browser("Bea").post(at(version), fields)
    assert (answer.status_code, sentence in text(answer)) == (400, True)
    assert Review.objects.count() == 0


@pytest.mark.parametrize("told", ["<script>alert(1)</script>", "y" * 100_000])
def test_a_refused_challenge_keeps_its_words_escaped(version, browser, told):
    answer = challenge(version, browser("Bea"), about="nothing", text=told)
    assert answer.status_code == 400
    assert told in text(answer)
    assert "<script>alert" not in answer.content.decode()


def test_an_analyst_reads_and_answers_and_is_offered_no_review(version, browser):
    assert "Submit Review</button>" not in text(browser("Ann").get(at(version)))
    assert challenge(version, browser("Ann")).status_code == 403


def test_the_page_costs_as_many_queries_with_one_review_as_with_thirty(
    version, browser, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for wanted in (1, 30):
        while Review.objects.count() < wanted:
            challenge(version, browser("Bea"))
            number = Review.objects.latest("id").id
            browser("Ann").post(at(version), {"do": "answer", "review": number, "text": "Seen."})
        asker = browser("Bea")
        asker.get(at(version))
        with CaptureQueriesContext(connection) as told:
            asker.get(at(version))
        counts.append(len(told))
    assert counts[0] == counts[1]
