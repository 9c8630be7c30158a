import pytest

from lexatlas.core.document import Abstention
from tests.analysts.veyland import (
    ACT,
    APART,
    BARRED,
    DEALING,
    LICENCE,
    PROVIDERS,
    RETAIL,
    Law,
    articles,
    book,
    carrying,
    draft,
    section,
)  # fmt: skip

LOOK = ("The official gazette and the statute book of the place", "The public register of its supervisor")


def test_a_code_stands_on_its_rule_its_signals_and_their_claims():
    status = draft(Law(ACT)).status
    by_id = {claim.id: claim.sentence for claim in draft(Law(ACT)).claims}
    told = [(reason.rule, [by_id[claim] for claim in reason.claims]) for reason in status.reasons]
    assert (status.code, status.name, status.regime, status.maturity, status.special) == (
        "allowed-regulated", "Allowed-Regulated", "full", "in-force", False,
    )  # fmt: skip
    assert status.second_line == "Holding: lawful · Trading: lawful · Through: lawful"
    assert told == [
        ("allowed-regulated", [LICENCE, APART]),
        ("licence-unless", [LICENCE]),
        ("clients-protected", [APART]),
    ]


CODES = [
    (articles(BARRED), "banned"),
    (articles(BARRED, DEALING), "gray-zone"),
    (articles(DEALING), "allowed-unregulated"),
    (articles(DEALING, LICENCE), "allowed-regulated"),
    (articles("Digital assets are not legal tender."), "unclear"),
]


@pytest.mark.parametrize(("words", "code"), CODES)
def test_the_first_rule_that_fits_decides(words, code):
    assert draft(Law(words)).status.code == code


def test_no_official_text_is_unresearched():
    status = draft(Law("Trade in bitcoin is banned.", kind="news", tier="T5")).status
    assert (status.code, status.special, status.reasons, status.coded) == ("unresearched", True, (), False)
    assert (status.abstention.found, status.abstention.look) == ((), LOOK)


def test_an_official_text_that_does_not_speak_of_it_is_no_evidence():
    status = draft(Law(articles("Bears shall be fed.", "The fee is EUR 5."))).status
    assert (status.code, status.abstention.found) == ("no-evidence", ("Read: Digital Asset Act",))


def test_an_official_text_that_speaks_of_it_and_settles_nothing_is_undetermined():
    status = draft(Law(articles("A gain from digital assets is taxed at the rate of 30 per cent."))).status
    assert (status.code, status.maturity, len(status.abstention.missing)) == ("undetermined", "not-shown", 5)


def test_law_that_has_not_begun_gives_no_code_and_is_named():
    made = draft(Law(ACT), as_of="2024-12-31")
    assert (made.status.code, made.status.maturity) == ("undetermined", "enacted-not-in-force")
    assert made.status.abstention.found == ("Not yet in force: Digital Asset Act, from 2025-01-01",)


def test_a_code_without_a_rank_waits_for_the_law_that_is_to_come():
    later = articles(
        "Digital assets are not legal tender.", LICENCE, "Article 2 comes into force on 1 July 2027."
    )
    made = draft(Law(later))
    assert (made.status.code, made.status.maturity) == ("undetermined", "enacted-not-in-force")
    assert carrying(made) == []
    assert [s for s in section(made, "Detailed Explanation") if s.group == "What carries the code?"] == []


def test_a_draft_that_names_its_first_day_is_no_law_that_waits_for_it():
    coming = articles(LICENCE, "Article 1 comes into force on 1 July 2027.", title="Digital Asset Bill")
    paper = Law(coming, id="bill", title="Digital Asset Bill", kind="bill", tier="T2", name="bill.txt")
    beside = draft(Law(articles("Digital assets are not legal tender.")), paper).status
    alone = draft(paper).status
    assert beside.code == "unclear"
    assert (alone.code, alone.maturity) == ("undetermined", "bill")


def test_a_draft_topic_publishes_no_code():
    drafts = [topic.id for topic in book().topics.values() if topic.state == "draft"]
    made = [draft(Law(ACT), topic=topic).status for topic in drafts]
    assert len(drafts) == 16
    assert {(s.special, s.coded, s.reasons, s.regime, s.second_line) for s in made} == {
        (True, False, (), "", "")
    }


@pytest.mark.parametrize("topic", [RETAIL, PROVIDERS])
def test_a_place_of_the_fixed_list_is_not_researched(topic):
    made = draft(Law(ACT, place="AQ"), topic=topic, place="AQ")
    reason = "No resident population: the questions ask about persons ordinarily resident there."
    assert (made.status.code, made.status.reasons) == ("not-applicable", ())
    assert made.status.abstention == Abstention(found=(reason,))
    assert [claim.question for claim in made.claims if claim.question == "carries-the-code"] == []


def test_a_bill_is_flagged_beside_the_code_and_that_of_another_place_is_not():
    bill = Law(articles(LICENCE), id="bill", title="Digital Asset Bill", kind="bill", tier="T2")
    other = Law(articles(DEALING), id="other", title="Other Bill", kind="bill", tier="T2", place="XB")
    flags = draft(Law(articles(LICENCE, APART)), bill, other, topic=PROVIDERS).status.flags
    assert [(flag.name, flag.value) for flag in flags] == [("pending-change", "Digital Asset Bill")]


def test_a_matter_left_to_the_parts_varies_and_is_no_code_of_the_scale():
    rule = "The law of the state in which a person resides determines whether virtual currencies may be sold."
    made = draft(Law(articles(rule)))
    reason = "The law leaves the matter to the parts of the country, and no one rule covers them all."
    assert (made.status.code, made.status.name, made.status.coded, made.status.note) == (
        "varies",
        "Varies",
        False,
        reason,
    )
    assert made.status.abstention.found == ("The law leaves the matter to states, provinces or other parts.",)
    assert carrying(made) == [rule]
