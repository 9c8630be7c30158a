"""The sources room: from files, folders, addresses and pages to canonical texts with exact structure.

`gather` finds what was given and says whose it is; `fetch` brings what lies behind an address, guarded;
`readers/` turn bytes into text, in children that may die without harm (`child`, `pool`); `tiers`,
`currency` and `twins` say what kind of text it is, of which date, and which files are one instrument.

May import core, settings, codebook, language, retrieval, bundle and llm; never analysts, checks or
compare. The only room that imports httpx.

To add a format: one file in `readers/` with `sniff` and `read`, one line in `readers/__init__.py`, and
tests with a small document of our own.
"""
