"""Who may do what: the role's acts, and never to approve, resolve or publish one's own work."""

from lexatlas.core.workflow import LEAST, Act, may
from lexatlas.desk.outcome import Refused
from lexatlas.store.models import Person


def refuses(by: Person | None, act: Act) -> Refused | None:
    """Return the refusal for a person whose role does not have the act; None when it does."""
    role = by.role if by is not None and by.is_active else None
    if may(role, act):  # type: ignore[arg-type]  # a row holds a role as plain text
        return None
    if role is None:
        return Refused("Sign in first.", forbidden=True)
    return Refused(f"To {act} takes the role {LEAST[act]}; yours is {role}.", forbidden=True)
