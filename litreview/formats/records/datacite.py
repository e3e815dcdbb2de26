"""DataCite records (REST API, the ``attributes`` of ``/dois/{id}``) → Work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.crossref_values import Record, date_of, items_of, mapping_of, text_of
from litreview.formats.records.names import read_name
from litreview.model.work import Name, Work

NAME = "DataCite"

TYPES = {
    "book": "book", "bookchapter": "book-chapter", "computationalnotebook": "software",
    "conferencepaper": "proceedings-article", "conferenceproceeding": "proceedings",
    "datapaper": "journal-article", "dataset": "dataset", "dissertation": "dissertation",
    "journal": "journal", "journalarticle": "journal-article", "peerreview": "peer-review",
    "preprint": "posted-content", "report": "report", "software": "software", "standard": "standard",
}  # fmt: skip
"""DataCite's general resource types as Crossref's; what is not here is a document."""

TEXT_TYPES = {
    "article-journal": "journal-article", "chapter": "book-chapter", "thesis": "dissertation",
    "report": "report", "book": "book", "paper-conference": "proceedings-article",
}  # fmt: skip
"""What DataCite makes of a plain "Text" for citation managers (``types.citeproc``)."""

DATES = {"Issued": "published-print", "Available": "published-online"}
"""DataCite's dates under which a work may be cited. Created, Submitted and Updated are the file's."""

ARXIV = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)


def work_from_datacite(attributes: Mapping[str, object], *, source: str = NAME) -> Work:
    """The work that a record's attributes describe; ``source`` is the name of where it was read."""
    doi = text_of(attributes.get("doi"))
    container = mapping_of(attributes.get("container"))
    pages = [text for name in ("firstPage", "lastPage") if (text := text_of(container.get(name)))]
    record: dict[str, object] = {
        "DOI": doi,
        "type": _type(mapping_of(attributes.get("types"))),
        **_titles(attributes.get("titles")),
        "author": list(_names(attributes.get("creators"))),
        "editor": list(_names(attributes.get("contributors"), "Editor")),
        "container-title": container.get("title"),
        "volume": container.get("volume"),
        "issue": container.get("issue"),
        "page": "-".join(pages),
        "publisher": _publisher(attributes.get("publisher")),
        "issued": [[attributes.get("publicationYear")]],
        **dict(_dates(attributes.get("dates"))),
        "arXiv": _arxiv(doi),
        "language": attributes.get("language"),
        "URL": f"https://doi.org/{doi}" if doi else "",
        "relation": _relations(attributes.get("relatedIdentifiers")),
    }
    return work_from_crossref(record, source=source)


def _type(types: Record) -> str:
    general = text_of(types.get("resourceTypeGeneral")).replace(" ", "").casefold()
    if general == "text":
        return TEXT_TYPES.get(text_of(types.get("citeproc")), "other")
    return TYPES.get(general, "other")


def _titles(value: object) -> dict[str, str]:
    """Title, subtitle, and the title in another language, which may be the one that is cited."""
    kinds = {"": "title", "Subtitle": "subtitle", "TranslatedTitle": "original-title"}
    found: dict[str, str] = {}
    for item in items_of(value):
        kind, title = kinds.get(text_of(item.get("titleType"))), text_of(item.get("title"))
        if kind and title:
            found.setdefault(kind, title)
    return found


def _names(value: object, role: str = "") -> Iterator[dict[str, str]]:
    for item in items_of(value):
        if role and text_of(item.get("contributorType")) != role:
            continue
        family, given = text_of(item.get("familyName")), text_of(item.get("givenName"))
        name = text_of(item.get("name"))
        if text_of(item.get("nameType")) == "Organizational":
            person = Name(literal=name)
        else:
            person = Name(family, given) if family else read_name(name)
        yield {key: text for key, text in person.to_csl().items() if isinstance(text, str)}


def _publisher(value: object) -> str:
    """A name, or since 2023 an object with one."""
    return text_of(mapping_of(value).get("name")) or text_of(value)


def _dates(value: object) -> Iterator[tuple[str, object]]:
    for item in items_of(value):
        name = DATES.get(text_of(item.get("dateType")))
        date = date_of(text_of(item.get("date")).partition("/")[0]) if name else None
        if name and date and date.year is not None:
            yield name, date.to_csl()


def _arxiv(doi: str) -> str:
    found = ARXIV.fullmatch(doi)
    return found[1] if found else ""


def _relations(value: object) -> dict[str, list[dict[str, str]]]:
    """Relations to other DOIs, by Crossref's way of writing them (``IsVersionOf`` → ``is-version-of``)."""
    found: dict[str, list[dict[str, str]]] = {}
    for item in items_of(value):
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", text_of(item.get("relationType"))).lower()
        if text_of(item.get("relatedIdentifierType")) == "DOI" and kind not in ("", "references", "cites"):
            found.setdefault(kind, []).append(
                {"id-type": "doi", "id": text_of(item.get("relatedIdentifier"))}
            )
    return found
