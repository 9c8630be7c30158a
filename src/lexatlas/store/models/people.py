"""People under a pseudonymous key, the free text that they write, and what they set for themselves or the site."""

import hashlib
import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from lexatlas.core.workflow import ROLES


def new_key() -> str:
    """Return a key for a person that tells nothing of who it is."""
    return f"p-{secrets.token_hex(6)}"


def new_salt() -> str:
    """Return 128 random bits, which keep a short text from being guessed by its commitment."""
    return secrets.token_hex(16)


class People(BaseUserManager["Person"]):
    """Finds people by the address that they sign in with, whatever its letter case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person with this address; raises `Person.DoesNotExist`."""
        # A database refuses to compare what is absurdly long; nobody has an address longer than this.
        return self.get(email__iexact=(username or "")[:255])


class Person(AbstractBaseUser):
    """Somebody who signs in. Name and address can be blanked; the key, which events hold, stays."""

    key = models.CharField(max_length=16, unique=True, default=new_key, editable=False)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254, unique=True, null=True)
    role = models.CharField(max_length=12, choices=[(role, role) for role in ROLES], default="reader")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    blanked_at = models.DateTimeField(null=True)
    session_mark = models.CharField(max_length=32, default=new_salt, editable=False)
    """Part of what every session of this person is signed over: a new mark ends them all."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects: ClassVar[People] = People()

    class Meta:
        db_table = "person"
        ordering: ClassVar = ["id"]

    @property
    def shown(self) -> str:
        """The name that pages print, the key once the name is blanked."""
        return self.name or self.key

    def get_session_auth_hash(self) -> str:
        """Return what a session must bear to be this person's: it changes with the password and with the mark."""
        over = f"{self.password}\n{self.session_mark}"
        return salted_hmac("lexatlas.store.session", over, algorithm="sha256").hexdigest()


class Words(models.Model):
    """A free text. An event holds only `commitment`, so that the text can be blanked and its chain still holds."""

    text = models.TextField(blank=True)
    salt = models.CharField(max_length=32, default=new_salt)
    commitment = models.CharField(max_length=64, editable=False)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    blanked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "words"
        indexes: ClassVar = [models.Index(fields=["commitment"], name="words_commitment")]

    @staticmethod
    def commit(salt: str, text: str) -> str:
        """Return the SHA-256 over salt and text, which an event carries in the text's place."""
        return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


class SavedView(models.Model):
    """A list of analyses that somebody wants again: a name, and the query string behind it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="views")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000)

    class Meta:
        db_table = "saved_view"
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "name"], name="one_view_a_name")]


class SiteSetting(models.Model):
    """A setting that an administrator may change while the site runs; `known` names stand in `desk.settings`."""

    name = models.CharField(max_length=60, primary_key=True)
    value = models.CharField(max_length=200)

    class Meta:
        db_table = "site_setting"
