"""Titles begin behind names of an unmistakable form."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.name_ends import begin_title_behind_names
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        begin_title_behind_names,
        "Roe, P., and Poe, A. Bathwork: Simplified bathing on large clusters. In Proc. of the 6th Baths.",
        {"author": "Roe, P., and Poe, A. Bathwork", "title": "Simplified bathing on large clusters"},
        {"author": "Roe, P., and Poe, A.", "title": "Bathwork: Simplified bathing on large clusters"},
    ),
    Case(
        begin_title_behind_names,
        "Roe S, Poe J. Bathmodels: Econometrics of baths. 9th Bath Conference. 2010.",
        {"author": "Roe S, Poe J. Bathmodels", "title": "Econometrics of baths"},
        {"author": "Roe S, Poe J", "title": "Bathmodels: Econometrics of baths"},
    ),
    Case(
        begin_title_behind_names,
        "Poe, D. (n.d.). Bathtaxis documentation. https://example.org/d",
        {"title": "Bathtaxis documentation"},
        {"author": "Poe, D.", "title": "Bathtaxis documentation"},
    ),
    Case(
        begin_title_behind_names,
        "Roe, D. R. Anglo-Saxon Bathing. London, 1992.",
        {"author": "Roe, D. R. Anglo-Saxon", "place": "London"},
        {"author": "Roe, D. R.", "title": "Anglo-Saxon Bathing", "place": "London"},
    ),
    Case(
        begin_title_behind_names,
        "Roe, S.; Poe, A. Bath Change, Bath Fluctuation, and Water. Arch Bath Med 2002, 162, 2575.",
        {
            "author": "Roe, S.; Poe, A.",
            "title": "Bath Change",
            "container": "Bath Fluctuation, and Water. Arch Bath Med",
        },
        {
            "author": "Roe, S.; Poe, A.",
            "title": "Bath Change, Bath Fluctuation, and Water",
            "container": "Arch Bath Med",
        },
    ),
    Case(
        begin_title_behind_names,
        "Roe, T. and P. Poe (2001): New Public Bathing: Baths and Practice (Aldershot: Ashgate).",
        {"author": "Roe, T. and P. Poe", "title": "New Public Bathing: Baths and Practice"},
    ),
    Case(
        begin_title_behind_names,
        "Karin T. Roe. Bathing: A view. Bath J. 2004;3:9.",
        {"author": "Karin T. Roe", "title": "Bathing: A view"},
    ),
    Case(
        begin_title_behind_names,
        "Roe F, Poe N 2006, Decay of baths in the north, Commun. Math. Baths, 264, 465.",
        {
            "author": "Roe F, Poe N",
            "title": "Decay of baths in the north",
            "container": "Commun. Math. Baths",
        },
    ),
    Case(
        begin_title_behind_names,
        "Bath Collaboration, J. Adam et al., Flow of baths, Phys. Baths 117.",
        {"author": "Bath Collaboration, J. Adam", "title": "Flow of baths"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
