"""Corrections in web pages: the words change, the tags and every other byte stay."""

from __future__ import annotations

import pytest

from litreview.editing.apply.html import edit
from litreview.formats.html.read import read_html
from litreview.model.errors import InputError
from litreview.model.finding import Fix

PAGE = """<!doctype html>
<html><head><title>A &amp; B</title><style>p { color: red }</style></head>
<body><script>var a = "2015";</script>
<p>Rest does not help (Brandt, 2015).</p>
<h2>References</h2>
<ol>
  <li id="r1">Brandt&nbsp;T (<b>2015</b>). Bed&#32;rest &amp; stroke:
    a <i>cohort</i> study. <cite>J Inv Neurol</cite> 31(2), 101&ndash;109.</li>
</ol></body></html>
"""


@pytest.mark.parametrize(
    ("old", "new", "source_before", "source_after"),
    [
        ("2015", "2014", "(<b>2015</b>)", "(<b>2014</b>)"),
        ("109", "110", "&ndash;109.", "&ndash;110."),
        ("Bed rest & stroke", "Bed <rest>", "Bed&#32;rest &amp; stroke:", "Bed &lt;rest&gt;:"),
        ("cohort study", "trial", "<i>cohort</i> study.", "<i>trial</i> ."),
    ],
)
def test_only_the_words_change(old: str, new: str, source_before: str, source_after: str) -> None:
    document = read_html(PAGE.encode(), "page.html")
    start = document.text.rindex(old)
    edited = edit(document, PAGE.encode(), [Fix(start, start + len(old), new)]).decode()
    assert edited == source_after.join(PAGE.rsplit(source_before, 1))


def test_an_insertion_stands_behind_the_last_letter() -> None:
    document = read_html(PAGE.encode(), "page.html")
    at = document.text.index("109.") + 4
    edited = edit(document, PAGE.encode(), [Fix(at, at, " https://doi.org/10.5555/x")]).decode()
    assert edited == PAGE.replace("109.</li>", "109. https://doi.org/10.5555/x</li>")


def test_what_the_encoding_cannot_write_becomes_a_character_reference() -> None:
    declared = '<head><meta charset="iso-8859-1">'
    page = PAGE.replace("<head>", declared).replace("Rest does", "Café rest does").encode("latin-1")
    document = read_html(page, "page.html")
    start = document.text.rindex("2015")
    assert b"2014&#945;" in edit(document, page, [Fix(start, start + 4, "2014α")])


def test_words_that_are_not_in_the_source_are_not_guessed() -> None:
    document = read_html(PAGE.encode(), "page.html")
    start = document.text.rindex("2015")
    with pytest.raises(InputError, match="not found in the source"):
        edit(document, PAGE.replace("Neurol", "Other").encode(), [Fix(start, start + 4, "2014")])
