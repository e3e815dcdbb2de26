"""Citations that only notebooks have: ``<cite data-cite="key">``, and the records cite2c keeps for them.

``data-cite`` is what nbconvert turns into ``\\cite``; jupyterlab-citation-manager has a link in its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from litreview.formats import registry
from litreview.formats.markdown.code import blank
from litreview.formats.word.bibliography import references_of
from litreview.model.document import Mark
from litreview.model.errors import InputError
from litreview.model.reference import Reference

_CITE = re.compile(
    r"<(?P<tag>[a-z]{1,10})\b[^<>]{0,200}?\bdata-cite\s*=\s*[\"'](?P<keys>[^\"'<>]{1,500})[\"'][^<>]{0,200}?"
    r"(?:/>|>(?P<shown>[^\n]{0,500}?)</(?P=tag)\s*>)"
    r"|<cite\b[^<>]{0,200}>\s*<a\s[^<>]{0,200}?href\s*=\s*[\"']#(?P<link>[^\"'<>|%]{1,40}(?:\||%7C)[^\"'<>]{1,200})[\"']"
    r"[^<>]{0,200}>(?P<linked>[^\n]{0,500}?)</a>\s*</cite>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")


def cite_marks(text: str, known: Collection[str]) -> Iterator[Mark]:
    """The citations in tags. One whose keys nobody knows is a link: the words it shows are read instead."""
    for found in _CITE.finditer(blank(text, addresses=False)):
        keys = found["keys"].split(",") if found["keys"] else [unquote(found["link"])]
        names = tuple(key.strip() for key in keys if key.strip())
        shown = _TAG.sub("", found["shown"] or found["linked"] or "").strip()
        is_known = any(name in known for name in names)
        if names and (is_known or not shown):
            yield Mark(found.start(), found.end(), "key", names)


def stored_references(metadata: Mapping[str, object]) -> tuple[Reference, ...]:
    """The records that an extension keeps in the metadata of the notebook, as its reference list."""
    items = dict(_items(metadata))
    if not items:
        return ()
    written = [{**item, "id": key} for key, item in items.items()]
    try:
        listed = registry.read_text(json.dumps(written), "csl").references
    except InputError:
        return ()
    return references_of({key: one.work for key, one in zip(items, listed, strict=False)})


def _items(metadata: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """CSL items by the keys of their citations: those of cite2c, those of jupyterlab-citation-manager."""
    found = _in(metadata, "cite2c", "citations")
    yield from ((key, item) for key, item in found.items() if isinstance(item, dict) and item.get("title"))
    for source, items in _in(metadata, "citation-manager", "items").items():
        if isinstance(items, dict):
            yield from ((f"{source}|{key}", item) for key, item in items.items() if isinstance(item, dict))


def _in(metadata: Mapping[str, object], name: str, inner: str) -> Mapping[str, object]:
    outer = metadata.get(name)
    found = outer.get(inner) if isinstance(outer, dict) else None
    return found if isinstance(found, dict) else {}
