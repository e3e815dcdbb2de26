"""A document becomes an Article: whole flows, spans that cut what they claim, and input of any kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.model.article import Article
from litreview.model.document import Document, Entry, Mark, Style
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.article import parse_document

AUTHOR_YEAR = """Heat and cold

Warmth helps (Adler & Brandt, 2011), cold does not (Carver et al., 2013; Nobody, 1999).

References
Adler, T., & Brandt, K. (2011). Heat for sore backs. Journal of Warm Medicine, 4(2), 11–19.
Carver, L., Dunn, P., & Eaton, M. (2013). Cold packs after sport. Cold Therapy, 7, 101–108.
"""
NUMBERED = """Warmth helps [1], cold does not [2,3].

References
1. Adler T, Brandt K. Heat for sore backs. J Warm Med. 2011;4(2):11-19.
2. Carver L, Dunn P. Cold packs. Cold Ther. 2013;7:101-8.
3. Adler T, Brandt K. Heat for sore feet. J Warm Med. 2011;4(3):20-29.
"""


def check_spans(article: Article) -> None:
    """Every span cuts the text it claims, lies inside the text, and keys are unique."""
    text = article.text
    for reference in article.references:
        assert reference.text == text[reference.start : reference.end]
        for _, start, end in reference.spans:
            assert reference.start <= start <= end <= reference.end
    for citation in article.citations:
        assert citation.text == text[citation.start : citation.end]
        for item in citation.items:
            assert citation.start <= item.start <= item.end <= citation.end
    assert len({reference.key for reference in article.references}) == len(article.references)
    assert len(article.links) == sum(len(citation.items) for citation in article.citations)


def test_author_year_article() -> None:
    article = parse_document(Document(AUTHOR_YEAR))
    check_spans(article)
    assert article.title == "Heat and cold"
    assert article.scheme == "author-year"
    assert [reference.key for reference in article.references] == ["adler-2011", "carver-2013"]
    assert [reference.line for reference in article.references] == [6, 7]
    assert [[found.key for found in link.references] for link in article.links] == [
        ["adler-2011"],
        ["carver-2013"],
        [],
    ]
    start, end = article.reference_section or (0, 0)
    assert article.text[start:end].startswith("Adler, T.")


def test_numbered_article() -> None:
    article = parse_document(Document(NUMBERED))
    check_spans(article)
    assert article.scheme == "bracketed"
    assert [reference.number for reference in article.references] == [1, 2, 3]
    assert [reference.key for reference in article.references] == [
        "adler-2011a",
        "carver-2013",
        "adler-2011b",
    ]
    assert [link.references[0].number for link in article.links] == [1, 2, 3]


def test_field_spans_point_into_the_document() -> None:
    article = parse_document(Document(NUMBERED))
    start, end = article.references[1].span("volume") or (0, 0)
    assert article.text[start:end] == "7"


def test_a_bibliography_brings_its_references() -> None:
    listed = (Reference("a", "@article{a}", Work(title="A")),)
    article = parse_document(
        Document("@article{a}", format="bibtex", references=listed, notation=Notation.BIBTEX)
    )
    assert article.references == listed
    assert article.citations == ()


def test_declared_citations_carry_their_keys() -> None:
    text = "As \\citep{adler,brown} said."
    listed = tuple(
        Reference(key, "", Work(author=(Name(key),), issued=PartialDate(2010))) for key in ("adler", "brown")
    )
    document = Document(
        text, format="latex", references=listed, marks=(Mark(3, 22, "key", ("adler", "brown")),)
    )
    article = parse_document(document)
    check_spans(article)
    assert article.scheme == "key"
    assert [text[item.start : item.end] for item in article.citations[0].items] == ["adler", "brown"]
    assert [link.references[0].key for link in article.links] == ["adler", "brown"]


def test_an_unknown_key_is_kept_and_linked_to_nothing() -> None:
    document = Document(
        "See [@gone].", references=(Reference("a", "", Work()),), marks=(Mark(4, 11, "key", ("gone",)),)
    )
    article = parse_document(document)
    assert article.citations[0].text == "[@gone]"
    assert article.links[0].references == ()


def test_neighbouring_links_are_one_citation() -> None:
    text = "Known (Adler, 2011; Carver, 2013).\nAdler 2011.\nCarver 2013."
    entries = (Entry(35, 46, "b1"), Entry(47, 59, "b2"))
    marks = (Mark(7, 18, "link", ("b1",)), Mark(20, 32, "link", ("b2",)))
    article = parse_document(Document(text, entries=entries, marks=marks))
    check_spans(article)
    assert [citation.text for citation in article.citations] == ["(Adler, 2011; Carver, 2013)"]
    assert [item.names for item in article.citations[0].items] == [("Adler",), ("Carver",)]
    assert [link.references[0].key for link in article.links] == ["b1", "b2"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_never_raises_on_any_text(text: str) -> None:
    check_spans(parse_document(Document(text)))


PIECES = st.sampled_from(
    ["Smith", "Jones", "et al.", "and", "&", "(", ")", "[", "]", ",", ";", "2010", "2011a", "b", "1",
    "2-5", "12", " ", "\n", "\n\n",
     "References\n", "van", "de", "J.", "1.", "[1]", "Journal of X", "7(2):1-9.", "doi:10.1000/x", "¹²",
     "<sup>3</sup>", "\x00", "–",
     "the", "in press", "’s", "王", "المراجع", "\u2028", "\f", "———."]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=80), st.sampled_from([" ", ""]))
def test_never_raises_on_shuffled_articles(pieces: list[str], glue: str) -> None:
    check_spans(parse_document(Document(glue.join(pieces))))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "(Smith et al., 2010) ",
        "[1, 2-5] ",
        "word.12 And ",
        "2010, ",
        "((",
        "Smith, J. ",
        "\n\n1. A",
        "王（2010）",
        "\x00",
    ],
)
def test_long_input_is_read_in_one_pass(piece: str) -> None:
    check_spans(parse_document(Document(piece * (400_000 // len(piece)))))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "references", "citations"), [("spinal-manipulation", 5, 5), ("passive-treatments", 12, 0)]
)
def test_the_example_articles(shared_dir: Path, name: str, references: int, citations: int) -> None:
    folder = shared_dir / "data" / "example"
    truth = next(
        item
        for item in json.loads((folder / "cited.json").read_text("utf-8"))["articles"]
        if item["id"] == name
    )
    article = parse_document(Document((folder / "articles" / f"{name}.txt").read_text("utf-8")))
    check_spans(article)
    assert len(article.references) == references
    assert len(article.citations) == citations
    assert [[r.start, r.end] for r in article.references] == [
        entry["offset"] for entry in truth["references"]
    ]
    assert [[i.start, i.end] for c in article.citations for i in c.items] == [
        mark["offset"] for mark in truth["in_text"]
    ]
    assert all(len(link.references) == 1 for link in article.links)


def test_labels_of_letters_and_year_are_keys() -> None:
    article = parse_document(
        Document(
            "Heat helps [Smi10] and cold not [ABC+12, Doe99a]; [Nob07, p. 3] is not listed.\n\nReferences\n\n"
            "[ABC+12] Adler T, Brandt K, Carver L, et al. Heat. J Warm Med. 2012;4:1-9.\n"
            "[Doe99a] Doe J. Ice. J Warm Med. 1999;4:1-9.\n[Smi10] Smith J. Steam. Berlin: Heat; 2010.\n"
        )
    )
    assert [reference.key for reference in article.references] == ["ABC+12", "Doe99a", "Smi10"]
    linked = [[reference.key for reference in link.references] for link in article.links]
    assert linked == [["Smi10"], ["ABC+12"], ["Doe99a"], []]


def parsed(text: str) -> Article:
    return parse_document(Document(text))


def test_labels_of_letters_may_have_no_year() -> None:
    article = parsed(
        "Heat helps [Smi10] and cold not [vdM06]; it ends [End].\n\nReferences\n\n"
        "[End] Ender P. Warm ends. Heat Press.\n\n[Smi10] Smith J. Steam. Berlin: Heat; 2010.\n\n"
        "[vdM06] van der Meer F. Ice. J Warm Med. 2006;4:1-9.\n"
    )
    assert [reference.key for reference in article.references] == ["End", "Smi10", "vdM06"]
    linked = [[reference.key for reference in link.references] for link in article.links]
    assert linked == [["Smi10"], ["vdM06"], ["End"]]


def test_an_entry_whose_number_cannot_be_read_has_the_one_that_is_missing() -> None:
    article = parsed(
        "Heat helps [1], cold not [2], nor [3].\n\nReferences\n\n"
        "1. Smith J. Steam. Berlin: Heat; 2010.\n\nPress Office. Warm news of the year. 2011.\n\n"
        "3. Doe J. Ice. J Warm Med. 1999;4:1-9.\n"
    )
    assert [reference.number for reference in article.references] == [1, 2, 3]
    assert [len(link.references) for link in article.links] == [1, 1, 1]


def test_superscripts_may_be_parted_by_semicolons() -> None:
    entries = "\n".join(
        f"{n}. Smith {name} J. Steam. J Warm Med. 199{n};4:1-9." for n, name in enumerate("ABC", 1)
    )
    text = f"Heat helps1;3 much.\n\nReferences\n\n{entries}"
    styled = Document(text, styles=(Style(10, 13, "superscript"),))
    assert [item.number for citation in parse_document(styled).citations for item in citation.items] == [1, 3]


def test_a_marked_citation_whose_entry_is_gone_is_one_that_leads_nowhere() -> None:
    text = "So (Arden, 2003). So (Nobody, 1999). So (Brill, 2008).\n\nReferences\nArden P. 2003. Heat.\n"
    places = [(text.index(name), text.index(name) + len(name)) for name in ("(Arden, 2003)", "(Brill, 2008)")]
    start = text.index("Arden P.")
    document = Document(
        text,
        entries=(Entry(start, len(text) - 1, "a"),),
        marks=tuple(Mark(*place, "link", (key,)) for place, key in zip(places, "ab", strict=True)),
    )
    article = parse_document(document)
    assert [(link.item.names, len(link.references)) for link in article.links] == [
        (("Arden",), 1),
        (("Brill",), 0),
    ]
