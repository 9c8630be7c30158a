"""Reads legal language in any script: units, numbers, money, dates, modality, conditions and terms.

It may import core and codebook. To add a language: one file `data/<code>.toml` in the form of `data/en.toml`;
a family that the file lacks finds nothing, it never fails.
"""
