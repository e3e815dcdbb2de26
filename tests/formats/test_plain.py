"""Markup of reference entries: what a reader sees, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.plain import markdown_plain, without_markup


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("*Spine*, **35**(4), 1--2 --- so", "Spine, 35(4), 1–2 — so"),
        ("_BMC Back_ a_b __c__", "BMC Back a_b c"),
        (r"Sleep \& pain \*", "Sleep & pain *"), ("A &amp; B &#x2013;", "A & B –"),
        ("x<sup>2</sup><br/>y <3", "x2y <3"),
        ("[doi:10.1000/x](https://doi.org/10.1000/x).", "doi:10.1000/x."),
        ("<https://x.y/z_1>", "https://x.y/z_1"),
        ("[CrossRef](https://doi.org/10.1000/x)", "CrossRef https://doi.org/10.1000/x"),
        ("[*A* b](u)", "A b"),
        ("[1] `code` 2-3", "[1] code 2-3"),
    ],
)  # fmt: skip
def test_markdown(source: str, plain: str) -> None:
    assert markdown_plain(source).text == plain


def test_values_are_found_again_in_the_source() -> None:
    source = r"M{\"u}ller K. \emph{Backs \& all}. \textit{Spine} 35"
    plain = without_markup(source, "latex")
    for value, written in [("Müller", r"M{\"u}ller"), ("Backs & all", r"Backs \& all"), ("Spine", "Spine")]:
        start = plain.text.index(value)
        a, b = plain.back(start, start + len(value))
        assert source[a:b] == written


def test_other_formats_have_no_markup() -> None:
    assert without_markup("*a* \\b", "docx").text == "*a* \\b"
    assert without_markup("abc", "text").back(1, 3) == (1, 3)


@given(
    st.text(alphabet="ab*_[]()<>\\&;-` /1.:htps", max_size=80), st.sampled_from(["markdown", "latex", "text"])
)
def test_every_stretch_leads_back_into_the_source(source: str, format: str) -> None:
    plain = without_markup(source, format)
    assert len(plain.starts) == len(plain.ends) == len(plain.text)
    start, end = plain.back(0, len(plain.text))
    assert 0 <= start <= end <= len(source)
