"""Word's own citations, ``CITATION Tag \\p 3 \\m Tag2``, and the sources in ``customXml`` that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from litreview.formats.word.live import Cite, Csl, Live
from litreview.formats.xml_tree import below, child, inner_text, tag
from litreview.normalise.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml import etree

_SWITCH = re.compile(r"\\(?P<switch>\w)(?:\s+(?P<value>\"[^\"]*\"|[^\\\s]+))?")
_WORD_TYPES = {
    "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-magazine", "Book": "book",
    "BookSection": "chapter", "ConferenceProceedings": "paper-conference", "Report": "report",
    "InternetSite": "webpage", "DocumentFromInternetSite": "webpage", "ElectronicSource": "webpage",
}  # fmt: skip
_WORD_FIELDS = {
    "Title": "title", "JournalName": "container-title", "PeriodicalTitle": "container-title",
    "BookTitle": "container-title", "ConferenceName": "container-title", "Volume": "volume", "Issue": "issue",
    "Pages": "page", "Publisher": "publisher", "City": "publisher-place", "Edition": "edition", "DOI": "DOI",
    "URL": "URL",
}  # fmt: skip


def read_word_cites(first: str, switches: str) -> Live:
    """The tags of a ``CITATION`` field with their pages; ``\\m`` adds a further source."""
    cites = [_tagged(first)]
    for found in _SWITCH.finditer(switches):
        value = (found["value"] or "").strip('"')
        if found["switch"] == "m" and value:
            cites.append(_tagged(value))
        elif found["switch"] == "p":
            cites[-1] = replace(cites[-1], locator=value)
    return tuple(cites)


def _tagged(name: str) -> Cite:
    return Cite((name.strip('"'),))


def with_sources(live: Iterable[Live], roots: Sequence[etree._Element]) -> list[Live]:
    """The citations with the records of Word's sources, where a tag has one."""
    sources = _read_sources(roots)
    return [
        tuple(
            replace(cite, csl=sources[cite.names[0]])
            if cite.csl is None and cite.names and cite.names[0] in sources
            else cite
            for cite in cites
        )
        for cites in live
    ]


def _read_sources(roots: Sequence[etree._Element]) -> dict[str, Csl]:
    """Word's own sources (customXml, ``b:Sources``) as CSL items by their tags."""
    found: dict[str, Csl] = {}
    for root in roots:
        for source in below(root, "Source") if tag(root) == "Sources" else ():
            texts = {tag(item): inner_text(item) for item in source if tag(item) != "Author"}
            record: dict[str, object] = {
                _WORD_FIELDS[name]: text for name, text in texts.items() if name in _WORD_FIELDS
            }
            people = child(source, "Author")
            record |= {
                "type": _WORD_TYPES.get(texts.get("SourceType", ""), "document"),
                "author": _word_names(child(people, "Author") if people is not None else None),
            }
            if (year := whole_number(texts.get("Year", ""))) is not None:
                record["issued"] = {"date-parts": [[year]]}
            found.setdefault(texts.get("Tag", ""), record)
    return found


def _word_names(author: etree._Element | None) -> list[dict[str, str]]:
    if author is None:
        return []
    names = []
    for item in below(author, "Person", "Corporate"):
        if tag(item) == "Corporate":
            names.append({"literal": inner_text(item)})
        else:
            parts = {tag(part): inner_text(part) for part in item}
            given = " ".join(filter(None, (parts.get("First"), parts.get("Middle"))))
            names.append({"family": parts.get("Last", ""), "given": given})
    return names
