"""Evidence: a table of results, as a notebook holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from litreview.evidence.grouping import pool_groups
from litreview.evidence.rows import COLUMNS, EvidenceRow, read_rows, rows_from_records
from litreview.evidence.tables import TABLES
from litreview.model.errors import OptionError

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_GROUPS = ("treatment", "comparator", "domain")


@dataclass(frozen=True)
class Evidence:
    """Rows of evidence in the order of their table.

    >>> evidence = Evidence.read("references/evidence.csv")     # doctest: +SKIP
    >>> evidence.select(outcome="pain").table("summary")        # doctest: +SKIP
    """

    rows: tuple[EvidenceRow, ...]
    path: str = ""

    @classmethod
    def read(cls, path: str | Path) -> Evidence:
        """Read a CSV table (columns: ``EvidenceRow``'s; only study, outcome, measure, estimate are required).

        Raises:
            InputError: the file is missing, empty or not text.
            DataError: a bad row, with line, column and what to do. Nothing is dropped silently.
        """
        return cls(read_rows(path), str(path))

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> Evidence:
        """Evidence from a DataFrame with the same columns; missing values are empty; lines count from 1.

        Raises:
            DataError: as for ``read``.
        """
        texts = frame.astype(object).where(frame.notna(), "")
        records = [
            (number, {str(name): _cell(value) for name, value in row.items()})
            for number, row in enumerate(texts.to_dict("records"), start=1)
        ]
        return cls(rows_from_records(records))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[EvidenceRow]:
        return iter(self.rows)

    @property
    def studies(self) -> tuple[str, ...]:
        """Keys of the studies, each once, in order of appearance."""
        return tuple(dict.fromkeys(row.study for row in self.rows))

    def select(self, **values: str) -> Evidence:
        """The rows whose attributes have these values (``outcome="pain"``, ``study="mu-2020"``).

        Raises:
            OptionError: no such attribute.
        """
        for name in values:
            if not hasattr(EvidenceRow, name):
                raise OptionError(f"evidence has no column {name!r}", advice=f"one of {', '.join(COLUMNS)}")
        rows = (
            row for row in self.rows if all(getattr(row, name) == value for name, value in values.items())
        )
        return replace(self, rows=tuple(rows))

    def to_frame(self) -> pd.DataFrame:
        """One line per row with the columns ``COLUMNS``, extra columns after them; missing numbers are NA."""
        import pandas as pd

        lines = []
        for row in self.rows:
            cells = asdict(row)
            lines.append({name: cells[name] for name in COLUMNS} | dict(row.extra))
        frame = pd.DataFrame(lines, columns=None if lines else list(COLUMNS))
        types: dict[str, Any] = {
            "n": "Int64",
            "n_studies": "Int64",
            "estimate": float,
            "ci_low": float,
            "ci_high": float,
        }
        return frame.astype(types)

    def table(self, kind: str = "summary") -> pd.DataFrame:
        """A table for people: ``study``, ``summary``, ``effect-direction``, ``sign-test``, ``gap-map``
        or ``rows``.

        Raises:
            OptionError: an unknown kind.
        """
        if kind == "rows":
            return self.to_frame()
        name = kind.replace("_", "-")
        if name not in TABLES:
            raise OptionError(f"unknown table {kind!r}", advice=f"one of rows, {', '.join(TABLES)}")
        return TABLES[name](self.rows)

    def pool(
        self,
        by: str | Sequence[str] = DEFAULT_GROUPS,
        method: str = "REML",
        adjust: str | None = "HK",
        pi: str = "t(k-1)",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Pool within groups that may be pooled; one line per group, none left out.

        ``by`` are attributes of a row. Measure, scale and the good end of the scale always belong to the
        group as well, so that no line mixes them. Where a group must not be pooled the numbers are empty and
        ``reason`` says why: a single result, a missing interval, a superseded version, an unknown measure, or
        one study in it twice. Ratios are pooled as logarithms and given back as ratios.

        Raises:
            OptionError: an unknown attribute or pooling option.
        """
        names = (by,) if isinstance(by, str) else tuple(by)
        for name in names:
            if not hasattr(EvidenceRow, name):
                raise OptionError(f"evidence has no column {name!r}", advice=f"one of {', '.join(COLUMNS)}")
        return pool_groups(self.rows, names, method=method, adjust=adjust, pi=pi, level=level)

    def _repr_html_(self) -> str:
        from litreview.evidence.output import to_html

        return to_html(self.table("summary"), caption=f"{len(self)} results of {len(self.studies)} studies")


def as_rows(data: Evidence | pd.DataFrame | Iterable[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """Rows from whatever holds them: an ``Evidence``, a DataFrame with its columns, or rows.

    Raises:
        DataError: a bad row in a DataFrame.
    """
    if isinstance(data, Evidence):
        return data.rows
    import pandas as pd

    if isinstance(data, pd.DataFrame):
        return Evidence.from_frame(data).rows
    return tuple(data)


def _cell(value: object) -> str:
    """A cell as it would stand in a file; 12.0 in a count column is 12."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
