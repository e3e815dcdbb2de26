"""Resolving: outcomes of sources, ties, order, and that one more error never makes it look better."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from litreview.matching.decide import decide
from litreview.matching.decision_page import matching_page
from litreview.matching.resolve import resolve
from litreview.matching.signals import SUBJECTS, Signal
from litreview.matching.table import ALLOWED, TABLE, first_fitting
from litreview.model.match import MatchStatus
from litreview.model.work import Work
from tests.matching.lab_records import INVENTED, REAL, MemorySource, record, references

HERON = (
    "Halvorsen, I., & Okafor, C. (2012). Winter foraging of grey herons on tidal flats. "
    "Journal of Shore Birds, 18(3), 211–224."
)


def test_without_a_source_nothing_is_judged() -> None:
    (match,) = resolve(references(HERON), source=None)
    assert match.status is MatchStatus.UNAVAILABLE
    assert "no source was asked" in match.reason


def test_a_silent_source_is_no_accusation() -> None:
    items = references(HERON, f"{HERON} https://doi.org/10.5555/heron.1")
    matches = resolve(items, source=MemorySource(INVENTED, reachable=False))
    assert {match.status for match in matches} == {MatchStatus.UNAVAILABLE}
    assert all("the lab is closed" in match.reason for match in matches)


def test_a_source_that_knows_nothing() -> None:
    (match,) = resolve(references(HERON), source=MemorySource(()))
    assert (match.status, match.reason) == (MatchStatus.UNMATCHED, "No record found in the sources asked.")


def test_one_match_per_reference_in_order() -> None:
    items = references(HERON, "nonsense", "", HERON)
    matches = resolve(items, source=MemorySource(INVENTED))
    assert [match.reference for match in matches] == items
    assert resolve([], source=MemorySource(INVENTED)) == ()


def test_a_confirmed_doi_needs_no_search() -> None:
    source = MemorySource(INVENTED)
    resolve(references(f"{HERON} https://doi.org/10.5555/heron.1", HERON), source=source)
    assert source.fetched == ["10.5555/heron.1"]
    assert source.looked_up == ["r1"]


def test_progress_ends_with_all() -> None:
    steps: list[tuple[int, int]] = []
    resolve(
        references(HERON, HERON),
        source=MemorySource(INVENTED),
        progress=lambda done, of: steps.append((done, of)),
    )
    assert steps[-1] == (2, 2)


def test_order_of_candidates_does_not_matter() -> None:
    (item,) = references(HERON)
    works = [*REAL, *INVENTED]
    expected = decide(item, works)
    for seed in range(5):
        shuffled = random.Random(seed).sample(works, len(works))
        assert decide(item, shuffled) == expected


def test_two_records_that_fit_alike_are_ambiguous() -> None:
    twins = [
        record(
            f"10.5555/twin.{at}", "Ferrari Gina", 2010, title, "Archive of Remedies", f"5({at}):{at}0-{at}9"
        )
        for at, title in ((1, "Honey for coughs in adults"), (2, "Honey for coughs in adults"))
    ]
    (item,) = references("Ferrari G. Honey for coughs in adults. Arch Remedies. 2010;5.")
    match = decide(item, twins)
    assert match.status is MatchStatus.AMBIGUOUS
    assert "2 records fit equally well" in match.reason


def test_a_work_registered_twice_is_said_to_be_so() -> None:
    first = INVENTED[0]
    (item,) = references(HERON)
    match = decide(item, [first, replace(first, doi="10.5555//heron.1", record="10.5555//heron.1")])
    assert match.status is MatchStatus.AMBIGUOUS
    assert "registered 2 times" in match.reason


ERRORS = (
    ("(2012)", "(2009)"),
    ("grey herons on tidal flats", "barn owls in church towers"),
    ("Halvorsen, I.", "Petrosyan, A."),
    ("18(3)", "18(4)"),
)


@pytest.mark.parametrize("seed", range(6))
def test_one_more_error_never_looks_better(seed: int) -> None:
    """While the place identifies the work it stays matched, and every error adds a different field."""
    text, counts = HERON, []
    for wrong in random.Random(seed).sample(ERRORS, len(ERRORS)):
        text = text.replace(*wrong)
        (match,) = resolve(references(text), source=MemorySource(INVENTED))
        assert match.work is not None, text
        assert match.work.doi == "10.5555/heron.1"
        assert match.agreement is not None
        counts.append(len(match.agreement.different))
    assert counts == sorted(counts)
    assert counts[-1] == len(ERRORS)


def test_author_and_year_alone_never_match() -> None:
    work = Work(
        author=INVENTED[0].author,
        issued=INVENTED[0].issued,
        doi="10.5555/x",
        title="Something else entirely",
        record="x",
    )
    (item,) = references(HERON)
    assert decide(item, [work]).status is MatchStatus.UNMATCHED


def test_the_table_speaks_of_known_signals() -> None:
    for row in TABLE:
        assert {subject for subject, _ in row.when} <= set(SUBJECTS)
        assert {state for _, state in row.when} <= set(ALLOWED)
        assert row.decides in ("matched", "ambiguous")
        assert row.reason
    assert len({row.name for row in TABLE}) == len(TABLE)


def test_nothing_known_fits_no_row() -> None:
    assert first_fitting(dict.fromkeys(SUBJECTS, Signal.SILENT)) is None


def test_every_row_can_be_reached() -> None:
    """No row is shadowed by an earlier one: its plainest case is decided by it or by a row with the "
    "same verdict."""
    for row in TABLE:
        signals = dict.fromkeys(SUBJECTS, Signal.SILENT)
        signals |= {subject: sorted(ALLOWED[state], key=list(Signal).index)[0] for subject, state in row.when}
        signals |= dict.fromkeys(row.least[1][: row.least[0]], Signal.YES) if row.least[0] else {}
        fitting = first_fitting(signals)
        assert fitting is not None
        assert fitting.decides == row.decides or row.decides == "ambiguous"


def test_page_is_fresh(root: Path) -> None:
    assert (root / "docs/matching.md").read_text(encoding="utf-8") == matching_page()


def test_title_of_one_work_at_the_place_of_another_is_a_chimera() -> None:
    text = (
        "Ferrari, G. (1999). Winter foraging of grey herons on tidal flats. "
        "Revista Española de Salud Pública, 81(6), 621–630."
    )
    (match,) = resolve(references(text), source=MemorySource(INVENTED))
    assert match.status is MatchStatus.UNMATCHED
    places = {candidate.work.doi for candidate in match.donors}
    assert "10.5555/mining.3" in places
    assert places & {"10.5555/heron.1", "10.5555/copy.1"}
