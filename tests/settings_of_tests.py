"""The site's settings as tests use them: a home of their own, quick password hashes, mails kept in memory."""

import atexit
import os
import shutil
import tempfile

# Set before the real settings are read: no test may touch the home of whoever runs it.
_HOME = tempfile.mkdtemp(prefix="lexatlas-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["LEXATLAS_HOME"] = _HOME
# A browser that is driven from this process keeps a loop of its own running; Django would refuse every query beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from lexatlas.site.settings import *  # noqa: E402, F403 - the home had to be set first
from lexatlas.site.settings import DATABASES, STATIC_ROOT  # noqa: E402 - as above

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A file, as on a site: threads and processes share it, and writers wait for one another.
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(_HOME, "test.sqlite3")}  # noqa: PTH118 - Django wants text
# Assets are served by their finders; that nobody has laid them out must not be a warning, which fails a test.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
