"""R216."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.doubt import Reading
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import Example, rule

_CITED = (
    "Heat helps (Arden, 2003). Cold does not (Brill, 2008). Both may (Corin, 2010; Dravec, 2011). Rest is "
    "in doubt (Eskil, 2012).\n"
)


@rule(
    "R216",
    Severity.NOTE,
    bad=Example(
        text=_CITED,
        says="The reference list of this file was not recognised, although its text cites 5 works, so the "
        "citations were not checked against it.",
    ),
    good=Example(
        text="Heat helps (Arden, 2003).\n\nReferences\n\nArden P (2003). Heat for rowers. Journal of Heat, "
        "2(1), 3-9.\n"
    ),
)
def doubted_reading(article: Article) -> Iterator[Problem]:
    """The reference list or the citations of the file could not be read reliably.

    What we read of them contradicts itself: most entries seem uncited, most citations lead nowhere, numbers
    are missing, or no list was found at all. The fault is more likely in our reading than in the article, so
    everything that rests on this reading is left unsaid. `check` ends with exit code 1 all the same: the file
    was not checked. Where nothing at all was read, because that used up its budget of processor time
    (`--budget`), this is a warning that no selection of rules leaves out.

    Fix: as the message says; `litreview parse FILE` shows what was read. A Word, LaTeX or text version of the
    article can be read better than a PDF.

    Silent where list and citations explain each other.
    """
    for doubt in article.doubts:
        level = Severity.WARNING if doubt.reading is Reading.FILE else None
        yield Problem(f"{doubt.message[:1].upper()}{doubt.message[1:]}.", severity=level)
