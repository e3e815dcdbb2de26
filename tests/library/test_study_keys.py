"""Study keys: readable, distinct, and independent of the order of the list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.library.keys import acronym, study_keys
from litreview.model.work import Name, PartialDate, Work


def work(name: Name | None = None, year: int | None = 2014, title: str = "", doi: str = "") -> Work:
    return Work(
        author=(name,) if name else (), issued=PartialDate(year) if year else None, title=title, doi=doi
    )


@pytest.mark.parametrize(
    ("given_work", "key"),
    [
        (work(Name("Franke", "Helge")), "franke-2014"),
        (work(Name("Berg", "Jan", "van der")), "van-der-berg-2014"),
        (work(Name("Müller-Lüdenscheidt", "K")), "muller-ludenscheidt-2014"),
        (work(Name("Østergaard", "K")), "ostergaard-2014"),
        (work(Name(literal="World Health Organization")), "who-2014"),
        (work(Name(literal="Institut für Qualität und Wirtschaftlichkeit (IQWiG)")), "iqwig-2014"),
        (work(Name(literal="Bundesärztekammer (BÄK)")), "bak-2014"),
        (work(Name(literal="Cochrane")), "cochrane-2014"),
        (work(Name("Franke", "H"), None), "franke-nd"),
        (work(None, 2020, "The treatment of pain"), "treatment-2020"),
        (work(None, None), "anonymous-nd"),
        (work(Name("王", "伟")), "王-2014"),
    ],
)
def test_keys(given_work: Work, key: str) -> None:
    assert study_keys([given_work]) == (key,)


def test_keys_that_would_clash_get_letters_by_doi() -> None:
    works = [work(Name("Franke"), doi=f"10.1000/{letter}") for letter in "cab"]
    assert study_keys(works) == ("franke-2014b", "franke-2014", "franke-2014a")


def test_editors_stand_in_for_authors() -> None:
    assert study_keys([Work(editor=(Name("Higgins", "J"),), issued=PartialDate(2019))]) == ("higgins-2019",)


def test_acronyms() -> None:
    assert acronym("Agency for Healthcare Research and Quality") == "ahrq"
    assert acronym("NICE") == "nice"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            work,
            st.builds(Name, st.sampled_from(["Doe", "Roe", "Ä"])),
            st.sampled_from([None, 2000, 2001]),
            st.text(max_size=4),
        ),
        max_size=30,
    ).flatmap(lambda works: st.tuples(st.just(works), st.permutations(range(len(works)))))
)
def test_keys_are_distinct_whatever_the_order(drawn: tuple[list[Work], list[int]]) -> None:
    works, order = drawn
    keys = study_keys(works)
    assert len(set(keys)) == len(works)
    by_title: dict[tuple[str, ...], set[str]] = {}
    shuffled = study_keys([works[at] for at in order])
    for at, place in enumerate(order):
        identity = (str(works[place].author[0]), str(works[place].year), works[place].title)
        by_title.setdefault(identity, set()).add(shuffled[at])
    for one, key in zip(works, keys, strict=True):
        assert key in by_title[(str(one.author[0]), str(one.year), one.title)]
