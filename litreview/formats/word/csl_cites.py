"""The JSON of Zotero, Mendeley and Papers: CSL items with what this citation adds to each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from litreview.formats.word.live import Cite, Live

_DECODER = json.JSONDecoder(strict=False)
_UUID = re.compile(r"\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?", re.IGNORECASE)
_MENDELEY = re.compile(r"[?&]uuid=\{?([\w-]+)")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def read_csl(text: str) -> Live:
    """The items of a ``CSL_CITATION``; what follows the object (Zotero's ``RND…``) is left."""
    return tuple(_cite(item) for item in _members(text, "citationItems") if isinstance(item, dict))


def read_uncited_items(text: str) -> Live:
    """The works of a list's ``uncited``, each a list of its URIs."""
    return tuple(Cite(names) for uris in _members(text, "uncited") if (names := _names({"uris": uris})))


def _members(text: str, name: str) -> list[object]:
    """The list of that name in an object; empty where the object is broken or has none."""
    try:
        content, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return []
    found = content.get(name) if isinstance(content, dict) else None
    return found if isinstance(found, list) else []


def _cite(item: Mapping[str, object]) -> Cite:
    record = item.get("itemData")
    label = str(item.get("label") or "page") if item.get("locator") else ""
    return Cite(
        _names(item),
        locator=f"{label} {item['locator']}" if label else "",
        csl=record if isinstance(record, dict) else None,
    )


def _names(item: Mapping[str, object]) -> tuple[str, ...]:
    """Every URI of the item: Mendeley lists those of merged records, Zotero 2 called them ``uri``.

    Mendeley Cite has no URIs, its ids are uuids. Other ids ("ITEM-1", Zotero's 109) hold in this field only.
    """
    uris: list[object] = []
    for name in ("uris", "uri"):
        value = item.get(name)
        uris += value if isinstance(value, list) else [value]
    names = [_name(uri) for uri in uris if isinstance(uri, str) and uri.strip()]
    if not names and (uuid := _UUID.fullmatch(str(item.get("id") or ""))):
        names = [uuid[1].casefold()]
    return tuple(dict.fromkeys(names))


def _name(uri: str) -> str:
    found = _MENDELEY.search(uri)
    return found[1].casefold() if found else _SCHEME.sub("", uri.strip()).rstrip("/")
