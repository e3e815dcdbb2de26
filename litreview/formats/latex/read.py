r"""LaTeX: the text is the source, its `\input` files in place; citations and lists are spans of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.formats.catalogue import endings, named
from litreview.formats.encoding import Decoded, decode
from litreview.formats.latex.citations import cite_marks, nocite_keys
from litreview.formats.latex.files import Project
from litreview.formats.latex.pandoc import csl_entries, csl_marks
from litreview.formats.latex.plain import to_plain
from litreview.formats.latex.scan import Source, blank_hidden, formula_spans, hidden_spans
from litreview.formats.named_files import Named, has_all, read_named
from litreview.formats.text import one_newline
from litreview.model.document import Document, Entry, Hyperlink, Style
from litreview.model.notation import Notation

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
_TABLE = re.compile(
    r"\\begin\s*\{(tabular[xy*]?|longtable|array|tabulary|tblr)\*?\}.*?\\end\s*\{\1", re.DOTALL
)
_CELL = re.compile(r"(?<!\\)&")
_LIST = re.compile(r"\\begin\s*\{thebibliography\}|\\end\s*\{thebibliography\}|\\bibitem(?![A-Za-z])")
_NAMED = re.compile(
    r"\\(?:bibliography|addbibresource|addglobalbib)(?![A-Za-z])\s*(?:\[[^\]]{0,200}\])?\s*"
    r"\{([^{}]{1,2000})\}"
)
_ENDINGS = ("", *endings([named("bibtex")]))
"""``\\bibliography`` leaves the ending of a .bib out."""


def read_latex(data: bytes, path: str = "") -> Document:
    """A LaTeX source. ``\\cite`` and its kin are marks, ``\\bibitem`` entries, a ``.bib`` the references.

    Of several lists the one that is printed wins: ``thebibliography`` in the source, then the ``.bib``
    files named, then a ``.bbl`` beside the source.

    Raises:
        InputError: the bytes are no text, or the only list named is missing.
    """
    return latex_document(decode(data, path), path)


def latex_document(decoded: Decoded, path: str = "") -> Document:
    """LaTeX that is already text; see ``read_latex``."""
    text = one_newline(decoded.text)
    project = Project(text, path)
    source = Source(blank_hidden(project.text))
    entries = tuple(_entries(source))
    files = _bibliographies(source)
    if not entries and not has_all(files, path, endings=_ENDINGS):
        printed = Project(text, path, printed=True)
        if found := tuple(_entries(listed := Source(blank_hidden(printed.text)))):
            project, source, entries = printed, listed, found
    listed_in = Named() if entries else read_named(files, path, endings=_ENDINGS)
    nocite = nocite_keys(source.text)
    marks = [*cite_marks(source), *csl_marks(source, [entry.key for entry in entries])]
    title = next((source.inside(argument) for _, argument in source.commands("title")), "")
    return Document(
        text=project.text,
        path=path,
        format="latex",
        title=" ".join(to_plain(title).text.split()),
        references=listed_in.references,
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        entries=entries,
        styles=tuple(sorted(_styles(source, project.text), key=lambda style: (style.start, -style.end))),
        hyperlinks=tuple(_hyperlinks(source)),
        places=project.places(),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *project.diagnoses, *listed_in.diagnoses),
        metadata=(*listed_in.metadata, *((("nocite", ",".join(nocite)),) if nocite else ())),
        notation=Notation.LATEX,
    )


def _bibliographies(source: Source) -> list[str]:
    """The files named; pandoc writes the signs of LaTeX in a name with a backslash."""
    names = [name.strip() for found in _NAMED.finditer(source.text) for name in found[1].split(",")]
    return [re.sub(r"\\([_&%#$~])", r"\1", name) for name in names if name]


def _entries(source: Source) -> Iterator[Entry]:
    """The entries that the source marks off: those of LaTeX's own list, or of the list that pandoc prints."""
    found = list(_bibitems(source))
    yield from found or csl_entries(source)


def _bibitems(source: Source) -> Iterator[Entry]:
    """The ``\\bibitem``s inside ``thebibliography``, each from behind its key to the next."""
    inside, key, start = False, "", -1
    for found in _LIST.finditer(source.text):
        if start >= 0:
            yield from _entry(source.text, start, found.start(), key)
            start = -1
        if not found.group().startswith("\\bibitem"):
            inside = "begin" in found.group()
        elif inside:
            _, at = source.options(found.end())
            braces = source.group(at)
            if braces is not None:
                key, start = source.inside(braces).strip(), braces.end
    if start >= 0:
        yield from _entry(source.text, start, len(source.text), key)


def _entry(text: str, start: int, end: int, key: str) -> Iterator[Entry]:
    content = text[start:end]
    first = start + len(content) - len(content.lstrip())
    last = start + len(content.rstrip())
    if last > first:
        yield Entry(first, last, key)


def _styles(source: Source, text: str) -> Iterator[Style]:
    for found, argument in source.commands("|".join(_STYLES)):
        if argument.stop > argument.start:
            yield Style(argument.start, argument.stop, _STYLES[found["name"]])
    for raised in _RAISED.finditer(source.text):
        yield Style(*raised.span(1 if raised[1] else 2), "superscript")
    for start, end in formula_spans(source.text):
        if not _RAISED.fullmatch(source.text, start, end):
            yield Style(start, end, "formula")
    yield from (Style(start, end, "hidden") for start, end in (*hidden_spans(text), *_without_words(source)))


def _without_words(source: Source) -> Iterator[tuple[int, int]]:
    """What is set up before the text, who wrote it, and the signs between the cells of its tables."""
    if begin := _BEGIN.search(source.text):
        yield 0, begin.end()
    for _, argument in source.commands(_WHO):
        if argument.stop > argument.start:
            yield argument.start, argument.stop
    for table in _TABLE.finditer(source.text):
        yield from (found.span() for found in _CELL.finditer(source.text, *table.span()))


def _hyperlinks(source: Source) -> Iterator[Hyperlink]:
    for found, argument in source.commands("href|url|doi"):
        url = source.inside(argument).strip().replace("\\_", "_").replace("\\%", "%")
        shown = source.group(argument.end) if found["name"] == "href" else argument
        if shown is not None and shown.stop > shown.start:
            doi = found["name"] == "doi" and url.startswith("10.")
            yield Hyperlink(shown.start, shown.stop, f"https://doi.org/{url}" if doi else url)
