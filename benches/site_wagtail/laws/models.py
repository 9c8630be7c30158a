"""An analysis as a Wagtail page: what stands first as fields, sections and claims as blocks."""

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


class Quote(blocks.StructBlock):
    """The words of a source, and where they stand."""

    words = blocks.TextBlock()
    place = blocks.CharBlock(required=False)


class Claim(blocks.StructBlock):
    """A sentence, its verdict, and its quotes."""

    sentence = blocks.TextBlock()
    verdict = blocks.CharBlock(required=False)
    quotes = blocks.ListBlock(Quote())


class LawPage(Page):
    """The page that is measured."""

    code = models.CharField(max_length=120)
    summary = RichTextField()
    body = StreamField([("heading", blocks.CharBlock()), ("claim", Claim())])

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:  # noqa: ARG002 - as Wagtail calls it
        """Return the template that keeps the body, or the one that does not."""
        return "laws/kept.html" if settings.KEEPS_PAGES else "laws/page.html"
