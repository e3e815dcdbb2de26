"""Filling in a .bib file: what is added stands in its entry, and nothing else moves."""

from __future__ import annotations

import difflib
from dataclasses import replace

import pytest

from litreview.formats.bibtex.fill import fill_bibtex
from litreview.formats.bibtex.read import read_bibtex
from litreview.model.work import Name, Update, Work

TEXT = """% my comment
@string{jmb = "J. Mol. Biol."}
@Article{one,
    author = {Doe, J. and others},
    title  = {{DNA} and \\"{u}bung},   % trailing remark
    journal = jmb, year = 2014,
}
@misc{two, title={T}}
@misc{broken, title={U}
"""


def filled(**changes: object) -> str:
    document = read_bibtex(TEXT.encode(), "x.bib")
    first, *rest = (reference.work for reference in document.references)
    return fill_bibtex(document, [replace(first, **changes), *rest])  # type: ignore[arg-type]


def test_nothing_new_changes_nothing() -> None:
    assert filled() == TEXT


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"doi": "10.1000/a_b"}, ["    doi = {10.1000/a_b},"]),
        (
            {"doi": "10.1000/x", "pmid": "7", "volume": "15"},
            ["    volume = {15},", "    doi = {10.1000/x},", "    pmid = {7},"],
        ),
        (
            {"author": (Name("Doe", "Jane"), Name("Roe", "Kim")), "et_al": False},
            ["    author = {Doe, Jane and Roe, Kim},"],
        ),
        (
            {"page": "1–9", "updated_by": (Update("retraction", "10.1000/r"),)},
            ["    pages = {1--9},", "    updated_by = {retraction 10.1000/r},"],
        ),
    ],
)
def test_only_the_new_lines_differ(changes: dict[str, object], lines: list[str]) -> None:
    after = filled(**changes)
    added = [
        line[2:] for line in difflib.ndiff(TEXT.splitlines(), after.splitlines()) if line.startswith("+ ")
    ]
    assert added == lines
    (again, *_) = read_bibtex(after.encode(), "x.bib").references
    for name, value in changes.items():
        if name != "updated_by":
            assert getattr(again.work, name) == value


def test_an_entry_on_one_line_and_a_damaged_one() -> None:
    document = read_bibtex(TEXT.encode(), "x.bib")
    works = [replace(reference.work, doi=f"10.1000/{at}") for at, reference in enumerate(document.references)]
    after = fill_bibtex(document, works)
    assert "@misc{two, title={T}, doi = {10.1000/1}}" in after
    assert "@misc{broken, title={U}\n" in after  # its end is not known, so it is left alone
    assert [reference.work.doi for reference in read_bibtex(after.encode(), "x").references][:2] == [
        "10.1000/0",
        "10.1000/1",
    ]


def test_works_must_align() -> None:
    with pytest.raises(ValueError):
        fill_bibtex(read_bibtex(TEXT.encode(), "x.bib"), [Work()])
