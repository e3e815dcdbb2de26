"""S415."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.normalise.vocabulary.months import MONTHS, month_words
from litreview.rules.engine.rule import Example, rule

_PROMISE = re.compile(
    r"\b(?:next (?:planned |scheduled )?(?:update|review)(?: date)?|(?:update|review) (?:planned|due|date)"
    r"|valid until|expires(?: on)?|nächste (?:geplante )?(?:Aktualisierung|Überprüfung)|gültig bis)"
    r"\s*[:–-]?\s*(?P<when>[^\n]{0,40})",
    re.IGNORECASE,
)
"""The forms health information pages, guidelines and leaflets use (IQWiG, NICE, AWMF, NHS leaflets)."""
_ISO = re.compile(r"((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?")
_YEAR = re.compile(r"\b(20\d{2})\b")
_NAMES = month_words("en", "de")


@rule(
    "S415",
    Severity.NOTE,
    bad=Example(
        text="Rest is rarely needed. Updated on May 3, 2019. Next planned update: 2022\n",
        as_of=date(2024, 1, 1),
        says="The article announces “Next planned update: 2022”, which had passed on 2024-01-01.",
    ),
    good=Example(
        text="Rest is rarely needed. Updated on May 3, 2023. Next planned update: 2026\n",
        as_of=date(2024, 1, 1),
    ),
)
def update_overdue(article: Article, as_of: date) -> Iterator[Problem]:
    """The article promised an update for a date that has passed.

    Readers take it for current; by its own word it is not.

    Fix: update it, or set a new date.

    Silent until the promised year, month or day is over, and where the check was given no date.
    """
    for found in _PROMISE.finditer(article.text):
        end = _end(found["when"])
        if end is not None and end < as_of:
            said = " ".join(found.group().split()).rstrip(" .,;")
            yield Problem(
                f"The article announces “{said}”, which had passed on {as_of.isoformat()}.",
                field="issued",
                cited=said,
                at=(found.start(), found.start() + len(found.group().rstrip())),
            )


def _end(text: str) -> date | None:
    """The last day the promise covers: of the day, the month or the year it names."""
    iso = _ISO.search(text)
    if iso and 1 <= int(iso[2]) <= 12:
        return _last(int(iso[1]), int(iso[2]), int(iso[3] or 31))
    year = _YEAR.search(text)
    if year is None:
        return None
    months = [MONTHS[word] for word in re.findall(r"[^\W\d_]+", text.lower()) if word in _NAMES]
    return _last(int(year[1]), months[0] if months else 12, 31)


def _last(year: int, month: int, day: int) -> date:
    for candidate in range(min(day, 31), 27, -1) if day > 27 else (day,):
        try:
            return date(year, month, candidate)
        except ValueError:
            continue
    return date(year, month, 28)
