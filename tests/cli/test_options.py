"""Options that several verbs share: one table, spread over the verbs that take them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import click
import pytest
import typer
import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from litreview.cli import evidence as evidence_verbs
from litreview.cli.main import app
from litreview.cli.option_groups import spread
from litreview.cli.options import RecordOptions, RuleOptions
from litreview.evidence.heterogeneity import ESTIMATORS
from litreview.evidence.pooling import ADJUSTMENTS, PREDICTIONS
from litreview.evidence.tables import TABLES
from litreview.model.errors import OptionError
from litreview.rules.engine.settings import Settings
from litreview.sources.cached import Cached

COMMANDS = typer.main.get_command(app)
LOOKING_UP = ("check", "resolve", "library", "fix", "serve")
JUDGING = ("check", "fix")


@dataclass(frozen=True)
class Naming:
    """Two options for the tests below."""

    mail: Annotated[str, typer.Option(help="Your address.")] = "nobody"
    loud: Annotated[bool, typer.Option("--loud", help="Shout.")] = False


@spread
def greet(name: str, *, naming: Naming, times: int = 1) -> None:
    """Say a name."""
    words = f"{name} <{naming.mail}> " * times
    typer.echo(words.upper() if naming.loud else words)


def options_of(verb: str) -> dict[str, click.Parameter]:
    assert isinstance(COMMANDS, TyperGroup)
    return {str(option.name): option for option in COMMANDS.commands[verb].params}


def test_a_group_is_its_options() -> None:
    greeting = typer.Typer(add_completion=False)
    greeting.command()(greet)
    command = typer.main.get_command(greeting)
    assert [option.name for option in command.params] == ["name", "mail", "loud", "times"]
    said = CliRunner().invoke(greeting, ["Ada", "--mail", "a@b.c", "--loud", "--times", "2"])
    assert said.output.strip() == "ADA <A@B.C> ADA <A@B.C>"
    assert CliRunner().invoke(greeting, ["Ada"]).output.strip() == "Ada <nobody>"
    assert "Your address." in CliRunner().invoke(greeting, ["--help"]).output


@pytest.mark.parametrize("verb", LOOKING_UP)
def test_every_verb_that_looks_up_takes_the_same_options(verb: str) -> None:
    options = options_of(verb)
    for field in fields(RecordOptions):
        assert options[field.name].help == options_of("check")[field.name].help  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", JUDGING)
def test_every_verb_that_judges_takes_the_same_options(verb: str) -> None:
    assert {field.name for field in fields(RuleOptions)} <= options_of(verb).keys()


def test_only_library_looks_nothing_up_by_itself() -> None:
    defaults = {verb: options_of(verb)["source"].default for verb in LOOKING_UP}
    assert defaults == dict.fromkeys(LOOKING_UP, "auto") | {"library": "none"}


def test_the_settings_file_says_what_the_options_leave_open() -> None:
    settings = Settings(source="none", mailto="a@example.org")
    assert RecordOptions().open(settings) is None
    assert isinstance(RecordOptions(source="crossref", offline=True).open(settings), Cached)


def test_offline_and_refresh_exclude_each_other() -> None:
    with pytest.raises(OptionError, match="--offline and --refresh"):
        RecordOptions(offline=True, refresh=True).open(None)


def test_codes_may_be_repeated_or_listed(tmp_path: Path) -> None:
    rules = RuleOptions(select=["M3, L5", "title-mismatch"], ignore=["C101"])
    settings = rules.settings_for(str(tmp_path / "paper.md"))
    assert settings.select == ("M3", "L5", "title-mismatch")
    assert settings.ignore == ("C101",)


def help_of(annotation: object) -> str:
    return str(annotation.__metadata__[0].help)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("annotation", "names"),
    [
        (evidence_verbs.TableKind, (*TABLES, "rows")),
        (evidence_verbs.Method, tuple(ESTIMATORS)),
        (evidence_verbs.Adjust, tuple(str(one or "none") for one in ADJUSTMENTS)),
        (evidence_verbs.Interval, PREDICTIONS),
    ],
)
def test_help_names_what_there_is(annotation: Callable[..., object], names: tuple[str, ...]) -> None:
    """Written out in the help, because the tables themselves would load NumPy for every verb."""
    words = help_of(annotation).rstrip(".").replace(" or ", ", ").rsplit(": ", 1)[-1].split(", ")
    assert set(names) <= set(words)
    assert set(words) - set(names) <= {"FE"}
