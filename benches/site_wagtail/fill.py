"""Lays out the Wagtail site's database and writes one page from the claims that a JSON file tells."""

import json
import os
import sys
from pathlib import Path

import django


def fill(told: Path) -> None:
    """Make tables and page anew."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benches.site_wagtail.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - Django is ready only now
    from wagtail.models import Page, Site  # noqa: PLC0415 - as above

    from benches.site_wagtail.laws.models import LawPage  # noqa: PLC0415 - as above

    call_command("makemigrations", "laws", verbosity=0)
    call_command("migrate", verbosity=0)
    page = json.loads(told.read_text(encoding="utf-8"))
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=Page(title="Laws", slug="laws"))
    Site.objects.all().delete()
    Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
    for name in ("Analyses", "Sources", "Search", "Codebook"):
        home.add_child(instance=Page(title=name, slug=name.lower(), show_in_menus=True))
    home.add_child(
        instance=LawPage(
            title=page["title"], slug="law", code=page["code"], summary=page["summary"], body=page["body"]
        )
    )


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
