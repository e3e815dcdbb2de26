"""Dashes and words that stand for the authors of the entry above."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.parsing.article import parse_document
from litreview.parsing.lists.repeated_authors import with_repeated_authors
from litreview.parsing.reading.fields import read_fields

ABOVE = 'Arden, P., and A. Brill. 2003. "Heat for rowers." Journal of Heat 2: 3-9.'
ALONE = 'Arden, Paula. 2003. "Heat for rowers." Journal of Heat 2: 3-9.'
REST = '2008. "Cold for walkers." Journal of Heat 7: 13-19.'


def _families(*texts: str) -> list[list[str]]:
    works = with_repeated_authors(texts, [reading.work for reading in read_fields(texts)])
    return [[name.family or name.literal for name in work.author] for work in works]


@pytest.mark.parametrize(
    "mark", ["—.", "———.", "———", "---.", "–––.", "_____.", "[———].", "— — —.", "Idem.", "Ders."]
)
def test_a_mark_stands_for_all_authors_above(mark: str) -> None:
    assert _families(ABOVE, f"{mark} {REST}")[1] == ["Arden", "Brill"]


def test_marks_in_a_row_stand_for_the_same_authors() -> None:
    assert _families(ABOVE, f"———. {REST}", f"———. {REST}")[2] == ["Arden", "Brill"]


def test_names_behind_a_mark_come_after_the_first_author() -> None:
    assert _families(ALONE, f"———, and B. Corin. {REST}")[1] == ["Arden", "Corin"]


@pytest.mark.parametrize("entry", [f"Dravec, C. {REST}", "Cold — a study for walkers. 2008. Oslo: Press."])
def test_other_entries_keep_what_was_read(entry: str) -> None:
    alone = _families(entry)[0]
    assert _families(ABOVE, entry)[1] == alone


def test_the_first_entry_has_nobody_to_inherit_from() -> None:
    assert _families(f"———. {REST}") == [[]]


def test_citations_find_the_entries() -> None:
    text = f"Heat helps (Arden and Brill, 2003, 2008).\n\nReferences\n\n{ABOVE}\n\n———. {REST}\n"
    article = parse_document(Document(text))
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008]]
    assert [name for name, *_ in article.references[1].spans if name == "author"] == []
