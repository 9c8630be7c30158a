"""Furnishes the site of this process's settings: python -m tests.journeys.site.furnish SAMPLES people|world."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import django


def main(samples: Path, what: str) -> None:
    """Migrate, put people (and analyses) there by the desk, give everybody the password of tests, print the ids."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lexatlas.site.settings")
    django.setup()
    from django.contrib.auth.hashers import make_password
    from django.core.management import call_command

    from lexatlas.store.models import Person
    from tests.web.sample_bundles import made
    from tests.web.world import PASSWORD, Clock, built, people_made

    call_command("migrate", interactive=False, verbosity=0)
    if what == "world":
        world = built(made(samples))
        told = asdict(world)
    else:
        told = {"people": {role: person.pk for role, person in people_made(Clock()).items()}, "analyses": {}}
    Person.objects.update(password=make_password(PASSWORD))
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
