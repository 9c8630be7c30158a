"""Whole addresses of the site, for commands that have no request to take them from."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from lexatlas.store.models import Person


def password_link(person: Person, port: int = 8000) -> str:
    """Return the address by which a person sets a password once; it ends when one is set, or in time."""
    found = {
        "uidb64": urlsafe_base64_encode(force_bytes(person.pk)),
        "token": default_token_generator.make_token(person),
    }
    return f"{front(port)}{reverse('password-set', kwargs=found)}"


def front(port: int = 8000) -> str:
    """Return the address of the site: its name where it has one, over TLS as set, else this machine and the port."""
    named = [host for host in settings.NAMES if not host.startswith(("*", "."))]
    scheme = "https" if settings.TLS else "http"
    return f"{scheme}://{named[0]}" if named else f"http://127.0.0.1:{port}"
