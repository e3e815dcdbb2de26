"""Chimeras: references whose fields split cleanly over two or more real works."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.matching.signals import Signal, Signals
from litreview.model.match import Candidate, Verdict
from litreview.model.reasons import Note
from litreview.normalise.titles import content_words

Donor = tuple[Candidate, tuple[str, ...]]

ANCHORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("title",)),
    ("author", ("author", "issued")),
    ("locator", ("container-title", "volume", "issue", "page")),
)
"""What makes a donor: a title, an author with a year, or a page in a journal; with the fields it explains."""


def find_donors(judged: Sequence[tuple[Candidate, Signals]]) -> tuple[Donor, ...]:
    """The works over which the fields split, each with the fields that only it explains; empty if they
    do not.

    Every donor needs an anchor of its own, and at least two donors are needed. A journal with a page is
    common
    enough to coincide, so it needs one more number; one author with a year needs a word of the subject.
    """
    chosen: list[tuple[str, Candidate]] = []
    for anchor, _ in ANCHORS:
        best = _best(anchor, judged)
        if best is not None and all(best is not other for _, other in chosen):
            chosen.append((anchor, best))
    if len(chosen) < 2:
        return ()
    explained: set[str] = set()
    donors: list[Donor] = []
    for anchor, candidate in chosen:
        own = dict(ANCHORS)[anchor]
        fields = tuple(name for name in own if name in _agreeing(candidate) and name not in explained)
        explained |= set(fields)
        donors.append((candidate, fields))
    return tuple(donor for donor in donors if donor[1])


def _best(anchor: str, judged: Sequence[tuple[Candidate, Signals]]) -> Candidate | None:
    """The candidate that explains most of an anchor's fields, to the letter if possible."""
    own = dict(ANCHORS)[anchor]
    fitting = [candidate for candidate, signals in judged if _HAS[anchor](candidate, signals)]
    fitting.sort(key=lambda candidate: candidate.work.id)
    return max(fitting, key=lambda candidate: _closeness(candidate, own), default=None)


def _closeness(candidate: Candidate, own: Sequence[str]) -> tuple[int, int, int]:
    agreeing = _agreeing(candidate)
    exact = sum(candidate.agreement[name].verdict is Verdict.EQUAL for name in own)
    return sum(name in agreeing for name in own), exact, len(agreeing)


def _has_title(candidate: Candidate, signals: Signals) -> bool:
    return signals["title"] is Signal.YES and signals["long"] is Signal.YES


def _has_author(candidate: Candidate, signals: Signals) -> bool:
    if signals["author"] is not Signal.YES or signals["year"] is not Signal.YES:
        return False
    if names_authors_and_year(candidate, signals):
        return True
    title = candidate.agreement["title"]
    return bool(content_words(title.cited) & content_words(title.found))


def names_authors_and_year(candidate: Candidate, signals: Signals) -> bool:
    """True where the year and a list of at least two authors agree: more than a shared surname."""
    people = candidate.agreement["author"]
    agree = people.verdict in (Verdict.EQUAL, Verdict.COMPATIBLE) and ", " in people.cited
    return agree and signals["author"] is Signal.YES and signals["year"] is Signal.YES


def _has_locator(candidate: Candidate, signals: Signals) -> bool:
    if signals["page"] is not Signal.YES or signals["container"] is not Signal.YES:
        return False
    further = {"volume", "issue", "issued"} & set(_agreeing(candidate))
    return bool(further) or signals["range"] is Signal.YES


_HAS = {"title": _has_title, "author": _has_author, "locator": _has_locator}


def _agreeing(candidate: Candidate) -> tuple[str, ...]:
    """Fields that agree, a first page with another last page included."""
    fields = list(candidate.agreement.agreeing)
    page = candidate.agreement["page"]
    if page.verdict is Verdict.DIFFERENT and Note.LAST_PAGE in page.notes:
        fields.append("page")
    return tuple(fields)
