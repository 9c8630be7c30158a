"""Who asks for a page, as far as it decides what they see: inside or outside, by which name, on which day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from lexatlas.core.workflow import Act, Role, may


@dataclass(frozen=True)
class Asking:
    """`person` is 0 for nobody; `inside` is whether everything may be read, or only what is live."""

    person: int
    name: str
    role: Role | None
    inside: bool
    today: date

    def may(self, act: Act) -> bool:
        """Whether the role has an act; whose work it is decides the desk."""
        return may(self.role, act)


def asking(request: HttpRequest) -> Asking:
    """Return who asks."""
    person = request.user
    today = timezone.now().date()
    if not person.is_authenticated:
        return Asking(0, "", None, False, today)
    role: Role = person.role  # type: ignore[assignment]  # a row holds plain text
    return Asking(person.pk, person.shown, role, may(role, "read all"), today)
