"""How many mails may be asked for without signing in: few to one address, more from one machine, not many in all."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from lexatlas.store.models import Outbox

KIND = "password mail"
WITHIN = timedelta(hours=1)
TO_ONE = 3
FROM_ONE = 20
IN_ALL = 300
"""Mails within the hour: to one address, from one machine, and of the whole site."""


def may_be_mailed(*, address: str, asked_from: str, at: datetime) -> bool:
    """Whether one more mail may go to `address`; that it was asked for is kept, for as long as it counts.

    Neither address is kept, only what both become under the key of the site. What is refused does not count.
    """
    to, machine = _sign("to", address.strip().casefold()), _sign("from", asked_from)
    with transaction.atomic():
        rows = Outbox.objects.filter(kind=KIND)
        rows.filter(asked_at__lte=at - WITHIN).delete()
        asked = [(row.get("to"), row.get("from")) for row in rows.values_list("payload", flat=True)[:IN_ALL]]
        if len(asked) >= IN_ALL:
            return False
        if (
            sum(to == each for each, _ in asked) >= TO_ONE
            or sum(machine == each for _, each in asked) >= FROM_ONE
        ):
            return False
        Outbox.objects.create(kind=KIND, payload={"to": to, "from": machine}, asked_at=at, done_at=at)
        return True


def _sign(salt: str, told: str) -> str:
    return salted_hmac(f"lexatlas.desk.mail.{salt}", told, algorithm="sha256").hexdigest()
