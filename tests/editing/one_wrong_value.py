"""One record and its values in every field, right and wrong: what the tests of corrections put into files."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import litreview as lr
from litreview.formats.records.crossref import work_to_crossref
from litreview.model.work import Name, PartialDate, Work

RECORD = Work(
    type="article-journal",
    author=(Name("Haverkamp", "Lotte M."), Name("Okonjo", "Daniel"), Name("Meulen", "Pieter J.", "van der")),
    title="Cold water swimming and back pain in rowers: a randomised trial",
    container_title="Journal of Invented Posture",
    volume="31",
    issue="2",
    page="101-109",
    issued=PartialDate(2015),
    doi="10.5555/tarn.0001",
)  # fmt: skip
"""Nothing here is real."""

OTHER = Work(
    type="article-journal", key="quill", author=(Name("Quillfeather", "Anna"), Name("Mossgrove", "Bertil")),
    title="Sleep and recovery after shift work in harbour pilots",
    container_title="Annals of Harbour Medicine",
    volume="44", issue="6", page="612-625", issued=PartialDate(2008), doi="10.5555/tarn.0002",
)  # fmt: skip
"""An entry beside it in which nothing is wrong."""

WRONG = {
    "issued": replace(RECORD, issued=PartialDate(2012)),
    "volume": replace(RECORD, volume="13"),
    "issue": replace(RECORD, issue="7"),
    "page": replace(RECORD, page="201-209"),
    "title": replace(RECORD, title=RECORD.title.replace("back pain", "knee pain")),
    "author": replace(RECORD, author=(*RECORD.author[:2], Name("Brandtner", "Tilda"))),
    "container-title": replace(RECORD, container_title="Annals of Harbour Medicine"),
    "DOI": replace(RECORD, doi=""),
}
"""CSL field → the record as somebody cites it who has this field wrong, or no DOI."""


def source_in(folder: Path) -> lr.Snapshot:
    """The two records as a source."""
    path = folder / "records.json"
    path.write_text(json.dumps([work_to_crossref(work) for work in (RECORD, OTHER)]), encoding="utf-8")
    return lr.Snapshot(path)


def corrected(path: Path, source: lr.Snapshot) -> bytes:
    """The file after its corrections were written; the diff, patched, gives the same."""
    before = path.read_bytes()
    found = lr.fix(path, source=source)
    assert not found.refused, [str(one) for one in found.refused]
    found.write()
    after = path.read_bytes()
    assert after == before or found.proposed
    assert not list(path.parent.glob(f".{path.name}*"))
    return after


def patched(before: bytes, diff: bytes, folder: Path) -> bytes:
    """The bytes that ``patch -p1`` makes of a file called ``refs``."""
    (folder / "refs").write_bytes(before)
    lines = diff.split(b"\n")
    lines[:2] = [b"--- a/refs", b"+++ b/refs"]
    (folder / "change").write_bytes(b"\n".join(lines))
    subprocess.run(["patch", "-p1", "--binary", "-s", "-i", "change"], cwd=folder, check=True)
    return (folder / "refs").read_bytes()
