"""The command line: words from a shell in, sentences and exit codes out.

May import every room; what lies in ``plain`` may not reach Django, the engine or the store.
To add a plain command: one file in ``plain/`` with ``add_arguments`` and ``run``, one line in its registry.
"""
