"""``litreview VERB``: the verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from importlib.metadata import version as version_of
from types import TracebackType

import typer

from litreview.cli import cache, check, evidence, explain, fix, index, library, parse, project, resolve, serve
from litreview.cli.notes import noted
from litreview.cli.option_groups import spread
from litreview.cli.output import say, tell
from litreview.cli.streams import guard_streams
from litreview.model.errors import LitreviewError

app = typer.Typer(
    name="litreview",
    help="Reads articles and bibliographies, checks what they cite, and turns the studies into evidence.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command("check")(spread(check.check))
app.command("parse")(parse.parse)
app.command("resolve")(spread(resolve.resolve))
app.command("library")(spread(library.library))
app.command("fix")(spread(fix.fix))
app.add_typer(evidence.app, name="evidence")
app.add_typer(index.app, name="index")
app.add_typer(cache.app, name="cache")
app.command("explain")(explain.explain)
app.command("rules")(explain.rules)
app.command("serve")(spread(serve.serve))
app.command("init")(project.init)


INTERRUPTED = 130
"""The exit code of a program that Ctrl-C ended."""
FAULT = 70
"""The exit code of a fault of ours (EX_SOFTWARE of sysexits.h); 1 would say that something was found."""


def _version(value: bool) -> None:  # noqa: FBT001 - typer's callback signature
    if value:
        say(f"litreview {version_of('litreview')}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(  # noqa: FBT001
        False, "--version", help="Show the version.", is_eager=True, callback=_version
    ),
) -> None:
    """Exit codes: 0 fine, 1 findings at or above --fail-on, 2 trouble, 70 a fault of litreview itself."""


def run() -> None:
    """Run the command line. Trouble is one line on stderr and exit code 2; a fault of ours stays loud."""
    guard_streams()
    with _Faults():
        try:
            with noted():
                app()
        except LitreviewError as error:
            tell(f"litreview: {error}")
            sys.exit(2)
        except SystemExit as end:
            if end.code == INTERRUPTED:  # typer makes this of Ctrl-C, and says nothing
                tell("litreview: stopped; what was looked up is kept in the cache")
                _leave_threads()
            raise
        except BrokenPipeError:  # the reader went away (`| head`)
            sys.exit(1)


def _leave_threads() -> None:
    """End now where threads wait for a silent server: Python would wait for them before it ends."""
    ours = threading.main_thread()
    if any(one is not ours and not one.daemon for one in threading.enumerate()):
        os._exit(INTERRUPTED)


class _Faults:
    """Shows a fault of ours in full, and ends with a code of its own."""

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or not issubclass(kind, Exception):
            return
        tell(*"".join(traceback.format_exception(fault)).rstrip("\n").split("\n"))
        tell("litreview: this is a fault of litreview; please report it with the lines above")
        sys.exit(FAULT)
