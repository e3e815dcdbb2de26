"""The CSL type of an entry as printed."""

from __future__ import annotations

from litreview.model.work import Work
from litreview.parsing.kind_guess import guess_kind
from litreview.parsing.kinds import CSL_TYPE


def guess_type(work: Work, text: str) -> str:
    """The type in CSL's words, empty where nothing tells: see ``litreview.parsing.kinds``."""
    return CSL_TYPE[guess_kind(work, text)]
