"""A second reading of the values that a claim carries, by other means than those of whoever made the claim.

May import: core, and babel with the data of the Unicode CLDR. Never `language`, nor what is built on it: checks that
share the readers of the extractor share their faults (docs/decisions/0018-a-second-reading.md).

To add to it: one file for a kind of value, with a function that takes the fact, its words, the whole unit and the
language, and returns findings; one line in `reading.READERS`. What CLDR lacks stands in `checks/data/second.toml`.
"""
