"""Files that leave the site: always to be saved, never run or shown by a browser as a page of ours."""

import re
from urllib.parse import quote

from django.http import HttpResponse

_PLAIN = re.compile(r"[^A-Za-z0-9._@-]+")
BYTES = "application/octet-stream"


def to_be_saved(data: bytes, name: str, media_type: str = BYTES) -> HttpResponse:
    """Return bytes as an attachment under a name; nothing in them is sniffed, run or loaded."""
    plain = _PLAIN.sub("-", name).strip("-.")[:120] or "file"
    answer = HttpResponse(data, content_type=media_type)
    answer["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name[:120], safe='')}"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-cache"
    return answer
