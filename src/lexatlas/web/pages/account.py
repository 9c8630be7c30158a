"""One's own account: name, password, and signing out everywhere."""

from django import forms
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from lexatlas.desk import account as desk
from lexatlas.desk.outcome import Done, Refused
from lexatlas.store.queries.signing_in import signed_in
from lexatlas.web.answers import after, status_of

RULES = "At least 12 characters; not only figures, not a common password, not like your name or address."


def account(request: HttpRequest) -> HttpResponse:
    """Show one's own name, address and role; a POST sets the name."""
    person = signed_in(request.user)
    name = request.POST.get("name", person.name)
    if request.method == "POST":
        outcome = desk.rename(name=name, by=person, at=timezone.now())
        if not isinstance(outcome, Refused):
            return after(request, outcome, reverse("account"))
        return _account(request, name, outcome)
    return _account(request, name, None)


def _account(request: HttpRequest, name: str, refused: Refused | None) -> HttpResponse:
    person = signed_in(request.user)
    values = {"name": name, "email": person.email or "", "role": person.role, "key": person.key,
              "error": refused.sentence if refused else ""}  # fmt: skip
    return render(request, "account.html", values, status=status_of(refused) if refused else 200)


def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; the old one is asked for, and other browsers are signed out."""
    person = signed_in(request.user)
    form = PasswordChangeForm(person, request.POST if request.method == "POST" else None)
    if form.is_valid():
        to = form.cleaned_data["new_password1"]
        outcome = desk.set_password(of=person, to=to, at=timezone.now())
        if isinstance(outcome, Done):
            update_session_auth_hash(request, person)
            return after(request, outcome, reverse("account"))
        form.add_error("new_password1", outcome.sentence)
    values = {"email": person.email or "", "errors": errors_of(form), "rules": RULES}
    return render(request, "password_change.html", values, status=400 if form.is_bound else 200)


def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of this person, this one too."""
    outcome = desk.end_sessions(of=signed_in(request.user), at=timezone.now())
    if isinstance(outcome, Refused):
        return _account(request, signed_in(request.user).name, outcome)
    logout(request)
    return after(request, outcome, reverse("sign-in"))


def errors_of(form: forms.BaseForm) -> dict[str, str]:
    """Return the sentences of a form by field; "" is what concerns the whole form."""
    found = {name: " ".join(str(each) for each in faults) for name, faults in form.errors.items()}
    return {"" if name == "__all__" else name: said for name, said in found.items()}
