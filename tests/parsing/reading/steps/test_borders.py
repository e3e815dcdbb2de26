"""Borders between title and container: each string was read wrongly once, or is the like of one that was."""

from __future__ import annotations

import pytest
from litreview.parsing.reading.steps.borders import mend_borders
from litreview.parsing.reading.steps.oddnumbers import number_report

from litreview.parsing.reading.steps.imprints import tidy_publisher

Fields = dict[str, str]


def places(text: str, fields: Fields) -> dict[str, tuple[int, int]]:
    return {
        label: (text.index(value), text.index(value) + len(value)) for label, value in fields.items() if value
    }


def mended(text: str, fields: Fields) -> Fields:
    found = places(text, fields)
    mend_borders(text, found)
    tidy_publisher(text, found)
    number_report(text, found)
    return {label: text[start:end] for label, (start, end) in found.items()}


MENDED = [
    (
        "Walsh, H. (1992): Change in the Public Service, Public Administration 70, 499.",
        {"container": "Change in the Public Service, Public Administration", "volume": "70"},
        {"title": "Change in the Public Service", "container": "Public Administration", "volume": "70"},
    ),
    (
        "Bao Q, Zhao Y. Bathing Habits in Northern Towns. Baths. 2010, 2, 1629.",
        {"container": "Bathing Habits in Northern Towns. Baths", "volume": "2,"},
        {"title": "Bathing Habits in Northern Towns", "container": "Baths", "volume": "2,"},
    ),
    (
        "Schofield, J. (2001): Are Old Ways Best? The Usefulness of Bureaus in Offices, Organization 8, 77.",
        {
            "title": "Are Old Ways Best?",
            "container": "The Usefulness of Bureaus in Offices, Organization",
            "volume": "8",
        },
        {
            "title": "Are Old Ways Best? The Usefulness of Bureaus in Offices",
            "container": "Organization",
            "volume": "8",
        },
    ),
    (
        "Shmakov, N. A. 2011, Rejtingi [Ratings. Regions by level], Ekonomika [Economics], no. 6",
        {"title": "Rejtingi [Ratings", "container": "Regions by level], Ekonomika", "issue": "6"},
        {"title": "Rejtingi [Ratings. Regions by level]", "container": "Ekonomika [Economics]", "issue": "6"},
    ),
    (
        "Smirnova, T. 2010, Rynok [The market], Problemy [Problems of Today], no 1",
        {"title": "Rynok [The market], Problemy", "issue": "1"},
        {"title": "Rynok [The market]", "container": "Problemy [Problems of Today]", "issue": "1"},
    ),
    (
        "Davis, Jack (1998), Access to Information, in: Deckmyn / Thomson, pp. 121-126",
        {"title": "Access to Information", "container": "Deckmyn / Thomson"},
        {"title": "Access to Information", "editor": "Deckmyn / Thomson"},
    ),
    (
        "Alheit, P. (1995): „Biographie“ als Potential. Konzeptionelle Überlegungen dazu. In: Krüger (Hg.)",
        {"title": "Biographie“ als Potential", "editor": "Krüger"},
        {"title": "Biographie“ als Potential. Konzeptionelle Überlegungen dazu", "editor": "Krüger"},
    ),
    (
        "Boelcke, W. (1985): Erbe in Deutschland 1933-1948. Paderborn.",
        {"title": "Erbe", "container": "Deutschland 1933-1948. Paderborn"},
        {"title": "Erbe in Deutschland 1933-1948", "place": "Paderborn"},
    ),
    (
        "Pollitt, C. (2004): Trends to Agencies, Quangos and Contracts (London: Routledge).",
        {"title": "Trends to Agencies", "container": "Quangos and Contracts", "publisher": "Routledge"},
        {"title": "Trends to Agencies, Quangos and Contracts", "publisher": "Routledge"},
    ),
    (
        "Ferren, W. 1976. Flora of the Maurice River, New Jersey. Bartonia 44: 58.",
        {"title": "Flora of the Maurice River", "container": "New Jersey. Bartonia", "volume": "44"},
        {"title": "Flora of the Maurice River, New Jersey", "container": "Bartonia", "volume": "44"},
    ),
    (
        "Jamil, I. 2007. Culture. A H Publishing House. Dhaka",
        {"title": "Culture", "publisher": "A H Publishing House. Dhaka"},
        {"title": "Culture", "publisher": "A H Publishing House", "place": "Dhaka"},
    ),
    (
        "Commons, J. (1934): Economics. Madison, University of Wisconsin Press.",
        {"title": "Economics", "publisher": "Madison, University of Wisconsin Press"},
        {"title": "Economics", "place": "Madison", "publisher": "University of Wisconsin Press"},
    ),
    (
        "Vogel, T., 2006, Mobility, SFB Discussion Paper Nr. 649, Berlin.",
        {"title": "Mobility", "container": "SFB Discussion Paper", "issue": "649", "place": "Berlin"},
        {"title": "Mobility", "container": "SFB Discussion Paper", "number": "649", "place": "Berlin"},
    ),
]


@pytest.mark.parametrize(("text", "labelled", "expected"), MENDED)
def test_mended(text: str, labelled: Fields, expected: Fields) -> None:
    assert mended(text, labelled) == expected


LEFT_ALONE = [
    (
        "Toraño, E. Methods in Physics Section A: Accelerators, Detectors and Equipment 1996, 369, 608.",
        {"container": "Methods in Physics Section A: Accelerators, Detectors and Equipment", "volume": "369"},
    ),
    (
        "Andersen, L. Analysis. DIKU, University of Copenhagen, May 1994.",
        {"title": "Analysis", "publisher": "DIKU, University of Copenhagen"},
    ),
    (
        "Rao A. Theory, Culture and Society 19, 1-2.",
        {"container": "Theory, Culture and Society", "volume": "19"},
    ),
    (
        "Hay, R. Philosophical Transactions of the Royal Society of London, Series B 33, 1.",
        {
            "container": "Philosophical Transactions of the Royal Society of London, Series B",
            "volume": "33",
        },
    ),
    (
        "Doe, J. (2001). Backs in Winter. In R. Roe (Ed.), Seasons. Oslo: Fjord.",
        {"title": "Backs in Winter", "container": "Seasons", "editor": "R. Roe", "place": "Oslo"},
    ),
    (
        "Büge, H. (1990): Entlohnung. In: Leistung und Lohn, Nr. 229.",
        {"title": "Entlohnung", "container": "Leistung und Lohn", "issue": "229"},
    ),
    (
        "Doe J. Backs [Internet]. Oslo: Fjord; 2009.",
        {"title": "Backs", "place": "Oslo", "publisher": "Fjord"},
    ),
    ("Doe, J. (2001). Books, pens and paper. Taylor and Francis.", {"title": "Books, pens and paper"}),
    ("Helsper, W. (2001): Praxis. Heft 3, 7-15.", {"title": "Praxis", "issue": "3", "pages": "7-15"}),
]


@pytest.mark.parametrize(("text", "labelled"), LEFT_ALONE)
def test_left_alone(text: str, labelled: Fields) -> None:
    assert mended(text, labelled) == labelled
