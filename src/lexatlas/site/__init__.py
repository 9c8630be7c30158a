"""The site: settings, addresses and the WSGI entry that hold the doors together; only commands import it.

It may import web, api and everything below. To add a setting: one row in `lexatlas.settings.known`.
"""
