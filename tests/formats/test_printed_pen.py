"""Lists of authors in printed entries: what an entry with two shows of how three are written."""

from __future__ import annotations

import pytest

from litreview.formats.pen import Person
from litreview.formats.printed_pen import PrintedPen
from litreview.model.work import Name
from litreview.parsing.reading.fields import parse_reference

PEOPLE = (Name("Vogt", "R."), Name("Amadi", "C."), Name("Ruiz", "P."))


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        ("Vogt R, Ruiz P. Salt for pilots. Aviat Ther. 2012;3(1):1-9.", "Vogt R, Amadi C, Ruiz P"),
        (
            "Vogt, R., & Ruiz, P. (2012). Salt for pilots. Aviat Ther, 3(1), 1-9.",
            "Vogt, R., Amadi, C., & Ruiz, P.",
        ),
        ("Vogt, R.; Ruiz, P. Salt for pilots. Aviat Ther 2012, 3, 1-9.", "Vogt, R.; Amadi, C.; Ruiz, P."),
        (
            "R. Vogt and P. Ruiz, “Salt for pilots,” Aviat Ther, vol. 3, p. 1, 2012.",
            "R. Vogt, C. Amadi and P. Ruiz",
        ),
    ],
)
def test_two_authors_show_how_three_are_written(entry: str, written: str) -> None:
    reference = parse_reference(entry)
    cited = reference.work.author
    given = {name.family: next((one for one in cited if one.family == name.family), name) for name in PEOPLE}
    people = [
        Person(given[name.family], given[name.family] if given[name.family] in cited else None)
        for name in PEOPLE
    ]
    (spot,) = PrintedPen().replace_authors(reference, people, [])
    assert (entry[: spot.start] + spot.text + entry[spot.end :]).startswith(written)


def test_one_author_does_not_show_how_two_are_written() -> None:
    reference = parse_reference("Vogt R. Salt for pilots. Aviat Ther. 2012;3(1):1-9.")
    people = [Person(name, None) for name in PEOPLE]
    assert PrintedPen().replace_authors(reference, people, []) == ()
