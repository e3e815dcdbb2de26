"""Report: what a check returns: the articles, the matches, the library and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from litreview.library.library import Library
from litreview.model.article import Article, numbered_apart, position
from litreview.model.errors import OptionError
from litreview.model.finding import Finding, Severity, singles
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.normalise.text import in_json, one_line, shown
from litreview.reports.finding_table import COLUMNS, row
from litreview.reports.json_values import SCHEMA, article_to_dict, finding_to_dict
from litreview.reports.registry import FILES, renderer
from litreview.reports.sentence import obstacles, sentence

if TYPE_CHECKING:
    import pandas as pd

UNCHECKED = "unchecked"
FAIL_ON = ("error", "warning", "note", "never", UNCHECKED)


def check_fail_on(fail_on: str) -> tuple[str, bool]:
    """The level from which on a check fails, and whether unchecked references make it fail too.

    ``unchecked`` stands for ``error,unchecked``.

    Raises:
        OptionError: it is none of error, warning, note, never, unchecked, nor one of these and unchecked.
    """
    parts = [part.strip() for part in fail_on.split(",")]
    levels = [part for part in parts if part != UNCHECKED]
    if len(levels) > 1 or not set(parts) <= set(FAIL_ON) or ("never" in levels and len(parts) > 1):
        advice = f"one of {', '.join(FAIL_ON)}, or a level and {UNCHECKED}: warning,{UNCHECKED}"
        raise OptionError(f"--fail-on {fail_on!r} is not known", advice=advice)
    return (levels or ["error"])[0], UNCHECKED in parts


_JSON = ("json", "sarif")


@dataclass(frozen=True)
class Report:
    """The result of a check.

    ``matches`` holds one tuple per article, aligned with that article's references. ``findings`` are
    those that count, each fault once with its ``places``; ``suppressed`` those that an inline comment or a
    baseline has set aside, each with its reason. ``source`` names what was asked for records.
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
        return {
            "schema": SCHEMA,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "source": self.source,
            "articles": [
                article_to_dict(article, matches)
                for article, matches in zip(self.articles, self.matches, strict=True)
            ],
            "findings": [finding_to_dict(finding) for finding in self.findings],
            "suppressed": [
                finding_to_dict(finding) | {"reason": finding.suppressed} for finding in self.suppressed
            ],
            "summary": self.summary(),
        }

    def summary(self) -> dict[str, object]:
        """The counts: articles, references, citations, by status and by severity; how many references were
        looked up (``checked``) or could not be (``unchecked``); the files whose reading is in doubt; and all
        of it in a ``sentence``."""
        return {
            "articles": len(self.articles),
            "references": sum(len(article.references) for article in self.articles),
            "citations": sum(len(article.citations) for article in self.articles),
            "studies": len(self.library.keys),
            "matches": {status.value: self.statuses[status] for status in MatchStatus},
            "findings": {severity.value: self.severities[severity] for severity in Severity},
            "suppressed": len(self.suppressed),
            "checked": self.statuses.total() - self.statuses[MatchStatus.UNAVAILABLE],
            "unchecked": self.statuses[MatchStatus.UNAVAILABLE],
            "doubts": list(self.doubted),
            "sentence": sentence(self),
        }

    def to_frame(self) -> pd.DataFrame:
        """One row per finding: rule, name, severity, article, line, reference, citation, field, cited,
        found, work, message."""
        import pandas as pd

        return pd.DataFrame([row(finding) for finding in self.findings], columns=list(COLUMNS))

    def render(self, format: str = "text") -> str:
        """The report in one of the formats of ``litreview check --format``.

        Raises:
            OptionError: there is no such format, or it is not text.
        """
        rendered = renderer(format)(self)
        if not isinstance(rendered, str):
            raise OptionError(
                f"{format} is not text", advice="use render_bytes, or --output on the command line"
            )
        return _cleaned(rendered, format)

    def render_bytes(self, format: str) -> bytes:
        """The same as the bytes of a file, text in UTF-8; the only way for ``xlsx`` and ``docx``.

        Raises:
            OptionError: there is no such format.
            InputError: the format is a copy of the checked file and cannot be made of it.
        """
        rendered = renderer(format)(self)
        if isinstance(rendered, bytes):
            return rendered
        return _cleaned(rendered, format).encode("utf-8", "replace")

    def exit_code(self, fail_on: str = "error") -> int:
        """0 where no finding reaches ``fail_on`` (error, warning, note, never), else 1.

        1 also where a file could not be read reliably, unless ``fail_on`` is never: what was not judged has
        not passed. ``unchecked``, alone or behind a level (``warning,unchecked``), gives 1 too where a
        reference could not be checked.

        Raises:
            OptionError: ``fail_on`` is none of these.
        """
        level, unchecked = check_fail_on(fail_on)
        if level == "never":
            return 0
        reached = any(finding.severity.rank >= Severity(level).rank for finding in self.findings)
        missed = unchecked and self.statuses[MatchStatus.UNAVAILABLE] > 0
        return int(reached or missed or bool(self.doubted))

    @cached_property
    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @cached_property
    def statuses(self) -> Counter[MatchStatus]:
        """How many references were matched, ambiguous, unmatched, unavailable."""
        return Counter(match.status for matches in self.matches for match in matches)

    @property
    def nothing_checked(self) -> str:
        """Why not a single reference could be checked, in words; empty where one was, or nobody was asked."""
        if not self.source or self.statuses[MatchStatus.UNAVAILABLE] < max(1, self.statuses.total()):
            return ""
        return obstacles(self) or f"{self.source} did not answer"

    @property
    def places(self) -> tuple[Finding, ...]:
        """The findings place by place: one that sums up several (``Finding.places``) counts as these."""
        return tuple(singles(self.findings))

    @property
    def unread(self) -> tuple[str, ...]:
        """Why nothing was read of articles that were given up, one reason for each of them."""
        return tuple(article.unread for article in self.articles if article.unread)

    @property
    def doubted(self) -> tuple[str, ...]:
        """The names of the articles of which our own reading is in doubt, or of which no reference was read
        because a part of the file was not."""
        return tuple(
            name
            for article, name in zip(self.articles, self.names, strict=True)
            if article.doubts or (article.document.diagnoses and not article.references)
        )

    def position(self, article: Article) -> int:
        """Where an article stands in the report, which is what tells it from others of the same path.

        Raises:
            KeyError: it is not one of those that were checked.
        """
        return position(article, self.articles)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each article is called: its path, else its title; numbered where several share one."""
        return numbered_apart(
            [one_line(article.path or article.title or "text") for article in self.articles]
        )

    def entries(self, article: Article) -> Iterator[tuple[Reference, Match]]:
        """Each reference of an article with its match, in order.

        Raises:
            KeyError: the article is not one of those that were checked.
        """
        yield from zip(article.references, self.matches[self.position(article)], strict=True)

    def findings_of(self, article: Article) -> tuple[Finding, ...]:
        """The findings of one article, in the order of its text.

        Raises:
            KeyError: the article is not one of those that were checked.
        """
        at = self.position(article)
        return tuple(finding for finding in self.findings if finding.article_at == at)

    def _repr_html_(self) -> str:
        return self.render("notebook")


def _cleaned(rendered: str, format: str) -> str:
    """Text without signs that act on a terminal or turn the order of what is shown; JSON keeps its values."""
    if format in FILES:
        return rendered
    return in_json(rendered) if format in _JSON else shown(rendered)
