"""reStructuredText, AsciiDoc, Typst and Org: the text is the source itself, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from litreview.formats.csl_anchors import AnchorLink, anchored_entry, counted, link_marks
from litreview.formats.encoding import Decoded, decode
from litreview.formats.markup.grammars import ASCIIDOC, ORG, RST, TYPST, Grammar
from litreview.formats.named_files import Named, read_named
from litreview.formats.project_files import project_bibliographies, project_folder
from litreview.formats.text import hidden_styles, one_newline
from litreview.model.document import Document, Entry, Hyperlink, Mark, Style
from litreview.model.work import Diagnosis
from litreview.normalise.vocabulary.years import LONE_YEAR

MIN_SHARE = 0.7
"""Share of numbered notes with a year above which they are the reference list, as for Word's endnotes."""
_NOT_NEWLINE = re.compile(r"[^\n]")
_QUOTED = re.compile(r"\"([^\"\n]+)\"")
_LABEL = re.compile(r"<([\w.:+/-]{1,120})>")
_KEY = re.compile(r"[^\s,()\[\]{}]+")
_AT = re.compile(r"@([\w.:+/-]{0,120}\w)")
_SUFFIX = re.compile(r"\([^()]*\)|\{[^{}]*\}")


def read_rst(data: bytes, path: str = "") -> Document:
    """A reStructuredText file; see ``rst_document``.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return rst_document(decode(data, path), path)


def rst_document(decoded: Decoded, path: str = "") -> Document:
    """reStructuredText: ``[Key]_`` leads to ``.. [Key]``, ``:cite:`` to the bibliography it names."""
    return _document(RST, decoded, path)


def read_asciidoc(data: bytes, path: str = "") -> Document:
    """An AsciiDoc file; see ``asciidoc_document``.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return asciidoc_document(decode(data, path), path)


def asciidoc_document(decoded: Decoded, path: str = "") -> Document:
    """AsciiDoc: ``<<key>>`` leads to ``[[[key]]]``, ``cite:[key]`` to the ``bibtex-file``."""
    return _document(ASCIIDOC, decoded, path)


def read_typst(data: bytes, path: str = "") -> Document:
    """A Typst source; see ``typst_document``.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return typst_document(decode(data, path), path)


def typst_document(decoded: Decoded, path: str = "") -> Document:
    """Typst: ``@key`` and ``#cite(<key>)`` lead to the files of ``#bibliography``."""
    return _document(TYPST, decoded, path)


def read_org(data: bytes, path: str = "") -> Document:
    """An Org file; see ``org_document``.

    Raises:
        InputError: the bytes are no text, or the bibliography is missing or unreadable.
    """
    return org_document(decode(data, path), path)


def org_document(decoded: Decoded, path: str = "") -> Document:
    """Org: ``[cite:@key]`` and org-ref's ``cite:key`` lead to the files of ``#+bibliography:``."""
    return _document(ORG, decoded, path)


def _document(grammar: Grammar, decoded: Decoded, path: str) -> Document:
    text = one_newline(decoded.text)
    prose = grammar.hidden.sub(lambda found: _NOT_NEWLINE.sub(" ", found.group()), text)
    anchors = grammar.anchor.finditer(prose)
    printed = counted(text, [entry for found in anchors for entry in _at_anchor(text, found)])
    named = Named() if printed else _listed_in(grammar, prose, path)
    notes = [found for found in grammar.entry.finditer(prose) if found["text"]]
    entries, footnotes = _sorted(notes)
    entries = sorted([*entries, *printed], key=lambda entry: entry.start)
    keys = {entry.key for entry in entries} | {one.key for one in named.references}
    marks = list(_marks(grammar, prose, keys))
    unlisted = bool(marks) and not keys
    marks = [] if unlisted else marks
    marks += link_marks(text, _leading(grammar, prose), [entry.key for entry in printed])
    styles = [*_styles(grammar, prose), *footnotes, *hidden_styles(text, prose)]
    headings = sorted((style for style in styles if style.kind == "heading"), key=lambda style: style.start)
    said = "it cites by keys and names no list of them, so these citations were not checked"
    return Document(
        text,
        path,
        grammar.name,
        title=text[headings[0].start : headings[0].end] if headings else "",
        references=named.references,
        marks=tuple(sorted(marks, key=lambda mark: mark.start)),
        entries=tuple(entries),
        styles=tuple(sorted(styles, key=lambda style: (style.start, -style.end))),
        hyperlinks=tuple(
            Hyperlink(*found.span("words" if found["words"] else "url"), found["url"])
            for found in grammar.link.finditer(prose)
        ),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *named.diagnoses, *((Diagnosis(said),) if unlisted else ())),
        metadata=named.metadata,
        notation=grammar.notation,
    )


