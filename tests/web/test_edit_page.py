"""The edit page: parts open without a script, nothing typed is lost, a stale form shows both."""

from html import unescape

import pytest
from django.utils import timezone

from lexatlas.desk import people
from lexatlas.store.models import Review, Version
from lexatlas.store.queries.documents import document_of
from lexatlas.web.pages.edit_form import changes, moved, read
from tests.desk.conftest import bundle  # noqa: F401 - a fixture
from tests.desk.shelf import kept, person

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def ann():
    return person("Ann", "analyst")


@pytest.fixture
def version(bundle, ann):  # noqa: F811 - the fixture
    return kept(bundle, ann)


@pytest.fixture
def browser_of(client):
    def signed_in(who):
        client.force_login(who, backend=BACKEND)
        return client

    return signed_in


def at(version):
    return f"/analyses/{version.analysis_id}/edit"


def claim_of(version, question="time-limit"):
    return next(c for c in document_of(version.id).claims if c.question == question)


def sent(version, **given):
    return {"based_on": version.number, "new": 0, **given}


def opened(version, **given):
    claim = claim_of(version)
    fields = {"open": claim.id, f"c-{claim.id}-whole": "yes", f"c-{claim.id}-keep": "0",
              f"c-{claim.id}-sentence": claim.sentence}  # fmt: skip
    return sent(
        version, **{**fields, **{name.replace("C", f"c-{claim.id}"): value for name, value in given.items()}}
    )


def text(answer):
    return unescape(answer.content.decode())


def test_a_claim_is_opened_by_a_plain_button_and_keeps_what_others_had_typed(version, ann, browser_of):
    first, second = claim_of(version), claim_of(version, "register")
    answer = browser_of(ann).post(
        at(version), opened(version, **{"C-sentence": "Typed.", "do": f"open:{second.id}"})
    )
    assert answer.status_code == 200
    for claim in (first, second):
        assert f'name="c-{claim.id}-sentence"' in text(answer)
    assert "Typed.</textarea>" in text(answer)


def test_checked_again_by_a_plain_button(version, ann, browser_of):
    answer = browser_of(ann).post(
        at(version),
        opened(version, **{"C-sentence": "The Authority shall decide within 93 days.", "do": "check"}),
    )
    assert answer.status_code == 200
    assert "The rules give:" in text(answer)
    assert Version.objects.count() == 1


def test_saved_it_leads_to_the_new_version(version, ann, browser_of):
    answer = browser_of(ann).post(
        at(version),
        opened(version, **{"C-sentence": "Another sentence.", "note": "Other words.", "do": "save"}),
    )
    assert (answer.status_code, answer["Location"]) == (303, f"/analyses/{version.analysis_id}/versions/2")
    page = browser_of(ann).get(answer["Location"])
    assert "Version 2 is kept, made from version 1." in text(page)


def test_the_page_names_who_wrote_a_claim_until_the_name_is_forgotten(version, ann, browser_of):
    browser = browser_of(ann)
    browser.post(at(version), opened(version, **{"C-sentence": "Another.", "note": "Words.", "do": "save"}))
    address = f"/analyses/{version.analysis_id}/versions/2"
    assert f"written by {ann.name}" in text(browser.get(address))
    assert ann.key not in text(browser.get(address))
    head = person("Hedda", "admin")
    people.blank(person=ann.pk, by=head, at=timezone.now())
    page = text(browser_of(head).get(address))
    assert f"written by {ann.key}" in page
    assert ann.name not in page


@pytest.mark.parametrize(
    "told", ["<script>alert('法')</script>", "x" * 100_000, "الترخيص \u202e واجب", "\x00\x07"]
)
def test_whatever_is_typed_comes_back_escaped_and_whole_when_it_is_refused(version, ann, browser_of, told):
    answer = browser_of(ann).post(
        at(version), opened(version, **{"C-sentence": told, "note": "", "do": "save"})
    )
    assert answer.status_code == 400
    assert "<script>alert" not in answer.content.decode()
    assert told.replace("\x00", "\x00") in text(answer)


