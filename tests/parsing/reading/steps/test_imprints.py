"""Places and publishers in the wrong field."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.imprints import part_publisher, shed_imprint
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        shed_imprint,
        "Doe. Lost Chance, 1945–58, Harare: Zimbabwe House.",
        {"title": "Lost Chance, 1945–58, Harare", "publisher": "Zimbabwe House"},
        {"title": "Lost Chance, 1945–58", "place": "Harare", "publisher": "Zimbabwe House"},
    ),
    Case(
        shed_imprint,
        "Roe. Imaginierte Laien, Opladen.",
        {"title": "Imaginierte Laien, Opladen"},
        {"title": "Imaginierte Laien", "place": "Opladen"},
    ),
    Case(
        shed_imprint,
        "Roe. The Legal Debate, Kluwer Press",
        {"title": "The Legal Debate, Kluwer Press"},
        {"title": "The Legal Debate", "publisher": "Kluwer Press"},
    ),
    Case(
        shed_imprint,
        "Lind K. Baths. In: Moe P, editor. Handbook of baths. Bergen: Havn; 2001.",
        {"title": "Baths", "container": "Handbook of baths. Bergen: Havn", "year": "2001"},
        {
            "title": "Baths",
            "container": "Handbook of baths",
            "place": "Bergen",
            "publisher": "Havn",
            "year": "2001",
        },
    ),
    Case(shed_imprint, "Roe. Anger, madness. Oslo: Fjord.", {"title": "Anger, madness", "place": "Oslo"}),
    Case(
        part_publisher,
        "Jamil, I. 2007. Culture. A H Publishing House. Dhaka",
        {"title": "Culture", "publisher": "A H Publishing House. Dhaka"},
        {"title": "Culture", "publisher": "A H Publishing House", "place": "Dhaka"},
    ),
    Case(
        part_publisher,
        "Commons, J. (1934): Economics. Madison, University of Wisconsin Press.",
        {"title": "Economics", "publisher": "Madison, University of Wisconsin Press"},
        {"title": "Economics", "place": "Madison", "publisher": "University of Wisconsin Press"},
    ),
    Case(part_publisher, "Roe. Baths. Berlin", {"publisher": "Berlin"}, {"place": "Berlin"}),
    Case(
        part_publisher,
        "Andersen, L. Analysis. DIKU, University of Copenhagen, May 1994.",
        {"title": "Analysis", "publisher": "DIKU, University of Copenhagen"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
