"""What the checks flag by themselves on an imported page: exactly its faults, the reference's and ours."""

from lexatlas.checks.verdict import judge_document, view_of
from lexatlas.codebook import load
from lexatlas.pipeline.imported.page import import_page

NOW = "2026-11-22T13:00:00+00:00"
# Says which of the codebook's questions an analysis leaves open; a page answers none of them by name.
OPEN_QUESTIONS = "coverage"
BARE = "A claim without a quote."


def flagged(raw):
    """The document, and reason and words of every flag but the open questions and the bare claims."""
    page = import_page(raw, "page.txt", load(), NOW)
    view = view_of(page.document, page.texts, codebook=load())
    flags = [row for row in judge_document(page.document, view) if row.answer == "no"]
    told = [(row.reason, row.words) for row in flags if row.check != OPEN_QUESTIONS]
    bare = [words[0] for reason, words in told if reason == BARE]
    return page.document, [row for row in told if row[0] != BARE], bare


def test_the_faults_of_the_reference_and_no_others(reference_page):
    _, flags, _ = flagged(reference_page)
    law, amendments, rules = (
        "Law on Digital Assets in the Republic of Kazakhstan",
        "Amendments on Artificial Intelligence and Digitalization (Ending AIFC Monopoly)",
        "AIFC Digital Asset Activities Rules",
    )
    assert [(reason, tuple(word[:60] for word in words)) for reason, words in flags] == [
        ("A date of unknown kind.", (law[:60], "2023-04-01")),
        ("A date of unknown kind.", (amendments[:60], "2025-11-18")),
        ("A date of unknown kind.", (rules[:60], "2024-01-01")),
        ("A law without a number.", (amendments[:60],)),
        (
            "A quote without an archived source.",
            ('"The circulation of unsecured digital assets is prohibited i',),
        ),
        (
            "A quote without an archived source.",
            ("\"List of firms with license type 'Operating a Digital Asset ",),
        ),
        (
            "A quote without an archived source.",
            ('"A retail client can now only invest up to US$1,000 per mont',),
        ),
        (
            "A quote without an archived source.",
            ('"Kazakhstan has enacted a new law permitting crypto mining a',),
        ),
        (
            "A quote without an archived source.",
            ('"In Kazakhstan, it is legal to trade cryptocurrencies only o',),
        ),
        (
            "What lifts this restriction is listed; it is not marked.",
            ('"The circulation of unsecured digital assets is prohibited i', amendments[:60]),
        ),
        (
            "What lifts this restriction is listed; it is not marked.",
            ('"In Kazakhstan, it is legal to trade cryptocurrencies only o', amendments[:60]),
        ),
        (
            "High confidence is claimed, and no review is shown.",
            ("High Confidence", "No reviews yet"),
        ),
    ]


def test_every_claim_of_the_reference_is_flagged_for_want_of_a_quote(reference_page):
    document, _, bare = flagged(reference_page)
    assert sorted(bare) == sorted(claim.sentence for claim in document.claims)
    about = {"tax": "Form 240", "mining": "75% of their mined", "limits": "$1,000"}
    assert {word for word, part in about.items() if any(part in sentence for sentence in bare)} == set(about)


def test_the_faults_of_our_page_and_no_others(sample_page):
    document, flags, bare = flagged(sample_page)
    assert flags == [
        ("A law without a number.", ("Draft Token Sales Order",)),
        ("Listed as law, and by its kind none.", ("Draft Token Sales Order", "draft")),
        (
            "A quote without an archived source.",
            ("“No person shall keep tokens for another without a licence.”",),
        ),
    ]
    assert sorted(bare) == sorted(claim.sentence for claim in document.claims)


def test_each_fault_put_into_our_page_is_flagged(sample_page):
    text = sample_page.decode()
    broken = (
        text.replace("Adopted: 2024-02-29", "Enacted: 2024-02-29")
        .replace("(No. 7 of 2024)", "(Act No. [Not Specified in Snippets])")
        .replace("Medium Confidence", "High Confidence")
        .replace("Challenge by A. Reader, 2026-03-06: the fee was raised.", "No reviews yet")
    )
    _, flags, _ = flagged(broken.encode())
    assert {reason for reason, _ in flags} == {
        "A date of unknown kind.",
        "A law without a number.",
        "A place that was never filled in.",
        "A quote without an archived source.",
        "High confidence is claimed, and no review is shown.",
        "Listed as law, and by its kind none.",
        "Speaks of the program's own search, not of the law.",
    }
