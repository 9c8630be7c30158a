"""Readers of document forms: each turns raw bytes into one canonical text with exact structure.

A reader is a module with NAME, VERSION, `sniff(given) -> bool` and `read(given) -> CanonicalText`. To add
one: a file here, a line in `registry.READERS` above those that would take its documents, and tests.
"""
