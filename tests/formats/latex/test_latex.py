"""LaTeX sources as people write them: natbib, biblatex, thebibliography, projects of several files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.latex.plain import to_plain
from litreview.formats.registry import read, read_text
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.pipeline import parse

BIB = "@article{franke2014, author = {Franke, H}, title = {Backs}, year = {2014}}\n"


def latex(text: str) -> Document:
    return read_text(text, "latex")


def marks(document: Document) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(document.text[mark.start : mark.end], mark.keys, mark.locators) for mark in document.marks]


@pytest.mark.parametrize(
    ("source", "keys", "locators"),
    [(r"\cite{a}", ("a",), ("",)), (r"\citep[see][p.~3]{a,b}", ("a", "b"), ("", "p. 3")),
     (r"\Citet*{a}", ("a",), ("",)), (r"\parencite [4] {a}", ("a",), ("4",)),
     (r"\footcite{a:b-c.d_1}", ("a:b-c.d_1",), ("",)),
     (r"\autocite[{see [1]}][]{a}", ("a",), ("",)), (r"\cite{a,%" + "\n  b}", ("a", "b"), ("", "")),
     (r"\textcites(see)()[3]{a}[4]{b}", ("a", "b"), ("3", "4")),
     (r"\citeA<e.g.>[p. 3]{a}", ("a",), ("p. 3",)), (r"\pvolcite{2}[3]{a}", ("a",), ("3",)),
     (r"\citetext{as ever}", (), ()), (r"\mciteSetBstSublistMode{n}", (), ())],
)  # fmt: skip
def test_the_cite_family(source: str, keys: tuple[str, ...], locators: tuple[str, ...]) -> None:
    found = marks(latex(f"As {source} shows."))
    assert found == ([(source, keys, locators)] if keys else [])


@pytest.mark.parametrize(
    "source",
    [r"\nocite{a}", r"% \cite{a}", r"\verb|\cite{a}|", r"\begin{verbatim}\cite{a}\end{verbatim}",
     r"\iffalse\cite{a}\fi",
     r"\newcommand{\mycite}[1]{\cite{#1}}", r"\setcitestyle{square}",
     r"\end{document}\cite{a}", r"\cite", r"\cite{"],
)  # fmt: skip
def test_what_is_no_citation(source: str) -> None:
    assert latex(source).marks == ()


def test_an_escaped_per_cent_sign_begins_no_comment() -> None:
    assert [keys for _, keys, _ in marks(latex(r"50\% \cite{a} \\% \cite{b}"))] == [("a",)]


def test_what_nocite_lists_is_kept() -> None:
    assert latex(r"\nocite{a, b}\nocite{*}").metadata == (("nocite", "a,b,*"),)


def test_headings_superscripts_footnotes_title() -> None:
    document = latex(
        r"\title[Short]{On \emph{backs} \& M\"uller}"
        r"\section*{Intro}Shown$^{1,2}$ and\textsuperscript{3}.\footnote{See \cite{a}.}"
    )
    shown = [(style.kind, document.text[style.start : style.end]) for style in document.styles]
    assert document.title == "On backs & Müller"
    assert shown[1:] == [
        ("heading", "Intro"),
        ("superscript", "1,2"),
        ("superscript", "3"),
        ("footnote", r"See \cite{a}."),
    ]


LIST = r"""
\begin{thebibliography}{99}
\bibitem{a} A. Smith, \emph{Title}, 2010. % old
\bibitem[{Jones [Jr](2011)}]{b}
  B. Jones, \emph{Other}, 2011.

