"""One JATS ``ref``: its text as printed (or set from its fields), its fields and their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.setting import set_work
from litreview.formats.xml_tree import XLINK, below, inner_text, own_text, source_line, tag
from litreview.model.document import Entry, Hyperlink
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.normalise.identifiers import clean_doi
from litreview.normalise.vocabulary.years import LONE_YEAR

if TYPE_CHECKING:
    from lxml import etree

_CITATIONS = ("mixed-citation", "element-citation", "nlm-citation", "citation")
_TYPES = {
    "journal": "article-journal", "article": "article-journal", "book": "book", "chapter": "chapter",
    "confproc": "paper-conference", "conf-proc": "paper-conference", "conference": "paper-conference",
    "thesis": "thesis", "report": "report", "gov": "report", "web": "webpage", "webpage": "webpage",
    "website": "webpage", "data": "dataset", "preprint": "article", "software": "software",
    "patent": "patent", "standard": "standard", "newspaper": "article-newspaper",
    "magazine": "article-magazine"
}  # fmt: skip
# JATS element -> CSL field whose value it prints.
_FIELDS = {
    "article-title": "title", "chapter-title": "title", "data-title": "title", "source": "container-title",
    "year": "issued", "volume": "volume", "issue": "issue", "fpage": "page", "lpage": "page",
    "page-range": "page", "elocation-id": "page", "person-group": "author", "name": "author",
    "string-name": "author", "publisher-name": "publisher", "publisher-loc": "publisher-place",
    "edition": "edition"
}  # fmt: skip
_CLOSING = (".", ",", ";", ":", ")")


def read_ref(ref: etree._Element, out: Assembly, key: str, number: int | None) -> Reference:
    """Writes one entry on a line of its own and returns it as a reference with its fields.

    A ``ref`` without field tags has an empty work: its text is then for the parser to read.
    """
    out.break_line()
    line, label = source_line(ref), out.start()
    if number is not None:
        out.verbatim(f"{number}. ")
    start = out.start()
    spans: list[tuple[str, int, int]] = []
    citations = _citations(ref)
    for at, citation in enumerate(citations):
        if at:
            out.write("; ")
        if _is_worded(citation):
            _Printed(out, spans).walk(citation)
        else:
            _set(citation, out, spans)
    out.entries.append(Entry(label, out.end, key))
    out.place(label, f"line {line}", "ref", ref.get("id", ""), line)
    text = out.since(start)
    work = read_work(citations[0]) if len(citations) == 1 else Work()
    return Reference(key, text, work, start, out.end, number, line, tuple(spans), notation=Notation.JATS)


def read_work(citation: etree._Element) -> Work:
    """The fields a citation element tags; an empty work where it tags too few to trust."""
    first = {tag(item): item for item in reversed([*citation.iter()])}
    texts = {name: inner_text(item) for name, item in first.items()}
    kind = citation.get("publication-type") or citation.get("citation-type") or ""
    title = texts.get("article-title") or texts.get("chapter-title") or texts.get("data-title") or ""
    source = texts.get("source", "")
    if not (title or source) or not (texts.get("year") or "person-group" in texts or "name" in texts):
        return Work()
    type_ = _TYPES.get(kind.casefold(), "")
    if type_ == "book" and title:
        type_ = "chapter"
    pages = texts.get("page-range") or "-".join(
        dict.fromkeys(filter(None, (texts.get("fpage"), texts.get("lpage"))))
    )
    year = LONE_YEAR.search(texts.get("year", ""))
    issued = PartialDate(int(year[1]) if year else None, literal=texts["year"]) if texts.get("year") else None
    if issued and year and texts["year"] == year[1]:
        issued = PartialDate(issued.year)
    ids = _identifiers(citation)
    authors, editors, et_al = read_people(citation)
    return Work(
        type=type_,
        title=title or source,
        author=authors,
        editor=editors,
        et_al=et_al,
        container_title=source if title else "",
        volume=texts.get("volume", ""),
        issue=texts.get("issue", ""),
        page=pages,
        article_number=texts.get("elocation-id", ""),
        edition=texts.get("edition", ""),
        issued=issued,
        publisher=texts.get("publisher-name", "") or texts.get("institution", ""),
        publisher_place=texts.get("publisher-loc", ""),
        doi=ids.get("doi", ""),
        pmid=ids.get("pmid", ""),
        pmcid=ids.get("pmcid", ""),
        arxiv=ids.get("arxiv", ""),
        isbn=tuple(filter(None, [ids.get("isbn", "")])),
        url=ids.get("url", ""),
    )


def read_people(citation: etree._Element) -> tuple[tuple[Name, ...], tuple[Name, ...], bool]:
    """Authors, editors, and whether "et al." closes the authors."""
    people: dict[str, list[Name]] = {"author": [], "editor": []}
    for item in below(citation, "name", "string-name", "collab", "anonymous"):
        group = next((up for up in item.iterancestors() if tag(up) == "person-group"), None)
        role = group.get("person-group-type", "author") if group is not None else "author"
        if role in ("translator", "compiler", "transed"):
            continue
        if any(tag(up) in ("collab", "string-name") for up in item.iterancestors()):
            continue
        people["editor" if "editor" in role else "author"].append(_name(item))
    et_al = next(below(citation, "etal"), None) is not None
    return tuple(filter(str, people["author"])), tuple(filter(str, people["editor"])), et_al


def _name(item: etree._Element) -> Name:
    parts = {tag(part): inner_text(part) for part in item}
    if tag(item) in ("name", "string-name") and parts.get("surname"):
        return Name(
            parts["surname"], parts.get("given-names", ""), parts.get("prefix", ""), parts.get("suffix", "")
        )
    return Name(literal=inner_text(item))


def _identifiers(citation: etree._Element) -> dict[str, str]:
    ids: dict[str, str] = {}
    for item in below(citation, "pub-id", "object-id", "ext-link", "uri", "isbn"):
        kind = item.get("pub-id-type") or item.get("ext-link-type") or tag(item)
        value = inner_text(item)
        href = item.get(XLINK, "")
        if kind in ("doi", "uri", "ext-link") and (doi := clean_doi(value) or clean_doi(href)):
            ids.setdefault("doi", doi)
        elif kind in ("pmid", "pmcid", "arxiv", "isbn"):
            ids.setdefault(kind, value)
        elif (href or value).startswith("http"):
            ids.setdefault("url", href or value)
    return ids


def _citations(ref: etree._Element) -> list[etree._Element]:
    """The citations of a ref; of alternatives the worded one."""
    found = list(below(ref, *_CITATIONS))
    alternatives = next(below(ref, "citation-alternatives"), None)
    if alternatives is None:
        return found
    return [next((item for item in found if _is_worded(item)), found[0])] if found else []


def _is_worded(citation: etree._Element) -> bool:
    """True where the element holds the separators too; ``mixed-citation`` should, and some lack them."""
    if tag(citation) == "element-citation":
        return False
    loose = own_text(citation) + "".join(item.tail or "" for item in citation)
    return bool(re.search(r"[^\W_]|[.,;:()]", loose)) or len(citation) == 0


class _Printed:
    """A worded citation, word for word. Parts that touch in the XML are set apart as a page would."""

    def __init__(self, out: Assembly, spans: list[tuple[str, int, int]]) -> None:
        self.out, self.spans = out, spans

    def walk(self, element: etree._Element, inside: str = "") -> None:
        name = tag(element)
        start = self.out.start()
        self.out.write(own_text(element))
        for item in element:
            if not self._unprinted(item):
                self.walk(item, name)
            self._between(item)
        field = _field(element, name, inside)
        if field and self.out.end > start:
            _extend(self.spans, field, start, self.out.end)
        if (url := element.get(XLINK)) and self.out.end > start:
            self.out.hyperlinks.append(Hyperlink(start, self.out.end, url))

    def _unprinted(self, item: etree._Element) -> bool:
        """PubMed ids are links on a publisher's page, unless the wording announces them."""
        hidden = tag(item) in ("pub-id", "object-id") and item.get("pub-id-type") in ("pmid", "pmcid")
        return hidden and not re.search(r"PM(?:C?ID)?:?\s*$", self.out.since(max(0, self.out.end - 8)))

    def _between(self, item: etree._Element) -> None:
        """What stands after a part: the wording, or where there is only indentation, what a page sets."""
        tail, following = item.tail or "", item.getnext()
        if "\n" in tail or not tail:
            loose = tail.strip()
            if following is None and not loose:
                return
            if loose:
                self.out.write(tail.lstrip() if loose[:1] in _CLOSING else tail)
            elif following is not None:
                self.out.write(_gap(tag(item), tag(following)) or (" " if tail else ""))
        else:
            self.out.write(tail)


