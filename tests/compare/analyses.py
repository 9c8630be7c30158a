"""Small analyses of one question about an invented place, built from sentences and the texts behind them."""

from lexatlas.compare import Side
from lexatlas.core.canonical import sha256_hex
from lexatlas.core.claims import Claim, Verdict, new_claim
from lexatlas.core.document import CodebookUsed, Document, EvidenceFactors, ForceShown, Reason, Status
from lexatlas.core.evidence import CanonicalText, Quote, QuotePart, ReaderId, Snapshot, Source
from lexatlas.core.recipe import Brief, Recipe

BRIEF = Brief(
    jurisdiction="XA",
    jurisdiction_name="Veyland",
    topic="vasp-licensing",
    topic_name="VASP licensing",
    as_of="2025-06-01",
)
RECIPE = Recipe(
    analyst="extractive", analyst_version="1", terms_version="1", checks_version="1", lexatlas="0.1.0"
)
CODEBOOK = CodebookUsed(edition=1, sha256="a" * 64, files={})
OLD_TEXT = "A firm must hold a licence. The fee is 100 marks. A licence runs for two years."
NEW_TEXT = "A firm must hold a licence. The fee is 300 marks. A licence runs for two years."


def source(title="Token Act", text=OLD_TEXT, **more):
    """One source with the copy that holds `text`."""
    identity = title.casefold().replace(" ", "-")
    return Source(id=identity, title=title, jurisdiction="XA", snapshot=hashed(text), **more)


def hashed(text):
    return sha256_hex(text.encode())


def snapshot(text, as_of=None, raw=None, reader="1"):
    return Snapshot(
        raw=raw or hashed(f"raw {text}"),
        text=hashed(text),
        structure="0" * 64,
        media_type="text/plain",
        size=len(text),
        length=len(text),
        language="en",
        reader=ReaderId(name="text", version=reader),
        text_as_of=as_of,
    )


def claim(sentence, words=None, text=OLD_TEXT, origin="token-act", question="fees", **more):
    """A claim that quotes `words` from `text`; without words it has no quote."""
    quotes = ()
    if words:
        start = text.index(words)
        part = QuotePart(start=start, end=start + len(words), exact=words)
        quotes = (
            Quote(
                snapshot=hashed(text),
                source=origin,
                locator="",
                part="operative",
                language="en",
                parts=(part,),
            ),
        )
    return new_claim(Claim(question=question, form="free", sentence=sentence, quotes=quotes, **more))


def side(claims, sources=(), copies=(), code="full-licence", carried=(), verdicts=(), texts=(), **more):
    """One analysis; `carried` are the claims that its code rests on, `texts` the texts at hand."""
    document = Document(
        brief=more.pop("brief", BRIEF),
        recipe=more.pop("recipe", RECIPE),
        codebook=more.pop("codebook", CODEBOOK),
        status=Status(
            code=code,
            name=code,
            reasons=(Reason(rule="r", text="t", claims=tuple(each.id for each in carried)),),
        ),
        force=ForceShown(state="not shown"),
        factors=EvidenceFactors(),
        sources=sources,
        snapshots=copies,
        claims=claims,
        verdicts=tuple(Verdict(claim=each.id, code=verdict) for each, verdict in verdicts),
        **more,
    )
    return Side(document, {hashed(text): CanonicalText(text, ()) for text in texts})
