"""Citavi's placeholders: JSON in base 64 (version 6), XML in base 64 before."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from litreview.formats.word.live import Cite, Live, decode
from litreview.formats.xml_tree import below, child, inner_text, parse_xml, tag
from litreview.model.errors import InputError

_TYPES = {
    "JournalArticle": "article-journal", "Book": "book", "BookEdited": "book", "Contribution": "chapter",
    "ConferenceProceedings": "paper-conference", "Thesis": "thesis", "InternetDocument": "webpage",
    "NewspaperArticle": "article-newspaper", "UnpublishedWork": "manuscript", "GreyLiterature": "report",
}  # fmt: skip
_FIELDS = {
    "Title": "title", "Volume": "volume", "Number": "issue", "Doi": "DOI", "DOI": "DOI", "Edition": "edition",
    "OnlineAddress": "URL",
}  # fmt: skip
Known = Mapping[str, Mapping[str, object]]
"""The objects of a payload by their numbers in it."""
_PAGES = re.compile(r"<os>([^<]*)</os>(?!.*<os>)", re.DOTALL)


def read_citavi(payload: str) -> Live:
    """The works of a placeholder, by Citavi's ids of them."""
    text = decode(payload).decode("utf-8", "replace").lstrip("\ufeff")
    if text.lstrip().startswith("<"):
        return tuple(_from_xml(text))
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return ()
    known = dict(_numbered(content))
    entries = content.get("Entries") if isinstance(content, dict) else None
    return (
        tuple(_cite(_resolved(entry, known), known) for entry in entries) if isinstance(entries, list) else ()
    )


def _resolved(value: object, known: Known) -> Mapping[str, object]:
    """An object as it was first written: the second place of one is only ``{"$ref": "8"}``."""
    found = value if isinstance(value, dict) else {}
    return known.get(str(found["$ref"]), found) if "$ref" in found else found


def _numbered(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, dict):
            if "$id" in item:
                yield str(item["$id"]), item
            stack += item.values()
        elif isinstance(item, list):
            stack += item


def _cite(entry: Mapping[str, object], known: Known) -> Cite:
    reference = _resolved(entry.get("Reference"), known)
    name = str(entry.get("ReferenceId") or reference.get("Id") or "")
    pages = _resolved(entry.get("PageRange"), known).get("OriginalString")
    return Cite(
        (name.casefold(),) if name else (), locator=str(pages or ""), csl=_csl(reference, known) or None
    )


def _csl(reference: Mapping[str, object], known: Known) -> dict[str, object]:
    csl: dict[str, object] = {to: reference[name] for name, to in _FIELDS.items() if reference.get(name)}
    if reference.get("Subtitle"):
        csl["title"] = f"{csl.get('title', '')}: {reference['Subtitle']}"
    if not csl:
        return {}
    csl["type"] = _TYPES.get(str(reference.get("ReferenceType") or ""), "document")
    for role, name in (("author", "Authors"), ("editor", "Editors")):
        people = reference.get(name)
        if isinstance(people, list) and people:
            csl[role] = [_person(_resolved(person, known)) for person in people]
    periodical = _resolved(reference.get("Periodical"), known)
    parent = _resolved(reference.get("ParentReference"), known)
    if container := periodical.get("Name") or parent.get("Title"):
        csl["container-title"] = container
    if found := _PAGES.search(str(reference.get("PageRange") or "")):
        csl["page"] = found[1]
    if found := re.search(r"\d{4}", str(reference.get("Year") or parent.get("Year") or "")):
        csl["issued"] = {"date-parts": [[int(found.group())]]}
    return csl


def _person(person: Mapping[str, object]) -> dict[str, str]:
    given = " ".join(str(person[name]) for name in ("FirstName", "MiddleName") if person.get(name))
    family = str(person.get("LastName") or "")
    return {"family": family, "given": given} if given else {"literal": family}


def _from_xml(text: str) -> Iterator[Cite]:
    try:
        root = parse_xml(text.encode(), "", "XML of a citation")
    except InputError:
        return
    for entry in below(root, "Entry"):
        texts = {tag(item): inner_text(item) for item in entry if not len(item)}
        reference = child(entry, "Reference")
        values: dict[str, object] = {
            tag(item): inner_text(item) for item in (reference if reference is not None else ())
        }
        values["ReferenceType"] = values.get("ReferenceTypeId")
        for role in ("Authors", "Editors"):
            group = child(reference, role) if reference is not None else None
            people = below(group, "Person") if group is not None else ()
            values[role] = [{tag(part): inner_text(part) for part in person} for person in people]
        periodical = child(reference, "Periodical") if reference is not None else None
        if periodical is not None:
            values["Periodical"] = {tag(part): inner_text(part) for part in periodical}
        values.pop("PageRange", None)
        name = texts.get("ReferenceId", "")
        yield Cite((name.casefold(),) if name else (), csl=_csl(values, {}) or None)
