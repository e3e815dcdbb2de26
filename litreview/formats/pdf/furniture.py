"""What pages print around the text, told by what comes back at the same height: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from litreview.formats.pdf.page import Piece
from litreview.formats.pdf.rows import Row, page_rows

OUTER_ROWS = 4
"""Rows at the top and at the foot of a page that may be a head or a foot (a foot of three lines and its
number; seen in open access journals)."""
HEAD_GAP = 1.6
"""Distance of baselines, in font sizes, from which a margin's row is apart from the text."""
MIN_REPEATS, MIN_CLOSE_REPEATS, MIN_SAME_TEXT = 0.2, 0.5, 3
"""Share of the pages on which a head must stand, apart from the text and close to it; pages from which the
very same words at the same height are a head in any case (left and right pages differ, chapters change)."""
MIN_NUMBERED = 0.4
"""Share of the pages whose outer rows must show a number that counts with the pages."""
_SAME_HEIGHT = 3.0
_MAX_HEAD = 160
_NUMBER = re.compile(r"\d{1,5}|[ivxl]{1,7}", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.|pp\.)?\s*(?:\d{1,5}|[ivxl]{1,7})(?:\s*(?:of|/|von|\|)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\[\d{1,4}\]|\d{1,4}\.)(?:\s|$)")
_MIN_SIGNS = 8
"""Letters and digits from which a text that is the same on two pages is a head though it has no words."""


class Sign(NamedTuple):
    """A piece in the outer rows: its page, which edge it is near, and how it is printed."""

    page: int
    at: int
    edge: str
    row: Row
    piece: Piece
    text: str

    @property
    def folded(self) -> str:
        return re.sub(r"\d+", "#", self.text)


def without_furniture(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of every page but for running heads and feet and page numbers."""
    signs = list(_signs(pages))
    drop = _repeated(signs, len(pages)) | _numbered(signs, len(pages))
    return [[piece for piece in page if id(piece) not in drop] for page in pages]


def _signs(pages: Sequence[Sequence[Piece]]) -> Iterator[Sign]:
    for number, page in enumerate(pages):
        rows = page_rows(page)
        for edge, ordered in (("top", rows), ("foot", rows[::-1])):
            _set_apart(ordered)
            for at, row in enumerate(ordered[:OUTER_ROWS]):
                for piece in row.pieces:
                    yield Sign(number, at, edge, row, piece, " ".join(piece.text.casefold().split()))


def _set_apart(rows: Sequence[Row]) -> None:
    """Marks the outer rows that stand before a gap."""
    outer = rows[: OUTER_ROWS - 1]
    steps = [abs(row.base - inner.base) / row.size for row, inner in zip(outer, rows[1:], strict=False)]
    last = max((at for at, step in enumerate(steps) if step > HEAD_GAP), default=-1)
    for row in rows[: last + 1]:
        row.apart = True


def _repeated(signs: Sequence[Sign], count: int) -> set[int]:
    """Pieces that come back on other pages: the same but for numbers, or the very same at the same height."""
    folded = _places(signs, lambda sign: sign.folded)
    exact = _places(signs, lambda sign: sign.text)
    found = set()
    for sign in signs:
        share, least = (MIN_REPEATS, 2) if sign.row.apart else (MIN_CLOSE_REPEATS, 3)
        anywhere = len({page for page, _ in folded[sign.edge, sign.folded]})
        level = _on_level(folded[sign.edge, sign.folded], sign)
        same = _on_level(exact[sign.edge, sign.text], sign)
        worded = _has_words(sign.text)
        if (worded and (anywhere >= max(least, share * count) or level >= max(2, MIN_REPEATS * count))) or (
            len(re.findall(r"\w", sign.text)) >= _MIN_SIGNS and same >= min(MIN_SAME_TEXT, count) > 1
        ):
            found.add(id(sign.piece))
    return found


def _places(
    signs: Sequence[Sign], key: Callable[[Sign], str]
) -> dict[tuple[str, str], list[tuple[int, float]]]:
    found = defaultdict(list)
    for sign in signs:
        found[sign.edge, key(sign)].append((sign.page, sign.piece.base))
    return found


def _on_level(places: Sequence[tuple[int, float]], sign: Sign) -> int:
    """Pages on which a text stands at the height of this one."""
    return len({page for page, base in places if abs(base - sign.piece.base) < _SAME_HEIGHT})


def _has_words(text: str) -> bool:
    """Heads have words; lines of a list that look alike but for numbers (labels, pieces of DOIs) do not."""
    return len(re.findall(r"[^\W\d_]{3,}", text)) >= 2 and not _LABEL.match(text)


def _numbered(signs: Sequence[Sign], count: int) -> set[int]:
    """Page numbers, and the heads beside them, which may be another in each chapter."""
    found = {id(sign.piece) for sign in signs if sign.row.apart and _is_lone_number(sign)}
    outermost = [sign for sign in signs if sign.at < 2]
    votes: Counter[tuple[str, int, int]] = Counter()
    numbers = {id(sign): _page_values(sign) for sign in outermost}
    for sign in outermost:
        votes.update({(sign.edge, value - sign.page, _level(sign)) for value in numbers[id(sign)]})
    least = max(3, MIN_NUMBERED / 2 * count)
    counting = {vote for vote, pages in votes.items() if pages >= least}
    rows = {
        id(sign.row): sign.row
        for sign in outermost
        if any((sign.edge, value - sign.page, _level(sign)) in counting for value in numbers[id(sign)])
    }
    for row in rows.values():
        if sum(len(piece.chars) for piece in row.pieces) <= _MAX_HEAD:
            found |= {id(piece) for piece in row.pieces}
    return found


def _is_lone_number(sign: Sign) -> bool:
    """True for a page number by its looks alone; two numbers in a row are cells of a table."""
    numbers = sum(bool(_PAGE_NUMBER.fullmatch(piece.text)) for piece in sign.row.pieces)
    return sign.at < OUTER_ROWS - 1 and numbers == 1 and bool(_PAGE_NUMBER.fullmatch(sign.text))


def _level(sign: Sign) -> int:
    return round(sign.piece.base / (2 * _SAME_HEIGHT))


def _page_values(sign: Sign) -> set[int]:
    """The numbers with which a piece begins and ends, if one of them may be that of the page."""
    words = sign.text.split()
    ends = {word.strip("[](){}|–—-.·•") for word in (words[0], words[-1])} if words else set()
    return {int(word) if word.isdecimal() else _roman(word) for word in ends if _NUMBER.fullmatch(word)}


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in word.casefold()]
    return sum(
        -value if any(after > value for after in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )
