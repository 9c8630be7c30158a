"""The entry of a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from lexatlas.site.logs import configure

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lexatlas.site.settings")
configure()
application = get_wsgi_application()
