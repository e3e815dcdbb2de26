"""LaTeX markup taken off a short text, with the way back: for reading the fields of a ``\\bibitem``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from litreview.formats.latex.scan import Source
from litreview.formats.wording import Plain, gather

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ",
    "dj": "đ", "DJ": "Đ", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…", "dots": "…",
    "textasciitilde": " ", "textunderscore": "_", "textregistered": "®", "texttrademark": "™",
    "copyright": "©", "S": "§", "P": "¶", "quad": " ", "qquad": " ", "space": " ", "newblock": " ",
    "par": " ", "newline": " ", "linebreak": " ", "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ",
    "kappa": "κ", "omega": "ω", "times": "×", "pm": "±", "BibitemOpen": "",
}  # fmt: skip
_SKIPPED_ARGUMENTS = {
    "href": 1, "bibfield": 1, "bibinfo": 1, "textcolor": 1, "color": 1, "vspace": 1, "hspace": 1,
    "BibitemShut": 1, "label": 1, "phantom": 1, "href@noop": 1,
}  # fmt: skip
_LONGEST_CHOICE = 60
"""Characters of the mathematical half of such a choice: one accented letter."""
_ACCENT = r"(?:['`^\"~=.]|[uvHckrdb](?![A-Za-z]))"
_TOKEN = re.compile(
    rf"\\(?P<accent>{_ACCENT})\s*"
    rf"(?P<base>\{{(?:\\?[A-Za-z])?\}}|\\[ij](?![A-Za-z])|\{{\\{_ACCENT}\s*(?:\{{\\?[A-Za-z]\}}|\\?[A-Za-z])\}}|[^\W\d_])"
    r"|\\(?P<name>[A-Za-z]+(?:@[A-Za-z]+)?)\*?[ \t]*|\\(?P<char>[^A-Za-z])"
    r"|(?P<dash>---?)|(?P<quote>``|'')|(?P<tilde>~)|(?P<drop>[{}$])"
)


def to_plain(source: str) -> Plain:
    """A source without commands, braces and accents spelt out; never longer than the source.

    >>> to_plain(r"M\\"uller, {\\em Backs}, 1--2").text
    'Müller, Backs, 1–2'
    """
    return gather(_tokens(source))


def _tokens(source: str) -> Iterator[tuple[str, int, int]]:
    at, scanned = 0, Source(source)
    while at < len(source):
        found = _TOKEN.match(source, at)
        text, end = _read(scanned, found) if found else (source[at], at + 1)
        yield text, at, end
        at = end


def _read(source: Source, found: re.Match[str]) -> tuple[str, int]:
    """What a token prints and where reading goes on."""
    if found["accent"]:
        return _accented(found["accent"], found["base"]), found.end()
    if name := found["name"]:
        return _command(source, name, found)
    if char := found["char"]:
        return (
            {"\\": " ", ",": " ", ";": " ", " ": " ", "\n": " ", "-": "", "/": ""}.get(char, char)
        ), found.end()
    if found["dash"]:
        return "–" if len(found["dash"]) == 2 else "—", found.end()
    if found["quote"]:
        return "“" if found["quote"] == "``" else "”", found.end()
    return (" " if found["tilde"] else ""), found.end()


def _accented(accent: str, base: str) -> str:
    r"""A letter under its accent; the letter may have one already (Vietnamese ``\'{\^e}``)."""
    letter = base.removeprefix("{").removesuffix("}").lstrip("\\")
    if letter[:1] in _ACCENTS and letter[1:].strip():
        letter = _accented(letter[0], letter[1:].strip())
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent]) if letter else ""


def _command(source: Source, name: str, found: re.Match[str]) -> tuple[str, int]:
    if name in _LETTERS:
        return _LETTERS[name], found.end()
    end = found.end()
    if name == "ifmmode":  # \ifmmode\acute{n}\else\'{n}\fi{}, as the journals of the APS export it
        otherwise = source.text.find("\\else", end, end + _LONGEST_CHOICE)
        return "", otherwise + len("\\else") if otherwise >= 0 else end
    for _ in range(_SKIPPED_ARGUMENTS.get(name, 0)):
        argument = source.group(end)
        end = argument.end if argument else end
    return "", end
