"""C103."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import LINKS, Example, rule


@rule(
    "C103",
    Severity.NOTE,
    bad=Example(
        text="Massage may ease back pain for a short time.\n\nReferences\n\nLaird N. (1986). "
        "Meta-analysis in clinical trials. Controlled Clinical Trials, 7, 177-188.\n\nMoher D, "
        "Liberati A, et al. (2009). Preferred reporting items for systematic reviews. PLoS "
        "Medicine, 6(7), e1000097.\n",
        says="2 references are listed and none is cited in the text: no statement can be traced.",
    ),
    good=Example(
        text="Massage may ease back pain for a short time (Laird, 1986).\n\nReferences\n\nLaird N. (1986). "
        "Meta-analysis in clinical trials. Controlled Clinical Trials, 7, 177-188.\n"
    ),
    rests_on=LINKS,
)
def no_citations(article: Article) -> Iterator[Problem]:
    """The article lists references and cites none of them in its text.

    No statement can be traced to a source. Some publishers print a list of sources as their house style;
    then nothing is wrong, and nothing can be checked.

    Fix: cite each source where it is used, if the style allows it.

    Silent for bibliographies, and for documents that hold nothing but a reference list.
    """
    listed = len(article.references)
    if article.citations or not listed or article.document.is_bibliography or not _has_prose(article):
        return
    yield Problem(
        f"{listed} references are listed and none is cited in the text: no statement can be traced."
        if listed > 1
        else "One reference is listed and it is not cited in the text."
    )


def _has_prose(article: Article) -> bool:
    """True where a sentence stands outside the reference list."""
    first, last = article.references[0], article.references[-1]
    outside = article.text[: first.start] + article.text[last.end :]
    return outside.count(". ") + outside.count(".\n") > 0
