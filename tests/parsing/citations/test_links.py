"""Links from citation items to references: one, none, several; and what an unlinked item may have meant."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.article import parse_document
from litreview.parsing.citations.finder import find_citations
from litreview.parsing.citations.links import link_citations


def person(family: str, given: str = "A", particle: str = "") -> Name:
    return Name(family=family, given=given, particle=particle)


def reference(
    key: str, year: int | None, *names: Name, et_al: bool = False, number: int | None = None, letter: str = ""
) -> Reference:
    issued = PartialDate(year, literal=f"{year}{letter}" if letter else "")
    text = f"{names[0] if names else 'Anonymous'}. {year}{letter}. {key}."
    return Reference(key, text, Work(author=names, et_al=et_al, issued=issued, title=key), number=number)


LIST = (
    reference("adler-solo", 2015, person("Adler")),
    reference("adler-brown", 2015, person("Adler"), person("Brown")),
    reference("adler-many", 2015, person("Adler"), person("Cole"), person("Dunn")),
    reference("berg", 2010, person("Berg", particle="van den")),
    reference("who", 2012, Name(literal="World Health Organization")),
    reference("niw", 2013, Name(literal="National Institute of Warmth (NIW)")),
    reference("garcia-a", 2011, person("García", "L"), person("X"), person("Y"), letter="a"),
    reference("garcia-b", 2011, person("García", "L"), person("Z"), person("Y"), letter="b"),
    reference("short", 2009, person("Short"), et_al=True),
    reference("press", None, person("Lately")),
)


def linked(text: str, references: tuple[Reference, ...] = LIST) -> list[tuple[str, ...]]:
    links = link_citations(find_citations(text), references, text)
    return [tuple(found.key for found in link.references) for link in links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Adler, 2015)", [("adler-solo",)]),
        ("(Adler & Brown, 2015)", [("adler-brown",)]),
        ("(Adler et al., 2015)", [("adler-many",)]),
        ("(van den Berg, 2010; Berg 2010)", [("berg",), ("berg",)]),
        ("(World Health Organization, 2012) and (WHO, 2012)", [("who",), ("who",)]),
        ("(NIW, 2013)", [("niw",)]),
        ("(Garcia et al., 2011a, b)", [("garcia-a",), ("garcia-b",)]),
        ("(García et al., 2011)", [("garcia-a", "garcia-b")]),
        ("Short et al. (2009)", [("short",)]),
        ("(Lately, in press)", [("press",)]),
        ("(Adler, 2016)", [()]),
        ("(Nobody et al., 2015)", [()]),
    ],
)
def test_author_year_links(text: str, expected: list[tuple[str, ...]]) -> None:
    assert linked(text) == expected


def test_abbreviations_defined_in_the_text_are_understood() -> None:
    listed = (reference("fso", 2019, Name(literal="Federal Statistical Office")),)
    assert linked("The Federal Statistical Office (Destatis) counts (Destatis, 2019).", listed) == [("fso",)]


def test_numbers_follow_labels_and_else_places() -> None:
    labelled = tuple(reference(f"r{n}", 2010, person("Adler"), number=n) for n in (1, 2, 4))
    assert linked("[1, 2, 3, 4]", labelled) == [("r1",), ("r2",), (), ("r4",)]
    bare = tuple(reference(f"r{n}", 2010, person("Adler")) for n in (1, 2, 3))
    assert linked("[2–4]", bare) == [("r2",), ("r3",), ()]


def test_letters_not_printed_in_an_alphabetical_list_count_by_place() -> None:
    listed = (reference("first", 2011, person("Cole")), reference("second", 2011, person("Cole")))
    assert linked("(Cole, 2011b; Cole 2011a)", listed) == [("second",), ("first",)]
    assert linked("(Cole, 2011)", listed) == [("first", "second")]


def test_numbers_mean_the_list_of_their_chapter() -> None:
    chapter = (
        "Heat helps [1]. Cold does not [2].\n\nReferences\n1. Adler T. {0} heat. J Warm "
        "Med. 2011;4:1-9.\n2. Brown K. {0} cold. Cold Ther. 2013;7:1-8.\n\n"
    )

    article = parse_document(
        Document("# One\n\n" + chapter.format("First") + "# Two\n\n" + chapter.format("Second"))
    )
    assert [[found.text[:8] for found in link.references] for link in article.links] == [
        ["Adler T."], ["Brown K."], ["Adler T."], ["Brown K."]
    ]  # fmt: skip
    assert [link.references[0] is article.references[n] for n, link in enumerate(article.links)] == [True] * 4


COMPOUND = (
    reference("veysey", 2015, person("Veysey Powell", "J"), person("Babbitt", "K")),
    reference("garcia", 2010, person("García Márquez", "G")),
    reference("hyphen", 2012, person("Smith-Jones", "A"), person("Brown", "B")),
    reference("other", 2012, person("Powell", "Z")),
    reference("twin-a", 2018, person("Ruiz Lara", "A"), person("X"), person("Y")),
    reference("twin-b", 2018, person("Vega Lara", "B"), person("X"), person("Y")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Powell & Babbitt, 2015)", [("veysey",)]),
        ("(Veysey Powell & Babbitt, 2015)", [("veysey",)]),
        ("(García, 2010; Márquez, 2010)", [("garcia",), ("garcia",)]),
        ("(Jones & Brown, 2012)", [("hyphen",)]),
        ("(Jones & Green, 2012)", [()]),
        ("(Powell & Babbitt, 2016)", [()]),
        ("(Powell & Nobody, 2015)", [()]),
        ("(Lara et al., 2018)", [()]),
    ],
)
def test_a_compound_surname_cited_by_a_part_is_linked_when_nothing_else_fits(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert linked(text, COMPOUND) == expected
