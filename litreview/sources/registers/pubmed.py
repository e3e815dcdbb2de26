"""PubMed and PubMed Central by number: two hundred summaries to a request of NCBI's E-utilities."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.formats.records.pubmed import summaries_of, work_from_pubmed
from litreview.sources.registers.client import Page
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import PUBMED

DATABASES = {"PMID": "pubmed", "PMCID": "pmc"}
"""Where the E-utilities look for a number."""
NO_SUCH = ("cannot get document summary", "invalid uid")
"""How an error of a single summary begins when there is no such paper."""


class PubMed(Register):
    """NCBI's E-utilities as a source of records, asked by PubMed and PubMed Central numbers."""

    service = PUBMED

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        uids = {value: value.removeprefix("PMC") for value in values}
        asked = {"db": DATABASES[kind], "id": ",".join(uids.values()), "retmode": "json", "tool": "litreview"}
        if self.client.mailto:
            asked["email"] = self.client.mailto
        page = self.client.get("/esummary.fcgi", asked)
        summaries = summaries_of(page.json) if page.good else None
        if summaries is None and page.good:
            page = Page(problem="an answer without summaries")
        for value, uid in uids.items():
            summary = (summaries or {}).get(uid)
            error = str(summary.get("error", "")).casefold() if summary else ""
            if summaries is None or summary is None or (error and not error.startswith(NO_SUCH)):
                yield (
                    value,
                    self._unreachable(page if summaries is None else Page(problem=error or "no summary")),
                )
            elif error:
                yield value, self._absent(f"{kind} {value}")
            else:
                yield value, self._found(work_from_pubmed(summary, source=self.name))
