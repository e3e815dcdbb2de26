"""C109."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article, Link
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import (
    as_coauthor,
    cited_as,
    is_author_year,
    is_dangling,
    misspelt,
    other_years,
)
from litreview.rules.views.labels import label


@rule(
    "C109",
    Severity.ERROR,
    bad=Example(
        text="The pop comes from a bubble (Dowson et al., 1971).\n\nReferences\n\nUnsworth A, Dowson "
        "D, Wright V. (1971). Cracking joints. Annals of the Rheumatic Diseases, 30(4), "
        "348-358.\n",
        says="Dowson et al. 1971: Dowson is a co-author; the reference list has Unsworth A, et al. (1971).",
    ),
    good=Example(
        text="The pop comes from a bubble (Unsworth et al., 1971).\n\nReferences\n\nUnsworth A, "
        "Dowson D, Wright V. (1971). Cracking joints. Annals of the Rheumatic Diseases, "
        "30(4), 348-358.\n"
    ),
    rests_on=LINKS,
)
def wrong_first_name_cited(link: Link, article: Article) -> Iterator[Problem]:
    """The text cites a work by a co-author instead of its first author.

    Lists are sorted by first authors, so the reader looks in the wrong place.

    Fix: the first author's name in the text.

    Silent where the named person has a reference of that year as first author, and where several references
    of that year have this co-author.
    """
    item = link.item
    if not is_dangling(link) or not is_author_year(item):
        return
    near = as_coauthor(item, article)
    if len(near) != 1 or other_years(item, article) or misspelt(item, article):
        return
    yield Problem(
        f"{cited_as(item)}: {item.names[0]} is a co-author; the reference list has {label(near[0])}.",
        field="author",
        cited=item.names[0],
        found=str(near[0].work.author[0].family or near[0].work.author[0]),
        candidates=(near[0].key,),
        reference=near[0].key,
    )
