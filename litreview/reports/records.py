"""How a record is shown: in one line, with its address, and field by field beside what was cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.model.match import Agreement, Verdict
from litreview.model.work import Work

FIELD_WORDS = {
    "author": "authors",
    "title": "title",
    "container-title": "journal or book",
    "issued": "year",
    "volume": "volume",
    "issue": "issue",
    "page": "pages or article number",
    "DOI": "DOI",
}
"""What a table calls a CSL field."""
_VERDICT_WORDS = {
    Verdict.EQUAL: "same", Verdict.COMPATIBLE: "fits", Verdict.DIFFERENT: "differs", Verdict.MISSING: "–",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the reference and of the record side by side."""

    field: str
    cited: str
    found: str
    verdict: str
    note: str


def rows(agreement: Agreement) -> tuple[Row, ...]:
    """The fields of an agreement that either side gives."""
    return tuple(
        Row(
            FIELD_WORDS.get(item.field, item.field),
            item.cited,
            item.found,
            _VERDICT_WORDS[item.verdict],
            item.note,
        )
        for item in agreement
        if item.cited or item.found
    )


def describe(work: Work) -> str:
    """A work in one line: authors, year, title, journal, volume(issue): pages."""
    people = ", ".join(str(name) for name in work.author[:3]) + (" et al." if len(work.author) > 3 else "")
    volume = work.volume + (f"({work.issue})" if work.issue else "")
    place = ": ".join(part for part in (volume, work.page or work.article_number) if part)
    tail = " ".join(part for part in (work.container_title or work.collection_title, place) if part)
    year = str(work.year or (work.issued.literal if work.issued else "") or "no year")
    return (
        ". ".join(part.rstrip(".") for part in (f"{people} ({year})".strip(), work.full_title, tail) if part)
        + "."
    )


def address(work: Work) -> str:
    """Where a reader can look at the record: the DOI's address, else the work's own where it is one of the
    web; others (``javascript:``) would act when they are clicked."""
    return f"https://doi.org/{work.doi}" if work.doi else work.url if is_web(work.url) else ""


def is_web(url: str) -> bool:
    """True for an address that a page may link."""
    return re.match(r"(?i)https?://[^\s/]", url) is not None
