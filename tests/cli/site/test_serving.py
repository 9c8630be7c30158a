"""The site as it is served: ready by one command, two at once, told to stop, told nothing that it should not log."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.cli.site.running import command, free_port, serving, well

pytestmark = pytest.mark.network


def test_one_command_makes_the_site_and_its_pages_answer(tmp_path):
    with serving(tmp_path) as site:
        assert site.said == f"Lexatlas is at http://127.0.0.1:{site.port}/ (Ctrl-C stops it).\n"
        assert site.get("/healthz") == (200, "ok\n")
        assert site.get("/sign-in/?next=/secret-place")[0] == 200
        status, figures = site.get("/metrics")
        assert (status, 'page="sign-in"' in figures) == (200, True)
        assert site.get("/metrics", **{"X-Forwarded-For": "127.0.0.1"})[0] == 404
    told = [json.loads(line) for line in site.lines if line.startswith("{")]
    assert [line["page"] for line in told if line["event"] == "answered"] == [
        "healthz", "sign-in", "metrics", "metrics"
    ]  # fmt: skip
    assert "secret-place" not in "".join(site.lines)
    well(command(tmp_path, "doctor"))


def test_a_worker_that_ends_takes_nothing_along_that_the_others_need(tmp_path):
    with serving(tmp_path, "--workers", "2") as site:
        while len(workers(site)) < 2 or site.get("/healthz")[0] != 200:
            time.sleep(0.1)
        before = workers(site)
        os.kill(min(before), signal.SIGTERM)
        while len(workers(site) - before) < 1 or min(before) in workers(site):
            time.sleep(0.1)
        answers = [site.get(path)[0] for path in ("/sign-in/", "/about/", "/metrics") for _ in range(4)]
    assert answers == [200] * 12


def workers(site):
    """Return the processes that serve pages, by their numbers."""
    task = Path(f"/proc/{site.process.pid}/task/{site.process.pid}/children")
    return set(map(int, task.read_text().split()))


def test_two_sites_at_once_share_one_home(tmp_path):
    with serving(tmp_path) as first, serving(tmp_path) as second:
        taken = command(tmp_path, "serve", "--port", first.port)
        assert (taken.code, "Choose another --port" in taken.err) == (2, True)
        assert (first.get("/healthz")[0], second.get("/healthz")[0]) == (200, 200)
    well(command(tmp_path, "doctor"))


@pytest.mark.parametrize(
    "words", [("--port", "0"), ("--port", "70000"), ("--workers", "1000"), ("--port", "x")]
)
def test_what_cannot_be_is_refused(tmp_path, words):
    done = command(tmp_path, "serve", *words)
    assert (done.code, "Traceback" in done.err) == (2, False)
    assert not (tmp_path / "data").exists()


def test_an_address_that_is_not_ours_is_refused_with_a_sentence(tmp_path):
    done = command(tmp_path, "serve", "--host", "192.0.2.1", "--port", free_port())
    assert (done.code, "cannot be listened on" in done.err) == (2, True)


@pytest.mark.slow
def test_the_sample_is_loaded_once_and_completed_when_it_was_cut_short(tmp_path):
    with serving(tmp_path, "--demo") as site:
        people = [line.split() for line in site.said.splitlines() if "@" in line]
    assert [(role, address) for role, address, _ in people] == [
        ("analyst", "ada@example.org"), ("reviewer", "noor@example.org"), ("admin", "emil@example.org")
    ]  # fmt: skip
    assert {len(password) for _, _, password in people} == {16}
    first = rows(tmp_path)
    with serving(tmp_path, "--demo") as site:
        assert "lexatlas user link ada@example.org" in site.said
        assert [password for _, _, password in people if password in site.said] == []
    assert rows(tmp_path) == first
    assert (first["analysis"], first["person"], first["review"], first["turn"]) == (11, 3, 2, 1)


def rows(home):
    """Return how many rows each table has, by a backup."""
    return json.loads(well(command(home, "backup", home / "x.zip", "--force", "--json")).out)["rows"]


def test_a_site_that_is_killed_leaves_a_whole_one(home):
    with serving(home) as site:
        os.killpg(site.process.pid, signal.SIGKILL)
        site.process.wait()
    well(command(home, "doctor", "--sample", "0"))
    with serving(home) as site:
        assert site.get("/healthz")[0] == 200
