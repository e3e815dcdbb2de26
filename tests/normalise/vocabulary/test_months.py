"""The months of the table are CLDR's, no name is two months, and the printed forms are known."""

from __future__ import annotations

import pytest

from litreview.normalise.text import to_ascii
from litreview.normalise.vocabulary import months
from litreview.normalise.vocabulary.months import MONTH_ABBREVIATIONS, MONTH_NAMES, MONTHS, month_words
from litreview.normalise.vocabulary.patterns import read_table


def cldr_rows(language: str) -> tuple[str, ...]:
    """A language's twelve months as the table holds them, made from Babel's copy of CLDR.

    Printing these for each language of the table, four to a line, makes the table again.
    """
    babel = pytest.importorskip("babel")
    found = babel.Locale.parse(language).months
    rows = []
    for month in range(1, 13):
        names = (
            found[context][width][month].lower().rstrip(".").removeprefix("de ").removeprefix("d’")
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
        )
        rows.append("/".join(dict.fromkeys(names)))
    return tuple(rows)


TABLE = read_table(months._CLDR)


@pytest.mark.parametrize("language", TABLE)
def test_the_table_is_that_of_cldr(language: str) -> None:
    assert TABLE[language] == cldr_rows(language)


@pytest.mark.parametrize("language", TABLE)
def test_every_language_has_twelve_months(language: str) -> None:
    assert {MONTHS[name] for name in MONTH_NAMES[language]} == set(range(1, 13))
    assert len(TABLE[language]) == 12


def test_no_name_is_two_months() -> None:
    for rows in TABLE.values():
        for month, row in enumerate(rows, start=1):
            for name in row.split("/"):
                assert MONTHS[name] == month, name
                assert MONTHS[to_ascii(name)] == month, name


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("sept", 9), ("märz", 3), ("mrz", 3), ("jänner", 1), ("févr", 2), ("juill", 7), ("fevrier", 2),
        ("setiembre", 9), ("genn", 1), ("mrt", 3), ("września", 9), ("августа", 8), ("сент", 9),
        ("listopadu", 11), ("październik", 10), ("ağustos", 8), ("agustos", 8), ("mtart", None),
    ],
)  # fmt: skip
def test_printed_forms(name: str, month: int | None) -> None:
    assert MONTHS.get(name) == month


def test_words_of_some_languages_only() -> None:
    assert "october" in month_words("en")
    assert "ottobre" not in month_words("en", "de")
    assert [MONTHS[name] for name in MONTH_ABBREVIATIONS] == list(range(1, 13))
