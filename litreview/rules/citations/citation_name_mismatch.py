"""C105."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article, CitationItem, Link
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as, is_author_year, is_dangling, misspelt, other_years
from litreview.rules.views.labels import label


@rule(
    "C105",
    Severity.ERROR,
    bad=Example(
        text="The pop comes from a bubble (Unsworht et al., 1971).\n\nReferences\n\nUnsworth A, "
        "Dowson D, Wright V. (1971). Cracking joints. Annals of the Rheumatic Diseases, "
        "30(4), 348-358.\n",
        says="Unsworht et al. 1971: the text says Unsworht, the reference list has Unsworth A, et "
        "al. (1971).",
    ),
    good=Example(
        text="The pop comes from a bubble (Unsworth et al., 1971).\n\nReferences\n\nUnsworth A, "
        "Dowson D, Wright V. (1971). Cracking joints. Annals of the Rheumatic Diseases, "
        "30(4), 348-358.\n"
    ),
    rests_on=LINKS,
)
def citation_name_mismatch(link: Link, article: Article, review: Review) -> Iterator[Problem]:
    """The author's name is spelt differently in the text and in the reference list.

    The reader looks for a name that is not in the list.

    Fix: the spelling of the work itself in both places.

    Silent for accents, particles ("van der"), short forms of organisations, and for names shorter than
    five letters, where two people are likelier than a slip.
    """
    item = link.item
    if not is_dangling(link) or not is_author_year(item) or other_years(item, article):
        return
    near = misspelt(item, article)
    if len(near) != 1:
        return
    yield Problem(
        f"{cited_as(item)}: the text says {item.names[0]}, the reference list has {label(near[0])}.",
        field="author",
        cited=item.names[0],
        found=str(near[0].work.author[0].family or near[0].work.author[0]) if near[0].work.author else "",
        candidates=(near[0].key,),
        reference=near[0].key,
        cure=_cure(item, near[0], article, review),
    )


def _cure(item: CitationItem, reference: Reference, article: Article, review: Review) -> Cure | None:
    """The record's spelling in the text; None without a record."""
    match = review.match_of(article, reference)
    if match is None or match.work is None or not match.work.author:
        return None
    if match.agreement is not None and match.agreement["author"].disbelief:
        return None
    right = match.work.author[0]
    place, new = (item.start, item.end), f"{right.particle} {right.family}".strip()
    return Cure(CureKind.CITED_NAMES, reference.key, at=place, old=item.names[:1], new=(new,))
