"""Which lists of a page are reference lists, which are notes, and which are neither."""

from __future__ import annotations

import pytest

from litreview.formats.html.lists import Lists, fold_heading
from litreview.formats.html.read import parse_html, read_html

ONE = "Arden P. First measures of a thing. J Things. 2003;2:891–902."
TWO = "Corin B. Things that never rest. Ann Motion. 2009;7:224–236."


def lists(body: str) -> Lists:
    root = parse_html(f"<html><body>{body}</body></html>")
    assert root is not None
    return Lists(root)


def count(body: str) -> tuple[int, int]:
    found = lists(body)
    return len(found.entries), len(found.notes)


def items(*texts: str) -> str:
    return "".join(f"<li>{text}</li>" for text in texts)


@pytest.mark.parametrize(
    "heading",
    ["<h2>References</h2>", "<h3>7. References (2)</h3>", "<p><b>References</b></p>",
     '<h2>References<a class="headerlink" href="#r">¶</a></h2>',
     '<h2>References<span class="mw-editsection">[<a>edit</a>]</span></h2>',
     "<h2>References</h2><h3>Books</h3>", "<details><summary>References</summary>",
     '<div role="heading">References</div>'],
)  # fmt: skip
def test_a_heading_announces_a_list(heading: str) -> None:
    assert count(f"<p>Text.</p>{heading}<ol>{items(ONE, TWO)}</ol>") == (2, 0)


@pytest.mark.parametrize(
    "heading",
    [
        "Further reading",
        "Cited by (2)",
        "Similar articles",
        "External links",
        "How to cite",
        "Recommended articles",
    ],
)
def test_a_heading_says_that_a_list_is_none(heading: str) -> None:
    body = f"<h2>References</h2><ol>{items(ONE)}</ol><h2>{heading}</h2><ol>{items(TWO)}</ol>"
    assert count(body) == (1, 0)
    called = (
        f'<h2>References</h2><ol>{items(ONE)}</ol><h2>{heading}</h2><ol class="references">{items(TWO)}</ol>'
    )
    assert count(called) == (1, 0)


def test_a_list_called_so_below_no_heading_of_its_own_is_one() -> None:
    assert count(f'<h2>How to cite</h2><p>x</p><ol class="references">{items(ONE, TWO)}</ol>') == (2, 0)


def test_remarks_are_notes_and_references_in_notes_are_entries() -> None:
    notes = '<section class="footnotes" role="doc-endnotes"><ol>{}</ol></section>'
    remark = "These authors contributed equally."
    assert count(notes.format(items(remark))) == (0, 1)
    assert count(notes.format(items(ONE, TWO, remark))) == (3, 0)
    assert count(f"<h2>References</h2><ol>{items(ONE, TWO)}</ol>" + notes.format(items(remark))) == (2, 1)
    assert count(f"<h2>References</h2><p>{ONE}</p>" + notes.format(items(TWO, remark))) == (0, 2)
    assert count(f"<h2>Notes</h2><ol>{items('A remark.')}</ol><h2>Sources</h2><ul>{items(ONE)}</ul>") == (
        1,
        1,
    )


def test_groups_within_a_list() -> None:
    grouped = f"<li>Books<ul>{items(ONE)}</ul></li><li>Papers<ul>{items(TWO, TWO)}</ul></li>"
    assert count(f'<ul class="references">{grouped}</ul>') == (3, 0)


def test_a_panel_that_repeats_the_list_is_none() -> None:
    listed = (
        f'<p><a href="#r1">1</a></p><ol class="references"><li id="r1">{ONE}</li><li id="r2">{TWO}</li></ol>'
    )
    assert count(f'{listed}<div><ul class="reference-list">{items(TWO)}</ul></div>') == (2, 0)
    assert (
        count(
            f'{listed}<div><ul class="reference-list">{items("Dorn E. Other. J Things. 2011.")}</ul></div>'
        )[0]
        == 3
    )
    unlinked = listed.replace('href="#r1"', "")
    assert count(f'{unlinked}<div><ul class="reference-list">{items(TWO)}</ul></div>')[0] == 3


def test_marks_of_notes_and_ways_back_are_no_text() -> None:
    body = (
        '<p>Anna Zorn<a href="#fn1" id="b1"><sup>1</sup></a> and <a href="#fn1">a long remark</a>.</p>'
        f"<h2>References</h2><ol>{items(ONE)}</ol>"
        '<div class="footnotes"><ol><li id="fn1">Equal work. <a href="#b1">↩︎</a></li></ol></div>'
    )
    document = read_html(body.encode(), "")
    assert document.text.splitlines() == [
        "Anna Zorn and a long remark.", "References", f"1. {ONE}", "Equal work."
    ]  # fmt: skip
    assert [document.text[s.start : s.end] for s in document.styles if s.kind == "footnote"] == [
        "Equal work."
    ]


def test_headings_are_folded_without_their_furniture() -> None:
    root = parse_html('<h2>2. Works cited <a class="anchor-link" href="#w">#</a></h2>')
    assert root is not None
    assert fold_heading(root[0][0]) == "works cited"
