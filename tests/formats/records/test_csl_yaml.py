"""CSL in YAML as pandoc writes it, by hand, in brackets, and broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.records.csl_yaml import read_csl_yaml, write_csl_yaml
from litreview.formats.registry import read_text
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work

FILE = """\
---
references:
- id: ozturk
  type: article-journal
  author:
  - family: Öztürk
    given: Anna
    non-dropping-particle: van
  - literal: WHO
  title: "Rowing in *Homo sapiens*: [DNA]{.nocase}"
  container-title: 'Rowing Review'
  abstract: |
    First: paragraph.

    Second.
  issued:
  - year: 2003
    month: 5
  volume: 12
  page: 211-219
  DOI: 10.5555/rowers.2003
- {id: b, type: book, title: C*-algebras, issued: 2014-05}   # a comment
- id: c
  title: A title that
    goes on
  issued:
    date-parts:
    - - 2012
      - 3
- only words
...
"""


def entries(text: str) -> tuple[Reference, ...]:
    return read_csl_yaml(text.encode(), "x.yaml").references


def test_items_and_their_values() -> None:
    first, second, third, words = entries(FILE)
    work = first.work
    assert work.author == (Name("Öztürk", "Anna", "van"), Name(literal="WHO"))
    assert (work.title, work.container_title) == ("Rowing in Homo sapiens: DNA", "Rowing Review")
    assert (work.issued, work.volume, work.page) == (PartialDate(2003, 5), "12", "211-219")
    assert work.abstract == "First: paragraph.\n\nSecond."
    assert (second.work.title, second.work.issued) == ("C*-algebras", PartialDate(2014, 5))
    assert (third.work.title, third.work.issued) == ("A title that goes on", PartialDate(2012, 3))
    assert (words.work.note, words.diagnoses[0].line) == ("only words", FILE.count("\n", 0, words.start) + 1)
    assert [one.line for one in (first, second, third, words)] == [3, 22, 23, 30]
    assert {one.notation for one in (first, second, third, words)} == {Notation.CSL_YAML}
    assert second.text == "{id: b, type: book, title: C*-algebras, issued: 2014-05}"
    assert third.text.endswith("- 3")


def test_values_are_found_in_their_places() -> None:
    places = [[(name, FILE[start:end]) for name, start, end in one.spans] for one in entries(FILE)]
    assert places == [
        [("container-title", "Rowing Review"), ("issued", "2003"), ("volume", "12"), ("page", "211-219"),
         ("DOI", "10.5555/rowers.2003")],
        [("title", "C*-algebras"), ("issued", "2014-05")],
        [("issued", "2012")],
        [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("issued: 2014", PartialDate(2014)), ("issued: '2014-05-03'", PartialDate(2014, 5, 3)),
        ("issued: {year: 2014}", PartialDate(2014)), ("issued:\n    year: 2014", PartialDate(2014)),
        ("issued:\n    date-parts: [[2014, 5]]", PartialDate(2014, 5)),
        ("issued:\n  - year: 2014\n  - year: 2015", PartialDate(2014)),
        ("issued: {literal: in press}", PartialDate(literal="in press")),
        ("issued: {raw: May 2014}", PartialDate(2014, 5)), ("issued:", None),
        ("issued: {year: 2014, day: '03', month: '05'}", PartialDate(2014, 5, 3)),
    ],
)  # fmt: skip
def test_dates(written: str, date: PartialDate | None) -> None:
    (entry,) = entries(f"references:\n- id: a\n  type: book\n  {written}\n")
    assert (entry.work.issued or None) == date or (date is None and not entry.work.year)
    span = entry.span("issued")
    assert span is None or entry.work.year is None or "2014" in entry.text[span[0] - entry.start :]


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  title: T\n", "id: a\ntype: book\ntitle: T\n", "references: [{id: a, title: T}]\n",
        "---\nreferences:\n- id: a\n  title: T\n---\n", '{"references": [{"id": "a", "title": "T"}]}',
        "items:\n  - title: T\n    id: a", "%YAML 1.2\n---\n- id: a\n  title: T\n",
        "references:\r\n- id: a\r\n  title: T\r\n", "x: &t T\nreferences:\n- id: a\n  title: *t\n",
        "references:\n- id: a\n  title: T\n  note: bell \a and form feed\n",
    ],
)  # fmt: skip
def test_every_shape_of_the_file(text: str) -> None:
    (entry,) = entries(text)
    assert (entry.key, entry.work.title) == ("a", "T")
    assert all(entry.start <= start < end <= entry.end for _, start, end in entry.spans)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("references:\n- id: a\n  title: 'no end\n", 4),
        ("- id: a\n   title: x\n  type: y\n", 2),
        ("- id: a\n  title: [x\n  type: y\n", 3),
        ("- id: a\n\ttitle: x\n", 2),
        ("[" * 5000, 1),
        ("- id: a\n  title: Sand: a review\n", 2),
    ],
)
def test_no_yaml_is_said_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InputError, match="YAML") as caught:
        entries(text)
    assert caught.value.line == line


def test_a_lost_line_between_two_items_is_told() -> None:
    (entry,) = entries("- id: a\n  title: A\n  type: book\n  title: B\n  type: book\n")
    assert entry.diagnoses[0].message.startswith("title, type stands twice")


def test_items_in_a_markdown_header_have_their_places_in_it() -> None:
    text = "---\ntitle: T\nreferences:\n- id: x1\n  type: book\n  title: Backs\n---\n\nSee [@x1].\n"
    (entry,) = read_text(text, "markdown", "paper.md").references
    assert (entry.key, entry.line, entry.notation, entry.origin) == ("x1", 4, Notation.CSL_YAML, "")
    assert text[entry.start : entry.end] == entry.text == "id: x1\n  type: book\n  title: Backs"
    span = entry.span("title")
    assert span is not None
    assert text[slice(*span)] == "Backs"


TITLES = st.text(st.sampled_from("ab *_[]{}.#\\:'\"&-é\n|>%@`,?!"), min_size=1, max_size=30)


@given(st.lists(TITLES, min_size=1, max_size=4))
def test_titles_come_back_as_they_were_written(titles: list[str]) -> None:
    works = [Work(key=f"k{at}", title=" ".join(title.split())) for at, title in enumerate(titles)]
    found = entries(write_csl_yaml(works))
    assert [one.work.title for one in found] == [work.title for work in works]
