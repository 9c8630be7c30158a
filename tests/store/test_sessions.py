"""Sessions are found while they last and not a moment longer; an unknown one is nobody's."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from lexatlas.store.sessions import SessionStore

pytestmark = pytest.mark.django_db


def kept():
    session = SessionStore()
    session["who"] = "ana"
    session.create()
    return session.session_key


def test_the_site_reads_sessions_by_this_store():
    assert settings.SESSION_ENGINE == "lexatlas.store.sessions"


def test_a_session_is_found_with_what_it_holds():
    assert SessionStore(kept())["who"] == "ana"


@pytest.mark.parametrize("ended", [True, False])
def test_one_that_has_ended_or_was_never_there_is_empty_and_its_key_is_not_used_again(ended):
    key = kept()
    if ended:
        Session.objects.filter(session_key=key).update(expire_date=timezone.now())
    session = SessionStore(key if ended else "no-such-session-of-ours-here-now")
    assert session.load() == {}
    assert session.session_key is None
