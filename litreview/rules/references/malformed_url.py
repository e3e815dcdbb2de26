"""R217."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_REST = r"[^\s{}<>\"]+"
_MISSPELT = "begins with “http://” misspelt"
_FAULTS = tuple(
    (re.compile(pattern, re.IGNORECASE), fault)
    for pattern, fault in (
        (rf"\bhttps?(?:;//|//|:/(?!/)|:\\\\|:\s?/\s/){_REST}", _MISSPELT),
        (rf"\b(?:htp|htttp|hhtp|ttp|htpp|hpps|htps|htttps)s?://{_REST}", _MISSPELT),
        (rf"\bhttps?://https?:?//{_REST}", "has “http://” twice"),
        (rf"\bhttps?://(?!localhost\b)[a-z0-9-]+(?:/{_REST}|(?=[,;)\]]|$))", "has no dot in its host"),
        (rf"\b(?:https?://)?www,\s?[a-z0-9-]+\.[a-z]{{2,}}(?:{_REST})?", "has a comma for a dot"),
        (rf"\bhttps?://[^\s/{{}}]*\.\.[^\s/{{}}]*\.[a-z]{{2,}}(?:{_REST})?", "has two dots in its host"),
    )
)
"""What no address has, and how it is called."""


@rule(
    "R217",
    Severity.NOTE,
    bad=Example(
        cites="World Pump Organization. Pumps at night. Geneva: WPO; 2022. Available from: "
        "http//example.org/pumps",
        says="World Pump Organization (2022): the address “http//example.org/pumps” begins with “http://” "
        "misspelt.",
    ),
    good=Example(
        cites="World Pump Organization. Pumps at night. Geneva: WPO; 2022. Available from: "
        "http://example.org/pumps",
    ),
)
def malformed_url(reference: Reference) -> Iterator[Problem]:
    """A web address is written so that it leads nowhere.

    A reader who copies it gets an error.

    Fix: copy the address from the browser.

    Silent for addresses that are broken over two lines or hold unusual marks in their path, which may be
    right, and for addresses without "http://".
    """
    text = wording_of(reference)
    for pattern, fault in _FAULTS:
        found = pattern.search(text)
        if found:
            address = found.group().rstrip(".,;)")
            yield Problem(f"{label(reference)}: the address “{address}” {fault}.", field="URL", cited=address)
            return