\end{thebibliography}
"""


def test_a_list_in_the_source() -> None:
    document = latex(r"\cite{a}" + LIST)
    assert [(e.key, document.text[e.start : e.end]) for e in document.entries] == [
        ("a", r"A. Smith, \emph{Title}, 2010."),
        ("b", r"B. Jones, \emph{Other}, 2011."),
    ]


def test_a_named_bib_file_is_the_list(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "a.tex").write_text(r"\cite{franke2014}\bibliography{refs}")
    document = read(tmp_path / "a.tex")
    [reference] = document.references
    assert (reference.key, reference.origin) == ("franke2014", str(tmp_path / "refs.bib"))
    assert BIB[reference.start : reference.end] == reference.text
    assert document.metadata == (("bibliography", str(tmp_path / "refs.bib")),)


def test_without_the_bib_file_the_bbl_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.bbl").write_text(LIST)
    (tmp_path / "a.tex").write_text("One\n\\cite{a}\n\\bibliography{refs}\nend")
    document = read(tmp_path / "a.tex")
    assert [entry.key for entry in document.entries] == ["a", "b"]
    place = document.place(document.entries[0].start)
    assert place is not None
    assert place.name == "line 3 of a.bbl"
    last = document.place(document.text.rindex("end"))
    assert last is not None
    assert last.name == "line 4 of a.tex"


def test_without_either_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text(r"\cite{a}\bibliography{refs}")
    with pytest.raises(InputError, match=r"'refs', which is not there"):
        read(tmp_path / "a.tex")


def test_included_files_stand_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "main.tex").write_text("Start\n\\input{parts/one}\nEnd % \\input{parts/two}")
    (tmp_path / "parts" / "one.tex").write_text("first\nsecond \\cite{a}")
    document = read(tmp_path / "main.tex")
    assert document.text == "Start\nfirst\nsecond \\cite{a}\nEnd % \\input{parts/two}"
    place = document.place(document.marks[0].start)
    assert place is not None
    assert (place.name, place.address) == ("line 2 of parts/one.tex", ("parts/one.tex", 2))
    assert [place.name for place in document.places][-1] == "line 3 of main.tex"


@pytest.mark.parametrize("name", ["../secret", "main", "missing", "/etc/hostname", "x\0y", "loop"])
def test_what_must_not_be_included_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.tex").write_text("secret")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "loop.tex").write_text(r"\input{loop}\input{main}")
    (folder / "main.tex").write_bytes(
        rb"text \input{" + name.encode() + b"} end" if "\0" not in name else b"text \\input{x} end"
    )
    document = read(folder / "main.tex")
    assert "secret" not in document.text.replace("../secret", "")
    assert document.diagnoses
    assert document.text.startswith("text ")


@pytest.mark.parametrize(
    ("source", "plain"),
    [(r"L\'{o}pez, {\L}ukasz, \v{C}ech, \c{c}a, \'\i, \"{\i}", "López, Łukasz, Čech, ça, í, ï"),
     (r"\textit{J. Foo} {\bf 12} (3), 1--2", "J. Foo 12 (3), 1–2"),
     (r"``Backs'' \& co.~\S 3 50\%", "“Backs” & co. §3 50%"),
     (r"\href{http://x.y}{Full} \url{http://x.y/a_b}", "Full http://x.y/a_b"),
     (r"$\alpha$-\newblock next", "α- next"),
     (r"\bibfield{author}{\bibinfo{author}{J. Smith}}", "J. Smith")],
)  # fmt: skip
def test_markup_is_taken_off(source: str, plain: str) -> None:
    assert to_plain(source).text.strip() == plain


@given(st.text(alphabet="\\{}[]$%~'\"`^abcOL 1-", max_size=60))
def test_the_way_back_is_kept(source: str) -> None:
    plain = to_plain(source)
    assert len(plain.starts) == len(plain.ends) == len(plain.text)
    assert list(plain.starts) == sorted(plain.starts)
    assert all(0 <= start < end <= len(source) for start, end in zip(plain.starts, plain.ends, strict=True))


@given(st.text(alphabet="\\{}[]()$%\ncite,bm#*", max_size=80))
def test_no_source_is_too_odd(source: str) -> None:
    document = latex(source)
    assert document.text.replace("\r", "\n") == source.replace("\r", "\n")
    assert all(0 <= mark.start < mark.end <= len(source) for mark in document.marks)


ONE = r"Arden, P., \& Brill, A. (2003). First measures of a thing. \emph{J Things}, \emph{2}(1),"
TWO = r"Corin, B. (2008). Second measures of it. \emph{J Things}, \emph{7}(2), 224--236."


OLD = rf"""\hypertarget{{refs}}{{}}
\hypertarget{{ref-a}}{{}}
{ONE}
891--902.

\leavevmode\hypertarget{{ref-c}}{{}}%
{TWO}
"""
NEW = rf"""\begin{{CSLReferences}}{{1}}{{0}}
\bibitem[\citeproctext]{{ref-a}}
{ONE}
891--902.

\bibitem[\citeproctext]{{ref-c}}
{TWO}
\end{{CSLReferences}}
"""
NUMBERED = rf"""\begin{{CSLReferences}}{{0}}{{0}}
\bibitem[\citeproctext]{{ref-a}}
\CSLLeftMargin{{1. }}%
\CSLRightInline{{{ONE} 891--902.}}

\bibitem[\citeproctext]{{ref-c}}
\CSLLeftMargin{{2. }}%
\CSLRightInline{{{TWO}}}

\end{{CSLReferences}}
"""


@pytest.mark.parametrize(
    ("listed", "cited"),
    [
        (OLD, r"(\protect\hyperlink{ref-c}{Corin 2008})"),
        (NEW, r"(\citeproc{ref-c}{Corin 2008})"),
        (NUMBERED, r"\textsuperscript{\citeproc{ref-c}{2}}"),
    ],
)
def test_what_pandoc_prints(listed: str, cited: str) -> None:
    """One anchor, one entry, whose key is that of the bibliography; a citation leads to its anchor."""
    source = rf"\section{{Text}}Things rest {cited}." "\n" r"\section*{References}" f"\n{listed}\nMore words."
    article = parse(read_text(source, "latex"))
    assert [(one.key, one.work.author[0].family, one.work.page) for one in article.references] == [
        ("a", "Arden", "891–902"), ("c", "Corin", "224–236")
    ]  # fmt: skip
    assert [[one.key for one in link.references] for link in article.links] == [["c"]]
