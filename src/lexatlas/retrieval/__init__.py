"""Finds the passages of one dossier that speak to a question.

It may import core and language. Everything is in memory; to change the order, `rank.py` is the only place.
"""
