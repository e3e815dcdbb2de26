"""OpenAlex works (``/works/doi:…``) → Work."""

from __future__ import annotations

from collections.abc import Mapping

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.crossref_values import Record, items_of, mapping_of, text_of, texts_of
from litreview.model.work import Work
from litreview.normalise.names import parse_name

NAME = "OpenAlex"

TYPES = {
    "article": "journal-article", "review": "journal-article", "letter": "journal-article",
    "editorial": "journal-article", "erratum": "journal-article", "retraction": "journal-article",
    "preprint": "posted-content", "book": "book", "book-chapter": "book-chapter", "dataset": "dataset",
    "dissertation": "dissertation", "report": "report", "standard": "standard", "peer-review": "peer-review",
    "reference-entry": "reference-entry", "software": "software",
}  # fmt: skip
"""OpenAlex's types as Crossref's; what is not here is a document."""


def work_from_openalex(item: Mapping[str, object], *, source: str = NAME) -> Work:
    """The work that an OpenAlex record describes; ``source`` is the name of where it was read."""
    ids, biblio = mapping_of(item.get("ids")), mapping_of(item.get("biblio"))
    place = mapping_of(mapping_of(item.get("primary_location")).get("source"))
    doi = text_of(item.get("doi")).rpartition("doi.org/")[2]
    pages = list(dict.fromkeys(text_of(biblio.get(name)) for name in ("first_page", "last_page")))
    retraction = {"type": "retraction", "source": NAME, "label": "is_retracted"}
    return work_from_crossref(
        {
            "DOI": doi,
            "key": "" if doi else f"OpenAlex {_last(item.get('id'))}",
            "PMID": _last(ids.get("pmid")),
            "PMCID": _last(ids.get("pmcid")),
            "type": TYPES.get(text_of(item.get("type")), "other"),
            "title": text_of(item.get("title")) or text_of(item.get("display_name")),
            "author": [person for author in items_of(item.get("authorships")) if (person := _person(author))],
            "container-title": place.get("display_name"),
            "ISSN": texts_of(place.get("issn")),
            "volume": biblio.get("volume"),
            "issue": biblio.get("issue"),
            "page": "-".join(page for page in pages if page),
            "issued": [[item.get("publication_year")]],
            "language": item.get("language"),
            "updated-by": [retraction] if item.get("is_retracted") is True else [],
            "URL": item.get("doi") or item.get("id"),
        },
        source=source,
    )


def _person(authorship: Record) -> dict[str, str]:
    name = text_of(mapping_of(authorship.get("author")).get("display_name"))
    name = name or text_of(authorship.get("raw_author_name"))
    return {key: text for key, text in parse_name(name).to_csl().items() if isinstance(text, str)}


def _last(value: object) -> str:
    return text_of(value).rstrip("/").rpartition("/")[2]
