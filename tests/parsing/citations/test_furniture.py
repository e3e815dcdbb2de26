"""Lines that pages print around the text are not searched for citations."""

from __future__ import annotations

import pytest

from litreview.parsing.citations.author_year import find_author_year
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.finder import find_citations
from litreview.parsing.citations.furniture import is_furniture

PROSE = "The rowers sat still and were cold (Brill, 2008).\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "(c) International Rowing Association 2013",
        "© Arden and Brill 2013. Published by the Rowing Press.",
        "Copyright Rowing Press (2013)",
        "Cite this article as: Arden and Brill (2013), On heat, Journal of Warmth 4(1), 1-9.",
        "To cite this article: Arden P. et al. (2013) On heat. Journal of Warmth 4, 1-9",
        "How to cite: Arden, P., Brill, A. (2013). On heat. J Warm 4:1.",
        "Arden et al. (2017), J Warmth, DOI 10.1234/warmth.118",
        "Arden and Brill (2017) Journal of Warmth 12(3): e118",
        "Received by Arden (2013), accepted by Brill (2014)",
    ],
)
def test_no_citation_stands_in_a_line_of_furniture(line: str) -> None:
    listed = ListEvidence(names=frozenset({"arden", "brill"}), years=frozenset({2008, 2013}), size=2)
    assert [one.text for one in find_citations(PROSE + line + "\n\n" + PROSE, listed)] == [
        "(Brill, 2008)"
    ] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Arden et al. (2017) showed in the Journal of Warmth that it was so, see doi 10.1234/warmth.118.",
        "Arden et al. (2017) found it.",
        "Arden and Brill (2017) is a report of 12(3) cases, and was the first of them.",
        "The copyright of such work is in doubt (Arden and Brill, 2013).",
    ],
)
def test_a_sentence_is_no_furniture(line: str) -> None:
    (citation,) = find_author_year(line, ListEvidence())
    assert not is_furniture(line, citation)
