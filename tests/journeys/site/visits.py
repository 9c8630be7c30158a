"""Every page of the running site as each role meets it; each role signs in once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.web.answers_expected import ROWS, Row
from tests.web.asking import BY_NAME, address
from tests.web.samples import about
from tests.web.world import ASKERS, PASSWORD, SIGNED_OUT, World

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
SECRET = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')


@dataclass(frozen=True)
class Visit:
    """A page as one role sees it; a role that sees what another saw has no visit of its own."""

    name: str
    role: str
    path: str


class Browsers:
    """Gives pages of a browser to each role; everybody signs in once, by the form."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address
        self.kept: dict[str, Any] = {}

    def page(self, role: str, **settings: Any) -> Any:
        """Open an empty page in a context of its own; closing the context ends it."""
        if role not in self.kept:
            self.kept[role] = self._signed_in(role)
        context = self.browser.new_context(base_url=self.address, storage_state=self.kept[role],
                                           **{"viewport": DESK, **settings})  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    def _signed_in(self, role: str) -> Any:
        context = self.browser.new_context(base_url=self.address)
        if role != SIGNED_OUT:
            page = context.new_page()
            page.goto("/sign-in/")
            page.get_by_label("E-mail address").fill(f"{role}@site.example")
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Sign in").click()
            page.locator(".who form button").wait_for(state="attached")
        state = context.storage_state()
        context.close()
        return state


def visits(world: World, browsers: Browsers, only: tuple[str, ...] = ASKERS) -> Iterator[Visit]:
    """Yield each page that shows itself to a role, once for every different thing that it says in its main part.

    Whoever sees most of a page is asked first: whoever sees the same has no visit of their own.
    """
    pages: Mapping[str, Any] = {role: browsers.page(role).context for role in only}
    seen: set[str] = set()
    for row in ROWS:
        for role, numbers in reversed(list(zip(ASKERS, row.get.split(), strict=False))):
            if role not in pages or numbers != "200" or not _for_people(row):
                continue
            path = address(BY_NAME[row.page], about(world, row))
            body = pages[role].request.get(path).text()
            main = SECRET.sub(r"\1", body.partition("<main")[2])
            if main and main not in seen:
                seen.add(main)
                yield Visit(f"{row.page}.{row.about}" if row.about else row.page, role, path)
    for context in pages.values():
        context.close()


def _for_people(row: Row) -> bool:
    """Whether it is a page to be looked at: not a file to be saved, nor an answer to a machine."""
    return row.page not in ("healthz", "metrics", "export", "source-bytes", "sheet")
