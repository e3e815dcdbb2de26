"""CSL in YAML, as pandoc writes it (``references:``) and as it may stand in a Markdown header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from litreview.formats import yaml_nodes
from litreview.formats.records.csl import SPANNED, csl_from_work, work_from_csl
from litreview.formats.records.drafts import Draft, assemble, decode_records
from litreview.formats.yaml_nodes import Node, Scalar, Table, read_nodes
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.work import Diagnosis, Work

_LISTS = ("references", "items", "data")
_NAMES = {"id", "type", "title", "author", "issued", "DOI", "container-title"}
"""Variables of which an item has at least one (a mapping that stands alone: two)."""
_MARKED_UP = ("title", "title-short", "container-title", "container-title-short", "collection-title")
"""Variables that pandoc reads as Markdown (user's guide, "Citations", the ``references`` field)."""
_MARKUP = re.compile(
    r"\[(?P<span>[^\[\]]+)\]\{[.#][^{}]*\}"
    r"|(?<![\w*\\])(?P<star>\*{1,3})(?=\S)(?P<starred>[^*\n]+?)(?<=\S)(?P=star)(?![\w*])"
    r"|(?<![\w\\])(?P<line>_{1,3})(?=\S)(?P<lined>[^_\n]+?)(?<=\S)(?P=line)(?!\w)"
    r"|\\(?P<char>[!-/:-@\[-`{-~])"
)


def read_csl_yaml(data: bytes, path: str = "") -> Document:
    """Items of a CSL-YAML file: under ``references:``, a bare list, or one alone.

    Every member of the list is an entry; one that is no item is kept as a note, with a diagnosis.

    Raises:
        InputError: the bytes are no text, no YAML, or hold no item.
    """
    decoded = decode_records(data, path)
    items = [item for root in read_nodes(decoded.text, path) for item in items_of(root)]
    if not any(is_item(item) for item in items):
        raise InputError("no CSL item in it", path=path, advice="expected items under references:")
    return assemble(decoded, path, "csl-yaml", Notation.CSL_YAML, drafts(items, decoded.text))


def items_of(root: Node) -> Sequence[Node]:
    """The items of a document, where it has any."""
    if isinstance(root, yaml_nodes.Sequence):
        return root.items
    if not isinstance(root, Table):
        return ()
    for name in _LISTS:
        if isinstance(found := root.fields.get(name), yaml_nodes.Sequence):
            return found.items
    return (root,) if len(_NAMES & set(root.fields)) > 1 and {"id", "type"} & set(root.fields) else ()


def is_item(node: Node) -> bool:
    """True for a mapping with at least one variable that every item may have."""
    return isinstance(node, Table) and not _NAMES.isdisjoint(node.fields)


def drafts(items: Iterable[Node], text: str, offset: int = 0) -> Iterator[Draft]:
    """The items as drafts; their places count from ``offset`` in ``text``."""
    for item in items:
        start, end = item.start + offset, item.end + offset
        end = start + len(text[start:end].rstrip())
        if isinstance(item, Table):
            work = work_from_csl(_values(item))
            yield Draft(work, start, end, work.key, tuple(_spans(item, text, offset)), tuple(_twice(item)))
        else:
            said = Diagnosis("not a CSL item; kept as a note")
            yield Draft(Work(note=text[start:end]), start, end, "", (), (said,))


def _twice(item: Table) -> Iterator[Diagnosis]:
    """YAML forbids one name twice in a mapping; it happens where the line that begins an item is lost."""
    counts = Counter(name for name, _ in item.pairs)
    if names := [name for name, count in counts.items() if count > 1]:
        yield Diagnosis(f"{', '.join(names)} stands twice, so this may be two entries; the last is taken")


def _values(item: Table) -> dict[str, object]:
    values = item.plain()
    for name in _MARKED_UP:
        if isinstance(value := values.get(name), str):
            values[name] = _unmarked(value)
    return values


def _unmarked(text: str) -> str:
    """A title without Markdown: emphasis in pairs, ``[x]{.nocase}``, escapes; other signs are the title's."""

    def words(found: re.Match[str]) -> str:
        if found["char"]:
            return found["char"]
        return _unmarked(found["span"] or found["starred"] or found["lined"])

    return _MARKUP.sub(words, text)


def _spans(item: Table, text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """The places of values that stand on one line of the item as they are (an alias stands elsewhere); of a
    date in parts, that of its year."""
    for name, node in item.fields.items():
        value = _year(node) if name == "issued" and not isinstance(node, Scalar) else node
        if name not in SPANNED or not isinstance(value, Scalar) or not value.value:
            continue
        if not item.start <= value.start < value.end <= item.end:
            continue
        start, end = value.start + value.quotes + offset, value.end - value.quotes + offset
        said = _unmarked(value.value) if name in _MARKED_UP else value.value
        if text[start:end] == value.value == said:
            yield name, start, end


def _year(node: Node) -> Node:
    """The year of ``{year: 2014}``, ``[{year: 2014, month: 5}]``, ``{date-parts: [[2014, 5]]}``."""
    while not isinstance(node, Scalar):
        if isinstance(node, yaml_nodes.Sequence) and node.items:
            node = node.items[0]
        elif isinstance(node, Table) and (found := node.fields.get("year") or node.fields.get("date-parts")):
            node = found
        else:
            break
    return node


def write_csl_yaml(works: Iterable[Work]) -> str:
    """Works as pandoc writes them, under ``references:``; titles are escaped where Markdown would read them
    otherwise."""
    import yaml

    items = [csl_from_work(work) for work in works]
    for item in items:
        for name in _MARKED_UP:
            text = item.get(name)
            if isinstance(text, str) and _unmarked(text) != text:
                item[name] = re.sub(r"([\\*_\[\]])", r"\\\1", text)
    text = yaml.safe_dump({"references": items}, allow_unicode=True, sort_keys=False, width=1_000_000)
    return f"---\n{text}...\n"
