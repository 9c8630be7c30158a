"""The cue families that the program knows by name; a topic names all others in its own file."""

ASSET, PROVIDER = "asset", "provider"
STABLECOIN = "stablecoin"
ACTIVITY = "activity"
OTHER_ASSETS = frozenset((STABLECOIN, "e-money", "securities", "nft", "cbdc"))
PERSONS = frozenset((PROVIDER, "client", "authority", "anyone", "individual"))
INSTITUTIONS = frozenset(("bank", "supervised"))
DOING = frozenset((ACTIVITY, "trade", "custody"))
USED = frozenset(("trade", "payment", "property", "hold"))
VALUE, LIKE, PEGGED, BUSINESS = "digital-value", "asset-like", "pegged", "by-business"
BUYS_BACK, FACE_VALUE, SCHEDULE = "buys-back", "face-value", "schedule"
"""Words by which a definition describes an asset without naming it."""


def described(families: frozenset[str]) -> frozenset[str]:
    """Return families with that of stablecoins where words describe one: an asset whose value is kept to a currency."""
    kept = PEGGED in families and families & {ASSET, LIKE, VALUE}
    return families | {STABLECOIN} if kept else families
