"""The lists that a LaTeX source prints."""

from __future__ import annotations

import re

import pytest

from litreview.formats.latex.lists import printed_lists
from litreview.formats.latex.scan import Source, blank_hidden
from litreview.formats.registry import read_text
from litreview.pipeline import check, parse

ARDEN = r"Arden, P., \& Brill, A. (2003). First measures of a thing. \emph{J Things}, \emph{2}(1), 891--902."
BRULL = r"Br\"ull, B. (2008). Second measures of it. \emph{J Things}, \emph{7}(2), 224--236."
CORIN = r"Corin C, Dole D. Third measures of it. J Things. 2010;8(2):24--36."
OLD = rf"""\hypertarget{{refs}}{{}}
\begin{{CSLReferences}}{{1}}{{0}}
\leavevmode\vadjust pre{{\hypertarget{{ref-arden}}{{}}}}%
{ARDEN}

\leavevmode\vadjust pre{{\hypertarget{{ref-brull}}{{}}}}%
{BRULL}

\end{{CSLReferences}}
"""
OLD_NUMBERED = rf"""\begin{{CSLReferences}}{{0}}{{0}}
\leavevmode\vadjust pre{{\hypertarget{{ref-arden}}{{}}}}%
\CSLLeftMargin{{{{[}}1{{]}} }}
\CSLRightInline{{{ARDEN}}}

\leavevmode\vadjust pre{{\hypertarget{{ref-brull}}{{}}}}%
\CSLLeftMargin{{{{[}}2{{]}} }}
\CSLRightInline{{{BRULL}}}

\leavevmode\vadjust pre{{\hypertarget{{ref-lost}}{{}}}}%
\CSLLeftMargin{{{{[}}3{{]}}}}

\end{{CSLReferences}}
"""
NEW = rf"""\phantomsection\label{{refs}}
\begin{{CSLReferences}}{{1}}{{0}}
\bibitem[\citeproctext]{{ref-arden}}
{ARDEN}

\bibitem[\citeproctext]{{ref-brull}}
{BRULL}

\end{{CSLReferences}}
"""
NEW_NUMBERED = re.sub(
    r"\\leavevmode\\vadjust pre\{\\hypertarget\{(ref-\w+)\}\{\}\}",
    r"\\phantomsection\\label{\1}",
    OLD_NUMBERED,
)


def document(body: str, before: str = "") -> str:
    return f"\\documentclass{{article}}\n{before}\\begin{{document}}\n{body}\n\\end{{document}}\n"


def findings(text: str) -> list[str]:
    found = check(parse(read_text(text, "latex")), source=None).findings
    return [f"{one.rule} {one.message}" for one in found if one.rule not in ("M300", "R201")]


def linked(text: str) -> list[list[int | None]]:
    return [[one.work.year for one in link.references] for link in parse(read_text(text, "latex")).links]


@pytest.mark.parametrize("listed", [OLD, NEW])
def test_one_anchor_is_one_entry(listed: str) -> None:
    """And its words are those of the entry: no comment sign, no label."""
    text = document(r"They rest (Arden \& Brill, 2003), says Br\"{u}ll~(2008)." + f"\n\n{listed}")
    article = parse(read_text(text, "latex"))
    assert [(one.key, one.text) for one in article.references] == [("arden", ARDEN), ("brull", BRULL)]
    assert [one.work.author[0].family for one in article.references] == ["Arden", "Brüll"]
    assert linked(text) == [[2003], [2008]]
    assert findings(text) == []


@pytest.mark.parametrize("listed", [OLD_NUMBERED, NEW_NUMBERED])
def test_a_label_in_the_margin_is_the_number_of_its_entry(listed: str) -> None:
    text = document(r"They rest {[}1{]}, they do {[}2, 3{]}." + f"\n\n{listed}")
    article = parse(read_text(text, "latex"))
    assert [one.number for one in article.references] == [1, 2, 3]
    assert [one.text for one in article.references][:2] == [ARDEN, BRULL]
    assert [[one.key for one in link.references] for link in article.links] == [
        ["arden"],
        ["brull"],
        ["lost"],
    ]


