"""Signing in and out, by Django's own views; and how failed attempts are counted."""

from collections.abc import Mapping
from typing import Any, cast

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from lexatlas.web.answers import SeeOther


class _SignIn(LoginView):
    template_name = "sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        return SeeOther(super().form_valid(form)["Location"])

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


class _SignOut(LogoutView):
    def post(self, request: HttpRequest, *given: Any, **found: Any) -> HttpResponse:
        return SeeOther(super().post(request, *given, **found)["Location"])


_in, _out = _SignIn.as_view(), _SignOut.as_view()


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for address and password; unknown, closed and wrong are answered alike, and take as long."""
    return cast(HttpResponse, _in(request))


def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    return _out(request)


def attempted_as(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """Return the address that an attempt is counted under: letter case makes no second address of it."""
    given = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(given).strip().lower()[:254]
