"""C102."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article, meant
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.cited_names import (
    as_coauthor,
    first_surname,
    is_author_year,
    is_dangling,
    misspelt,
    other_years,
    same_name,
)  # fmt: skip
from litreview.rules.views.labels import label, listed
from litreview.rules.views.mentions import is_labelled_apart, is_named_by_title, is_named_undated

SHOWN = 5
"""Keys of unused entries that a message names."""


@rule(
    "C102",
    Severity.WARNING,
    bad=Example(
        text="Pain eased (Moher et al., 2009).\n\nReferences\n\nLaird N. (1986). Meta-analysis in "
        "clinical trials. Controlled Clinical Trials, 7, 177-188.\n\nMoher D, Liberati A, et "
        "al. (2009). Preferred reporting items for systematic reviews. PLoS Medicine, 6(7), "
        "e1000097.\n",
        says="Laird N (1986) is in the reference list and is not cited in the text.",
    ),
    good=Example(
        text="Pain eased (Laird, 1986; Moher et al., 2009).\n\nReferences\n\nLaird N. (1986). "
        "Meta-analysis in clinical trials. Controlled Clinical Trials, 7, 177-188.\n\nMoher D, "
        "Liberati A, et al. (2009). Preferred reporting items for systematic reviews. PLoS "
        "Medicine, 6(7), e1000097.\n"
    ),
    rests_on=LINKS,
)
def uncited_reference(article: Article) -> Iterator[Problem]:
    """A reference is listed and never cited in the text.

    It was left over from an earlier version, or its citation was lost.

    Fix: cite it where it is used, or take it out of the list.

    Silent in a document without any in-text citation (no-citations says so once), in bibliographies, where
    an in-text citation may mean this reference among others, and where a citation nearly fits it by a wrong
    year or spelling (that citation is reported instead); where our own reading of the file is in doubt
    (doubted-reading), about works whose title the text names, court cases, entries
    labelled "S1.", and about works cited only in deleted text.
    Silent too about a list of which nothing is cited beside one that is cited ("Further reading"). A note
    where footnotes name the works: a bibliography of this style may hold what was only read. One note for all
    unused entries of a bibliography file, which are never printed.
    """
    if not article.citations or article.document.is_bibliography:
        return
    cited = {(item.key, item.start) for item in meant(article.links)}
    cited |= {(item.key, item.start) for item in _nearly_cited(article)}
    uncited = [
        one
        for one in article.references
        if (one.key, one.start) not in cited and one.key not in article.elsewhere
    ]
    for reference in uncited:
        if not reference.origin and _is_read(reference) and not _is_cited_otherwise(reference, article):
            yield Problem(
                f"{label(reference)} is in the reference list and is not cited in the text.",
                reference=reference.key,
                at=(reference.start, reference.end),
                severity=Severity.NOTE if article.scheme == "notes" else None,
                habit="{} references are listed and never cited in the text",
            )
    yield from _unused([reference for reference in uncited if reference.origin])


_CASE = re.compile(r"[^\W\d_][^,;:(\d]{0,60}? vs?\.? [^\W\d_a-z]")
"""A case, "Brown v. Board of Harbours, 347 U.S. 483": texts name cases in ways that are no citations."""


def _is_cited_otherwise(reference: Reference, article: Article) -> bool:
    """True where the text names the work in a way that is no citation to us, or may cite it in one."""
    return (
        is_named_by_title(reference, article)
        or is_named_undated(reference, article)
        or is_labelled_apart(reference)
        or bool(_CASE.match(reference.text))
    )


def _is_read(reference: Reference) -> bool:
    """False for an entry of which nobody can tell how it would be cited, or that may be a sentence below the
    list: one needs an author or a title, and a date, a place of publication or an address."""
    work = reference.work
    named = work.author or work.editor or work.title
    placed = work.issued or work.container_title or work.publisher
    return bool(named and (placed or work.doi or work.pmid or work.arxiv or work.url or work.isbn))


def _unused(entries: list[Reference]) -> Iterator[Problem]:
    """One note for the entries of a bibliography file: the list that is printed leaves them out."""
    if entries:
        shown = listed([one.key for one in entries[:SHOWN]])
        more = f" and {len(entries) - SHOWN} more" if len(entries) > SHOWN else ""
        which = "entry is" if len(entries) == 1 else "entries are"
        yield Problem(
            f"{len(entries)} {which} in the bibliography file and not cited in the text: {shown}{more}.",
            severity=Severity.NOTE,
        )


def _nearly_cited(article: Article) -> Iterator[Reference]:
    """References that a citation nearly fits; that citation is reported instead."""
    yearless = [reference for reference in article.references if reference.work.year is None]
    items = (link.item for link in article.links if is_dangling(link) and is_author_year(link.item))
    for item in {(one.names, one.year): one for one in items}.values():
        yield from other_years(item, article)
        yield from misspelt(item, article)
        yield from as_coauthor(item, article)
        yield from (one for one in yearless if same_name(item.names[0], first_surname(one)))
