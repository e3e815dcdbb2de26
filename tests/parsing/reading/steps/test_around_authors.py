""" "et al." and "(eds)" behind the authors."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.around_authors import end_before_undated, see_editors, take_et_al
from tests.parsing.reading.drafts import Case, check, draft

CASES = (
    Case(end_before_undated, "Roe, K., n.d. Backs.", {"author": "Roe, K., n.d"}, {"author": "Roe, K."}),
    Case(end_before_undated, "Roe, K. s.d. Dos.", {"author": "Roe, K. s.d"}, {"author": "Roe, K."}),
    Case(end_before_undated, "Roe, K., n.d. Backs.", {"author": "Roe, K."}),
    Case(end_before_undated, "Roe, K., N. D. Poe, 2010. Backs.", {"author": "Roe, K., N. D. Poe"}),
    Case(take_et_al, "Roe K, et al. Backs.", {"author": "Roe K"}, {"author": "Roe K, et al."}),
    Case(take_et_al, "Roe K et coll. Dos.", {"author": "Roe K"}, {"author": "Roe K et coll"}),
    Case(
        take_et_al,
        "Wagner, Dieter u. a. (2004): Bad.",
        {"author": "Wagner, Dieter u. a"},
        {"author": "Wagner, Dieter u. a."},
    ),
    Case(take_et_al, "Roe K. Etal fields.", {"author": "Roe K"}),
    Case(take_et_al, "Backs et al. 2010.", {}),
    Case(see_editors, "Roe, K. (Hrsg.): Bäder.", {"author": "Roe, K."}, {"author": "Roe, K."}),
    Case(see_editors, "Roe, K. (2010): Editors of Backs.", {"author": "Roe, K."}),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)


def test_marks_are_kept() -> None:
    shortened = take_et_al(draft("Roe K, et al. Backs.", {"author": "Roe K"}))
    edited = see_editors(draft("Roe, K. & Doe, J. (eds): Backs.", {"author": "Roe, K. & Doe, J."}))
    assert shortened is not None
    assert shortened.et_al
    assert edited is not None
    assert edited.edited
