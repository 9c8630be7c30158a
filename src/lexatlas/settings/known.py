"""Every setting that there is: its name in the environment, in the file, and what it must be."""

from typing import Literal, NamedTuple

PREFIX = "LEXATLAS_"
FILE_NAME = "lexatlas.toml"


class Known(NamedTuple):
    """One setting. `key` is None where the file cannot say it, since the file lies inside the home."""

    field: str
    variable: str
    key: str | None
    must_be: Literal["home folder", "existing folder", "existing path", "words", "yes or no"]


SETTINGS = (
    Known("home", "LEXATLAS_HOME", None, "home folder"),
    Known("corpus", "LEXATLAS_CORPUS", "corpus", "existing folder"),
    Known("reference", "LEXATLAS_REFERENCE", "reference", "existing path"),
    Known("person", "LEXATLAS_PERSON", "person", "words"),
    Known("database_url", "LEXATLAS_DATABASE_URL", "database_url", "words"),
    Known("archive_url", "LEXATLAS_ARCHIVE_URL", "archive_url", "words"),
    Known("hosts", "LEXATLAS_HOSTS", "hosts", "words"),
    Known("tls", "LEXATLAS_TLS", "tls", "yes or no"),
    Known("proxies", "LEXATLAS_PROXIES", "proxies", "words"),
    Known("secret_key", "LEXATLAS_SECRET_KEY", "secret_key", "words"),
    Known("mail", "LEXATLAS_MAIL", "mail", "words"),
    Known("metrics_token", "LEXATLAS_METRICS_TOKEN", "metrics_token", "words"),
)
