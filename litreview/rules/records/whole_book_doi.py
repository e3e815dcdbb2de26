"""M325."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match
from litreview.model.reasons import DecidedBy
from litreview.rules.engine.placing import prove
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label, quote


@rule(
    "M325",
    Severity.NOTE,
    bad=Example(
        text="References\n\nMoe P. The first pumps. In: Brandvold S, editor. Handbook of quiet pumps. Oslo: "
        "Fjell Forlag; 2011. p. 12-31. doi:10.5555/pumps",
        registered=(
            {
                "DOI": "10.5555/pumps",
                "type": "book",
                "title": "Handbook of quiet pumps",
                "publisher": "Fjell Forlag",
                "issued": "2011",
            },
        ),
        says="Moe P (2011): the DOI 10.5555/pumps is that of the whole book, “Handbook of quiet pumps”.",
    ),
    good=Example(
        cites="Moe P. The first pumps. In: Brandvold S, editor. Handbook of quiet pumps. Oslo: Fjell Forlag; "
        "2011. p. 12-31. doi:10.5555/pumps.2",
    ),
)
def whole_book_doi(match: Match) -> Iterator[Problem]:
    """The DOI of a chapter is that of the book it stands in.

    Many books have a DOI while their chapters have none, so this may be the best link there is.

    Fix: the chapter's own DOI where it has one.

    Silent where the DOI is the chapter's own, and where it leads to another book, which doi-elsewhere says.
    """
    if match.decided_by is not DecidedBy.WHOLE_BOOK:
        return
    book = next((item.work for item in match.candidates if "doi" in item.found_by), None)
    if book is not None:
        yield Problem(
            f"{label(match.reference)}: the DOI {book.doi} is that of the whole book, "
            f"“{quote(book.full_title)}”.",
            field="DOI",
            cited=book.doi,
            proofs=(prove(book),),
        )
