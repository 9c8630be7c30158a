"""What every page answers to everybody, as data: a page without a row here fails its test.

The six numbers are the answers to somebody signed out, a reader, an analyst, a reviewer, an editor and an
administrator; 302 leads to the page for signing in, 303 is a form that was taken, 400 and 409 one that was refused
with a sentence, 404 what is not there or may not be seen. A method without numbers is answered by 405 for everybody.
"""

from dataclasses import dataclass, field
from typing import Any

EVERYBODY = "200 200 200 200 200 200"
SIGNED_IN = "302 200 200 200 200 200"
INSIDE = "302 403 200 200 200 200"
"""Pages for analysts and above."""
EDITORS = "302 403 403 403 200 200"
ADMINS = "302 403 403 403 403 200"
HIDDEN = "302 404 200 200 200 200"
"""Of an analysis that is not live: to a reader it does not exist."""
NOTHING = "302 404 404 404 404 404"
"""To somebody signed out even that is not told."""
REASON = {"reason": "Because the table says so."}


@dataclass(frozen=True)
class Row:
    """A page asked about one thing, which `samples.about` turns into an address.

    `open` is what GET answers somebody signed out where the site reads publicly; `send` is the form of the POST, an
    empty one when nothing is said; `forged` is what the page answers to parts that are none, where it is not 404.
    """

    page: str
    about: str = ""
    get: str = ""
    post: str = ""
    open: int = 302
    forged: int = 404
    send: dict[str, Any] = field(default_factory=dict)


