"""Open Library's books (``/api/books?jscmd=data``) → Work."""

from __future__ import annotations

import re
from collections.abc import Mapping

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.crossref_values import items_of, mapping_of, text_of, texts_of
from litreview.formats.records.dates import read_date
from litreview.model.work import Work
from litreview.normalise.names import parse_name

NAME = "Open Library"


def work_from_openlibrary(book: Mapping[str, object], *, source: str = NAME) -> Work:
    """The edition that a book's data describe; ``source`` is the name of where it was read."""
    identifiers = mapping_of(book.get("identifiers"))
    numbers = [*texts_of(identifiers.get("isbn_13")), *texts_of(identifiers.get("isbn_10"))]
    issued = read_date(text_of(book.get("publish_date")))
    return work_from_crossref(
        {
            "key": f"Open Library {_number(text_of(book.get('key')) or text_of(book.get('url')))}",
            "type": "book",
            "title": book.get("title"),
            "subtitle": book.get("subtitle"),
            "author": [
                parse_name(name).to_csl()
                for item in items_of(book.get("authors"))
                if (name := text_of(item.get("name")))
            ],
            "publisher": _first_name(book.get("publishers")),
            "publisher-location": _first_name(book.get("publish_places")),
            "issued": issued.to_csl() if issued.year is not None else None,
            "ISBN": numbers,
            "URL": book.get("url"),
        },
        source=source,
    )


def _number(text: str) -> str:
    found = re.search(r"OL\d+[A-Z]", text)
    return found[0] if found else text


def _first_name(value: object) -> str:
    return next((name for item in items_of(value) if (name := text_of(item.get("name")))), "")
