"""Takes in an analysis that somebody published as a page: every field kept, no claim supported by the page itself.

Public: `page.import_page`, `page.import_again` (the same from the stored text), `asked.Asked` (what the caller says in
place of the page) and `status.recoded`. The rest is theirs: the form of a page in `fields`, and a file for each part.

May import what pipeline may. To add a section that pages print: a file that turns its lines into statements, and its
line in `page`.
"""
