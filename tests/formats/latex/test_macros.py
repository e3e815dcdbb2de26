"""Commands that a source defines for its own citations."""

from __future__ import annotations

import pytest

from litreview.formats.latex.macros import citing_macros
from litreview.formats.latex.scan import Source
from litreview.formats.registry import read_text


@pytest.mark.parametrize(
    ("defined", "used", "keys"),
    [
        (r"\newcommand{\zz}[1]{\citep{#1}}", r"\zz{a,b}", [("a", "b")]),
        (r"\newcommand*\zz[2][]{(\citet[#1]{#2})}", r"\zz[p. 3]{a} \zz{b}", [("a",), ("b",)]),
        (r"\renewcommand{\mycite}[2]{\citep[#1]{#2}}", r"\mycite{p. 3}{a}", [("a",)]),
        (r"\def\zz#1#2{#1 \cite{#2}}", r"\zz{See}{a}", [("a",)]),
        (r"\NewDocumentCommand{\zz}{s o m}{\citet[#2]{#3}}", r"\zz[3]{a}", [("a",)]),
        (r"\newcommand{\zz}[1]{\emph{#1}}", r"\zz{a}", []),
        (r"\newcommand{\zz}[2]{\cite{#2}}", r"\zz{a}", []),
    ],
)  # fmt: skip
def test_a_command_of_the_source_cites_what_it_is_given(
    defined: str, used: str, keys: list[tuple[str, ...]]
) -> None:
    document = read_text(f"{defined}\\begin{{document}}{used}\\end{{document}}", "latex")
    assert [mark.keys for mark in document.marks] == keys
    assert len(citing_macros(Source(defined))) <= 1


def test_the_option_is_the_locator() -> None:
    (mark,) = read_text(r"\newcommand\zz[2][]{\citet[#1]{#2}} \zz[p.~3]{a,b}", "latex").marks
    assert mark.locators == ("", "p. 3")
