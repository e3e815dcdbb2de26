"""Finding: what a rule says about one place, with the proof and, where it is safe, the cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from litreview.model.article import Article


class Severity(StrEnum):
    """SARIF's levels. Error: the reader is misled or cannot find the work. Warning: likely wrong, look.
    Note: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a contradicting value was read: the source's name, the record's identity, an address."""

    source: str
    record: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement for ``document.text[start:end]``, never applied unasked. ``safe`` means proven by
    a matched record with a DOI or a locator; ``doubt`` says why it is not, where something more than that
    is known."""

    start: int
    end: int
    replacement: str
    safe: bool = False
    description: str = ""
    doubt: str = ""


ET_AL = "et al."
"""The last of a cure's names where a list is cut short."""


class CureKind(StrEnum):
    """What would cure a problem; ``editing/propose`` knows how each is made of a match."""

    FIELD = "field"
    """The record's value of the problem's ``field``."""
    AUTHORS = "authors"
    """The record's list of authors, what is right left as written."""
    ADD_DOI = "add-doi"
    """The record's DOI added to an entry without one."""
    CITED_YEAR = "cited-year"
    """Another year at a citation in the text."""
    CITED_NAMES = "cited-names"
    """Other names at a citation in the text."""


@dataclass(frozen=True, slots=True)
class Cure:
    """What a rule says would cure its problem: never how it is written, which is the editing floor's to say.

    ``reference`` is the key of the reference whose match proves it (empty: the finding's own), ``old`` and
    ``new`` the values in plain words where the rule alone knows them (a year, surnames), ``at`` the words of
    the text that are meant where the finding's own place is larger (one work of a citation of several).
    """

    kind: CureKind
    reference: str = ""
    at: tuple[int, int] | None = None
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says: only what is wrong. Place, code and severity are added by the runner.

    ``field`` is a CSL name. ``work`` is the DOI or record key of the work meant. ``at`` overrides the
    place (a span in the article's text) and ``severity`` the rule's own level. A rule that looks at several
    articles names the ``article`` itself and the key of the ``reference`` in it.

    ``habit`` is what is said once of an article where many places have the same problem, with ``{}`` for
    their number ("{} references lack a DOI that exists"); empty where each place is a fault of its own.
    ``echoes`` is the code of the rule whose finding about the same reference says this fault already.
    """

    message: str
    field: str = ""
    cited: str = ""
    found: str = ""
    work: str = ""
    candidates: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    cure: Cure | None = None
    at: tuple[int, int] | None = None
    severity: Severity | None = None
    reference: str = ""
    article: Article | None = None
    habit: str = ""
    echoes: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its rule, severity and place. ``article`` is a path, ``reference`` a key,
    ``citation`` the marker's text; ``line`` counts from 1; ``start``/``end`` index the article's text.

    ``article_at`` is the article's position among those that were checked (None for the whole review):
    which of them it is, for two of them may share a path or have none.
    ``cure`` is what the rule says would cure it, ``fix`` how that is written, where it can be.
    ``places`` are the single findings that this one sums up, itself among them; empty where it has one place.
    What it says of place, values and cure is then the first of them, or nothing where they have nothing in
    common.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    article: str = ""
    reference: str = ""
    citation: str = ""
    line: int | None = None
    start: int | None = None
    end: int | None = None
    field: str = ""
    cited: str = ""
    found: str = ""
    work: str = ""
    candidates: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    fix: Fix | None = None
    suppressed: str = ""
    origin: str = ""
    article_at: int | None = None
    cure: Cure | None = None
    habit: str = ""
    echoes: str = ""
    places: tuple[Finding, ...] = ()


def singles(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each place as a finding of its own: those that are summed up, and those that stand alone."""
    for finding in findings:
        yield from finding.places or (finding,)
