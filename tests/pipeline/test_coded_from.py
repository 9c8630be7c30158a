"""What verify says of a bundle coded before the codebook changed."""

from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace

from lexatlas.codebook import Change, load
from lexatlas.pipeline.verify.coded_from import changes_since

RETAIL = "retail-trading-status"


@dataclass(frozen=True)
class Coded:
    """As much of a bundle as the question looks at: the topic of its document."""

    document: SimpleNamespace


def coded(topic=RETAIL):
    return Coded(SimpleNamespace(brief=SimpleNamespace(topic=topic)))


def change(**given):
    row = {
        "date": date(2026, 12, 1),
        "what": "A bar on paying is no ban.",
        "read_again": True,
        "why": "It was one.",
    }
    return Change(**{**row, **given})


def told(*changes, topic=RETAIL):
    then = load()
    now = replace(then, changes=(*changes, *then.changes))
    return changes_since(coded(topic), then, now)


def test_a_later_change_that_touches_the_topic_is_told():
    what = "A bar on paying is no ban. It was one. Look at it again."
    said = f"Since it was coded the codebook changed (2026-12-01): {what}"
    assert told(change()) == [said]
    assert told(change(topics=(RETAIL,))) == [said]


def test_what_does_not_touch_it_or_leaves_codes_as_they_stand_is_not():
    assert told(change(topics=("mining",)), change(read_again=False)) == []


def test_the_same_record_tells_nothing():
    assert told() == []


def test_a_codebook_without_a_record_is_told_of_all():
    then, now = replace(load(), changes=()), load()
    since = changes_since(coded("stablecoin-issuance"), then, now)
    again = [row.what for row in now.changes if row.read_again and row.concerns("stablecoin-issuance")]
    assert again != []
    assert [what for what, line in zip(again, since, strict=True) if what not in line] == []
