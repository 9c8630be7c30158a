"""The store: the rows that a site keeps, and questions about rows; the one Django app with models.

`models/` says what is kept, `queries/` answers questions of pages with values (never rows), `archive` keeps bytes by
their SHA-256, `search` finds words within a scope. Only `lexatlas.desk` writes.

It may import core, settings and language. To add a question: one function in `queries/` that returns frozen values.
"""
