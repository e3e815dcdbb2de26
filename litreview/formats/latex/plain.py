"""LaTeX markup taken off a text, with the way back: for entries of a list, and to look for citations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from litreview.formats.latex.scan import Group, Source
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
    "kappa": "κ", "omega": "ω", "times": "×", "pm": "±", "BibitemOpen": "", "footnote": " ",
    "BBA": "&", "BBOQ": "“", "BBCQ": "”", "BCBT": ",", "BCBL": ",",
}  # fmt: skip
_SKIPPED_ARGUMENTS = {
    "href": 1, "bibfield": 1, "bibinfo": 1, "textcolor": 1, "color": 1, "vspace": 1, "hspace": 1,
    "BibitemShut": 1, "label": 1, "phantom": 1, "href@noop": 1, "hypertarget": 1, "hyperlink": 1,
    "citeproc": 1, "begin": 1, "end": 1, "ref": 1, "eqref": 1, "autoref": 1, "cref": 1, "Cref": 1,
    "pageref": 1, "includegraphics": 1, "setlength": 2, "setcounter": 2, "addcontentsline": 3, "rule": 2,
    "bibliographystyle": 1, "bibliography": 1, "foreignlanguage": 1, "selectlanguage": 1, "multicolumn": 2,
    "hyperref": 0, "showISSN": 1, "APACinsertmetastar": 1, "PrintBackRefs": 1, "APACrefatitle": 1,
    "APACrefbtitle": 1, "APACrefaetitle": 1,
}  # fmt: skip
"""Arguments that are no words, of these commands; options before them are none either."""
_SEVERAL = {"APACjournalVolNumPages": 4, "APACaddressPublisher": 2, "APACrefYearMonthDay": 3}
"""Commands of apacite that print several arguments with something between them."""
_LENGTHS = frozenset(
    {"hskip", "vskip", "kern", "hangindent", "hangafter", "parindent", "parskip", "leftskip"}
)
_GLUE = re.compile(
    r"\s*+(?:=\s*+)?-?[\d.]++\s*+(?:[a-z]{2}(?![a-z]))?(?:\s*+(?:plus|minus)\s*+-?[\d.]++\s*+[a-z]{2,4}){0,2}"
    r"\s*+(?:\\relax\b)?\s?"
)
"""The length behind such a command: IEEE's style sets one between title and publisher."""
_ADDRESSES = frozenset({"url", "path", "nolinkurl", "doi"})
_LONGEST_CHOICE = 60
"""Characters of the mathematical half of such a choice: one accented letter."""
_ACCENT = r"(?:['`^\"~=.]|[uvHckrdb](?![A-Za-z]))"
_TOKEN = re.compile(
    rf"\\(?P<accent>{_ACCENT})\s*"
    rf"(?P<base>\{{(?:\\?[A-Za-z])?\}}|\\[ij](?![A-Za-z])|\{{\\{_ACCENT}\s*(?:\{{\\?[A-Za-z]\}}|\\?[A-Za-z])\}}|[^\W\d_])"
    r"|\\(?P<name>[A-Za-z]+(?:@[A-Za-z]+)?)\*?[ \t]*|\\(?P<char>[^A-Za-z])"
    r"(?:(?<=\\)\*?\[-?[\d.]{1,6} ?[a-z]{2}\])?"
    r"|(?P<dash>---?)|(?P<quote>``|'')|(?P<tilde>~)|(?P<comment>%[^\n]*(?:\n[ \t]*(?![ \t\n]))?)"
    r"|(?P<drop>[{}$])"
)
_CHARACTERS = {"\\": " ", ",": " ", ";": " ", " ": " ", "\n": " ", "-": "", "/": ""}


def to_plain(source: str) -> Plain:
    """A source without commands, comments, braces and accents spelt out; never longer than the source.

    >>> to_plain(r"M\\"uller, {\\em Backs}, 1--2").text
    'Müller, Backs, 1–2'
    """
    return gather(_tokens(source))


def _tokens(source: str) -> Iterator[tuple[str, int, int]]:
    yield from _within(Source(source), 0, len(source))


def _within(source: Source, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    while at < end:
        found = _TOKEN.match(source.text, at, end)
        name = found["name"] if found else None
        if found and name in _SEVERAL:
            groups = list(_groups(source, found.end(), _SEVERAL[name]))
            yield from _parted(source, groups)
            at = groups[-1].end if groups else found.end()
        elif found and name in _ADDRESSES and (address := source.group(found.end())):
            letters = range(address.start, address.stop)
            yield from ((source.text[n], n, n + 1) for n in letters if source.text[n] != "\\")
            at = address.end
        else:
            text, stop = _read(source, found) if found else (source.text[at], at + 1)
            yield text, at, stop
            at = stop


def _groups(source: Source, at: int, count: int) -> Iterator[Group]:
    for _ in range(count):
        group = source.group(at)
        if group is None:
            return
        yield group
        at = group.end


def _parted(source: Source, groups: Iterable[Group]) -> Iterator[tuple[str, int, int]]:
    for n, group in enumerate(groups):
        if n and group.stop > group.start:
            yield ", ", group.start - 1, group.start
        yield from _within(source, group.start, group.stop)


def _read(source: Source, found: re.Match[str]) -> tuple[str, int]:
    """What a token prints and where reading goes on."""
    if found["accent"]:
        return _accented(found["accent"], found["base"]), found.end()
    if name := found["name"]:
        return _command(source, name, found)
    if char := found["char"]:
        return _CHARACTERS.get(char, char), found.end()
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
    if name in _LENGTHS:
        glue = _GLUE.match(source.text, end)
        return " ", glue.end() if glue else end
    if name == "vadjust":  # pandoc's anchors: \vadjust pre{\hypertarget{ref-key}{}}
        return "", end + len("pre") if source.text.startswith("pre{", end) else end
    if name in _SKIPPED_ARGUMENTS and name != "end":
        _, end = source.options(end)
    for _ in range(_SKIPPED_ARGUMENTS.get(name, 0)):
        argument = source.group(end)
        end = argument.end if argument else end
    return "", end
