"""Entries as the styles of journals write them, as a reader sees them."""

from __future__ import annotations

import pytest

from litreview.formats.latex.plain import to_plain


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        (r"B.~Corin, \emph{Things}, 2nd~ed.\hskip 1em plus 0.5em minus 0.4em\relax Harlow: Press, 2008.",
         "B. Corin, Things, 2nd ed. Harlow: Press, 2008."),
        (r"\APACinsertmetastar {arden}%" + "\n" + r"\begin{APACrefauthors}%" + "\n" + r"Arden, P.%" + "\n"
         r"\BCBT {}\ \BBA {} Brill, A.%" + "\n" + r"\end{APACrefauthors}%" + "\n"
         r"\APACrefYearMonthDay{2003}{}{}.",
         "Arden, P., & Brill, A.2003."),
        (r"\APACrefatitle {First} {First}. \APACjournalVolNumPages{J Things}{2}{}{891--902}.",
         " First. J Things, 2, 891–902."),
        (r"\bibinfo{journal}{J. Things} \bibinfo{volume}{2} \showISSN{1234-5678}", "J. Things 2 "),
        (r"\url{https://x.org/a_b%20c~d\_e}.", "https://x.org/a_b%20c~d_e."),
        ("Arden%  a remark\n  \\& Brill", "Arden& Brill"), ("50\\% of it", "50% of it"),
        (r"\vadjust pre{\hypertarget{ref-a}{}}\leavevmode A", "A"), (r"a \\[2pt] b", "a   b"),
        (r"\citeproc{ref-a}{Arden \& Brill, 2003}", "Arden & Brill, 2003"),
        (r"\hyperlink{ref-a}{{[}1{]}}", "[1]"), (r"\begin{quote}a\end{quote}", "a"),
    ],
)  # fmt: skip
def test_what_is_printed(source: str, plain: str) -> None:
    found = to_plain(source)
    assert found.text == plain
    assert list(found.starts) == sorted(found.starts)
