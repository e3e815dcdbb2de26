"""Open Library: books by ISBN, fifty to a request."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.formats.records.crossref_values import mapping_of
from litreview.formats.records.openlibrary import work_from_openlibrary
from litreview.sources.registers.client import Page
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import OPEN_LIBRARY


class OpenLibrary(Register):
    """Open Library's catalogue as a source of records, asked by ISBN."""

    service = OPEN_LIBRARY

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        keys = ",".join(f"ISBN:{value}" for value in values)
        page = self.client.get("/api/books", {"bibkeys": keys, "format": "json", "jscmd": "data"})
        answer = page.json if page.good else None
        if page.good and not isinstance(answer, dict):
            page = Page(problem="an answer without books")
        for value in values:
            book = mapping_of(mapping_of(answer).get(f"ISBN:{value}"))
            if book.get("title"):
                yield value, self._found(work_from_openlibrary(book, source=self.name))
            else:
                yield value, self._absent(f"ISBN {value}") if page.good else self._unreachable(page)