def test_a_stale_form_shows_both_and_carries_mine_over(version, ann, browser_of):
    browser = browser_of(ann)
    browser.post(
        at(version), opened(version, **{"C-sentence": "Theirs stands.", "note": "First.", "do": "save"})
    )
    answer = browser.post(
        at(version), opened(version, **{"C-sentence": "Mine stands.", "note": "Second.", "do": "save"})
    )
    assert answer.status_code == 409
    for words in ("Both, side by side", "Theirs", "Mine", "Second.", "Carry mine over to version 2"):
        assert words in text(answer)
    over = browser.post(
        at(version), opened(version, **{"C-sentence": "Mine stands.", "note": "Second.", "do": "carry"})
    )
    assert over.status_code == 200
    assert 'name="based_on" value="2"' in text(over)
    assert "Mine stands.</textarea>" in text(over)
    now = next(
        c for c in document_of(Version.objects.get(number=2).id).claims if c.sentence == "Theirs stands."
    )
    assert f'name="c-{now.id}-sentence"' in text(over)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"based_on": "99"}, 404),
        ({"based_on": "x"}, 404),
        ({"do": "up:99:1"}, 200),
        ({"do": "open:' OR 1=1"}, 200),
        ({"do": "<b>"}, 200),
        ({"new": "9999999", "do": "add"}, 200),
        ({"open": "f" * 16, "do": "save", "note": "x"}, 400),
        ({"law": "500", "do": "save", "note": "x"}, 400),
        ({"order-2": "7,7,7", "do": "save", "note": "x"}, 400),
        ({"do": "save"}, 400),
        ({"code": "no-such", "code-reason": "x", "do": "save", "note": "x"}, 400),
    ],
)
def test_forged_fields_end_in_a_sentence(version, ann, browser_of, given, status):
    answer = browser_of(ann).post(at(version), {**sent(version), **given})
    assert answer.status_code == status
    assert "Traceback" not in text(answer)
    assert Version.objects.count() == 1


def test_statements_move_by_buttons(version, ann, browser_of):
    told = document_of(version.id)
    place = next(i for i, s in enumerate(told.sections) if s.name == "Key Pillars")
    answer = browser_of(ann).post(at(version), sent(version, do=f"down:{place}:0"))
    assert f'name="order-{place}" value="1,0,' in text(answer)


def test_a_date_that_is_none_is_refused_by_its_name(version, ann, browser_of):
    answer = browser_of(ann).post(
        at(version), sent(version, law="0", do="save", note="x", **{"l-0-adopted": "31.12.2024"})
    )
    assert (answer.status_code, "The date “31.12.2024” is not understood." in text(answer)) == (400, True)


def test_a_fact_is_changed_by_its_fields_and_refused_with_its_name(version, ann, browser_of):
    claim = claim_of(version)
    good = opened(version, **{"C-fact-0-n": "60", "do": "check"})
    answer = browser_of(ann).post(at(version), good)
    assert "Matches in part" in text(answer)
    bad = browser_of(ann).post(
        at(version), opened(version, **{"C-fact-0-n": "many", "do": "save", "note": "x"})
    )
    assert "The period of a claim is not understood: look at n." in text(bad)
    assert claim.facts[0].kind == "period"


def test_a_form_that_came_in_part_changes_nothing(version):
    from django.http import QueryDict

    claim = claim_of(version)
    form = read(QueryDict(f"open={claim.id}"))
    asked = changes(form, document_of(version.id)).claims[0]
    assert (asked.sentence, len(asked.quotes), asked.facts) == (
        claim.sentence,
        len(claim.quotes),
        claim.facts,
    )
    assert moved(form, document_of(version.id), "up:x:y") == form


def test_a_reader_and_a_reviewed_page(version, browser_of):
    reader = person("Rob", "reader")
    assert browser_of(reader).get(at(version)).status_code == 403
    assert Review.objects.count() == 0
