"""Works as a file, by its ending."""

from __future__ import annotations

import io
from collections.abc import Sequence

from litreview.formats.bibtex.fill import fill_bibtex
from litreview.formats.catalogue import endings, writable, written_as
from litreview.formats.records.table import COLUMNS, row_from_work
from litreview.model.document import Document
from litreview.model.errors import MissingExtraError, OptionError
from litreview.model.notation import Notation
from litreview.model.work import Work
from litreview.normalise.text import printable

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold (Microsoft's specification)."""


def write_records(works: Sequence[Work], suffix: str) -> str | bytes:
    """Works in the format of a file's ending: ``.bib``, ``.ris``, ``.json`` (CSL), ``.csv``, ``.xlsx`` …

    Raises:
        OptionError: no such ending.
        MissingExtraError: ``.xlsx`` without xlsxwriter.
    """
    if suffix.casefold() == ".xlsx":
        return _workbook(works)
    found = written_as(f"records{suffix}")
    if found is None:
        raise OptionError(f"records cannot be written as {suffix or 'a file without ending'}",
                          advice=f"one of {', '.join((*endings(writable()), '.xlsx'))}")  # fmt: skip
    return found.writer()(works)


def write_filled(document: Document, works: Sequence[Work], suffix: str) -> str | bytes:
    """A bibliography with its works filled in; ``works`` align with ``document.references``.

    A .bib file that stays one keeps its comments, macros and layout; everything else is written anew.

    Raises:
        OptionError, MissingExtraError: as ``write_records``.
    """
    target = written_as(f"records{suffix}")
    if document.notation is Notation.BIBTEX and target and target.notation is Notation.BIBTEX:
        return fill_bibtex(document, works)
    return write_records(works, suffix)


def _workbook(works: Sequence[Work]) -> bytes:
    """One sheet, a frozen heading, a filter; only text cells, so nothing is taken for a formula."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("xlsxwriter", "xlsx", "a workbook") from error
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        from datetime import datetime

        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001  # same input, same bytes
        sheet = book.add_worksheet("Records")
        bold = book.add_format({"bold": True, "bottom": 1})
        sheet.write_row(0, 0, COLUMNS, bold)
        sheet.freeze_panes(1, 1)
        for at, work in enumerate(works, 1):
            row = row_from_work(work)
            for column, name in enumerate(COLUMNS):
                sheet.write_string(at, column, printable(row[name])[:LONGEST_CELL])
        sheet.autofilter(0, 0, max(len(works), 1), len(COLUMNS) - 1)
    return out.getvalue()
