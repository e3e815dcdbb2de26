"""Report: what a check returns: the articles, the matches, the library and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from litreview.model.article import Article
from litreview.model.errors import OptionError
from litreview.model.finding import Finding, Severity
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.reports.registry import render, render_bytes
from litreview.reports.to_json import report_to_dict

if TYPE_CHECKING:
    import pandas as pd

    from litreview.library.library import Library

FAIL_ON = ("error", "warning", "note", "never")


def check_fail_on(fail_on: str) -> None:
    """Refuse an unknown level before any work is done.

    Raises:
        OptionError: it is none of error, warning, note, never.
    """
    if fail_on not in FAIL_ON:
        raise OptionError(f"--fail-on {fail_on!r} is not known", advice=f"one of {', '.join(FAIL_ON)}")


@dataclass(frozen=True)
class Report:
    """The result of a check.

    ``matches`` holds one tuple per article, aligned with that article's references. ``findings`` are
    those that count; ``suppressed`` those that an inline comment or a baseline has set aside, each
    with its reason. ``source`` names what was asked for records.
    """

    articles: tuple[Article, ...]
    matches: tuple[tuple[Match, ...], ...]
    library: Library
    findings: tuple[Finding, ...]
    as_of: date | None = None
    source: str = ""
    suppressed: tuple[Finding, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The report as JSON-ready values, schema ``litreview.report/1`` (docs/report.schema.json)."""
        return report_to_dict(self)

    def to_frame(self) -> pd.DataFrame:
        """One row per finding: rule, name, severity, article, line, reference, citation, field, cited,
        found, work, message."""
        import pandas as pd

        from litreview.reports.to_csv import COLUMNS, row

        return pd.DataFrame([row(finding) for finding in self.findings], columns=list(COLUMNS))

    def render(self, format: str = "text") -> str:
        """The report in one of the formats of ``litreview check --format``.

        Raises:
            OptionError: there is no such format.
        """
        return render(self, format)

    def render_bytes(self, format: str) -> bytes:
        """The same as the bytes of a file; the only way for ``xlsx`` and ``docx``."""
        return render_bytes(self, format)

    def exit_code(self, fail_on: str = "error") -> int:
        """0 where no finding reaches ``fail_on`` (error, warning, note, never), else 1.

        Raises:
            OptionError: ``fail_on`` is none of the four.
        """
        check_fail_on(fail_on)
        if fail_on == "never":
            return 0
        return int(any(finding.severity.rank >= Severity(fail_on).rank for finding in self.findings))

    @cached_property
    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @cached_property
    def statuses(self) -> Counter[MatchStatus]:
        """How many references were matched, ambiguous, unmatched, unavailable."""
        return Counter(match.status for matches in self.matches for match in matches)

    def entries(self, article: Article) -> Iterator[tuple[Reference, Match]]:
        """Each reference of an article with its match, in order."""
        at = next(index for index, one in enumerate(self.articles) if one is article)
        yield from zip(article.references, self.matches[at], strict=True)

    def findings_of(self, article: Article) -> tuple[Finding, ...]:
        """The findings of one article, in the order of its text."""
        return tuple(finding for finding in self.findings if finding.article == article.path)

    def _repr_html_(self) -> str:
        return render(self, "notebook")
