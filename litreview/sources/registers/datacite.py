"""DataCite: DOIs of data, software, preprints, theses and reports. One question per DOI: a list has few."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from litreview.formats.records.crossref_values import mapping_of
from litreview.formats.records.datacite import work_from_datacite
from litreview.model.source import Lookup, Outcome
from litreview.sources.registers.client import Page
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import DATACITE


class DataCite(Register):
    """The DataCite REST API as a source of records."""

    service = DATACITE

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        for doi in values:
            contact = {"mailto": self.client.mailto} if self.client.mailto else {}
            yield doi, self._record(doi, self.client.get(f"/dois/{quote(doi, safe='')}", contact))

    def _record(self, doi: str, page: Page) -> Lookup:
        if page.absent:
            return self._absent(doi)
        if not page.good:
            return self._unreachable(page)
        work = work_from_datacite(
            mapping_of(mapping_of(mapping_of(page.json).get("data")).get("attributes")), source=self.name
        )
        if work.doi != doi.casefold():
            return Lookup(Outcome.UNREACHABLE, reason=f"{self.name} gave another record than that of {doi}")
        return self._found(work)
