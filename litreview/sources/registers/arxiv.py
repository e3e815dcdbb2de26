"""arXiv by number: a hundred entries to a request, one request in three seconds, as its terms of use ask."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.formats.records.arxiv import works_from_arxiv
from litreview.model.errors import InputError
from litreview.model.source import Lookup
from litreview.model.work import Work
from litreview.sources.registers.client import Page
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import ARXIV


class Arxiv(Register):
    """arXiv's API as a source of records, asked by arXiv numbers."""

    service = ARXIV

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        asked = {"id_list": ",".join(values), "max_results": str(len(values))}
        page, works = self._read(self.client.get("/query", asked, accept="xml"))
        if works is None and not page.problem and len(values) > 1:
            for value in values:  # one number that arXiv cannot read spoils the whole list
                yield from self._ask(kind, [value])
            return
        for value in values:
            yield value, self._answer(value, page, works)

    def _read(self, page: Page) -> tuple[Page, dict[str, Work] | None]:
        """The works of a feed; None where it reports an error. What is no feed is no answer."""
        try:
            return page, works_from_arxiv(page.content, source=self.name) if page.good else None
        except InputError:
            return Page(problem="an answer without sense"), None

    def _answer(self, value: str, page: Page, works: dict[str, Work] | None) -> Lookup:
        if works and value in works:
            return self._found(works[value])
        return self._unreachable(page) if page.problem else self._absent(f"arXiv {value}")
