"""What the list prints although no entry was read so; a surname or number elsewhere in it proves nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.formats.registry import read_text
from litreview.model.article import Article, CitationItem
from litreview.parsing.article import parse_document
from litreview.rules.views.list_text import prints

NAMED = """Rest helps (Adeyemi, 2015; Brandt, 2016).

References

Adeyemi P, Castro Q (2015). Rest in rowers. European Spine Journal, 24, 1-9.

Brandt Q (2016). Training in rowers. European Spine Journal, 25, 10-19.
"""
NUMBERED = """Rest helps [1,2].

References

1. Adeyemi P. Rest in rowers. European Spine Journal 2015;24(3):1-9.

2. Brandt Q. Training in rowers. European Spine Journal 2016; 3. 10-19.
"""


def article_of(text: str) -> Article:
    return parse_document(read_text(text))


@pytest.mark.parametrize(("name", "year", "printed"), [("Castro", 2015, True), ("Castro", 2016, False)])
def test_a_surname_counts_with_the_year_of_its_own_entry(name: str, year: int, printed: bool) -> None:
    assert prints(CitationItem(names=(name,), year=year), article_of(NAMED)) is printed


def test_a_number_counts_only_where_it_begins_an_entry() -> None:
    assert not prints(CitationItem(number=3), article_of(NUMBERED))
    joined = f"{NUMBERED.rstrip()} 3. Castro R. Sleep in rowers. European Spine Journal 2017;25:20-29.\n"
    article = article_of(joined)
    article = replace(article, references=article.references[:2])
    assert prints(CitationItem(number=3), article)
    assert not prints(CitationItem(number=4), article)
    lost = article_of(NUMBERED.replace("2. Brandt", "3.\n\n4. Brandt"))
    assert prints(CitationItem(number=3), replace(lost, references=lost.references[:1]))
