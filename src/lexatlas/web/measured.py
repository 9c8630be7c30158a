"""What is told of every request: one id, one line in the log, and figures; never a query string or what was sent."""

import contextlib
import time
from collections.abc import Callable
from secrets import token_hex
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram
from structlog.contextvars import bound_contextvars

REQUESTS = Counter("lexatlas_requests", "Requests answered.", ["page", "method", "status"])
SECONDS = Histogram(
    "lexatlas_request_seconds",
    "Time from a request to its answer.",
    ["page"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
)
METHODS = ("GET", "HEAD", "POST")
"""Other words are counted as one, so that nobody can make figures without end."""
_LOG = structlog.get_logger("lexatlas.request")


class Measured:
    """The outermost layer. It names the page, not the address: an address may hold the token of a reset link."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, tell how it went, and give the id back for whoever reports a fault."""
        name, began = token_hex(8), time.perf_counter()
        with bound_contextvars(request=name):
            response = self.answer(request)
            seconds = time.perf_counter() - began
            _tell(request, response, seconds)
        response["X-Request-ID"] = name
        return response


def _tell(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    found = request.resolver_match
    page = (found.view_name if found else "") or "none"
    method = request.method if request.method in METHODS else "other"
    # Figures lie in files: a disk that fails costs a figure, never a page.
    with contextlib.suppress(OSError):
        REQUESTS.labels(page, method, str(response.status_code)).inc()
        SECONDS.labels(page).observe(seconds)
    numbers = {
        name: value for name, value in (found.kwargs if found else {}).items() if isinstance(value, int)
    }
    told: dict[str, Any] = {"page": page, "method": method, "status": response.status_code, **_who(request)}
    level = _LOG.warning if response.status_code >= 500 else _LOG.info
    level(
        "answered",
        **told,
        **{f"of_{name}": value for name, value in numbers.items()},
        ms=round(seconds * 1000, 1),
    )


def _who(request: HttpRequest) -> dict[str, str]:
    # The person is asked for only where a page has asked before: a log line must not cost a query.
    person = getattr(request, "_cached_user", None)
    return {"person": person.key} if person is not None and person.is_authenticated else {}
