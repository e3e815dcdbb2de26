r"""LaTeX: the text is the source, its `\input` files in place; citations and lists are spans of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from litreview.formats.catalogue import endings, named
from litreview.formats.encoding import Decoded, decode
from litreview.formats.latex.bbl import biber_references
from litreview.formats.latex.citations import cite_marks, nocite_keys
from litreview.formats.latex.contained import contained
from litreview.formats.latex.files import Project, bbl_files
from litreview.formats.latex.lists import printed_lists
from litreview.formats.latex.pandoc import csl_marks
from litreview.formats.latex.plain import to_plain
from litreview.formats.latex.scan import Source, blank_hidden
from litreview.formats.latex.styles import source_styles
from litreview.formats.named_files import Named, has_all, read_named, refused
from litreview.formats.text import one_newline
from litreview.model.document import Document, Hyperlink
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis

_NAMED = re.compile(
    r"\\(?:bibliography|addbibresource|addglobalbib)(?![A-Za-z])\s*+(?:\[[^\]]{0,200}\]\s*+)?"
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
    printed = printed_lists(source)
    own = contained(project.text)
    named_here = list(_bibliographies(source, path))
    files = [name for name in named_here if name.removesuffix(".bib") not in own]
    told: tuple[Diagnosis, ...] = ()
    if not printed.lists and not has_all(files, path, endings=_ENDINGS):
        told = tuple(refused(files, path, endings=_ENDINGS))
        listed = Project(text, path, printed=True)
        if (found := printed_lists(other := Source(blank_hidden(listed.text)))).lists:
            project, source, printed = listed, other, found
    entries = printed.entries
    listed_in = Named() if entries else _listed_in(files, path)
    within = () if entries else (one for name in named_here for one in own.get(name.removesuffix(".bib"), ()))
    nocite = nocite_keys(source.text)
    marks = [*printed.scoped(cite_marks(source)), *csl_marks(source, [entry.key for entry in entries])]
    title = next((source.inside(argument) for _, argument in source.commands("title")), "")
    return Document(
        text=project.text,
        path=path,
        format="latex",
        title=" ".join(to_plain(title).text.split()),
        references=(*within, *listed_in.references),
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        entries=entries,
        styles=tuple(
            sorted(source_styles(source, project.text), key=lambda style: (style.start, -style.end))
        ),
        hyperlinks=tuple(_hyperlinks(source)),
        places=project.places(),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *project.diagnoses, *told, *listed_in.diagnoses),
        metadata=(*listed_in.metadata, *((("nocite", ",".join(nocite)),) if nocite else ())),
        notation=Notation.LATEX,
    )


def _listed_in(files: list[str], path: str) -> Named:
    """The references of the files named; where one of them is not there, of biber's list of them."""
    if not has_all(files, path, endings=_ENDINGS):
        for text, file in bbl_files(Path(path)):
            if references := biber_references(text, str(file)):
                return Named(references, (str(file),))
    return read_named(files, path, endings=_ENDINGS)


def _bibliographies(source: Source, path: str) -> list[str]:
    """The files named; pandoc writes the signs of LaTeX in a name with a backslash."""
    names = [name.strip() for found in _NAMED.finditer(source.text) for name in found[1].split(",")]
    names = [name.replace("\\jobname", Path(path).stem) for name in names if name]
    return [re.sub(r"\\([_&%#$~])", r"\1", name) for name in names]


def _hyperlinks(source: Source) -> Iterator[Hyperlink]:
    for found, argument in source.commands("href|url|doi"):
        url = source.inside(argument).strip().replace("\\_", "_").replace("\\%", "%")
        shown = source.group(argument.end) if found["name"] == "href" else argument
        if shown is not None and shown.stop > shown.start:
            doi = found["name"] == "doi" and url.startswith("10.")
            yield Hyperlink(shown.start, shown.stop, f"https://doi.org/{url}" if doi else url)
