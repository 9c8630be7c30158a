"""The analyst that works by rule: no key, no model, no network.

It may import what `analysts` may. To read another kind of fact: one neighbour of `facts.py` named `facts_*.py`.
"""
