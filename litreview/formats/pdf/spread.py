"""Addresses that were spread to fill a line: "doi: 10 . 1000 / ab - 7" for doi: 10.1000/ab-7.

TeX may stretch an address at its signs, so that they stand apart like words. A blank is taken out only where
a sign stands amid an address that has begun spread, or on both sides of which the address plainly goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Chars = list[tuple[str, bool]]

_BEGINS = re.compile(
    r"(?<!\w)https?(?= ?: ?(?:/|$))|(?<!\w)www(?= \. )"
    r"|(?<![\d.])10(?= ?\. ?\d{4,9}(?: ?/|\Z))|(?<=doi: )10(?= ?\.? ?\Z)|(?<=doi\.org/)10(?= ?\.)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:https?:|\bwww\.|\b10\.\d{4,9}/|\b10\.)\S{0,2000}\Z", re.IGNORECASE)
"""What ends a line in the middle of an address."""
_LEAD = re.compile(r"(?=\S* ?[/.=_-] [a-z\d])|(?= ?[/.=_-] ?[a-z\d])")
"""How a line begins that goes on with a spread address."""
_REGISTRANT = re.compile(r"10\.\d{4,9}/\Z")
_SIGNS = "./:_-=?&#"
_FIRST_WORD = len("https")
"""Letters of the words with which an address begins: "http", "www", "10"."""


def close_addresses(lines: Sequence[Chars]) -> None:
    """Takes the blanks out of spread addresses, in the lines as they follow."""
    open_ = False
    for chars in lines:
        text = "".join(one[:1] for one, _ in chars)
        drop: set[int] = set()
        starts = [match.start() for match in _BEGINS.finditer(text)]
        if open_ and _LEAD.match(text):
            starts.insert(0, 0)
        for start in starts:
            if not drop or start > max(drop):
                drop |= _blanks(text, start)
        if drop:
            chars[:] = [char for at, char in enumerate(chars) if at not in drop]
            text = "".join(one[:1] for one, _ in chars)
        open_ = bool(_OPEN.search(text)) or (bool(drop) and starts[-1:] == [0] and " " not in text)


def _blanks(text: str, start: int) -> set[int]:
    """The places of the blanks inside the address that begins at ``start``."""
    found: set[int] = set()
    at = start
    while at < len(text):
        if text[at] != " ":
            at += 1
            continue
        if not _goes_on(text, at, spread=bool(found) or at - start <= _FIRST_WORD):
            break
        found.add(at)
        at += 1
    return found


def _goes_on(text: str, at: int, *, spread: bool) -> bool:
    """True where the blank at a place stands inside an address.

    Before a sign: the sign is followed by a blank or the line's end too, or by a figure. After a sign: the
    sign has a blank before it, or joins parts of an identifier ("0169- 2070").
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    beyond = text[at + 2 : at + 3]
    if after and after in _SIGNS:
        apart = beyond in ("", " ") and (spread or text[at + 3 : at + 4].isdigit())
        return apart or beyond.isdigit() or beyond in _SIGNS
    if not after or before not in _SIGNS or not after.isalnum():
        return False
    apart = text[at - 2 : at - 1] == " "
    if before in "/-_=:" and (after.isdigit() or apart):
        return True
    if before == "/":
        return _continues(text, at + 1)
    return apart and (after.isdigit() or after.islower() or spread)


def _continues(text: str, at: int) -> bool:
    """True where what stands behind a slash has a figure or another sign in it, "10.1000/ j.1600", or the
    line ends in it, "10.1000/ j."."""
    word = text[at:].split(" ", 1)[0]
    ends = bool(_REGISTRANT.search(text[: at - 1])) and at + len(word) == len(text) and word[-1] in _SIGNS
    return ends or bool(re.search(r"\d|[./_-]\w", word))
