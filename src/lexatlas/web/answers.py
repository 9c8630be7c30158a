"""How a form answers: what was done is told on the page that follows, a refusal on the same page again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect

from lexatlas.desk.outcome import Done, Refused


class SeeOther(HttpResponseRedirect):
    """Go there with GET (303), so that loading the page again does not send the form again."""

    status_code = 303


def after(request: HttpRequest, done: Done | str, address: str) -> SeeOther:
    """Return the way to `address`, a path of this site, which tells once what was done."""
    messages.success(request, done if isinstance(done, str) else done.sentence)
    return SeeOther(address)


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a page that shows a refusal: 409 another version came in, 403 rights, else 400."""
    if refused.stale:
        return 409
    return 403 if refused.forbidden else 400
