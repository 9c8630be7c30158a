"""What the log tells, and what it must not: no argument of a library, no message of a failure, no query string."""

import io
import json
import logging

import pytest
import structlog
from structlog.contextvars import bound_contextvars

from lexatlas.site.logs import configure


@pytest.fixture
def told():
    """Send logs to memory for one test; give what reads the lines."""
    stream, root = io.StringIO(), logging.getLogger()
    before = root.handlers, root.level
    configure(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.handlers, root.level = before
    structlog.reset_defaults()
    logging.captureWarnings(False)


def test_a_line_of_ours_carries_the_requests_id(told):
    with bound_contextvars(request="abc"):
        structlog.get_logger("lexatlas.x").info("answered", page="analyses")
    line = told()[0]
    assert {name: line[name] for name in ("event", "page", "request", "level")} == {
        "event": "answered", "page": "analyses", "request": "abc", "level": "info"
    }  # fmt: skip


def test_what_a_library_fills_in_is_left_out(told):
    logging.getLogger("axes.x").warning("AXES: New login failure by %s", "ann@example.org")
    logging.getLogger("django.security").error("Invalid token /password/abc/secret-token/")
    assert [line["event"] for line in told()] == ["AXES: New login failure by %s", "django.security"]


def test_a_failure_is_told_by_kind_and_place_and_never_by_its_words(told):
    try:
        try:
            raise ValueError("Key (email)=(ann@example.org) already exists")
        except ValueError as error:
            raise RuntimeError("text of a document") from error
    except RuntimeError:
        logging.getLogger("django.request").exception("%s: %s", "Internal", "/analyses/1?token=x")
    line = told()[0]
    assert line["failed"] == "builtins.RuntimeError from builtins.ValueError"
    assert line["at"][-1].endswith("test_a_failure_is_told_by_kind_and_place_and_never_by_its_words")
    assert [word for word in ("ann@", "document", "token", "Key") if word in json.dumps(line)] == []


def test_what_is_only_not_found_is_told_once(told):
    logging.getLogger("django.request").warning("Not Found: %s", "/x")
    assert told() == []


def test_a_name_that_is_none_of_ours_is_no_failure_of_the_program(told, client, db):
    assert client.get("/about/", headers={"host": "elsewhere.example"}).status_code == 400
    assert [line for line in told() if line.get("level") in ("error", "critical")] == []
