"""The few questions that every analysis answers beside those of its topic."""

from lexatlas.codebook.topic import FactQuestion

CARRIES = FactQuestion(
    id="carries-the-code",
    label="What carries the code",
    question="What carries the code?",
    section="pillars",
    kinds=("prohibition", "requirement", "permission"),
    missing="a rule that carries a code",
)
DATES = FactQuestion(
    id="instrument-dates",
    label="Dates",
    question="Which dates does the law give for itself?",
    section="recent",
    kinds=("date",),
    missing="the dates of the law",
)
NAMES = FactQuestion(
    id="instrument-name",
    label="Name",
    question="What does the law call itself?",
    section="recent",
    kinds=("instrument",),
    missing="the name of the law",
)
PURPOSE = FactQuestion(
    id="instrument-purpose",
    label="What it does",
    question="What does the law say that it does?",
    section="recent",
    kinds=("instrument",),
    missing="what the law does",
)
OWN_QUESTIONS = {row.id: row for row in (CARRIES, DATES, NAMES, PURPOSE)}
"""By id; the analyst asks them, the checks know their labels."""
