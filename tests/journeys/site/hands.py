"""How a person works a page: with the mouse, or with the keyboard alone; a story is told once for both."""

from typing import Any

FOCUSED = "seen => seen === document.activeElement"
VISIBLY = """seen => { const shape = getComputedStyle(seen);
  return shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) >= 1 || shape.boxShadow !== 'none'; }"""
MOST_STEPS = 900
MOST_LOOKS, LOOKS_A_PRESS, LOOK_EVERY = 600, 100, 100
"""How often it is looked whether a key press has opened something, after how many looks it is pressed again; ms."""


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, seen: Any) -> None:
        """Press a button, follow a link, open a fold, tick a box."""
        seen.click()

    def fill(self, seen: Any, text: str) -> None:
        """Write into a field in place of what stands there."""
        seen.fill(text)

    def choose(self, seen: Any, words: str) -> None:
        """Choose from a list the option that begins with these words."""
        option = seen.locator("option").filter(has_text=words).first
        seen.select_option(value=option.get_attribute("value"))

    def pick(self, seen: Any) -> None:
        """Pick one of several choices."""
        seen.check()

    def give(self, seen: Any, file: str) -> None:
        """Choose a file."""
        seen.set_input_files(file)

    def quote(self, fields: Any, place: Any) -> str:
        """Show the text beside the form, select words in it, quote them; returns the words."""
        self.page.locator(".text-list a.show-beside").first.click()
        self.page.locator("#beside-text .block").first.wait_for()
        block = self.page.locator("#beside-text .block").filter(has_text=place).first
        block.click(click_count=3)
        words = self.page.evaluate("getSelection().toString()")
        self.page.get_by_role("button", name="Quote the words selected").click()
        fields.locator(".chosen li").first.wait_for()
        return str(words).strip()


class Keyboard:
    """Never touches the mouse: Tab to get there, with the focus to be seen, then a key."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def press(self, seen: Any) -> None:
        """Press a button, follow a link, open a fold, tick a box."""
        self.reach(seen)
        ticked = seen.evaluate("seen => seen.type === 'checkbox' || seen.tagName === 'SUMMARY'")
        self.page.keyboard.press("Space" if ticked else "Enter")

    def fill(self, seen: Any, text: str) -> None:
        """Write into a field in place of what stands there."""
        self.reach(seen)
        if seen.evaluate("seen => seen.type === 'date'"):
            self.page.keyboard.type("".join((text[5:7], text[8:10], text[:4])))
            return
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def choose(self, seen: Any, words: str) -> None:
        """Choose from a list the option that begins with these words."""
        self.reach(seen)
        for _ in range(seen.locator("option").count()):
            if seen.evaluate("seen => seen.selectedOptions[0].text").strip().startswith(words):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"No option begins with {words!r}.")

    def pick(self, seen: Any) -> None:
        """Pick one of several choices: Tab enters the group, arrows move within it."""
        group = seen.evaluate("seen => seen.name")
        choices = self.page.locator(f'input[type=radio][name="{group}"]')
        self.reach(*(choices.nth(at) for at in range(choices.count())))
        for _ in range(choices.count() + 1):
            if seen.evaluate(FOCUSED):
                self.page.keyboard.press("Space")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("The arrows do not lead to the choice.")

    def give(self, seen: Any, file: str) -> None:
        """Choose a file. A browser that is busy may let a key press go by: a person presses again."""
        self.reach(seen)
        choosers: list[Any] = []
        self.page.once("filechooser", lambda chooser: choosers.append(chooser))  # noqa: PLW0108 - it wants a function
        for look in range(MOST_LOOKS):
            if not choosers and look % LOOKS_A_PRESS == 0:
                self.page.keyboard.press("Enter")
            self.page.wait_for_timeout(LOOK_EVERY)
            if choosers:
                choosers[0].set_files(file)
                return
        raise AssertionError("No key press opens the choice of a file.")

    def quote(self, fields: Any, place: Any) -> str:
        """Quote by first and last words, as nobody selects without a mouse; returns the words."""
        link = self.page.locator(".text-list a.show-beside").first
        self.press(link)
        self.page.locator("#beside-text .block").first.wait_for()
        words = str(
            self.page.locator("#beside-text .block").filter(has_text=place).first.inner_text()
        ).strip()
        self.press(fields.locator("summary", has_text="Choose a quote by its first and last words"))
        self.fill(fields.get_by_label("First words"), " ".join(words.split()[:5]))
        self.fill(fields.get_by_label("Last words"), " ".join(words.split()[-4:]))
        return words

    def reach(self, *any_of: Any) -> None:
        """Step with Tab until one of these has the focus, and shows it."""
        for _ in range(MOST_STEPS):
            for seen in any_of:
                if seen.evaluate(FOCUSED):
                    assert seen.evaluate(VISIBLY), f"The focus is not to be seen: {seen}"
                    return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {any_of}")
