"""C113."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.matching.corrected_authors import corrected_authors
from litreview.model.article import Article, CitationItem, Link
from litreview.model.finding import ET_AL, Cure, CureKind, Problem, Severity
from litreview.model.match import Match, Verdict
from litreview.model.reasons import Note
from litreview.rules.engine.placing import prove
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.author_differences import (
    concerns_first_author,
    concerns_further_authors,
    further_authors,
)
from litreview.rules.views.cited_names import cited_as, is_author_year
from litreview.rules.views.contradictions import compared
from litreview.rules.views.example_works import DERSIMONIAN_1986
from litreview.rules.views.labels import in_record, listed
from litreview.rules.views.text_names import is_written_so, names_in_text


@rule(
    "C113",
    Severity.WARNING,
    bad=Example(
        text="Trials can be pooled (Dersimian and Laird, 1986).\n\nReferences\n\nDersimian R, "
        "Laird N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, "
        "7(3), 177-188.\n",
        registered=(DERSIMONIAN_1986,),
        says="Dersimian and Laird 1986: the authors are DerSimonian and Laird, in the record found "
        "by journal, volume and page (10.1016/0197-2456(86)90046-2); the text repeats the "
        "reference list.",
    ),
    good=Example(
        text="Trials can be pooled (DerSimonian and Laird, 1986).\n\nReferences\n\nDerSimonian R, "
        "Laird N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials, "
        "7(3), 177-188.\n",
        registered=(DERSIMONIAN_1986,),
    ),
    rests_on=LINKS,
)
def inherited_author(link: Link, article: Article, review: Review) -> Iterator[Problem]:
    """The names in the text repeat a wrong author of the reference list.

    Text and list agree with each other, so a look at the article alone finds nothing; the record of the work
    says otherwise. Correcting the list leaves these places behind.

    Fix: the authors of the record, here as in the list.

    Silent where the names in the text are right, where the citation is written in another way than the list
    would have it, where the list is cut short, where the record's names are not believed, and for numbered
    citations. Where the list cannot be corrected
    by program, the text is left too.
    """
    item = link.item
    if len(link.references) != 1 or not is_author_year(item):
        return
    match = review.match_of(article, link.references[0])
    if match is None or match.work is None or not _is_wrong(match):
        return
    cited = match.reference.work.author
    names = corrected_authors(cited, match.work, is_cut=match.reference.work.et_al)
    if (
        not names
        or match.reference.work.et_al
        or names_in_text(names) == names_in_text(cited)
        or not is_written_so(item, cited)
    ):
        return
    shown, et_al = names_in_text(names)
    who = listed(list(shown)) + (" et al." if et_al else "")
    yield Problem(
        f"{cited_as(item)}: the {'authors are' if et_al or len(shown) > 1 else 'author is'} {who.rstrip('.')}"
        f"{'.' if et_al else ''}, {in_record(match)}; the text repeats the reference list.",
        field="author",
        cited=cited_as(item).rpartition(" ")[0],
        found=who,
        work=match.work.id,
        proofs=(prove(match.work),),
        reference=link.references[0].key,
        cure=_cure(item, shown, link.references[0].key, et_al=et_al),
    )


def _cure(item: CitationItem, shown: tuple[str, ...], key: str, *, et_al: bool) -> Cure:
    old = (*item.names, ET_AL) if item.et_al else item.names
    new = (*shown, ET_AL) if et_al else shown
    return Cure(CureKind.CITED_NAMES, key, at=(item.start, item.end), old=old, new=new)


def _is_wrong(match: Match) -> bool:
    """True where a rule about the list says that a name is wrong, left out or misspelt."""
    item = compared(match, "author")
    if item is None or item.disbelief:
        return False
    if item.verdict is not Verdict.DIFFERENT:
        return Note.NAME_SPELLING in item.notes
    return concerns_first_author(item) or (
        concerns_further_authors(item) and bool(further_authors(match, item))
    )
