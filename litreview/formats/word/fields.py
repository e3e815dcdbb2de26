"""Live citations: what reference managers and Word itself keep behind the printed words.

================================  =====================================================================
Zotero                            ``ADDIN ZOTERO_ITEM CSL_CITATION {json}``; as bookmark ``ZOTERO_BREF_…``
                                  with the same text, without ``ADDIN``, in the document's properties
Mendeley Desktop                  ``ADDIN CSL_CITATION {json}``, before 2012 ``ADDIN Mendeley
                                  Citation{uuid} CSL_CITATION {json}``
Mendeley Cite                     a content control with the tag ``MENDELEY_CITATION_v3_`` and base 64
EndNote, Reference Manager        ``ADDIN EN.CITE <EndNote>…``, or ``w:fldData``; ``ADDIN REFMGR.CITE``
Citavi                            ``ADDIN CitaviPlaceholder{base 64}``, ``ADDIN CITAVI.PLACEHOLDER``
Papers                            ``ADDIN PAPERS2_CITATIONS <citation>…``
Word                              ``CITATION Tag \\p 3 \\m Tag2``
================================  =====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.formats.word.citavi_cites import read_citavi
from litreview.formats.word.csl_cites import read_csl, read_uncited_items
from litreview.formats.word.endnote_cites import read_endnote_cites, read_refman_cites
from litreview.formats.word.live import Cite, Live, decode
from litreview.formats.word.papers_cites import read_papers
from litreview.formats.word.sources import read_word_cites

_CSL = re.compile(
    r"\s*+(?:ADDIN\s++)?(?:ZOTERO_(?:ITEM|TEMP)\s++)?(?:Mendeley Citation\s*+\{[^{}]*\}\s*+)?"
    r"(?:CSL_CITATION\s*+)?(\{.*)",
    re.DOTALL,
)
_CSL_MARK = re.compile(r"ZOTERO_ITEM|CSL_CITATION")
_OLD_MENDELEY = re.compile(r"\s*(?:ADDIN\s+)?Mendeley Citation\s*\{([^{}]*)\}")
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b(?!\.DATA)")
_REFMAN = re.compile(r"\s*ADDIN\s+REFMGR\.CITE\b")
_CITAVI = re.compile(
    r"\s*ADDIN\s+CITAVI\.?PLACEHOLDER\s*(?:\{[^{}]*-[^{}]*\}|[\da-f-]{36})?\s*\{?([^{}]*)", re.IGNORECASE
)
_PAPERS = re.compile(r"\s*ADDIN\s+PAPERS2_CITATIONS\s*(<citation\b.*)", re.DOTALL)
_WORD = re.compile(r"\s*CITATION\s+(?P<first>\"[^\"]+\"|[^\s\\]+)(?P<rest>.*)", re.DOTALL)
_BIBLIOGRAPHY = re.compile(
    r"\s*(?:(?:ADDIN\s+)?(?:ZOTERO_BIBL|Mendeley\s+Bibliography|CSL_BIBLIOGRAPHY|EN\.REFLIST|REFMGR\.REFLIST"
    r"|CITAVI[ .]?BIBLIOGRAPHY|PAPERS2_CITATIONS\s*<papers2_bibliography)|BIBLIOGRAPHY\b)",
    re.IGNORECASE,
)
_ZOTERO_LIST = re.compile(r"\s*(?:ADDIN\s+)?ZOTERO_BIBL\s*(\{.*)", re.DOTALL)
_CONTROL_LISTS = ("MENDELEY_BIBLIOGRAPHY", "CitaviBibliography")
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")
_MENDELEY = "MENDELEY_CITATION_v3_"
_MAX_FIELD = 5_000_000
"""Characters of one field's code that are read; judgement, far above a field with a hundred works."""


def read_field(instruction: str, data: str = "", chunks: Sequence[str] = ()) -> Live:
    """The works a citation field names; empty for any other field.

    ``data`` is the text of its ``w:fldData``, ``chunks`` those of the data fields inside it (EndNote).
    """
    if len(instruction) > _MAX_FIELD:
        return ()
    if _CSL_MARK.search(instruction, 0, 200) and (found := _CSL.match(instruction)):
        return read_csl(found[1])
    if _ENDNOTE.match(instruction):
        return read_endnote_cites(instruction, chunks, data)
    return _read_others(instruction)


def _read_others(instruction: str) -> Live:
    if found := _WORD.match(instruction):
        return read_word_cites(found["first"], found["rest"])
    if found := _CITAVI.match(instruction):
        return read_citavi(found[1])
    if found := _PAPERS.match(instruction):
        return read_papers(found[1])
    if _REFMAN.match(instruction):
        return read_refman_cites(instruction)
    if found := _OLD_MENDELEY.match(instruction):
        return tuple(Cite((name.strip("{} ").casefold(),)) for name in found[1].split(";") if name.strip())
    return ()


def read_control(name: str) -> Live:
    """The works of a Mendeley Cite content control, by its tag; empty for any other."""
    if not name.startswith(_MENDELEY) or len(name) > _MAX_FIELD:
        return ()
    text = decode(name.removeprefix(_MENDELEY)).decode("utf-8", "replace")
    return read_csl(text[text.find("{") :] if "{" in text else "")


def is_bibliography(instruction: str) -> bool:
    """True for the field that prints the reference list."""
    return bool(_BIBLIOGRAPHY.match(instruction))


def read_uncited(instruction: str) -> Live:
    """The works that Zotero's list holds without a citation: ``ZOTERO_BIBL {"uncited":[[uri], …]}``."""
    found = _ZOTERO_LIST.match(instruction)
    return read_uncited_items(found[1]) if found else ()


def is_list_control(name: str) -> bool:
    """True for the tag of the content control that holds the reference list."""
    return name.startswith(_CONTROL_LISTS)


def address(instruction: str) -> str:
    """The address of a HYPERLINK field; empty for any other field."""
    found = _HYPERLINK.match(instruction)
    return found[1] if found else ""
