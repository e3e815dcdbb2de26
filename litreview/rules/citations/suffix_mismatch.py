"""C108."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article, Link
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as, first_surname, is_author_year, same_name
from litreview.rules.views.labels import label
from litreview.rules.views.suffixes import suffix_of


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
    near = link.references or tuple(
        reference
        for reference in article.references
        if reference.work.year == item.year and same_name(item.names[0], first_surname(reference))
    )
    letters = {suffix_of(reference) for reference in near}
    if not near or item.suffix in letters or len(near) > 1:
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
    said = (link.item.names, link.item.year, link.item.suffix)
    alike = (one for one in article.links if (one.item.names, one.item.year, one.item.suffix) == said)
    return next(alike) is link


def _has_namesake(reference: Reference, article: Article) -> bool:
    """True where another entry has the same first author and year: letters may count them in order."""
    return any(
        other is not reference
        and other.work.year == reference.work.year
        and first_surname(other) == first_surname(reference)
        for other in article.references
    )
