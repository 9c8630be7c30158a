"""The frozen row that every codebook file is made of, and the names that several kinds of row share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

FlagName = Literal["scope", "practice", "pending-change", "caps", "bank-barred", "provisional"]


class Row(BaseModel):
    """A row of a codebook file: frozen, strict in types, and without room for unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
