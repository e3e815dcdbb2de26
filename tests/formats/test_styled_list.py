"""The list as styles tell it, in Word and OpenDocument files made here."""

from __future__ import annotations

import pytest

from litreview.formats.styled_list import Paragraph, is_list_style, styled_lists, typed_below
from litreview.formats.word.read import read_docx
from litreview.parsing.article import parse_document
from tests.formats.word.wordfile import docx, p, r

ENTRIES = (
    "Arden, P. (2003). First measures. J Things, 2, 891.",
    "World report. 2008. Geneva.",
    "Corin, B. (2011). The lot. Ann Lots, 9, 24.",
)


@pytest.mark.parametrize(
    ("name", "is_list"),
    [
        ("Bibliography", True),
        ("Bibliography 1", True),
        ("EndNote Bibliography", True),
        ("Citavi Bibliography Entry", True),
        ("EndNote Bibliography Title", False),
        ("Citavi Bibliography Heading", False),
        ("Bibliography Heading", False),
        ("Body Text", False),
    ],
)
def test_styles_of_entries(name: str, is_list: bool) -> None:
    assert is_list_style(name) is is_list


def spans(text: str, marks: str) -> list[Paragraph]:
    found, at = [], 0
    for line, mark in zip(text.split("\n"), marks, strict=True):
        found.append(Paragraph(at, at + len(line), mark == "x"))
        at += len(line) + 1
    return found


def test_a_list_ends_where_other_text_begins_and_needs_three() -> None:
    text = "\n".join(("Text of the first chapter.", *ENTRIES, "Text.", *ENTRIES[:2]))
    first, *others = styled_lists(text, spans(text, ".xxx.xx"))
    assert (text[slice(*first)], others) == ("\n".join(ENTRIES), [])


def test_an_entry_typed_in_another_style_belongs_to_the_list() -> None:
    typed = "Brill, A. (2008). Second measures. J Things, 7, 224."
    text = "\n".join((ENTRIES[0], typed, *ENTRIES[1:], typed, "Table A. Measures of 2008."))
    paragraphs = spans(text, "x.xx..")
    (found,) = styled_lists(text, paragraphs)
    assert text[slice(*found)].count("\n") == 3
    assert [text[a:b] for a, b in typed_below(text, found[1], paragraphs)] == [typed]


def test_the_heading_in_the_style_of_entries_is_none() -> None:
    text = "\n".join(("References", *ENTRIES))
    (found,) = styled_lists(text, spans(text, "xxxx"))
    assert text[slice(*found)] == "\n".join(ENTRIES)


def test_numbers_glued_to_entries_in_word() -> None:
    lines = (
        "1P. Arden, J. Things 2, 891 (2003).",
        "2“World report,” (2008).",
        "3 2011.",
        "4B. Corin, Ann. Lots 9, 24 (2011).",
    )
    body = p(r("Text.")) + p(r("References"), style="Heading1")
    data = docx(body + "".join(p(r(line), style="Bibliography") for line in lines))
    found = parse_document(read_docx(data)).references
    assert [(one.number, one.text[:4]) for one in found] == [
        (1, "P. A"),
        (2, "“Wor"),
        (3, "2011"),
        (4, "B. C"),
    ]


def test_words_own_numbers_belong_to_their_entries() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    lines = ("(2008): World report. Geneva.", *ENTRIES[::2])
    body = p(r("Text.")) + "".join(p(r(line), style="Bibliography", numbered="1") for line in lines)
    found = parse_document(read_docx(docx(body, numbering=numbering))).references
    assert [one.number for one in found] == [1, 2, 3]


def test_a_year_in_brackets_is_no_number() -> None:
    lines = ("(2008) World report. Geneva.", *ENTRIES[::2])
    body = p(r("Text.")) + "".join(p(r(line), style="Bibliography") for line in lines)
    found = parse_document(read_docx(docx(body))).references
    assert [(one.number, one.text[:6]) for one in found] == [
        (None, "(2008)"),
        (None, "Arden,"),
        (None, "Corin,"),
    ]
