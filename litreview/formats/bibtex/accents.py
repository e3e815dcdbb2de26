"""LaTeX in field values ↔ plain text. Accents and symbols are pylatexenc's; the traps around it are ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_ACCENT = re.compile(
    r"""\{\s*(\\(?:[^A-Za-z\s]|[A-Za-z]\s)\s*\{?\\?[A-Za-z]\}?)\s*\}   # {\"o} {\"{o}} {\'\i} {\c c}
        |(\\[`'^"~=.]\s*(?:\{\\?[A-Za-z]?\}|\\[ij](?![A-Za-z])|[A-Za-z]))   # \"o \"{o} \'\i
        |(\\[uvHtcdbrk]\s*\{\\?[A-Za-z]{1,2}\})                             # \c{c} \v{s}
        |(\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?:\{\}|(?![A-Za-z])\s?))     # \ss{} \o
    """,
    re.VERBOSE,
)
_NEEDS_LATEX = re.compile(r"[\\$~%]|``|''|--|<<|>>")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_MATH = re.compile(r"(?<!\\)\$([^$]{1,200})(?<!\\)\$")
_SCRIPT = re.compile(r"(?<!\\)[_^]")
_LIGATURE = re.compile(r"([-'<>`])(?=\1)|[?!](?=`)")
_CASE = re.compile(r"[{}]")
_WRAPPER = re.compile(r"\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}")
_LITERAL = re.compile(r"\\([_%#&~{}$])|\\textunderscore(?:\{\})?|\{\\_\}")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "&": r"\&",
    "#": r"\#", "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_TO_ESCAPE = re.compile(r"[\\{}%&#_$~^]")
_KEEP_CASE = re.compile(r"(?<![\w{])(?=\w*[a-z0-9]?[A-Z])(\w+[A-Z]\w*|[A-Z]{2,}\w*)(?![\w}])")


def to_text(value: str) -> str:
    """Plain text of a LaTeX value: accents as letters, markup and braces gone, blanks single.

    >>> to_text(r"50% of {\\"u}ber {DNA} \\emph{in vivo} -- $\\alpha$")
    '50% of über DNA in vivo – α'
    """
    if "\\" in value:
        # pylatexenc knows the mathematical names only
        value = value.replace(r"\textbraceleft", r"\lbrace").replace(r"\textbraceright", r"\rbrace")
        value = _ACCENT.sub(lambda match: _convert(next(filter(None, match.groups()))), value)
    if _NEEDS_LATEX.search(value):
        value = _MATH.sub(lambda match: _SCRIPT.sub("", match.group()), value)  # H$_2$O is H2O to a reader
        value = _convert(_BARE_PERCENT.sub(r"\\%", value)).replace("ˆ", "^")
    else:
        value = _CASE.sub("", value)
    return " ".join(value.split())


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    """pylatexenc with its tables, loaded when the first command is met."""
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import get_default_latex_context_db

    converter = LatexNodes2Text(math_mode="text", strict_latex_spaces=False, keep_comments=True)
    context = get_default_latex_context_db()
    return lambda latex: str(converter.latex_to_text(latex, tolerant_parsing=True, latex_context=context))


@lru_cache(maxsize=4096)
def _convert(latex: str) -> str:
    """By pylatexenc; what it cannot read loses its braces and nothing else."""
    from pylatexenc.latexwalker import LatexWalkerError

    try:
        return _converter()(latex)
    except (LatexWalkerError, ValueError, IndexError, AttributeError, RecursionError, TypeError):
        return _CASE.sub("", latex)


def to_literal(value: str) -> str:
    """An address or identifier: no LaTeX but ``\\url{…}`` and escaped signs; a ``%`` belongs to it.

    >>> to_literal(r"\\url{https://a.org/x\\_y%20z}")
    'https://a.org/x_y%20z'
    """
    if match := _WRAPPER.search(value):
        value = match.group(1)
    value = _LITERAL.sub(lambda match: match.group(1) or "_", value)
    return "".join(_CASE.sub("", value).split())


def from_text(text: str) -> str:
    """Plain text as a LaTeX value; letters stay as they are (UTF-8)."""
    escaped = _TO_ESCAPE.sub(lambda match: _SPECIAL[match.group()], text)
    return _LIGATURE.sub(r"\g<0>{}", escaped)


def protect_case(latex: str) -> str:
    """A title with its acronyms and odd capitals in braces, so that styles do not lower them.

    >>> protect_case("Loss of TP53 in McKenzie exercises: A trial")
    'Loss of {TP53} in {McKenzie} exercises: A trial'
    """
    return _KEEP_CASE.sub(r"{\1}", latex)
