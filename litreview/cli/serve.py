"""``litreview serve``: the editor's page on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from litreview.cli.options import RecordOptions

Port = Annotated[int, typer.Option(help="0 takes any free port.", min=0, max=65535)]


def serve(*, port: Port = 8765, records: RecordOptions) -> None:
    """Open a page on this machine where an article can be dropped and checked.

    The address is the first line on stdout. Nothing leaves the machine but the look-ups.
    """
    from litreview.web.server import run

    opener = records.opener(None)
    opener()  # a bad option is told here, not with the first upload
    run(opener, port=port)
