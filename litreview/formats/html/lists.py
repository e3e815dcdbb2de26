"""Which parts of a web page are its reference lists, and which are notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from litreview.formats.html.footnotes import paired_notes
from litreview.formats.html.furniture import HEADINGS, is_furniture, words_of
from litreview.formats.xml_tree import below, inner_text, own_text, tag
from litreview.normalise.text import fold
from litreview.normalise.vocabulary.headings import (
    NEIGHBOUR_HEADINGS,
    NOTE_HEADINGS,
    OWN_CITATION_HEADINGS,
    READING_HEADINGS,
    REFERENCE_HEADINGS,
)
from litreview.normalise.vocabulary.years import LONE_YEAR

if TYPE_CHECKING:
    from lxml import etree

_AFTER = r"(?:$|[\s_:.\d]|-(?:lists?|section|block|container|content|wrap|wrapper|title|\d))"
_LIST_WORDS = re.compile(
    r"(?:^|[\s_:.-])(?:references?|reference-?lists?|ref-?list|reflist|refs|bibliography|bibliographie"
    r"|csl-bib-body|works-?cited|citation-?list|citations|literature-?cited|literatur)" + _AFTER,
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"(?:^|[\s_-])(?:cited-?by|citing|related|similar|recommend(?:ed|ations)?|altmetric)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOTE_WORDS = re.compile(r"(?:^|[\s_:.-])(?:endnotes|footnotes|notes|footnote-list)" + _AFTER, re.IGNORECASE)
_NOTE = re.compile(r"(?:^|\s)(?:fn|footnote|endnote)(?:\s|$)")
_NUMBERED = re.compile(r"^\d+\.?\s*")
_COUNT = re.compile(r"(?:(?<!\s)\s++)?\(?(?<!\d)\d++\)?\s*+$")
_ENTRY_WORDS = re.compile(
    r"(?:^|[\s_-])(?:csl-entry|citation|reference|ref|bib|bibitem|cit|c-reference)(?:$|[\s_-])"
)
_ENTRY_ROLES = ("listitem", "doc-biblioentry")
_LISTS = ("ol", "ul", "dl")
_HOLDERS = (*_LISTS, "div", "section", "table", "tbody", "aside", "footer")
_ADDRESS = re.compile(r"https?:|\b10\.\d{4,9}/|\bdoi\b", re.IGNORECASE)
MIN_LIST, MIN_ENTRY = 2, 15
"""Entries of a list, and letters of an entry that is no list item, below which it is something else."""
GROUPED = 0.7
"""Share of an item's letters that its inner items hold, from which it is a group. A judgement."""
REFERRING = 0.5
"""Share of a page's footnotes that must have a year or an address before they are its references: those of
wikis have them in nearly all, remarks of authors in few. A judgement."""


