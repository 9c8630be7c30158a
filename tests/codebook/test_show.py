"""A topic's page: golden in its three forms for a small topic, and whole for each topic that ships."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lexatlas.codebook import Codebook, from_files, load, show
from lexatlas.codebook.show import FORMS

ADDED = Path(__file__).parent / "added" / "crypto-kiosks.toml"
GOLDEN = Path(__file__).parent / "golden"
SUFFIX = {"text": "txt", "markdown": "md", "html": "html"}
CHANGES = b"""[[changes]]
date = 2026-11-22
topics = ["crypto-kiosks"]
what = "First written."
read_again = false
why = "There is no code from before."
"""
EDITION = b"""number = 1
title = "Edition 1"
languages = ["en"]
person = "An adult who resides there."
asset = "Bitcoin & the like."
"""


def small() -> Codebook:
    """A codebook of one topic that stands still while the shared families grow."""
    names = (
        "asset",
        "licence",
        "without-licence",
        "hold-licence",
        "registration",
        "licence-not-needed",
        "exception",
    )
    rows = [
        f'[cues.{name}]\ndefinition = "Family {name}."\nen = ["{name}"]\n'
        for name in (*names, "marketing", "cap")
    ]
    files = {"edition.toml": EDITION, "changelog.toml": CHANGES, "cues.toml": "\n".join(rows).encode()}
    return from_files({**files, "topics/crypto-kiosks.toml": ADDED.read_bytes()})


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_page_is_as_it_was_agreed(form: str) -> None:
    book = small()
    made = show(book, book.topic("crypto-kiosks"), form)
    golden = GOLDEN / f"crypto-kiosks.{SUFFIX[form]}"
    if os.environ.get("LEXATLAS_WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("topic_id", list(load().topics))
def test_topic_is_shown_whole(topic_id: str) -> None:
    book = load()
    topic = book.topic(topic_id)
    text = show(book, topic)
    flat = " ".join(text.split())
    assert text.startswith(f"{topic.name} ({topic.id})\n")
    assert (text.endswith("\n"), text.endswith("\n\n")) == (True, False)
    told = [row.definition for row in topic.scale] + [fact.question for fact in topic.facts]
    told += [row.reason for row in topic.rules] + [row.definition for row in topic.signals]
    told += [row.why for row in topic.examples] + [
        topic.question,
        topic.person or book.person,
        topic.asset or book.asset,
    ]
    told += [family.definition for family in topic.cues.values()] + list(topic.gives_no_code)
    assert [part for part in told if " ".join(part.split()) not in flat] == []


@pytest.mark.parametrize("form", sorted(FORMS))
def test_words_of_a_passage_are_no_markup(form: str) -> None:
    files = dict(small().files)
    topic = files["topics/crypto-kiosks.toml"].replace(b"Kiosks Act of Orvania.", b"<b>Kiosks</b> & Acts.")
    book = from_files({**files, "topics/crypto-kiosks.toml": topic})
    made = show(book, book.topic("crypto-kiosks"), form)
    assert ("&lt;b&gt;Kiosks&lt;/b&gt; &amp; Acts." in made) == (form == "html")
