"""Plants the faults D1 to D12 (docs/faults.md) into documents, texts and folders that have none.

May import: core, and nothing else of the house: whoever plants must not know how faults are looked for. To add a
variant: a function that yields `Planted` values, and its line in `VARIANTS` of the file for its kind.
"""
