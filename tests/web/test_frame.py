"""What stands around every page: headers, navigation by right, one source of the look, failures with a sentence."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import InternalError, OperationalError, connection
from django.templatetags.static import static
from django.test import Client, RequestFactory
from django.urls import reverse

import lexatlas
from lexatlas.codebook import load
from lexatlas.codebook.page import lines
from lexatlas.store.models import Person, SiteSetting
from lexatlas.store.queries.site import PUBLIC_READING
from lexatlas.web import failures
from lexatlas.web.navigation import NAVIGATION
from lexatlas.web.unavailable import OTHERWISE, trouble_of
from lexatlas.web.urls import PAGES
from tests.store.rows import AT

PACKAGE = Path(lexatlas.__file__).parent
ASSETS, TEMPLATES = PACKAGE / "web" / "assets", PACKAGE / "web" / "templates"
STYLES = sorted(ASSETS.glob("*.css"))
TOKENS = (PACKAGE / "exports" / "assets" / "tokens.css").read_text()
# A shadow is black in both themes.
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb\((?!0 0 0 / )|rgba\(|hsl|oklch)")


def person_of(role):
    return Person.objects.create(name=role.title(), email=f"{role}@example.org", role=role, created_at=AT)


def signed_in(role):
    client = Client()
    client.force_login(person_of(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def entries(response):
    bar = response.content.decode().split('id="menu"')[1].split("</nav>")[0]
    return re.findall(r"<li><a [^>]*>([^<]+)<", bar)


@pytest.mark.django_db
def test_the_navigation_shows_what_a_role_has_the_right_to():
    shown = {role: entries(signed_in(role).get("/about/")) for role in ("reader", "analyst", "admin")}
    assert shown == {
        "reader": ["Analyses", "Sources", "Search", "Codebook"],
        "analyst": ["Analyses", "My work", "Sources", "Search", "Codebook"],
        "admin": [words for words, _ in NAVIGATION],
    }


@pytest.mark.django_db
def test_nobody_in_particular_sees_what_may_be_read():
    assert entries_or_none(Client().get("/about/")) == []
    SiteSetting.objects.create(name=PUBLIC_READING, value="yes")
    assert entries(Client().get("/about/")) == ["Analyses", "Sources", "Search", "Codebook"]


def entries_or_none(response):
    return (
        entries(response)
        if "<ul>" in response.content.decode().split('id="menu"')[1].split("</nav>")[0]
        else []
    )


def test_every_entry_of_the_navigation_leads_to_a_page():
    assert [name for _, name in NAVIGATION if name not in {page.name for page in PAGES}] == []


@pytest.mark.django_db
def test_whether_the_site_reads_publicly_is_asked_once(django_assert_num_queries):
    SiteSetting.objects.create(name=PUBLIC_READING, value="yes")
    with django_assert_num_queries(1):
        assert Client().get("/codebook/").status_code == 200


@pytest.mark.django_db
def test_a_method_that_a_page_does_not_know_is_told_and_the_known_ones_named():
    answer = signed_in("reader").get("/sign-out/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "it belongs to a form" in answer.content.decode()


@pytest.mark.django_db
def test_headers_of_a_page():
    answer = signed_in("reader").get("/account/")
    policy = answer["Content-Security-Policy"]
    kept = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    assert kept["default-src"] == ["'none'"]
    assert kept["script-src"] == kept["style-src"] == kept["form-action"] == ["'self'"]
    assert kept["frame-ancestors"] == kept["base-uri"] == ["'none'"]
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_pages_are_kept_out_of_caches_whoever_asks():
    for path, status in (("/about/", 200), ("/codebook/", 302), ("/nothing-is-here/", 404)):
        answer = Client().get(path)
        assert (answer.status_code, answer["Cache-Control"]) == (status, "private, no-store")


@pytest.mark.django_db
def test_somebody_who_only_reads_is_given_no_cookie():
    assert dict(Client().get("/about/").cookies) == {}


def test_no_style_of_the_site_writes_a_colour_down():
    assert [
        (path.name, COLOUR.findall(path.read_text())) for path in STYLES if COLOUR.search(path.read_text())
    ] == []


def test_every_value_that_a_style_asks_for_is_a_token():
    known = set(re.findall(r"^\s*(--[\w-]+):", TOKENS, re.MULTILINE))
    asked = {name for path in STYLES for name in re.findall(r"var\((--[\w-]+)\)", path.read_text())}
    assert asked - known == set()


def test_the_tokens_have_one_source():
    found = finders.find("tokens.css", find_all=True)
    assert [Path(path) for path in found] == [PACKAGE / "exports" / "assets" / "tokens.css"]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_style_no_handler_and_no_script_of_its_own(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)
    assert (
        re.findall(
            r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|(?:src|href|action)=\"https?://", text
        )
        == []
    )


def test_assets_bear_the_hash_of_what_they_hold_once_collected(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "lexatlas.web.assets_storage.Assets"},
    }
    assert static("app.css") == "/assets/app.css"
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.STORAGES = dict(settings.STORAGES)
    assert re.fullmatch(r"/assets/app\.[0-9a-f]{12}\.css", static("app.css"))
    assert (tmp_path / static("tokens.css").removeprefix("/assets/")).read_text() == TOKENS


@pytest.mark.parametrize(
    ("error", "begins"),
    [
        (OperationalError("database is locked"), "Somebody else's work is being written"),
        (
            OperationalError("attempt to write a readonly database"),
            "This site can be read and not written to",
        ),
        (InternalError("cannot execute INSERT in a read-only transaction"), "This site can be read and not"),
        (OperationalError("database or disk is full"), "The disk of this site is full."),
        (OperationalError("no such table: person"), "The database is older than the program."),
        (OperationalError("connection refused"), OTHERWISE),
        (ValueError("database is locked"), ""),
        (None, ""),
    ],
)
def test_trouble_of_the_database_becomes_a_sentence(error, begins):
    said = trouble_of(error)
    assert said.startswith(begins)
    assert bool(said) == bool(begins)


@pytest.mark.django_db
def test_a_database_that_takes_no_writing_is_told_with_a_sentence():
    client = Client(raise_request_exception=False)
    with connection.cursor() as cursor:
        cursor.execute(
            "PRAGMA query_only = ON" if connection.vendor == "sqlite" else "SET TRANSACTION READ ONLY"
        )
    try:
        answer = client.post("/sign-in/", {"username": "mira@example.org", "password": "wrong"})
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA query_only = OFF")
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "This site can be read and not written to at the moment" in answer.content.decode()


def test_a_failure_before_anybody_was_asked_for_is_told_too():
    answer = Client(raise_request_exception=False, SERVER_NAME="elsewhere.example").get("/about/")
    assert answer.status_code == 400
    assert "What was sent is not understood" in answer.content.decode()


def test_a_failure_of_the_program_shows_nothing_of_it():
    try:
        raise RuntimeError("a secret of the program")
    except RuntimeError:
        answer = failures.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Something failed" in answer.content.decode()
    assert "secret" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("topic", ["retail-trading-status", "mining"])
def test_a_topic_of_the_codebook_is_shown_whole(topic):
    answer = signed_in("reader").get(reverse("codebook-topic", kwargs={"topic": topic}))
    book, text = load(), unescape(answer.content.decode())
    missing = [each.text for each in lines(book, book.topics[topic]) if each.kind in ("item", "deeper", "quote", "text")
               and each.text not in text]  # fmt: skip
    assert missing == []


@pytest.mark.django_db
def test_a_topic_that_is_none_is_not_found():
    assert signed_in("reader").get("/codebook/nothing/").status_code == 404
