"""Where the links of a web page lead: to an entry of its own lists, to a footnote, or away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from litreview.formats.xml_tree import below, inner_text, tag

if TYPE_CHECKING:
    from lxml import etree

# Attributes in which publishers' pages name the entry that a script opens.
_NAMING = (
    "rid", "data-rid", "data-xml-rid", "reveal-id", "data-open", "data-bib-id", "anchor", "key",
    "data-xocs-content-id", "aria-describedby", "aria-controls",
)  # fmt: skip
_ENTRY_NAMES = ("id", "name", "data-bib-id", "content-id", "data-id", "data-legacy-id")
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(\S+)|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)"
)
_SHORT = 12
"""Letters up to which a link to a footnote is its mark: "1", "[note 3]"; longer ones are words of the
text."""


def key_of(entry: etree._Element, at: int) -> str:
    """The id of an entry, else the first id inside, else its place in the list."""
    return next(_names(entry), f"item-{at}")


def _names(entry: etree._Element) -> Iterator[str]:
    for part in entry.iter():
        for attribute in _ENTRY_NAMES if part is entry else ("id", "name"):
            named = attribute != "name" or part is entry or tag(part) == "a"
            if named and (value := part.get(attribute)):
                yield value


class Targets:
    """The places of a page that links lead to.

    ``keys`` are the names of entries and their parts, each with the key of its entry.
    """

    def __init__(self, root: etree._Element, address: str = "") -> None:
        self.keys: dict[str, str] = {}
        self._notes: set[str] = set()
        self._back: dict[str, str] = {}
        self._pages = {_bare(url) for url in (address, *_own_addresses(root)) if url}

    def add_entry(self, key: str, parts: Iterable[etree._Element]) -> None:
        """An entry with its label, as long as nothing is taken out of it."""
        for part in parts:
            names = {value for item in part.iter() for name in _ENTRY_NAMES if (value := item.get(name))}
            self.keys |= dict.fromkeys(names, key)
            for link in below(part, "a"):
                if link.get("href", "").startswith("#"):
                    self._back[link.get("href", "")[1:]] = key
        self.keys[key] = key

    def add_note(self, note: etree._Element) -> None:
        """A footnote that is no entry."""
        self._notes |= {value for part in note.iter() for name in ("id", "name") if (value := part.get(name))}

    def keys_at(self, link: etree._Element) -> tuple[str, ...]:
        """The keys of the entries that a link leads to: by its address, by the attributes that scripts read,
        by the way back that an entry has to it."""
        forward = (self.fragment(link.get("href", "")), *(link.get(name, "") for name in _NAMING))
        for value in forward:
            found = [self.keys[name] for name in re.split(r"[\s,]+", value) if name in self.keys]
            if found:
                return tuple(dict.fromkeys(found))
        parent = link.getparent()
        named = (link.get("id"), link.get("name"), parent.get("id") if parent is not None else None)
        return next(
            ((self._back[name],) for name in named if name and name in self._back and name not in self.keys),
            (),
        )

    def key_named(self, name: str) -> str:
        """The key of the entry of that id, also where a book's chapter stands before its ids; else empty."""
        if name in self.keys:
            return self.keys[name]
        found = {key for known, key in self.keys.items() if known.endswith(f":{name}")}
        return found.pop() if len(found) == 1 else ""

    def is_note_mark(self, link: etree._Element) -> bool:
        """True for the number or sign that leads to a footnote."""
        at = self.fragment(link.get("href", ""))
        return at in self._notes and len(inner_text(link)) <= _SHORT

    def fragment(self, href: str) -> str:
        """The place on this very page that an address names; empty for other pages."""
        page, sign, name = href.partition("#")
        if not sign or not name or (page and not self._is_own(page, name)):
            return ""
        return name if name in self.keys or name in self._notes else unquote(name)

    def _is_own(self, page: str, name: str) -> bool:
        if name not in self.keys and unquote(name) not in self.keys:
            return False
        bare = _bare(page)
        return not self._pages or any(own.endswith(bare) or bare.endswith(own) for own in self._pages)


def _own_addresses(root: etree._Element) -> Iterator[str]:
    """The addresses that a page gives as its own."""
    for item in below(root, "link", "meta", "base"):
        name = item.get("rel", "") or item.get("property", "")
        if tag(item) == "base" or name.casefold() in ("canonical", "og:url"):
            yield item.get("href", "") or item.get("content", "")


def saved_from(text: str) -> str:
    """The address that a browser wrote into the page when it saved it; empty where none did."""
    found = _SAVED_FROM.search(text, 0, _HEAD)
    return (found[1] or found[2]) if found else ""


_HEAD = 4096
"""Characters at the beginning of a page in which browsers say where it comes from."""


def _bare(url: str) -> str:
    """An address without scheme, host's "www.", query and last slash."""
    return re.sub(r"^(?:[a-z]+:)?//(?:www\.)?|[?#].*$|/$", "", url.casefold()).rstrip("/")
