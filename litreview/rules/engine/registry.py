"""Which rules exist: found by scanning the family folders, selected by code, prefix or name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path

from litreview.model.errors import OptionError
from litreview.rules.engine.retired import RETIRED
from litreview.rules.engine.rule import Rule

FAMILIES = {
    "C": ("citations", "In-text citations and the reference list"),
    "R": ("references", "The reference list by itself"),
    "M": ("records", "References and the records of the works they mean"),
    "S": ("status", "What happened to a work after it appeared"),
    "L": ("collection", "Several articles side by side"),
    "E": ("claims", "Sentences and the evidence behind them"),
}
"""First letter of a code → folder and heading."""

_PREFIX = re.compile(r"[A-Z]\d{0,3}")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. One rule per file, so the files are the list."""
    home = Path(__file__).parents[1]
    found: list[Rule] = []
    for folder, _ in FAMILIES.values():
        for path in sorted((home / folder).glob("[a-z]*.py")):
            module = import_module(f"litreview.rules.{folder}.{path.stem}")
            found.append(getattr(module, path.stem))
    return tuple(sorted(found, key=lambda rule: rule.code))


def select_rules(
    select: Iterable[str] = (), ignore: Iterable[str] = (), *, leads: bool = False
) -> tuple[Rule, ...]:
    """The rules chosen by code (``M302``), prefix (``L5``) or name (``year-mismatch``); none given means all
    but those on request, which ``leads`` adds.

    Raises:
        OptionError: a selector names no rule.
    """
    chosen = {rule.code for selector in select for rule in matching(selector)}
    dropped = {rule.code for selector in ignore for rule in matching(selector)}
    if not chosen:
        chosen = {rule.code for rule in all_rules() if not rule.on_request}
    if leads:
        chosen |= {rule.code for rule in all_rules() if rule.on_request}
    return tuple(rule for rule in all_rules() if rule.code in chosen - dropped)


def find_rule(selector: str) -> Rule:
    """The one rule with that code or name.

    Raises:
        OptionError: there is none, or the code is retired.
    """
    found = [rule for rule in matching(selector) if selector.upper() == rule.code or selector == rule.name]
    if not found:
        raise OptionError(
            f"{selector!r} is the beginning of several rule codes", advice="give one code or name"
        )
    return found[0]


def matching(selector: str) -> tuple[Rule, ...]:
    """The rules a selector means.

    Raises:
        OptionError: a selector names no rule.
    """
    text = selector.strip()
    found = tuple(rule for rule in all_rules() if selects(text, rule))
    if found:
        return found
    if text.upper() in RETIRED:
        raise OptionError(f"rule {text.upper()} was retired", advice=RETIRED[text.upper()])
    names = [name for rule in all_rules() for name in (rule.name, rule.code)]
    near = get_close_matches(text, names, n=1) or get_close_matches(text.upper(), names, n=1)
    advice = f"did you mean {near[0]}?" if near else "see: litreview rules"
    raise OptionError(f"there is no rule {selector!r}", advice=advice)


def selects(selector: str, rule: Rule) -> bool:
    """True where the selector is the rule's name, its code or the beginning of its code."""
    text = selector.strip()
    if text.replace("_", "-").lower() == rule.name:
        return True
    return bool(_PREFIX.fullmatch(text.upper())) and rule.code.startswith(text.upper())
