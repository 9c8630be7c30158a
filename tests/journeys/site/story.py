"""The way of an analysis from a bundle to the public, as four people go it in their browsers."""

import re
from pathlib import Path
from typing import Any

from tests.journeys.site.visits import PASSWORD

STEPS = 40_000


class Story:
    """Four people, one analysis; `hands` says whether they use the mouse or the keyboard alone."""

    def __init__(self, browser: Any, address: str, hands: type) -> None:
        self.browser, self.address, self.hands_of = browser, address, hands
        self.pages: dict[str, Any] = {}
        self.number = 0

    def close(self) -> None:
        """Close every browser."""
        for page in self.pages.values():
            page.context.close()

    def who(self, role: str) -> tuple[Any, Any]:
        """Return the page of a person and the hands on it; everybody signs in once, by the form."""
        if role not in self.pages:
            context = self.browser.new_context(base_url=self.address, viewport={"width": 1366, "height": 768})
            page = self.pages[role] = context.new_page()
            page.set_default_timeout(STEPS)
            hands = self.hands_of(page)
            page.goto("/sign-in/")
            hands.fill(page.get_by_label("E-mail address"), f"{role}@site.example")
            hands.fill(page.get_by_label("Password"), PASSWORD)
            hands.press(page.get_by_role("main").get_by_role("button", name="Sign in"))
            page.locator(".who form button").wait_for(state="attached")
        return self.pages[role], self.hands_of(self.pages[role])

    def arrives(self, page: Any, where: re.Pattern[str]) -> None:
        """Wait until a page has an address."""
        from playwright.sync_api import expect

        expect(page).to_have_url(where, timeout=STEPS)

    def told(self, role: str, words: str) -> None:
        """Wait until the page of a person says this."""
        self.pages[role].locator("main").get_by_text(words).first.wait_for()

    def version(self, role: str, number: int) -> tuple[Any, Any]:
        """Open a version."""
        page, hands = self.who(role)
        page.goto(f"/analyses/{self.number}/versions/{number}")
        return page, hands

    def reviews(self, role: str, number: int) -> tuple[Any, Any]:
        """Open the reviews of a version, by the button of its page."""
        page, hands = self.version(role, number)
        hands.press(page.get_by_role("link", name="Submit Review").first)
        self.arrives(page, re.compile("/reviews"))
        return page, hands

    def imports(self, bundle: Path) -> None:
        """As analyst: take in a bundle."""
        page, hands = self.who("analyst")
        page.goto("/import/")
        hands.give(page.get_by_label("File"), str(bundle))
        hands.press(page.get_by_role("button", name="Import"))
        self.arrives(page, re.compile(r"/analyses/\d+"))
        self.number = int(re.search(r"/analyses/(\d+)", page.url)[1])
        self.told("analyst", "claims match their source")

    def edits(self) -> None:
        """As analyst: give the first claim other words, selected in the source and quoted; save a new version."""
        page, hands = self.version("analyst", 1)
        hands.press(page.get_by_role("link", name="Edit", exact=True))
        hands.press(page.get_by_role("button", name="Edit Claim 1", exact=True))
        fields = page.locator(".claim-fields").first
        words = hands.quote(fields, re.compile(r"\S+\s+(\S+\s+){9}"))
        hands.fill(page.get_by_label("Sentence of Claim 1"), words)
        hands.fill(page.get_by_label("What you changed, and why"), "Another rule carries this better.")
        page.locator("#recheck .rechecked li").first.wait_for()
        hands.press(page.get_by_role("button", name="Save as a new version"))
        self.arrives(page, re.compile(r"/analyses/\d+(/versions/2)?$"))
        self.told("analyst", "ersion 2")

    def submits(self, number: int) -> None:
        """As analyst: hand the version over to review."""
        page, hands = self.version("analyst", number)
        hands.press(page.get_by_role("button", name="Submit for review"))
        self.told("analyst", f"Version {number} is in review.")

    def challenges(self, number: int, reason: str) -> None:
        """As reviewer: challenge a claim."""
        page, hands = self.reviews("reviewer", number)
        hands.pick(page.get_by_role("radio", name=re.compile("^Challenge")))
        hands.choose(page.get_by_label("Of what"), "Claim 1:")
        hands.fill(page.get_by_label("Reason, or the new text"), reason)
        hands.press(page.get_by_role("button", name="Submit Review"))
        page.get_by_role("heading", name=re.compile("^Challenge of claim 1")).wait_for()

    def answers(self, number: int, text: str) -> None:
        """As analyst: answer the challenge."""
        page, hands = self.who("analyst")
        page.goto(f"/analyses/{self.number}/versions/{number}/reviews")
        hands.press(page.locator("summary", has_text="Answer"))
        hands.fill(page.get_by_label("Answer", exact=True), text)
        hands.press(page.get_by_role("button", name="Answer"))
        page.get_by_text(text).wait_for()

    def sees_and_withdraws(self, number: int, text: str) -> None:
        """As reviewer: see the answer, and withdraw the challenge."""
        page, hands = self.reviews("reviewer", number)
        page.get_by_text(text).wait_for()
        hands.press(page.locator("summary", has_text="Withdraw"))
        hands.fill(page.get_by_label("Why you withdraw it"), "The answer settles it.")
        hands.press(page.get_by_role("button", name="Withdraw"))
        page.get_by_text("Withdrawn by", exact=True).wait_for()

    def opens_every_quote(self, number: int) -> None:
        """As reviewer: open the quotes behind the status and the pillars; opening one is what counts it."""
        page, hands = self.reviews("reviewer", number)
        folds = page.locator(".to-open > li > details")
        for at in range(folds.count()):
            hands.press(folds.nth(at).locator("summary"))
            folds.nth(at).get_by_text("Opened by you.").wait_for()
        page.get_by_text(f"{folds.count()} of {folds.count()} quotes opened").wait_for()

    def approves(self, number: int) -> None:
        """As reviewer: sign the fixed sentence."""
        page, hands = self.reviews("reviewer", number)
        hands.pick(page.get_by_role("radio", name=re.compile("^Approval")))
        hands.fill(page.get_by_label("In", exact=True), "Official gazette and statute book")
        hands.press(page.get_by_role("button", name="Submit Review"))
        page.get_by_text("Approved by").first.wait_for()

    def is_refused_to_approve(self, number: int) -> None:
        """As reviewer: an approval below n of n is refused with a sentence."""
        page, hands = self.reviews("reviewer", number)
        hands.pick(page.get_by_role("radio", name=re.compile("^Approval")))
        hands.fill(page.get_by_label("In", exact=True), "Official gazette")
        hands.press(page.get_by_role("button", name="Submit Review"))
        page.get_by_role("alert").filter(has_text="Not done.").wait_for()

    def publishes(self, number: int) -> None:
        """As editor: make it live."""
        page, hands = self.version("editor", number)
        hands.press(page.get_by_role("button", name="Publish"))
        self.told("editor", f"Version {number} is live.")

    def is_read(self) -> None:
        """As reader: find it in the list, read it, and its history."""
        page, hands = self.who("reader")
        page.goto("/")
        hands.press(page.locator(f'main a[href="/analyses/{self.number}"]').first)
        self.arrives(page, re.compile(f"/analyses/{self.number}"))
        assert page.locator(".code-name").first.is_visible()
        page.goto(f"/analyses/{self.number}/history")
        page.locator("main").get_by_text("Live").first.wait_for()

    def is_not_read(self) -> None:
        """As reader: what is not live is not there."""
        page, _ = self.who("reader")
        assert page.goto(f"/analyses/{self.number}").status == 404

    def compares(self) -> None:
        """As analyst: see what changed between the two versions, the words marked."""
        page, hands = self.who("analyst")
        page.goto(f"/analyses/{self.number}")
        hands.press(page.get_by_role("link", name="Compare").first)
        self.arrives(page, re.compile("/compare"))
        assert page.locator("main ins, main del, main mark").count() > 0

    def looks_again(self, number: int) -> None:
        """As analyst: look again; the head shows the day."""
        page, hands = self.version("analyst", number)
        hands.press(page.locator("summary", has_text="More acts"))
        hands.press(page.get_by_role("link", name="Look again"))
        hands.fill(page.get_by_label("Where you looked"), "Official gazette, this week")
        hands.press(page.get_by_role("button", name="Look again"))
        self.told("analyst", "Last looked at")
