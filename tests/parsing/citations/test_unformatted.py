"""EndNote's temporary citations: those that fit one entry are citations, nobody is accused of the others."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.parsing.article import parse_document
from litreview.parsing.citations.unformatted import read_unformatted

LIST = (
    "References\n\n"
    "1. Arden P. First measures of a narrow thing. J Things 2003;2:891-902.\n"
    "2. Brill A. Second measures of it all. J Things 2008;7:224-36.\n"
    "3. Corin B. Third measures of the lot. Ann Lots 2011;9:24-36.\n"
    "4. Corin B. More measures of the lot. Ann Lots 2011;9:41-50.\n"
)
REFERENCES = parse_document(Document(LIST)).references


@pytest.mark.parametrize(
    ("text", "numbers", "maybe"),
    [
        ("as told {Arden, 2003 #40}.", [1], 0),
        ("as told {Arden, 2003 #40; Brill, 2008 #3}.", [1, 2], 0),
        ("as told {Brill, 2008 #3@225-226}.", [2], 0),
        ("as told {see \\Arden, 2003 #40}.", [1], 0),
        ("as told {Corin, 2011 #7}.", [], 2),
        ("as told {, 2008 #3}.", [], 1),
        ("as told {Dove, 2011 #9}.", [], 2),
        ("the set {a, b} and {1, 2}", [], 0),
    ],
)
def test_what_fits_one_entry_is_cited(text: str, numbers: list[int], maybe: int) -> None:
    citations, others = read_unformatted(text, REFERENCES)
    found = parse_document(Document(f"{text}\n\n{LIST}"))
    assert [one.number for link in found.links for one in link.references] == numbers
    assert len(others) == maybe
    assert sum(len(one.items) for one in citations) == len(numbers)


def test_pages_are_the_locator() -> None:
    (citation,), _ = read_unformatted("{Brill, 2008 #3@225-226}", REFERENCES)
    assert citation.items[0].locator == "225-226"
