"""The decision table: which patterns of agreement mean that a candidate is the work a reference means.

Read from above; the first row that fits a candidate names the reason. A row says what each subject must
say ("yes", "yes/near", "not no"), how many of a group must agree, and how many may contradict. A subject
that a row does not name may say anything. docs/matching.md is made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from litreview.matching.signals import Signal, Signals
from litreview.model.reasons import DecidedBy as By

YES, NEAR, NO, SILENT = Signal.YES, Signal.NEAR, Signal.NO, Signal.SILENT
ALLOWED = {
    "yes": {YES},
    "yes/near": {YES, NEAR},
    "near": {NEAR},
    "no": {NO},
    "not no": {YES, NEAR, SILENT},
    "not yes": {NEAR, NO, SILENT},
    "silent": {SILENT},
    "near/silent": {NEAR, SILENT},
}
PLACE = ("year", "container", "volume", "page")
LOCATOR = ("container", "volume", "page")
DESCRIPTION = ("title", "author", "year")
"""Where all of these contradict, another work is described than the one that stands at the place."""
_UNCOUNTED: tuple[int, tuple[str, ...]] = (0, ())
"""How many of which subjects where a row counts none (judgement)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One pattern. ``least`` and ``most`` are (how many, of which): at least so many say yes, at most so
    many say no. ``decides`` is matched or ambiguous. ``reason`` completes "This record was chosen
    because …"."""

    name: By
    when: tuple[tuple[str, str], ...]
    reason: str
    least: tuple[int, tuple[str, ...]]
    most: tuple[int, tuple[str, ...]]
    decides: str

    def fits(self, signals: Signals) -> bool:
        """True where a candidate's signals have this pattern."""
        return (
            all(signals[subject] in ALLOWED[state] for subject, state in self.when)
            and sum(signals[subject] is YES for subject in self.least[1]) >= self.least[0]
            and sum(signals[subject] is NO for subject in self.most[1]) <= self.most[0]
        )


def _row(
    name: By, when: str, reason: str, *, least: tuple[int, tuple[str, ...]] = _UNCOUNTED,
    most: tuple[int, tuple[str, ...]] = _UNCOUNTED, decides: str = "matched",
) -> Row:  # fmt: skip
    pairs = [part.split(":") for part in when.split(", ")]
    return Row(name, tuple((subject, state) for subject, state in pairs), reason, least, most, decides)


