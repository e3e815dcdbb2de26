"""What can go wrong, and whose doing it is.

::

    LitreviewError            one clear line for the user; the command line exits with 2
    ├── InputError            a file that cannot be read, or is not what it says it is
    ├── OptionError           an option, configuration value or rule code that does not exist
    ├── DataError             a table whose rows break its own rules (evidence, records)
    ├── MissingExtraError     an optional package is needed and is not installed
    ├── SourceError           a source refuses to be asked at all (blocked, bad address)
    └── TooSlowError          work that used up its budget of processor time

A source that is merely silent raises nothing: it answers ``Outcome.UNREACHABLE`` and the reference
becomes ``unavailable``. An entry that cannot be parsed raises nothing either: it stays a Reference
with its text and a Diagnosis. Everything else is a fault of ours and is allowed to crash loudly.
"""

from __future__ import annotations

from pathlib import Path


class LitreviewError(Exception):
    """What went wrong, where, and what to do about it, in one line.

    >>> str(InputError("no such file", path="paper.docx", advice="check the name"))
    'paper.docx: no such file (check the name)'
    """

    def __init__(
        self, message: str, *, path: str | Path | None = None, line: int | None = None, advice: str = ""
    ) -> None:
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line
        self.advice = advice
        where = ":".join(str(part) for part in (self.path, line) if part is not None)
        text = f"{where}: {message}" if where else message
        super().__init__(f"{text} ({advice})" if advice else text)


class InputError(LitreviewError):
    """A file that cannot be read, or is not what it says it is."""


class OptionError(LitreviewError):
    """An option, a configuration value or a rule code that does not exist."""


class DataError(LitreviewError):
    """A table whose rows break its own rules."""


class SourceError(LitreviewError):
    """A source of records that refuses to be asked at all."""


class TooSlowError(LitreviewError):
    """Work that used up its budget of processor time: a file hard to read, or a slow part of ours."""


class MissingExtraError(LitreviewError):
    """An optional package is needed for this and is not installed."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(f"{purpose} needs {package}", advice=f"pip install 'litreview[{extra}]'")


class CacheWarning(UserWarning):
    """Something is wrong with the cache of look-ups. The run goes on without it, or with a new one."""
