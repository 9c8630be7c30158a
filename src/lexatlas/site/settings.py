"""Django's settings, worked out from the settings of this machine (`lexatlas.settings`)."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from lexatlas.settings import load
from lexatlas.site.proxies import networks
from lexatlas.site.secret import secret_key

HERE = load(os.environ)
DATA = HERE.data
SECRET_KEY = secret_key(HERE.secret_key, DATA)
DEBUG = False
NAMES = [host.strip() for host in HERE.hosts.split(",") if host.strip()]
ALLOWED_HOSTS = NAMES or ["127.0.0.1", "localhost", "[::1]"]
TLS = HERE.tls == "yes" or (bool(NAMES) and HERE.tls != "no")
"""Once the site has a name of its own it is served over TLS, unless the setting says otherwise."""
CSRF_TRUSTED_ORIGINS = [f"http{'s' * TLS}://{host}" for host in NAMES if host != "*"]
ROOT_URLCONF = "lexatlas.site.urls"
WSGI_APPLICATION = "lexatlas.site.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "lexatlas.store.apps.StoreConfig",
]
PROXIES = networks(HERE.proxies)
MIDDLEWARE = [
    "lexatlas.site.proxies.Proxies",
    "lexatlas.web.measured.Measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lexatlas.web.policy.Policy",
    "lexatlas.web.unavailable.Unavailable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]


def _database() -> dict[str, Any]:
    """Return the database: a file in the home, or what the address names."""
    if HERE.database_url and not HERE.database_url.startswith("sqlite"):
        return {**dj_database_url.parse(HERE.database_url, conn_max_age=60, conn_health_checks=True)}
    name = HERE.database_url.removeprefix("sqlite:///") or str(DATA / "lexatlas.sqlite3")
    options = {
        # Readers never wait for a writer, and a writer takes its turn at the start of its transaction.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options, "CONN_MAX_AGE": None}


DATABASES = {"default": _database()}
ATOMIC_REQUESTS = False
ARCHIVE_URL = HERE.archive_url or str(DATA / "archive")
"""Where archived bytes lie: a folder, or an address that fsspec opens."""
AUTH_USER_MODEL = "store.Person"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
SESSION_ENGINE = "lexatlas.store.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS else None
SECURE_SSL_REDIRECT = TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]
"""Asked for by machines behind the proxy, which speak no TLS."""
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "lexatlas.web.pages.sign_in.attempted_as"
AXES_LOCKOUT_CALLABLE = "lexatlas.web.failures.too_many"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lexatlas.web.failures.forged"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
METRICS_TOKEN = HERE.metrics_token
LOGGING_CONFIG = None
"""`lexatlas.site.logs` sends every log one way."""
LANGUAGE_CODE = "en"
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/assets/"
PACKAGE = Path(__file__).parents[1]
STATICFILES_DIRS: list[Path] = [PACKAGE / "web" / "assets", PACKAGE / "exports" / "assets"]
"""Tokens and components of a page are the exports' own files: the site shows what an export shows."""
STATIC_ROOT = HERE.cache / "assets"
KEPT_AT = HERE.cache / "kept"
"""What pages were drawn from, under the hash of what it was made of; deleting it costs time only."""
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "lexatlas.web.assets_storage.Assets"},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
"""What an act answered travels in a signed cookie: a page reads no row for it."""
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates", PACKAGE / "exports" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "lexatlas.web.environment.environment",
            "context_processors": ["lexatlas.web.frame.frame"],
        },
    }
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if HERE.mail
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST, _, _port = HERE.mail.partition(":")
EMAIL_PORT = int(_port or 25)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = f"lexatlas@{NAMES[0] if NAMES and NAMES[0] != '*' else 'localhost'}"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []
