"""A source as its readers see it, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.registry import read_text
from litreview.parsing.lists.sections import Section
from litreview.parsing.unmarked import without_its_markup
from litreview.pipeline import parse


@pytest.mark.parametrize(
    ("format", "source", "seen"),
    [
        ("latex", r"a \emph{b} $x^2$ \& \cite{k} % c", r"a b x & \cite{k} "),
        ("latex", "x\\begin{document}a%\n  b\\textsuperscript{2}", " ab2"),
        ("markdown", "*a* `b` s^2^ $x_1$ [@k] [w](https://x.org) \\[1\\]", "a s2 x [@k] w [1]"),
        ("rst", r"*a* ``b`` m\ :sup:`2` `w <https://x.org>`__", "a m2 w"),
        ("asciidoc", "_a_ m^2^ https://x.org[w]", "a m2 w"),
        ("typst", '_a_ m#super[2] #link("https://x.org")[w] $x$', "a m2 w "),
        ("org", "/a/ m^{2} [[https://x.org][w]]", "a m2 w"),
        ("text", "*a* m^2^", "*a* m^2^"),
    ],
)  # fmt: skip
def test_what_is_seen(format: str, source: str, seen: str) -> None:
    assert without_its_markup(read_text(source, format)).seen.text == seen


def test_marks_and_styles_move_and_citations_come_back() -> None:
    source = "A \\textbf{thing} (Arden \\& Brill, 2003) rests\\textsuperscript{2}."
    view = without_its_markup(read_text(source, "latex"))
    (raised,) = [one for one in view.seen.styles if one.kind == "superscript"]
    assert view.seen.text[raised.start : raised.end] == "2"
    (citation,) = parse(read_text(source, "latex")).citations
    assert source[citation.start : citation.end] == citation.text == "(Arden \\& Brill, 2003)"
    at = source.index("rests")
    (section,) = view.sections([Section(at, at, len(source))])
    assert view.seen.text[section.start : section.end] == "rests2."


@given(
    st.text(alphabet="ab1(2003)[]{}\\$%&^_`*#<>@:\n A,", max_size=200),
    st.sampled_from(["latex", "markdown", "rst", "asciidoc", "typst", "org"]),
)
def test_any_source_has_a_way_back(text: str, format: str) -> None:
    document = read_text(text, format)
    view = without_its_markup(document)
    assert view.wording is not None
    assert list(view.wording.starts) == sorted(view.wording.starts)
    assert list(view.wording.ends) == sorted(view.wording.ends)
    article = parse(document)
    assert all(text[one.start : one.end] == one.text for one in article.citations)
