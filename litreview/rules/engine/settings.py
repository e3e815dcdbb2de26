"""Settings: what a project wants checked, from ``[tool.litreview]`` or ``.litreview.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from fnmatch import fnmatch
from pathlib import Path

from litreview.model.errors import OptionError
from litreview.model.finding import Finding, Severity
from litreview.rules.engine.registry import find_rule, matching, selects

FILES = (".litreview.toml", "pyproject.toml")
"""Looked for in this order, in the folder of the checked file and every folder above it."""

Selectors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check and how to judge it. Rules are named by code, prefix (``L5``) or name.

    ``per_file`` pairs a path pattern with the rules to ignore there; ``severities`` pairs a rule with
    the level it has in this project. ``leads`` runs the rules too that are run on request only (E6xx and
    matters of style). ``source``, ``mailto`` and ``base_url`` are as on the command line.
    ``allow_folders`` are folders whose files documents may take in besides those of their own.
    """

    select: Selectors = ()
    ignore: Selectors = ()
    per_file: tuple[tuple[str, Selectors], ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    leads: bool = False
    source: str = ""
    mailto: str = ""
    base_url: str = ""
    allow_folders: Selectors = ()

    def __post_init__(self) -> None:
        """Refuse rules that do not exist now, not after ten minutes of look-ups.

        Raises:
            OptionError: a selector names no rule.
        """
        named = [*self.select, *self.ignore, *(name for _, names in self.per_file for name in names)]
        for selector in [*named, *(name for name, _ in self.severities)]:
            matching(selector)

    def drops(self, finding: Finding) -> bool:
        """True where the finding's file is one in which its rule is ignored."""
        if not self.per_file:
            return False
        rule = find_rule(finding.rule)
        return any(
            fnmatch(finding.article, pattern) and any(selects(name, rule) for name in names)
            for pattern, names in self.per_file
        )

    def severity(self, finding: Finding) -> Severity:
        """The level of a finding in this project; the last line that names its rule decides."""
        if not self.severities:
            return finding.severity
        rule = find_rule(finding.rule)
        levels = [level for name, level in self.severities if selects(name, rule)]
        return levels[-1] if levels else finding.severity

    def overriding(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), *, leads: bool = False
    ) -> Settings:
        """These settings with the command line's choice on top: a selection replaces, an ignore adds."""
        chosen = tuple(select) or self.select
        return replace(self, select=chosen, ignore=(*self.ignore, *ignore), leads=self.leads or leads)


def load_settings(start: Path) -> Settings:
    """The settings that hold for a file or folder: the nearest file that has any, else the defaults.

    Raises:
        OptionError: a settings file is not TOML, has an unknown key, or names an unknown rule.
    """
    folder = start if start.is_dir() else start.parent
    for place in (folder.resolve(), *folder.resolve().parents):
        for name in FILES:
            table = _table(place / name)
            if table is not None:
                return _trusted(read_settings(table, place / name), place)
    return Settings()


def _trusted(settings: Settings, folder: Path) -> Settings:
    """A manuscript from elsewhere brings its settings along: they must not allow it folders. Those count that
    hold where the user works."""
    here = Path.cwd()
    return settings if folder in (here, *here.parents) else replace(settings, allow_folders=())


def _table(path: Path) -> Mapping[str, object] | None:
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"is not valid TOML: {error}", path=path) from error
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        table = tool.get("litreview") if isinstance(tool, dict) else None
        return table if isinstance(table, dict) else None
    return data


def read_settings(table: Mapping[str, object], path: Path) -> Settings:
    """Settings from a TOML table; hyphens and underscores in keys are the same.

    Raises:
        OptionError: unknown key, wrong type, unknown rule or severity.
    """
    values: dict[str, object] = {}
    known = {item.name for item in fields(Settings)}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise OptionError(
                f"unknown setting {key!r}", path=path, advice=f"known: {', '.join(sorted(known))}"
            )
        values[name] = _value(name, value, path)
    try:
        return Settings(**values)  # type: ignore[arg-type]
    except OptionError as error:
        raise OptionError(error.message, path=path, advice=error.advice) from error


def _value(name: str, value: object, path: Path) -> object:
    if name in {"select", "ignore"}:
        return _names(name, value, path)
    if name == "allow_folders":
        return tuple(str(path.parent / folder) for folder in _names(name, value, path))
    if name == "per_file" and isinstance(value, dict):
        return tuple((pattern, _names(pattern, names, path)) for pattern, names in value.items())
    if name == "severities" and isinstance(value, dict):
        return tuple((rule, _severity(level, path)) for rule, level in value.items())
    if name == "leads" and isinstance(value, bool):
        return value
    if isinstance(value, str) and name not in {"per_file", "severities", "leads", "allow_folders"}:
        return value
    raise OptionError(f"setting {name.replace('_', '-')!r} has the wrong type", path=path)


def _names(name: str, value: object, path: Path) -> Selectors:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        of = "folders" if name == "allow_folders" else "rules"
        raise OptionError(f"{name!r} must be a list of {of}", path=path)
    return tuple(items)


def _severity(level: object, path: Path) -> Severity:
    if level not in [item.value for item in Severity]:
        raise OptionError(f"unknown severity {level!r}", path=path, advice="error, warning or note")
    return Severity(str(level))
