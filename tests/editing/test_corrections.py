"""``lr.fix``: proposed, shown, written or refused; a file is replaced whole or not at all."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import litreview as lr
from litreview.cli.main import app
from litreview.editing.corrections import NO_PEN, corrections
from litreview.formats.bibtex.pen import BibtexPen
from litreview.formats.pen import Spot
from litreview.formats.pens import pen_of
from litreview.formats.registry import dump
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from tests.editing.one_wrong_value import OTHER, WRONG, patched, source_in


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> lr.Snapshot:
    monkeypatch.chdir(tmp_path)
    return source_in(tmp_path)


def write_wrong(name: str, form: str) -> Path:
    Path(name).write_text(dump([OTHER, replace(WRONG["issued"], key="rowers")], form), encoding="utf-8")
    return Path(name)


def test_nothing_changes_before_it_is_written(source: lr.Snapshot) -> None:
    path = write_wrong("refs.bib", "bibtex")
    before = path.read_bytes()
    found = lr.fix(path, source=source)
    assert [finding.fix.replacement for finding in found.proposed if finding.fix] == ["2015"]
    assert "-  year" in found.diff
    assert found.refused == ()
    assert path.read_bytes() == before
    found.write()
    assert path.read_bytes() == before.replace(b"2012", b"2015")
    assert lr.fix(path, source=source).diff == ""


def test_a_file_that_cannot_be_corrected_is_refused_in_words(source: lr.Snapshot) -> None:
    path = write_wrong("refs.xml", "endnote")
    before = path.read_bytes()
    found = lr.fix(path, source=source)
    (refusal,) = found.refused
    assert (refusal.path, refusal.findings[0].name) == ("refs.xml", "year-mismatch")
    assert str(refusal).startswith(
        "refs.xml: EndNote's XML cannot be corrected (correct the records in EndNote"
    )
    assert found.proposed == ()
    with pytest.raises(InputError, match="cannot be corrected"):
        found.write()
    assert path.read_bytes() == before


def test_where_nothing_is_wrong_a_read_only_file_is_no_trouble(source: lr.Snapshot) -> None:
    Path("refs.xml").write_text(dump([OTHER], "endnote"), encoding="utf-8")
    assert lr.fix("refs.xml", source=source).refused == ()


def test_when_one_file_is_refused_none_is_written(source: lr.Snapshot) -> None:
    write_wrong("refs.xml", "endnote")
    good = write_wrong("refs.bib", "bibtex")
    before = good.read_bytes()
    text = "---\nbibliography:\n- refs.bib\n- refs.xml\n---\n\nRowers swim.\n"
    Path("paper.md").write_text(text, encoding="utf-8")
    arguments = ["fix", "paper.md", "--source", "snapshot:records.json"]
    result = CliRunner().invoke(app, [*arguments, "--write"])
    assert isinstance(result.exception, InputError)
    assert good.read_bytes() == before
    shown = CliRunner().invoke(app, arguments)
    assert "+++ b/refs.bib" in shown.stdout
    assert str(shown.exception).startswith("refs.xml: ")


@pytest.mark.parametrize(
    ("nonsense", "why"),
    [
        ("2015}, volume = {77", "(volume|extra) of .* would change too"),
        ("2015}}\n@misc{more", "would become"),
        ("2012 ", "issued of .* would not change"),
    ],
)
def test_what_does_not_read_back_is_not_written(
    nonsense: str, why: str, source: lr.Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_wrong("refs.bib", "bibtex")
    before = path.read_bytes()
    right = BibtexPen.replace

    def wrong(self: BibtexPen, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        return tuple(spot._replace(text=nonsense) for spot in right(self, entry, field, value))

    monkeypatch.setattr(BibtexPen, "replace", wrong)
    found = lr.fix(path, source=source)
    assert found.files == ()
    with pytest.raises(InputError, match=why):
        found.write()
    assert path.read_bytes() == before


def test_a_full_disk_costs_nothing(source: lr.Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_wrong("refs.bib", "bibtex")
    before = path.read_bytes()
    found = lr.fix(path, source=source)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="no space left"):
        found.write()
    assert path.read_bytes() == before
    assert sorted(one.name for one in Path().iterdir()) == ["records.json", "refs.bib"]


def test_mode_and_link_stay(source: lr.Snapshot) -> None:
    path = write_wrong("refs.bib", "bibtex")
    path.chmod(0o640)
    Path("link.bib").symlink_to(path)
    lr.fix("link.bib", source=source).write()
    assert Path("link.bib").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert b"2015" in path.read_bytes()


@pytest.mark.parametrize("notation", [one for one in Notation if pen_of(one) is None])
def test_every_notation_without_a_pen_is_told_what_to_do_instead(notation: Notation) -> None:
    assert all(NO_PEN[notation])


def test_a_file_named_in_two_ways_is_corrected_once(source: lr.Snapshot) -> None:
    write_wrong("refs.bib", "bibtex")
    Path("sub").mkdir()
    for name, named in (("a.md", "refs.bib"), ("sub/b.md", "../refs.bib")):
        text = f"---\nbibliography: {named}\n---\n\nRowers swim [@rowers].\n"
        Path(name).write_text(text, encoding="utf-8")
    found = corrections(lr.check("a.md", "sub/b.md", source=source, allow=["."]))
    assert [one.path for one in found.files] == ["refs.bib"]
    assert found.summary().count("2012 → 2015") == 1
    assert "1 correction(s) proposed" in found.summary()
    found.write()
    assert "2012" not in Path("refs.bib").read_text(encoding="utf-8")


def test_a_patch_has_the_bytes_of_its_file(source: lr.Snapshot, tmp_path: Path) -> None:
    path = write_wrong("refs.bib", "bibtex")
    path.write_bytes(("% Bäumler\n" + path.read_text(encoding="utf-8")).encode("cp1252"))
    found = lr.fix(path, source=source)
    assert patched(path.read_bytes(), found.patch, tmp_path) == found.files[0].after


def test_the_patch_of_a_page_is_one_of_its_source(source: lr.Snapshot, tmp_path: Path) -> None:
    work = WRONG["issued"]
    names = ", ".join(f"{name.family} {name.given[0]}" for name in work.author[:2])
    entry = f"{names}, van der Meulen P. {work.title}. <i>{work.container_title}</i>. {work.year}"
    listed = f"<ol>\n<li>{entry};31(2):101-109. doi:{work.doi}</li>\n</ol>"
    page = f"<html><body><p>Text.</p><h2>References</h2>\n{listed}</body></html>\n"
    Path("page.html").write_text(page, encoding="utf-8")
    found = lr.fix("page.html", source=source)
    assert found.files[0].after.decode("utf-8") == page.replace("2012", "2015")
    assert patched(page.encode("utf-8"), found.patch, tmp_path) == found.files[0].after
