"""Those who answer: a brief and a dossier in, a draft out, behind one interface (`core.ports.Analyst`).

May import core, settings, codebook, language, retrieval, bundle and llm; never sources, checks or compare.
To add one: a package with a class that has `name`, `version` and `analyse`, and its line in `cli/plain/analyse.py`.
"""
