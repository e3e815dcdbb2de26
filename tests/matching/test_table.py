"""The decision table, row by row: what is just enough for it, what it bears, and what takes it away.

A pattern names subjects: ``year`` agrees, ``year~`` nearly, ``year!`` contradicts; the others are silent.
Every subject of what is just enough is needed: where it is silent, near or contradicts, the row is lost, but
for what the row says it bears.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from litreview.matching.signals import SUBJECTS, Signal, Signals
from litreview.matching.table import TABLE, first_fitting
from litreview.model.reasons import DecidedBy as By

_MARKS = {"~": Signal.NEAR, "!": Signal.NO, "?": Signal.SILENT}
ALL_PLACES = "year! container! volume! page!"
ROWS = {row.name: row for row in TABLE}


class Case(NamedTuple):
    """``enough`` has one pattern or several; ``bears`` and ``lost`` are changes to each of them."""

    name: By
    enough: tuple[str, ...]
    bears: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


NO_PLACE_AGAINST = ("year!", "container!", "volume!", "page!")
CASES = (
    # an own DOI: a title that is another one's is never borne, but by journal and page
    Case(By.DOI_AND_TITLE, ("doi title",), (f"author! {ALL_PLACES}",)),
    Case(By.DOI_AND_LOCATOR, ("doi container page",), ("title! author! year! volume!",)),
    Case(By.DOI_AND_NEAR_TITLE, ("doi title~",), ("author~", "author", ALL_PLACES), ("author!",)),
    Case(By.DOI_AND_AUTHOR, ("doi author",), ("title~", "title", ALL_PLACES), ("title!",)),
    Case(By.DOI_AND_FIELDS, ("doi author year container", "doi container volume page"), ("title!",)),
    Case(By.DOI_ALONE, ("doi",), ("title~ author~", "year~"), ("title!", "author!", *NO_PLACE_AGAINST)),
    # another kind of record is never the work where a DOI says so itself
    Case(By.OTHER_KIND, ("title kind!",), ("author", "author~", "doi~", "doi!", ALL_PLACES),
         ("author!", "doi")),
    # a title: of the places two may contradict where one agrees, one where none does
    Case(By.TITLE_AUTHOR_PLACE, ("title author year",), ("container! volume!", "volume! page!"),
         ("container! volume! page!",)),
    Case(By.TITLE_AUTHOR_PLACE, ("title author container",), ("year! volume!",), ("year! volume! page!",)),
    Case(By.TITLE_AUTHOR_PLACE, ("title author volume", ), ("year! page!",), ("year! container! page!",)),
    Case(By.TITLE_AUTHOR_PLACE, ("title author page",), ("year! volume!",), ("year! container! volume!",)),
    Case(By.TITLE_AUTHOR_PAGE, ("title author page",), ("year! container! volume!",)),
    Case(By.TITLE_AUTHOR_ONLY, ("title author long",), NO_PLACE_AGAINST,
         ("year! container!", "volume! page!", "year! page!")),
    Case(By.TITLE_LOCATOR, ("title page container",), ("author!", "year!", "volume!"), ("year! volume!",)),
    Case(By.TITLE_LOCATOR, ("title page volume",), ("author!", "year!", "container!"), ("year! container!",)),
    Case(By.TITLE_PLACE, ("title year container",), ("volume!", "page!"),
         ("volume! page!", "author", "author~", "author!")),
    Case(By.TITLE_PLACE, ("title volume page",), ("year!", "container!"), ("year! container!",)),
    Case(By.TITLE_ONE_PLACE, ("title long year",), (), ("container!", "volume!", "page!", "author", "author~",
                                                      "author!")),
    Case(By.TITLE_ONE_PLACE, ("title long container",), (), ("year!", "volume!", "page!")),
    Case(By.TITLE_ONE_PLACE, ("title long volume", "title long page"), (), ("year!", "container!")),
    Case(By.TITLE_OTHER_AUTHOR, ("title container year long",), ("author!",), ("volume!", "page!")),
    Case(By.TITLE_FURTHER_AUTHOR, ("title container year long author~",), ("volume!", "page!"),
         ("volume! page!",)),
    # a place: author or title with it; without either the year, or all pages
    Case(By.LOCATOR_AUTHOR, ("container volume page author",), ("title! year!",)),
    Case(By.LOCATOR_TITLE, ("container volume page title~",), ("author! year!",)),
    Case(By.LOCATOR_YEAR, ("container volume page year",), ("title~ author~", "title author"),
         ("title!", "author!")),
    Case(By.LOCATOR_OTHER_AUTHOR, ("container volume page year",), ("author!",),
         ("title!", "title~", "title")),
    Case(By.LOCATOR_RANGE, ("container volume page range",),
         ("title! author!", "title! year!", "author! year!"),
         ("title! author! year!",)),
    Case(By.ARTICLE_NUMBER, ("container page range author",), ("title! year!",),
         ("volume!", "volume~", "volume")),
    Case(By.PAGE_AUTHOR_YEAR, ("container page author year",), ("title! volume!",)),
    Case(By.NUMBERS_AUTHOR, ("author year volume page",), ("title~", "container!"), ("title!", "title")),
    Case(By.PAGE_VOLUME_AUTHOR, ("author container page year",), ("volume!", "title~", "title"), ("title!",)),
    Case(By.PAGE_VOLUME_AUTHOR, ("author container page volume",), ("year!",), ("title!",)),
    # nearly the title
    Case(By.NEAR_TITLE, ("title~ author year container",), ("volume!", "page!"), ("volume! page!",)),
    Case(By.NEAR_TITLE, ("title~ author volume page",), ("year!", "container!"), ("year! container!",)),
    Case(By.NEAR_TITLE_AUTHORS, ("title~ authors year",), ("year~", "container!", "volume!", "page!", "doi!"),
         ("container! doi!", "volume! page!", "container! volume!", "page! doi!")),
    Case(By.NEAR_TITLE_YEAR, ("title~ author year long",), (), ("container!", "volume!", "page!")),
    Case(By.NEAR_TITLE_PLACE, ("title~ container page year",), (),
         ("volume!", "author", "author~", "author!")),
    # no title
    Case(By.AUTHOR_YEAR_PAGES,
         ("author year page range", "author year page authors", "author year page team"), ("container!",),
         ("title!", "title~", "title", "volume!", "volume~", "volume")),
    Case(By.CONTAINER_AUTHOR_PAGE, ("author container page",), ("volume", "volume~"),
         ("title!", "title~", "title", "year!", "year~", "year", "volume!")),
    Case(By.CONTAINER_YEAR_PAGES, ("container year page",), (),
         ("title!", "title", "author!", "author", "volume!", "volume")),
    Case(By.SAME_TITLE_CONTAINER, ("title~ same container year bare",), (),
         ("author!", "author", "volume!", "page!")),
    Case(By.VOLUME_AUTHOR, ("author container year volume",), (), ("title!", "title", "page!", "page")),
    Case(By.AUTHORS_JOURNAL_YEAR, ("authors container year",), ("author!",),
         ("title!", "title", "page!", "page", "volume!")),
    Case(By.AUTHOR_CONTAINER_YEAR, ("author container year bare",), (),
         ("title!", "title", "volume!", "page!")),
    Case(By.SAME_TITLE_ELSEWHERE, ("title author long",), (ALL_PLACES,)),
)  # fmt: skip


def signals(*patterns: str) -> Signals:
    """What the subjects say; a later pattern speaks over an earlier one."""
    said = dict.fromkeys(SUBJECTS, Signal.SILENT)
    for word in " ".join(patterns).split():
        said[word.rstrip("~!?")] = _MARKS.get(word[-1], Signal.YES)
    return said


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name}-{case.enough[0]}")
def test_what_is_just_enough_what_is_borne_and_what_is_not(case: Case) -> None:
    row = ROWS[case.name]
    for enough in case.enough:
        assert row.fits(signals(enough))
        for change in case.bears:
            assert row.fits(signals(enough, change)), change
        for change in case.lost:
            assert not row.fits(signals(enough, change)), change


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name}-{case.enough[0]}")
def test_nothing_of_it_can_be_missing(case: Case) -> None:
    row = ROWS[case.name]
    for enough in case.enough:
        for word in enough.split():
            subject = word.rstrip("~!")
            weaker = {f"{subject}{mark}" for mark in ("", "~", "!", "?")} - {word, *case.bears}
            fitting = [change for change in sorted(weaker) if row.fits(signals(enough, change))]
            assert not fitting


def test_every_row_is_told_here_and_two_decide_nothing() -> None:
    assert {case.name for case in CASES} == set(ROWS)
    undecided = {name for name, row in ROWS.items() if row.decides == "ambiguous"}
    assert undecided == {By.OTHER_KIND, By.SAME_TITLE_ELSEWHERE}
    assert {row.decides for row in TABLE} == {"matched", "ambiguous"}


def test_the_first_row_that_fits_names_the_reason() -> None:
    """A title with its author in another place is the work where one place agrees, else perhaps a version."""
    row = first_fitting(signals("title author long year"))
    assert row is not None
    assert row.name is By.TITLE_AUTHOR_PLACE
    row = first_fitting(signals("title author long", ALL_PLACES))
    assert row is not None
    assert (row.name, row.decides) == (By.SAME_TITLE_ELSEWHERE, "ambiguous")
    assert first_fitting(signals("title! author container year")) is None
