"""What live citations carry, as references; and the printed bibliography, its entries under the same keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from litreview.formats import registry
from litreview.formats.setting import set_work
from litreview.formats.word.fields import Live
from litreview.formats.xml_tree import below, child, inner_text, tag
from litreview.model.document import Entry
from litreview.model.errors import InputError
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.normalise.text import fold

if TYPE_CHECKING:
    from lxml import etree

MIN_TITLE = 12
"""Letters of a folded title that tell one entry of a list from another."""
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


def works_of(live: Iterable[Live], sources: Sequence[etree._Element]) -> dict[str, Work]:
    """Key to work for every record the citations carry, in the order of first citation."""
    csl: dict[str, Mapping[str, object]] = {}
    endnote: dict[str, str] = {}
    cited: dict[str, None] = {}
    for item in live:
        csl = item.csl | csl
        endnote = item.endnote | endnote
        cited |= dict.fromkeys(item.keys)
    word = {key: record for key, record in _word_sources(sources).items() if key in cited}
    works = _from_csl([*csl.values(), *word.values()]) | _from_endnote(endnote)
    return {key: works[key] for key in cited if key in works}


def references_of(works: Mapping[str, Work]) -> tuple[Reference, ...]:
    """References for citations whose list is not printed; their text is set by us and stands nowhere."""
    return tuple(
        Reference(
            key,
            "".join(piece.text for piece in set_work(work)),
            replace(work, key=key),
            notation=Notation.WORD_FIELD,
        )
        for key, work in works.items()
    )


def printed_entries(text: str, spans: Iterable[tuple[int, int]], works: Mapping[str, Work]) -> list[Entry]:
    """One entry for each line of the printed bibliographies, keyed by the record whose title it has."""
    titles = {key: fold(work.title) for key, work in works.items()}
    free = {key: title for key, title in titles.items() if len(title) >= MIN_TITLE}
    entries = []
    for start, end in spans:
        for line in re.finditer(r"[^\s][^\n]*", text[start:end]):
            folded = fold(line.group())
            within = [key for key, title in free.items() if title in folded]
            key = max(within, key=lambda name: len(free[name]), default="")
            free.pop(key, None)
            entries.append(
                Entry(start + line.start(), start + line.start() + len(line.group().rstrip()), key)
            )
    return entries


def share_printed(text: str, works: Mapping[str, Work]) -> float:
    """Share of the records whose titles stand in the text: near 1 where a list is printed."""
    folded = fold(text)
    titles = [title for work in works.values() if len(title := fold(work.title)) >= MIN_TITLE]
    return sum(title in folded for title in titles) / len(titles) if titles else 0.0


def _from_csl(items: Sequence[Mapping[str, object]]) -> dict[str, Work]:
    if not items:
        return {}
    document = registry.read_text(json.dumps(items), "csl")
    return {str(item["id"]): ref.work for item, ref in zip(items, document.references, strict=False)}


def _from_endnote(records: Mapping[str, str]) -> dict[str, Work]:
    if not records:
        return {}
    try:
        document = registry.read_text(f"<xml><records>{''.join(records.values())}</records></xml>", "endnote")
    except InputError:
        return {}
    return {key: ref.work for key, ref in zip(records, document.references, strict=False)}


def _word_sources(roots: Sequence[etree._Element]) -> dict[str, Mapping[str, object]]:
    """Word's own sources (customXml, ``b:Sources``) as CSL items by their tags."""
    found: dict[str, Mapping[str, object]] = {}
    for root in roots:
        for source in below(root, "Source") if tag(root) == "Sources" else ():
            texts = {tag(item): inner_text(item) for item in source if tag(item) != "Author"}
            record: dict[str, object] = {
                _WORD_FIELDS[name]: text for name, text in texts.items() if name in _WORD_FIELDS
            }
            people = child(source, "Author")
            record |= {
                "id": texts.get("Tag", ""),
                "type": _WORD_TYPES.get(texts.get("SourceType", ""), "document"),
                "author": _word_names(child(people, "Author") if people is not None else None),
            }
            if texts.get("Year", "").isdigit():
                record["issued"] = {"date-parts": [[int(texts["Year"])]]}
            found[texts.get("Tag", "")] = record
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
