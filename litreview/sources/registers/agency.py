"""doi.org: which agency registered a DOI. What Crossref lacks may be with another one, or nowhere at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from litreview.formats.records.crossref_values import items_of, text_of
from litreview.model.source import NO_AGENCY, Lookup, Outcome
from litreview.sources.registers.register import Found, Register
from litreview.sources.registers.services import AGENCIES

LONGEST = 3000
"""Characters of DOIs in one address: two hundred DOIs in 5,700 were answered, 11,500 were refused (414; a
measurement reported in a public repository, 2026)."""

NOWHERE = ("doi does not exist", "invalid doi")
"""What doi.org says of a DOI that nobody registered; "Unknown" is said of agencies that it cannot name."""


class Registrars(Register):
    """doi.org's list of who registered what. Its answers have no works: the agency is their ``reason``, and
    ``absent`` is a DOI that does not exist."""

    service = AGENCIES

    def _ask(self, kind: str, values: Sequence[str]) -> Found:
        for batch in _batches(values):
            yield from self._ask_one(batch)

    def _ask_one(self, dois: Sequence[str]) -> Found:
        page = self.client.get("/ra/" + ",".join(quote(doi, safe="/") for doi in dois))
        if not page.good and not page.problem and len(dois) > 1:
            for doi in dois:  # one odd DOI spoils the whole list
                yield from self._ask_one([doi])
            return
        answers = {
            text_of(item.get("DOI")).casefold(): item for item in items_of(page.json) if item.get("DOI")
        }
        for doi in dois:
            item = answers.get(doi.casefold(), {})
            agency, status = text_of(item.get("RA")), text_of(item.get("status")).casefold()
            if agency:
                yield doi, Lookup(Outcome.FOUND, reason=agency)
            elif status in NOWHERE:
                yield doi, Lookup(Outcome.ABSENT, reason=f"the DOI {doi} does not exist")
            elif page.problem:
                yield doi, self._unreachable(page)
            else:
                yield doi, Lookup(Outcome.UNREACHABLE, reason=f"{self.name} does not say whose DOI {doi} is")

    def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """The agency of each DOI, empty where that is not known."""
        return agencies_of(self.look_up_each("DOI", list(dict.fromkeys(dois))))


def agencies_of(answers: Iterable[tuple[str, Lookup]]) -> dict[str, str]:
    """Look-ups of DOIs at doi.org as the names of agencies."""
    words = {Outcome.ABSENT: NO_AGENCY, Outcome.UNREACHABLE: ""}
    return {doi: words.get(lookup.outcome, lookup.reason) for doi, lookup in answers}


def _batches(dois: Sequence[str]) -> list[list[str]]:
    """A comma parts the DOIs of a list, so one that holds a comma goes alone."""
    batches: list[list[str]] = [[]]
    for doi in dois:
        last = batches[-1]
        alone = "," in doi or any("," in other for other in last)
        if last and (alone or len(",".join([*last, doi])) > LONGEST):
            batches.append([])
        batches[-1].append(doi)
    return [batch for batch in batches if batch]
