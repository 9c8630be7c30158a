"""Compares what claims say with the stored words that they rest on, one question a file.

May import: core, settings, codebook, language, retrieval, bundle. A check compares surface tokens and never
reads a claim's typed facts to learn what a quote says. `second` reads the values of a quote for itself, with no
reader of `language`.

To add to it: one file with `NAME`, `check(claim, view)` and, where the question is about a whole analysis,
`check_document(document, view)`; one line below; its passing, failing and cannot-tell examples in
`tests/checks`. Only the checks named in `verdict.WORDS` make a verdict.
"""

from lexatlas.checks import (
    actors,
    authority,
    claimed,
    codes,
    conflicts,
    context,
    coverage,
    currency,
    dates,
    evidence,
    identity,
    kinds,
    labels,
    listed_dates,
    names,
    negation,
    numbers,
    placeholders,
    quotes,
    references,
    rights,
    superseded,
    tiers,
    typed,
    values,
    wording,
)

CHECKS_VERSION = "4"
"""Changes whenever the same claim and texts may get another verdict."""

CHECKS = (
    identity,
    quotes,
    context,
    wording,
    numbers,
    dates,
    names,
    negation,
    actors,
    authority,
    tiers,
    conflicts,
    currency,
    placeholders,
    references,
    typed,
    values,
    rights,
    coverage,
)
DOCUMENT_CHECKS = (
    quotes,
    dates,
    tiers,
    placeholders,
    references,
    kinds,
    evidence,
    superseded,
    claimed,
    authority,
    currency,
    listed_dates,
    values,
    labels,
    codes,
    rights,
    coverage,
)
"""What is asked of a whole analysis; `evidence` and `superseded` speak of imported pages alone."""
BESIDE = ("references", "rights")
"""Checks whose "no" tells of what is lacking, or may not be shown whole, and of no fault (docs/faults.md)."""
