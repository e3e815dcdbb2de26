"""What pages print around the text, told by what comes back at the same height: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from litreview.formats.pdf.page import Piece
from litreview.formats.pdf.rows import Row, page_rows

OUTER_ROWS = 4
"""Rows at the top and at the foot of a page that may be a head or a foot (a foot of three lines and its
number; seen in open access journals)."""
HEAD_GAP, HEAD_STEP = 1.6, 1.4
"""Distance of baselines, in font sizes and in usual steps, from which a margin's row is apart from text."""
MIN_REPEATS, MIN_CLOSE_REPEATS, MIN_SAME_TEXT = 0.2, 0.5, 3
"""Share of the pages on which a head must stand, apart from the text and close to it; pages from which the
very same words at the same height are a head in any case (left and right pages differ, chapters change)."""
MIN_NUMBERED = 0.4
"""Share of the pages whose outer rows must show a number that counts with the pages."""
_SAME_HEIGHT = 3.0
"""Points by which heads and feet of different pages may stand apart; by eye."""
_MAX_HEAD = 160
"""Letters of a running head or foot at most: a short citation of the article with its DOI; judgement."""
_NUMBER = re.compile(r"\d{1,5}|[ivxl]{1,7}", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*+(?:(?:page|seite|p\.|pp\.)\s*+)?(?:\d{1,5}|[ivxl]{1,7})(?:\s*+(?:of|/|von|\|)\s*+\d{1,5})?\W*+",
    re.IGNORECASE,
)
_OF_PAGES = re.compile(r"(?<=\d)\s?(?:of|/|von)\s?\d{1,5}\W*$")
"""How many pages there are, after a page's number: "7/10", "page 7 of 10"."""
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi: ?)?10\.\d{4,9}/\S+")
_LABEL = re.compile(r"(?:\[\d{1,4}\]|\d{1,4}\.)(?:\s|$)")
_MIN_SIGNS, _MIN_CLOSE_SIGNS = 8, 25
"""Letters and digits from which a text that is the same on some pages is a head though it has no words, and
though no gap parts it from the text ("Press, London." ends entries on several pages)."""


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
    repeated = _repeated(signs, len(pages))
    drop = _outermost(signs, repeated | _numbered(signs, len(pages), repeated))
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
    steps = [abs(row.base - inner.base) for row, inner in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    gaps = [
        at for at, step in enumerate(steps[: OUTER_ROWS - 1])
        if step > max(HEAD_GAP * rows[at].size, HEAD_STEP * usual)
    ]  # fmt: skip
    last = max(gaps, default=-1)
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
        signs_in_it = len(re.findall(r"\w", sign.text))
        long_enough = sign.row.apart or signs_in_it >= _MIN_CLOSE_SIGNS
        if (_has_words(sign.text) and (
            anywhere >= max(least, share * count)
            or (long_enough and level >= max(2, MIN_REPEATS * count))
        )) or (signs_in_it >= _MIN_SIGNS and same >= min(MIN_SAME_TEXT, count) > 1):  # fmt: skip
            found.add(id(sign.piece))
    return found


def _outermost(signs: Sequence[Sign], found: set[int]) -> set[int]:
    """Those that have no text between them and the edge of the page, unless a gap sets them apart."""
    kept, inside = set(), None
    for sign in signs:
        here = sign.page, sign.edge
        if not sign.row.apart and not any(id(piece) in found for piece in sign.row.pieces):
            inside = here
        elif id(sign.piece) in found and (inside != here or sign.row.apart):
            kept.add(id(sign.piece))
    return kept


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


def _numbered(signs: Sequence[Sign], count: int, repeated: set[int]) -> set[int]:
    """Page numbers, and the heads beside them, which may be another in each chapter; ``repeated`` are pieces
    known to be heads."""
    found = {
        id(sign.piece) for sign in signs
        if sign.row.apart and (_is_lone_number(sign, repeated) or _is_lone_doi(sign))
    }  # fmt: skip
    outermost = [sign for sign in signs if sign.at < 2]
    votes: Counter[tuple[str, int, int]] = Counter()
    numbers = {id(sign): _page_values(sign) for sign in outermost}
    for sign in outermost:
        votes.update({_vote(sign, value) for value in numbers[id(sign)]})
    apart = {_vote(sign, value) for sign in outermost if sign.row.apart for value in numbers[id(sign)]}
    counting = {
        vote for vote, pages in votes.items()
        if pages >= max(2 if vote in apart else 3, MIN_NUMBERED / 2 * count)
    }  # fmt: skip
    rows = {
        id(sign.row): sign.row
        for sign in outermost
        if any(_vote(sign, value) in counting for value in numbers[id(sign)])
    }
    for row in rows.values():
        if sum(len(piece.chars) for piece in row.pieces) <= _MAX_HEAD:
            found |= {id(piece) for piece in row.pieces}
    return found


def _is_lone_number(sign: Sign, repeated: set[int]) -> bool:
    """True for a page number by its looks alone; beside text that is no head a number is the label of an
    entry, two numbers in a row are cells of a table."""
    alone = all(piece is sign.piece or id(piece) in repeated for piece in sign.row.pieces)
    return sign.at < OUTER_ROWS - 1 and alone and bool(_PAGE_NUMBER.fullmatch(sign.text))


def _is_lone_doi(sign: Sign) -> bool:
    """True for a DOI as the outermost row of a page: the article's own, though no other page repeats it."""
    return sign.at == 0 and len(sign.row.pieces) == 1 and bool(_DOI.fullmatch(sign.text))


def _vote(sign: Sign, value: int) -> tuple[str, int, int]:
    """What a number says if it is its page's: which edge, how far the count is off, at what height."""
    return sign.edge, value - sign.page, round(sign.piece.base / (2 * _SAME_HEIGHT))


def _page_values(sign: Sign) -> set[int]:
    """The numbers with which a piece begins and ends, if one of them may be that of the page."""
    words = _OF_PAGES.sub("", sign.text).split()
    ends = {word.strip("[](){}|–—-.·•") for word in (words[0], words[-1])} if words else set()
    return {int(word) if word.isdecimal() else _roman(word) for word in ends if _NUMBER.fullmatch(word)}


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in word.casefold()]
    return sum(
        -value if any(after > value for after in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )
