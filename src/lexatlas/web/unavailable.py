"""What is answered while the database cannot be used: 503 with a sentence, and nothing that needs the database."""

from collections.abc import Callable

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse

PRIVATE = "private, no-store"
_AGAIN = "Nothing was changed. Try again in a minute."
TROUBLES = (
    (
        ("locked", "deadlock", "lock timeout", "busy"),
        f"Somebody else's work is being written just now. {_AGAIN}",
    ),
    (
        ("readonly", "read-only"),
        "This site can be read and not written to at the moment: its database is read-only. Nothing was changed. "
        "An administrator can tell when work goes on.",
    ),
    (
        ("is full", "no space", "disk full"),
        "The disk of this site is full. Nothing was changed. An administrator must make room.",
    ),
    (
        ("no such table", "no such column", "does not exist"),
        "The database is older than the program. An administrator must run “lexatlas migrate”.",
    ),
)
"""Words of the database's own message, and the sentence that they become; the first that fits is shown."""
OTHERWISE = f"The database of this site does not answer. {_AGAIN}"


def trouble_of(error: BaseException | None) -> str:
    """Return the sentence for an error of the database, "" for any other error."""
    if not isinstance(error, OperationalError | InternalError | InterfaceError):
        return ""
    message = str(error).lower()
    return next((said for words, said in TROUBLES if any(word in message for word in words)), OTHERWISE)


def unavailable(sentence: str) -> HttpResponse:
    """Return the page that says so."""
    # Pages of failure know this room, too.
    from lexatlas.web.failures import bare  # noqa: PLC0415 - as said above

    page = bare(503, "Not at the moment", sentence)
    page["Retry-After"] = "60"
    return page


class Unavailable:
    """Turns an error of the database in a view into its page, and keeps pages out of shared caches.

    A page that says nothing of caching is private and kept nowhere; one that may be kept says so itself.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self.answer(request)
        response.headers.setdefault("Cache-Control", PRIVATE)
        return response

    def process_exception(self, _request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for an error of the database; None leaves any other error to Django."""
        trouble = trouble_of(exception)
        return unavailable(trouble) if trouble else None
