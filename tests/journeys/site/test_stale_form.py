"""Two people edit one version: the second to save sees both texts and carries theirs over; no words are lost."""

import re

import pytest

from tests.journeys.site.hands import Mouse

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HERS, HIS = "Hers: providers register before they begin.", "His: providers register with the board."
HIS_OWN = "His alone: banks serve registered providers."


@pytest.fixture
def form_of(browsers, world_site):
    """Give a function that opens the form of the draft as somebody, with sentences written into claims."""
    opened = []

    def form(role, **sentences):
        page = browsers.page(role)
        opened.append(page)
        hands = Mouse(page)
        page.goto(f"/analyses/{world_site.analyses['draft']}/edit")
        for number, sentence in sentences.items():
            name = number.replace("_", " ")
            hands.press(page.get_by_role("button", name=f"Edit {name}", exact=True))
            hands.fill(page.get_by_label(f"Sentence of {name}"), sentence)
        hands.fill(page.get_by_label("What you changed, and why"), f"Reworded by the {role}.")
        return page, hands

    yield form
    for page in opened:
        page.context.close()


def saved(page, hands):
    """Press Save, wherever that leads."""
    hands.press(page.get_by_role("button", name="Save as a new version"))


def sentences(page, number, version):
    """Return what the claims of a version say, as its page prints them."""
    assert page.goto(f"/analyses/{number}/versions/{version}").status == 200
    return " ".join(" ".join(page.locator(".statement.claim .said").all_text_contents()).split())


def test_the_second_to_save_sees_both_texts_and_nothing_is_lost(form_of, world_site):
    number = world_site.analyses["draft"]
    hers, her_hands = form_of("analyst", Claim_1=HERS)
    his, his_hands = form_of("editor", Claim_1=HIS, Claim_2=HIS_OWN)
    saved(his, his_hands)
    his.wait_for_url(re.compile(rf"/analyses/{number}(/versions/2)?$"))

    saved(hers, her_hands)
    hers.get_by_role("alert").filter(has_text="Not done.").wait_for()
    beside = hers.locator(".both-one").first
    assert (HIS in spoken(beside, 0), HERS in spoken(beside, 1)) == (True, True)
    assert hers.get_by_label("Sentence of Claim 1").input_value() == HERS
    assert hers.get_by_label("What you changed, and why").input_value() == "Reworded by the analyst."

    her_hands.press(hers.get_by_role("button", name="Carry mine over to version 2"))
    hers.get_by_text("Made from version 2").wait_for()
    assert hers.get_by_label("Sentence of Claim 1").input_value() == HERS
    saved(hers, her_hands)
    hers.wait_for_url(re.compile(rf"/analyses/{number}(/versions/3)?$"))

    last, before = sentences(hers, number, 3), sentences(hers, number, 2)
    assert (HERS in last, HIS_OWN in last, HIS in last) == (True, True, False)
    assert (HIS in before, HIS_OWN in before, HERS in before) == (True, True, False)
    hers.goto(f"/analyses/{number}/history")
    told = hers.locator("main").inner_text()
    assert all(f"Reworded by the {role}." in told for role in ("editor", "analyst"))


def spoken(both, at):
    """Return one of the two texts without the words that only a listener hears."""
    words = both.locator(".words").nth(at)
    return words.evaluate("""seen => { const copy = seen.cloneNode(true);
      copy.querySelectorAll('.for-listeners').forEach((each) => each.remove()); return copy.textContent; }""")
