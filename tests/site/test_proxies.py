"""Behind proxies the address that asks is the one that they name, and over TLS nothing goes out without it."""

import json
import subprocess
import sys

import pytest
from django.test import Client

from lexatlas.core.errors import InputError
from lexatlas.site.proxies import asks, networks

PROXIES = networks("127.0.0.1, ::1, 10.0.0.0/8")


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("::ffff:127.0.0.1", "203.0.113.7:4711", "203.0.113.7"),
        ("::1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "198.51.100.1, <script>, 10.1.2.3", "10.1.2.3"),
        ("", "198.51.100.1", ""),
    ],
)
def test_the_last_address_that_is_no_proxy_of_ours_asks(peer, forwarded, found):
    assert asks(peer, forwarded, PROXIES) == found


def test_what_is_no_address_is_refused_with_a_sentence():
    assert networks(" ") == ()
    with pytest.raises(InputError, match="parted by commas"):
        networks("127.0.0.1, the proxy")


def tries(client, number, **meta):
    return [
        client.post("/sign-in/", {"username": "mira@example.org", "password": "wrong"}, **meta).status_code
        for _ in range(number)
    ]


def test_failed_sign_ins_are_counted_for_each_machine_behind_the_proxy(db, settings):
    settings.PROXIES = PROXIES
    one, other = {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.8"}
    client = Client(REMOTE_ADDR="127.0.0.1")
    assert tries(client, 8, **one)[-1] == 429
    assert tries(client, 1, **other) == [400]
    # Whoever writes the header without being a proxy of ours is counted where they are.
    stranger = Client(REMOTE_ADDR="203.0.113.7")
    assert tries(stranger, 1, HTTP_X_FORWARDED_FOR="198.51.100.1") == [429]


def test_without_the_setting_the_header_counts_for_nothing(db, settings):
    settings.PROXIES = ()
    client = Client(REMOTE_ADDR="203.0.113.7")
    found = [tries(client, 1, HTTP_X_FORWARDED_FOR=f"198.51.100.{turn}")[0] for turn in range(8)]
    assert found[-1] == 429


def told(home, **environ):
    """Return what the settings of a site come to, read in a process of its own."""
    program = (
        "import json; from lexatlas.site import settings as s; print(json.dumps([s.ALLOWED_HOSTS, "
        "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, "
        "s.SECURE_PROXY_SSL_HEADER is not None, s.CSRF_TRUSTED_ORIGINS]))"
    )
    done = subprocess.run(  # noqa: PLW1510 - a fault is what some tests ask for
        [sys.executable, "-c", program],
        env={"LEXATLAS_HOME": str(home), **environ},
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


def test_one_setting_turns_tls_on_and_off(tmp_path):
    names, here = ["a.example.org", "b.example.org"], ["127.0.0.1", "localhost", "[::1]"]
    hosts = {"LEXATLAS_HOSTS": "a.example.org, b.example.org"}
    year = 31_536_000
    over_tls = [f"https://{name}" for name in names]
    assert told(tmp_path) == [here, False, False, False, 0, False, []]
    assert told(tmp_path, **hosts) == [names, True, True, True, year, True, over_tls]
    assert told(tmp_path, **hosts, LEXATLAS_TLS="no") == [
        names, False, False, False, 0, False, [f"http://{name}" for name in names]
    ]  # fmt: skip
    assert told(tmp_path, LEXATLAS_TLS="yes") == [here, True, True, True, year, True, []]
    assert "Write yes or no" in told(tmp_path, LEXATLAS_TLS="on")


def test_a_request_without_tls_is_led_to_it_and_one_with_it_is_told_to_stay(db, settings):
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.PROXIES = PROXIES
    plain = Client(REMOTE_ADDR="127.0.0.1").get("/about/?a=b")
    assert (plain.status_code, plain["Location"]) == (301, "https://testserver/about/?a=b")
    assert Client(REMOTE_ADDR="127.0.0.1").get("/healthz").status_code == 200
    secure = Client(REMOTE_ADDR="127.0.0.1").get("/about/", HTTP_X_FORWARDED_PROTO="https")
    assert (secure.status_code, secure["Strict-Transport-Security"]) == (200, "max-age=31536000")
    # Said by somebody who is no proxy of ours.
    assert Client(REMOTE_ADDR="203.0.113.7").get("/about/", HTTP_X_FORWARDED_PROTO="https").status_code == 301
