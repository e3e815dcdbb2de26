"""C108."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from litreview.model.article import Article, Link
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as, entries_of, first_surname, is_author_year
from litreview.rules.views.labels import label
from litreview.rules.views.per_article import per_article
from litreview.rules.views.suffixes import suffix_of

Said = tuple[tuple[str, ...], int | None, str]


@rule(
    "C108",
    Severity.WARNING,
    bad=Example(
        text="One review (Chou et al., 2017a).\n\nReferences\n\nChou R, Deyo R, Friedly J, et al. "
        "(2017). Therapies for low back pain. Annals of Internal Medicine, 166(7), 480-492.\n",
        says="Chou et al. 2017a: the text says 2017a, the reference list says 2017 for Chou R, et "
        "al. (2017).",
    ),
    good=Example(
        text="One review (Chou et al., 2017).\n\nReferences\n\nChou R, Deyo R, Friedly J, et al. "
        "(2017). Therapies for low back pain. Annals of Internal Medicine, 166(7), 480-492.\n"
    ),
    rests_on=LINKS,
)
def suffix_mismatch(link: Link, article: Article) -> Iterator[Problem]:
    """The letter after the year differs between the text and the reference list.

    The reader cannot tell whether an entry is missing.

    Fix: the same letter in both places, or none.

    Silent where letters agree, where a bare year fits several lettered entries (ambiguous-citation), and
    after the first such citation. A note where the list has several entries of that author and year and
    leaves their letters out.
    """
    item = link.item
    if not is_author_year(item) or len(link.references) > 1:
        return
    near = link.references or tuple(islice(entries_of(item.names[0], item.year, article), 2))
    if len(near) != 1 or item.suffix == suffix_of(near[0]):
        return
    if not _is_first(link, article):
        return
    listed = f"{near[0].work.year}{suffix_of(near[0])}"
    yield Problem(
        f"{cited_as(item)}: the text says {item.year}{item.suffix}, the reference list says {listed} "
        f"for {label(near[0])}.",
        field="issued",
        cited=f"{item.year}{item.suffix}",
        found=listed,
        reference=near[0].key,
        severity=Severity.NOTE if _has_namesake(near[0], article) else None,
        habit=""
        if suffix_of(near[0])
        else "{} years in the text carry a letter that the list does not print",
    )


def _is_first(link: Link, article: Article) -> bool:
    """True for the first citation that is written so; the others need not be told again."""
    return _first_links(article)[_said(link)] is link


@per_article
def _first_links(article: Article) -> dict[Said, Link]:
    return {_said(link): link for link in reversed(article.links)}


def _said(link: Link) -> Said:
    return link.item.names, link.item.year, link.item.suffix


def _has_namesake(reference: Reference, article: Article) -> bool:
    """True where another entry has the same first author and year: letters may count them in order."""
    return _namesakes(article)[first_surname(reference), reference.work.year] > 1


@per_article
def _namesakes(article: Article) -> Counter[tuple[str, int | None]]:
    return Counter((first_surname(one), one.work.year) for one in article.references)
