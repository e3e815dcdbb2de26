"""R207."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.text import fold_dashes
from litreview.normalise.whole_numbers import whole_number
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_RANGE = re.compile(r"\s*+([A-Za-z]?)(\d++)\s*+-++\s*+([A-Za-z]?)(\d++)\s*+(?:\.\s*+)?")


@rule(
    "R207",
    Severity.WARNING,
    bad=Example(
        cites="Hartvigsen J, Hancock MJ. What low back pain is. Lancet 2018; 391: 2367-2356.",
        says="Hartvigsen J, Hancock MJ (2018): the pages 2367-2356 run backwards.",
    ),
    good=Example(cites="Hartvigsen J, Hancock MJ. What low back pain is. Lancet 2018; 391: 2356-67."),
)
def backward_pages(reference: Reference) -> Iterator[Problem]:
    """The last page comes before the first.

    Two pages changed places or a digit is wrong.

    Fix: the pages of the paper.

    Silent for shortened last pages ("883-90", "1451-60"), for supplements and other lettered pages, and for
    article numbers that look like a range.
    """
    found = _RANGE.fullmatch(fold_dashes(reference.work.page))
    if found is None or found[1].casefold() != (found[3] or found[1]).casefold():
        return
    first, last = whole_number(found[2]), whole_number(found[4])
    if first is not None and last is not None and len(found[4]) >= len(found[2]) and last < first:
        said = reference.work.page.strip()
        yield Problem(f"{label(reference)}: the pages {said} run backwards.", field="page", cited=said)