TABLE: tuple[Row, ...] = (
    # the reference's own DOI
    _row(By.DOI_AND_TITLE, "doi:yes, title:yes", "its DOI and its title are those of the reference"),
    _row(
        By.DOI_AND_LOCATOR,
        "doi:yes, container:yes, page:yes",
        "its DOI, journal and page are those of the reference",
    ),
    _row(
        By.DOI_AND_NEAR_TITLE,
        "doi:yes, title:near, author:not no",
        "its DOI is that of the reference and its title nearly",
    ),
    _row(
        By.DOI_AND_AUTHOR,
        "doi:yes, author:yes, title:not no",
        "its DOI and its first author are those of the reference",
    ),
    _row(
        By.DOI_AND_FIELDS,
        "doi:yes",
        "its DOI and most other fields are those of the reference",
        least=(3, ("author", *PLACE)),
    ),
    _row(
        By.DOI_ALONE,
        "doi:yes, title:not no, author:not no",
        "its DOI is that of the reference, and nothing speaks against it",
        most=(0, PLACE),
    ),
    # the same title as another kind of record
    _row(
        By.OTHER_KIND,
        "title:yes, author:not no, kind:no, doi:not yes",
        "title and author agree, but one is a preprint or data set and the other is not",
        decides="ambiguous",
    ),
    # the title
    _row(
        By.TITLE_AUTHOR_PLACE,
        "title:yes, author:yes",
        "title, first author and place of publication agree",
        least=(1, PLACE),
        most=(2, PLACE),
    ),
    _row(By.TITLE_AUTHOR_PAGE, "title:yes, author:yes, page:yes", "title, first author and page agree"),
    _row(
        By.TITLE_AUTHOR_ONLY,
        "title:yes, author:yes, long:yes",
        "title and first author agree",
        most=(1, PLACE),
    ),
    _row(
        By.TITLE_LOCATOR,
        "title:yes, page:yes",
        "title and place of publication agree, though the author does not",
        least=(1, ("container", "volume")),
        most=(1, PLACE),
    ),
    _row(
        By.TITLE_PLACE,
        "title:yes, author:silent",
        "title and place of publication agree",
        least=(2, PLACE),
        most=(1, PLACE),
    ),
    _row(
        By.TITLE_ONE_PLACE,
        "title:yes, author:silent, long:yes",
        "the long title agrees and nothing speaks against it",
        least=(1, PLACE),
        most=(0, PLACE),
    ),
    _row(
        By.TITLE_OTHER_AUTHOR,
        "title:yes, container:yes, year:yes, long:yes",
        "title, journal and year agree, though the author does not",
        most=(0, LOCATOR),
    ),
    _row(
        By.TITLE_FURTHER_AUTHOR,
        "title:yes, container:yes, year:yes, long:yes, author:near",
        "title, journal, year and a further author agree, though the first author does not",
        most=(1, LOCATOR),
    ),
    # the locator: journal, volume and first page or article number
    _row(
        By.LOCATOR_AUTHOR,
        "container:yes, volume:yes, page:yes, author:yes",
        "journal, volume and page with the first author point to it",
    ),
    _row(
        By.LOCATOR_TITLE,
        "container:yes, volume:yes, page:yes, title:near",
        "journal, volume and page with most of the title point to it",
    ),
    _row(
        By.LOCATOR_YEAR,
        "container:yes, volume:yes, page:yes, year:yes, title:not no, author:not no",
        "journal, volume, page and year point to it",
    ),
    _row(
        By.LOCATOR_OTHER_AUTHOR,
        "container:yes, volume:yes, page:yes, year:yes, title:silent",
        "journal, volume, page and year point to it, though the author does not",
    ),
    _row(
        By.LOCATOR_RANGE,
        "container:yes, volume:yes, page:yes, range:yes",
        "journal, volume and all pages point to it",
        most=(2, DESCRIPTION),
    ),
    _row(
        By.ARTICLE_NUMBER,
        "container:yes, page:yes, range:yes, author:yes, volume:silent",
        "journal and article number with the first author point to it",
    ),
    _row(
        By.PAGE_AUTHOR_YEAR,
        "container:yes, page:yes, author:yes, year:yes",
        "journal, year, page and first author point to it",
    ),
    _row(
        By.NUMBERS_AUTHOR,
        "author:yes, year:yes, volume:yes, page:yes, title:near/silent",
        "first author, year, volume and page agree",
    ),
    _row(
        By.PAGE_VOLUME_AUTHOR,
        "author:yes, container:yes, page:yes, title:not no",
        "first author, journal and page agree",
        least=(1, ("year", "volume")),
        most=(1, PLACE),
    ),
    # nearly the title
    _row(
        By.NEAR_TITLE,
        "title:near, author:yes",
        "most of the title, the first author and the place of publication agree",
        least=(2, PLACE),
        most=(1, PLACE),
    ),
    _row(
        By.NEAR_TITLE_AUTHORS,
        "title:near, authors:yes, year:yes/near",
        "most of the title and all authors agree",
        # one team's sister papers of a year: another journal and another DOI besides are another paper
        most=(1, (*PLACE, "doi")),
    ),
    _row(
        By.NEAR_TITLE_YEAR,
        "title:near, author:yes, year:yes, long:yes",
        "most of the title, first author and year agree",
        most=(0, PLACE),
    ),
    _row(
        By.NEAR_TITLE_PLACE,
        "title:near, author:silent, container:yes, page:yes, year:yes",
        "a common or nearly right title, journal, year and page agree, and no author is named",
        most=(0, PLACE),
    ),
    _row(
        By.AUTHOR_YEAR_PAGES,
        "title:silent, author:yes, year:yes, page:yes, volume:silent",
        "authors, year and pages agree, and the container may be named by its series",
        least=(1, ("range", "authors", "team")),
    ),
    _row(
        By.CONTAINER_AUTHOR_PAGE,
        "title:silent, author:yes, container:yes, page:yes, year:silent, volume:not no",
        "container, page and first author agree, and one side gives no year",
    ),
    _row(
        By.CONTAINER_YEAR_PAGES,
        "title:silent, author:silent, container:yes, year:yes, page:yes, volume:silent",
        "container, year and page agree, and no author, title or volume is given",
    ),
    # titles in which only the order of the words, or nothing, is wrong, and no author is named
    _row(
        By.SAME_TITLE_CONTAINER,
        "title:near, same:yes, author:silent, container:yes, year:yes, bare:yes",
        "a common title, its container and the year agree, and neither side has a volume or page",
        most=(0, PLACE),
    ),
    # titleless references without a page
    _row(
        By.VOLUME_AUTHOR,
        "title:silent, author:yes, container:yes, year:yes, volume:yes, page:silent",
        "first author, journal, volume and year agree, and no title or page is given",
    ),
    _row(
        By.AUTHORS_JOURNAL_YEAR,
        "title:silent, authors:yes, container:yes, year:yes, page:silent",
        "all authors, journal and year agree, and no title or page is given",
        most=(0, PLACE),
    ),
    _row(
        By.AUTHOR_CONTAINER_YEAR,
        "title:silent, author:yes, container:yes, year:yes, bare:yes",
        "first author, container and year agree, and neither side has a volume or page",
        most=(0, PLACE),
    ),
    # not enough to decide
    _row(
        By.SAME_TITLE_ELSEWHERE,
        "title:yes, author:yes, long:yes",
        "title and first author agree but year, journal, volume and pages do not: perhaps another version",
        decides="ambiguous",
    ),
)


def first_fitting(signals: Signals) -> Row | None:
    """The first row that a candidate's signals fit, if any."""
    return next((row for row in TABLE if row.fits(signals)), None)
