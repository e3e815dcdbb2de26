"""Versions and media behind a title."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.media import end_at_medium, end_title_at_kind
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        end_title_at_kind,
        "Doe J. Backs [Internet]. Oslo: Fjord; 2009.",
        {"title": "Backs [Internet]"},
        {"title": "Backs"},
    ),
    Case(
        end_title_at_kind,
        "Roe, K. (2015): Baden ohne Luft. Masterarbeit, Universität Bremen.",
        {"title": "Baden ohne Luft. Masterarbeit"},
        {"title": "Baden ohne Luft"},
    ),
    Case(
        end_title_at_kind,
        "Bundesamt für Bad: Bäder schweigen. Pressemitteilung vom 4. Mai 2013. Bonn.",
        {"title": "Bäder schweigen. Pressemitteilung vom 4"},
        {"title": "Bäder schweigen"},
    ),
    Case(
        end_title_at_kind,
        "Roe K. How to write a thesis. Oslo: Fjord; 2009.",
        {"title": "How to write a thesis"},
    ),
    Case(
        end_title_at_kind, "Roe K. Personal communication, 4 May 2013.", {"title": "Personal communication"}
    ),
    Case(
        end_at_medium,
        "Roe, K. (2021). Bathgrid (Version v0.17.2) [Computer software]. Zenodo. https://doi.org/10.5281/zenodo.1",
        {"author": "Roe, K.", "title": "Bathgrid (Version v0.17.2) [Computer software]. Zenodo"},
        {"author": "Roe, K.", "title": "Bathgrid", "publisher": "Zenodo"},
    ),
    Case(
        end_at_medium,
        "Roe, K. (2020). Counts of baths at forty sites [Data set]. Dryad.",
        {"title": "Counts of baths at forty sites [Data set]"},
        {"title": "Counts of baths at forty sites"},
    ),
    Case(
        end_at_medium,
        "Roe, K. (2020). Bathpy-dev: bathpy (latest). Zenodo.",
        {"title": "Bathpy-dev: bathpy (latest)", "publisher": "Zenodo"},
        {"title": "Bathpy-dev: bathpy", "publisher": "Zenodo"},
    ),
    Case(
        end_at_medium,
        "Roe, K. (2012). El agua tibia [Tesis doctoral]. Universidad del Baño.",
        {"title": "El agua tibia [Tesis doctoral]"},
        {"title": "El agua tibia"},
    ),
    Case(
        end_at_medium,
        "Roe, Karin. 2016. Bathmod: A Toolbox. Version 1.0.3. Zenodo.",
        {"title": "Bathmod: A Toolbox. Version 1.0.3"},
        {"title": "Bathmod: A Toolbox"},
    ),
    Case(
        end_at_medium,
        "Roe, K. (2012). Kupeli [Baths of the north]. Oslo.",
        {"title": "Kupeli [Baths of the north]"},
    ),
    Case(
        end_at_medium,
        "Roe, K. (2012). The King James (version of the psalms). Oslo.",
        {"title": "The King James"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
