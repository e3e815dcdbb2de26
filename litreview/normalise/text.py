"""Folding text so that two spellings of one thing become the same string."""

from __future__ import annotations

import html
import re
import unicodedata

from litreview.normalise.vocabulary.dashes import DASHES

_DASH_TABLE = {ord(char): "-" for char in DASHES} | {0xAD: None}
_QUOTE_TABLE = {ord(char): "'" for char in "‘’‚‛′`´ʼ"} | {ord(char): '"' for char in "“”„‟″«»"}
# Letters that NFKD leaves whole; the spellings are those of the German, Nordic, Polish and French catalogues.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe",
     "Œ": "OE",
     "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "ŋ": "n"}
)  # fmt: skip
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the order of what is shown around (Unicode, "Bidirectional Algorithm", explicit ones)."""
_ACTING = re.compile(f"{_UNPRINTABLE.pattern}|{_MISLEADING.pattern}|[\u2028\u2029]")
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_FORMULA = re.compile(r"(?<=\w)(?=<(?:mml:)?math[ >])|(?<=</(?:mml:)math>)(?=\w)")
"""Where a formula in MathML touches a word: registers eat the blank that stood between."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<!--.*?-->", re.DOTALL)


def encodable(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair (JSON's ``\\ud83d`` cut short) becomes U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def printable(text: str) -> str:
    """Text that is safe in a terminal and valid in XML: control characters become U+FFFD, lines stay."""
    return _UNPRINTABLE.sub("\ufffd", text)


def shown(text: str) -> str:
    """Text for people: ``printable``, nothing turns its order around, and no sign but ``\\n`` ends a line."""
    text = re.sub("[\u2028\u2029]", " ", text)
    return printable(_MISLEADING.sub("\ufffd", text))


def in_json(text: str) -> str:
    """JSON with the same values in it, but nothing that acts on a terminal: such signs are escaped."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def one_line(text: str) -> str:
    """Text for people that stays one line: a message, the name of a file."""
    return shown(_BREAKS.sub(" ", text))


def fold_dashes(text: str) -> str:
    """Every dash as ``-``, soft hyphens gone; done before letters are folded, or page ranges glue."""
    return text.translate(_DASH_TABLE)


def strip_markup(text: str) -> str:
    """Text without JATS/MathML/HTML tags, entities resolved, even doubly escaped ones (``&amp;amp;``)."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", _FORMULA.sub(" ", text))
    return " ".join(text.split())


def to_ascii(text: str) -> str:
    """Latin letters without accents and ligatures; other scripts stay as they are."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Lower-case words and numbers with single blanks: for comparing, never for showing.

    >>> fold("Non‐specific <i>low‐back</i> pain: Müller&amp;amp;Søn")
    'non specific low back pain muller son'
    """
    text = to_ascii(fold_dashes(strip_markup(text)).translate(_QUOTE_TABLE)).casefold()
    return " ".join(re.sub(r"[^\w]|_", " ", text.replace("'", "")).split())
