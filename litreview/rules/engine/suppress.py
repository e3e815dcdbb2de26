"""Comments in the checked text that allow a finding, with a reason and perhaps an end date.

::

    <!-- litreview: allow year-mismatch the journal renumbered its volumes until 2027-01-01 -->
    % litreview: allow M302 the journal renumbered its volumes          (LaTeX, .bib)

A comment holds for its own line and, when it stands on a line of its own, for the paragraph or entry
that follows. ``allow-file`` holds for the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from litreview.model.article import Article
from litreview.model.finding import Finding
from litreview.rules.engine.registry import all_rules, selects

_COMMENT = re.compile(
    r"(?:<!--|(?<!%)%++|//|@comment\s*+\{)\s*+litreview:\s*+(?P<verb>allow(?:-file)?)\s++"
    r"(?P<body>(?:[^\S\n]*+\S)*?)(?:\s*+(?:-->|\})|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_UNTIL = re.compile(r"(?:(?<!\s)\s++)?\buntil\s++(\d{4}-\d{2}-\d{2})\s*+$")
_NO_REASON = "no reason given"


@dataclass(frozen=True, slots=True)
class Allowance:
    """One comment: the rules it allows, the characters it holds for, why, and until when."""

    rules: tuple[str, ...]
    start: int
    end: int
    reason: str
    until: date | None = None
    whole_file: bool = False

    def covers(self, finding: Finding) -> bool:
        """True where the finding is of an allowed rule and stands in the allowed stretch."""
        rule = next((rule for rule in all_rules() if rule.code == finding.rule), None)
        if rule is None or not any(selects(name, rule) for name in self.rules):
            return False
        if self.whole_file or finding.start is None or finding.origin:
            return self.whole_file  # the place of a finding in another file says nothing about this one
        return self.start <= finding.start < self.end


def suppress(findings: Iterable[Finding], articles: Sequence[Article]) -> Iterator[Finding]:
    """The findings, those that a comment of their own article allows marked with its reason.

    Nothing is dropped. ``articles`` are those that ``Finding.article_at`` counts.
    """
    allowed = [tuple(_in_force(article)) for article in articles]
    for finding in findings:
        own = () if finding.article_at is None else allowed[finding.article_at]
        reason = next((item.reason for item in own if item.covers(finding)), None)
        yield finding if reason is None else replace(finding, suppressed=reason)


def _in_force(article: Article) -> Iterator[Allowance]:
    for item in find_allowances(article.text):
        if item.until is None or article.as_of is None or article.as_of <= item.until:
            yield item


def find_allowances(text: str) -> tuple[Allowance, ...]:
    """Every comment of a text that allows something, in order."""
    return tuple(_allowance(found, text) for found in _COMMENT.finditer(text)) if "litreview:" in text else ()


def _allowance(found: re.Match[str], text: str) -> Allowance:
    body = found["body"]
    dated = _UNTIL.search(body)
    until = date.fromisoformat(dated[1]) if dated and _is_date(dated[1]) else None
    names, reason = _split(body[: dated.start()] if dated else body)
    start, end = _reach(found, text)
    return Allowance(names, start, end, reason or _NO_REASON, until, found["verb"].lower() == "allow-file")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _split(body: str) -> tuple[tuple[str, ...], str]:
    """The rules (first word, commas join more) and the reason (the rest)."""
    words = re.sub(r"(?:(?<!\s)\s++)?,\s*+", ",", body).split(maxsplit=1)
    if not words:
        return (), ""
    return tuple(words[0].rstrip(":").split(",")), words[1].lstrip("-–—: ") if len(words) > 1 else ""


def _reach(found: re.Match[str], text: str) -> tuple[int, int]:
    line_start = text.rfind("\n", 0, found.start()) + 1
    line_end = text.find("\n", found.end())
    line_end = len(text) if line_end < 0 else line_end
    alone = not (text[line_start : found.start()] + text[found.end() : line_end]).strip()
    if not alone:
        return line_start, line_end + 1
    following = re.compile(r"\s*\n").match(text, line_end)
    after = following.end() if following else line_end
    blank = re.compile(r"\n[ \t]*\n").search(text, after)
    return line_start, blank.start() if blank else len(text) + 1
