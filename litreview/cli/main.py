"""``litreview VERB``: the verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version as version_of

import typer

from litreview.cli import cache, check, evidence, explain, fix, index, library, parse, project, resolve, serve
from litreview.cli.notes import noted
from litreview.cli.option_groups import spread
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


def _version(value: bool) -> None:  # noqa: FBT001 - typer's callback signature
    if value:
        typer.echo(f"litreview {version_of('litreview')}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(  # noqa: FBT001
        False, "--version", help="Show the version.", is_eager=True, callback=_version
    ),
) -> None:
    """Exit codes: 0 fine, 1 findings at or above --fail-on, 2 trouble."""


def run() -> None:
    """Run the command line. Trouble is one line on stderr and exit code 2; a fault of ours stays loud."""
    try:
        with noted():
            app()
    except LitreviewError as error:
        print(f"litreview: {error}", file=sys.stderr)
        sys.exit(2)
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer makes this of Ctrl-C, and says nothing
            print("litreview: stopped; what was looked up is kept in the cache", file=sys.stderr)
        raise
    except BrokenPipeError:
        # The reader went away (`| head`); Python would complain once more while shutting down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
