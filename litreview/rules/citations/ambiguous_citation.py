"""C106."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Link
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as
from litreview.rules.views.labels import listed, quote

SHOWN = 26
"""References that are named; the rest are counted. As many as years have letters (judgement): thousands of
citations that fit thousands of references each would say nothing at great length."""


@rule(
    "C106",
    Severity.WARNING,
    bad=Example(
        text="Two reviews agree (Chou et al., 2017).\n\nReferences\n\nChou R, Deyo R, Friedly J, et "
        "al. (2017). Nonpharmacologic therapies for low back pain. Annals of Internal "
        "Medicine, 166(7), 493-505.\n\nChou R, Deyo R, Friedly J, et al. (2017). Systemic "
        "pharmacologic therapies for low back pain. Annals of Internal Medicine, 166(7), "
        "480-492.\n",
        says="Chou et al. 2017 fits 2 references: “Nonpharmacologic therapies for low back pain” "
        "and “Systemic pharmacologic therapies for low back pain”.",
    ),
    good=Example(
        text="Two reviews agree (Chou et al., 2017a).\n\nReferences\n\nChou R, Deyo R, Friedly J, et "
        "al. (2017a). Nonpharmacologic therapies for low back pain. Annals of Internal "
        "Medicine, 166(7), 493-505.\n\nChou R, Deyo R, Friedly J, et al. (2017b). Systemic "
        "pharmacologic therapies for low back pain. Annals of Internal Medicine, 166(7), "
        "480-492.\n"
    ),
    rests_on=LINKS,
)
def ambiguous_citation(link: Link) -> Iterator[Problem]:
    """The in-text citation fits several references.

    The reader cannot tell which of them the statement rests on.

    Fix: "2017a" and "2017b" in the text and in the list.

    Silent where a letter, a second author or a title in the text tells the references apart, and about works
    without a date, which styles tell apart in ways of their own.
    """
    item = link.item
    undated = item.year is None and item.number is None and not item.key
    if len(link.references) < 2 or undated:
        return
    shown = link.references[:SHOWN]
    titles = [f"“{quote(item.work.full_title or item.text, 60)}”" for item in shown]
    more = len(link.references) - len(shown)
    named = listed([*titles, f"{more} more"] if more else titles)
    yield Problem(
        f"{cited_as(item)} fits {len(link.references)} references: {named}.",
        field="issued",
        cited=cited_as(item),
        candidates=tuple(item.key for item in shown),
    )
