"""Writing a table as CSV, Markdown and HTML: the same table gives the same bytes everywhere."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from litreview.evidence.tables import number_text
from litreview.formats.writing import encoded, make_folder, replace_files
from litreview.normalise.cells import as_cell
from litreview.normalise.text import one_line, shown

if TYPE_CHECKING:
    import pandas as pd


def to_csv(frame: pd.DataFrame) -> str:
    """Comma-separated text, UTF-8, Unix line ends, numbers in full.

    A text that a spreadsheet would take for a formula stands behind an apostrophe (``normalise.cells``); our
    readers take it off again.
    """
    safe = frame.map(_cell).rename(columns=_cell)
    return str(safe.to_csv(index=False, lineterminator="\n"))


def to_markdown(frame: pd.DataFrame, caption: str = "") -> str:
    """A pipe table; the caption stands above it in bold. Numbers are set to the right."""
    names = [re.sub(r"(?<=\w)\\_(?=\w)", "_", _markdown(str(name))) for name in frame.columns]
    rule = ["--:" if right else "---" for right in _numeric(frame)]
    lines = [names, rule, *([_markdown(cell) for cell in row] for row in texts(frame))]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"**{_markdown(caption)}**\n\n{table}\n" if caption else f"{table}\n"


def to_html(frame: pd.DataFrame, caption: str = "", id: str = "") -> str:
    """A ``table`` element with caption and scoped headings, safe for any cell text; no style of its own."""
    right = _numeric(frame)
    head = "".join(
        _th(str(name), numeric=numeric) for name, numeric in zip(frame.columns, right, strict=True)
    )
    body = []
    for row in texts(frame):
        cells = [f'<th scope="row">{_escape(row[0])}</th>'] if row else []
        cells += [_td(cell, numeric=numeric) for cell, numeric in zip(row[1:], right[1:], strict=True)]
        body.append(f"<tr>{''.join(cells)}</tr>")
    opening = f'<table id="{_escape(id)}">' if id else "<table>"
    title = f"<caption>{_escape(caption)}</caption>\n" if caption else ""
    rows = "\n".join(body)
    return f"{opening}\n{title}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n"


def texts(frame: pd.DataFrame) -> list[list[str]]:
    """Every cell as text: missing is empty, whole numbers without decimals, others with two."""
    return [[_text(cell) for cell in row] for row in frame.astype(object).itertuples(index=False, name=None)]


def write_table(frame: pd.DataFrame, stem: str | Path, caption: str = "") -> tuple[Path, ...]:
    """Write ``stem.csv``, ``stem.md`` and ``stem.html``; returns the three paths.

    All three change, or none does.

    Raises:
        InputError: the folder cannot be made or written.
    """
    stem = Path(stem)
    contents = {"csv": to_csv(frame), "md": to_markdown(frame, caption), "html": to_html(frame, caption)}
    files = [(stem.with_name(f"{stem.name}.{suffix}"), encoded(text)) for suffix, text in contents.items()]
    make_folder(stem.parent)
    replace_files(files)
    return tuple(path for path, _ in files)


def _cell(value: object) -> object:
    return as_cell(shown(value)) if isinstance(value, str) else value


def _th(name: str, *, numeric: bool) -> str:
    kind = ' class="number"' if numeric else ""
    return f'<th scope="col"{kind}>{_escape(name)}</th>'


def _td(cell: str, *, numeric: bool) -> str:
    return f'<td class="number">{_escape(cell)}</td>' if numeric else f"<td>{_escape(cell)}</td>"


def _numeric(frame: pd.DataFrame) -> list[bool]:
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    return [is_numeric_dtype(kind) and not is_bool_dtype(kind) for kind in frame.dtypes]


def _escape(text: str) -> str:
    return escape(shown(text))


def _text(cell: object) -> str:
    import pandas as pd

    if cell is None or cell is pd.NA or (isinstance(cell, float) and cell != cell):
        return ""
    if isinstance(cell, float):
        return number_text(cell)
    return str(cell)


def _markdown(text: str) -> str:
    """Text that stays one cell and plain text: no pipe, no line break, no markup, no character reference."""
    text = re.sub(r"&(?=#?\w+;)", r"\\&", re.sub(r"([\\|*_`<>\[\]$~])", r"\\\1", " ".join(text.split())))
    return one_line(text)
