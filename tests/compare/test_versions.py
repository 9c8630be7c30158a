"""Each difference between two analyses has one cause of five, told from data; what only looks new is said."""

import pytest

from lexatlas.compare import compare, render_text
from lexatlas.core.document import Edited
from lexatlas.core.errors import InputError
from lexatlas.core.evidence import Span
from lexatlas.core.facts import Money
from tests.compare.analyses import (
    BRIEF,
    CODEBOOK,
    NEW_TEXT,
    OLD_TEXT,
    RECIPE,
    claim,
    hashed,
    side,
    snapshot,
    source,
)

LICENCE = claim("A firm must hold a licence.", "A firm must hold a licence.")
OLD_FEE = claim("The fee is 100 marks.", "The fee is 100 marks.")
NEW_FEE = claim("The fee is 300 marks.", "The fee is 300 marks.", NEW_TEXT)
OLD_COPY, NEW_COPY = snapshot(OLD_TEXT, "2024-01-01"), snapshot(NEW_TEXT, "2025-05-01")
COPIES = "Two copies of “Token Act”, as of 2024-01-01 and as of 2025-05-01"
OLD, NEW = source(), source(text=NEW_TEXT)


def old_side(claims=(OLD_FEE,), **more):
    return side(claims, (OLD,), (OLD_COPY,), **more)


def new_side(claims=(NEW_FEE,), **more):
    return side(claims, (NEW,), (NEW_COPY,), **more)


def told(before, after):
    """Kind, cause and reason of each row."""
    return [(row.kind, row.because.cause, row.because.reason) for row in compare(before, after).rows]


def test_one_analysis_is_not_compared_with_itself():
    with pytest.raises(InputError, match=r"^Both are the same analysis \(XA\.vasp-licensing\.total@\w{12}\)"):
        compare(old_side(), old_side())


def test_answers_to_different_questions_are_not_compared():
    other = old_side(brief=BRIEF.model_copy(update={"jurisdiction": "XB"}))
    with pytest.raises(InputError, match=r"XA vasp-licensing total, and XB vasp-licensing total"):
        compare(old_side(), other)


def test_law_changed_when_a_newer_copy_of_the_source_says_otherwise():
    before, after = old_side(texts=(OLD_TEXT,)), new_side(texts=(NEW_TEXT,))
    assert told(before, after) == [
        ("changed", "law changed", f"{COPIES}: the words are not in the earlier one.")
    ]


def test_without_the_texts_the_reason_says_that_their_words_were_not_compared():
    reason = f"{COPIES}: the words of the other one are not at hand."
    assert told(old_side(), new_side()) == [("changed", "law changed", reason)]


def test_law_changed_when_words_are_gone_from_the_newer_copy():
    licence = claim("The levy is 9 marks.", "The levy is 9 marks.", "The levy is 9 marks.")
    before = side(
        (licence,), (source(text="The levy is 9 marks."),), (snapshot("The levy is 9 marks.", "2024"),)
    )
    reason = "Two copies of “Token Act”, as of 2024 and as of 2025-05-01: the words are not in the later one."
    assert told(before, new_side((), texts=(NEW_TEXT,))) == [("gone", "law changed", reason)]


def test_two_copies_without_dates_are_told_apart_and_said_to_be_so():
    before = side((OLD_FEE,), (OLD,), (snapshot(OLD_TEXT),))
    [(_, cause, reason)] = told(before, new_side())
    assert (cause, reason[:60]) == (
        "law changed",
        "Two copies of “Token Act”, as of a date not shown and as of ",
    )


def test_law_changed_when_a_source_is_younger_than_the_earlier_question():
    fee = claim("The levy is 5 marks.", "The levy is 5 marks.", "The levy is 5 marks.", "levy-order")
    levy = source("Levy Order", "The levy is 5 marks.", date="2025-09-01")
    after = side((OLD_FEE, fee), (OLD, levy), (OLD_COPY, snapshot("The levy is 5 marks.")))
    reason = "“Levy Order” is dated 2025-09-01, after the date that the earlier analysis asked about."
    assert told(old_side(), after)[1] == ("new", "law changed", reason)


