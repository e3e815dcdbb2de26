"""R202."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.text import fold
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LIST, Example, rule
from litreview.rules.views.cited_names import first_surname
from litreview.rules.views.labels import label, printed
from litreview.rules.views.neighbours import Neighbours
from litreview.rules.views.same_work import same_work

TITLE_WORDS = 4
"""First words of a title by which entries are brought together before they are compared."""


@rule(
    "R202",
    Severity.WARNING,
    bad=Example(
        text="References\n\n1. Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
        "detected by a simple, graphical test. BMJ 1997; 315: 629-634.\n\n2. Moher D, Liberati "
        "A, et al. Preferred reporting items for systematic reviews. PLoS Med 2009; 6: "
        "e1000097.\n\n3. Egger M, Smith GD, Schneider M, et al. Bias in meta-analysis detected "
        "by a simple, graphical test. Br Med J 1997; 315(7109): 629-34.\n",
        says="Egger M, et al. (1997) is the same work as an earlier entry, number 1.",
    ),
    good=Example(
        text="References\n\n1. Chou R, Deyo R, Friedly J, et al. Nonpharmacologic therapies for low "
        "back pain. Ann Intern Med 2017; 166: 493-505.\n\n2. Chou R, Deyo R, Friedly J, et al. "
        "Systemic pharmacologic therapies for low back pain. Ann Intern Med 2017; 166: "
        "480-492.\n"
    ),
    rests_on=LIST,
)
def duplicate_reference(article: Article, review: Review) -> Iterator[Problem]:
    """The same work is listed twice.

    Readers count it as two sources, and numbered citations point to both.

    Fix: keep the better entry and let every citation point to it.

    Silent for works in the lists of two chapters, or of an article and its supplement; for works that share
    authors, year, journal and volume but not pages or title, for versions of one Cochrane review, and for
    parts of one book.
    """
    alike: dict[str, Neighbours] = defaultdict(Neighbours)
    for reference in article.references:
        keys = _keys(reference, article, review)
        near = (one for key in keys if key in alike for one in alike[key].of(reference))
        met = {id(one): one for one in near}.values()
        earlier = (one for one in met if _of_one_list(one, reference, article))
        twin = next((one for one in earlier if same_work(one, reference, article, review)), None)
        if twin is None:
            for key in keys:
                alike[key].add(reference)
            continue
        yield Problem(
            f"{label(reference)} is the same work as an earlier entry, {_name(twin)}.",
            reference=reference.key,
            candidates=(twin.key,),
            at=(reference.start, reference.end) if reference.end and not reference.origin else None,
            work=_work(reference, article, review),
        )


def _of_one_list(one: Reference, other: Reference, article: Article) -> bool:
    return bool(one.origin) or article.scope(one.start) == article.scope(other.start)


def _keys(reference: Reference, article: Article, review: Review) -> tuple[str, ...]:
    """What two entries of one work share at least one of, so that not every pair has to be compared."""
    title = " ".join(fold(reference.work.full_title).split()[:TITLE_WORDS])
    work = reference.work
    keys = (first_surname(reference), title, work.doi, _work(reference, article, review))
    return tuple(dict.fromkeys(key for key in keys if key))


def _name(twin: Reference) -> str:
    return f"number {twin.number}" if twin.number else f"“{printed(twin, 60)}”"


def _work(reference: Reference, article: Article, review: Review) -> str:
    match = review.match_of(article, reference)
    return match.work.id if match and match.work else ""