class Lists:
    """The reference lists and the notes of a page.

    ``entries`` are the elements that are one entry each, of all lists, in order; where no element is called
    a reference list and no heading announces one, footnotes may be it. ``notes`` are the elements of
    footnotes that are no entries.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._notes: dict[etree._Element, None] = {}
        self._announced = False
        self._below_heading: set[etree._Element] = set()
        self._lenient = False
        found = _collected(self._containers())
        self._lenient = not found and not self._announced
        found = found or _collected(self._containers())
        notes = self._note_items()
        paired = _apart(paired_notes(root), found)
        announced = self._notes_below_heading(paired)
        notes |= dict.fromkeys(paired, root)
        if not found and (announced or (not self._announced and _refer(notes))):
            found = announced or notes
            notes = {}
        inner = {item for entry in found for item in entry.iterdescendants() if item in found}
        self.entries = [item for item in root.iter() if item in found and item not in inner]
        self.copies = _copies(root, {item: found[item] for item in self.entries})
        self.entries = [item for item in self.entries if found[item] not in self.copies]
        listed = set(self.entries)
        self.notes = [item for item in notes if item not in listed and not listed.intersection(item.iter())]

    @cached_property
    def holders(self) -> frozenset[etree._Element]:
        """The elements around entries and notes: part of the article whatever they are called."""
        return frozenset(up for item in (*self.entries, *self.notes) for up in item.iterancestors())

    def _containers(self) -> Iterator[etree._Element]:
        """Elements called a reference list, and lists that follow a heading which says so."""
        state = _Headings()
        for item in self._root.iter():
            name = tag(item)
            if said := heading_level(item):
                state.meet(said, fold_heading(item))
                self._announced |= state.announces
            elif name in ("a", "p") and state.announces:
                self._below_heading.add(item)
            elif name in _HOLDERS:
                self._note(item, state)
                if self._is_container(item, state):
                    yield item

    def _is_container(self, item: etree._Element, state: _Headings) -> bool:
        if (
            (state.of_others and not self._lenient)
            or is_notes(item)
            or any(is_notes(up) for up in item.iterancestors())
        ):
            return False
        if tag(item) in _LISTS and state.announces:
            return True
        return is_named_list(item) and not is_furniture(item)

    def _note(self, item: etree._Element, state: _Headings) -> None:
        if is_notes(item) or (tag(item) in _LISTS and state.of_notes):
            self._notes[item] = None

    def _notes_below_heading(
        self, paired: dict[etree._Element, etree._Element]
    ) -> dict[etree._Element, etree._Element]:
        """The notes that a heading says are the list, where no other paragraphs below it can be."""
        within = {part for note in paired for part in note.iter()}
        others = (one for one in self._below_heading if tag(one) == "p" and one not in within)
        if any(len(inner_text(one)) >= MIN_ENTRY for one in others):
            return {}
        return {note: note for note, link in paired.items() if link in self._below_heading}

    def _note_items(self) -> dict[etree._Element, etree._Element]:
        """The footnotes, one element each, with the element around them."""
        found: dict[etree._Element, etree._Element] = {}
        for holder in self._notes:
            items = _items(holder) or [one for one in holder.iter() if _is_note(one)]
            found |= dict.fromkeys((item for item in items if inner_text(item)), holder)
        return found


def _apart(
    paired: dict[etree._Element, etree._Element], found: Iterable[etree._Element]
) -> dict[etree._Element, etree._Element]:
    """Notes that are no entry of a list and hold none."""
    taken = {part for entry in found for part in (entry, *entry.iterancestors(), *entry.iterdescendants())}
    return {note: link for note, link in paired.items() if note not in taken}


def _collected(containers: Iterable[etree._Element]) -> dict[etree._Element, etree._Element]:
    """The entries of reference lists, each with the innermost list that it was found in."""
    found: dict[etree._Element, etree._Element] = {}
    for container in containers:
        entries = list(_entries(container))
        if len(entries) >= MIN_LIST or (entries and _is_item(entries[0])):
            found |= dict.fromkeys(entries, container)
    return found


def _copies(root: etree._Element, found: dict[etree._Element, etree._Element]) -> frozenset[etree._Element]:
    """Lists that repeat the entries of another, in a panel beside the text: nothing leads there."""
    reached = {link.get("href", "").rpartition("#")[2] for link in below(root, "a")} - {""}
    groups: dict[etree._Element, list[etree._Element]] = {}
    for entry, container in found.items():
        groups.setdefault(container, []).append(entry)
    linked = {
        container: {_gist(entry) for entry in entries}
        for container, entries in groups.items()
        if any(part.get("id") in reached for entry in entries for part in entry.iter())
    }
    return frozenset(
        container
        for container, entries in groups.items()
        if container not in linked and any(_repeats(entries, gists) for gists in linked.values())
    )


def _repeats(entries: Iterable[etree._Element], gists: Iterable[str]) -> bool:
    """True where each entry is one of the others; link words may stand behind either."""
    said = " " + " ".join(f"|{gist}" for gist in gists)
    return all(f"|{_gist(entry)}" in said for entry in entries)


def _gist(entry: etree._Element) -> str:
    return fold(_NUMBERED.sub("", inner_text(entry)))


def is_of_others(element: etree._Element) -> bool:
    """True for a part of the page that its heading calls the works that cite this one, like articles, or how
    to cite this one."""
    if tag(element) not in ("section", "div", "aside"):
        return False
    first = 0
    for item in element.iter():
        level = int(tag(item)[1]) if tag(item) in HEADINGS else 0
        if level and (not first or level <= first):
            if fold_heading(item) not in NEIGHBOUR_HEADINGS | OWN_CITATION_HEADINGS:
                return False
            first = first or level
        elif not first and tag(item) in ("p", "li"):
            return False
    return first > 0


class _Headings:
    """What the headings above an element say: over a list of references, notes, other works."""

    def __init__(self) -> None:
        self._level = 0
        self._words = ""

    def meet(self, level: int, words: str) -> None:
        """A heading below one that says something leaves it standing, unless it says something itself."""
        says = any(words in table for table in _SAYING)
        if says or not self._level or level <= self._level:
            self._level, self._words = (level, words) if says else (0, "")

    @property
    def announces(self) -> bool:
        return self._words in REFERENCE_HEADINGS and not self.of_others

    @property
    def of_notes(self) -> bool:
        return self._words in NOTE_HEADINGS and not self.announces

    @property
    def of_others(self) -> bool:
        return self._words in READING_HEADINGS | NEIGHBOUR_HEADINGS | OWN_CITATION_HEADINGS


_SAYING = (REFERENCE_HEADINGS, NOTE_HEADINGS, READING_HEADINGS, NEIGHBOUR_HEADINGS, OWN_CITATION_HEADINGS)


def heading_level(element: etree._Element) -> int:
    """1 to 6 for a heading, 7 for a paragraph that says no more than "References", 0 for all else."""
    name = tag(element)
    if name in HEADINGS:
        return int(name[1])
    if element.get("role") == "heading" or name == "summary":
        return 6
    alone = name == "p" and next(below(element, "a"), None) is None
    return 7 if alone and fold_heading(element) in REFERENCE_HEADINGS else 0


def fold_heading(element: etree._Element) -> str:
    """The words of a heading, folded, without number, count, link to itself and link to edit it."""
    if len(words := _shown(element)) > _LONGEST_HEADING:
        return ""
    folded = fold(_NUMBERED.sub("", words))
    return folded if folded in REFERENCE_HEADINGS else fold(_COUNT.sub("", _NUMBERED.sub("", words)))


_LONGEST_HEADING = 90
"""Letters from which a line is no heading that says "References"; a judgement."""


_DEEPEST = 200
"""Levels within a heading; what is nested deeper is mere text (as ``read`` has it for a page)."""


def _shown(element: etree._Element, depth: int = 0) -> str:
    if depth > _DEEPEST:
        return inner_text(element)
    parts = [own_text(element)]
    for item in element:
        link = tag(item) == "a" and re.search(r"headerlink|anchor", item.get("class", ""))
        parts += ["" if link or is_furniture(item) else _shown(item, depth + 1), item.tail or ""]
    return " ".join("".join(parts).split())


def is_named_list(item: etree._Element) -> bool:
    """True for an element whose role, class or id says that it holds references."""
    named = item.get("role") == "doc-bibliography" or _LIST_WORDS.search(words_of(item))
    return bool(named) and not _OTHER_WORDS.search(words_of(item))


def is_notes(item: etree._Element) -> bool:
    """True for an element whose role, class or id says that it holds footnotes and nothing else."""
    if tag(item) not in _HOLDERS or _LIST_WORDS.search(words_of(item)):
        return False
    if item.get("role") == "doc-endnotes" or (tag(item) == "dl" and _NOTE.search(item.get("class", ""))):
        return True
    return bool(_NOTE_WORDS.search(words_of(item)))


def _is_note(item: etree._Element) -> bool:
    return item.get("role") in ("doc-footnote", "doc-endnote") or (
        tag(item) in ("div", "aside", "p") and bool(_NOTE.search(item.get("class", "")))
    )


def _refer(notes: Iterable[etree._Element]) -> bool:
    texts = [inner_text(note) for note in notes]
    saying = sum(bool(LONE_YEAR.search(text) or _ADDRESS.search(text)) for text in texts)
    return saying > 0 and saying >= REFERRING * len(texts)


def _entries(container: etree._Element) -> Iterator[etree._Element]:
    """List items, however short; else elements whose class says so; else table rows."""
    if items := _items(container):
        return (item for item in items if inner_text(item))
    named = below(container, "div", "p", "span")
    items = [item for item in named if _is_called_entry(item) and item is not container]
    return (item for item in items or below(container, "tr") if len(inner_text(item)) >= MIN_ENTRY)


def _is_called_entry(item: etree._Element) -> bool:
    called = item.get("class", "")
    return bool(_ENTRY_WORDS.search(called)) and not _HOLDING.search(called)


_HOLDING = re.compile(
    r"(?:^|\s)(?:csl-bib-body|references?-?lists?|ref-?lists?|citation-?lists?|citations|reflist)(?:\s|$)"
)


def _is_item(item: etree._Element) -> bool:
    return tag(item) in ("li", "dd") or item.get("role") in _ENTRY_ROLES


def _items(container: etree._Element) -> list[etree._Element]:
    """The outermost list items below an element that are no groups of others ("Books", "Papers")."""
    found = [item for item in container.iter() if item is not container and _is_item(item)]
    found = [item for item in found if not _is_group(item)]
    inside = {item for outer in found for item in outer.iterdescendants()}
    return [item for item in found if item not in inside]


def _is_group(item: etree._Element) -> bool:
    """True for an item that is little more than a list of dated items."""
    inner = [inner_text(one) for one in item.iter() if one is not item and tag(one) == "li"]
    dated = bool(inner) and all(LONE_YEAR.search(text) for text in inner)
    return dated and sum(map(len, inner)) >= GROUPED * len(inner_text(item))
