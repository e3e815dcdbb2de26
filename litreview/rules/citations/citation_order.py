"""C112."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule


@rule(
    "C112",
    Severity.NOTE,
    bad=Example(
        text="Massage helps [2]. Heat helps too [1].\n\nReferences\n\n1. Chou R, Deyo R. Therapies "
        "for low back pain. Ann Intern Med 2017; 166: 493-505.\n\n2. Egger M, Smith GD. Bias "
        "in meta-analysis detected by a test. BMJ 1997; 315: 629-634.\n",
        says="[2] is cited before [1].",
    ),
    good=Example(
        text="Massage helps [1]. Heat helps too [2].\n\nReferences\n\n1. Chou R, Deyo R. Therapies "
        "for low back pain. Ann Intern Med 2017; 166: 493-505.\n\n2. Egger M, Smith GD. Bias "
        "in meta-analysis detected by a test. BMJ 1997; 315: 629-634.\n"
    ),
    rests_on=LINKS,
)
def citation_order(article: Article) -> Iterator[Problem]:
    """Numbered citations do not first appear in the order of the list.

    Vancouver style numbers works as they appear; a number out of turn often means that a paragraph was
    moved and that numbers no longer fit.

    Fix: number citations and list anew.

    Silent for lists sorted by author, which number differently, about numbers that are never cited, and
    after the first place out of turn.
    """
    families = [str(one.work.author[0]).casefold() if one.work.author else "" for one in article.references]
    if len(families) > 2 and families == sorted(families):
        return
    links = [link for link in article.links if link.item.number is not None]
    expected = iter(sorted({link.item.number for link in links if link.item.number is not None}))
    seen: set[int | None] = set()
    for link in links:
        number = link.item.number
        if number in seen:
            continue
        seen.add(number)
        if number != (due := next(expected)):
            yield Problem(
                f"[{number}] is cited before [{due}].",
                cited=f"[{number}]",
                at=(link.citation.start, link.citation.end),
            )
            return
