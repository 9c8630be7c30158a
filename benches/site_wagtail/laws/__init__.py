"""The kind of page that the Wagtail site has."""
