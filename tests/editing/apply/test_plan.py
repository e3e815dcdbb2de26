"""Which corrections of a file are made together, and which have to be left."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from litreview.editing.apply.edits import apply
from litreview.editing.apply.plan import plan
from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.finding import Finding, Fix, Severity
from litreview.model.match import Match

TEXT = "one two three four"


@dataclass(frozen=True)
class Checked:
    """An article of which these findings were made."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    matches: tuple[tuple[Match, ...], ...] = ()


def found(start: int, end: int, replacement: str, *, safe: bool = True) -> Finding:
    fix = Fix(start, end, replacement, safe=safe)
    return Finding("M302", "year-mismatch", Severity.ERROR, "…", "paper.md", fix=fix)


def outcome(*findings: Finding, unsafe: bool = False) -> tuple[str, int, int]:
    """The corrected text, and how many corrections are made and left."""
    plans = plan(Checked((Article(Document(TEXT, path="paper.md")),), findings), unsafe=unsafe)
    if not plans:
        return TEXT, 0, 0
    (one,) = plans
    assert len(one.fixes) == len(one.findings)
    return apply(TEXT, one.fixes), len(one.fixes), len(one.left)


@pytest.mark.parametrize(
    ("fixes", "expected"),
    [
        # two insertions at one place: which comes first is nowhere written, so the second is left
        ([(3, 3, "A"), (3, 3, "B")], ("oneA two three four", 1, 1)),
        ([(3, 3, "A"), (7, 7, "B")], ("oneA twoB three four", 2, 0)),
        # the same change twice is one change that answers both findings
        ([(3, 3, "A"), (3, 3, "A")], ("oneA two three four", 2, 0)),
        ([(0, 3, "1"), (0, 3, "1")], ("1 two three four", 2, 0)),
        ([(0, 3, "1"), (0, 3, "9")], ("1 two three four", 1, 1)),
        # what only touches does not overlap; one letter in common does
        ([(0, 3, "1"), (3, 7, "-2")], ("1-2 three four", 2, 0)),
        ([(0, 4, "1"), (3, 7, "2")], ("1two three four", 1, 1)),
        ([(0, 13, "1"), (4, 7, "2")], ("1 four", 1, 1)),
        ([(4, 7, "2"), (0, 13, "1")], ("1 four", 1, 1)),
        # an insertion at the edge of a replaced word is beside it, one within it is not
        ([(0, 3, "1"), (3, 3, "A")], ("1A two three four", 2, 0)),
        ([(0, 3, "1"), (0, 0, "A")], ("A1 two three four", 2, 0)),
        ([(0, 3, "1"), (2, 2, "A")], ("1 two three four", 1, 1)),
        # a third that collides with either is left as well
        ([(0, 3, "1"), (4, 7, "2"), (5, 13, "3")], ("1 2 three four", 2, 1)),
        ([(0, 3, "1"), (2, 7, "2"), (8, 13, "3")], ("1 two 3 four", 2, 1)),
    ],
)
def test_of_corrections_of_the_same_words_the_first_stays(
    fixes: list[tuple[int, int, str]], expected: tuple[str, int, int]
) -> None:
    assert outcome(*(found(*fix) for fix in fixes)) == expected


def test_what_is_left_of_overlapping_corrections_is_told() -> None:
    first, second = found(3, 3, "A"), found(3, 3, "B")
    (one,) = plan(Checked((Article(Document(TEXT, path="paper.md")),), (first, second)))
    assert (one.path, one.findings, one.left) == ("paper.md", (first,), (second,))


def test_files_are_planned_each_by_itself() -> None:
    there = replace(found(0, 3, "9"), origin="refs.bib")
    plans = plan(Checked((Article(Document(TEXT, path="paper.md")),), (found(0, 3, "1"), there)))
    assert [(item.path, len(item.fixes), len(item.left)) for item in plans] == [
        ("paper.md", 1, 0),
        ("refs.bib", 1, 0),
    ]


def test_a_finding_without_a_correction_is_in_no_plan() -> None:
    assert outcome(replace(found(0, 3, "1"), fix=None)) == (TEXT, 0, 0)