def test_we_had_not_looked_when_the_source_is_new_and_old_enough():
    fee = claim("The levy is 5 marks.", "The levy is 5 marks.", "The levy is 5 marks.", "levy-order")
    levy = source("Levy Order", "The levy is 5 marks.", date="2020")
    after = side((OLD_FEE, fee), (OLD, levy), (OLD_COPY, snapshot("The levy is 5 marks.")))
    reason = "“Levy Order” is not among the texts of the earlier analysis."
    assert told(old_side(), after)[1] == ("new", "we had not looked", reason)
    reason = "“Levy Order” is not among the texts of the later analysis."
    assert told(after, old_side())[1] == ("gone", "we had not looked", reason)


def test_we_were_wrong_when_the_same_words_were_read_as_other_facts():
    def fee(amount, sentence):
        return claim(sentence, "The fee is 100 marks.", facts=(Money(amount=amount, currency="XTS"),))

    before = old_side((fee(10, "The fee is 10 marks."),))
    after = old_side((fee(100, "The fee is 100 marks."),))
    reason = "The same words of the source were read as other facts."
    assert told(before, after) == [("changed", "we were wrong", reason)]


def test_we_were_wrong_when_a_claim_without_support_is_gone():
    loose = claim("Mining is taxed at 10 %.", question="tax")
    reason = "The earlier claim was marked “No support”."
    assert told(old_side((OLD_FEE, loose)), old_side())[1] == ("gone", "we were wrong", reason)
    conflicting = claim("A licence is optional.", "A firm must hold a licence.", question="licence")
    before = old_side((OLD_FEE, conflicting), verdicts=((conflicting, "contradicted"),))
    reason = "The earlier claim was marked “Conflicts”."
    assert told(before, old_side())[1] == ("gone", "we were wrong", reason)


def test_read_differently_when_the_same_copy_gave_another_claim():
    term = claim("A licence runs for two years.", "A licence runs for two years.", question="term")
    recipe = RECIPE.model_copy(update={"analyst_version": "2"})
    codebook = CODEBOOK.model_copy(update={"sha256": "b" * 64})
    after = old_side((OLD_FEE, term), recipe=recipe, codebook=codebook)
    reason = "Both analyses read the same copy; the codebook, the analyst's version changed."
    assert told(old_side(), after)[1] == ("new", "read differently", reason)
    assert told(after, old_side())[1] == ("gone", "read differently", reason)


def test_read_differently_when_the_words_stand_in_the_earlier_copy_too():
    term = claim("A licence runs for two years.", "A licence runs for two years.", NEW_TEXT, question="term")
    before, after = old_side(texts=(OLD_TEXT,)), new_side((NEW_FEE, term), texts=(NEW_TEXT,))
    reason = "Its words stand in the earlier copy of “Token Act” too; other texts changed what was chosen."
    assert told(before, after)[1] == ("new", "read differently", reason)


def test_read_differently_when_a_person_edited_one_of_the_two():
    term = claim("A licence runs for two years.", "A licence runs for two years.", question="term")
    by_hand = Edited(of="0" * 64, by="p-0123456789ab")
    after = old_side((OLD_FEE, term), edited=by_hand)
    reason = "Both analyses read the same copy; a person edited one of the two."
    assert told(old_side(), after)[1] == ("new", "read differently", reason)
    assert told(after, old_side())[1] == ("gone", "read differently", reason)
    recipe = RECIPE.model_copy(update={"analyst_version": "2"})
    after = old_side((OLD_FEE, term), recipe=recipe, edited=by_hand)
    reason = (
        "Both analyses read the same copy; the analyst's version changed, and a person edited one of the two."
    )
    assert told(old_side(), after)[1] == ("new", "read differently", reason)


def test_read_differently_when_one_file_was_read_by_another_reader():
    before = side((OLD_FEE,), (OLD,), (snapshot(OLD_TEXT, raw="f" * 64),))
    after = side((NEW_FEE,), (NEW,), (snapshot(NEW_TEXT, raw="f" * 64, reader="2"),))
    reason = "The same file of “Token Act” was read by another reader (text 1, then text 2)."
    assert told(before, after) == [("changed", "read differently", reason)]


def test_unchanged_when_only_letter_case_or_white_space_differs():
    shouted = claim("the  FEE is 100 marks.", "The fee is 100 marks.")
    result = compare(old_side(), old_side((shouted,)))
    assert (result.counts, result.rows[0].because.cause) == (
        {"same": 1, "changed": 0, "new": 0, "gone": 0},
        "unchanged",
    )
    assert [(caution.fault, caution.sentence) for caution in result.cautions] == [
        ("P1", "Claims that differ in letter case or white space only: 1. They count as the same.")
    ]


