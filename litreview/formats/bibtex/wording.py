r"""Plain words as a LaTeX value, in the manner of the one that stood there: accents, braces, lines."""

from __future__ import annotations

import re

from litreview.formats.bibtex.accents import from_text, protect_case, to_text
from litreview.formats.pen import relaid

_ACCENT_COMMAND = re.compile(r"\\[\"'`^~=.uvHckrdb]")
_KEPT = re.compile(r"\{|\\")


def latex_like(text: str, old: str, entry: str, *, is_field: bool, is_title: bool = False) -> str:
    r"""Words that the old value had stay as it wrote them (``{B}onferroni``, ``na\"{i}ve``).

    ``entry`` is the whole entry, which shows how it writes letters with accents. In a field of a .bib file
    (not in a printed entry) capitals are protected with braces where the old value protected its own; in a
    title, which alone is set in other letters, also where it had none to protect.
    """
    return relaid(old, _latex(text, old, entry, is_field=is_field, is_title=is_title))


def _latex(text: str, old: str, entry: str, *, is_field: bool, is_title: bool = False) -> str:
    if is_field and _is_wrapped(old):
        return f"{{{_latex(text, old[1:-1], entry, is_field=False)}}}"
    written = {to_text(word): word for word in old.split() if word.count("{") == word.count("}")}
    had_none = is_title and protect_case(from_text(to_text(old))) == from_text(to_text(old))
    protects = is_field and ("{" in old or had_none)
    parts = []
    for word in text.split(" "):
        latex = written[word] if _KEPT.search(written.get(word, "")) else from_text(word)
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
