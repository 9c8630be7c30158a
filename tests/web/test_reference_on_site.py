"""The page of the earlier system on the site: each of its fields has its place, each of its flaws its mark."""

import re
from html import unescape

import pytest

from lexatlas.core.statements import SECTIONS
from lexatlas.desk import imports
from lexatlas.store.models import Version
from lexatlas.store.queries.documents import document
from tests.web.asking import told
from tests.web.world import STARTED, Clock, done, people_made

FIELDS = ("Jurisdiction", "Topic", "Analysis ID", "Version", "Created", "Run", "History", "Workflow Stage", "As of",
          "Text as of")  # fmt: skip
SAMPLE_NAME = "analysis-699.txt"


@pytest.fixture
def site(db):
    from tests.web.world import World

    made = people_made(Clock())
    return World({role: person.pk for role, person in made.items()}, {}, {}, {}), made["analyst"]


def test_every_field_has_its_place_and_every_flaw_its_mark(site, reference_page):
    world, analyst = site
    taken = done(
        imports.import_page(
            text=reference_page.read_bytes(),
            name=SAMPLE_NAME,
            jurisdiction="",
            topic="",
            by=analyst,
            at=STARTED,
        ),
    )
    page = told(world.client("analyst").get(f"/analyses/{taken.analysis}"))
    text = unescape(" ".join(re.sub(r"<[^>]+>", " ", page).split()))
    assert [name for name in (*FIELDS, *SECTIONS) if name not in text] == []
    assert "#699" in text
    kept = document(Version.objects.get(analysis=taken.analysis, number=taken.version).document_id)
    claimed = [claim.sentence for claim in kept.claims]
    flat = " ".join(page.split())
    assert len(claimed) > 30
    assert [verdict.code for verdict in kept.verdicts] == ["unverified"] * len(claimed)
    assert flat.count("No support") >= len(claimed)
    assert kept.factors.level == "None"
    flaws = {each.reason for verdict in kept.verdicts for each in verdict.answers if each.answer == "no"}
    assert {"The claim has no quote.", "A date of unknown kind."} <= flaws
    assert sorted(flaw for flaw in flaws if " ".join(flaw.split()).rstrip(".") not in text) == []
