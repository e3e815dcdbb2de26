"""Articles and works as DataFrames. pandas is imported when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from litreview.formats.records.table import row_from_work, work_from_row
from litreview.model.article import Article
from litreview.model.work import Work

if TYPE_CHECKING:
    import pandas as pd

REFERENCE_COLUMNS = ("article", "key", "line", "text")
CITATION_COLUMNS = (
    "article", "line", "start", "end", "citation", "kind", "names", "year", "suffix", "number", "locator",
    "references",
)  # fmt: skip


def to_frame(article: Article, kind: Literal["references", "citations"] = "references") -> pd.DataFrame:
    """One row per reference or per cited item of an article.

    ``references``: article, key, line, text, then the fields as columns (``formats.records.table.COLUMNS``).
    ``citations``: where it stands, what it says, and the keys of the references it may mean, joined by ";".
    """
    rows = _reference_rows(article) if kind == "references" else _citation_rows(article)
    columns = REFERENCE_COLUMNS if kind == "references" else CITATION_COLUMNS
    return _frame(rows, columns)


def works_frame(works: Iterable[Work]) -> pd.DataFrame:
    """One row per work, with the columns of ``formats.records.table.COLUMNS``: all text, empty if unknown."""
    return _frame((row_from_work(work) for work in works), ())


def works_from_frame(frame: pd.DataFrame) -> tuple[Work, ...]:
    """Works from the rows of a table with the usual column names; missing values are empty.

    An integral number that pandas turned into a float (2014.0) is read as it was meant.
    """
    if "id" not in frame.columns and frame.index.name == "id":
        frame = frame.reset_index()
    records = frame.to_dict("records")
    return tuple(work_from_row({str(name): _cell(value) for name, value in row.items()}) for row in records)


def _cell(value: object) -> str:
    if value is None or value != value:  # NaN and NaT differ from themselves
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _frame(rows: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    found = list(rows)
    return (
        pd.DataFrame(found) if found else pd.DataFrame(columns=list(columns) or list(row_from_work(Work())))
    )


def _reference_rows(article: Article) -> Iterable[dict[str, object]]:
    for reference in article.references:
        head = {
            "article": article.path,
            "key": reference.key,
            "line": reference.line or article.document.line(reference.start),
            "text": reference.text,
        }
        fields = row_from_work(reference.work)
        fields.pop("id", None)
        yield head | fields


def _citation_rows(article: Article) -> Iterable[dict[str, object]]:
    links = {(link.citation.start, link.item): link for link in article.links}
    line: Callable[[int], int] = article.document.line
    for citation in article.citations:
        for item in citation.items:
            link = links.get((citation.start, item))
            yield {
                "article": article.path, "line": line(citation.start), "start": citation.start,
                "end": citation.end, "citation": citation.text, "kind": citation.kind,
                "names": "; ".join(item.names), "year": item.year, "suffix": item.suffix,
                "number": item.number, "locator": item.locator,
                "references": ";".join(reference.key for reference in link.references) if link else "",
            }  # fmt: skip
