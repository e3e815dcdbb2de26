"""Editors behind a title."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.editors_behind import part_editors
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        part_editors,
        "Moe, G. (1988). Principles of baths (W. Roe & I. Poe, Eds.; pp. 1335–1378). Livingstone.",
        {"author": "Moe, G.", "title": "Principles of baths (W. Roe & I. Poe"},
        {"author": "Moe, G.", "title": "Principles of baths", "editor": "W. Roe & I. Poe"},
    ),
    Case(
        part_editors,
        "Moe G. Principles of baths. Roe W, Poe I, editors. Oslo: Bath Press; 1988.",
        {"author": "Moe G", "title": "Principles of baths. Roe W, Poe I"},
        {"author": "Moe G", "title": "Principles of baths", "editor": "Roe W, Poe I"},
    ),
    Case(
        part_editors,
        "Moe, G. Broken Baths: A View; Roe, A., Poe, C., Eds.; 1999; pp 35–62.",
        {"author": "Moe, G.", "title": "Broken Baths: A View", "container": "Roe, A., Poe, C."},
        {"author": "Moe, G.", "title": "Broken Baths: A View", "editor": "Roe, A., Poe, C."},
    ),
    Case(
        part_editors,
        "Moe, G. (1988). Baths. In W. Roe (Ed.), Waters (pp. 1-9).",
        {"title": "Baths", "editor": "W. Roe", "container": "Waters"},
    ),
    Case(
        part_editors,
        "Moe, G. (1988). Letters to editors of baths. Oslo.",
        {"title": "Letters to editors of baths"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
