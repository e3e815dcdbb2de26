"""Markup of reference entries: what a reader sees, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.markdown.plain import markdown_plain
from litreview.formats.plain import plain_text, without_markup, wording_of
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Work


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
    plain = without_markup(source, Notation.LATEX)
    for value, written in [("Müller", r"M{\"u}ller"), ("Backs & all", r"Backs \& all"), ("Spine", "Spine")]:
        start = plain.text.index(value)
        a, b = plain.back(start, start + len(value))
        assert source[a:b] == written


def test_other_formats_have_no_markup() -> None:
    assert without_markup("*a* \\b", Notation.PRINTED).text == "*a* \\b"
    assert without_markup("abc", Notation.JATS).back(1, 3) == (1, 3)


@given(st.text(alphabet="ab*_[]()<>\\&;-` /1.:htps", max_size=80), st.sampled_from(list(Notation)))
def test_every_stretch_leads_back_into_the_source(source: str, notation: Notation) -> None:
    plain = without_markup(source, notation)
    assert len(plain.starts) == len(plain.ends) == len(plain.text)
    start, end = plain.back(0, len(plain.text))
    assert 0 <= start <= end <= len(source)


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        (r"{\"O}zt{\"u}rk", "Öztürk"), (r"\"Ozt\"urk", "Öztürk"), (r"\"{O}zt\"{u}rk", "Öztürk"),
        (r"\v{S}im\r{u}nek", "Šimůnek"), (r"{\v S}im{\r u}nek", "Šimůnek"), (r"Garc{\'\i}a", "García"),
        (r"Garc\'{\i}a", "García"), (r"K{\i}z{\i}lkaya", "Kızılkaya"), (r"Nguy\~{\^{e}}n", "Nguyễn"),
        (r"L{\o}vaas, \AA s, \O stby", "Løvaas, Ås, Østby"), (r"Ko{\c c}er \c{S}ahin", "Koçer Şahin"),
        (r"Erd\H{o}s", "Erdős"), (r"W\k{a}sik", "Wąsik"), (r"Bra{\ss}", "Braß"), (r"\.Inan", "İnan"),
        (r"Skibi\ifmmode\acute{n}\else\'{n}\fi{}ski", "Skibiński"), (r"Do\u{g}an", "Doğan"),
        (r"Knee \& hip, 50\%", "Knee & hip, 50%"), (r"\href@noop {} {\emph {Backs}}", " Backs"),
    ],
)  # fmt: skip
def test_latex(source: str, plain: str) -> None:
    assert plain_text(Reference("a", source, Work(), notation=Notation.LATEX)) == plain


@pytest.mark.parametrize("notation", Notation)
def test_a_record_is_no_text_to_be_read(notation: Notation) -> None:
    reference = Reference("a", r"{\"O}zt", Work(), notation=notation)
    assert (plain_text(reference) == "") == notation.is_record
    assert wording_of(reference)
