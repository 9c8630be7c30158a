"""The list of analyses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def index(request: HttpRequest) -> HttpResponse:
    """Show the analyses that whoever asks may see."""
    return render(request, "analyses.html", {})