def _gap(before: str, after: str) -> str:
    if after in ("name", "string-name", "collab", "etal") and before in ("name", "string-name", "collab"):
        return ", "
    plain = ("italic", "bold", "sup", "sub", "sc", "underline", "named-content", "styled-content", "")
    return "" if before in plain or after in plain else " "


def _field(element: etree._Element, name: str, inside: str) -> str:
    if name in ("pub-id", "ext-link", "uri") and clean_doi(inner_text(element)):
        return "DOI"
    if name in ("name", "string-name") and inside == "person-group":
        return ""
    return _FIELDS.get(name, "")


def _extend(spans: list[tuple[str, int, int]], field: str, start: int, end: int) -> None:
    """One span per field: first and last page, or several names, are one stretch."""
    if spans and spans[-1][0] == field and field in ("page", "author"):
        spans[-1] = (field, spans[-1][1], end)
    elif field not in {name for name, _, _ in spans}:
        spans.append((field, start, end))


def _set(citation: etree._Element, out: Assembly, spans: list[tuple[str, int, int]]) -> None:
    """Fields without wording."""
    work = read_work(citation)
    if work.is_empty:
        out.write(" ".join(filter(None, (inner_text(item) for item in citation))) or inner_text(citation))
        return
    for piece in set_work(work):
        start = out.start()
        out.write(piece.text)
        if piece.field:
            spans.append((piece.field, start, out.end))
