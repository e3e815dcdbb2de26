"""Biber's list, where the bibliography that it was made from is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.latex.bbl import biber_references
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

BBL = r"""% $ biblatex bbl format version 3.2 $
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{arden}{article}{}
      \name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=12e2}{%
           family={Arden},
           familyi={A\bibinitperiod},
           given={Paula},
           giveni={P\bibinitperiod},
           prefix={van}}}%
        {{hash=8e9f}{%
           family={Br\"ull},
           given={Bea}}}%
      }
      \strng{namehash}{ba48}
      \field{journaltitle}{J Things}
      \field{number}{4}
      \field{title}{First {M}easures of a thing}
      \field{volume}{2}
      \field{year}{2003}
      \field{pages}{891\bibrangedash 902}
      \range{pages}{12}
      \verb{doi}
      \verb 10.5555/a_b
      \endverb
    \endentry
    \entry{wto}{report}{}
      \name{author}{1}{}{%
        {{hash=ee89}{%
           family={{World Things Organization}}}}%
      }
      \list{publisher}{1}{%
        {WTO}%
      }
      \field{title}{Counting}
      \field{year}{2010}
      \verb{url}
      \verb https://x.org/a%20b
      \endverb
    \endentry
  \enddatalist
\endrefsection
"""
SOURCE = r"""\documentclass{article}\addbibresource{refs.bib}
\begin{document}
Things rest \cite{arden,wto}.
\end{document}
"""


def test_its_fields() -> None:
    arden, wto = biber_references(BBL, "a.bbl")
    work = arden.work
    assert [str(name) for name in work.author] == ["van Arden Paula", "Brüll Bea"]
    assert (work.title, work.container_title, work.volume, work.issue, work.page, work.year, work.doi) == (
        "First Measures of a thing", "J Things", "2", "4", "891–902", 2003, "10.5555/a_b",
    )  # fmt: skip
    assert (wto.work.author[0].literal, wto.work.publisher, wto.work.url, wto.work.type) == (
        "World Things Organization", "WTO", "https://x.org/a%20b", "report",
    )  # fmt: skip
    assert BBL[arden.start : arden.end] == arden.text
    assert (arden.line, wto.line) == (4, 28)


def test_it_is_read_where_the_bibliography_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.tex"
    path.write_text(SOURCE)
    with pytest.raises(InputError, match=r"names the bibliography 'refs\.bib'"):
        parse(path)
    (tmp_path / "a.bbl").write_text(BBL)
    article = parse(path)
    assert [[one.key for one in link.references] for link in article.links] == [["arden"], ["wto"]]
    assert [finding.rule for finding in check(path, source=None).findings] == ["M300"]
