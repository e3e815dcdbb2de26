"""Footnotes as Word, LibreOffice and Google Docs save them in web pages: known by their links alone."""

from __future__ import annotations

import pytest

from litreview.formats.html.footnotes import paired_notes
from litreview.formats.html.read import parse_html
from litreview.formats.registry import read_text
from litreview.pipeline import check, parse

ENTRIES = (
    "Arden P (2003). First measures of a thing. <i>J Things</i> 2, 891–902.",
    "Brill A, Corin B (2008). Second measures of it. <i>J Things</i> 7, 224–236.",
    "Dorn C (2010). Third measures of it. <i>J Things</i> 8, 24–36.",
)
LISTED = "<h1>References</h1>" + "".join(f"<p>{entry}</p>" for entry in ENTRIES)
MAKES = {
    "word": (
        '<a href="#_ftn{n}" name="_ftnref{n}"><span class=MsoFootnoteReference>[{n}]</span></a>',
        '<div style="mso-element:footnote" id=ftn{n}><p class=MsoFootnoteText><a href="#_ftnref{n}" '
        'name="_ftn{n}">[{n}]</a> {text}</p></div>',
    ),
    "libreoffice": (
        '<a name="sdfootnote{n}anc" href="#sdfootnote{n}sym"><sup>{n}</sup></a>',
        '<div id="sdfootnote{n}"><p><a name="sdfootnote{n}sym" href="#sdfootnote{n}anc">{n}</a> {text}</p>'
        "</div>",
    ),
    "google": (
        '<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>',
        '<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a><span>\u00a0{text}</span></p></div>',
    ),
}


def page(make: str, text: str, listed: str, *notes: str) -> str:
    mark, note = MAKES[make]
    marks = "".join(f"{text}{mark.replace('{n}', str(n))} " for n, _ in enumerate(notes, 1))
    below = (note.replace("{n}", str(n)).replace("{text}", said) for n, said in enumerate(notes, 1))
    return f"<!doctype html><html><body><h1>On rest</h1><p>{marks}</p>{listed}{''.join(below)}</body></html>"


@pytest.mark.parametrize("make", MAKES)
def test_remarks_are_no_entries(make: str) -> None:
    text = "Things rest (Arden, 2003; Brill and Corin, 2008; Dorn, 2010)."
    article = parse(read_text(page(make, text, LISTED, "A remark."), "html"))
    assert [one.work.year for one in article.references] == [2003, 2008, 2010]
    assert [one.rule for one in check(article, source=None).findings if one.rule[0] in "CR"] == []


@pytest.mark.parametrize("listed", ["", "<h1>References</h1>"])
@pytest.mark.parametrize("make", MAKES)
def test_references_in_notes_are_the_list(make: str, listed: str) -> None:
    article = parse(read_text(page(make, "Things rest.", listed, *ENTRIES), "html"))
    assert [(one.number, one.work.year) for one in article.references] == [(1, 2003), (2, 2008), (3, 2010)]
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2010]]


@pytest.mark.parametrize("make", MAKES)
def test_notes_that_name_works_of_the_list(make: str) -> None:
    notes = (
        "Arden, “First measures,” 5.",
        "Brill, “Second measures,” 7.",
        "Dorn, “Third measures.”",
    )
    article = parse(read_text(page(make, "Things rest.", LISTED, *notes), "html"))
    assert (article.scheme, len(article.references)) == ("notes", 3)
    assert [[one.work.year for one in link.references] for link in article.links] == [[2003], [2008], [2010]]


@pytest.mark.parametrize(
    "body",
    ['<p><a href="#s1">1</a></p><p id="s1"><a href="#top">1</a> Part.</p>',
     '<p>x <a id="a" href="#b">[1]</a></p><p>Words before <a id="b" href="#a">[1]</a> are no note.</p>',
     '<p><a href="#b" id="a">a phrase of text</a></p><p><a href="#a" id="b">back to where it is</a></p>'],
)  # fmt: skip
def test_links_that_are_no_pair(body: str) -> None:
    root = parse_html(f"<html><body>{body}</body></html>")
    assert root is not None
    assert paired_notes(root) == {}
