"""Names the app to Django."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The one app with models; its label is the first word of each table."""

    name = "lexatlas.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