def test_unchanged_when_a_code_is_written_in_other_letters():
    result = compare(old_side(), old_side(code="Full_Licence"))
    assert result.code.changed is False
    assert result.cautions[0].fault == "P1"


def test_unchanged_when_the_words_stand_in_a_newer_copy():
    licence = claim("A firm must hold a licence.", "A firm must hold a licence.", NEW_TEXT)
    assert told(old_side((LICENCE,)), new_side((licence,))) == [("same", "unchanged", "The same words.")]


def test_a_number_is_no_letter_case():
    before, after = claim("The fee is 100 marks."), claim("The fee is 300 marks.")
    assert [row.kind for row in compare(side((before,)), side((after,))).rows] == ["changed"]


def test_force_that_came_with_the_date_asked():
    waiting = claim("The fee is 100 marks.", "The fee is 100 marks.", force="not yet")
    begun = claim("The fee is 100 marks.", "The fee is 100 marks.", force="in force")
    after = old_side((begun,), brief=BRIEF.model_copy(update={"as_of": "2026-01-01"}))
    reason = "Force on 2025-06-01: not yet; on 2026-01-01: in force, by the words' own dates."
    assert told(old_side((waiting,)), after) == [("changed", "law changed", reason)]


def test_another_mark_on_the_same_claim_is_a_change():
    before = old_side(verdicts=((OLD_FEE, "supported"),))
    after = old_side(verdicts=((OLD_FEE, "verified"),))
    reason = "The same claim was marked “Supported, in other words”, and is now marked “Matches source”."
    assert told(before, after) == [("changed", "read differently", reason)]


def test_a_copied_text_with_a_new_date_is_named():
    copied = side((OLD_FEE,), (OLD,), (snapshot(OLD_TEXT, "2025-05-01"),))
    [caution] = compare(old_side(), copied).cautions
    assert (caution.fault, caution.sentence) == (
        "P2",
        "“Token Act” has the same words with another date (2024-01-01, now 2025-05-01): copied, not changed.",
    )


def test_a_later_question_to_the_same_copies_is_named():
    after = old_side(brief=BRIEF.model_copy(update={"as_of": "2026-01-01"}))
    [caution] = compare(old_side(), after).cautions
    assert (caution.fault, caution.sentence) == (
        "P2",
        "The as-of date moved from 2025-06-01 to 2026-01-01, and the same copies were read; none is newer.",
    )


def imported(status, created, copies=()):
    """A page of ours, imported: its claims have no quotes, its status is only claimed."""
    brief = BRIEF.model_copy(update={"as_of": created})
    claims = (claim("Tokens may be held."),)
    return side(claims, copies=copies, code="unresearched", imported={"Status": status}, brief=brief)


def test_a_claimed_status_in_other_letters_is_no_change():
    result = compare(imported("Allowed-Regulated", "2025-01-01"), imported("allowed_regulated", "2025-01-01"))
    assert [(caution.fault, caution.sentence) for caution in result.cautions] == [
        ("P1", "“Allowed-Regulated” and “allowed_regulated” are one code in other letters.")
    ]
    assert "Claimed by the page: Allowed-Regulated before, allowed_regulated after." in render_text(result)


def test_a_page_copied_with_a_new_date_is_named():
    before = imported("Banned", "2025-01-01")
    after = imported("Banned", "2025-09-01", copies=(snapshot("Another file."),))
    faults = [(caution.fault, caution.sentence) for caution in compare(before, after).cautions]
    assert faults[-1] == (
        "P2",
        "The as-of date moved from 2025-01-01 to 2025-09-01, and every claim is the same.",
    )


def test_the_code_changes_for_the_causes_of_its_claims():
    loose = claim("Mining is taxed at 10 %.", question="tax")
    before = old_side((OLD_FEE, loose), carried=(OLD_FEE,), code="partial-licence")
    code = compare(before, new_side(carried=(NEW_FEE,))).code
    assert (code.changed, code.before, code.after) == (True, "partial-licence", "full-licence")
    assert [because.cause for because in code.because] == ["law changed"]


def test_a_code_that_changed_with_the_date_alone_changed_by_the_dates_of_the_law():
    asked = BRIEF.model_copy(update={"as_of": "2026-01-01"})
    before = old_side((OLD_FEE,), carried=(OLD_FEE,), code="partial-licence")
    code = compare(before, old_side((OLD_FEE, LICENCE), carried=(LICENCE,), brief=asked)).code
    [because] = code.because
    assert (because.cause, code.claims) == ("law changed", (LICENCE.id,))
    assert because.reason == (
        "The same copies were read by the same rules; by the texts' own dates the code of 2025-06-01 is "
        "not that of 2026-01-01."
    )


