"""The DOIs a reference gives: the printed form first, further readings in one batch, guesses with proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from litreview.matching.given_dois import GivenDois
from litreview.matching.resolve import resolve
from litreview.model.match import Match, MatchStatus, Verdict
from litreview.model.source import NO_AGENCY, Lookup
from tests.matching.lab_records import MemorySource, record, references

HERON = (
    "Halvorsen, I., & Okafor, C. (2012). Winter foraging of grey herons on tidal flats. "
    "Journal of Shore Birds, 18(3), 211–224."
)


def heron(doi: str = "10.5555/heron.1"):  # type: ignore[no-untyped-def]
    return record(
        doi, "Halvorsen Ingrid; Okafor Chidi", 2012, "Winter foraging of grey herons on tidal flats",
        "Journal of Shore Birds", "18(3):211-224",
    )  # fmt: skip


KITES = record(
    "10.5555/kites.7", "Roux Anna", 2009, "Counting seals from kites", "Kite Survey", "31(4):77-90"
)


def match_of(text: str, *works) -> Match:  # type: ignore[no-untyped-def]
    return resolve(references(text), source=MemorySource(works or (heron(), KITES)))[0]


@pytest.mark.parametrize(
    "shown",
    [
        "https://doi.org/10.5555/heron.1/full", "https://www.birds.example/doi/abs/10.5555/heron.1?journalCode=jsb#x",
        "https://doi.org/10.5555/heron.1/", "doi:10.5555//heron.1", "doi:10.5555/heron.1.supp",
        "https://www.birds.example/content/10.5555/heron.1v2.full.pdf", "doi:10.5555/\u200bheron.1",
        "doi: 10.5555/ heron.1", "doi:doi:10.5555/heron.1",
    ],
)  # fmt: skip
def test_a_doi_is_read_as_it_is_printed(shown: str) -> None:
    match = match_of(f"{HERON} {shown}")
    assert match.status is MatchStatus.MATCHED
    assert match.work is not None
    assert match.work.doi == "10.5555/heron.1"
    assert match.agreement is not None
    assert match.agreement["DOI"].verdict in (Verdict.EQUAL, Verdict.COMPATIBLE)
    assert match.reference.work.doi in ("", "10.5555/heron.1") or match.doi_read == "10.5555/heron.1"


class Renaming(MemorySource):
    """A source that follows one old DOI to the record of today, as Crossref does with aliases."""

    def fetch(self, dois: Sequence[str]) -> Mapping[str, Lookup]:
        today = {"10.1016/old.9": "10.5555/heron.1"}
        answers = super().fetch([today.get(doi, doi) for doi in dois])
        return {doi: answers[today.get(doi, doi)] for doi in dois}


def test_an_alias_leads_to_the_paper_and_nothing_is_said() -> None:
    match = resolve(references(f"{HERON} doi:10.1016/old.9"), source=Renaming((heron(), KITES)))[0]
    assert match.work is not None
    assert (match.work.doi, match.doi_read, match.doi_agency) == ("10.5555/heron.1", "", "")
    assert match.agreement is not None
    assert match.agreement["DOI"].verdict is Verdict.COMPATIBLE


def test_the_printed_form_comes_first() -> None:
    match = match_of(f"{HERON} https://doi.org/10.5555/heron.1/full", heron("10.5555/heron.1/full"), KITES)
    assert match.work is not None
    assert (match.work.doi, match.doi_read) == ("10.5555/heron.1/full", "")


def test_a_guess_that_does_not_agree_is_dropped() -> None:
    match = match_of(f"{HERON} doi: 10.5555/ kites.7", KITES)
    assert match.status is MatchStatus.UNMATCHED
    assert match.cited_doi_work is None


def test_all_readings_are_asked_for_in_one_batch() -> None:
    source = MemorySource((heron(),))
    batches: list[list[str]] = []
    fetch = source.fetch

    def counted(dois: Sequence[str]):  # type: ignore[no-untyped-def]
        batches.append(list(dois))
        return fetch(dois)

    source.fetch = counted  # type: ignore[method-assign]
    items = references(f"{HERON} doi:10.5555/heron.1/full", "Roux A. Kites. doi:10.5555/kites.7/pdf")
    resolve(items, source=source)
    assert batches == [
        ["10.5555/heron.1/full", "10.5555/kites.7/pdf"],
        ["10.5555/heron.1", "10.5555/kites.7"],
    ]


class Registrar(MemorySource):
    """A source that knows agencies."""

    def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        return {doi: "mEDRA" if doi.startswith("10.4444") else NO_AGENCY for doi in dois}


def test_the_agency_is_asked_of_a_source_that_knows_it() -> None:
    (one, two) = references("Roux A. Kites. doi:10.4444/kite.1", "Roux A. Kites. doi:10.5555/gone.1")
    given = GivenDois([one, two], Registrar((heron(),)))
    assert (given.agency(one), given.agency(two)) == ("mEDRA", NO_AGENCY)


def test_without_such_a_source_the_prefix_tells() -> None:
    (item,) = references("Roux A. Kites. Zenodo. doi:10.5281/zenodo.99")
    assert GivenDois([item], MemorySource((heron(),))).agency(item) == "DataCite"


def test_the_data_behind_an_article_do_not_hide_it() -> None:
    match = match_of(f"{HERON} Data: https://doi.org/10.5061/dryad.q7abc")
    assert match.work is not None
    assert (match.work.doi, match.doi_agency) == ("10.5555/heron.1", "DataCite")
