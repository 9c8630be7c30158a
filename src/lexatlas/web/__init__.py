"""The web door: pages for people, where a view parses, calls one thing (a query or an act) and renders a value.

`pages/<page>.py` holds views, `templates/` what they render, `urls.py` every page with the right that it takes:
nothing is reached but through that table. It may import desk, store and below, never api or worker.
To add a page: one view file, one template, one row of `urls.PAGES`.
"""
