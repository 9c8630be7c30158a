"""Tells what the site of this process's settings keeps, as JSON: python -m tests.journeys.site.told [blank PERSON]."""

import json
import os
import sys
import zlib
from datetime import UTC, datetime

import django


def main(words: list[str]) -> None:
    """Print a hash of every table, each broken event, each document whose bytes do not bear its name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lexatlas.site.settings")
    django.setup()
    from lexatlas.core.canonical import sha256_hex
    from lexatlas.desk import people
    from lexatlas.store.models import DocumentBytes, Event, Person
    from tests.web.state import broken_chains, kept
    from tests.web.world import done

    if words[:1] == ["blank"]:
        admin = Person.objects.get(role="admin")
        done(people.blank(person=int(words[1]), by=admin, at=datetime.now(UTC)))
    documents = {
        row.sha256: sha256_hex(zlib.decompress(bytes(row.body))) for row in DocumentBytes.objects.all()
    }
    told = {
        "kept": kept(),
        "broken": broken_chains(),
        "documents": documents,
        "events": Event.objects.count(),
        "names": [person.shown for person in Person.objects.order_by("id")],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
