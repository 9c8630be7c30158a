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


@dataclass(frozen=True)
class Row:
    """A page asked about one thing. `open` is what GET answers somebody signed out where the site reads publicly.

    `about` names what is asked about (`ABOUT`); `send` is the form of the POST, an empty one when nothing is said; `forged` what an address answers to
    parts that are none, where it is not 404.
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
    Row("healthz", get=EVERYBODY, open=200),
    Row("metrics", get=EVERYBODY, open=200),
)
