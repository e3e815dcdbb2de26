"""What on a page is no text of the article, and what only looks so."""

from __future__ import annotations

import pytest
from lxml import etree

from litreview.formats.html.furniture import is_furniture, is_set_apart, said_of
from litreview.formats.html.read import parse_html, read_html


def first(markup: str) -> etree._Element:
    root = parse_html(markup)
    assert root is not None
    return root[0][0]


@pytest.mark.parametrize(
    "markup",
    ['<div class="popover">Arden P. First measures. 2003</div>', '<span role="tooltip">Arden 2003</span>',
     '<span class="tooltiptext">Arden P. First measures of a thing. 2003. <a href="#r1">Go there</a></span>',
     '<span class="off-screen">Citation</span>', '<div class="c-reading-companion">x</div>',
     '<p class="hidden">x</p>', '<span class="mw-editsection">[<a href="/e">edit</a>]</span>',
     '<section id="cookies">x</section>', '<span class="line-number">12</span>',
     '<span style="position: absolute; left: 0">12</span>'],
)  # fmt: skip
def test_furniture(markup: str) -> None:
    assert is_furniture(first(markup))


@pytest.mark.parametrize(
    "markup",
    ['<a class="tooltip" href="#r1">1</a>', '<span class="popup">see <a href="#r1">[1]</a></span>',
     '<section id="social-networks"><h2>Social networks</h2><p>Things talk.</p></section>',
     '<section id="metrics"><h2>Metrics</h2><p>Things are counted.</p></section>',
     '<div class="section toc-section"><h2>Start</h2><p>x</p></div>', '<span>12</span>',
     '<span class="baseline-number-one">12</span>', '<span style="position:absolute">Arden</span>'],
)  # fmt: skip
def test_what_only_looks_like_it(markup: str) -> None:
    assert not is_furniture(first(markup))


@pytest.mark.parametrize(
    ("markup", "shown"),
    [("<code>read.csv</code>", "read.csv"), ("<code>x[1]</code>", "…"), ("<kbd>Ctrl</kbd>", "Ctrl"),
     ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "…"), ("<math><mi>x</mi></math>", "x"),
     ('<span class="katex"><span class="katex-mathml">x^2</span><span>x2</span></span>', "…"),
     ('<span class="math inline">\\(\\alpha\\)</span>', "…")],
)  # fmt: skip
def test_code_and_formulas_within_a_sentence(markup: str, shown: str) -> None:
    assert is_set_apart(first(markup))
    assert said_of(first(markup)) == shown


def test_numbers_in_code_and_formulas_are_no_citations() -> None:
    body = (
        "<p>Take <code>x[1]</code>, then <math><mo>[</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo>]</mo></math>.</p>"
    )
    assert read_html(body.encode(), "").text == "Take …, then ….\n"
