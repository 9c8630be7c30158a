"""The head of an analysis on the site: what stands first, and the four things with what has become of the version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from lexatlas.checks.confidence import Confidence
from lexatlas.compare import Comparison
from lexatlas.core.document import Override
from lexatlas.desk.standing import Standing
from lexatlas.exports.view.values import Head, Row
from lexatlas.exports.view.words import counted, time_with_zone
from lexatlas.store.queries.analysis import AnalysisFacts, VersionFacts

_TOLD = 6
"""Findings that the head tells; a longer list would hide what it heads."""
_NEXT = {"None": "Low", "Low": "Medium", "Medium": "High", "High": ""}


@dataclass(frozen=True)
class Banner:
    """A sentence that stands first: a lead in bold, the rest, and where it leads, as (words, address)."""

    lead: str
    words: str
    links: tuple[tuple[str, str], ...] = ()


def head_on_site(
    head: Head, facts: AnalysisFacts, version: VersionFacts, standing: Standing, confidence: Confidence
) -> Head:
    """Return the head with number, version, stage, sign-off and the confidence shown today in their places."""
    sign_off, sentence = _sign_off(standing)
    return replace(
        head,
        confidence=confidence.level,
        confidence_sentence=_confidence(head, confidence),
        sign_off=sign_off,
        sign_off_sentence=sentence,
        fields=tuple(_fields(head, facts, version, standing)),
        looked=tuple(_looked(facts)),
    )


def _confidence(head: Head, confidence: Confidence) -> str:
    if head.is_abstention:
        return head.confidence_sentence
    higher, lacks = _NEXT[confidence.level], "; ".join(confidence.lacks)
    return f"Lacks for {higher}: {lacks}" if higher and lacks else "; ".join(confidence.reasons).rstrip(".")


def _sign_off(standing: Standing) -> tuple[str, str]:
    if standing.approvals:
        signed = "; ".join(f"{each.name}, {each.role}, {each.day.isoformat()}" for each in standing.approvals)
        return "Signed", signed
    if standing.alone:
        return "Signed by its author alone", "Nobody else has reviewed it"
    return "Not signed", "Machine-coded"


def _fields(head: Head, facts: AnalysisFacts, version: VersionFacts, standing: Standing) -> Iterator[Row]:
    named = [
        word for word, number in (("Latest", facts.latest), ("Live", facts.live)) if number == version.number
    ]
    told = {row.name: row for row in head.fields}
    yield told["Jurisdiction"]
    yield told["Topic"]
    yield Row("Analysis ID", f"#{facts.id}")
    yield Row("Version", " · ".join([f"{version.number} of {facts.versions}", *named]))
    yield Row("Created", _created(version))
    yield Row("Run", version.run or "not recorded")
    yield Row("History", counted(facts.versions, "version"), address=f"/analyses/{facts.id}/history")
    yield Row("Workflow Stage", standing.stage)
    yield told["As of"]
    yield told["Text as of"]
    if facts.reference_id:
        yield Row("Reference ID", facts.reference_id)


def _created(version: VersionFacts) -> str:
    created = str(version.provenance.get("created") or "")
    return time_with_zone(created or version.created_at.isoformat(timespec="minutes"))


def _looked(facts: AnalysisFacts) -> Iterator[Row]:
    if facts.looked_at:
        yield Row("Last looked at", facts.looked_at.isoformat())
    if facts.look_again_by:
        yield Row("Look again by", facts.look_again_by.isoformat())


def banners(
    facts: AnalysisFacts,
    version: VersionFacts,
    standing: Standing,
    changed: tuple[int, Comparison] | None,
    numbers: Mapping[str, int],
    private: str,
    *,
    inside: bool,
) -> tuple[Banner, ...]:
    """Return what stands first, Latest and Live before all else; `changed` is the version live before, compared."""
    found = [
        *_which(facts, version, standing, inside=inside, compares=changed is None),
        *_changed(facts, version, changed, numbers, inside=inside),
    ]
    found += not_to_rely_on(facts, version)
    if facts.legal_hold and inside:
        found.append(Banner("Under legal hold.", "Nothing behind this analysis is deleted."))
    if standing.challenges:
        number = len(standing.challenges)
        words = f"{counted(number, 'challenge')} stand{'s' if number == 1 else ''}: open, or upheld and not yet met."
        found.append(Banner("Challenged.", words, (("Read the reviews", "#reviews"),)))
    if standing.contested:
        found.append(Banner("Contested.", "Coders or sources differ on what the law says."))
    if standing.overtaken:
        found.append(Banner("Overtaken.", " ".join(standing.overtaken)))
    if version.origin == "import" and version.claimed:
        words = _claimed(version)
        if words:
            found.append(Banner("Claimed by the file, without effect:", words))
    if private:
        found.append(Banner("", private))
    return tuple(found)


def not_to_rely_on(facts: AnalysisFacts, version: VersionFacts) -> Iterator[Banner]:
    """Give what warns whoever would rely on a version: found wrong after publication, or its question closed."""
    if version.corrected_at:
        words = f"on {_day(version.corrected_at)}: {version.correction or 'reason blanked'}"
        yield Banner("Found wrong", words)
    if facts.retired_at:
        yield Banner("Retired", f"on {_day(facts.retired_at)}: {facts.retired_why or 'reason blanked'}")


def overridden(override: Override | None) -> tuple[Banner, ...]:
    """Return the code that the rules give beside one that a person gave in its place, with the reason."""
    if override is None:
        return ()
    return (
        Banner("Code given by a person.", f"The rules give {override.ruled.told}. Reason: {override.reason}"),
    )


def faulted(findings: tuple[str, ...]) -> tuple[Banner, ...]:
    """Return what the checks find wrong with the page as a whole, which the marks on its claims do not show."""
    if not findings:
        return ()
    rest = f" And {len(findings) - _TOLD} more." if len(findings) > _TOLD else ""
    lead = f"{counted(len(findings), 'finding')} of the checks on the page as a whole:"
    return (Banner(lead, " ".join(_ended(each) for each in findings[:_TOLD]) + rest),)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _which(
    facts: AnalysisFacts, version: VersionFacts, standing: Standing, *, inside: bool, compares: bool
) -> Iterator[Banner]:
    if facts.latest == facts.live == version.number:
        return
    is_latest, is_live = facts.latest == version.number, facts.live == version.number
    own = "Latest" if is_latest else "Live" if is_live else "neither Latest nor Live"
    stage = "" if is_live else f", {standing.stage}"
    words = [f"This is version {version.number}, {own}{stage}."]
    links = []
    if not is_latest:
        words.append(
            f"Version {facts.latest} is Latest."
            if not is_live
            else f"Version {facts.latest}, Latest, is not published."
        )
        links += [(f"Read version {facts.latest}", _address(facts, facts.latest))] * inside
    if not is_live and facts.live:
        words.append(f"Version {facts.live} is Live.")
        links.append((f"Read version {facts.live}", _address(facts, facts.live)))
        links += [("Compare the two", _compare(facts, *sorted((facts.live, version.number))))] * compares
    elif not facts.live:
        words.append("No version is Live.")
    yield Banner("", " ".join(words), tuple(links))


def _changed(
    facts: AnalysisFacts,
    version: VersionFacts,
    changed: tuple[int, Comparison] | None,
    numbers: Mapping[str, int],
    *,
    inside: bool,
) -> Iterator[Banner]:
    if changed is None or not changed[1].code.changed:
        return
    number, comparison = changed
    code = comparison.code
    causes = " ".join(f"Cause: {each.cause}. {each.reason}" for each in code.because[:3])
    links = [
        (f"claim {numbers[claim]}", f"#claim-{numbers[claim]}")
        for claim in code.claims[:6]
        if claim in numbers
    ]
    links += [("Compare the two", _compare(facts, number, version.number))] * inside
    words = f"from {code.before_name} (version {number}) to {code.after_name}. {causes}"
    yield Banner("Status changed", words, tuple(links))


def _claimed(version: VersionFacts) -> str:
    told = version.claimed
    page = told.get("page")
    if isinstance(page, dict):
        return "; ".join(f"{name}: {value}" for name, value in list(page.items())[:8]) + "."
    status = told.get("status") or {}
    found = [
        f"code {status.get('name') or 'not given'}",
        f"confidence {told.get('confidence') or 'not given'}",
    ]
    if told.get("workflow_stage"):
        found.append(f"stage {told['workflow_stage']}")
    if told.get("reviews_in_all"):
        found.append(counted(int(told["reviews_in_all"]), "review"))
    if told.get("person"):
        found.append(f"made by {told['person']}")
    if told.get("verdicts_that_differ"):
        found.append(f"{counted(len(told['verdicts_that_differ']), 'verdict')} other than computed here")
    return "; ".join(found) + "."


def _address(facts: AnalysisFacts, number: int) -> str:
    return f"/analyses/{facts.id}/versions/{number}"


def _compare(facts: AnalysisFacts, before: int, after: int) -> str:
    return f"/analyses/{facts.id}/compare?before={before}&after={after}"


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
