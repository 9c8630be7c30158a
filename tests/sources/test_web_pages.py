# ruff: noqa: E501 - sample documents and tables keep their lines whole
"""Web pages that are no statutes: main text, lists and tables kept, the rest of the page left out, dates as shown."""

import subprocess
import sys

import pytest

from lexatlas.sources.readers import html
from lexatlas.sources.readers.charset import Given
from lexatlas.sources.readers.registry import read
from tests.cli.command_line import environment
from tests.sources.trees import parse

NOTICE = """<html lang="en"><head><title>Notice 4 | Monetary Office of Veyland</title>
<meta property="og:site_name" content="Monetary Office of Veyland">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2030-02-03T10:00:00Z"}]}</script></head>
<body><div id="cookies" class="cookie-banner"><p>We use cookies to remember you. Accept all cookies or manage them.</p></div>
<div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/laws">Laws and rules</a></li><li><a href="/people">Our people</a></li></ul></div>
<div class="content"><article><h1>Notice 4 on the sale of tokens to the public</h1>
<p>The Monetary Office has received many questions on who may sell tokens to the public in Veyland.</p>
<p>A dealer who sells tokens to the public must hold a licence of the Office and must keep:</p>
<ul><li>a register of clients;</li><li>a record of each sale.</li></ul>
<p>The fees for the year are shown in the table.</p>
<table><tr><th>Class of dealer</th><th>Fee</th></tr><tr><td>Small dealers</td><td>OST 100</td></tr><tr><td>Large dealers</td><td>OST 900</td></tr></table>
<p>Questions may be sent to the Office in writing. The Office answers within thirty days of the day on which they arrive.</p>
</article></div>
<div class="related"><h3>Related news</h3><ul><li><a href="/n/1">Ferry fares rise in the harbour of Halden</a></li><li><a href="/n/2">The Office moves house</a></li></ul></div>
<footer><p>Copyright Monetary Office of Veyland. All rights reserved. Terms of use.</p></footer></body></html>"""
MAIN = """Notice 4 on the sale of tokens to the public
The Monetary Office has received many questions on who may sell tokens to the public in Veyland.
A dealer who sells tokens to the public must hold a licence of the Office and must keep:
a register of clients;
a record of each sale.
The fees for the year are shown in the table.
Class of dealer	Fee
Small dealers	OST 100
Large dealers	OST 900
Questions may be sent to the Office in writing. The Office answers within thirty days of the day on which they arrive."""
STATUTE = "<html><body><div class='menu'><a href='/'>Home page of the laws</a></div><h2>Article 1 - Scope</h2><p>It applies.</p><h2>Article 2 - End</h2><p>It ends.</p></body></html>"


def test_the_main_text_stays_with_its_lists_and_tables():
    made, reader = read(Given(NOTICE.encode(), "notice.html"))
    assert made.text == MAIN
    assert reader.name == "web-page"
    assert [library.split()[0] for library in reader.libraries] == ["lxml", "trafilatura", "lxml-html-clean"]
    assert [segment.kind for segment in made.segments].count("cell") == 6
    assert [segment.kind for segment in made.segments].count("item") == 2


def test_what_the_page_states_is_told_and_what_was_left_out():
    stated = parse(NOTICE, "notice.html").stated
    assert stated == {
        "charset": "utf-8", "language": "en", "title": "Notice 4 on the sale of tokens to the public",
        "published": "2030-02-03", "publisher": "Monetary Office of Veyland",
        "left-out": "8 of 18 lines outside the main text",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "published"),
    [
        ('<meta property="article:published_time" content="2031-05-06T00:00">', "2031-05-06"),
        ('<time datetime="2031-05-06">6 May</time>', "2031-05-06"),
        ('<time datetime="2031-05-06">6 May</time><time datetime="2031-05-07">7 May</time>', None),
        ('<time datetime="2031-05">May</time>', None),
        ('<script type="application/ld+json">{"datePublished": 2031}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("<p>In 2031 much happened, and in 2032 more.</p>", None),
    ],
)
def test_a_date_is_never_inferred(mark, published):
    made = parse(
        f"<html><body>{mark}<p>A dealer must hold a licence of the Office.</p></body></html>", "n.html"
    )
    assert made.stated.get("published") == published


def test_a_statute_is_read_whole_by_the_reader_for_statutes():
    made, reader = read(Given(STATUTE.encode(), "law.html"))
    assert reader.name == "html"
    assert made.text.startswith("Home page of the laws\nArticle 1 - Scope")


def test_a_page_of_which_too_little_would_stay_is_kept_whole():
    rows = "".join(
        f"<tr><td>{n}</td><td><b>Entry of the register number {n}</b></td></tr>" for n in range(60)
    )
    page = f"<html><body><p>Register of dealers that hold a licence of the Office.</p><table>{rows}</table></body></html>"
    made = parse(page, "register.html")
    assert made.text.count("Entry of the register") == 60


def test_the_same_page_gives_the_same_text_again():
    assert len({read(Given(NOTICE.encode(), "notice.html"))[0].text for _ in range(3)}) == 1
    html.opened.cache_clear()
    assert read(Given(NOTICE.encode(), "notice.html"), "web-page")[0].text == MAIN


def test_reading_a_statute_loads_none_of_it(tmp_path):
    program = (
        "import sys; from lexatlas.sources.readers.charset import Given; from lexatlas.sources.readers.registry import read;"
        f"read(Given({STATUTE.encode()!r}, 'law.html')); print('trafilatura' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment(tmp_path), check=True
    )
    assert done.stdout.strip() == "False"


def test_nothing_of_it_touches_the_network(monkeypatch):
    import socket

    def refuse(*_):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = NOTICE.replace(
        "<body>", '<body><img src="http://evil.example/x.png"><iframe src="http://evil.example/"></iframe>'
    )
    assert parse(page, "notice.html").text == MAIN
