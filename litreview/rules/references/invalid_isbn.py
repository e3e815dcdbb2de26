"""R204."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_PRINTED = re.compile(
    r"\bISBN(?:-1[03])?\s*+(?:[:=]\s*+)?[{\"]?((?:97[89][\s-]?)?\d[\d\s-]{7,15}[\dXx])", re.IGNORECASE
)


@rule(
    "R204",
    Severity.WARNING,
    bad=Example(
        cites="Higgins JPT, Green S. Cochrane Handbook for Systematic Reviews. Wiley, 2008. ISBN "
        "978-0-470-69951-6",
        says="Higgins JPT, Green S (2008): the ISBN 978-0-470-69951-6 has a wrong check digit.",
    ),
    good=Example(
        cites="Higgins JPT, Green S. Cochrane Handbook for Systematic Reviews. Wiley, 2008. ISBN "
        "978-0-470-69951-5"
    ),
)
def invalid_isbn(reference: Reference) -> Iterator[Problem]:
    """The ISBN has a wrong check digit.

    One digit of the number is mistyped, so shops and libraries will not find the book.

    Fix: copy the ISBN from the book or the publisher's page.

    Silent for both lengths (10 and 13 digits) with or without hyphens, and for numbers of another length,
    which may be something else.
    """
    printed = [found[1] for found in _PRINTED.finditer(reference.text)]
    for text in dict.fromkeys([*printed, *reference.work.isbn]):
        digits = re.sub(r"[\s-]", "", text).upper()
        if len(digits) in (10, 13) and not _is_valid(digits):
            yield Problem(
                f"{label(reference)}: the ISBN {text} has a wrong check digit.", field="ISBN", cited=text
            )


def _is_valid(digits: str) -> bool:
    """Check digits of ISO 2108: weights 10 to 1 modulo 11, or 1 and 3 in turn modulo 10."""
    if not re.fullmatch(r"\d{9}[\dX]|\d{13}", digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 10:
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    return sum(value * (3 if at % 2 else 1) for at, value in enumerate(values)) % 10 == 0
