"""Finds the passages of one dossier that speak to a question; everything is in memory.

It may import core and language. To add a ground for an order: one term of the score in `rank.py`.
"""
