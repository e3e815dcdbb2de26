"""What in a LaTeX source is no text for citations, and typed citations in what is."""

from __future__ import annotations

import pytest

from litreview.formats.latex.scan import Source, blank_hidden
from litreview.formats.latex.styles import source_styles
from litreview.formats.registry import read_text
from litreview.pipeline import parse

LIST = r"""
\section*{References}

Arden, P., \& Brill, A. (2003). First measures of a thing. \emph{J Things}, \emph{2}(1), 891--902.

Br{\"u}ll, B. (2008). Second measures of it. \emph{J Things}, \emph{7}(2), 224--236.

Corin, C., Dole, D., \& Esk, E. (2010). Third measures of it. \emph{J Things}, \emph{8}(2), 24--36.
"""


def cited(body: str, before: str = "") -> list[str]:
    """What the text cites, with the years that its links lead to."""
    text = f"\\documentclass{{article}}\n{before}\\begin{{document}}\n{body}\n{LIST}\\end{{document}}\n"
    article = parse(read_text(text, "latex"))
    assert all(article.text[one.start : one.end] == one.text for one in article.citations)
    return [f"{link.citation.text} → {[one.work.year for one in link.references]}" for link in article.links]


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        (r"(Arden \& Brill, 2003)", [2003]), (r"(Arden~\&~Brill~2003, p.\,3)", [2003]),
        (r"Arden and Brill\ (2003)", [2003]), (r"(see \emph{e.g.} Br\"ull 2008)", [2008]),
        (r"Br\"{u}ll (2008)", [2008]), (r"(\textsc{Br{\"u}ll}, 2008)", [2008]),
        (r"Corin \textit{et al.}\ (2010)", [2010]), (r"{\em Corin et~al.}, (2010)", [2010]),
        ("(Arden%\n   \\& Brill, 2003)", [2003]), (r"(Arden \& Brill, 2003; Br\"ull, 2008)", [2003, 2008]),
        (r"\footnote{Arden \& Brill (2003)}", [2003]),
    ],
)  # fmt: skip
def test_typed_citations_are_read_as_they_are_printed(typed: str, years: list[int]) -> None:
    found = cited(f"Things rest, says {typed} at last.")
    assert [one.rpartition("→ ")[2] for one in found] == [f"[{year}]" for year in years]


@pytest.mark.parametrize(
    "hidden",
    [
        "% (Ghost, 1999)\n",
        "\\begin{verbatim}\n(Ghost, 1999)\n\\end{verbatim}",
        "\\begin{lstlisting}\n(Ghost, 1999)\n\\end{lstlisting}",
        "\\begin{comment}\n(Ghost, 1999)\n\\end{comment}",
        "\\begin{Schunk}\n\\begin{Soutput}\n(Ghost, 1999)\n\\end{Soutput}\n\\end{Schunk}",
        "\n<<plot, echo=FALSE>>=\nx # (Ghost, 1999)\n@\n", r"\Sexpr{f(Ghost, 1999)}", r"\verb|(Ghost, 1999)|",
        r"$y = (\mathrm{Ghost}, 1999)$", r"\[ (Ghost, 1999) \]",
        "\\begin{align*}\n(Ghost, 1999)\n\\end{align*}",
        "\\begin{tikzpicture}\\node {(Ghost, 1999)};\\end{tikzpicture}", r"\author{Ghost (1999)}",
    ],
)  # fmt: skip
def test_what_is_no_text_cites_nothing(hidden: str) -> None:
    assert cited(f"Things rest {hidden} (Arden \\& Brill, 2003).") == [r"(Arden \& Brill, 2003) → [2003]"]


def test_what_is_set_up_before_the_text_is_none() -> None:
    assert cited("They rest.", "\\newcommand{\\x}{(Ghost, 1999)}\n") == []


def test_the_cells_of_a_table_are_not_joined() -> None:
    """ "Arden & Brill 2003" over two cells is one name and one citation, not two authors."""
    source = Source("a \\begin{tabular}{ll} A & B \\& C \\end{tabular} D & E")
    hidden = [source.text[one.start : one.end] for one in source_styles(source, source.text)]
    assert hidden == ["&"]


@pytest.mark.parametrize(
    "body",
    [r"area of 5~m\textsuperscript{2}", r"5 cm$^{2}$", r"$r$\textsuperscript{2}", "$x^2$ and $y^{3}$",
     r"10\textsuperscript{3}"],
)  # fmt: skip
def test_exponents_are_no_citations(body: str) -> None:
    numbered = "\\begin{thebibliography}{9}\n" + "".join(
        f"\\bibitem{{k{n}}} Arden P. Measures {n} of a thing. J Things. 200{n};2(1):891--902.\n"
        for n in (1, 2, 3)
    )
    article = parse(
        read_text(
            f"It rests\\textsuperscript{{1,3}} in an {body}.\n\n{numbered}\\end{{thebibliography}}", "latex"
        )
    )
    assert [citation.text for citation in article.citations] == ["1,3"]


def test_a_lone_dollar_hides_no_text() -> None:
    assert cited(r"It costs 5$ to rest (Arden \& Brill, 2003)." + "\n\nAnother $x$.") == [
        r"(Arden \& Brill, 2003) → [2003]"
    ]


def test_a_percent_sign_in_an_address_is_no_comment() -> None:
    text = r"See \url{https://x.org/a%20b} and (Arden)."
    assert blank_hidden(text) == text
