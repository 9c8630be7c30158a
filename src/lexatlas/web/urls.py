"""Every page of the site with the right that it takes; nothing is reached but through this table."""

from lexatlas.web.door import Page
from lexatlas.web.pages import analyses

PAGES = (Page("analyses", "", analyses.index, "read live"),)

urlpatterns = [page.pattern() for page in PAGES]
