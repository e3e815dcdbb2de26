"""C111."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article, CitationItem, Link
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.work import Work
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import cited_as, is_author_year
from litreview.rules.views.contradictions import differing
from litreview.rules.views.example_works import DERSIMONIAN_1986
from litreview.rules.views.labels import in_record
from litreview.rules.views.years import year_severity


@rule(
    "C111",
    Severity.WARNING,
    bad=Example(
        text="Trials can be pooled (DerSimonian and Laird, 1989).\n\nReferences\n\nDerSimonian R, "
        "Laird N. (1989). Meta-analysis in clinical trials. Controlled Clinical Trials, "
        "7(3), 177-188.\n",
        registered=(DERSIMONIAN_1986,),
        says="DerSimonian and Laird 1989: the year is 1986, in the record found by journal, "
        "volume and page (10.1016/0197-2456(86)90046-2); the text repeats the reference "
        "list's 1989.",
    ),
    good=Example(
        text="Trials can be pooled (DerSimonian and Laird, 1986).\n\nReferences\n\nDerSimonian R, "
        "Laird N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, "
        "7(3), 177-188.\n",
        registered=(DERSIMONIAN_1986,),
    ),
    rests_on=LINKS,
)
def inherited_year(link: Link, article: Article, review: Review) -> Iterator[Problem]:
    """The year in the text repeats the wrong year of the reference list.

    Text and list agree with each other, so a look at the article alone finds nothing; the record of the work
    says otherwise. Correcting the list leaves these places behind.

    Fix: the year of the record, here as in the list.

    Silent where the year in the text is right, where the record's year is not believed, and for numbered
    citations, which carry no year.
    """
    if len(link.references) != 1 or not is_author_year(link.item):
        return
    match = review.match_of(article, link.references[0])
    item = differing(match, "issued") if match else None
    if item is None or item.disbelief or match is None or match.work is None:
        return
    if link.item.year in match.work.years:
        return
    yield Problem(
        f"{cited_as(link.item)}: the year is {item.found}, {in_record(match)}; the text repeats the "
        f"reference list's {link.item.year}.",
        field="issued",
        cited=str(link.item.year),
        found=item.found,
        work=match.work.id,
        proofs=(prove(match.work),),
        cure=_cure(link.item, match.work, link.references[0].key),
        reference=link.references[0].key,
        severity=min(Severity.WARNING, year_severity(match), key=lambda level: level.rank),
    )


def _cure(item: CitationItem, work: Work, key: str) -> Cure | None:
    """The record's year in the text; None where a letter goes with it."""
    if item.suffix or work.year is None:
        return None
    place = item.start, item.end
    return Cure(CureKind.CITED_YEAR, key, at=place, old=(str(item.year),), new=(str(work.year),))
