"""The page: one form with a file field; the answer is the report; downloads are links."""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from litreview import pipeline
from litreview.model.article import Article
from litreview.model.errors import InputError, LitreviewError
from litreview.model.source import Source
from litreview.reports.report import Report
from litreview.reports.sentence import sentence
from litreview.reports.to_html import body, environment
from litreview.rules.engine.settings import Settings
from litreview.web.shelf import COMMENTED, Shelf

MAX_BYTES = 50_000_000
"""Largest upload; a Word file with figures has a few megabytes."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
DOWNLOADS = {
    "html": ("text/html; charset=utf-8", "the whole report as one page"),
    "docx": (f"{_OFFICE}.wordprocessingml.document", "the Word file with comments"),
    "odt": ("application/vnd.oasis.opendocument.text", "the OpenDocument text with comments"),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "a workbook"),
    "csv": ("text/csv; charset=utf-8", "a table of findings"),
    "json": ("application/json", "everything, for programs"),
}  # fmt: skip


def make_app(source: Source | None) -> Starlette:
    """The page over one source of records.

    Only requests for this machine's own names are answered, so that no page elsewhere can use it.
    """
    shelf = Shelf()

    async def form(request: Request) -> Response:
        return _page("form.html.j2")

    async def check(request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > MAX_BYTES:
            return _page(
                "form.html.j2", 413, trouble=f"The upload is larger than {MAX_BYTES // 1_000_000} MB."
            )
        async with request.form(max_files=20) as data:
            uploads = [one for one in data.getlist("file") if isinstance(one, UploadFile) and one.filename]
            files = [(str(one.filename), await one.read()) for one in uploads]
            settings = Settings(leads=bool(data.get("leads")))
        if not files:
            return _page("form.html.j2", 400, trouble="Choose a file first.")
        try:
            report = await run_in_threadpool(check_files, files, source, settings)
        except LitreviewError as error:
            return _page("form.html.j2", 422, trouble=str(error))
        return _report(report, shelf.put(report, (data for _, data in files)))

    async def download(request: Request) -> Response:
        kept = shelf.get(request.path_params["name"])
        format = request.path_params["format"]
        if kept is None or format not in DOWNLOADS:
            return _page("form.html.j2", 404, trouble="That report is no longer kept. Check the file again.")
        try:
            data = await run_in_threadpool(kept.render, format)
        except LitreviewError as error:
            return _page("form.html.j2", 422, trouble=str(error))
        headers = {"content-disposition": f'attachment; filename="citations.{format}"'}
        return Response(data, media_type=DOWNLOADS[format][0], headers=headers)

    routes: list[tuple[str, Callable[[Request], Awaitable[Response]], str]] = [
        ("/", form, "GET"), ("/", check, "POST"), ("/report/{name}/citations.{format}", download, "GET"),
    ]  # fmt: skip
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])
    return Starlette(
        routes=[Route(path, endpoint, methods=[method]) for path, endpoint, method in routes],
        middleware=[hosts],
    )


def check_files(
    files: list[tuple[str, bytes]], source: Source | None, settings: Settings | None = None
) -> Report:
    """Check uploaded files under their own names. They are written to a folder that is gone afterwards.

    Raises:
        LitreviewError: a file cannot be read, or the source refuses.
    """
    with tempfile.TemporaryDirectory(prefix="litreview-") as folder:
        paths = []
        for name, data in files:
            path = Path(folder) / _bare(name)
            if path.exists():
                path = Path(tempfile.mkdtemp(dir=folder)) / path.name
            path.write_bytes(data)
            paths.append(path)
        try:
            articles = [pipeline.parse(path) for path in paths]
        except LitreviewError as error:
            # The folder's name is no help to anybody; the file's own name is.
            bare = Path(error.path).name if error.path else None
            raise InputError(error.message, path=bare, line=error.line, advice=error.advice) from error
        named = [_renamed(article, path.name) for article, path in zip(articles, paths, strict=True)]
        return pipeline.check(*named, source=source, settings=settings)


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


def _bare(name: str) -> str:
    """The file's own name, whatever path or device a browser sends before it."""
    return PureWindowsPath(PurePosixPath(name).name).name.lstrip(".") or "upload"


def _page(template: str, status: int = 200, *, trouble: str = "") -> Response:
    return HTMLResponse(environment().get_template(template).render(trouble=trouble), status)


def _report(report: Report, name: str) -> Response:
    own = report.articles[0].document.format if len(report.articles) == 1 else ""
    links = [
        (f"/report/{name}/citations.{format}", text)
        for format, (_, text) in DOWNLOADS.items()
        if format not in COMMENTED or format == own
    ]
    page = environment().get_template("answer.html.j2")
    return HTMLResponse(
        page.render(report=report, sentence=sentence(report), findings=body(report), links=links)
    )
