"""A process of its own that waits for a word on its standard input and then does acts on the site of a test."""

import json
import os
import sys
from datetime import UTC, datetime


def main(database: str, acts: list[tuple[str, dict[str, object]]]) -> None:
    """Do each act as the person that it names, and print what came of it, a line each."""
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from lexatlas.desk import looking, stages
    from lexatlas.desk.outcome import Done
    from lexatlas.store.models import Person

    known = {"publish": stages.publish, "submit": stages.submit, "look_again": looking.look_again}
    people = {person.pk: person for person in Person.objects.all()}
    print("ready", flush=True)
    sys.stdin.readline()
    for name, given in acts:
        by = people[int(str(given.pop("by")))]
        done = known[name](by=by, at=datetime(2026, 6, 2, 12, tzinfo=UTC), **given)  # type: ignore[operator]
        print(json.dumps([isinstance(done, Done), done.sentence]), flush=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lexatlas.site.settings"
    main(sys.argv[1], json.loads(sys.argv[2]))
