"""How an analysis came about: outside the Document's hash, inside the bundle's seal."""

from lexatlas.core.canonical import Value


class Fetched(Value):
    """One reading of a source: its id, address or path, when, and by whom, as claimed."""

    source: str
    address: str
    at: str
    by: str = ""
    attempts: int = 1


class Provenance(Value):
    """Clock and people: created (ISO 8601 with zone), run id, person, fetch times, model tokens and money."""

    created: str
    run: str
    person: str = ""
    tool: str = ""
    fetched: tuple[Fetched, ...] = ()
    model_tokens: int = 0
    model_money: str = "0"
    attempts: int = 1
