import json

import pytest
from pydantic import ValidationError

from lexatlas.pipeline.drafts import draft_from_json, draft_to_json
from tests.analysts.veyland import ACT, PROVIDERS, Law, articles, draft

MADE = {
    "coded": lambda: draft(Law(ACT)),
    "to come": lambda: draft(Law(ACT), topic=PROVIDERS, as_of="2024-12-31"),
    "nothing": lambda: draft(Law(articles("Bears shall be fed."))),
    "without documents": draft,
}


@pytest.mark.parametrize("name", MADE)
def test_a_draft_comes_back_as_it_was(name):
    made = MADE[name]()
    assert draft_from_json(json.loads(json.dumps(draft_to_json(made)))) == made


def test_anything_else_is_refused():
    kept = draft_to_json(draft(Law(ACT)))
    with pytest.raises(ValidationError):
        draft_from_json({**kept, "status": {**kept["status"], "stage": "new"}})
    with pytest.raises(ValidationError):
        draft_from_json({**kept, "claims": [{"sentence": 5}]})
