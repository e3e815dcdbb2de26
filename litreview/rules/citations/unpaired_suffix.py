"""C107."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import first_surname
from litreview.rules.views.labels import label
from litreview.rules.views.per_article import per_article
from litreview.rules.views.suffixes import suffix_of


@rule(
    "C107",
    Severity.WARNING,
    bad=Example(
        text="One review (Chou et al., 2017b).\n\nReferences\n\nChou R, Deyo R, Friedly J, et al. "
        "(2017b). Therapies for low back pain. Annals of Internal Medicine, 166(7), 480-492.\n",
        says="Chou R, et al. (2017): the year is given as 2017b, and no other entry needs a letter.",
    ),
    good=Example(
        text="Two reviews (Chou et al., 2017a, 2017b).\n\nReferences\n\nChou R, Deyo R, Friedly J, et "
        "al. (2017a). Nonpharmacologic therapies for low back pain. Annals of Internal "
        "Medicine, 166(7), 493-505.\n\nChou R, Deyo R, Friedly J, et al. (2017b). Systemic "
        "therapies for low back pain. Annals of Internal Medicine, 166(7), 480-492.\n"
    ),
    rests_on=LINKS,
)
def unpaired_suffix(reference: Reference, article: Article) -> Iterator[Problem]:
    """A year has a letter, and no other entry of the list needs to be told apart from it.

    "2017b" without a "2017a" means that an entry was lost, or that the letter is left over.

    Fix: add the missing entry, or drop the letter here and in the text.

    Silent where another entry by the same first author and year has a letter too.
    """
    letter = suffix_of(reference)
    if not letter or not first_surname(reference):
        return
    if _lettered(article)[first_surname(reference), reference.work.year] < 2:
        said = f"{reference.work.year}{letter}"
        yield Problem(
            f"{label(reference)}: the year is given as {said}, and no other entry needs a letter.",
            field="issued",
            cited=said,
        )


@per_article
def _lettered(article: Article) -> Counter[tuple[str, int | None]]:
    """How many entries of a first author and year have a letter."""
    return Counter((first_surname(one), one.work.year) for one in article.references if suffix_of(one))
