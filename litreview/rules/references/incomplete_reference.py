"""R201."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.cited_kinds import kind_cited
from litreview.parsing.kind_guess import is_imprint
from litreview.parsing.kinds import Kind
from litreview.parsing.lists.likeness import sentence_words
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LIST, Example, rule
from litreview.rules.views.cited_names import surname
from litreview.rules.views.labels import label, listed
from litreview.rules.views.per_article import per_article

LONGEST_JOURNAL = 9
"""Words; a "journal" with more has a title in it (the longest of 4,000 Crossref journals but a few)."""

MANY = 6
"""Entries of a list of which half must have a title before one without is thought to lack it."""

_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")

PRINTED = frozenset({"article-journal", "article-magazine", "book", "chapter", "paper-conference", "thesis"})
"""Kinds of work that have an author and a year even where an address is given."""

STANDALONE = frozenset({
    "webpage", "post-weblog", "software", "legislation", "legal_case", "bill", "dataset", "standard",
    "collection", "manuscript", "personal_communication", "motion_picture", "broadcast",
    "article-newspaper", "patent",
})  # fmt: skip
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
    rests_on=LIST,
)
def incomplete_reference(reference: Reference, article: Article, review: Review) -> Iterator[Problem]:
    """Something without which the work cannot be found is missing from the reference.

    A reader needs author, year and title, and for a paper the journal with a volume, a page, an article
    number or a DOI.

    Fix: add the missing part.

    Silent for what may rightly be absent: the volume of a Cochrane review, the journal of a book, report or
    web page, the title where the list prints none, the author of a law or a data set, a year given as "in
    press" or "n.d."; and wherever the part may stand in the entry though it was not read as such. A note in
    printed lists where nothing but the reading of the entry says that a part is missing, the year excepted.
    """
    work = reference.work
    if not (work.title or work.author or work.container_title) or _is_no_entry(reference):
        return
    match = review.match_of(article, reference)
    missing = [name for name in _missing(reference) if not _stands_unread(name, reference, match)]
    if "title" in missing and _is_titleless_style(reference, article):
        missing.remove("title")
    if missing:
        certain = "year" in missing or reference.notation.is_record
        yield Problem(
            f"{label(reference)}: the reference gives no {listed(missing)}.",
            field=_FIELDS[missing[0]],
            severity=None if certain or _is_confirmed(missing, match) else Severity.NOTE,
            habit=f"{{}} references give no {listed(missing)}",
        )


def _is_no_entry(reference: Reference) -> bool:
    """True where a few words without any mark may stand over a part of the list, "Primary sources", and where
    sentences without a number are the note to an entry of an annotated list."""
    words = wording_of(reference).strip(" .:*_#")
    printed = not reference.notation.is_record
    if printed and sentence_words(words) > 1 and not any(map(str.isdigit, words)):
        return True
    return printed and len(words.split()) <= _HEADING_WORDS and not _MARKED.search(words)


_HEADING_WORDS = 6
"""Words that a heading inside a list may have; a judgement: "Journal articles and books in English"."""
_MARKED = re.compile(r"[\d.,;:()\[\]“”\"]")


def _is_confirmed(missing: list[str], match: Match | None) -> bool:
    """True where the record of the work has one of the missing parts."""
    found = match.work if match else None
    if found is None:
        return False
    has = {
        "author": found.author, "title": found.title, "journal": found.container_title,
        "volume, page or DOI": found.volume or found.page or found.article_number,
    }  # fmt: skip
    return any(has.get(name) for name in missing)


_FIELDS = {
    "author": "author", "year": "issued", "title": "title", "journal": "container-title",
    "volume, page or DOI": "volume",
}  # fmt: skip


def _missing(reference: Reference) -> list[str]:
    work = reference.work
    locator = any(
        (work.volume, work.issue, work.page, work.article_number, work.doi, work.pmid, work.arxiv, work.url)
    )
    pending = bool(work.issued and work.issued.year is None)
    online = work.type in STANDALONE or bool(work.url and work.type not in PRINTED)
    lacking = {
        "author": not (work.author or work.editor) and not online,
        "year": work.issued is None and not online,
        "title": not work.title and not _is_located(work),
        "journal": work.type == "article-journal" and not (work.container_title or work.doi or work.pmid),
        "volume, page or DOI": bool(work.type == "article-journal" and work.container_title) and not locator
        and not pending and kind_cited(reference) is Kind.ARTICLE and _is_journal(reference),
    }  # fmt: skip
    return [name for name, absent in lacking.items() if absent]


def _is_journal(reference: Reference) -> bool:
    """False where what was read as a printed entry's journal is an organisation, a press, an edition or a
    series: those need no volume."""
    name = reference.work.container_title
    if reference.notation.is_record:
        return True
    return not (is_imprint(name) or _NO_JOURNAL.search(name))


_NO_JOURNAL = re.compile(
    r"\b(?:edition|edn|paper|package|monographs?|manual|handbook|report)\b", re.IGNORECASE
)


def _is_located(work: Work) -> bool:
    """Styles of chemistry and physics print no titles: journal, volume and page find the paper."""
    return bool(work.container_title and work.volume and (work.page or work.article_number))


def _is_titleless_style(reference: Reference, article: Article) -> bool:
    """True where a journal with a number stands for the title, as chemists and physicists cite, and the
    rest of the list does not show that titles are printed here."""
    work = reference.work
    if not work.container_title or not (
        work.volume or work.page or work.article_number or work.doi or work.year
    ):
        return False
    others = len(article.references) - 1
    return (_titled(article) - bool(work.title)) * 2 < max(others, MANY)


@per_article
def _titled(article: Article) -> int:
    """How many entries have a title."""
    return sum(bool(one.work.title) for one in article.references)


def _stands_unread(name: str, reference: Reference, match: Match | None) -> bool:
    """True where the part may well be printed and was only not read: then nothing is claimed."""
    text = fold(wording_of(reference))
    found = match.work if match else None
    if name == "title":
        swallowed = len(reference.work.container_title.split()) > LONGEST_JOURNAL
        return swallowed or bool(found and fold(found.title) and fold(found.title) in text)
    if name == "journal":
        names = (found.container_title, found.container_title_short) if found else ()
        return any(fold(one) in text for one in names if one)
    if name == "author" and found and found.author:
        return surname(found.author[0]) in text
    return name == "year" and _YEAR.search(wording_of(reference)) is not None
