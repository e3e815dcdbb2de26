"""The whole flow, on one screen:

file ─read→ Document ─parse→ Article ─resolve→ Matches ─collect→ Library ─check→ findings ─propose→ Report
Report ─fix→ Corrections
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from litreview.budget import BUDGET, REFERENCES, within
from litreview.formats.reach import allowing
from litreview.formats.registry import read, read_text
from litreview.matching.resolve import resolve
from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.doubt import Doubt, Reading
from litreview.model.errors import OptionError, TooSlowError
from litreview.model.match import Match
from litreview.model.source import Source
from litreview.parsing.article import parse_document

if TYPE_CHECKING:
    from litreview.editing.corrections import Corrections
    from litreview.reports.report import Report
    from litreview.rules.engine.settings import Settings

Progress = Callable[[int, int], None]
"""Told how many references are done, of how many."""
Done = TypeVar("Done")


def parse(
    text: str | Path | Document,
    *,
    allow: Iterable[str | Path] = (),
    budget: float | None = BUDGET,
) -> Article:
    """An article with its references, citations and links.

    A ``str`` is the text itself, a ``Path`` a file, a ``Document`` what ``read`` returned. A file may take in
    others (its bibliography) of its own folder and below, and of the folders that ``allow`` names. ``budget``
    is how many seconds of processor time it may take, None as many as it needs.

    Raises:
        InputError: the file cannot be read.
        TooSlowError: it is not read when the budget is used up.
    """
    try:
        return within(budget, lambda: _parsed(text, allow))
    except TooSlowError as error:
        message = f"not read: {error.message} (the budget of {budget:g} s of processor time is used up)"
        raise TooSlowError(message, path=_path_of(text) or None) from None


def _parsed(text: str | Path | Document, allow: Iterable[str | Path]) -> Article:
    if isinstance(text, Path):
        with allowing(allow):
            return parse_document(read(text))
    return parse_document(read_text(text) if isinstance(text, str) else text)


def check(
    *paths_or_articles: str | Path | Document | Article,
    source: Source | str | None = "auto",
    as_of: date | str | None = None,
    settings: Settings | None = None,
    baseline: str | Path | None = None,
    progress: Progress | None = None,
    allow: Iterable[str | Path] = (),
    budget: float | None = BUDGET,
) -> Report:
    """Check articles and bibliographies against a source of records and against each other.

    Args:
        paths_or_articles: files (a ``str`` is a path here), documents or parsed articles.
        source: a source, its name as ``--source`` takes it (``auto``, ``snapshot:PATH`` …: docs/sources.md),
            or None to judge the text alone.
        as_of: the day the check is made for; default ``SOURCE_DATE_EPOCH``, else today (UTC).
        settings: which rules to run and how severe they are; default all, as they come.
        baseline: a file of findings already known; they are listed but do not count.
        allow: folders whose files may be taken in besides those of an article's own folder.
        budget: seconds of processor time for reading one article; one that needs more is reported as not
            read (``Article.unread``). What follows has as much, in proportion to the references.

    Raises:
        InputError: a file cannot be read.
        OptionError: no file given, or the source or the date cannot be understood.
        SourceError: the source refuses to answer at all.
        TooSlowError: judging what was read needs more than its budget.
    """
    if not paths_or_articles:
        raise OptionError("nothing to check", advice="name at least one file")
    day = as_date(as_of)
    records = opened(source)
    with allowing((*allow, *(settings.allow_folders if settings else ()))):
        articles = tuple(_article(one, day, budget) for one in paths_or_articles)
    return judged(
        articles, lambda: _report(articles, records, day, settings, baseline, progress), budget=budget
    )


def _report(
    articles: tuple[Article, ...],
    records: Source | None,
    day: date,
    settings: Settings | None,
    baseline: str | Path | None,
    progress: Progress | None,
) -> Report:
    from litreview.editing.propose.proposals import propose
    from litreview.library.library import Library
    from litreview.reports.report import Report
    from litreview.rules.engine.baseline import Baseline, apply_baseline, read_baseline
    from litreview.rules.engine.grouping import grouped
    from litreview.rules.engine.review import Review
    from litreview.rules.engine.runner import run_rules

    matches = resolve_all(articles, records, progress)
    library = Library.from_articles(articles, matches)
    name = records.name if records else ""
    known = read_baseline(Path(baseline)) if baseline else Baseline()
    review = Review(articles, matches, library, day, name, known.statuses)
    findings = apply_baseline(propose(run_rules(review, settings), review), known)
    return Report(
        articles=articles,
        matches=matches,
        library=library,
        findings=grouped((finding for finding in findings if not finding.suppressed), articles),
        suppressed=tuple(finding for finding in findings if finding.suppressed),
        as_of=day,
        source=name,
    )


def fix(
    path: str | Path,
    *,
    source: Source | str | None = "auto",
    unsafe: bool = False,
    as_of: date | str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    allow: Iterable[str | Path] = (),
    budget: float | None = BUDGET,
) -> Corrections:
    """What the records prove wrong in an article or a bibliography, and how its files read when put right.

    Nothing is changed until ``.write()`` is called; ``.diff`` shows it. A bibliography that the article names
    is corrected where it stands. What cannot be corrected by program is in ``.refused``, with the reason.

    Args:
        path: a file.
        source: as in ``check``.
        unsafe: also corrections that are likely but not proven by an identifier or a locator.
        as_of: as in ``check``.
        settings: which rules to run.
        allow: as in ``check``.
        budget: as in ``check``.

    Raises:
        InputError: the file cannot be read.
        OptionError: the source or the date cannot be understood.
        SourceError: the source refuses to answer at all.
        TooSlowError: reading or judging it needs more than its budget.
    """
    from litreview.editing.corrections import corrections

    allowed = (*allow, *(settings.allow_folders if settings else ()))
    article = parse(Path(path), allow=allowed, budget=budget)
    report = check(
        article, source=source, as_of=as_of, settings=settings, progress=progress, allow=allow, budget=budget
    )
    return judged(report.articles, lambda: corrections(report, unsafe=unsafe), budget=budget)


def judged(articles: Sequence[Article], work: Callable[[], Done], *, budget: float | None = BUDGET) -> Done:
    """What ``work`` makes of articles that were read, within a budget in proportion to their references.

    Raises:
        TooSlowError: it needs more processor time than that.
    """
    size = len(articles) + sum(len(article.references) for article in articles) / REFERENCES
    try:
        return within(None if budget is None else budget * size, work)
    except TooSlowError as error:
        raise TooSlowError(f"{error.message}; nothing was reported") from None


def resolve_all(
    articles: Sequence[Article], source: Source | None, progress: Progress | None = None
) -> tuple[tuple[Match, ...], ...]:
    """The matches of several articles, found in one pass so that nothing is asked twice."""
    references = [reference for article in articles for reference in article.references]
    matches = iter(resolve(references, source=source, progress=progress))
    return tuple(tuple(islice(matches, len(article.references))) for article in articles)


def opened(source: Source | str | None) -> Source | None:
    """A source from its name as on the command line; sources pass through.

    Raises:
        OptionError: no such source.
    """
    if not isinstance(source, str):
        return source
    from litreview.sources.open import open_source

    return open_source(source)


def as_date(as_of: date | str | None) -> date:
    """A date from itself, from ``YYYY-MM-DD``, from ``SOURCE_DATE_EPOCH``, or today (UTC): the only clock.

    Raises:
        OptionError: not a date.
    """
    if isinstance(as_of, date):
        return as_of
    try:
        if as_of:
            return date.fromisoformat(as_of)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError) as error:
        raise OptionError(f"{as_of or epoch!r} is not a date", advice="write it as 2026-11-21") from error


def _article(one: str | Path | Document | Article, day: date, budget: float | None) -> Article:
    if isinstance(one, str):
        one = Path(one)
    try:
        article = one if isinstance(one, Article) else parse(one, budget=budget)
    except TooSlowError as error:
        article = Article(Document("", _path_of(one)), doubts=(Doubt(Reading.FILE, error.message),))
    return replace(article, as_of=article.as_of or day)


def _path_of(one: str | Path | Document | Article) -> str:
    return str(one) if isinstance(one, Path) else "" if isinstance(one, str) else one.path
