"""The page: one form with a file field; the answer is the report; downloads are links."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from litreview.model.errors import LitreviewError
from litreview.pipeline import as_date
from litreview.reports.to_html import environment
from litreview.rules.engine.settings import Settings
from litreview.web import checking
from litreview.web.checking import DOWNLOADS, Files, Opener
from litreview.web.guard import Guard, announced
from litreview.web.shelf import Kept, Shelf
from litreview.web.worker import BusyError, Limits, Workers

MAX_FILES = 20
"""Files of one upload, and as many other fields (judgement)."""
UPLOAD_SECONDS = 120
"""An upload that is not there by then is given up; on one machine 50 MB take a second (judgement)."""


def make_app(opener: Opener, limits: Limits | None = None) -> Starlette:
    """The page over one source of records, which each worker opens for itself: ``opener`` must be picklable.

    Only requests for this machine's own names are answered, so that no page elsewhere can use it.
    """
    shelf, workers = Shelf(), Workers(limits or Limits())

    async def form(request: Request) -> Response:
        return _page()

    async def check(request: Request) -> Response:
        files, settings = await _upload(request)
        if not files:
            return _page(400, "Choose a file first.")
        name = shelf.name()
        with tempfile.TemporaryDirectory(prefix="litreview-") as folder:
            page, report = await run_in_threadpool(
                workers.run, checking.answer, folder, files, opener, settings, as_date(None), name
            )
        shelf.put(name, Kept(report, files[0][1]))
        return HTMLResponse(page)

    async def download(request: Request) -> Response:
        kept = shelf.get(request.path_params["name"])
        format = request.path_params["format"]
        if kept is None or format not in DOWNLOADS:
            return _page(404, "That report is no longer kept. Check the file again.")
        data = await run_in_threadpool(workers.run, checking.download, kept.report, kept.file, format)
        headers = {"content-disposition": f'attachment; filename="citations.{format}"'}
        return Response(data, media_type=DOWNLOADS[format][0], headers=headers)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        warm = asyncio.create_task(run_in_threadpool(workers.run, bool))
        yield
        workers.close()
        with suppress(LitreviewError):
            await warm

    routes: list[tuple[str, Callable[[Request], Awaitable[Response]], str]] = [
        ("/", form, "GET"), ("/", check, "POST"), ("/report/{name}/citations.{format}", download, "GET"),
    ]  # fmt: skip
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost", "[::1]", "testserver"])
    return Starlette(
        routes=[Route(path, endpoint, methods=[method]) for path, endpoint, method in routes],
        middleware=[Middleware(Guard), hosts],
        exception_handlers={HTTPException: _refused, LitreviewError: _trouble},
        lifespan=lifespan,
    )


async def _upload(request: Request) -> tuple[Files, Settings]:
    """The files of an upload and the choices made with them.

    Raises:
        HTTPException: it is too large, too slow, or no form.
    """
    announced(request.headers)
    try:
        async with (
            asyncio.timeout(UPLOAD_SECONDS),
            request.form(max_files=MAX_FILES, max_fields=MAX_FILES) as data,
        ):
            uploads = [one for one in data.getlist("file") if isinstance(one, UploadFile) and one.filename]
            files = [(str(one.filename), await one.read()) for one in uploads]
            return files, Settings(leads=bool(data.get("leads")))
    except TimeoutError as error:
        raise HTTPException(408, "The upload came too slowly. Send it again.") from error


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _page(error.status_code, error.detail)


async def _trouble(request: Request, error: Exception) -> Response:
    return _page(503 if isinstance(error, BusyError) else 422, str(error))


def _page(status: int = 200, trouble: str = "") -> Response:
    return HTMLResponse(environment().get_template("form.html.j2").render(trouble=trouble), status)
