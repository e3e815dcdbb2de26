"""How each kind of file writes a value: from what stands there to plain words, and back."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import PurePath

from litreview.formats.bibtex.accents import from_text, protect_case, to_text
from litreview.model.article import Article
from litreview.model.reference import Reference

_ENDINGS = {".bib": "bibtex", ".ris": "ris", ".nbib": "nbib", ".json": "csl", ".csv": "csv"}
_ACCENT_COMMAND = re.compile(r"\\[\"'`^~=.uvHckrdb]")
_TOKENS = re.compile(r"\s+|\w+|.", re.DOTALL)
RECORDS = frozenset(_ENDINGS.values())
"""Notations of files whose entries are fields, not printed text."""


def notation_of(reference: Reference, article: Article) -> str:
    """In which notation an entry is written: a reader's name, of the file it stands in."""
    if reference.origin:
        return _ENDINGS.get(PurePath(reference.origin).suffix.lower(), "")
    return article.document.format


def plain(written: str, notation: str) -> str:
    """What a value says, without the escapes, braces and quotes of its notation."""
    if notation in ("bibtex", "latex"):
        return to_text(written)
    if notation == "csl":
        return str(json.loads(written)) if written[:1] == '"' else written
    if notation == "csv":
        return written[1:-1].replace('""', '"') if written[:1] == '"' else written
    return " ".join(written.split())


def in_notation(text: str, notation: str, old: str, entry: str) -> str:
    """A plain value written as the old one in its place was: its escapes, braces, quotes, line breaks.

    ``entry`` is the whole entry, which shows how it writes letters with accents.
    """
    if notation in ("bibtex", "latex"):
        return relaid(old, _latex(text, old, entry, notation))
    if notation == "csl":
        if old[:1] != '"' and text.isdecimal():
            return text
        return json.dumps(text, ensure_ascii=entry.isascii() and "\\u" in entry)
    if notation == "csv":
        quoted = old[:1] == '"' or re.search(r"[\",;\t|\n]", text)
        return '"' + text.replace('"', '""') + '"' if quoted else text
    if notation == "markdown":
        text = re.sub(r"([*`<\[\]])", r"\\\1", text)
    return relaid(old, text)


def relaid(old: str, new: str) -> str:
    """The new value with the line breaks of the old one where the words around them are the same."""
    if "\n" not in old:
        return new
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    folded = [" " if token.isspace() else token for token in before]
    parts: list[str] = []
    for kind, i, j, m, n in SequenceMatcher(None, folded, after, autojunk=False).get_opcodes():
        parts += before[i:j] if kind == "equal" else after[m:n]
    return "".join(parts)


def _latex(text: str, old: str, entry: str, notation: str) -> str:
    r"""Words that the old value had stay as it wrote them (``{B}onferroni``, ``na\"{i}ve``)."""
    if notation == "bibtex" and _is_wrapped(old):
        return f"{{{_latex(text, old[1:-1], entry, 'latex')}}}"
    written = {to_text(word): word for word in old.split() if word.count("{") == word.count("}")}
    kept = re.compile(r"\{|\\")
    protects = notation == "bibtex" and (
        "{" in old or protect_case(from_text(to_text(old))) == from_text(to_text(old))
    )
    parts = []
    for word in text.split(" "):
        latex = written[word] if kept.search(written.get(word, "")) else from_text(word)
        parts.append(protect_case(latex) if protects and latex == from_text(word) else latex)
    latex = " ".join(parts)
    if not latex.isascii() and entry.isascii() and _ACCENT_COMMAND.search(entry):
        latex = in_ascii_latex(latex)
    return latex


def _is_wrapped(value: str) -> bool:
    """True for a value in braces of its own: ``{The whole title}``."""
    depth = 0
    for at, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        if depth == 0 and at < len(value) - 1:
            return False
    return value.startswith("{") and value.endswith("}")


def in_ascii_latex(text: str) -> str:
    r"""Letters outside ASCII as LaTeX commands, ``{\"o}``; what LaTeX has no command for stays."""
    from pylatexenc.latexencode import UnicodeToLatexEncoder

    encoder = UnicodeToLatexEncoder(
        non_ascii_only=True, replacement_latex_protection="braces-all", unknown_char_policy="keep"
    )
    return str(encoder.unicode_to_latex(text))
