"""Two addresses for machines: whether the site can answer, and figures on how it does."""

import os
from secrets import compare_digest

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import REGISTRY as HERE
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from lexatlas.store.queries.health import database_answers

TEXT = "text/plain; charset=utf-8"
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")


def healthz(request: HttpRequest) -> HttpResponse:
    """Say 200 when the database answers and 503 when it does not; nothing else is told to whoever asks."""
    well = database_answers()
    answer = HttpResponse("ok\n" if well else "the database does not answer\n", TEXT, 200 if well else 503)
    answer["Cache-Control"] = "no-store"
    return answer


def metrics(request: HttpRequest) -> HttpResponse:
    """Give the figures of all workers in the text form of Prometheus; to others than `may_measure` it is not there."""
    if not may_measure(request):
        raise Http404
    answer = HttpResponse(generate_latest(_registry()), "text/plain; version=0.0.4; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    return answer


def may_measure(request: HttpRequest) -> bool:
    """Whether figures may be given: with the token, or, where the site has no name of its own, from this machine.

    A site with a name stands behind a proxy, and then everybody seems to come from this machine.
    """
    token, given = settings.METRICS_TOKEN, request.headers.get("Authorization", "")
    if token:
        return compare_digest(given.encode(), f"Bearer {token}".encode())
    if settings.HERE.hosts or any(name in request.META for name in FORWARDED):
        return False
    return request.META.get("REMOTE_ADDR") in ("127.0.0.1", "::1")


def _registry() -> CollectorRegistry:
    # Under `lexatlas serve` each worker writes its figures into a folder; alone, a process knows its own.
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return HERE
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the package types only part of itself
    return registry
