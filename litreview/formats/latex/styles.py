"""What a LaTeX source sets apart: headings, notes, raised letters, formulas, and what holds no words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.latex.lists import entry_heads
from litreview.formats.latex.scan import Source, formula_spans, hidden_spans
from litreview.model.document import Style

_STYLES = {
    "part": "heading", "chapter": "heading", "section": "heading", "subsection": "heading",
    "subsubsection": "heading", "paragraph": "heading", "textsuperscript": "superscript",
    "footnote": "footnote", "footnotetext": "footnote", "title": "heading",
}  # fmt: skip
_RAISED = re.compile(r"\$\s*(?:\{\s*\})?\^\s*(?:\{([^{}$]{1,60})\}|(\d))\s*\$")
_BEGIN = re.compile(r"\\begin\s*\{document\}")
_WHO = (
    r"author|affil|affiliation|address|institute|institution|thanks|email|ead|date|keywords|corres|orcid|fnmark"
    r"|inst|IEEEauthorblock[AN]|footnotemark"
)
"""Commands about the authors: the numbers raised there lead to their addresses."""
_TABLE = re.compile(r"\\begin\s*\{(tabular[xy*]?|longtable|array|tabulary|tblr)\*?\}")
_SET = (
    r"noindent|indent|setlength|addtolength|hangindent|hangafter|parindent|parskip|leftskip|small|footnotesize"
    r"|normalsize|smallskip|medskip|bigskip|vspace|vskip|hspace|newpage|clearpage|singlespacing|doublespacing"
    r"|onehalfspacing|raggedright|sloppy|addcontentsline|label|par|phantomsection|markboth|pagestyle"
    r"|thispagestyle|setcounter|frenchspacing|begin|end|centering|protect"
)
_LAYOUT = re.compile(
    rf"^[ \t]*+(?=\\)(?:\\(?:{_SET}|[a-z]{{0,20}}(?:skip|indent|width|sep))(?![A-Za-z])"
    r"(?!\s*\{thebibliography)\*?"
    r"|\{[^{}\n]{0,80}\}|\[[^\[\]\n]{0,40}\]|=?-?[\d.]+(?:[a-z]{2})?|[ \t])++$",
    re.MULTILINE,
)
"""A line that only sets the page: between the entries of a typed list it is none."""
_CELL = re.compile(r"(?<!\\)&")


def source_styles(source: Source, text: str) -> Iterator[Style]:
    """The styles of a source whose hidden stretches are blanks; ``text`` is the source as it is."""
    for found, argument in source.commands("|".join(_STYLES)):
        if argument.stop > argument.start:
            yield Style(argument.start, argument.stop, _STYLES[found["name"]])
    for raised in _RAISED.finditer(source.text):
        yield Style(*raised.span(1 if raised[1] else 2), "superscript")
    for start, end in formula_spans(source.text):
        if not _RAISED.fullmatch(source.text, start, end):
            yield Style(start, end, "formula")
    for line in _LAYOUT.finditer(source.text):
        said = line.group()
        yield Style(line.start() + len(said) - len(said.lstrip()), line.end(), "float")
    # A comment joins its line to the next one: that is left to whoever reads the words.
    hidden = (span for span in hidden_spans(text) if text[span[0]] != "%")
    for start, end in (*hidden, *_without_words(source), *entry_heads(source)):
        yield Style(start, end, "hidden")


def _without_words(source: Source) -> Iterator[tuple[int, int]]:
    """What is set up before the text, who wrote it, and the signs between the cells of its tables."""
    if begin := _BEGIN.search(source.text):
        yield 0, begin.end()
    for _, argument in source.commands(_WHO):
        if argument.stop > argument.start:
            yield argument.start, argument.stop
    for start, end in _tables(source.text):
        yield from (found.span() for found in _CELL.finditer(source.text, start, end))


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Where tables stand, those within a table being part of it; what is never closed is none, and is
    looked for once."""
    at = 0
    open_: set[str] = set()
    while table := _TABLE.search(text, at):
        at = table.end()
        end = None if table[1] in open_ else re.compile(rf"\\end\s*\{{{re.escape(table[1])}").search(text, at)
        if end:
            at = end.end()
            yield table.start(), at
        else:
            open_.add(table[1])
