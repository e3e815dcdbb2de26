"""Heads, feet and page numbers, told from the labels of entries that stand in the same rows."""

from __future__ import annotations

from litreview.formats.pdf.furniture import without_furniture
from litreview.formats.pdf.glyphs import Char
from litreview.formats.pdf.page import Piece

WORDS = ("slow", "widgets", "grow", "under", "local", "rivers", "and", "deep", "models", "tell", "why")


def piece(text: str, left: float, base: float) -> Piece:
    """A word or a line in letters of 10 points, each 5 wide."""
    return Piece(
        [
            Char(one, left + 5 * n, left + 5 * n + 5, base - 2, base + 8, base, 10.0)
            for n, one in enumerate(text)
        ]
    )


def page(number: int, *rows: list[Piece]) -> list[Piece]:
    """Rows of its own, and twenty lines of text that no other page has."""
    lines = [
        piece(" ".join([*WORDS[(number + n) % len(WORDS) :], f"w{number}x{n}"]), 60, 700 - 12 * n)
        for n in range(20)
    ]
    return [*(one for row in rows for one in row), *lines]


def kept(*pages: list[Piece]) -> str:
    return " ".join(one.text for left in without_furniture(pages) for one in left)


def test_the_label_of_an_entry_at_the_top_of_a_page_is_no_page_number() -> None:
    pages = [
        page(n, [piece(f"{n * 7}.", 60, 730), piece(f"Arden A. On {WORDS[n]}.", 100, 730)])
        for n in range(1, 4)
    ]
    assert all(label in kept(*pages) for label in ("7.", "14.", "21."))


def test_a_number_alone_apart_from_the_text_is_one() -> None:
    assert "93" not in kept(page(1, [piece("93", 300, 760)]), page(2))


def test_numbers_of_pages_of_so_many_stand_beside_an_address() -> None:
    pages = [
        page(n, [piece("https://things.example.org/on-widgets", 60, 30), piece(f"{n}/9", 500, 30)])
        for n in range(1, 5)
    ]
    assert "/9" not in kept(*pages)


def test_a_doi_alone_at_the_foot_of_one_page_is_the_articles() -> None:
    assert "10.1234" not in kept(page(1), page(2, [piece("https://doi.org/10.1234/jt.2019.34", 200, 30)]))
