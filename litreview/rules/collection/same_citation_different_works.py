"""L502."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.cited_names import first_surname
from litreview.rules.views.example_works import CHOU_2017_WITHOUT_DRUGS
from litreview.rules.views.labels import label, record_label


@rule(
    "L502",
    Severity.WARNING,
    bad=Example(
        text=(
            "References\n\nChou R, Deyo R, Friedly J, et al. Nonpharmacologic therapies for low "
            "back pain. Ann Intern Med 2017; 166: 493-505.\n",
            "References\n\nChou R, Deyo R, Friedly J, et al. Systemic pharmacologic therapies for "
            "low back pain. Ann Intern Med 2017; 166: 480-492.\n",
        ),
        registered=(
            CHOU_2017_WITHOUT_DRUGS,
            {
                "DOI": "10.7326/M16-2458",
                "author": "Chou R; Deyo R; Friedly J",
                "title": "Systemic pharmacologic therapies for low back pain",
                "container-title": "Annals of Internal Medicine",
                "volume": "166",
                "page": "480-492",
                "issued": "2017",
            },
        ),
        says="Chou R, et al. (2017) means Chou R, et al. (2017), “Nonpharmacologic therapies for "
        "low back pain”, Annals of Internal Medicine 166: 493-505 (10.7326/m16-2459) in "
        "article-1.txt and Chou R, et al. (2017), “Systemic pharmacologic therapies for low "
        "back pain”, Annals of Internal Medicine 166: 480-492 (10.7326/m16-2458) in "
        "article-2.txt.",
    ),
    good=Example(
        text=(
            "References\n\nChou R, Deyo R, Friedly J, et al. Nonpharmacologic therapies for low "
            "back pain. Ann Intern Med 2017; 166: 493-505.\n",
            "References\n\nChou R, et al. (2017). Nonpharmacologic therapies for low back pain. "
            "Annals of Internal Medicine, 166, 493–505.\n",
        ),
        registered=(CHOU_2017_WITHOUT_DRUGS,),
    ),
)
def same_citation_different_works(review: Review) -> Iterator[Problem]:
    """The same author and year mean different works in different articles.

    Whoever reads both, or builds one table from both, takes two studies for one.

    Fix: tell them apart by a letter or a title wherever the articles are used together.

    Silent where both references lead to one work, to versions of it, or where one of them has no record.
    """
    grouped: dict[tuple[str, int], list[tuple[Article, Match]]] = defaultdict(list)
    for article, match in review.resolved:
        year = match.reference.work.year
        if year is not None and first_surname(match.reference):
            grouped[first_surname(match.reference), year].append((article, match))
    for cited in grouped.values():
        ordered = sorted(cited, key=lambda one: -_faults(one[1]))
        article, match = ordered[0]
        others = ((a, m) for a, m in ordered if not review.same_article(a, article))
        other = next(((a, m) for a, m in others if _another(match, m)), None)
        if other is not None:
            yield _problem(article, match, *other, review)


def _faults(match: Match) -> int:
    """Contradicted fields: the finding belongs to the place that has it wrong, if one has."""
    return len(match.agreement.different) if match.agreement else 0


def _another(one: Match, other: Match) -> bool:
    if one.work is None or other.work is None or other.status is not MatchStatus.MATCHED:
        return False
    return one.work.id != other.work.id and not _versions(one, other)


def _versions(one: Match, other: Match) -> bool:
    assert one.work is not None
    assert other.work is not None
    stem = one.work.doi.partition(".pub")[0]
    related = {relation.id.casefold() for relation in one.work.relations}
    return other.work.doi.partition(".pub")[0] == stem or other.work.doi.casefold() in related


def _problem(article: Article, match: Match, there: Article, other: Match, review: Review) -> Problem:
    assert match.work is not None
    assert other.work is not None
    return Problem(
        f"{label(match.reference)} means {record_label(match.work)} in {review.called(article)} and "
        f"{record_label(other.work)} in {review.called(there)}.",
        field="author",
        cited=label(match.reference),
        work=match.work.id,
        candidates=(match.work.id, other.work.id),
        proofs=(prove(match.work), prove(other.work)),
        reference=match.reference.key,
        article=article,
    )
