"""Comments in the checked text that allow a finding, with a reason and perhaps an end date.

::

    <!-- litreview: allow year-mismatch the journal renumbered its volumes until 2027-01-01 -->
    % litreview: allow M302 the journal renumbered its volumes          (LaTeX, .bib)

A comment holds for its own line and, when it stands on a line of its own, for the paragraph or entry
that follows. ``allow-file`` holds for the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

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
    allowed = [_Allowances(tuple(_in_force(article))) for article in articles]
    for finding in findings:
        reason = None if finding.article_at is None else allowed[finding.article_at].reason(finding)
        yield finding if reason is None else replace(finding, suppressed=reason)


class _Allowances:
    """The comments of one article in the order of its text, arranged by rule and place."""

    def __init__(self, items: tuple[Allowance, ...]) -> None:
        self.items = items
        self._of_rule: dict[str, tuple[list[Allowance], list[int]]] = {}

    def reason(self, finding: Finding) -> str | None:
        """What the first comment that covers a finding says."""
        if not self.items:
            return None
        if finding.rule not in self._of_rule:
            self._of_rule[finding.rule] = self._arranged(finding.rule)
        own, reached = self._of_rule[finding.rule]
        # comments begin in order, so that the first to reach beyond the place covers it or none does
        at = -1 if finding.start is None else finding.start
        first = next((n for n, item in enumerate(own) if item.whole_file), len(own))
        if finding.start is not None and not finding.origin:
            near = bisect_right(reached, at)
            first = min(first, near if near < len(own) and own[near].covers(finding) else len(own))
        return own[first].reason if first < len(own) else None

    def _arranged(self, code: str) -> tuple[list[Allowance], list[int]]:
        """The comments that allow a rule, and the furthest place that each or one before it reaches."""
        rule = next((rule for rule in all_rules() if rule.code == code), None)
        named = rule and [item for item in self.items if any(selects(name, rule) for name in item.rules)]
        own = named or []
        return own, list(accumulate((-1 if item.whole_file else item.end for item in own), max))


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
