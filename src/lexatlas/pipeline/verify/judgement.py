"""Judgement: verdicts, status, factors and page, made again by the programs of today."""

from collections.abc import Iterator
from typing import get_args

from lexatlas.bundle import Bundle
from lexatlas.codebook import Codebook, from_files, load
from lexatlas.core.canonical import canonical_json
from lexatlas.core.document import Document
from lexatlas.core.errors import LexatlasError
from lexatlas.pipeline.verify.answers import Judgement, JudgementWord, sentences
from lexatlas.pipeline.verify.by_people import edited_by_people
from lexatlas.pipeline.verify.coded_from import changes_since, edition_unknown, misnamed, not_ours
from lexatlas.pipeline.verify.programs import Programs, Recoded, Verdicts
from lexatlas.pipeline.verify.soundness import unsound

Found = tuple[JudgementWord, str]
_WORST_LAST: tuple[JudgementWord, ...] = get_args(JudgementWord)
_NO_VERDICTS: Verdicts = {}


def judgement(bundle: Bundle, programs: Programs) -> tuple[Judgement, Verdicts]:
    """Answer for a bundle, with today's verdict on each claim (empty when the checks cannot run).

    A bundle is hostile: whatever a program of ours trips over in it becomes "cannot be given".
    """
    found: list[Found] = [("fails", fault) for fault in unsound(bundle.document)]
    verdicts = _NO_VERDICTS
    try:
        codebook, ours = from_files(bundle.codebook), load()
        found += _codebook(bundle, codebook, ours)
        verdicts = programs.judge(bundle.document, bundle.texts, codebook)
        found += _verdicts(bundle.document, verdicts, programs)
        found += _document(bundle, codebook, verdicts, programs)
        found += _flags(bundle, codebook, verdicts, programs)
        found += _page(bundle, programs)
    except LexatlasError as error:
        found.append(("cannot be given", f"The claims cannot be judged again: {error}"))
    except Exception as error:  # noqa: BLE001 - a file from a stranger must not stop us with a traceback
        found.append(("cannot be given", f"The programs stopped on this document ({type(error).__name__})."))
    return _answer(found), verdicts


def _answer(found: list[Found]) -> Judgement:
    if not found:
        return Judgement(
            answer="agrees",
            reason="Verdicts and status follow from the enclosed texts and codebook, judged again today.",
        )
    found.sort(key=lambda item: -_WORST_LAST.index(item[0]))
    return Judgement(answer=found[0][0], reason=sentences(sentence for _, sentence in found))


def _codebook(bundle: Bundle, enclosed: Codebook, ours: Codebook) -> Iterator[Found]:
    for fault in misnamed(bundle, enclosed):
        yield "fails", fault
    names = not_ours(bundle, ours)
    if names:
        yield (
            "agrees by its own codebook",
            f"It was coded by a codebook of its own: {', '.join(names[:5])} differ from those of this "
            f"release, and whether they are edition {enclosed.edition} as anybody signed it cannot be told.",
        )
    elif edition_unknown(bundle, enclosed, ours):
        yield (
            "agrees by its own codebook",
            "Its codebook files are those of this release; the whole edition that it names is not at hand.",
        )
    for told in changes_since(bundle, enclosed, ours):
        yield "agrees by its own codebook", told


def _verdicts(document: Document, today: Verdicts, programs: Programs) -> Iterator[Found]:
    same = document.recipe.checks_version == programs.checks_version
    word: JudgementWord = "fails" if same else "differs"
    recorded = document.verdicts_by_claim()
    for claim in document.claims:
        then, now = recorded.get(claim.id), today.get(claim.id)
        if now is None:
            yield "cannot be given", f"The checks gave no verdict on claim {claim.id}."
        elif then is not None and then.code != now.code:
            yield word, f"Claim {claim.id}: recorded {then.code}, today {now.code}."
        elif then is not None and then != now:
            yield (
                word,
                f"Claim {claim.id}: {now.code}, but the recorded answers of the checks are not today's.",
            )


def _flags(bundle: Bundle, codebook: Codebook, verdicts: Verdicts, programs: Programs) -> Iterator[Found]:
    """Ask the checks about the document as a whole, with today's verdicts in the place of those recorded."""
    same = bundle.document.recipe.checks_version == programs.checks_version
    if programs.flags is None or bundle.excerpts or not same:
        return
    rows = tuple(verdicts[claim.id] for claim in bundle.document.claims if claim.id in verdicts)
    judged = bundle.document.model_copy(update={"verdicts": rows})
    for flag in programs.flags(judged, bundle.texts, codebook):
        yield "fails", flag


def _document(bundle: Bundle, codebook: Codebook, verdicts: Verdicts, programs: Programs) -> Iterator[Found]:
    """Make the document again where that is possible, for nothing else shows what was left out of it."""
    document = bundle.document
    today = _made_again(bundle, codebook, programs)
    if today is None:
        recoded = programs.recode(document, bundle.texts, codebook, verdicts)
        yield from _status(bundle, recoded, programs)
        yield from edited_by_people(document, recoded)
        return
    yield from _status(bundle, Recoded(today.status, today.force, today.factors), programs)
    if canonical_json(today) != canonical_json(document):
        fields = [name for name in Document.model_fields if getattr(today, name) != getattr(document, name)]
        yield (
            "fails",
            f"Analysed again from the enclosed texts, it comes out otherwise in: {', '.join(fields)}.",
        )


def _made_again(bundle: Bundle, codebook: Codebook, programs: Programs) -> Document | None:
    document = bundle.document
    if programs.again is None or bundle.excerpts or document.recipe.lexatlas != programs.lexatlas:
        return None
    today = programs.again(bundle, codebook)
    # The codebook has its own question, and a search is not done twice: those two stand as recorded.
    recorded = {"codebook": document.codebook, "queries": document.queries}
    return None if today is None else today.model_copy(update=recorded)


def _status(bundle: Bundle, today: Recoded, programs: Programs) -> Iterator[Found]:
    document = bundle.document
    # Of texts that are enclosed in part the rules may miss what they met in the whole.
    part = " Only parts of its texts are enclosed, and the rules may have met more in the whole."
    sure: JudgementWord = "cannot be given" if bundle.excerpts else "fails"
    word: JudgementWord = "differs" if bundle.excerpts else _by_release(document, programs)
    why = part if bundle.excerpts else ""
    if document.status.code != today.status.code:
        given = f"its texts and rules give {today.status.code}"
        yield sure, f"The document says {document.status.code}; {given}.{why}"
    elif document.status != today.status:
        yield word, f"The status is right in its code, and its grounds are not those found again.{why}"
    if document.force != today.force:
        given = f"its texts give {today.force.state}"
        yield sure, f"The document says of force: {document.force.state}; {given}.{why}"
    if document.factors != today.factors:
        levels = f"{today.factors.level}, and {document.factors.level} is recorded"
        yield word, f"The factors of confidence are not what its evidence gives: {levels}.{why}"


def _by_release(document: Document, programs: Programs) -> JudgementWord:
    return "fails" if document.recipe.lexatlas == programs.lexatlas else "differs"


def _page(bundle: Bundle, programs: Programs) -> Iterator[Found]:
    if programs.page is None or programs.page(bundle) == bundle.page:
        return
    word = _by_release(bundle.document, programs)
    other = "" if word == "fails" else " It says that another release rendered it."
    yield (
        word,
        f"data/page.html is not what this release renders from the document.{other} Export the page anew.",
    )
