"""Sentences looked up by place: the same answers as by going through all of them."""

from __future__ import annotations

from litreview.formats.registry import read_text
from litreview.parsing.article import parse_document
from litreview.rules.views.prose import citations_in, references_in, sentence_of, sentences

TEXT = """Rest helps (Adeyemi, 2015). Rowers train more (Brandt, 2016; Adeyemi, 2015) now. Nobody knows.

Some say so (Castro, 2019), others do not (Brandt, 2016).

References

Adeyemi P. (2015). Rest in rowers. European Spine Journal, 24, 1-9.

Brandt Q. (2016). Training in rowers. European Spine Journal, 25, 10-19.
"""


def test_places_lead_to_sentences_citations_and_references() -> None:
    article = parse_document(read_text(TEXT))
    assert len(article.citations) == 4
    for citation in article.citations:
        plain = [one for one in sentences(article) if one.start <= citation.start < one.end]
        assert [sentence_of(citation, article)] == plain
    for sentence in sentences(article):
        inside = tuple(one for one in article.citations if sentence.start <= one.start < sentence.end)
        assert citations_in(sentence, article) == inside
    keys = [[item.work.year for item in references_in(one, article)] for one in sentences(article)]
    assert keys[:4] == [[2015], [2016, 2015], [], []]  # the last names a work that is not in the list


def test_a_citation_outside_the_prose_stands_in_no_sentence() -> None:
    article = parse_document(read_text(TEXT))
    other = parse_document(read_text("Nothing."))
    assert sentence_of(article.citations[-1], other) is None
