"""A list page takes as many queries for many rows as for one, whatever the rows have: reviews, sources, corrections."""

import pytest

from benches.site_queries import PAGES, counted

pytestmark = pytest.mark.django_db


def test_thirty_rows_of_every_list_page_take_as_many_queries_as_one():
    found = {name: (one, many) for name, one, many in counted(30)}
    assert set(found) == set(PAGES)
    assert {name: each for name, each in found.items() if each[1] > each[0]} == {}
