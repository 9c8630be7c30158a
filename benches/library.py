"""Forty laws of our own about an invented country: thirty pages of 34 kB and ten PDFs of eleven pages."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

PAGES, PAGE_BYTES = 30, 34_000
PRINTS, PRINT_PAGES, PRINT_LINES = 10, 11, 46
SEED = 7
_ACTORS = ("A provider", "An issuer of tokens", "No person", "A custodian", "The Coin Office", "A retail client",
           "Each licensed exchange", "An auditor of a provider", "The River Bank")  # fmt: skip
_MODALS = ("shall", "must", "may", "shall not", "may not")
_ACTIONS = ("hold digital assets of its clients in a separate account", "grant a licence to a company",
            "provide exchange services for virtual assets", "keep records of each transfer for {d} years",
            "notify the Coin Office within {d} days of the change", "pay a yearly fee of EUR {n}",
            "hold own funds of at least EUR {n}", "publish the register of licensed providers",
            "sell crypto-assets worth more than EUR {n} to a retail client", "warn each client of the risks",
            "mend the roof of the town hall of Ostmark before winter", "submit a report to the River Bank",
            "count the sheep on the southern islands", "refuse an application that is not complete")  # fmt: skip
_MANNER = (" in the manner and within the limits that the second schedule sets out for works of this kind",
           " together with a statement of the reasons, a map of the harbour and the names of two witnesses",
           " after the council of the town in which it has its seat has been heard and has given its view in writing",
           " at the times, in the form and by the means that the minister has laid down by rules for the season",
           " on every working day of the year, the days of the harvest feast and the long night left out",
           " and keep a copy of the paper in a dry room for as long as the house stands on its ground")  # fmt: skip
_CONDITIONS = ("", "", " unless it holds a licence granted by the Coin Office", " if the client has agreed in writing",
               " where the amount exceeds EUR {n}", " until 31 December 20{y}", " without prior consent")  # fmt: skip


def write_library(folder: Path) -> None:
    """Write the forty documents into `folder`; the same bytes each time."""
    for number in range(PAGES):
        page = _page(random.Random(SEED + number), number)
        (folder / f"page-{number:02}.html").write_text(page, encoding="utf-8")
    for number in range(PRINTS):
        (folder / f"print-{number:02}.pdf").write_bytes(_print(random.Random(SEED * 100 + number), number))


def _page(draw: random.Random, number: int) -> str:
    menu = "".join(
        f'<li class="menu-item"><a href="/law/part-{n}.html" title="Part {n}">Part {n}</a></li>'
        for n in range(40)
    )
    head = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Digital Assets Act {number}</title>
<style>.act-article {{ margin: 1em 0 }} .act-heading {{ font-weight: bold }}</style></head>
<body class="gazette"><nav class="menu"><ul>{menu}</ul></nav>
<main><h1 class="act-title">Digital Assets Act {number}</h1>"""
    parts, size, article = [head], len(head), 0
    while size < PAGE_BYTES:
        article += 1
        rows = "".join(
            f'<p class="act-paragraph" id="art-{article}-{n}">({n}) {_sentence(draw)} {_sentence(draw)}</p>\n'
            for n in (1, 2, 3)
        )
        parts.append(f"""<div class="act-article" id="art-{article}"><h3 class="act-number">Article {article}</h3>
<h4 class="act-heading">Rule {article} of the house</h4>\n{rows}</div>\n""")
        size += len(parts[-1])
    return "".join(parts) + "</main></body></html>"


def _print(draw: random.Random, number: int) -> bytes:
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - the other benches do without it
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - the other benches do without it

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    lines = _lines(draw, number)
    for _ in range(PRINT_PAGES):
        text = canvas.beginText(56, A4[1] - 72)
        text.setFont("Times-Roman", 11)
        text.setLeading(15)
        for _ in range(PRINT_LINES):
            text.textLine(next(lines))
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _lines(draw: random.Random, number: int) -> Iterator[str]:
    """Yield printed lines without end: a title, then articles of two paragraphs, wrapped at ninety letters."""
    yield f"Digital Assets Order No. {number} of 2031"
    article = 0
    while True:
        article += 1
        yield f"Article {article}"
        for n in (1, 2):
            line = f"({n})"
            for word in f"{_sentence(draw)} {_sentence(draw)}".split():
                if len(line) + len(word) > 90:
                    yield line
                    line = word
                else:
                    line += f" {word}"
            yield line


def _sentence(draw: random.Random) -> str:
    what = draw.choice(_ACTIONS) + draw.choice(_MANNER) + draw.choice(_CONDITIONS)
    filled = f"{draw.choice(_ACTORS)} {draw.choice(_MODALS)} {what}".format(
        n=f"{draw.randint(2, 950)} 000", d=draw.randint(2, 90), y=draw.randint(32, 49)
    )
    return filled + "."
