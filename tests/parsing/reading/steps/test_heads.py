"""An author or a title alone before the year."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.steps.heads import tell_head
from tests.parsing.reading.drafts import Case, check

CASES = (
    Case(
        tell_head,
        "The bathpy development team. (2024). Bathpy-dev/bathpy: Bathpy. Zenodo. https://example.org/b",
        {"title": "Bathpy-dev/bathpy: Bathpy"},
        {"author": "The bathpy development team", "title": "Bathpy-dev/bathpy: Bathpy"},
    ),
    Case(
        tell_head,
        "Open Bathbook Community. (2021). Bathing for everybody. Zenodo.",
        {"title": "Open Bathbook Community", "year": "2021"},
        {"author": "Open Bathbook Community", "title": "Bathing for everybody", "year": "2021"},
    ),
    Case(
        tell_head,
        "bather88. (2019). Bath visualiser, GitHub repo. https://example.org/bather88",
        {"title": "Bath visualiser, GitHub repo", "year": "2019"},
        {"author": "bather88", "title": "Bath visualiser, GitHub repo", "year": "2019"},
    ),
    Case(
        tell_head,
        "The smallest known bath house. (2008). In Scientific Bather. Springs.",
        {"author": "The smallest known bath house", "container": "Scientific Bather"},
        {"title": "The smallest known bath house", "container": "Scientific Bather"},
    ),
    Case(
        tell_head,
        "Right to bathing. (2022). Information Commissioners Office. https://example.org/r",
        {"title": "Information Commissioners Office"},
        {"title": "Right to bathing", "publisher": "Information Commissioners Office"},
    ),
    Case(
        tell_head,
        "Agua para todos. Una propuesta nacional. (2015). Instituto del Baño. https://example.org/a",
        {"author": "Agua para todos", "title": "Instituto del Baño"},
        {"title": "Agua para todos. Una propuesta nacional", "publisher": "Instituto del Baño"},
    ),
    Case(
        tell_head,
        "Archaeological Bath Manual. 1994. Museum of Bath Services.",
        {"title": "Museum of Bath Services"},
        {"title": "Archaeological Bath Manual", "publisher": "Museum of Bath Services"},
    ),
    Case(
        tell_head,
        "Roe, Karin. 2005. Baths of the north. Oslo.",
        {"author": "Roe, Karin", "title": "Baths of the north"},
    ),
    Case(tell_head, "Karin Roe. (2005). World Bath Foundation.", {"author": "Karin Roe"}),
    Case(tell_head, "Greta Moe. 2005. “Baths of the north.” Bath Foundation.", {"author": "Greta Moe"}),
    Case(tell_head, "Bath Reform. (2005). Towns and their baths. Oslo.", {"title": "Towns and their baths"}),
    Case(
        tell_head,
        "Baths of the north and of the south. (2004). Bath J 3:4-9.",
        {"volume": "3", "pages": "4-9"},
    ),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_steps(case: Case) -> None:
    check(case)
