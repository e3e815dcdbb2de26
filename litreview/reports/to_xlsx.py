"""Report → a workbook: findings, references and what each was matched to, studies."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from litreview.model.errors import MissingExtraError
from litreview.normalise.text import shown
from litreview.reports.counts import STATUS_WORDS
from litreview.reports.finding_table import COLUMNS, row
from litreview.reports.records import address, describe
from litreview.reports.report import Report

if TYPE_CHECKING:
    import xlsxwriter

LONGEST_CELL = 32_767
"""Characters a cell may hold (Excel's specification)."""

WIDTHS = {"message": 80, "text": 80, "record": 80, "reason": 60, "cited": 40, "found": 40, "title": 60}
REFERENCE_COLUMNS = ("article", "line", "key", "text", "status", "doi", "record", "url", "reason")
STUDY_COLUMNS = ("key", "authors", "year", "title", "journal", "doi", "articles")


def render(report: Report) -> bytes:
    """The workbook's bytes; nothing in it is a formula or knows when it was made.

    Raises:
        MissingExtraError: the ``xlsx`` extra is not installed.
    """
    try:
        import xlsxwriter
    except ModuleNotFoundError as error:
        raise MissingExtraError("xlsxwriter", "xlsx", "a workbook") from error
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        if report.as_of:
            book.set_properties({"created": datetime.combine(report.as_of, time())})
        findings = ([row(finding)[name] for name in COLUMNS] for finding in report.findings)
        _sheet(book, "Findings", COLUMNS, findings)
        _sheet(book, "References", REFERENCE_COLUMNS, _references(report))
        _sheet(book, "Studies", STUDY_COLUMNS, _studies(report))
    return out.getvalue()


def _references(report: Report) -> Iterable[Sequence[str | int | None]]:
    for article in report.articles:
        for reference, match in report.entries(article):
            work = match.work
            record = (work.doi, describe(work), address(work)) if work else ("", "", "")
            head = (article.path, reference.line, reference.key, reference.text)
            yield (*head, STATUS_WORDS[match.status], *record, match.reason)


def _studies(report: Report) -> Iterable[Sequence[str | int | None]]:
    for study in report.library.studies:
        work = study.work
        people = "; ".join(str(name) for name in work.author)
        yield (
            study.key,
            people,
            work.year,
            work.full_title,
            work.container_title,
            work.doi,
            "; ".join(sorted(study.articles)),
        )


def _sheet(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]
) -> None:
    sheet = book.add_worksheet(name)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.write_row(0, 0, columns, bold)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, WIDTHS.get(column, 16))
    count = 0
    for count, cells in enumerate(rows, start=1):
        for at, cell in enumerate(cells):
            if cell not in (None, ""):
                if isinstance(cell, str):
                    sheet.write_string(count, at, shown(cell)[:LONGEST_CELL], wrap)
                else:
                    sheet.write(count, at, cell, wrap)
    sheet.autofilter(0, 0, max(count, 1), len(columns) - 1)
