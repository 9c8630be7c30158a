"""The addresses for machines: who may see figures, and what is answered when the database does not."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from lexatlas.web.pages.health import may_measure

HERE = {"REMOTE_ADDR": "127.0.0.1"}


def answer(path="/metrics", **meta):
    return Client(**meta).get(path)


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        (HERE, 200),
        ({"REMOTE_ADDR": "::1"}, 200),
        ({"REMOTE_ADDR": "10.0.0.9"}, 404),
        ({"REMOTE_ADDR": ""}, 404),
        ({**HERE, "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, 404),
        ({**HERE, "HTTP_FORWARDED": "for=127.0.0.1"}, 404),
        ({**HERE, "HTTP_X_REAL_IP": "127.0.0.1"}, 404),
    ],
)
def test_figures_are_given_to_this_machine_alone(db, meta, status):
    assert answer(**meta).status_code == status


@pytest.mark.parametrize(
    ("given", "status"), [("Bearer figures-7", 200), ("Bearer figures", 404), ("figures-7", 404), ("", 404)]
)
def test_with_a_token_only_who_has_it(db, settings, given, status):
    settings.METRICS_TOKEN = "figures-7"
    assert answer(REMOTE_ADDR="10.0.0.9", HTTP_AUTHORIZATION=given).status_code == status
    assert answer(**HERE).status_code == 404


def test_a_site_with_a_name_stands_behind_a_proxy_and_wants_a_token(rf, settings):
    from dataclasses import replace

    settings.HERE = replace(settings.HERE, hosts="law.example.org")
    assert may_measure(rf.get("/metrics", **HERE)) is False


def test_figures_count_pages_and_never_addresses(db):
    client = Client(**HERE)
    client.get("/healthz?who=ann@example.org")
    client.get("/nothing/here/secret-token")
    told = client.get("/metrics").content.decode()
    assert 'lexatlas_requests_total{method="GET",page="healthz",status="200"}' in told
    assert [word for word in ("ann@", "secret-token") if word in told] == []


def test_healthz_says_when_the_database_does_not_answer(db, monkeypatch):
    assert answer("/healthz").content == b"ok\n"

    def locked(*words, **more):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "cursor", locked)
        patched.setattr(connection, "close", lambda: None)
        broken = answer("/healthz")
    assert (broken.status_code, broken.content) == (503, b"the database does not answer\n")


def test_each_answer_bears_an_id_of_its_own(db):
    ids = {answer("/healthz")["X-Request-ID"] for _ in range(3)}
    assert (len(ids), {len(each) for each in ids}) == (3, {16})
