"""R205."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_PRINTED = re.compile(r"\be?-?ISSN\s*+(?:[:=]\s*+)?[{\"]?(\d{4}-?\d{3}[\dXx])(?!\d)", re.IGNORECASE)


@rule(
    "R205",
    Severity.NOTE,
    bad=Example(
        cites="Chou R. Low back pain. Ann Intern Med 2017; 166: 493-505. ISSN 0003-4818",
        says="Chou R (2017): the ISSN 0003-4818 has a wrong check digit.",
    ),
    good=Example(cites="Chou R. Low back pain. Ann Intern Med 2017; 166: 493-505. ISSN 0003-4819"),
)
def invalid_issn(reference: Reference) -> Iterator[Problem]:
    """The ISSN has a wrong check digit.

    Fix: copy the ISSN from the journal's page, or leave it out; few styles ask for it.

    Silent for print and electronic ISSNs with or without the hyphen.
    """
    printed = [found[1] for found in _PRINTED.finditer(reference.text)]
    for text in dict.fromkeys([*printed, *reference.work.issn]):
        digits = text.replace("-", "").upper()
        if re.fullmatch(r"\d{7}[\dX]", digits) and not _is_valid(digits):
            yield Problem(
                f"{label(reference)}: the ISSN {text} has a wrong check digit.", field="ISSN", cited=text
            )


def _is_valid(digits: str) -> bool:
    """Check digit of ISO 3297: weights 8 to 1 modulo 11."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0
