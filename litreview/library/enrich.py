"""A bibliography with what the records know filled in; every change and every contradiction is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from litreview.formats.records.names import write_name
from litreview.matching.people import lists_agree
from litreview.model.match import Match, Verdict
from litreview.model.work import Name, Relation, Update, Work

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("key", "field", "change", "was", "now", "record", "reason")
FILLED = (
    "subtitle", "title", "author", "editor", "container_title", "container_title_short", "volume", "issue",
    "page", "article_number", "number", "edition", "issued", "publisher", "publisher_place", "doi", "pmid",
    "pmcid", "arxiv", "isbn", "issn", "url", "language", "updated_by", "update_to",
)  # fmt: skip
"""Fields that are filled where the entry has none. Abstracts are not: they are often not free to copy; nor
what no bibliography has a field for (relations, dates beside the year)."""
_AGREEMENT_OF = {
    "author": "author", "title": "title", "container_title": "container-title", "issued": "issued",
    "volume": "volume", "issue": "issue", "page": "page", "doi": "DOI",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry: ``filled``, ``completed`` (a fuller form) or ``differs`` (left as it was)."""

    key: str
    field: str
    change: str
    was: str
    now: str
    record: str
    reason: str = ""


def enrich(matches: Sequence[Match]) -> tuple[tuple[Work, ...], pd.DataFrame]:
    """The matched references with their gaps filled from the record, and a table of every change.

    Nothing the entry says is overwritten: an author list is completed where the names agree, and a
    value that contradicts the record is listed as ``differs``. Unmatched references pass unchanged, with
    a line that says why. Columns of the table: ``COLUMNS``.
    """
    import pandas as pd

    works, changes = [], []
    for match in matches:
        work, said = _enriched(match)
        works.append(work)
        changes.extend(said)
    rows = [tuple(getattr(change, name) for name in COLUMNS) for change in changes]
    return tuple(works), pd.DataFrame(rows, columns=list(COLUMNS))


def _enriched(match: Match) -> tuple[Work, list[Change]]:
    work, found = match.reference.work, match.work
    key = match.reference.key
    if not work.key:
        work = replace(work, key=key)
    if found is None:
        return work, [Change(key, "", match.status.value, "", "", "", match.reason)]
    new: dict[str, Any] = {}
    changes = []
    for name, value, change in _differences(work, found, match):
        if change != "differs":
            new[name] = value
        changes.append(
            Change(key, name, change, show(getattr(work, name)), show(value), found.id, _why(name, match))
        )
    return replace(work, et_al=work.et_al and "author" not in new, **new), changes


def _differences(work: Work, found: Work, match: Match) -> Iterator[tuple[str, Any, str]]:
    """Field, the record's value, and what becomes of it."""
    for name in FILLED:
        ours, theirs = getattr(work, name), getattr(found, name)
        if not theirs or ours == theirs or _has_it_elsewhere(name, work, found):
            continue
        if not ours:
            yield name, theirs, "filled"
        elif name == "author" and _is_fuller(ours, theirs, et_al=work.et_al):
            yield name, theirs, "completed"
        elif _contradicts(name, match):
            yield name, theirs, "differs"


def _has_it_elsewhere(name: str, work: Work, found: Work) -> bool:
    """A gap that is none: the subtitle stands in the title, the article number in the pages."""
    if name == "subtitle":
        return bool(work.title)
    if name in ("page", "article_number"):
        return not getattr(work, name) and bool(work.page or work.article_number)
    return name == "url" and bool(work.doi or found.doi)


def _is_fuller(ours: tuple[Name, ...], theirs: tuple[Name, ...], *, et_al: bool) -> bool:
    """True where the record's list says the same at greater length: full given names, or no "et al."."""
    if len(theirs) < len(ours) or (len(theirs) > len(ours) and not et_al):
        return False
    longer = sum(len(name.given) for name in theirs) > sum(len(name.given) for name in ours)
    return lists_agree(ours, theirs) and (longer or len(theirs) > len(ours))


def _contradicts(name: str, match: Match) -> bool:
    field = _AGREEMENT_OF.get(name)
    return bool(field and match.agreement and match.agreement[field].verdict is Verdict.DIFFERENT)


def _why(name: str, match: Match) -> str:
    field = _AGREEMENT_OF.get(name)
    note = match.agreement[field].note if field and match.agreement else ""
    return note or match.reason


def show(value: object) -> str:
    """A field's value as one line for the table of changes."""
    if isinstance(value, Name):
        return write_name(value)
    if isinstance(value, Update):
        return " ".join(part for part in (value.type, value.doi or value.note) if part)
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return f"{value[0]} {value[1]}"
    if isinstance(value, tuple):
        return "; ".join(show(part) for part in value)
    if isinstance(value, Relation):
        return f"{value.kind} {value.id}"
    return "" if value is None else str(value)
