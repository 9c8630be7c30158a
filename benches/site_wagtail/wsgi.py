"""The entry of the Wagtail site for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benches.site_wagtail.settings")
application = get_wsgi_application()
