"""Measures the analyst by rule: against what people read, over drawn facts, and with faults planted on purpose.

Public: `evaluate.evaluate` (facts, statuses and questions without an answer, as JSON data), `baseline.moved` (what
changed since a former measurement), `page.accuracy_page` and `html.report` (the two pages of it), `sample.drawn` and
`labels.precision` (facts for a reader, and what the reader found), `planted.evaluate_planted` (faults and what caught
them), `corpus.Corpus` (the documents that are read). The rest is theirs.

May import what pipeline may; nothing that takes part in a run may import it. To add a figure: a function in the file
for what it measures, its line in `evaluate`, and its place in `page` and `html`.
"""
