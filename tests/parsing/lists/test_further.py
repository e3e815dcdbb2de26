"""Lists of works that a text need not cite."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.parsing.lists.further import with_further
from litreview.pipeline import check, parse

CITED = "Arden, P. (2003). First measures of a thing. Journal of Things, 2(1), 891–902."
OTHER = "Corin, B. (2009). Things that never rest. Annals of Motion, 7(2), 224–236."


@pytest.mark.parametrize(
    "heading", ["Further reading", "External links", "Cited by", "How to cite this article"]
)
def test_what_stands_in_such_a_list_is_no_citation(heading: str) -> None:
    text = f"Things rest (Arden, 2003).\n\nReferences\n\n{CITED}\n\n{heading}\n\n{OTHER}\n"
    assert [one.rule for one in check(parse(text), source=None).findings if one.rule.startswith("C")] == []


def test_a_chapter_of_that_name_stays_text() -> None:
    text = "Resources\n\nThings were counted, as we know (Arden, 2003; Corin, 2009), in all places.\n"
    assert with_further(Document(text), ()) == ()


def test_a_word_alone_may_be_the_end_of_a_title() -> None:
    wrapped = "Dorn, C. (2010). Things and their\nRecommendations\nMotion Letters, 8, 24–36.\n"
    text = f"Things rest (Arden, 2003).\n\nReferences\n\n{CITED}\n\n{wrapped}"
    assert len(parse(text).references) == 2
