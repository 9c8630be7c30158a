"""The vocabulary of the house: frozen values and pure functions that every room speaks.

It may import nothing of ours. To add a kind of fact: one class in `facts.py` and its name in the union there.
"""
