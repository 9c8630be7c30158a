"""A site of one analyst: a version may be published as signed by its author alone, where the site says so."""

from lexatlas.core.workflow import ROLES
from lexatlas.desk.standing import Standing
from lexatlas.store.models import Person, Version
from lexatlas.store.queries.site import SIGN_ALONE, setting


def signs_alone(row: Version, standing: Standing, by: Person) -> bool:
    """Whether `by` may publish an unapproved version in review as its author's own: never over a challenge.

    It takes the site's setting, and that nobody else on the site could have reviewed it.
    """
    ready = row.stage == "In Review" and not standing.challenged and not standing.approved
    own = row.author_id == by.pk
    return ready and own and setting(SIGN_ALONE) == "yes" and not _another_reviewer(by)


def _another_reviewer(by: Person) -> bool:
    able = ROLES[ROLES.index("reviewer") :]
    return Person.objects.filter(is_active=True, role__in=able).exclude(pk=by.pk).exists()
