"""The policy of every page on what a browser may load: one and the same, so it is put into words once."""

from collections.abc import Callable

from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse

_HEADER = "Content-Security-Policy"


class Policy:
    """Gives an answer the policy of the settings, unless it has brought a narrower one of its own."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer
        self._told = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the policy."""
        response = self.answer(request)
        response.setdefault(_HEADER, self._told)
        return response
