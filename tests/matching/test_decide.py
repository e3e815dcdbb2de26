r"""An entry is matched by what a reader sees: ``{\"O}`` is an Ö, ``*`` in Markdown is no letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.registry import read
from litreview.matching.decide import decide
from litreview.model.match import Match
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.article import parse_document
from litreview.sources.memory import MemoryIndex

# Letters as they are typed, as LaTeX writes them, and the family name they stand in.
NAMES = (
    ("Öztürk", r"{\"O}zt{\"u}rk"), ("Öztürk", r"\"Ozt\"urk"), ("Šimůnek", r"\v{S}im\r{u}nek"),
    ("García-Peña", r"Garc\'{\i}a-Pe\~na"), ("Kızılkaya", r"K{\i}z{\i}lkaya"), ("Løvaas", r"L{\o}vaas"),
    ("Şahin", r"{\c S}ahin"), ("Erdős", r"Erd\H{o}s"), ("Wąsik", r"W\k{a}sik"), ("Nguyễn", r"Nguy\~{\^e}n"),
    ("Braß", r"Bra{\ss}"), ("Skibiński", r"Skibi\ifmmode\acute{n}\else\'{n}\fi{}ski"),
)  # fmt: skip
# One that is read whole, one whose title is cut wrongly, one with nothing to go by but its words.
ENTRIES = (
    "{} A. Vernacular rowing. Vernacular Rowing Review. 2003;12:211--219.",
    "{} A. History and vernacular rowing. Vernacular Rowing Review. 2003;12:211--219.",
    "{} Vernacular rowing, 2003",
)


def matched(path: Path, text: str, beside: str = "") -> Match:
    path.write_text(text, encoding="utf-8")
    if beside:
        path.with_suffix(".bbl").write_text(beside, encoding="utf-8")
    (reference,) = parse_document(read(path)).references
    work = Work(
        doi="10.5555/rowers.2003", type="article-journal", title="Vernacular rowing", volume="12",
        page="211-219", container_title="Vernacular Rowing Review", issued=PartialDate(2003),
        author=(Name(path.stem, "Anna"),), source="test", record="10.5555/rowers.2003",
    )  # fmt: skip
    return decide(reference, MemoryIndex([work]).candidates(reference), sources=("test",))


def of_list(entry: str) -> str:
    return "\\begin{thebibliography}{9}\n\\bibitem{a} " + entry + "\n\\end{thebibliography}\n"


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(("typed", "latex"), NAMES)
def test_an_accent_in_latex_is_the_letter(tmp_path: Path, typed: str, latex: str, entry: str) -> None:
    wanted = matched(tmp_path / f"{typed}.tex", of_list(entry.format(typed)))
    found = matched(tmp_path / f"{typed}.tex", of_list(entry.format(latex)))
    printed = matched(
        tmp_path / f"{typed}.tex", "\\cite{a}\n\\bibliography{gone}\n", of_list(entry.format(latex))
    )
    for match in (found, printed):
        assert (match.status, match.work, match.agreement) == (wanted.status, wanted.work, wanted.agreement)
        assert match.reference.work == wanted.reference.work
        assert match.reference.text == entry.format(latex)
    assert wanted.work


@pytest.mark.parametrize("entry", ENTRIES)
def test_markdown_is_matched_as_its_words(tmp_path: Path, entry: str) -> None:
    plain = entry.format("Öztürk").replace("--", "–")
    marked = plain.replace("Öztürk", "**Özt&#252;rk**").replace("Vernacular Row", r"*Vernacular* Row")
    wanted = matched(tmp_path / "Öztürk.txt", f"# References\n\n1. {plain}\n")
    found = matched(tmp_path / "Öztürk.md", f"# References\n\n1. {marked}\n")
    assert (found.status, found.work, found.agreement) == (wanted.status, wanted.work, wanted.agreement)
