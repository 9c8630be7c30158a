"""Maltese law of invented places in English: what is said, and what is left alone because it is unsure."""

import pytest

from lexatlas.core.text import normalise
from lexatlas.language.gloss_lint import problems
from lexatlas.language.gloss_order import whole_sentence


def _english(text):
    return " ".join(told.english for told in whole_sentence(normalise(text).text, "mt"))


SAID = [
    ("L-ebda persuna ma tista’ tipprovdi servizzi finanzjarji mingħajr liċenzja.",
     "It is prohibited for any person to provide financial services without a licence"),
    ("L-Awtorità tista' tirrevoka liċenzja jekk id-detentur tal-liċenzja jikser dan l-Att.",
     "The Authority may revoke a licence if the licence holder infringe this Act"),
    ("Il-Ministru jista' jagħmel regolamenti dwar assi virtwali.",
     "The Minister may make regulations concerning virtual assets"),
    ("Emittent għandu jinforma lill-Awtorità fi żmien tletin jum.",
     "An issuer shall inform to the Authority within 30 days"),
    ("Kull persuna li tikser dan l-Att teħel penali amministrattiva ta' mhux iżjed minn €50,000.",
     "Every person that infringe this Act incur administrative penalty of not more than EUR 50,000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "english"), SAID)
def test_a_rule_is_said_whole(text, english):
    assert _english(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "L-ebda persuna u l-ebda bank ma jistgħu jipprovdu servizzi.",  # two negatives are one
        "Ħadd ma jipprovdi servizzi.",
        "L-Awtorità tista' tħares servizzi.",
        "għandhom",
        "",
    ],
)
def test_what_is_unsure_is_left_to_the_law(text):
    assert _english(text) == ""


def test_a_sign_that_no_reader_reads_leaves_the_sentence_alone():
    assert _english("Emittent għandu kapital ≥ €50,000.") == ""


def test_the_rows_keep_their_force():
    assert problems("mt") == []
