"""C110."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Link
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as
from litreview.rules.views.labels import names


@rule(
    "C110",
    Severity.NOTE,
    bad=Example(
        text="Trials can be pooled (DerSimonian et al., 1986).\n\nReferences\n\nDerSimonian R, Laird "
        "N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, 7(3), "
        "177-188.\n",
        says="DerSimonian et al. 1986: the reference list has 2 authors, DerSimonian R, Laird N.",
    ),
    good=Example(
        text="Trials can be pooled (DerSimonian and Laird, 1986).\n\nReferences\n\nDerSimonian R, "
        "Laird N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, "
        "7(3), 177-188.\n"
    ),
    rests_on=LINKS,
    on_request=True,
)
def needless_et_al(link: Link) -> Iterator[Problem]:
    """The text says "et al." for a work by one or two authors.

    "Et al." stands for at least two people who are not named; with two authors both are named.

    Fix: name both authors.

    Silent where the list itself is shortened, for organisations, and for numbered citations.
    """
    item = link.item
    if not item.et_al or len(link.references) != 1:
        return
    work = link.references[0].work
    if work.et_al or not 0 < len(work.author) < 3 or any(name.literal for name in work.author):
        return
    who = names(work.author)
    said = f"the reference list has {len(work.author)} author{'s' if len(work.author) > 1 else ''}, {who}"
    yield Problem(
        f"{cited_as(item)}: {said}.",
        field="author",
        cited=cited_as(item),
        found=who,
        habit="{} citations shorten a list of one or two authors",
    )
