"""The letters that tell two works of one author and year apart."""

from __future__ import annotations

import re

from litreview.model.reference import Reference


def suffix_of(reference: Reference) -> str:
    """The letter after the year of an entry ("2017b"), as printed; empty where there is none."""
    year = reference.work.year
    literal = reference.work.issued.literal if reference.work.issued else ""
    found = re.search(rf"\b{year}([a-z]?)\b", f"{literal} {reference.text}") if year else None
    return found[1] if found else ""