def test_a_code_that_changed_on_the_same_claims_was_read_differently():
    before = old_side(carried=(OLD_FEE,), code="partial-licence")
    after = old_side(carried=(OLD_FEE,), codebook=CODEBOOK.model_copy(update={"sha256": "b" * 64}))
    [because] = compare(before, after).code.because
    assert (because.cause, because.reason) == (
        "read differently",
        "The claims behind the code are the same; the codebook changed.",
    )


def test_alignment_is_by_question_and_quote_before_words():
    wide = claim("Holding a licence is a duty of firms.", "A firm must hold a licence.")
    result = compare(old_side((LICENCE, OLD_FEE)), old_side((OLD_FEE, wide)))
    assert [(row.kind, row.before, row.after) for row in result.rows] == [
        ("same", OLD_FEE.id, OLD_FEE.id),
        ("changed", LICENCE.id, wide.id),
    ]


def test_a_claim_that_moved_to_another_question_is_found():
    moved = claim("A firm must hold a licence.", "A firm must hold a licence.", question="duties")
    assert [row.kind for row in compare(old_side((LICENCE,)), old_side((moved,))).rows] == ["same"]


def test_quotes_meet_by_place_even_when_cut_otherwise():
    shorter = claim("Firms need one.", "hold a licence.")
    assert shorter.quotes[0].parts[0].start > Span(0, 1).start
    assert [row.kind for row in compare(old_side((LICENCE,)), old_side((shorter,))).rows] == ["changed"]


def test_counts_and_causes_add_up_and_the_order_does_not_matter():
    term = claim("A licence runs for two years.", "A licence runs for two years.", NEW_TEXT, question="term")
    loose = claim("Mining is taxed at 10 %.", question="tax")
    before, after = old_side((LICENCE, OLD_FEE, loose)), new_side((NEW_FEE, term))
    result = compare(before, after)
    assert sum(result.counts.values()) == sum(result.causes.values()) == len(result.rows)
    turned = compare(old_side((loose, OLD_FEE, LICENCE)), new_side((term, NEW_FEE)))
    assert {(row.before, row.after) for row in turned.rows} == {
        (row.before, row.after) for row in result.rows
    }


def test_the_words_for_a_terminal():
    before = old_side((LICENCE, OLD_FEE), carried=(OLD_FEE,), code="partial-licence", texts=(OLD_TEXT,))
    after = new_side(carried=(NEW_FEE,), verdicts=((NEW_FEE, "verified"),), texts=(NEW_TEXT,))
    law, chosen = f"{COPIES}: the words are not in the earlier one.", "Its words stand in the later copy of"
    assert render_text(compare(before, after)).splitlines() == [
        f"Before: {before.document.id} (as of 2025-06-01)",
        f"After:  {after.document.id} (as of 2025-06-01)",
        "Code: partial-licence became full-licence.",
        f"  law changed: {law}",
        "",
        "Claims: 0 same · 1 changed · 0 new · 1 gone, of 2.",
        "Causes: law changed 1 · read differently 1.",
        "",
        f"Changed (law changed, 1): {law}",
        "  - The fee is 100 marks.",
        "  + The fee is 300 marks. [Matches source]",
        "",
        f"Gone (read differently, 1): {chosen} “Token Act” too; other texts changed what was chosen.",
        "  - A firm must hold a licence.",
    ]


def test_rows_of_one_reason_stand_under_one_heading():
    def at(force):
        words = ("A firm must hold a licence.", "The fee is 100 marks.")
        return tuple(claim(text, text, force=force) for text in words)

    after = old_side(at("in force"), brief=BRIEF.model_copy(update={"as_of": "2026-01-01"}))
    reason = "Force on 2025-06-01: not yet; on 2026-01-01: in force, by the words' own dates."
    assert render_text(compare(old_side(at("not yet")), after)).splitlines()[-3:] == [
        f"Changed (law changed, 2): {reason}",
        "  = A firm must hold a licence.",
        "  = The fee is 100 marks.",
    ]


def test_the_hash_of_a_text_is_that_of_its_words():
    assert hashed(OLD_TEXT) != hashed(NEW_TEXT)