ROWS: tuple[Row, ...] = (
    Row("analyses", get=SIGNED_IN, open=200),
    *(
        row
        for page in ("analysis", "version", "sheet")
        for row in (
            Row(page, "live", get=SIGNED_IN, open=200),
            Row(page, "in review", get=HIDDEN, open=404),
            Row(page, "draft", get=HIDDEN, open=404),
            Row(page, "archived", get=HIDDEN, open=404),
        )
    ),
    Row("version", "before live", get=HIDDEN, open=404),
    Row("sheet", "before live", get=HIDDEN, open=404),
    Row("version", "no version", get=NOTHING, open=404),
    Row("act", "draft/submit", get=INSIDE, post="302 403 303 303 303 303"),
    Row("act", "live/submit", get=INSIDE, post="302 403 400 400 400 400"),
    Row("act", "live/look-again", get=INSIDE, post="302 403 400 400 400 400"),
    Row("act", "in review/publish", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/publish", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "archived/restore", get=EDITORS, post="302 403 403 403 303 303", send=REASON),
    Row("act", "live/restore", get=EDITORS, post="302 403 403 403 400 400", send=REASON),
    Row("act", "live/archive", get=EDITORS, post="302 403 403 403 303 303", send=REASON),
    Row("act", "draft/archive", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/correct", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/retire", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/resume", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/assign", get=EDITORS, post="302 403 403 403 400 400", send={"to": "x", **REASON}),
    Row("act", "live/label", get=EDITORS, post="302 403 403 403 400 400"),
    Row("act", "live/hold", get=ADMINS, post="302 403 403 403 403 303", send=REASON),
    Row("act", "draft/hold", get=ADMINS, post="302 403 403 403 403 400"),
    Row("act", "archived/release", get=ADMINS, post="302 403 403 403 403 400", send=REASON),
    Row("act", "live/unheard-of", get="302 403 404 404 404 404", post="302 403 404 404 404 404"),
    Row("export", "live/html", get=SIGNED_IN, open=200),
    Row("export", "live/json", get=SIGNED_IN, open=200),
    Row("export", "live/md", get=SIGNED_IN, open=200),
    Row("export", "live/bundle", get=SIGNED_IN, open=200),
    Row("export", "live/docx", get=NOTHING, open=404),
    Row("export", "before live/html", get=HIDDEN, open=404),
    Row("export", "in review/bundle", get=HIDDEN, open=404),
    Row("export", "draft/json", get=HIDDEN, open=404),
    Row("export", "archived/html", get=HIDDEN, open=404),
    Row("export", "archived/bundle", get="302 404 403 403 403 403", open=404),
    Row("import", get=INSIDE, post="302 403 400 400 400 400"),
    Row("bulk", post="302 403 403 403 400 400"),
    Row("views", post="302 400 400 400 400 400"),
    Row("views", "somebody's view", post="302 400 303 400 400 400", send={"remove": "@view"}),
    *(
        row
        for page in ("history", "memo")
        for row in (
            Row(page, "live", get=SIGNED_IN, open=200),
            Row(page, "in review", get=HIDDEN, open=404),
            Row(page, "draft", get=HIDDEN, open=404),
            Row(page, "archived", get=HIDDEN, open=404),
        )
    ),
    Row("memo", "before live", get=HIDDEN, open=404),
    *(Row("compare", stage, get=INSIDE) for stage in ("live", "in review", "draft", "archived")),
    *(
        Row("edit", stage, get=INSIDE, post="302 403 404 404 404 404")
        for stage in ("live", "in review", "draft", "archived")
    ),
    *(
        Row("reviews", stage, get=INSIDE, post="302 403 400 400 400 400")
        for stage in ("live", "in review", "draft", "archived")
    ),
    Row("reviews", "no version", get="302 403 404 404 404 404", post="302 403 404 404 404 404"),
    Row(
        "reviews",
        "somebody's challenge",
        get=INSIDE,
        post="302 403 403 303 403 403",
        send={"do": "withdraw", "review": "@challenge", "text": "It is settled."},
    ),
    Row("my-work", get=INSIDE),
    Row("sources", get=SIGNED_IN, open=200),
    Row("source", "an open source", get=SIGNED_IN, open=200),
    Row("source", "a quote-only source", get=HIDDEN, open=404),
    Row("source", "a source of a draft", get=HIDDEN, open=404),
    Row("source", "a private source", get=HIDDEN, open=404),
    Row("source-bytes", "an open source", get=SIGNED_IN, open=200),
    Row("source-bytes", "a quote-only source", get="302 404 403 403 403 403", open=404),
    Row("source-bytes", "a source of a draft", get=HIDDEN, open=404),
    Row("source-bytes", "a private source", get="302 404 403 403 403 403", open=404),
    Row("search", get=SIGNED_IN, open=200),
    Row("import", get=INSIDE, post="302 403 400 400 400 400"),
    Row("codebook", get=SIGNED_IN, open=200),
    Row("codebook-topic", "topic", get=SIGNED_IN, open=200),
    Row("corrections", get=SIGNED_IN, open=200),
    Row("about", get=EVERYBODY, open=200),
    Row("notice", get=EVERYBODY, open=200),
    Row("sign-in", get="200 302 302 302 302 302", post="400 302 302 302 302 302", open=200),
    Row("sign-out", post="302 303 303 303 303 303"),
    Row("password-reset", get=EVERYBODY, post="400 400 400 400 400 400", open=200),
    Row("password-sent", get=EVERYBODY, open=200),
    Row("password-set", "spent link", get=EVERYBODY, post=EVERYBODY, open=200, forged=200),
    Row("account", get=SIGNED_IN, post="302 400 400 400 400 400", send={"name": ""}),
    Row("password-change", get=SIGNED_IN, post="302 400 400 400 400 400"),
    Row("sign-out-everywhere", post="302 303 303 303 303 303"),
    Row("people", get=ADMINS),
    Row("people-add", get=ADMINS, post="302 403 403 403 403 400"),
    Row("person", "a person", get=ADMINS),
    Row("person-role", "a person", post="302 403 403 403 403 400"),
    Row("person-account", "a person", post="302 403 403 403 403 400"),
    Row("person-link", "a person", post="302 403 403 403 403 200"),
    Row("person-blank", "a person", get=ADMINS, post="302 403 403 403 403 400"),
    Row("settings", get=ADMINS, post="302 403 403 403 403 400"),
    Row("audit", get=ADMINS),
    Row("text", "a text that somebody wrote", get=ADMINS, post="302 403 403 403 403 400"),
    Row("healthz", get=EVERYBODY, open=200),
    Row("metrics", get=EVERYBODY, open=200),
)
