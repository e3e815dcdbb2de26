"""What a rule is: a function, its code, its severity and two examples that are printed and run."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias, get_type_hints

from litreview.model.article import Article, Citation, Link
from litreview.model.doubt import Reading
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review

Check: TypeAlias = Callable[..., Iterable[Problem]]

SUBJECTS: tuple[type, ...] = (Link, Citation, Reference, Match, Article, Review)
"""What a rule may look at: the type of its first parameter; a Library too (see ``is_library``)."""

LIST = frozenset({Reading.LIST})
"""What a rule about the entries of a list rests on."""
LINKS = frozenset({Reading.LIST, Reading.CITATIONS})
"""What a rule about citations and the entries they lead to rests on."""

_SUPPLIED: tuple[type, ...] = (Article, Match, Review, date)
_CODE = re.compile(r"[CRMSLE]\d{3}")


@dataclass(frozen=True, slots=True)
class Example:
    """A case small enough for a page, and run by a test.

    Either ``text`` (one article, or several) or ``cites`` (one reference as printed). ``registered`` is
    what the record says: for ``cites`` only the fields in which it differs from the reference, for
    ``text`` whole works, in CSL names. ``status`` is how the look-up ended, ``as_of`` the day of the check,
    ``format`` the reader that ``text`` is for,
    ``known`` the statuses an earlier check knew, ``says`` the message of the first finding.
    """

    cites: str = ""
    text: str | tuple[str, ...] = ()
    registered: Mapping[str, str] | tuple[Mapping[str, str], ...] = field(default_factory=dict)
    status: str = "matched"
    as_of: date | None = None
    format: str = "text"
    known: tuple[tuple[str, str], ...] | None = None
    says: str = ""


@dataclass(frozen=True)
class Rule:
    """One check. ``name`` is the function's name with hyphens and reads well after "allow".

    ``on_request`` rules are run only where they, or all leads, are asked for.
    """

    code: str
    severity: Severity
    check: Check
    bad: Example
    good: Example
    rests_on: frozenset[Reading] = frozenset()
    on_request: bool = False

    @property
    def name(self) -> str:
        """``year-mismatch``, from the function ``year_mismatch``."""
        return self.check.__name__.replace("_", "-")

    @property
    def module(self) -> str:
        """The module the rule is written in."""
        return self.check.__module__

    @property
    def family(self) -> str:
        """The folder: citations, references, records, status, collection or claims."""
        return self.module.split(".")[-2]

    @property
    def title(self) -> str:
        """First line of the docstring: what is wrong, as a sentence."""
        return self.page.partition("\n")[0].strip()

    @property
    def page(self) -> str:
        """The docstring: why it matters, how to fix it, when the rule stays silent."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @cached_property
    def parameters(self) -> tuple[type, ...]:
        """The parameter types in order: the subject first, then what the runner supplies."""
        hints = get_type_hints(self.check)
        return tuple(hints[name] for name in inspect.signature(self.check).parameters)

    @property
    def subject(self) -> type:
        """What the rule looks at."""
        return self.parameters[0]


def rule(
    code: str,
    severity: Severity,
    *,
    bad: Example,
    good: Example,
    rests_on: frozenset[Reading] = frozenset(),
    on_request: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function; it is silent about an article of which we doubt what the rule ``rests_on``.

    ``on_request`` is for leads, which a reader follows up, and for matters of style.

    Raises:
        TypeError: the code is malformed, or a parameter is of a type the runner cannot supply.
    """

    def decorate(check: Check) -> Rule:
        made = Rule(code, severity, check, bad, good, rests_on, on_request)
        if not _CODE.fullmatch(code):
            raise TypeError(f"{code!r} is no rule code")
        first, *others = made.parameters
        supplied = all(other in _SUPPLIED or is_library(other) for other in others)
        if not supplied or not (first in SUBJECTS or is_library(first)):
            raise TypeError(f"{made.name}: the runner cannot supply {made.parameters}")
        return made

    return decorate


def is_library(kind: type) -> bool:
    """True for the type Library, told by its name so that only rules that use it load it."""
    return kind.__module__ == "litreview.library.library" and kind.__name__ == "Library"
