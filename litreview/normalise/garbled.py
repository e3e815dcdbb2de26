"""Letters lost on the way to a register: "M\ufffdllerian", "M?llerian", "MÃ¼llerian" for "Müllerian".

Such a record must not convict the reference that has the letters right. So the damaged words of one text are
read as those of the other wherever everything but the lost letters is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from litreview.normalise.text import fold, strip_markup

_LOST = re.compile("(?:\ufffd|\u00ef\u00bf\u00bd)+|(?<=[^\\W\\d_])\\?+(?=[^\\W\\d_])")
_MISREAD = re.compile("[ÂÃÄÅâ][\x80-\xbf\u2018-\u2122Œœ€Š-ž˜]")
_ANY = r"[^a-z0-9]?\w{0,3}[^a-z0-9]?"
LEAST_KEPT = 2
"""Letters of a word that must have survived: "\ufffd" alone may be anything."""


def is_garbled(text: str) -> bool:
    """True where letters were lost or UTF-8 was read as Latin-1."""
    return _LOST.search(text) is not None or _MISREAD.search(text) is not None


@lru_cache(maxsize=4096)
def mend(text: str, other: str) -> str:
    """``text`` with its damaged words taken from ``other``, where they can be the same words.

    >>> mend("Persistent M\ufffdllerian derivatives", "Persistent Müllerian duct")
    'Persistent Müllerian derivatives'
    """
    if not is_garbled(text):
        return text
    words = strip_markup(other).split()
    return " ".join(_mend_word(word, words) for word in _reread(strip_markup(text)).split())


def _reread(text: str) -> str:
    """UTF-8 that was read as Latin-1 or Windows-1252, read again."""
    if not _MISREAD.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _mend_word(word: str, words: list[str]) -> str:
    kept = [fold(part).replace(" ", "") for part in _LOST.split(word)]
    if len(kept) < 2 or sum(map(len, kept)) < LEAST_KEPT:
        return word
    pattern = re.compile(_ANY.join(map(re.escape, kept)))
    return next((known for known in words if pattern.fullmatch(fold(known))), word)
