"""Lines between entries that belong to the article: dates of handling, rights, its own citation."""

from __future__ import annotations

import pytest

from litreview.model.document import Document, Style
from litreview.parsing.lists.entries import split_entries
from litreview.parsing.lists.foreign import is_foreign
from litreview.parsing.lists.sections import find_sections

FIRST = "1 Arden, P. and Brill, A. (2003) First measures of a thing. J. Things 2, 891-902"
SECOND = "2 Corin, B. and Dravec, C. (2008) Second measures of it. J. Things 7, 224-236"
THIRD = "3 Ember, D. and Foss, E. (2009) Third measures. J. Things 8, 84-94"


@pytest.mark.parametrize(
    "said",
    ["Received 19 July 2013/20 August 2013; accepted 9 September 2013", "Accepted March 3, 2011",
     "Manuscript received 3 May 2010", "Published online 12 June 2018", "© 2014 The Authors",
     "Published as Immediate Publication 9 September 2013, doi: 10.1234/jt.2013.1",
     "Published ahead of print, May 3, 2014", "(c) 2013",
     "Copyright © 2010 P. Arden et al.", "Cite this article as: Zorn et al.: On things. J Things 2014 14:1.",
     "thingXiv preprint doi: https://doi.org/10.5555/2020.01; this version posted January 3, 2020.",
     "The copyright holder for this preprint (which was not certified by peer review) is the author.",
     "It is made available under a CC-BY 4.0 International license.",
     "How to cite this article: Zorn A. On things.", "Downloaded from things.example on 3 May 2010"],
)  # fmt: skip
def test_lines_of_the_article(said: str) -> None:
    assert is_foreign(said)


@pytest.mark.parametrize(
    "said",
    ["Received wisdom and its discontents. Berlin: Springer; 2013.", "Accepted practices in care. 2011.",
     "Copyright law of the sea. London, 1976.", "Published works of P. Arden, 2nd ed. 2010",
     "Cited works in context. J Things 2010;3:1.",
     "Published accounts of slow rivers, 1990 to 2001. Berlin: Springer; 2013.", "Submitted 2019. Arden P.",
     "Cook A. Copyright © and you. 2010."],
)  # fmt: skip
def test_entries_that_begin_like_them(said: str) -> None:
    assert not is_foreign(said)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line", ["Received 19 July 2013; accepted 9 September 2013", "© 2013 Things Society"]
)
def test_a_number_that_counts_on_proves_that_the_list_goes_on(line: str, gap: str) -> None:
    text = f"Text [1, 2, 3].\n\nReferences\n{FIRST}\n{SECOND}\n\n{line}{gap}{THIRD}\n"
    document = Document(text)
    cuts = [cut for s in find_sections(document) for cut in split_entries(document, s.start, s.end)]
    assert [f"{cut.number} {text[cut.start : cut.end]}" for cut in cuts] == [FIRST, SECOND, THIRD]


def test_the_articles_own_citation_and_doi_end_the_last_entry() -> None:
    tail = "\n\ndoi:10.1186/9999-9999-14-1\nCite this article as: Zorn et al.: On things. J Things 2014."
    text = f"Text [1, 2].\n\nReferences\n{FIRST}\n{SECOND}{tail}"
    document = Document(text)
    cuts = [cut for s in find_sections(document) for cut in split_entries(document, s.start, s.end)]
    assert f"2 {text[cuts[-1].start : cuts[-1].end]}" == SECOND


def test_a_float_is_no_part_of_an_entry() -> None:
    table = "Table 1. Numbers of Arden (2003).\nA 1 2\nB 3 4\n"
    text = f"Text [1, 2, 3].\n\nReferences\n{FIRST}\n{SECOND}\n{table}{THIRD}\n"
    at = text.index("Table 1")
    starts = [at, text.index("A 1 2"), text.index("B 3 4")]
    styles = tuple(Style(start, text.index("\n", start), "float") for start in starts)
    document = Document(text, styles=styles)
    cuts = [cut for s in find_sections(document) for cut in split_entries(document, s.start, s.end)]
    assert [f"{cut.number} {text[cut.start : cut.end]}" for cut in cuts] == [FIRST, SECOND, THIRD]
