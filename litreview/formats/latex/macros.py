r"""Commands that a source defines for its own citations: ``\newcommand{\see}[2]{\citep[#1]{#2}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from litreview.formats.latex.scan import Group, Source

_DEFINED = re.compile(
    r"\\(?:(?:re|provide)?newcommand|DeclareRobustCommand)\s*+(?:\*\s*+)?(?:\{\s*+)?\\(?P<new>[A-Za-z]{1,60})\s*+(?:\}\s*+)?"
    r"(?:\[(?P<count>[1-9])\]\s*+)?(?:(?P<default>\[[^\[\]]{0,200}\])\s*+)?(?=\{)"
    r"|\\[gex]?def\s*\\(?P<plain>[A-Za-z]{1,60})(?P<marks>(?:#[1-9])+)\s*(?=\{)"
    r"|\\(?:New|Renew|Provide|Declare)DocumentCommand\s*+(?:\{\s*+)?\\(?P<document>[A-Za-z]{1,60})\s*+(?:\}\s*+)?"
    r"\{(?P<spec>[^{}]{1,60})\}\s*(?=\{)"
)
_CITES = re.compile(
    r"\\(?=[A-Za-z]*[Cc]ite)[A-Za-z]++\*?\s*+(?:\[[^\[\]]{0,300}\]\s*+){0,2}\{\s*#(?P<key>[1-9])\s*\}"
)


class Macro(NamedTuple):
    """A command: a letter for each argument (``o`` optional, ``m`` in braces), and which of them are keys."""

    name: str
    arguments: str
    keys: frozenset[int]


class Use(NamedTuple):
    """A use of a command: its span, the groups of keys, and the option that may be a locator."""

    start: int
    end: int
    keys: tuple[Group, ...]
    option: Group | None


def citing_macros(source: Source) -> dict[str, Macro]:
    """The commands that the source defines and that cite what they are given."""
    found = (_macro(source, match) for match in _DEFINED.finditer(source.text))
    return {macro.name: macro for macro in found if macro is not None}


def macro_uses(source: Source, macros: dict[str, Macro]) -> Iterator[Use]:
    """Every use of such a command; a use without all its arguments is none."""
    if not macros:
        return
    for found in re.finditer(rf"\\(?P<name>{'|'.join(sorted(macros))})(?![A-Za-z])\*?", source.text):
        macro = macros[found["name"]]
        groups, at = _arguments(source, macro.arguments, found.end())
        keys = tuple(group for n, group in enumerate(groups, 1) if group and n in macro.keys)
        if keys:
            option = groups[0] if macro.arguments[0] == "o" else None
            yield Use(found.start(), at, keys, option)


def _macro(source: Source, found: re.Match[str]) -> Macro | None:
    body = source.group(found.end())
    if body is None:
        return None
    keys = frozenset(int(cite["key"]) for cite in _CITES.finditer(source.inside(body)))
    if not keys:
        return None
    return Macro(found["new"] or found["plain"] or found["document"], _letters(found), keys)


def _letters(found: re.Match[str]) -> str:
    if found["new"]:
        count = int(found["count"] or 0)
        return ("o" if found["default"] else "m") * min(count, 1) + "m" * (count - 1)
    if found["plain"]:
        return "m" * (len(found["marks"]) // 2)
    return "".join("m" if letter == "m" else "o" for letter in re.findall("[mosO]", found["spec"]))


def _arguments(source: Source, letters: str, at: int) -> tuple[list[Group | None], int]:
    groups: list[Group | None] = []
    for letter in letters:
        group = source.group(at, "[" if letter == "o" else "{")
        if group is None and letter == "m":
            return [], at
        groups.append(group)
        at = group.end if group else at
    return groups, at
