"""What a form is sent by somebody who means harm, or by a machine that has gone wrong."""

MARKUP = "<script>alert('h-1')</script>\"'><img src=x onerror=alert(2)>"
RAW = ("<script>alert('h-1')", "<img src=x onerror")
"""What must never stand in a page as it was sent."""

TEXTS: dict[str, str] = {
    "empty": "",
    "white space": " \t\n ",
    "huge": "lawful " * 150_000,
    "foreign scripts": "Ликвидность 流动性 سيولة ความเหลวไหล \u202eevil\u202c",
    "combining marks": "e" + "\u0301" * 400,
    "control characters": "a\x07\x1b[31m\x0b\x7f\x85b",
    "nul": "a\x00b",
    "markup": MARKUP,
    "database words": "'; DROP TABLE person; --",
    "template words": "{{ 7 * 7 * 7 }}{% for x in y %}",
    "header lines": "a\r\nSet-Cookie: stolen=1\r\n\r\n<b>",
    "a path": "../../../../etc/passwd",
    "a huge number": "9" * 40,
    "below nothing": "-1",
    "no number": "NaN",
    "no date": "2026-13-45",
    "year nought": "0000-00-00",
    "far future": "99999-01-01",
}
"""What every field of a form is given, by what it is."""

BROKEN_BYTES = b"%ED%A0%80%FF%FE"
"""Percent-encoded bytes that are no UTF-8: half a surrogate pair, and two that never occur."""
