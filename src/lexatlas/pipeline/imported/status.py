"""The status of an imported page: no code, for want of an official text, and what the page claimed."""

from collections.abc import Mapping, Sequence

from lexatlas.core.document import Abstention, Document, EvidenceFactors, ForceShown, Status
from lexatlas.core.evidence import Source
from lexatlas.pipeline.verify.programs import Recoded


def recoded(document: Document) -> Recoded:
    """Return the status, force and factors of an imported page, from the rest of its document."""
    return recoded_from(len(document.claims), document.sources, document.imported)


def recoded_from(claims: int, sources: Sequence[Source], imported: Mapping[str, str]) -> Recoded:
    """Give no code: a code needs the words of an official text, and a page brings none."""
    claimed = imported.get("Status", "")
    status = Status(
        code="unresearched",
        name="Unresearched",
        special=True,
        abstention=Abstention(
            found=(f"{claims} sentences of a page, none with an archived source",),
            missing=("the words of an official text that a code could rest on",),
            look=tuple(source.address for source in sources if source.address),
        ),
        note=f"As claimed on the page: {claimed}." if claimed else "",
    )
    factors = EvidenceFactors(
        level="None",
        reasons=("No official text was read.",),
        lacks=("an official text with the words that the page's claims rest on",),
    )
    return Recoded(status, ForceShown(state="not shown", sentence="No text of a law was read."), factors)
