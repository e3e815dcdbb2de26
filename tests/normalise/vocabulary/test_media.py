"""Kinds of work and versions in brackets."""

from __future__ import annotations

import pytest

from litreview.normalise.vocabulary.media import MEDIUM_MARK


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bathgrid (Version v0.17.2) [Computer software]. Z.", ["(Version v0.17.2)", "[Computer software]"]),
        ("Baths (latest). Z.", ["(latest)"]),
        ("Baths [Code, v1.0.1] (Version 1)", ["[Code, v1.0.1]", "(Version 1)"]),
        ("Baños [Conjunto de datos]", ["[Conjunto de datos]"]),
        ("Baths. Version 1.0.3. Z.", ["Version 1.0.3"]),
        ("Baths [Master’s thesis]", ["[Master’s thesis]"]),
        ("Baths, release 3.8.2. Bath Foundation", []),
        ("Ekonomika [Economics], no. 4", []),
        ("Baths (Version of the facts)", []),
        ("Baths (2nd ed.)", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert [match.group() for match in MEDIUM_MARK.finditer(text)] == found
