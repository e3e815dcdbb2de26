"""L501."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.match import FIELD_WORDS, FieldAgreement, Match, Verdict
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.author_differences import concerns_first_author
from litreview.rules.views.example_works import EGGER_1997
from litreview.rules.views.labels import listed, printed, record_label

IDENTIFYING = ("author", "title", "container-title", "issued", "volume", "issue", "page", "DOI")
MISLEADING = ("title", "issued", "DOI")
"""Fields whose difference makes the work another one to a reader."""


@rule(
    "L501",
    Severity.ERROR,
    bad=Example(
        text=(
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1997; 315: 629-634.\n",
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1999; 315: 629-634.\n",
        ),
        registered=(EGGER_1997,),
        says="Egger M, et al. (1997), “Bias in meta-analysis detected by a simple, graphical "
        "test”, BMJ 315: 629-634 (10.1136/bmj.315.7109.629) is cited with another year in "
        "article-2.txt, “Egger M, Davey Smith G, Schneider M, Minder C. Bias in "
        "meta-analysis detected by a simple, graphical test. BMJ 1999; 315: 629-634.”, than "
        "in article-1.txt, “Egger M, Davey Smith G, Schneider M, Minder C. Bias in "
        "meta-analysis detected by a simple, graphical test. BMJ 1997; 315: 629-634.”; the "
        "record agrees with the second.",
    ),
    good=Example(
        text=(
            "References\n\nEgger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis "
            "detected by a simple, graphical test. BMJ 1997; 315: 629-634.\n",
            "References\n\nEgger M, et al. (1997). Bias in meta-analysis detected by a simple, "
            "graphical test. British Medical Journal, 315, 629–34.\n",
        ),
        registered=(EGGER_1997,),
    ),
)
def inconsistent_citation(review: Review) -> Iterator[Problem]:
    """One work is cited with different years, titles or numbers in different articles.

    A reader of both articles takes one study for two.

    Fix: bring every article to the record; the message says which place has it right.

    Silent where the articles merely abbreviate differently, and within one article (duplicate-reference).
    """
    for cited in _by_work(review).values():
        for at, (article, match) in enumerate(cited):
            wrong = _wrong(match)
            others = ((a, m) for a, m in cited if not review.same_article(a, article))
            right = next(((a, m) for a, m in others if not _same_faults(wrong, m)), None)
            if wrong and right is not None and not _told(cited[:at], wrong, article):
                yield _problem(article, match, wrong, right, review)


def _by_work(review: Review) -> dict[str, list[tuple[Article, Match]]]:
    grouped: dict[str, list[tuple[Article, Match]]] = defaultdict(list)
    for article, match in review.resolved:
        if match.work is not None and match.work.id:
            grouped[match.work.id].append((article, match))
    return grouped


def _wrong(match: Match) -> tuple[FieldAgreement, ...]:
    items = match.agreement or ()
    return tuple(item for item in items if item.field in IDENTIFYING and item.verdict is Verdict.DIFFERENT)


def _same_faults(wrong: tuple[FieldAgreement, ...], other: Match) -> bool:
    """True where the other place has every one of these fields wrong as well."""
    faults = {item.field for item in _wrong(other)}
    return all(item.field in faults for item in wrong)


def _told(earlier: list[tuple[Article, Match]], wrong: tuple[FieldAgreement, ...], article: Article) -> bool:
    return any(
        one is article and {i.field for i in _wrong(m)} == {i.field for i in wrong} for one, m in earlier
    )


def _problem(
    article: Article,
    match: Match,
    wrong: tuple[FieldAgreement, ...],
    right: tuple[Article, Match],
    review: Review,
) -> Problem:
    work, (there, other) = match.work, right
    assert work is not None
    what = listed([FIELD_WORDS[item.field] for item in wrong])
    return Problem(
        f"{record_label(work)} is cited with another {what} in {review.called(article)}, "
        f"“{printed(match.reference, 160)}”, than in {review.called(there)}, "
        f"“{printed(other.reference, 160)}”; the record agrees with the second.",
        field=wrong[0].field,
        cited="; ".join(item.cited for item in wrong),
        found="; ".join(item.found for item in wrong),
        work=work.id,
        candidates=(other.reference.key,),
        proofs=(prove(work),),
        reference=match.reference.key,
        article=article,
        severity=None if any(_misleads(item) for item in wrong) else Severity.WARNING,
    )


def _misleads(item: FieldAgreement) -> bool:
    """True for a difference that makes the work another one to a reader: as severe as its own rule's."""
    return item.field in MISLEADING or (item.field == "author" and concerns_first_author(item))
