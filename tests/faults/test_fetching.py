# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Servers that refuse, loop, never end, change or point inside: each a sentence, in bounded time."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lexatlas.core.errors import Unavailable
from lexatlas.sources import fetch as fetching
from lexatlas.sources.fetch import fetch, is_public

pytestmark = pytest.mark.network


class Handler(BaseHTTPRequestHandler):
    visits = 0
    hosts: list[str] = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        kind = type(self)
        kind.visits += 1
        kind.hosts.append(self.headers["Host"])
        getattr(self, "at_" + self.path.strip("/").split("/")[0].split("?")[0], self.at_missing)()

    def send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def at_page(self):
        self.send(
            200,
            "é words".encode("latin-1"),
            Content_Type="text/html; charset=ISO-8859-1",
            Content_Language="fr",
        )

    def at_missing(self):
        self.send(404, b"none")

    def at_loop(self):
        self.send(302, Location="/back")

    def at_back(self):
        self.send(302, Location="/loop")

    def at_chain(self):
        step = int(self.path.rsplit("/", 1)[-1])
        self.send(302, Location=f"/chain/{step + 1}")

    def at_moved(self):
        self.send(301, Location="/page")

    def at_inside(self):
        self.send(302, Location="http://169.254.169.254/latest")

    def at_file(self):
        self.send(302, Location="file:///etc/hostname")

    def at_changing(self):
        self.send(200, f"visit {type(self).visits}".encode(), Content_Type="text/plain")

    def at_endless(self):
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            return

    def at_slow(self):
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(600):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def at_silent(self):
        time.sleep(3)

    def at_drip(self):
        try:
            for sign in b"HTTP/1.1 200 OK\r\nX-Long: " + b"y" * 600:
                self.wfile.write(bytes([sign]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def at_broken(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"few")
        self.close_connection = True


@contextmanager
def serving():
    handler = type("Fresh", (Handler,), {"visits": 0, "hosts": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def server():
    with serving() as (base, _):
        yield base


def test_a_page_comes_with_what_the_server_declares(server):
    got = fetch(server + "/page", allow_local=True)
    assert got.raw == "é words".encode("latin-1")
    assert (got.address, got.media_type, got.charset, got.language) == (
        server + "/page",
        "text/html",
        "ISO-8859-1",
        "fr",
    )


def test_a_redirect_is_followed_and_the_last_address_kept(server):
    assert fetch(server + "/moved", allow_local=True).address == server + "/page"


def test_a_page_that_changes_is_what_it_was_when_fetched(server):
    first, second = (fetch(server + "/changing", allow_local=True).raw for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/loop", "redirects in a loop"),
        ("/chain/0", "redirects more than 5 times"),
        ("/missing", "answered with status 404"),
        ("/file", "is not an http or https address"),
        ("/broken", "could not be reached"),
    ],
)
def test_servers_that_mislead_are_a_sentence(server, path, told):
    with pytest.raises(Unavailable, match=told):
        fetch(server + path, allow_local=True)


def test_a_page_that_never_ends_is_cut_off(server):
    with pytest.raises(Unavailable, match="gives more than 1,000,000 bytes"):
        fetch(server + "/endless", allow_local=True, size_limit=1_000_000)


@pytest.mark.parametrize("path", ["/slow", "/silent", "/drip"])
def test_a_slow_server_is_left_in_time(server, path):
    started = time.monotonic()
    with pytest.raises(Unavailable, match="in time"):
        fetch(server + path, allow_local=True, seconds=0.6)
    assert time.monotonic() - started < 2.5


def test_nothing_local_is_asked_without_leave():
    with serving() as (base, handler):
        with pytest.raises(Unavailable, match="not a public address"):
            fetch(base + "/page")
        assert handler.visits == 0


def test_a_redirect_to_the_inside_is_refused(monkeypatch):
    with serving() as (base, handler):
        real = fetching._resolved
        monkeypatch.setattr(
            fetching, "_resolved", lambda host, port, local: real(host, port, host == "127.0.0.1")
        )
        with pytest.raises(Unavailable, match="not a public address"):
            fetch(base + "/inside")
        assert handler.visits == 1


def test_a_name_is_resolved_once_and_that_address_is_asked(monkeypatch):
    """A name that points elsewhere at the second look (rebinding) gains nothing."""
    with serving() as (base, handler):
        port = int(base.rsplit(":", 1)[1])
        real = fetching.socket.getaddrinfo
        asked = []

        def answer(host, *rest, **told):
            if host != "laws.example":
                return real(host, *rest, **told)
            asked.append(host)
            return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "10.0.0.1", port))]

        monkeypatch.setattr(fetching.socket, "getaddrinfo", answer)
        monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
        got = fetch(f"http://laws.example:{port}/page")
        assert got.media_type == "text/html"
        assert asked == ["laws.example"]
        assert handler.hosts == [f"laws.example:{port}"]


def test_proxies_of_the_environment_are_not_used(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert fetch(server + "/page", allow_local=True).media_type == "text/html"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::",
        "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::7f00:1", "::127.0.0.1", "ff02::1", "fe80::1%eth0",
        "2001:db8::1", "240.0.0.1", "198.18.0.1", "no address",
    ],
)  # fmt: skip
def test_addresses_inside_in_every_form(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_addresses_outside(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://a.example",
        "file:///etc/passwd",
        "http://",
        "https://user:pw@a.example",
        "http://[::1",
        "javascript:1",
        "http://a b",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Unavailable, match=r"\.$"):
        fetch(address)


def test_numbers_in_disguise_are_refused():
    for host in ("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "localhost"):
        with pytest.raises(Unavailable):
            fetch(f"http://{host}/page")


def test_an_address_where_nobody_listens():
    with pytest.raises(Unavailable, match="could not be reached"):
        fetch("http://127.0.0.1:9/page", allow_local=True)
