"""What is written into a copy of the checked file, and at which words: comments in Word or in a text file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.finding import Finding
from litreview.reports.places import listing


def remarks(article: Article, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each remark as the finding at whose words it stands, and what it says.

    A fault said at several places has one remark at each of them. A habit of the article has one at its first
    place, which lists all: fifty remarks alike would hide the one that counts.
    """
    for finding in findings:
        if not finding.places:
            yield finding, finding.message
        elif is_habit(finding):
            told = "\n".join(one.message for one in finding.places)
            yield finding, f"{finding.message} ({listing(article, finding)})\n{told}"
        else:
            yield from ((one, _told(one, finding)) for one in finding.places)


def refuse_unread(article: Article) -> None:
    """Nothing is copied of a file that was not read.

    Raises:
        InputError: it was not.
    """
    if article.unread:
        raise InputError(article.unread, path=article.path, advice="--format text tells of the others")


def is_habit(finding: Finding) -> bool:
    """True for what is said once of an article because it holds at many of its places."""
    return bool(finding.places) and not finding.reference and not finding.citation


def _told(place: Finding, finding: Finding) -> str:
    """At the first place the whole finding; at the others what is said there."""
    return finding.message if (place.start, place.rule) == (finding.start, finding.rule) else place.message
