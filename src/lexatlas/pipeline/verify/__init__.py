"""Proves a bundle again: integrity, derivation, judgement and origin, four answers that are never merged.

`journey.verify` asks; each answer has its own file; `programs` names what is run again. To add a check of a
document's soundness: one function in `soundness.py`.
"""

from lexatlas.pipeline.verify.answers import Verification, exit_code
from lexatlas.pipeline.verify.journey import verify
from lexatlas.pipeline.verify.programs import Programs, Recoded

__all__ = ["Programs", "Recoded", "Verification", "exit_code", "verify"]
