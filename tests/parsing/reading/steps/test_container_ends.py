"""Where containers begin and end."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.container_ends import (
    cut_container_tail,
    cut_series_volume,
    give_group_to_authors,
    open_container,
)
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        open_container,
        "X. In: Jugend heute, 3",
        {"container": "In: Jugend heute"},
        {"container": "Jugend heute"},
    ),
    Case(
        open_container,
        "Lenz. Leben. In: Dies.: Entgrenzung. Weinheim",
        {"title": "Leben", "container": "Dies.: Entgrenzung"},
        {"title": "Leben", "container": "Entgrenzung"},
    ),
    Case(
        open_container,
        "Roe. Tubs. In Seasons, pp. 3",
        {"title": "Tubs", "container": "In Seasons"},
        {"title": "Tubs", "container": "Seasons"},
    ),
    Case(
        open_container, "Coser. In defense of modernity. Stanford.", {"container": "In defense of modernity"}
    ),
    Case(open_container, "Roe. Tubs. Industry 3", {"title": "Tubs", "container": "Industry"}),
    Case(
        give_group_to_authors,
        "CMS Collaboration, Phys. Lett. B 762",
        {"container": "CMS Collaboration, Phys. Lett. B"},
        {"author": "CMS Collaboration", "container": "Phys. Lett. B"},
    ),
    Case(give_group_to_authors, "Group Dynamics, 7", {"container": "Group Dynamics"}),
    Case(
        cut_series_volume,
        "In Parikh, Logics of Baths, volume 193 of Lecture Notes, 3",
        {"container": "Logics of Baths, volume 193 of Lecture Notes"},
        {"container": "Logics of Baths", "volume": "193"},
    ),
    Case(
        cut_series_volume, "Journal of the Volume of Baths 3", {"container": "Journal of the Volume of Baths"}
    ),
    Case(
        cut_container_tail,
        "X. Rev Enferm [Internet]. 2005",
        {"container": "Rev Enferm [Internet"},
        {"container": "Rev Enferm"},
    ),
    Case(
        cut_container_tail,
        "Kepp. Journal of Baths December: 972",
        {"container": "Journal of Baths December"},
        {"container": "Journal of Baths"},
    ),
    Case(cut_container_tail, "Roe. The Seasons. 3", {"container": "The Seasons"}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
