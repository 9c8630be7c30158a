"""The addresses of the whole site: those of the doors, and what answers when something goes wrong."""

from lexatlas.web.urls import urlpatterns

handler400 = "lexatlas.web.failures.bad_request"
handler403 = "lexatlas.web.failures.forbidden"
handler404 = "lexatlas.web.failures.not_found"
handler500 = "lexatlas.web.failures.broken"

__all__ = ["urlpatterns"]