@pytest.mark.parametrize(
    ("cited", "keys"),
    [
        (r"rest {[}\protect\hyperlink{ref-arden}{1}--\protect\hyperlink{ref-lost}{3}{]}.",
         [["arden", "brull", "lost"]]),
        (r"rest\textsuperscript{\protect\hyperlink{ref-arden}{1},\protect\hyperlink{ref-lost}{3}}.",
         [["arden", "lost"]]),
        (r"rest [\citeproc{ref-brull}{2}], m\textsuperscript{2}.", [["brull"]]),
    ],
)  # fmt: skip
def test_links_lead_to_their_anchors(cited: str, keys: list[list[str]]) -> None:
    article = parse(read_text(document(f"Things {cited}\n\n{OLD_NUMBERED}"), "latex"))
    found = [
        [one.references[0].key for one in article.links if one.citation is cite] for cite in article.citations
    ]
    assert found == keys


def test_words_that_links_show_are_read_without_markup() -> None:
    cited = r"(\citeproc{ref-arden}{Arden \& Brill, 2003}; \citeproc{ref-brull}{Br\"ull~2008})"
    article = parse(read_text(document(f"They rest {cited}.\n\n{NEW}"), "latex"))
    assert [citation.text for citation in article.citations] == [cited]
    assert [item.year for citation in article.citations for item in citation.items] == [2003, 2008]


@pytest.mark.parametrize(("environment", "numbers"), [("enumerate", [1, 2, 7]), ("itemize", [None, None, 7])])
def test_items_under_a_heading_are_entries(environment: str, numbers: list[int | None]) -> None:
    items = rf"\item {ARDEN} \begin{{itemize}}\item a note\end{{itemize}} \item {BRULL} \item[7.] {CORIN}"
    listed = r"\section*{References} \small" + "\n" + rf"\begin{{{environment}}}{items}\end{{{environment}}}"
    (found,) = printed_lists(Source(blank_hidden(document(listed)))).lists
    assert [entry.number for entry in found] == numbers
    text = document(listed)
    assert [text[entry.start : entry.end] for entry in found][1:] == [BRULL, CORIN]


def test_other_lists_are_none() -> None:
    for listed in (
        r"\section{Aims}\begin{enumerate}\item To rest (Arden 2003)\end{enumerate}",
        r"\section{References}",
    ):
        assert printed_lists(Source(document(listed))).entries == ()


def test_each_chapter_may_have_its_own_list() -> None:
    """The same key in two lists: a citation leads to the list that follows it."""
    items = "\\bibitem[A(2003)]{{a}} {}\n\\bibitem[B(2008)]{{b}} {}\n"
    listed = f"\\begin{{{{thebibliography}}}}{{{{9}}}}\n{items}\\end{{{{thebibliography}}}}\n\n"
    first, second = listed.format(ARDEN, BRULL), listed.format(CORIN, BRULL)
    text = document(f"One \\cite{{a,b}}.\n\n{first}Two \\cite{{a}} \\cite{{b}}.\n\n{second}")
    article = parse(read_text(text, "latex"))
    links = [link for link in article.links if link.citation.kind == "key"]
    assert [[one.key for one in link.references] for link in links] == [
        ["a"],
        ["b"],
        ["a-2"],
        ["b-2"],
    ]
    assert not [one for one in findings(text) if one.startswith("C1")]


def test_what_stands_before_an_entry_is_no_text() -> None:
    listed = (
        "\\begin{thebibliography}{9}%\n\\bibitem[Ghost and Other(1999)]{a}%\n"
        + ARDEN
        + "\n\\end{thebibliography}"
    )
    assert findings(document("One \\citet{a}.\n\n" + listed)) == []


HANGING = r"\noindent\hangindent=0.5in "
TYPED = {
    "commands before each": rf"\section*{{References}}@@{HANGING}{ARDEN}@@{HANGING}{BRULL}",
    "an environment": rf"\chapter*{{References}}@\begin{{hangparas}}{{.5in}}{{1}}@{ARDEN}@@{BRULL}@"
    r"\end{hangparas}",
    "paragraphs ended": rf"\section{{References}}\label{{r}}@\setlength{{\parindent}}{{-2em}}@{ARDEN}\par@"
    rf"{BRULL}\par",
    "lines ended": rf"\textbf{{References}}@@\noindent@{ARDEN}\\@{BRULL}",
    "skips between": rf"\paragraph{{References}}@{ARDEN}@@\medskip@@{BRULL}",
}


@pytest.mark.parametrize("shape", TYPED)
def test_what_sets_the_page_is_no_entry(shape: str) -> None:
    listed = TYPED[shape].replace("@", "\n")
    text = document(r"They rest (Arden \& Brill, 2003), says Br\"{u}ll~(2008)." + f"\n\n{listed}\n\n")
    assert linked(text) == [[2003], [2008]]
    assert findings(text) == []
