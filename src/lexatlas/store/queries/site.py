"""Questions about the site as a whole: its settings."""

from lexatlas.store.models import SiteSetting

PUBLIC_READING = "public reading"
SIGN_ALONE = "sign alone"


def setting(name: str, default: str = "") -> str:
    """Return a setting's value, `default` where nobody has set it."""
    row = SiteSetting.objects.filter(name=name).first()
    return row.value if row else default


def reads_without_signing_in() -> bool:
    """Whether people who are not signed in may read what is live; they may not until somebody says so."""
    return setting(PUBLIC_READING) == "yes"
