"""``litreview explain`` and ``litreview rules``: the rule book in the terminal."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from litreview.cli.options import Output
from litreview.cli.output import write
from litreview.model.errors import OptionError

Rule = Annotated[str, typer.Argument(help="A code such as M302, or a name such as year-mismatch.")]
Format = Annotated[str, typer.Option("--format", "-f", help="text or json.")]


def explain(rule: Rule, *, output: Output = None) -> None:
    """Print the page of a rule: what it says, why it matters, how to fix it, when it stays silent."""
    from litreview.rules.engine.rule_pages import explain as page

    write(page(rule), output)


def rules(*, format: Format = "text", output: Output = None) -> None:
    """List every rule: code, severity, name and what it says."""
    from litreview.rules.engine.registry import all_rules

    if format not in ("text", "json"):
        raise OptionError(f"no format {format!r}", advice="text or json")
    rows = [(rule.code, rule.severity.value, rule.name, rule.title) for rule in all_rules()]
    if format == "json":
        keys = ("code", "severity", "name", "title")
        write(
            json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)
            + "\n",
            output,
        )
    else:
        width = max(len(name) for _, _, name, _ in rows)
        write(
            "".join(f"{code}  {level:<8}{name:<{width}}  {title}\n" for code, level, name, title in rows),
            output,
        )
