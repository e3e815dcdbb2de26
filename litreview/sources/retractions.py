"""Retraction Watch's table as an addition to any source: what it says of a paper joins the paper's record.

Crossref publishes the table as a CSV file in a git repository, each working day. Its oddities, as its guide
and its readers tell them: every line ends in a comma (a column without name), dates are month first with a
time, a PubMed id of 0 and a DOI of "unavailable" mean none, letters may be broken, a paper may have several
rows, and a later reinstatement undoes a retraction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from litreview.formats import delimited
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.source import Agencies, Identifies, Lookup, Source, neighbours_in
from litreview.model.work import PartialDate, Update, Work
from litreview.normalise.identifiers import clean_doi

NATURES = {
    "retraction": "retraction",
    "partial retraction": "partial_retraction",
    "expression of concern": "expression_of_concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}
"""The table's RetractionNature as a type of update."""
UNDONE = frozenset({"retraction", "partial_retraction", "expression_of_concern", "withdrawal", "removal"})
"""What a later reinstatement undoes."""
COLUMNS = ("RetractionNature", "RetractionDate", "RetractionDOI", "OriginalPaperDOI", "OriginalPaperPubMedID")
NAME = "retraction-watch"
_DIGITS = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the paper by DOI and PubMed id, and what happened to it."""

    doi: str
    pmid: str
    update: Update


class WithRetractions:
    """A source whose works carry Retraction Watch's notices in ``updated_by``, beside their own.

    ``path`` is the CSV file. Raises InputError where it cannot be read or is another table.
    """

    def __init__(self, source: Source, path: str | Path) -> None:
        self.source, self.path = source, Path(path)
        self._by_doi: dict[str, list[Update]] = defaultdict(list)
        self._by_pmid: dict[str, list[Update]] = defaultdict(list)
        for row in read_rows(self.path):
            if row.doi:
                self._by_doi[row.doi].append(row.update)
            if row.pmid:
                self._by_pmid[row.pmid].append(row.update)

    @property
    def name(self) -> str:
        """The name of the source within, and the table's."""
        return f"{self.source.name} and Retraction Watch"

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        """As the source within, with notices added."""
        return {doi: self._marked(lookup) for doi, lookup in self.source.fetch(dois).items()}

    def candidates(self, references: Sequence[Reference]) -> Sequence[Lookup]:
        """As the source within, with notices added."""
        return [self._marked(lookup) for lookup in self.source.candidates(references)]

    def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """As the source within says, where it knows."""
        return self.source.agencies(dois) if isinstance(self.source, Agencies) else dict.fromkeys(dois, "")

    def identify(self, references: Sequence[Reference]) -> Sequence[Mapping[str, Lookup]]:
        """As the source within, where it looks up numbers, with notices added."""
        if not isinstance(self.source, Identifies):
            return [{} for _ in references]
        found = self.source.identify(references)
        return [{kind: self._marked(lookup) for kind, lookup in own.items()} for own in found]

    def neighbours(self, works: Sequence[Work], years: Sequence[int]) -> Sequence[Lookup]:
        """As the source within, where it tells."""
        return neighbours_in(self.source, works, years)

    def _marked(self, lookup: Lookup) -> Lookup:
        return replace(lookup, works=tuple(self.mark(work) for work in lookup.works))

    def mark(self, work: Work) -> Work:
        """The work with what the table says of it."""
        found = self._by_doi.get(clean_doi(work.doi)) or self._by_pmid.get(work.pmid) or []
        return replace(work, updated_by=tuple(_joined(work.updated_by, found))) if found else work


def read_rows(path: Path) -> Iterator[Row]:
    """The rows that say something about an identified paper. Raises InputError."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            table = delimited.read_rows(file, ",", str(path))
            names = next((line.cells for line in table if line.cells), [])
            missing = [name for name in COLUMNS if name not in names]
            if missing:
                raise InputError(f"not Retraction Watch's table: no column {missing[0]}", path=path)
            rows = [row for line in table if (row := _row(_named(names, line, path)))]
    except OSError as error:
        raise InputError(f"cannot be read: {error}", path=path) from error
    yield from rows


def _named(names: Sequence[str], line: delimited.Cells, path: Path) -> Mapping[str, str]:
    """The cells of a line by their columns. A quote that never closes would hide the notices after it."""
    if not line.closed:
        raise InputError("a quote never closes", path=path, line=line.begin + 1, advice="fetch it again")
    return dict(zip(names, line.cells, strict=False))


def _row(line: Mapping[str, str]) -> Row | None:
    cells = {name: line.get(name, "").strip() for name in COLUMNS}
    kind = NATURES.get(cells["RetractionNature"].casefold())
    doi, pmid = clean_doi(cells["OriginalPaperDOI"]), cells["OriginalPaperPubMedID"].lstrip("0")
    if not kind or not (doi or pmid):
        return None
    notice = clean_doi(cells["RetractionDOI"])
    return Row(doi, pmid, Update(kind, doi=notice, source=NAME, date=_date(cells["RetractionDate"])))


def _date(text: str) -> PartialDate | None:
    """``7/18/2024 0:00``, month first."""
    parts = text.split(" ")[0].split("/")
    if len(parts) != 3 or not all(_DIGITS.fullmatch(part) for part in parts):
        return None
    month, day, year = map(int, parts)
    return PartialDate(year, month, day)


def _joined(own: Iterable[Update], added: Iterable[Update]) -> list[Update]:
    """Both sorts of notices by date, each once per type and notice; undone ones and their like are gone."""
    known = {(update.type, update.doi) for update in own}
    both = [*own, *(update for update in added if (update.type, update.doi) not in known)]
    back = [_day(update) for update in both if update.type == "reinstatement"]
    standing = [u for u in both if u.type not in UNDONE or not any(_day(u) <= day for day in back)]
    return sorted(dict.fromkeys(standing), key=_day)


def _day(update: Update) -> tuple[int, int, int]:
    date = update.date
    return (date.year or 0, date.month or 0, date.day or 0) if date else (0, 0, 0)
