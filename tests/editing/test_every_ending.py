"""Every ending that a bibliography may have × given directly, named by a Markdown or by a LaTeX manuscript ×
one wrong value: the file reads back equal but for that value, or nothing is written and one line says why."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import litreview as lr
from litreview.cli.main import app
from litreview.formats.catalogue import FORMATS
from litreview.formats.pens import pen_of
from litreview.formats.records.names import write_name
from litreview.formats.registry import dump
from litreview.model.errors import LitreviewError
from litreview.model.work import Work
from tests.editing.one_wrong_value import OTHER, RECORD, WRONG, patched, source_in

ENDINGS = {
    **{ending: row for row in FORMATS if row.notation.is_record for ending in row.endings},
    **{f"{row.name}.txt": row for row in FORMATS if row.shape and row.writes and not row.certain},
}
"""Ending → format; exports that were called ``.txt`` are known by their first lines."""

QUICK = ("issued", "DOI")
"""Fields that are tried in named files on every run; the others with the slow tests."""

ATTRIBUTES = {
    "issued": "issued", "volume": "volume", "issue": "issue", "page": "page", "title": "title",
    "author": "author", "container-title": "container_title", "DOI": "doi",
}  # fmt: skip


def manuscript(kind: str, folder: Path, name: str) -> Path:
    """What is given to the command: the bibliography itself, or a text that names it."""
    if kind == "Markdown":
        text = f"---\nbibliography: {name}\n---\n\nRowers swim [@haverkamp].\n"
        (folder / "paper.md").write_text(text, encoding="utf-8")
        return folder / "paper.md"
    if kind == "LaTeX":
        body = "\\begin{document}\nSwim \\cite{haverkamp}.\n\\end{document}\n"
        head = f"\\documentclass{{article}}\n\\addbibresource{{{name}}}\n"
        (folder / "paper.tex").write_text(head + body, encoding="utf-8")
        return folder / "paper.tex"
    return folder / name


def written(works: list[Work], form: str) -> str:
    """The works as a file; refer, which is only read, by hand."""
    if form != "refer":
        return dump(works, form)
    return "\n".join(_refer(work) for work in works)


def _refer(work: Work) -> str:
    lines = [
        ("0", "Journal Article"), *(("A", write_name(name)) for name in work.author), ("T", work.title),
        ("J", work.container_title), ("V", work.volume), ("N", work.issue), ("P", work.page),
        ("D", str(work.year)), ("R", work.doi), ("Z", "%D 2012, %V 13"), ("F", work.key),
    ]  # fmt: skip
    return "".join(f"%{tag} {value}\n" for tag, value in lines if value)


def works_of(path: Path) -> list[Work]:
    return [replace(reference.work, key="") for reference in lr.read(path).references]


CASES = [
    pytest.param(
        ending, kind, field, marks=pytest.mark.slow if kind != "direct" and field not in QUICK else ()
    )
    for ending in ENDINGS
    for kind in ("direct", "Markdown", "LaTeX")
    for field in WRONG
]  # fmt: skip


@pytest.mark.parametrize(("ending", "kind", "field"), CASES)
def test_a_file_is_corrected_or_refused(
    ending: str, kind: str, field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    form, name = ENDINGS[ending], f"refs.{ending}"
    source_in(tmp_path)
    cited = replace(WRONG[field], key="haverkamp", doi="" if field == "DOI" else RECORD.doi)
    numbered = [replace(OTHER, pmid="11111111"), replace(cited, pmid="22222222")]
    Path(name).write_text(written(numbered, form.name), encoding="utf-8")
    given = manuscript(kind, Path(), name)
    before, works = Path(name).read_bytes(), works_of(Path(name))
    result = CliRunner().invoke(app, ["fix", str(given), "--write", "--source", "snapshot:records.json"])
    if pen_of(form.notation) is None:
        assert isinstance(result.exception, LitreviewError)
        assert name in str(result.exception)
        assert "\n" not in str(result.exception)
        assert Path(name).read_bytes() == before
        return
    assert result.exit_code == 0, result.output
    after = works_of(Path(name))
    wanted = getattr(RECORD, ATTRIBUTES[field])
    assert _same(getattr(after[1], ATTRIBUTES[field]), wanted)
    changed = {ATTRIBUTES[field]: getattr(after[1], ATTRIBUTES[field])}
    assert after == [works[0], replace(works[1], **changed)]  # type: ignore[arg-type]
    assert _unchanged_lines(before, Path(name).read_bytes())


def _same(value: object, wanted: object) -> bool:
    """True for values that read alike: a record may keep "van der" with the surname, a file its own dash."""
    if isinstance(value, tuple) and isinstance(wanted, tuple):
        return [str(one) for one in value] == [str(one) for one in wanted]
    return str(value).replace("–", "-") == str(wanted)


def _unchanged_lines(before: bytes, after: bytes) -> bool:
    """True where the other entry's lines are all there still."""
    own = [line for line in before.split(b"\n") if b"harbour pilots" in line or b"Quill" in line]
    return all(any(line in new for new in after.split(b"\n")) for line in own)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("ending", [ending for ending, row in ENDINGS.items() if pen_of(row.notation)])
def test_the_diff_is_a_patch_to_the_same_end(ending: str, mark: bytes, tmp_path: Path) -> None:
    source = source_in(tmp_path)
    path = tmp_path / f"refs.{ending}"
    works = [replace(OTHER, pmid="11111111"), replace(WRONG["issued"], pmid="22222222", doi="")]
    path.write_bytes(mark + written(works, ENDINGS[ending].name).replace("\n", "\r\n").encode("utf-8"))
    before = path.read_bytes()
    found = lr.fix(path, source=source)
    (tmp_path / "patched").mkdir()
    assert path.read_bytes() == before
    assert patched(before, found.patch, tmp_path / "patched") == found.files[0].after
    assert {finding.field for finding in found.proposed} == {"issued", "DOI"}
