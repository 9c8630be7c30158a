"""The analyst as a whole: the same input gives the same draft, and what it says matches its sources."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexatlas.analysts.extractive.analyst import POINTER_SHARE, ExtractiveAnalyst
from lexatlas.analysts.extractive.forms import MAX_WORDS, QUOTED_WORDS
from lexatlas.analysts.extractive.own_money import own_money
from lexatlas.analysts.extractive.status import MOST_GROUNDS
from lexatlas.core.canonical import canonical_json
from lexatlas.pipeline.compose import compose
from lexatlas.pipeline.drafts import draft_to_json
from lexatlas.sources.dossier import dossier as read_dossier
from lexatlas.sources.dossier import read_all
from lexatlas.sources.gather import gather
from lexatlas.sources.pool import ReaderPool
from tests.analysts.veyland import (
    ACT,
    APART,
    AS_OF,
    PROVIDERS,
    RETAIL,
    Law,
    articles,
    book,
    brief,
    carrying,
    dossier,
    draft,
    said,
    section,
)

LIBRARY = Path(__file__).resolve().parents[2] / "demo" / "library" / "XA"
EDITION = (RETAIL, PROVIDERS, "stablecoin-issuance", "bank-access")


@pytest.fixture(scope="module")
def library():
    """The documents of the first place of the sample library, read as a run reads them."""
    gathered = gather([str(LIBRARY)])
    with ReaderPool(size=2) as pool:
        return read_dossier(gathered, read_all(gathered.items, pool), book().tiers)


def analysed(given, **asked):
    return ExtractiveAnalyst(book()).analyse(brief(**asked), given)


def as_bytes(made):
    return canonical_json(draft_to_json(made))


def codes_of(given, made, **asked):
    """The verdicts of a draft, as a run judges them, with the sentence beside."""
    document = compose(brief(**asked), book(), ExtractiveAnalyst(book()), given, made)
    by_id = {claim.id: claim.sentence for claim in made.claims}
    return [(verdict.code, by_id[verdict.claim]) for verdict in document.verdicts]


CODES = [
    ("XA", RETAIL, "allowed-regulated"),
    ("XA", PROVIDERS, "full-licence"),
    ("XA", "stablecoin-issuance", "no-evidence"),
    ("XA", "bank-access", "undetermined"),
    ("XA-FZ", RETAIL, "gray-zone"),
    ("XA-FZ", PROVIDERS, "full-licence"),
    ("XB", RETAIL, "unresearched"),
]


@pytest.mark.parametrize(("place", "topic", "code"), CODES)
def test_the_sample_library_is_coded_and_every_claim_matches_its_source(library, place, topic, code):
    made = analysed(library, place=place, topic=topic)
    assert made.status.code == code
    judged = codes_of(library, made, place=place, topic=topic)
    assert [sentence for verdict, sentence in judged if verdict != "verified"] == []


def test_the_sample_library_rests_on_its_act_and_on_no_repealed_circular(library):
    made = analysed(library)
    by_id = {claim.id: claim for claim in made.claims}
    grounds = [by_id[claim] for claim in made.status.reasons[0].claims]
    assert {quote.source for claim in grounds for quote in claim.quotes} == {
        "digital-asset-providers-act-2024-html"
    }
    circular = [
        claim.force for claim in made.claims if claim.quotes[0].source == "central-bank-circular-7-2019-txt"
    ]
    assert set(circular) == {"repealed"}


def test_the_summary_of_the_sample_library(library):
    made = analysed(library)
    by_id = {claim.id: claim.sentence for claim in made.claims}
    told = section(made, "Executive Summary")
    assert [by_id[s.claim] if s.kind == "claim" else getattr(s, "sentence", "") for s in told[1:]] == [
        "No person shall provide a digital asset service by way of business in or from Veyland unless that "
        "person holds a licence granted by the Authority under this Act.",
        'In this Act: "Authority" means the Financial Markets Authority of Veyland established by the Financial '
        "Markets Authority Act 2011",
        "A provider shall not accept an order that brings the net purchases of a retail client above EUR 1,000 in "
        "a calendar month.",
        "Article 16 comes into force on 1 July 2027.",
    ]


def test_neither_bill_nor_zone_nor_newspaper_is_told_as_law_of_the_whole(library):
    told = {claim.quotes[0].source for claim in analysed(library, topic=PROVIDERS).claims
            if claim.question != "instrument-dates"}  # fmt: skip
    assert told <= {
        "digital-asset-providers-act-2024-html",
        "digital-asset-conduct-rules-2024-md",
        "central-bank-circular-7-2019-txt",
    }


@pytest.mark.parametrize("topic", EDITION)
def test_the_same_input_gives_the_same_draft_in_any_order(library, topic):
    first = as_bytes(analysed(library, topic=topic))
    turned = replace(library, sources=tuple(reversed(library.sources)))
    assert as_bytes(analysed(library, topic=topic)) == first
    assert as_bytes(analysed(turned, topic=topic)) == first


@pytest.mark.parametrize("topic", EDITION)
def test_no_sentence_of_ours_is_long_and_few_are_mere_pointers(library, topic):
    made = analysed(library, topic=topic)
    long = [c for c in made.claims if len(c.sentence.split()) > MAX_WORDS]
    assert [c.sentence for c in long if c.form != "words" or len(c.sentence.split()) > QUOTED_WORDS] == []
    pointers = [claim for claim in made.claims if claim.form == "deals-with"]
    assert len(pointers) * POINTER_SHARE <= len(made.claims)


def test_pointers_beyond_their_share_are_dropped():
    much = " ".join(["large"] * 60)
    rules = [
        f"A retail client shall not buy digital assets of a {much} kind above a limit of EUR 5 per month.",
        f"A retail client shall show proof of income before a {much} purchase of digital assets.",
        f"A bank shall open a bank account for a {much} sale of digital assets.",
        APART,
    ]
    made = draft(Law(articles(*rules)))
    assert sorted((claim.form, claim.sentence) for claim in made.claims) == [("words", APART)]
    assert draft(Law(articles(*rules[:1]))).claims == ()


def test_a_signal_keeps_few_grounds_and_a_claim_stands_once():
    duties = [
        f"A provider shall keep the digital assets of its clients apart in custody {n}." for n in range(9)
    ]
    made = draft(Law(articles(*duties, "No person shall provide digital asset services unless licensed.")))
    assert [(reason.rule, len(reason.claims)) for reason in made.status.reasons[1:]] == [
        ("licence-unless", 1),
        ("licence-without", 1),
        ("clients-protected", MOST_GROUNDS),
    ]
    assert len({claim.id for claim in made.claims}) == len(made.claims)


def test_a_claim_that_carries_the_code_is_made_once_and_named_again():
    made = draft(Law(ACT))
    assert said(made)[:2] == carrying(made)
    assert [claim.question for claim in made.claims[:2]] == ["carries-the-code"] * 2


def test_a_place_has_its_own_money_and_a_zone_that_of_its_country():
    assert [own_money(book(), code) for code in ("SG", "AE-ADGM", "")] == ["SGD", "AED", None]


# ── what the analyst says of any small statute matches it ───────────────────────────────────────

ACTORS = (
    "A provider",
    "No person",
    "A natural person",
    "The Authority",
    "A bank",
    "A retail client",
    "Any licensee that serves clients",
)
MODALS = ("shall", "shall not", "may", "must", "must not", "may only")
ACTS = (
    "provide a digital asset service",
    "keep the digital assets of its clients apart from its own",
    "buy or sell digital assets",
    "hold own funds of EUR 125,000",
    "keep a public register of providers of digital assets",
    "accept an order for digital assets above a limit of EUR 1,000 per month",
    "pay a fee of 2 per cent of the sale of a virtual currency",
    "tell each client of the risks of crypto-assets within 30 days",
)
CONDITIONS = (
    "", "", "",
    " unless that person holds a licence granted by the Authority",
    ", except where the client has given proof of income",
    " only if the Authority has consented in writing",
    " without a licence",
    ", provided that the client is a professional client",
    " where the value does not exceed EUR 500",
)  # fmt: skip
OPENINGS = ("", "", "", "Before 1 July 2027, ", "Subject to Article 2, ", "Where a client asks for it, ")
LISTS = (":\n(a) in Veyland;\n(b) in the Zone.", ":\n(a) in Veyland; or\n(b) in the Zone.",
         ":\n(a) in Veyland; and\n(b) if the Authority agrees, abroad.")  # fmt: skip
OTHERS = (
    "“Authority” means the Markets Authority of Veyland established by law.",
    "“digital asset” means a digital representation of value, other than central bank money.",
    "“provider” means a person that provides a digital asset service by way of business.",
    "This Act comes into force on 1 January 2025.",
    "Article 1 comes into force on 1 July 2027.",
    "This Act does not apply to a bank that deals in digital assets.",
    "A person who sells digital assets without a licence is liable to a fine of EUR 500.",
    "Digital assets are not legal tender.",
    "The fee for a licence as a provider of digital assets is EUR 4,500.",
)
EXCEPTION = "Paragraph (1) does not apply to a person who deals for his or her own account."


@st.composite
def statutes(draw):
    """A small statute. Each act has one modal throughout: a law that says both of one thing does conflict."""
    modals = dict(zip(ACTS, draw(st.lists(st.sampled_from(MODALS), min_size=8, max_size=8)), strict=True))

    def rule():
        opening, actor, act = (draw(st.sampled_from(pieces)) for pieces in (OPENINGS, ACTORS, ACTS))
        subject = actor[:1].lower() + actor[1:] if opening else actor
        end = draw(st.sampled_from(LISTS)) if draw(st.booleans()) else f"{draw(st.sampled_from(CONDITIONS))}."
        return f"{opening}{subject} {modals[act]} {act}{end}"

    def article():
        shape = draw(st.sampled_from(("other", "one rule", "paragraphs")))
        if shape != "paragraphs":
            return draw(st.sampled_from(OTHERS)) if shape == "other" else rule()
        rules = [rule() for _ in range(draw(st.integers(1, 3)))]
        rules += [EXCEPTION] * draw(st.booleans())
        return "\n".join(f"({n}) {each}" for n, each in enumerate(rules, start=1))

    return articles(*(article() for _ in range(draw(st.integers(1, 6)))))


STATUTES = statutes()
TOPICS = st.sampled_from((*EDITION, "tax-individuals", "custody-client-assets"))


@settings(max_examples=40, deadline=None)
@given(words=STATUTES, topic=TOPICS, as_of=st.sampled_from((AS_OF, "2024-12-31")))
def test_every_claim_about_any_small_statute_matches_it(words, topic, as_of):
    held = dossier(Law(words))
    made = analysed(held, topic=topic, as_of=as_of)
    judged = codes_of(held, made, topic=topic, as_of=as_of)
    assert [(code, sentence) for code, sentence in judged if code != "verified"] == []


@settings(max_examples=10, deadline=None)
@given(first=STATUTES, second=STATUTES)
def test_the_order_of_two_small_statutes_changes_nothing(first, second):
    laws = [Law(first), Law(second + "\nEnd.\n", id="second", title="Second Act")]
    one, other = (draft(*given) for given in (laws, laws[::-1]))
    assert as_bytes(one) == as_bytes(other)
