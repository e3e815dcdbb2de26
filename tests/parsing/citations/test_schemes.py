"""Which scheme a document follows: what explains its list wins, however many exponents stand beside it."""

from __future__ import annotations

import pytest

from litreview.model.document import Document, Style
from litreview.parsing.article import parse_document
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.schemes import BRACKETED, NONE, SUPERSCRIPT, choose_scheme

ENTRIES = (
    "Arden P (2003). First measures of a thing. Journal of Things, 2(1), 891-902.",
    "Brill A, Corin B (2008). Second measures of it. Journal of Things, 7(2), 224-236.",
    "Dravec C (2010). Third measures of it. Journal of Things, 8(2), 24-36.",
    "Eskil D (2012). Fourth measures of it. Journal of Things, 9(2), 4-6.",
)
NAMED = "We follow (Arden 2003; Brill and Corin 2008). As Dravec (2010) and Eskil (2012) show, it grows."
POWERS = " ".join(
    f"The value {word}^{n}^ is large." for n, word in enumerate(["bread", "mass", "sum"] * 6, 2)
)


def _text(body: str, labels: str = "") -> str:
    listed = "\n\n".join(
        labels.format(n=n) + entry if labels else entry for n, entry in enumerate(ENTRIES, 1)
    )
    return f"{body}\n\nReferences\n\n{listed}\n"


@pytest.mark.parametrize("labels", ["", "{n}. ", "[{n}] "])
@pytest.mark.parametrize("powers", [POWERS, POWERS.replace("^", ""), "Then f [2] and g [3] of [4], [2]."])
def test_numbers_beside_named_citations_are_none(labels: str, powers: str) -> None:
    article = parse_document(Document(_text(f"{NAMED} {powers}", labels)))
    assert article.scheme == "author-year"
    assert [link.references[0].work.year for link in article.links] == [2003, 2008, 2010, 2012]


def test_no_number_leads_into_a_list_without_numbers() -> None:
    article = parse_document(Document(_text(POWERS)))
    assert article.scheme == NONE
    assert article.citations == ()


@pytest.mark.parametrize(
    "body",
    [
        "It is known [1]. It grew [2,3]. Some doubt it [1,4].",
        "It is known^1^. It grew^2,3^. Some doubt it^4^.",
    ],
)
def test_numbers_count_the_entries_of_a_list_that_lost_its_labels(body: str) -> None:
    article = parse_document(Document(_text(body)))
    assert {len(link.references) for link in article.links} == {1}
    assert {link.references[0].work.year for link in article.links} == {2003, 2008, 2010, 2012}


def test_names_in_a_numbered_text_do_not_outdo_its_numbers() -> None:
    body = "Arden (2003) found it [1]. It grew [2,3]. Some doubt it [4]."
    assert parse_document(Document(_text(body, "{n}. "))).scheme == BRACKETED


def test_without_a_list_the_most_frequent_scheme_is_taken() -> None:
    text = "It is known 12,13. It grew."
    at = text.index("12,13")
    article = parse_document(Document(text, styles=(Style(at, at + 5, "superscript"),)))
    assert article.scheme == SUPERSCRIPT


def test_nothing_found_is_no_scheme() -> None:
    assert choose_scheme({"author-year": (), "bracketed": ()}, ListEvidence()) == NONE
