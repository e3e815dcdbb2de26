"""C101."""

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
from litreview.rules.views.list_text import prints


@rule(
    "C101",
    Severity.ERROR,
    bad=Example(
        text="Pain eased (Moher et al., 2009; Laird, 1986).\n\nReferences\n\nMoher D, Liberati A, "
        "Tetzlaff J, et al. (2009). Preferred reporting items for systematic reviews. PLoS "
        "Medicine, 6(7), e1000097.\n",
        says="Laird 1986 is cited in the text and is not in the reference list.",
    ),
    good=Example(
        text="Pain eased (Moher et al., 2009).\n\nReferences\n\nMoher D, Liberati A, Tetzlaff J, et al. "
        "(2009). Preferred reporting items for systematic reviews. PLoS Medicine, 6(7), e1000097.\n"
    ),
    rests_on=LINKS,
)
def missing_reference(link: Link, article: Article) -> Iterator[Problem]:
    """A work is cited in the text and missing from the reference list.

    The reader cannot find out what the statement rests on.

    Fix: add the reference, or remove the citation.

    Silent where the document has no reference list, where the list has the work under another year
    (citation-year-mismatch) or spelling (citation-name-mismatch), or under its first author
    (wrong-first-name-cited), where the list prints what is cited although it was not read as an entry, and
    where our whole reading of the file is in doubt (doubted-reading).
    """
    item = link.item
    if not is_dangling(link) or not article.references or prints(item, article):
        return
    if is_author_year(item) and (
        other_years(item, article) or misspelt(item, article) or as_coauthor(item, article)
    ):
        return
    yield Problem(
        f"{cited_as(item)} is cited in the text and is not in the reference list.", cited=cited_as(item)
    )
