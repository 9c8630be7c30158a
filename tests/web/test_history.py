"""The history of an analysis tells each act once, and what somebody did many times over in one row."""

import re

from tests.web.asking import told


def test_quotes_that_one_person_opened_one_after_another_are_one_row(world):
    page = told(world.client("analyst").get(f"/analyses/{world.analyses['live']}/history"))
    acts = re.findall(r'<th scope="row">(\w+)</th>', page)
    assert acts == ["Publish", "Approve", "Opened", "Submit", "Import", "Import"]
    count = int(re.search(r"(\d+) quotes, since 2026-06-02 \d\d:\d\d UTC, version 2", page)[1])
    assert f"{count + 5} events in the chain" in page
