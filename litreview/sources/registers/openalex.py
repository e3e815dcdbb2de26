"""OpenAlex: a wide net, cast only by those who name it. Single works are free there: each is asked alone."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from litreview.formats.records.crossref_values import mapping_of
from litreview.formats.records.openalex import work_from_openalex
from litreview.model.source import Lookup, Outcome
from litreview.sources.registers.client import Page
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import OPENALEX


class OpenAlex(Register):
    """OpenAlex as a source of records, asked by DOIs and PubMed numbers."""

    service = OPENALEX

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        for value in values:
            contact = {"mailto": self.client.mailto} if self.client.mailto else {}
            page = self.client.get(f"/works/{kind.lower()}:{quote(value, safe='/')}", contact)
            yield value, self._record(f"{kind} {value}", page)

    def _record(self, number: str, page: Page) -> Lookup:
        if page.absent:
            return self._absent(number)
        item = mapping_of(page.json) if page.good else {}
        if not page.good:
            return self._unreachable(page)
        if not item.get("id"):
            return Lookup(Outcome.UNREACHABLE, reason=f"{self.name} gave an answer without a work")
        return self._found(work_from_openalex(item, source=self.name))
