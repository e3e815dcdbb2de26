"""What a worker does with an upload: check its files, make the page about them, or a download later.

The page's own process opens neither a file nor a report: what takes a worker too long would hold up the page.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

from litreview import pipeline
from litreview.formats.reach import kept_in
from litreview.model.article import Article
from litreview.model.errors import InputError, LitreviewError
from litreview.model.source import Source
from litreview.reports import to_docx, to_odt
from litreview.reports.report import Report
from litreview.reports.sentence import sentence
from litreview.reports.to_html import body, environment
from litreview.rules.engine.settings import Settings

Files = list[tuple[str, bytes]]
Opener = Callable[[], Source | None]
"""Opens the source of records in the worker: clients with open connections do not travel."""

NAME_LENGTH = 60
"""Characters kept of a file's name, its ending among them: 255 bytes is what file systems take."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
DOWNLOADS = {
    "html": ("text/html; charset=utf-8", "the whole report as one page"),
    "docx": (f"{_OFFICE}.wordprocessingml.document", "the Word file with comments"),
    "odt": ("application/vnd.oasis.opendocument.text", "the OpenDocument text with comments"),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "a workbook"),
    "csv": ("text/csv; charset=utf-8", "a table of findings"),
    "json": ("application/json", "everything, for programs"),
}  # fmt: skip
COMMENTED = {"docx": to_docx.commented, "odt": to_odt.commented}
"""Kinds of file that are given back with comments."""


def answer(
    folder: str, files: Files, opener: Opener, settings: Settings, day: date, name: str
) -> tuple[str, bytes]:
    """The page about uploaded files, with links to downloads under ``name``; and the report as bytes.

    Raises:
        LitreviewError: a file cannot be read, or the source refuses.
    """
    report = check_files(folder, files, opener(), settings, day)
    return _page(report, name), pickle.dumps(report)


def download(report: bytes, file: bytes, format: str) -> bytes:
    """A download. Comments go into the bytes that were sent, for the file itself is not kept.

    Raises:
        LitreviewError: the format cannot be made of these files.
    """
    kept: Report = pickle.loads(report)
    return COMMENTED[format](kept, file) if format in COMMENTED else kept.render_bytes(format)


def check_files(folder: str, files: Files, source: Source | None, settings: Settings, day: date) -> Report:
    """Check uploaded files under their own names, written to an empty folder that the caller removes.

    Raises:
        LitreviewError: a file cannot be read, or the source refuses.
    """
    paths = []
    for name, data in files:
        path = Path(folder) / bare(name)
        if path.exists():
            path = Path(tempfile.mkdtemp(dir=folder)) / path.name
        path.write_bytes(data)
        paths.append(path)
    try:
        with kept_in(folder):
            articles = [pipeline.parse(path) for path in paths]
    except LitreviewError as error:
        # The folder's name is no help to anybody; the file's own name is.
        called = Path(error.path).name if error.path else None
        raise InputError(error.message, path=called, line=error.line, advice=error.advice) from error
    named = [_renamed(article, path.name) for article, path in zip(articles, paths, strict=True)]
    return pipeline.check(*named, source=source, settings=settings, as_of=day)


def bare(name: str) -> str:
    """The file's own name, whatever path, device or control character a browser sends with it.

    >>> bare("C:\\\\papers\\\\my\\npaper.docx")
    'mypaper.docx'
    """
    shown = "".join(char for char in name if char.isprintable())
    return PureWindowsPath(PurePosixPath(shown).name).name[-NAME_LENGTH:].lstrip(".") or "upload"


def _renamed(article: Article, name: str) -> Article:
    """The article under the name of the upload; so are the bibliographies sent with it."""
    references = tuple(
        replace(one, origin=Path(one.origin).name) if one.origin else one for one in article.references
    )
    renamed = {id(old): new for old, new in zip(article.references, references, strict=True)}
    links = tuple(
        replace(link, references=tuple(renamed[id(one)] for one in link.references)) for link in article.links
    )
    document = replace(article.document, path=name)
    return replace(article, document=document, references=references, links=links)


def _page(report: Report, name: str) -> str:
    own = report.articles[0].document.format if len(report.articles) == 1 else ""
    links = [
        (f"/report/{name}/citations.{format}", text)
        for format, (_, text) in DOWNLOADS.items()
        if format not in COMMENTED or format == own
    ]
    page = environment().get_template("answer.html.j2")
    return page.render(report=report, sentence=sentence(report), findings=body(report), links=links)
