"""R201."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.rules.rule import Example, rule
from litreview.rules.words import label, listed

STANDALONE = frozenset({"webpage", "post-weblog", "software", "legislation", "legal_case", "bill", "dataset"})
"""Kinds of work that may rightly lack an author, a year or a journal."""


@rule(
    "R201",
    Severity.WARNING,
    bad=Example(
        cites="Laird N. Meta-analysis in clinical trials. Controlled Clinical Trials, 7(3), 177-188.",
        says="Laird N: the reference gives no year.",
    ),
    good=Example(
        cites="Laird N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, 7(3), 177-188."
    ),
)
def incomplete_reference(reference: Reference) -> Iterator[Problem]:
    """Something without which the work cannot be found is missing from the reference.

    A reader needs author, year and title, and for a paper the journal with a volume, a page, an article
    number or a DOI.

    Fix: add the missing part.

    Silent for what may rightly be absent: the volume of a Cochrane review, the journal of a book, report or
    web page, the author of a law or a data set, a year given as "in press" or "n.d."; and for an entry that
    could not be read at all, about which nothing is claimed.
    """
    work = reference.work
    if not (work.title or work.author or work.container_title):
        return
    missing = _missing(work)
    if missing:
        yield Problem(
            f"{label(reference)}: the reference gives no {listed(missing)}.", field=_FIELDS[missing[0]]
        )


_FIELDS = {
    "author": "author", "year": "issued", "title": "title", "journal": "container-title",
    "volume, page or DOI": "volume",
}  # fmt: skip


def _missing(work: Work) -> list[str]:
    locator = any(
        (work.volume, work.issue, work.page, work.article_number, work.doi, work.pmid, work.arxiv, work.url)
    )
    pending = bool(work.issued and work.issued.year is None)
    lacking = {
        "author": not (work.author or work.editor) and work.type not in STANDALONE,
        "year": work.issued is None and work.type not in STANDALONE,
        "title": not work.title and not _is_located(work),
        "journal": work.type == "article-journal" and not (work.container_title or work.doi or work.pmid),
        "volume, page or DOI": bool(work.type == "article-journal" and work.container_title) and not locator
        and not pending,
    }  # fmt: skip
    return [name for name, absent in lacking.items() if absent]


def _is_located(work: Work) -> bool:
    """Styles of chemistry and physics print no titles: journal, volume and page find the paper."""
    return bool(work.container_title and work.volume and (work.page or work.article_number))
