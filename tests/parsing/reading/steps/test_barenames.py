"""Where the names of a Vancouver entry end: at the full stop behind bare initials."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        (
            "Forciea MA. Noninvasive Treatments for Acute, Subacute, and Chronic Low Back Pain: A Guideline."
            " Ann Intern Med. 2017;166(7):514-530.",
            ["Forciea"],
            "Noninvasive Treatments for Acute, Subacute, and Chronic Low Back Pain: A Guideline",
        ),
        (
            "Tonkens SE. Letter: Myokymia. Archives of Dermatology. 1975;111(1):130.",
            ["Tonkens"],
            "Letter: Myokymia",
        ),
        (
            "Talmage JB, Blaisdell J. Central Nerve Impairment, Bath Guides, Sixth Edition: An Overview. Bath"
            " Newsletter. 2018;23(1):10-13.",
            ["Talmage", "Blaisdell"],
            "Central Nerve Impairment, Bath Guides, Sixth Edition: An Overview",
        ),
        (
            "Zambanini A. Book review: The Year in Hypertension 2000. J Aldosterone System. 2001;2(3):203.",
            ["Zambanini"],
            "Book review: The Year in Hypertension 2000",
        ),
        ("Widden P, Dix NJ. Fungal Ecology. Ecology. 1996;77(3):982.", ["Widden", "Dix"], "Fungal Ecology"),
        (
            "Love, A., Sjors, H.: Scandinavian Ecology. Ecology 38, 545 (1957)",
            ["Love", "Sjors"],
            "Scandinavian Ecology",
        ),
        ("Davies, P.C.W.: J. Phys. A 8, 609 (1975)", ["Davies"], ""),
        (
            "John R. Davies, Stephen V. Hill. Security Systems of Baths. Bath Press, Chicago, 1995.",
            ["Davies", "Hill"],
            "Security Systems of Baths",
        ),
        (
            "Warren R. Greiff. Tractable classes of bath tubs. Technical Report TR-96-66, Oslo, 1996.",
            ["Greiff"],
            "Tractable classes of bath tubs",
        ),
    ],
)
def test_names_end_at_their_full_stop(text: str, authors: list[str], title: str) -> None:
    work = parse_reference(text).work
    assert [name.family for name in work.author] == authors
    assert work.full_title == title


def test_the_year_of_an_unmistakable_block_is_the_year() -> None:
    text = "Hasbenli A, Zaitzev VF. Two species of Fly Linnaeus, 1758 from Turkey. Ent Z. 2000;47(1):105-8."
    assert parse_reference(text).work.year == 2000
