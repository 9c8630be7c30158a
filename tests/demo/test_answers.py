"""The demo as somebody runs it from a fresh copy, without a network: every answer as written down beforehand."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from demo.plan import read_plan

ROOT = Path(__file__).resolve().parents[2]
PLAN = read_plan()
NAMES = [question.name for question in PLAN.questions]
# Every child of the demo loads this first: whoever looks for a network finds none.
NO_NETWORK = """
import socket
def refuse(*words, **more):
    raise AssertionError("the demo asked for a network")
socket.getaddrinfo = socket.create_connection = refuse
socket.socket.connect = refuse
"""
NOT_READ = {"XB": ["decision-3-2026-scan.pdf"]}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The demo in a copy of its folder; its output stands in `demo/out` there."""
    place = tmp_path_factory.mktemp("fresh")
    shutil.copytree(ROOT / "demo", place / "demo", ignore=shutil.ignore_patterns("out", "__pycache__"))
    (place / "offline").mkdir()
    (place / "offline" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    path = os.pathsep.join((str(place / "offline"), str(ROOT / "src")))
    # Folders named from the project's own, such as that of the real documents, are none of the copy's.
    known = {name: value for name, value in os.environ.items() if not name.startswith("LEXATLAS_")}
    done = subprocess.run(
        [sys.executable, str(place / "demo" / "run.py")], cwd=place, capture_output=True, encoding="utf-8", check=False,
        env={**known, "PYTHONPATH": path, "HOME": str(place), "XDG_CACHE_HOME": str(place / "cache")},
    )  # fmt: skip
    return done, place / "demo" / "out"


def document(run, name):
    return json.loads((run[1] / name / "data" / "document.json").read_text(encoding="utf-8"))


def test_the_demo_ends_well_and_says_where_its_pages_are(run):
    done, out = run
    last = done.stdout.splitlines()[-1] if done.stdout else done.stderr

    assert (done.returncode, last.endswith(str(Path("demo/out/index.html")))) == (0, True), done.stdout
    assert sorted(path.name for path in out.iterdir()) == sorted([*NAMES, "index.html"])


@pytest.mark.parametrize("question", PLAN.questions, ids=NAMES)
def test_each_question_has_the_code_that_was_written_down(run, question):
    status = document(run, question.name)["status"]

    assert (status["code"], status["abstention"] is None) == (
        question.code, question.code not in ("undetermined", "no-evidence")
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_matches_its_source(run, name):
    assert {verdict["code"] for verdict in document(run, name)["verdicts"]} <= {"verified"}


@pytest.mark.parametrize("name", NAMES)
def test_no_claim_rests_on_what_is_no_law_and_no_official_word(run, name):
    made = document(run, name)
    paths = {source["id"]: source["path"] for source in made["sources"]}
    kinds = {source["id"]: source["kind"] for source in made["sources"]}
    quoted = {
        quote["source"]
        for claim in made["claims"]
        if claim["force"] != "not yet"
        for quote in claim["quotes"]
    }

    assert [paths[source] for source in quoted if kinds[source] in ("news", "report", "draft", "bill")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_invented_period_is_carried(run, name):
    """The newspapers made "each year" of a limit for each transfer, and "per year" of a fee that is paid once."""
    told = [
        (claim["sentence"], fact)
        for claim in document(run, name)["claims"]
        for fact in claim["facts"]
        if fact["kind"] == "money"
        and fact["amount"] in ("3000", "5000", "20000")
        and fact["currency"] == "EUR"
    ]

    assert [row for row in told if row[1]["period"] == "year"] == []
    assert [row for row in told if re.search(r"a year|per year|each year|par an", row[0])] == []


def test_the_scan_is_a_gap_with_its_reason_and_every_other_document_was_read(run):
    for place in ("xa", "xa-fz", "xb", "xc"):
        made = document(run, f"{place}.retail-trading-status")
        library = PLAN.place(place.upper()).library
        given = {paper.path.split("/")[1] for paper in PLAN.papers if paper.library == library}
        scans = set(NOT_READ.get(library, ()))
        read = {source["path"] for source in made["sources"]}

        assert read == given - scans
        assert scans <= {gap["what"] for gap in made["gaps"]}
    reasons = [gap["reason"] for gap in document(run, "xb.retail-trading-status")["gaps"]]
    assert ["picture without text" in reason for reason in reasons] == [True]


def test_what_a_holder_may_do_and_what_closes_every_channel_stand_side_by_side(run):
    status = document(run, "xb.retail-trading-status")["status"]

    assert status["sub_answers"] == {"hold": "lawful", "trade": "not-addressed", "channel": "unlawful"}


def test_a_copy_counts_once_and_a_page_that_is_no_statute_brings_no_menu(run):
    twins = {source["path"]: source["twin_of"] for source in document(run, "xa.vasp-licensing")["sources"]}
    texts = run[1] / "xc.bank-access" / "data" / "text"
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(texts.glob("*.txt")))

    assert [path for path, twin in twins.items() if twin] == ["digital-asset-conduct-rules-2024.fr.md"]
    assert ("412 đơn phản ánh" in words, "Trang chủ" in words) == (True, False)


def test_columns_and_tracked_changes_are_read_as_they_are_meant(run):
    words = {}
    for name in ("xb.bank-access", "xc.bank-access"):
        made = document(run, name)
        for source in made["sources"]:
            text = run[1] / name / "data" / "text" / f"{source['snapshot']}.txt"
            # Of what may not travel whole there is no text, only excerpts.
            if text.is_file():
                words[source["path"]] = " ".join(text.read_text(encoding="utf-8").split())
    gazette, note = words["bank-instruction-9-2021.pdf"], words["tax-note-118-2026.docx"]

    assert "des frais supérieurs à 0,5 pour cent du montant, ni supérieurs à 10 EUR." in gazette
    assert (gazette.count("Journal officiel n° 31"), gazette.count("– page")) == (1, 0)
    assert "Thời hạn kê khai là 30 ngày kể từ ngày chuyển nhượng." in note
    assert ("15 ngày" in note, "là 2 % trên giá" in note, "là 1 %" in note) == (False, True, False)


def test_only_what_may_travel_travels_whole(run):
    made = document(run, "xc.retail-trading-status")
    rights = {source["path"]: source["rights"] for source in made["sources"]}

    assert (rights["memo-to-client-2026.txt"], rights["news-2026-04-28.html"]) == ("private", "quote-only")
    newspaper = next(source for source in made["sources"] if source["path"] == "news-2026-04-28.html")
    snapshot = newspaper["snapshot"]
    raw = next(row["raw"] for row in made["snapshots"] if row["text"] == snapshot)
    assert not (run[1] / "xc.retail-trading-status" / "data" / "raw" / raw).exists()


def test_the_index_leads_to_every_page_and_names_every_document(run):
    words = (run[1] / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', words)
    inside = [link for link in links if not link.startswith("../../docs/")]

    assert [link for link in inside if not (run[1] / link).is_file()] == []
    assert len(inside) == len(PLAN.questions) + len(PLAN.papers)
    assert f"{len(NAMES)} of {len(NAMES)} have the code" in " ".join(words.split())
