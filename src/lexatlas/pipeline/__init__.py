"""The pipeline room: the whole journey of a run, the journal that lets it resume, and the proof afterwards.

It may import every room of the ground floor but `exports` and `cli`; a door hands in what renders a page.
To add a question that `verify` answers: one file in `verify/` and one field of `Verification`.
"""
