"""Where the names of a Vancouver entry end: at the full stop behind bare initials."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.fields import parse_reference
from litreview.parsing.reading.steps.bare_names import end_bare_names, free_short_title, part_bare_container
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        part_bare_container,
        "Widden P, Dix NJ. Fungal Ecology. Ecology. 1996;77(3):982.",
        {"author": "Widden P, Dix NJ", "container": "Fungal Ecology. Ecology"},
        {"author": "Widden P, Dix NJ", "title": "Fungal Ecology", "container": "Ecology"},
    ),
    Case(
        part_bare_container,
        "Widden P, Dix NJ. J. Fungal Ecology, 77 (1996) 982.",
        {"author": "Widden P, Dix NJ", "container": "J. Fungal Ecology"},
    ),
    Case(
        end_bare_names,
        "Talmage JB. Central Loss, Bath Guides, Sixth Edition: An Overview. Bath News. 2018;23(1):10-13.",
        {
            "author": "Talmage JB. Central Loss",
            "title": "Bath Guides",
            "container": "Sixth Edition: An Overview. Bath News",
        },
        {
            "author": "Talmage JB",
            "title": "Central Loss, Bath Guides, Sixth Edition: An Overview",
            "container": "Bath News",
        },
    ),
    Case(
        end_bare_names,
        "Tonkens SE. Letter: Myokymia. Arch Baths. 1975;111(1):130.",
        {"author": "Tonkens SE. Letter", "title": "Myokymia", "container": "Arch Baths"},
        {"author": "Tonkens SE", "title": "Letter: Myokymia", "container": "Arch Baths"},
    ),
    Case(
        end_bare_names,
        "Roe K, Lind AB. Cold baths. Bath J. 2001;3:4.",
        {"author": "Roe K, Lind AB", "title": "Cold baths", "container": "Bath J"},
    ),
    # "John R. Davies. Title" is no list of bare initials.
    Case(
        end_bare_names,
        "John R. Davies. Security of Baths. Bath Press, 1995.",
        {"author": "John R. Davies. Security of Baths"},
    ),
    Case(
        free_short_title,
        "Dias R, Massoud S. Frozen shoulder. BMJ. 2005;331:1453.",
        {"author": "Dias R, Massoud S. Frozen shoulder", "container": "BMJ"},
        {"author": "Dias R, Massoud S", "title": "Frozen shoulder", "container": "BMJ"},
    ),
    Case(
        free_short_title,
        "Dias R. Smith, Orthopaedics 31, 1453",
        {"author": "Dias R. Smith", "container": "Orthopaedics"},
    ),
    Case(
        free_short_title,
        "Lang S, Roe K. Ode B. BMJ. 2005",
        {"author": "Lang S, Roe K. Ode B", "container": "BMJ"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


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
        (
            "Gadet P, Carpentieri M. Ostéologie. In: Fiches d'anatomie. Elsevier, 2015: 3–95.",
            ["Gadet", "Carpentieri"],
            "Ostéologie",
        ),
    ],
)
def test_names_end_at_their_full_stop(text: str, authors: list[str], title: str) -> None:
    work = parse_reference(text).work
    assert [name.family for name in work.author] == authors
    assert work.full_title == title
