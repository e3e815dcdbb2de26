"""Study groups behind names, and titles and journals that are none."""

from __future__ import annotations

import pytest

from litreview.normalise.groups import group_behind, without_group
from litreview.normalise.names import parse_names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Roe R, Poe C; Tin Study Group", "Roe R / Poe C / Tin Study Group"),
        ("Roe R, Poe C; for the Tin Study Group", "Roe R / Poe C / Tin Study Group"),
        ("Roe R, Poe C, for the Tin Investigators", "Roe R / Poe C / Tin Investigators"),
        ("Roe R, Poe C on behalf of the Tin Trial", "Roe R / Poe C / Tin Trial"),
        ("Roe, R., Poe, C., & Tin Study Group", "Roe R. / Poe C. / Tin Study Group"),
        ("Roe R, Poe C, and the Tin Study Group", "Roe R / Poe C / Tin Study Group"),
        ("Roe, R.; Poe, C.; Tin Group", "Roe R. / Poe C. / Tin Group"),
        ("Roe R; Poe C; Doe D", "Roe R / Poe C / Doe D"),
        ("Roe R, Poe C; Tin Group; Lead Consortium", "Roe R / Poe C / Tin Group / Lead Consortium"),
        ("Roe, Jane; Poe, Ben and Doe, Dan", "Roe Jane / Poe Ben / Doe Dan"),
        ("Oorst Avd, Li Y", "Oorst Avd / Li Y"),
        ("Silva DdO, Wu X", "Silva DdO / Wu X"),
        ("SEN R, Doe T", "SEN R / Doe T"),
        ("Writing Committee for the Tin Trial", "Writing Committee for the Tin Trial"),
    ],
)
def test_names_and_groups(text: str, shown: str) -> None:
    assert " / ".join(map(str, parse_names(text)[0])) == shown


@pytest.mark.parametrize(
    "text",
    [
        ", Annals of Tin Research 52 (1994)",
        ", Tin Network 52 (1994)",
        ", The work of a study group. 1994",
        ". For the love of groups. 1994",
        ", Poe C on behalf of the Tin Study Group. Salt",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert group_behind(text, 0) is None


def test_a_list_without_a_group_stays() -> None:
    assert without_group("Roe R, Poe C") == ("Roe R, Poe C", ())
