"""Lines of pages as running text: words and DOIs joined over line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from litreview.formats.pdf.blocks import Setting
from litreview.formats.pdf.columns import Line, joined
from litreview.formats.pdf.dashes import restore_dashes
from litreview.formats.pdf.glyphs import HYPHEN
from litreview.formats.pdf.spread import close_addresses

_ADDRESS_END = re.compile(r"(?:https?:(?://|/?$)|www\.|doi\.org/|doi:\s?|\b10\.)\S{0,2000}$", re.IGNORECASE)
_DOI_OPEN = re.compile(r"\b10\.(?:\d{0,9}/?)?$")
_REGISTRANT = re.compile(r"10\.\d{4,9}/")
_ADDRESS_PART = re.compile(r"[\w./(<%#?&=~+-]")
_ADDRESS_MORE = re.compile(r"[/.]\S*|(?=\S*[\d/])[\da-z.-][\w./()-]*\W?")
_RANGE_END = re.compile(r"\d[-‐–—\u00ad]$")
_GLUED_LABEL = re.compile(r"(?:\[\d{1,4}\]|\d{1,3}\.)(?=[^\W\d_])")
_LABEL = re.compile(r"(?:\[\d{1,4}\]|\d{1,4}\.)(?:\s|$)|\d{1,3} [^\W\d_a-z][^\W\d_]+,? [^\W\d_a-z]")
"""A list's number; a bare one before a name and initials."""
_TOKEN = re.compile(r"\S+")
_HYPHENS = f"-‐{HYPHEN}"
_FULL = 2.5
"""Distance from the column's right edge, in font sizes, up to which a line counts as full."""
MIN_TAIL = 3
"""Letters from which the second half of a broken word can be a word of its own ("short-form")."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True)
class Set:
    """A line ready to be written: characters with "raised" flags, and its place and layout."""

    chars: list[tuple[str, bool]]
    setting: Setting

    @property
    def text(self) -> str:
        return "".join([text for text, _ in self.chars])

    @property
    def line(self) -> Line:
        return self.setting.line


def set_lines(settings: Sequence[Setting]) -> list[Set]:
    """The lines of all pages in order, without hyphens of line ends and broken addresses."""
    lines = [Set(chars, item) for item in settings if (chars := _label_apart(joined(item.line), item))]
    close_addresses([item.chars for item in lines])
    words = _vocabulary([item.text for item in lines])
    for item, following in pairwise(lines):
        if item.setting.floating == following.setting.floating:
            _join(item, following, words)
    restore_dashes([item.chars for item in lines])
    return [item for item in lines if item.chars]


def _label_apart(chars: list[tuple[str, bool]], item: Setting) -> list[tuple[str, bool]]:
    """A list's number with a blank after it, where the page has only a narrow gap ("10.Allen PF")."""
    if item.numbered:
        length = next(at for at, (_, raised) in enumerate(chars) if not raised)
        return [*chars[:length], (" ", False), *chars[length:]]
    glued = _GLUED_LABEL.match("".join(text[:1] for text, _ in chars[:8]))
    return [*chars[: glued.end()], (" ", False), *chars[glued.end() :]] if glued else chars


def _vocabulary(texts: Sequence[str]) -> Counter[str]:
    """How often each word stands whole in a line; the halves of broken words are left out."""
    words: Counter[str] = Counter()
    broken = False
    for text in texts:
        found = [word.casefold() for word in _WORD.findall(text)]
        ends_broken = text[-1:] in tuple(_HYPHENS)
        words.update(found[int(broken) : len(found) - int(ends_broken)])
        broken = ends_broken
    return words


def _join(item: Set, following: Set, words: Counter[str]) -> None:
    """Moves what belongs to the last word of a line up from the next one."""
    text, after = item.text, following.text
    first = _TOKEN.match(after)
    if not text or first is None:
        return
    if following.setting.begins and _LABEL.match(after):
        return
    if _RANGE_END.search(text) and after[0].isdigit() and not _ADDRESS_END.search(text):
        _move(item, following, first.end(), hyphen=text[-1] == HYPHEN)
    elif _LABEL.match(after):
        return
    elif _ADDRESS_END.search(text):
        if not following.setting.begins and _goes_on(text, first.group(), item):
            _move(item, following, first.end(), hyphen=text[-1] == HYPHEN)
    elif text[-1] in _HYPHENS and text[-2:-1].isalpha() and after[0].isalnum():
        keep = not after[0].islower() or _is_compound(text, after, words)
        _move(item, following, first.end(), hyphen=keep, drop=1)


def _is_compound(text: str, after: str, words: Counter[str]) -> bool:
    """True for a word that has a hyphen where it is broken: seen so elsewhere, or made of two words seen."""
    head, tail = (
        re.search(r"(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]++(?:-[^\W\d_]++)*+(?=.$)", text),
        re.match(r"[^\W\d_]+", after),
    )
    if head is None or tail is None:
        return False
    first, second = head.group().casefold(), tail.group().casefold()
    whole, compound = words[f"{first}{second}"], words[f"{first}-{second}"]
    if whole or compound:
        return compound > whole
    return bool(words[first] and words[second] and len(second) > MIN_TAIL)


def _goes_on(text: str, first: str, item: Set) -> bool:
    """True where an address at a line's end is continued by ``first``, the next line's first word."""
    if not _ADDRESS_PART.match(first):
        return False
    if prefix := _DOI_OPEN.search(
        text
    ):  # "10." ends page ranges too: a DOI goes on with a registrant and a slash
        return prefix.group().endswith("/") or bool(_REGISTRANT.match(prefix.group() + first))
    if text[-1] in "/-_=&?%:#~" + HYPHEN:
        return True
    if text[-1] == ".":
        return bool(re.match(r"[\da-z]", first)) and not re.fullmatch(r"[a-z]+\W?", first)
    full = item.line.end > item.line.right - _FULL * item.line.size
    return full and text[-1] not in ",;)]" and bool(_ADDRESS_MORE.fullmatch(first))


def _move(item: Set, following: Set, count: int, *, hyphen: bool, drop: int = 0) -> None:
    """Takes ``count`` characters up from the next line; a hyphen at the end goes, stays or becomes one."""
    last = item.chars[-1]
    if drop or hyphen:
        item.chars = item.chars[:-1] + ([("-", last[1])] if hyphen else [])
    rest = following.chars[count:]
    item.chars = item.chars + following.chars[:count]
    while rest and rest[0][0] == " ":
        rest = rest[1:]
    following.chars = rest
