"""The complex fields that are open at a place of a Word part: their codes, then what they print."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from litreview.formats.word.attributes import attribute
from litreview.formats.xml_tree import below, child, tag

if TYPE_CHECKING:
    from lxml import etree


DELETED = frozenset({"del", "moveFrom"})
"""Elements around what a tracked change takes out."""


@dataclass(slots=True)
class Field:
    """A field: its code, its data and those of the fields inside its code, where its result starts.

    ``start`` is -1 while the code is read; ``deleted`` tells that a tracked change takes the field out.
    """

    code: str = ""
    data: str = ""
    chunks: list[str] = field(default_factory=list)
    start: int = -1
    deleted: bool = False


class OpenFields:
    """The fields open at one place of a part, innermost last.

    Fields nest and run over paragraphs. A begin without its end, or an end without begin, as damaged files
    have them, is passed over: it would hide the rest of the text.
    """

    def __init__(self, root: etree._Element) -> None:
        self._open: list[Field] = []
        self._stray = _strays(root)

    @property
    def hides(self) -> bool:
        """True in the code of a field, which nobody sees."""
        return any(item.start < 0 for item in self._open)

    def write_code(self, text: str) -> None:
        """A piece of the innermost field's code."""
        if self._open and self._open[-1].start < 0:
            self._open[-1].code += text

    def meet(self, character: etree._Element, at: int, *, deleted: bool = False) -> Field | None:
        """A ``w:fldChar`` where the text has grown to ``at``; the field that it ends, if it ends one."""
        kind = attribute(character, "fldCharType")
        if character in self._stray:
            return None
        if kind == "begin":
            self._open.append(Field(data=read_data(character), deleted=deleted))
        elif kind == "separate" and self._open:
            self._open[-1].start = at
        elif kind == "end" and self._open:
            return self._closed()
        return None

    def _closed(self) -> Field:
        closed = self._open.pop()
        outer = self._open[-1] if self._open else None
        if outer and outer.start < 0 and outer.deleted == closed.deleted and closed.data:
            outer.chunks.append(closed.data)  # EN.CITE.DATA stands inside the code of EN.CITE
        return closed


def read_data(element: etree._Element) -> str:
    """The text of ``w:fldData`` in a field character or simple field."""
    data = child(element, "fldData")
    return (data.text or "") if data is not None else ""


def _strays(root: etree._Element) -> frozenset[etree._Element]:
    """Begins and ends that have no partner, or one that lives while they are deleted by a tracked change."""
    open_: list[etree._Element] = []
    strays: list[etree._Element] = []
    for item in below(root, "fldChar"):
        kind = attribute(item, "fldCharType")
        if kind == "begin":
            open_.append(item)
        elif kind == "end" and open_:
            begin = open_.pop()
            if _is_deleted(begin) != _is_deleted(item):
                strays += (begin, item)
        elif kind == "end":
            strays.append(item)
    return frozenset((*open_, *strays))


def _is_deleted(item: etree._Element) -> bool:
    return any(tag(up) in DELETED for up in item.iterancestors())


def is_code(element: etree._Element) -> bool:
    """True for a run's piece of a field's code, in deleted text too."""
    return tag(element) in ("instrText", "delInstrText")
