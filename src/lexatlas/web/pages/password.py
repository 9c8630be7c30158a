"""A forgotten password: a link by mail that tells nobody who has an account, and the page that it leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import structlog
from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from lexatlas.desk import account as desk
from lexatlas.desk.mail_asked import TO_ONE, may_be_mailed
from lexatlas.desk.outcome import Refused
from lexatlas.store.queries.signing_in import account, nobody, open_accounts, signed_in
from lexatlas.web.answers import SeeOther, after
from lexatlas.web.pages.account import RULES, errors_of

DAYS = settings.PASSWORD_RESET_TIMEOUT // 86_400
_LOG = structlog.get_logger("lexatlas.mail")


class _Asked(PasswordResetForm):
    """Finds whoever may get a link: everybody with an open account, also one that never had a password.

    Where nobody is found a mail is made all the same, and goes nowhere.
    """

    def get_users(self, email: str) -> Any:
        return list(open_accounts(email)) or [nobody(email)]

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        if context["user"].pk is None:
            # As much work as for an account, so that nobody tells the two apart by how busy the site is.
            subject = render_to_string(subject_template_name, context).strip()
            EmailMessage(
                subject, render_to_string(email_template_name, context), from_email, [to_email]
            ).message()
            return
        super().send_mail(
            subject_template_name,
            email_template_name,
            context,
            from_email,
            to_email,
            html_email_template_name,
        )


class _Sent(SeeOther):
    """Goes to the next page first, and only then does what takes longer for an address that is known."""

    def __init__(self, address: str, then: Callable[[], None]) -> None:
        super().__init__(address)
        self.then = then

    def close(self) -> None:
        """Called by the server when the answer has left."""
        try:
            self.then()
        except Exception as error:  # noqa: BLE001 - nobody waits for it; whoever asked must not see that it failed
            _LOG.error("mail not sent", kind=type(error).__name__)
        super().close()


def reset(request: HttpRequest) -> HttpResponse:
    """Ask for a link. The answer is the same, and takes as long, whether or not the address is known.

    Past what `desk.mail_asked` allows within an hour it is the same, too, and no mail goes out.
    """
    form = _Asked(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _Sent(reverse("password-sent"), lambda: _send(form, request))
    values = {"errors": errors_of(form), "email": request.POST.get("email", "")[:254], "days": DAYS}
    return render(request, "password_reset.html", values, status=400 if form.is_bound else 200)


def _send(form: PasswordResetForm, request: HttpRequest) -> None:
    asked_from = request.META.get("REMOTE_ADDR", "")
    if not may_be_mailed(address=form.cleaned_data["email"], asked_from=asked_from, at=timezone.now()):
        _LOG.warning("mail not sent", kind="too many were asked for within the hour")
        return
    form.save(
        request=request,
        use_https=request.is_secure(),
        subject_template_name="password_mail_subject.txt",
        email_template_name="password_mail.txt",
        extra_email_context={"days": str(DAYS)},
    )


def sent(request: HttpRequest) -> HttpResponse:
    """Say that a link is on its way, if the address is known."""
    return render(request, "password_sent.html", {"days": DAYS, "most": TO_ONE})


class _Set(PasswordResetConfirmView):
    """Django's view: the token of the link moves into the session, so that no other site reads it."""

    template_name = "password_set.html"

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context = super().get_context_data(**given)
        form = context.get("form")
        email = signed_in(self.user).email or "" if self.validlink else ""
        return {**context, "usable": self.validlink, "email": email, "days": DAYS, "rules": RULES,
                "errors": errors_of(form) if form else {}}  # fmt: skip

    def form_valid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        outcome = desk.set_password(
            of=signed_in(self.user), to=form.cleaned_data["new_password1"], at=timezone.now()
        )
        if isinstance(outcome, Refused):
            form.add_error("new_password1", outcome.sentence)
            return self.form_invalid(form)
        self.request.session.pop(INTERNAL_RESET_SESSION_TOKEN, None)
        return after(self.request, "The password was set. Sign in with it.", reverse("sign-in"))

    def form_invalid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


_set = _Set.as_view()


def set_by_link(request: HttpRequest, uidb64: str, token: str) -> HttpResponse:
    """Ask for a new password where the link still works, and say so where it does not."""
    return cast(HttpResponse, _set(request, uidb64=uidb64, token=token))


def link_for(request: HttpRequest, person: int) -> str:
    """Return the whole address by which a person sets a password once; it ends when one is set, or after DAYS days."""
    row = account(person)
    found = {
        "uidb64": urlsafe_base64_encode(force_bytes(row.pk)),
        "token": default_token_generator.make_token(row),
    }
    return request.build_absolute_uri(reverse("password-set", kwargs=found))
