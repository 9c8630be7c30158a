"""Kind, tier, text date and twins of a source: what shows them, and "not shown" where nothing does."""

import pytest

from lexatlas.codebook import load
from lexatlas.core.evidence import CanonicalText, ReaderId, Segment, Snapshot, Source
from lexatlas.sources.currency import text_date
from lexatlas.sources.fingerprint import fingerprint
from lexatlas.sources.tiers import Told, kind_of, place
from lexatlas.sources.twins import mark_twins

TABLE = load().tiers
LAW = CanonicalText("x" * 90, tuple(Segment("article", n * 10, n * 10 + 5) for n in range(4)))
PROSE = CanonicalText("x" * 90, (Segment("block", 0, 90),))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Payment Services Act 2019", "act"),
        ("Regulation (EU) 2030/1 on tokens", "union-act"),
        ("Guidelines on the Token Act", "guidance"),
        ("Draft Law on Tokens", "draft"),
        ("Consultation on a Token Act", "consultation"),
        ("Circular under the Token Act", "order"),
        ("Nghị quyết số 05/2025/NQ-CP", "decree"),
        ("قرار مجلس الوزراء رقم 111", "decree"),
        ("中华人民共和国中国人民银行法", "act"),
        ("Loi sur les jetons", "act"),
        ("A page about nothing", None),
        ("Activity in contracts", None),
    ],
)
def test_kinds_are_told_by_titles(title, kind):
    assert kind_of(title, TABLE) == kind


@pytest.mark.parametrize(
    ("told", "text", "kind", "tier", "secondary"),
    [
        (Told("Token Act", "primary", "Parliament"), LAW, "act", "T1", False),
        (Told("Token Act"), LAW, "act", "T1", False),
        (Told("Token Act"), PROSE, "unknown", "T4", True),
        (Told("New Token Act bans trade", publisher="Karsk Herald"), PROSE, "news", "T5", True),
        (Told("The Token Act explained", "secondary", "Firm LLP"), LAW, "report", "T4", True),
        (Told("Token news", "secondary", "Karsk Times"), PROSE, "news", "T5", True),
        (Told("Help", "secondary", "Karsk Exchange Help Center"), PROSE, "report", "T6", True),
        (Told("Report on tokens", publisher="Financial Action Task Force"), PROSE, "report", "T3", False),
        (Told("Guidance on tokens", "primary", "Token Authority"), PROSE, "guidance", "T2", False),
        (Told("Guidance on tokens"), PROSE, "guidance", "T4", True),
        (Told("Draft Token Law", "primary", "Ministry"), LAW, "draft", "T2", False),
        (Told("Anything", "decree"), PROSE, "decree", "T1", False),
        (Told("Anything", "news"), PROSE, "news", "T5", True),
        (Told("Nothing"), PROSE, "unknown", "T4", True),
    ],
)
def test_places(told, text, kind, tier, secondary):
    placed = place(told, text, TABLE)
    assert (placed.kind, placed.tier, placed.secondary) == (kind, tier, secondary)
    assert placed.reason.endswith(".")


def dated(text="", row=None, official=True, **stated):
    made = text_date(CanonicalText(text, (), dict(stated)), row or {}, official)
    return made.state, made.as_of


def test_text_dates_by_what_shows_them():
    assert dated(**{"pit-date": "2031-03-26"}) == ("consolidated-official", "2031-03-26")
    assert dated(row={"original_url": "https://l.example/eli/cap/590/20310516/eng"}) == (
        "consolidated-official",
        "2031-05-16",
    )
    assert dated(row={"original_url": "https://l.example/eli/reg/2030/1114/oj", "date": "2030-06-09"}) == (
        "as-enacted",
        "2030-06-09",
    )
    notes = "x [Act 1 of 2030 wef 04/04/2030] y [Act 2 of 2031 wef 09/03/2031] z"
    assert dated(notes) == ("consolidated-official", "2031-03-09")
    assert dated(notes, official=False) == ("consolidated-unofficial", "2031-03-09")
    assert dated(row={"date": "2030-01-02"}) == ("not-shown", "2030-01-02")
    assert dated(row={"date": "2030-01-02", "note": "Unofficial translation"}) == (
        "translation-unofficial",
        "2030-01-02",
    )
    assert dated(row={"text_state": "transcribed", "text_as_of": "2029-01-01"}) == (
        "transcribed",
        "2029-01-01",
    )
    assert dated() == ("not-shown", None)
    assert dated(row={"original_url": "https://l.example/eli/cap/590/20319999/eng"}) == ("not-shown", None)


def source(name, **told):
    return Source(id=name, title=told.pop("title", "Token Act"), snapshot=name, jurisdiction="XA", **told)


def snapshot(name, reader="text", state="not-shown"):
    return Snapshot(
        raw="r", text=name, structure="s", media_type="", size=1, length=1, language="en",
        reader=ReaderId(name=reader, version="1"), text_state=state,
    )  # fmt: skip


def twins(sources, readers, texts, states=None):
    states = states or ["not-shown"] * len(sources)
    snapshots = {s.id: snapshot(s.id, r, state) for s, r, state in zip(sources, readers, states, strict=True)}
    prints = {s.id: fingerprint(text) for s, text in zip(sources, texts, strict=True)}
    return [s.twin_of for s in mark_twins(sources, snapshots, prints)]


WORDS = " ".join(f"word{n} of the law number {n * 7}" for n in range(200))
OTHER = " ".join(f"another{n} thing in a text {n * 3}" for n in range(200))


def test_forms_of_one_text_are_twins_and_the_structured_one_leads():
    assert twins([source("a"), source("b", title="B")], ["text", "lawjson"], [WORDS, "Head. " + WORDS]) == [
        "b",
        None,
    ]


def test_translations_at_one_address_are_twins_of_the_original():
    sources = [
        source("fr", title="Loi", language="fr", address="https://l.example/fra/lois/S-1/"),
        source("en", title="Act", language="en", address="https://l.example/eng/acts/S-1/"),
    ]
    assert twins(sources, ["xml", "xml"], [OTHER, WORDS], ["translation-unofficial", "not-shown"]) == [
        "en",
        None,
    ]


def test_other_texts_are_no_twins():
    sources = [
        source("sec", title="Sec", address="https://t.example/sec"),
        source("occ", title="Occ", address="https://t.example/occ"),
    ]
    assert twins(sources, ["text", "text"], [WORDS, OTHER]) == [None, None]


def test_texts_of_two_places_are_no_twins():
    sources = [source("a"), source("b").model_copy(update={"jurisdiction": "XB"})]
    assert twins(sources, ["text", "text"], [WORDS, WORDS + " more"]) == [None, None]
