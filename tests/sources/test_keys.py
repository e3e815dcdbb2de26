"""Blocking keys: a reference and its work share some, however the reference is printed."""

from __future__ import annotations

import pytest

from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.sources.keys import (
    family_key,
    first_page,
    reference_keys,
    text_numbers,
    title_key,
    work_keys,
)
from litreview.sources.query import LONGEST, search_text
from litreview.sources.ranking import affinity, profile, query_words

FRANKE = Work(
    title="Osteopathic manipulative treatment for nonspecific low back pain: a systematic review",
    author=(Name("Franke", "Helge"),),
    issued=PartialDate(2014),
    volume="15",
    article_number="286",
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("785–796", "785"),
        ("883-90", "883"),
        ("e0119470", "119470"),
        ("m4825", "4825"),
        ("CD009852", "9852"),
        ("S12", "12"),
        ("0286", "286"),
        ("xii-xv", "xii"),
        ("34b-34", "34"),
        ("", ""),
    ],
)
def test_first_pages(written: str, number: str) -> None:
    assert first_page(written) == number


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (Name("van der Berg"), "berg"),
        (Name("Müller-Lüdenscheidt"), "ludenscheidt"),
        (Name("O’Connor"), "oconnor"),
        (Name(literal="World Health Organization"), "world"),
        (Name(), ""),
    ],
)
def test_families(name: Name, key: str) -> None:
    assert family_key(name) == key


def test_titles_fold_and_short_ones_are_no_key() -> None:
    assert title_key("Non‐specific <i>low</i> back pain!") == "t|nonspecificlowbackpain"
    assert title_key("Editorial") == ""
    assert len(title_key("x" * 200)) == 50


@pytest.mark.parametrize(
    "text",
    [
        "Franke H. Osteopathy for chronic low back pain. BMC Musculoskelet Disord 2015; 15:286.",
        "[4] Franke, H., Fryer G., BMC Musculoskeletal Disorders, Vol. 15 (2014), 286–294.",
        "Anon. BMC Musculoskelet. Disord. 2014, 15, 286.",
        "Franke, “Osteopathic manipulative treatment for nonspecific low back pain: a review.” 1914.",
    ],
)
def test_a_raw_string_shares_a_key_with_its_work(text: str) -> None:
    assert set(reference_keys(Reference("", text, Work()))) & set(work_keys(FRANKE))


def test_a_raw_string_shares_no_key_with_another_work() -> None:
    other = Reference("", "Miller B. Soils of the north. Geoderma 1999;22:14.", Work())
    assert not set(reference_keys(other)) & set(work_keys(FRANKE))


def test_dashes_of_page_ranges_do_not_glue_numbers() -> None:
    assert text_numbers("J Chem 9967–9970, 12") == ["9967", "12"]


def test_the_keys_of_one_string_are_bounded() -> None:
    long = " ".join(f"Word{n} {n} ({1900 + n}). A sentence of some length here." for n in range(200))
    assert len(reference_keys(Reference("", long, Work()))) < 600


def test_the_search_string_has_no_address_and_is_one_short_line() -> None:
    reference = Reference(
        "", "Smith J.\n  A title. doi:10.1000/xyz https://example.org/a " + "word " * 200, Work()
    )
    text = search_text(reference)
    assert text.startswith("Smith J. A title. word")
    assert len(text) <= LONGEST
    assert "\n" not in text
    assert "10.1000" not in text


def test_a_bibliography_entry_is_searched_by_its_fields() -> None:
    entry = "@article{x, title = {A title}, author = {Smith, J.}}"
    claimed = Work(title="A title", author=(Name("Smith", "J."),), issued=PartialDate(2001))
    assert (
        search_text(Reference("x", entry, claimed, notation=Notation.BIBTEX)) == "Smith J.. (2001). A title"
    )


def test_the_nearer_work_ranks_first() -> None:
    words = query_words(Reference("", "Franke H. Osteopathy for low back pain. BMC 2014;15:286", Work()))
    far = Work(title="Low back pain", author=(Name("Chou"),), issued=PartialDate(2007))
    assert affinity(words, profile(FRANKE)) > affinity(words, profile(far)) > affinity(words, profile(Work()))
