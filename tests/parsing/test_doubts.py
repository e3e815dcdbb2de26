"""Doubts about our own reading."""

from __future__ import annotations

from litreview.model.document import Document
from litreview.model.doubt import Reading
from litreview.model.work import Diagnosis
from litreview.parsing.article import parse_document
from litreview.parsing.doubts import find_doubts

TEXT = """Widgets help (Arden, 2001).

References

Arden, A. (2001). Widgets at large. Journal of Things, 1(2), 3–14.

Brill, B. (2002). Rivers at large. Journal of Things, 2(2), 33–44.
"""


def test_text_that_was_not_read_may_cite_what_seems_uncited() -> None:
    lost = Document(TEXT, diagnoses=(Diagnosis("page 2 could not be read: damaged", lost=True),))
    (doubt,) = parse_document(lost).doubts
    assert doubt.reading is Reading.CITATIONS
    assert "page 2 could not be read" in doubt.message


def test_other_remarks_are_no_doubt() -> None:
    read = Document(TEXT, diagnoses=(Diagnosis("page 2 has no text: pictures, or damaged"),))
    article = parse_document(read)
    assert article.doubts == ()
    assert find_doubts(read, article.references, article.citations, article.links) == ()
