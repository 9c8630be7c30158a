"""The site: settings, addresses and the WSGI entry that hold the doors together. Imported by nobody but the commands.

It may import web, api and everything below. To add a setting: one row in `lexatlas.settings.known`.
"""
