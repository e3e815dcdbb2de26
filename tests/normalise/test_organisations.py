"""Names that can but be an organisation's."""

from __future__ import annotations

import pytest

from litreview.normalise.organisations import are_organisations


@pytest.mark.parametrize(
    "name",
    [
        "The bathpy development team",
        "Open Bathbook Community",
        "HPC Bathing development team",
        "The Marble Community Developers",
        "Alpine Bath Facility Distributed Archive Center",
        "Instituto del Baño",
        "Museum of Bath Services",
        "The University of Northmoor Hills",
        "Ministry of Baths (MOB)",
        "Bath Society, Inc.",
    ],
)
def test_organisations(name: str) -> None:
    assert are_organisations(name)


@pytest.mark.parametrize(
    "name",
    [
        "The smallest known bath",
        "The scientific community",
        "The role of the team",
        "Community Bathing Package",
        "Museum Practice Today",
        "Guide for bathers in teams",
        "Focus on Swaziland",
        "Archaeological Bath Manual",
        "Roe K, Bath Medicine",
    ],
)
def test_titles_and_people(name: str) -> None:
    assert not are_organisations(name)
