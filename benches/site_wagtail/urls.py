"""The addresses of the Wagtail site: its pages, and nothing else that is asked for."""

from django.urls import include, path
from wagtail import urls

urlpatterns = [path("", include(urls))]