def _at_anchor(text: str, found: re.Match[str]) -> Iterator[Entry]:
    return anchored_entry(text, *found.span("text"), found["key"])


def _leading(grammar: Grammar, prose: str) -> Iterator[AnchorLink]:
    """The links into a list that pandoc printed."""
    for found in grammar.leads.finditer(prose):
        other = "" if found["key"] else "_"
        yield AnchorLink(*found.span(), *found.span(f"words{other}"), found[f"key{other}"])


def _sorted(notes: list[re.Match[str]]) -> tuple[list[Entry], list[Style]]:
    """The entries among the notes at the foot of the text, and the footnotes: a name tells an entry, a number
    only where most numbered notes have a year."""
    numbered = [note for note in notes if note["key"].lstrip("#").isdecimal() or note["key"] == "#"]
    dated = sum(bool(LONE_YEAR.search(note["text"])) for note in numbered)
    listed = dated > MIN_SHARE * len(numbered)
    entries = [Entry(*note.span("text"), note["key"]) for note in notes if listed or note not in numbered]
    return entries, [] if listed else [Style(*note.span("text"), "footnote") for note in numbered]


def _marks(grammar: Grammar, prose: str, keys: Collection[str]) -> Iterator[Mark]:
    """The citations; what may also lead to a figure or a section counts only where none has that name."""
    labels = set(_LABEL.findall(prose)) if grammar is TYPST else set()
    for found in grammar.cites.finditer(prose):
        names = _names(grammar, found["keys"] or "", found.groupdict().get("label") or "")
        if names:
            yield Mark(found.start(), found.end(), "key", tuple(names))
    for found in grammar.refers.finditer(prose):
        key = found["key"]
        if key in keys or (grammar is TYPST and key not in labels):
            yield Mark(found.start(), found.end(), "key", (key,))


def _names(grammar: Grammar, keys: str, label: str) -> list[str]:
    """The keys that a citation names."""
    if grammar is ORG:
        return _AT.findall(keys) or [name.lstrip("&") for name in re.split(r"[,;]", label) if name]
    return _KEY.findall(_SUFFIX.sub("", keys or label))


def _listed_in(grammar: Grammar, prose: str, path: str) -> Named:
    """The references of the files a text names; where it names none, of Sphinx's in ``conf.py``."""
    named = list(_named(grammar, prose))
    if not named and grammar is RST and grammar.cites.search(prose):
        return read_named(project_bibliographies(path), path, home=project_folder(path))
    return read_named(named, path)


def _named(grammar: Grammar, text: str) -> Iterator[str]:
    for found in grammar.bibliography.finditer(text):
        said = found["names"] or found.groupdict().get("more") or ""
        if grammar is ORG:
            said = said.replace(",", " ")
        names = _QUOTED.findall(said) if grammar is TYPST else said.split()
        yield from (name for name in names if name)


def _styles(grammar: Grammar, prose: str) -> Iterator[Style]:
    for kind, pattern, group in (
        ("heading", grammar.heading, "line"),
        ("superscript", grammar.raised, "text"),
        ("footnote", grammar.footnote, "text"),
    ):
        yield from (Style(*found.span(group), kind) for found in pattern.finditer(prose) if found[group])
    if "title" in grammar.heading.groupindex:
        titles = (found for found in grammar.heading.finditer(prose) if found["title"])
        yield from (Style(*found.span("title"), "heading") for found in titles)
    if "under" in grammar.heading.groupindex:
        yield from (Style(*found.span("under"), "float") for found in grammar.heading.finditer(prose))
