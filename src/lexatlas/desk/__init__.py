"""The desk: every act on analyses, one function and one transaction each, with its event; the only writer.

Functions take keyword arguments only, clock and person among them, and return `Done` or `Refused`: a refusal is a
sentence, not an exception. It may import store and everything below, pipeline and exports.
To add an act: one function here, one row in `lexatlas.core.workflow`.
"""
