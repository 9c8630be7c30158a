"""Keeps pictures of each page of the site, and its PDF: python -m tests.journeys.site.pictures FOLDER [PAGE...]."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings_of_tests")
django.setup()  # the table of pages imports the views, and they the tables

from tests.conftest import CHROMIUM_NAMES  # noqa: E402 - as said above
from tests.journeys.site.running import database, furnished, served  # noqa: E402 - as said above
from tests.journeys.site.visits import DESK, PHONE, Browsers, Visit, visits  # noqa: E402 - as said above
from tests.web.world import World  # noqa: E402 - as said above

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light", "device_scale_factor": 2},
    "paper": {"viewport": DESK},
}


def main(folder: Path, wanted: tuple[str, ...]) -> int:
    """Furnish a site of its own, look at every page as each role that sees something different, keep the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with site() as (world, address), chromium() as browser:
        browsers = Browsers(browser, address)
        for visit in visits(world, browsers):
            if not wanted or any(visit.name.startswith(each) for each in wanted):
                print(*(kept(browsers, visit, look, folder).name for look in LOOKS), flush=True)
    return 0


def kept(browsers: Browsers, visit: Visit, look: str, folder: Path) -> Path:
    """Take one picture, of the whole page, or print it to a PDF; return where it lies."""
    page = browsers.page(visit.role, **LOOKS[look])
    page.goto(visit.path)
    ending = "pdf" if look == "paper" else "png"
    name = f"{visit.name.replace('/', '.')}.{visit.role}.{look}.{ending}".replace(" ", "-")
    if look == "paper":
        page.pdf(path=folder / name, prefer_css_page_size=True)
    else:
        page.screenshot(path=folder / name, full_page=True)
    page.context.close()
    return folder / name


@contextmanager
def site() -> Iterator[Any]:
    """Give the sample site, served from a home that is removed afterwards."""
    home = Path(tempfile.mkdtemp(prefix="lexatlas-pictures-"))
    try:
        with database(home) as settings:
            world = World(**furnished(settings, home / "samples", "world"))
            with served(settings, home / "log") as running:
                yield world, running.address
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def chromium() -> Iterator[Any]:
    """Give the system's own browser."""
    from playwright.sync_api import sync_playwright

    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), tuple(sys.argv[2:])))
