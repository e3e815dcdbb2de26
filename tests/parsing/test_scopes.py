"""Lists of chapters and supplements, each with the text that cites it."""

from __future__ import annotations

from litreview.model.article import Article
from litreview.model.document import Document
from litreview.parsing.article import parse_document
from litreview.parsing.scopes import find_scopes

NUMBERED = "\n\n".join(
    f"{n}. {entry}"
    for n, entry in enumerate(
        (
            "Adler T. First heat. Journal of Warmth 2011;4:1-9.",
            "Brown K. First cold. Journal of Warmth 2013;7:11-18.",
            "Crane L. First rest. Journal of Warmth 2014;8:21-28.",
        ),
        1,
    )
)
NAMED = "\n\n".join(
    (
        "Adler T (2011). First heat. Journal of Warmth, 4, 1-9.",
        "Dover M (2015). More heat. Journal of Warmth, 9, 31-38.",
        "Ezra N (2016). More cold. Journal of Warmth, 10, 41-48.",
    )
)
FILLER = "The rowers sat in the boat and waited until the sun was up and the river was warm again. " * 5


def article(body: str, supplement: str) -> Article:
    return parse_document(
        Document(
            f"# Heat\n\n{FILLER}{body}\n\n# References\n\n{NUMBERED}\n\n# Supplement\n\n{FILLER}{supplement}"
            f"\n\n# References\n\n{NAMED}\n"
        )
    )


def test_each_list_has_the_scheme_that_explains_it() -> None:
    found = article("Heat helps [1]. Cold does not [2,3].", "More is known (Dover, 2015; Ezra, 2016).")
    assert [link.references[0].work.title for link in found.links] == [
        "First heat", "First cold", "First rest", "More heat", "More cold"
    ]  # fmt: skip


def test_a_work_in_two_lists_is_meant_in_the_own_one() -> None:
    found = article("Heat helps [1].", "More is known (Adler, 2011; Dover, 2015), see also [2].")
    assert [link.references[0].start > found.text.index("Supplement") for link in found.links] == [
        False, True, True
    ]  # fmt: skip


def test_what_the_own_list_lacks_may_be_in_another() -> None:
    found = article("Heat helps [1]. Cold does not [2].", "As Brown (2013) says, and Dover (2015).")
    assert [link.references[0].work.title for link in found.links][2:] == ["First cold", "More heat"]


def test_the_parts_of_one_list_have_one_scope() -> None:
    text = f"{FILLER}\n\n# References\n\n{NAMED}\n\n# Web pages\n\n{NAMED.replace('More', 'Much more')}\n"
    found = parse_document(Document(text))
    assert len(found.references) == 6
    assert len(find_scopes(text, (), found.references)) == 1
