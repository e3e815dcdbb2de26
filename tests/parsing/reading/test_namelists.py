"""Names whose form says where they end."""

from __future__ import annotations

import pytest

from litreview.parsing.reading.namelists import find_names, writes_bare_names


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Roe, P., and Poe, A. Bathwork: data.", "Roe, P., and Poe, A.", "Bathwork: data."),
        ("Roe, Tom Q. Title of the bath.", "Roe, Tom Q.", "Title of the bath."),
        ("Roe, M. F., & Poe, P. (2015). Baths.", "Roe, M. F., & Poe, P.", "Baths."),
        ("Roe, A.; Harkel, A. D. J. ten; Poe, B. Baths.", "Roe, A.; Harkel, A. D. J. ten; Poe, B.", "Baths."),
        ("Roe, K. (n.d.). Baths.", "Roe, K.", "Baths."),
        ("Roe JA, van der Poe B. Baths.", "Roe JA, van der Poe B", "Baths."),
        ("Roe J, Poe B, et al. Baths.", "Roe J, Poe B", "Baths."),
        ("Roe JA et al (2014) Baths.", "Roe JA", "Baths."),
        ("Roe, K. A theory of baths.", "Roe, K.", "A theory of baths."),
    ],
)
def test_names_that_end_surely(text: str, names: str, rest: str) -> None:
    found = find_names(text, 0)
    assert found is not None
    assert (text[slice(*found.names)], text[found.after :]) == (names, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Karin T. Roe. Baths of the north.",
        "Roe, T. and P. Poe (2001): Baths.",
        "Roe, K., World Bath Organization. Baths.",
        "Bath Collaboration, J. Adam et al., Flow of baths.",
        "Roe, K. (1992/2000): Baths.",
        "World Bath Organization. Baths.",
        "Roe H. Bathpy: a tool.",
    ],
)
def test_no_names_where_the_form_does_not_tell(text: str) -> None:
    assert find_names(text, 0) is None


def test_one_initial_ends_a_name_in_a_list_of_bare_names() -> None:
    found = find_names("Roe H. Bathpy: a tool.", 0, bare=True)
    assert found is not None
    assert found.names == (0, 5)


def test_the_list_shows_how_it_writes_names() -> None:
    bare = ["Roe JA, Poe B. Baths.", "Moe C. Tubs.", "Bath Society. Rules.", "Roe J, Poe B, et al. Tin."] * 2
    given = ["Jane A. Roe, Bo Poe. Baths.", "Cora M. Moe. Tubs.", "Bath Society. Rules."] * 3
    assert writes_bare_names(bare, [0] * len(bare))
    assert not writes_bare_names(given, [0] * len(given))
    assert not writes_bare_names(bare[:4], [0] * 4)
