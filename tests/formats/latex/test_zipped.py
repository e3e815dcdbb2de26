"""A LaTeX project in an archive: the main source, what it takes in, and what is not unpacked."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.latex import zipped as reader
from litreview.formats.registry import read
from litreview.model.errors import InputError
from litreview.pipeline import check, parse
from tests.formats.one_article import zipped

MAIN = r"""\documentclass{article}
\begin{document}
Things rest \cite{arden}. \input{parts/two}
\bibliography{refs}
\end{document}
"""
BIB = """@article{arden, author={Arden, P.}, title={First measures}, year={2003}, journal={J}, pages={1--9}}
@article{brill, author={Brill, B.}, title={Second measures}, year={2008}, journal={J}, pages={2--9}}
"""
PROJECT = [
    ("figure.png", b"\x89PNG"), ("paper/main.tex", MAIN),
    ("paper/parts/two.tex", "Others \\citep{brill,ghost}.\n"), ("paper/refs.bib", BIB),
    ("__MACOSX/paper/._main.tex", b"\0\5\x16\7"),
]  # fmt: skip


def saved(folder: Path, parts: list[tuple[str, str | bytes]]) -> Path:
    path = folder / "project.zip"
    path.write_bytes(zipped(parts))
    return path


def test_a_project_is_read_as_one_text(tmp_path: Path) -> None:
    path = saved(tmp_path, PROJECT)
    article = parse(path)
    assert [[one.key for one in link.references] for link in article.links] == [["arden"], ["brill"], []]
    assert {one.origin for one in article.references} == {f"{path}/paper/refs.bib"}
    place = article.document.place(article.text.index(r"\citep"))
    assert place is not None
    assert place.name == "line 1 of parts/two.tex"
    (found,) = [one for one in check(path, source=None).findings if one.rule == "C101"]
    assert "ghost" in found.message


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([("paper/old/main.tex", MAIN.replace("arden", "old"))], "arden"),
        ([("paper/cover.tex", MAIN.replace("arden", "old"))], "arden"),
        ([("paper/a.tex", MAIN.replace("article", "standalone").replace("arden", "old"))], "arden"),
        ([("ms.tex", MAIN.replace("arden", "brill").replace("refs", "paper/refs"))], "brill"),
    ],
)  # fmt: skip
def test_the_main_source_is_the_one_nearest_the_top(
    tmp_path: Path, others: list[tuple[str, str | bytes]], chosen: str
) -> None:
    document = read(saved(tmp_path, [*PROJECT, *others]))
    assert document.marks[0].keys == (chosen,)
    assert all("was read, and not" in one.message for one in document.diagnoses[:1])


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([("a.txt", "x")], "a zip archive without a LaTeX document in it"),
        ([("a.tex", "a part")], "a zip archive without a LaTeX document in it"),
        ([("../main.tex", MAIN)], "a zip archive without a LaTeX document in it"),
        ([("/main.tex", MAIN)], "a zip archive without a LaTeX document in it"),
        ([("main.tex", MAIN)], r"main\.tex: names the bibliography 'refs'"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, parts: list[tuple[str, str | bytes]], why: str) -> None:
    with pytest.raises(InputError, match=why):
        read(saved(tmp_path, parts))
    assert {one.name for one in tmp_path.iterdir()} == {"project.zip"}


def test_nothing_outside_the_archive_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("Secret.")
    document = read(
        saved(tmp_path, [("main.tex", MAIN.replace("parts/two", "../secret")), ("refs.bib", BIB)])
    )
    assert "Secret" not in document.text
    assert "outside the folder" in document.diagnoses[0].message


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.archive.MAX_PART", 1000)
    with pytest.raises(InputError, match="unpacks to more than"):
        read(saved(tmp_path, [("main.tex", MAIN + "x" * 100_000)]))
    monkeypatch.setattr(reader, "MAX_FILES", 3)
    with pytest.raises(InputError, match="more than 3 sources"):
        read(saved(tmp_path, [(f"{n}.tex", MAIN) for n in range(5)]))
