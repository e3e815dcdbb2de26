"""A sample of the damaged documents; ``python -m tests.fuzz 20000`` makes as many as are wanted."""

from __future__ import annotations

import pytest

from litreview.formats.catalogue import FORMATS
from tests.fuzz.run import mutant, run
from tests.fuzz.samples import made

SEED = 11


def test_every_format_has_a_sample() -> None:
    assert {one.format for one in made()} == {row.name for row in FORMATS}


def test_a_mutant_is_the_same_in_every_run() -> None:
    first, again = made(), made()
    assert all(mutant(first, SEED, n) == mutant(again, SEED, n) for n in range(2 * len(first)))


def test_a_damaged_document_is_read_or_refused_in_one_line() -> None:
    tally = run(made(), range(200), SEED)
    assert not tally.failures, str(tally)


@pytest.mark.slow
def test_many_damaged_documents_are_read_or_refused_in_one_line() -> None:
    tally = run(made(), range(200, 2_200), SEED)
    assert not tally.failures, str(tally)
