"""Passages of our own, each with a trap beside the answer: which of them a question is answered by."""

import pytest

from tests.analysts.veyland import APART, LICENCE, PROVIDERS, RETAIL, Law, articles, book, draft, section

NAMED = "“Authority” means the Markets Authority of Veyland established by law."
GRANTS = "The Authority shall grant a licence to a person who keeps digital assets safe."
REGISTER = "The Authority shall keep a public register of licensed providers of digital assets."

DECIDES = "The Authority shall decide on an application for a licence within 90 days of receiving it."
BREACH = (
    "A person who contravenes Article 1 is guilty of an offence and liable to a fine of up to EUR 2,000,000."
)
GOES_ON = (
    "A person that provided digital asset services on 31 December 2024 may continue to do so until 31 December "
    "2026."
)
REACHES = "This Act applies to every person that provides digital asset services in Veyland."
OWNS = "A licensee shall hold own funds of EUR 50,000 for digital assets."
PAYS = "An applicant for a licence for digital asset services shall pay a fee of EUR 4,000."
SEAT = "A licensee shall have its head office in Veyland and serve digital assets from there."
FIT = "The directors of a licensee for digital assets shall be of good repute."
HONEST = "A licensee shall act honestly towards clients of digital assets."

ASKED = {
    "authority": (
        [NAMED, GRANTS, REGISTER],
        ["A provider shall inform the Authority of the supervision fee that it pays for digital assets."],
        NAMED.replace("“", '"').replace("”", '"'),
    ),
    "time-limit": (
        [DECIDES],
        [
            "A licensee that is aggrieved by a decision on its application may appeal within 30 days.",
            "The Authority shall, within two days of granting a licence, publish the name of the licensee.",
            "The Authority may refuse a licence to whoever was inactive for 12 months.",
        ],
        DECIDES,
    ),
    "sanction": (
        [BREACH],
        ["An auditor who contravenes Article 90 is guilty of an offence and liable to a fine of EUR 100."],
        BREACH,
    ),
    "transition": (
        [GOES_ON],
        ["Member States shall notify the Authority of their transitional rules for digital assets by 1 May 2024."],
        GOES_ON,
    ),
    "bound": (
        [REACHES],
        ["Paragraph 1 does not apply to an experienced client of digital assets."],
        REACHES,
    ),
    "capital": (
        [OWNS],
        ["“Large holding” means a holding of 10 per cent of the share capital of a provider of digital assets."],
        OWNS,
    ),
    "fees": ([PAYS], ["A licensee shall tell clients of digital assets the fees that they pay."], PAYS),
    "presence": ([SEAT], ["A register of head offices of licensees may be inspected."], SEAT),
    "fit-proper": ([FIT], ["A licensee shall assess the suitability of digital assets."], FIT),
    "conduct": ([HONEST], ["The Authority shall answer complaints on digital assets fairly."], HONEST),
    "register": (
        [REGISTER],
        ["A licensee shall keep a register of the positions of each client in digital assets."],
        REGISTER,
    ),
}  # fmt: skip


def under(made, question, topic=PROVIDERS):
    """The sentences told in the detail under the label of one question."""
    label = next(row.label for row in book().topic(topic).facts if row.id == question)
    by_id = {claim.id: claim.sentence for claim in made.claims}
    detail = section(made, "Detailed Explanation")
    return [by_id[s.claim] for s in detail if s.kind == "claim" and s.label == label]


@pytest.mark.parametrize("question", ASKED)
def test_a_question_is_answered_by_the_rule_and_not_by_what_is_beside_it(question):
    answers, traps, first = ASKED[question]
    told = under(draft(Law(articles(LICENCE, APART, *answers, *traps)), topic=PROVIDERS), question)
    plain = [trap.replace("“", '"').replace("”", '"') for trap in traps]
    assert told[0] == first
    assert [sentence for sentence in told if sentence in plain] == []


@pytest.mark.parametrize("question", ASKED)
def test_what_is_beside_a_rule_answers_nothing_alone(question):
    traps = ASKED[question][1]
    made = draft(Law(articles(LICENCE, *traps)), topic=PROVIDERS)
    plain = {trap.replace("“", '"').replace("”", '"') for trap in traps}
    if question == "sanction":
        # A fine for another breach is told where none for the main one is: it is a sanction all the same.
        return
    assert {claim.sentence for claim in made.claims if claim.question == question} & plain == set()


def test_what_firms_must_do_is_no_rule_for_the_person():
    rules = [
        "A natural person may buy and sell digital assets.",
        "Every person referred to in Article 1 shall keep records of the sale of digital assets.",
        "No person shall carry on the business of selling digital assets for others without a licence.",
    ]
    assert under(draft(Law(articles(LICENCE, *rules)), topic=RETAIL), "person-rule", RETAIL) == [rules[0]]


def test_what_is_about_to_change_has_a_date_after_the_one_asked_about():
    rules = [
        "This Act comes into force on 1 January 2025.",
        "Article 2 comes into force on 1 July 2027.",
        "A draft law on digital assets was laid before the Assembly on 3 March 2020.",
    ]
    assert under(draft(Law(articles(LICENCE, APART, *rules))), "pending-change", RETAIL) == [rules[1]]


def test_rules_on_other_assets_under_a_title_of_their_own_answer_nothing():
    words = f"""\
Digital Asset Act

Title I
Digital assets

Article 1
{LICENCE}

Title II
Stablecoins

Article 2
An issuer of stablecoins shall have own funds of EUR 350,000.
"""
    made = draft(Law(words), topic=PROVIDERS)
    assert [claim.sentence for claim in made.claims if claim.question == "capital"] == []
