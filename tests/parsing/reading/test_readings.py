"""The steps as a whole: each has its page and its cases, and no order of them leaves the text."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.fields import first_drafts
from litreview.parsing.reading.readings import STEPS, Step, read, start
from litreview.parsing.reading.tokens import tokenise
from tests.parsing.reading.drafts import Case, draft

LABELS = ("other", "author", "title", "container", "year", "volume", "issue", "pages", "publisher", "place")
WORDS = (
    "Smith J . , ; : ( ) 2014 12 - 45 In Hrsg et al “ ” vol no pp Press Berlin / & and II A B ? [ ] juin of"
)
NAMES = [getattr(step, "__name__", "") for step in STEPS]


def cases() -> list[Case]:
    """The cases of all test modules of the steps."""
    names = sorted(path.stem for path in (Path(__file__).parent / "steps").glob("test_*.py"))
    return [case for name in names for case in import_module(f"tests.parsing.reading.steps.{name}").CASES]


@pytest.mark.parametrize("step", STEPS, ids=NAMES)
def test_every_step_says_what_it_is_for_and_has_both_kinds_of_cases(step: Step) -> None:
    assert (step.__doc__ or "").strip()
    own = [case for case in cases() if case.step is step]
    assert any(case.after for case in own) or any(case.after == {} for case in own), "none that it changes"
    assert any(case.after is None for case in own), "none where it stays silent"


def test_every_file_of_steps_has_its_tests() -> None:
    folder = Path(__file__).parent / "steps"
    made = {Path(import_module(step.__module__).__file__ or "").stem for step in STEPS}
    assert {path.stem for path in folder.glob("test_*.py")} == {f"test_{name}" for name in made}


def is_sound(found: Draft) -> None:
    """Spans lie within the text and hold something; title and container are apart."""
    for _, (begin, end) in found.places:
        assert 0 <= begin < end <= len(found.text)
    title, container = found.places.title, found.places.container
    if title and container:
        assert title[1] <= container[0] or container[1] <= title[0]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS.split()), st.sampled_from(LABELS)), max_size=30))
def test_no_step_leaves_the_text_or_lays_title_and_container_over_each_other(
    pairs: list[tuple[str, str]],
) -> None:
    """Whatever the label model says: words and labels are drawn at random."""
    text = " ".join(word for word, _ in pairs)
    tokens = tokenise(text, ())
    by_place = {}
    at = 0
    for word, label in pairs:
        by_place |= dict.fromkeys(range(at, at + len(word)), label)
        at += len(word) + 1
    found = start(text, cut(text), tokens, [by_place[place] for place in tokens.starts])
    for step in STEPS:
        found = step(found) or found
        is_sound(found)


@pytest.mark.parametrize("case", cases(), ids=str)
def test_the_reading_of_every_case_is_sound(case: Case) -> None:
    is_sound(read(draft(case.text, case.labelled)))


def test_the_draft_of_the_model_is_not_changed_by_reading() -> None:
    before = first_drafts(["Katz RT. Letter: Myokymia. Arch Baths. 1975;111(1):130."])[0]
    kept = (before.places, before.extras)
    assert read(before) is not before
    assert (before.places, before.extras) == kept
