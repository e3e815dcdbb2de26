"""DOIs as they are printed: what else one may be read as, and what must be left in peace."""

from __future__ import annotations

import pytest

from litreview.normalise.identifiers import INVISIBLE, clean_doi, find_dois
from litreview.normalise.printed_dois import (
    broken_dois,
    claimed_doi,
    doi_readings,
    gives_doi,
    is_escaped_only,
    page_address,
    short_dois,
)

BARE = "10.5555/heron.1"


@pytest.mark.parametrize(
    "tail",
    [
        "/full", "/pdf", "/abstract", "/epdf", "/meta", "/full/html", "/pdfdirect", ".pdf", ".full",
        ".full.pdf", ".abstract", ".full.pdf+html", "?journalcode=jsb#abstract",
        "?download=true", "#page-1", "/", "//",
        ".s001", ".supp", "/suppl_file/si_001.pdf", "v2.full.pdf", "v3", "&type=printable",
        ";jsessionid=ab12", ";pmid:1234567",
        ".https://doi.org/10.5555/heron.1", "doi:10.5555/heron.1", "/references",
    ],
)  # fmt: skip
def test_a_tail_is_taken_off(tail: str) -> None:
    assert BARE in doi_readings(clean_doi(BARE + tail))


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("10.5555/%28sici%291097%3a2%3c3%3a%3aaid%3e3.0.co%3b2-6", "10.5555/(sici)1097:2<3::aid>3.0.co;2-6"),
        ("10.5555/(sici)1097:2&lt;3::aid&gt;3.0.co;2-6", "10.5555/(sici)1097:2<3::aid>3.0.co;2-6"),
        ("10.5555//heron.1", BARE),
        ("10.5555/heron–1", "10.5555/heron-1"),
        ("10.5555/heron‐1/full", "10.5555/heron-1"),
    ],
)
def test_signs_are_put_right(printed: str, doi: str) -> None:
    assert doi in doi_readings(clean_doi(printed))


@pytest.mark.parametrize(
    "doi",
    [
        BARE, "10.1016/s0140-6736(97)11096-0", "10.1002/14651858.cd009852.pub2",
        "10.1371/journal.pone.0012345", "10.26434/chemrxiv-2021-ab1c2",
        "10.1000/182", "10.5555/fullness", "10.5555/abc.def",
    ],
)  # fmt: skip
def test_a_clean_doi_has_no_other_reading(doi: str) -> None:
    assert doi_readings(doi) == ()


@pytest.mark.parametrize("sign", INVISIBLE)
def test_what_nobody_sees_is_read_through_and_the_place_holds(sign: str) -> None:
    text = f"See doi: 10.55{sign}55/{sign}heron.1{sign}. Next"
    (found,) = find_dois(text)
    assert found.value == BARE
    assert text[found.start : found.end] == f"10.55{sign}55/{sign}heron.1"
    assert clean_doi(text) == BARE


@pytest.mark.parametrize("before", ["https://doi.org/", "doi.org/", "doi:"])
def test_a_slash_may_be_written_as_in_an_address(before: str) -> None:
    text = f"Herons. {before}10.5555%2Fheron.1. Next"
    (found,) = find_dois(text)
    assert found.value == BARE
    assert text[found.start : found.end] == "10.5555%2Fheron.1"


@pytest.mark.parametrize(
    "prefix", ["doi:doi:", "https://dx.doi.org/", "DOI: http://doi.org/", "doi.org/doi:"]
)
def test_what_stands_before_a_doi_is_no_part_of_it(prefix: str) -> None:
    assert clean_doi(prefix + BARE) == BARE


@pytest.mark.parametrize(
    "text",
    [
        "doi: 10.5555/ heron.1.",
        "doi:10.5555 /heron.1",
        "10.5555/ heron.1",
        "https://doi.org/10.5555/ heron.1",
    ],
)
def test_a_blank_at_the_slash_is_taken_out(text: str) -> None:
    assert [found.value for found in broken_dois(text)] == [BARE]


def test_a_blank_behind_a_hyphen_or_dot_is_taken_out() -> None:
    text = "doi:10.5555/j.heron- 2019.01.002 (accessed today)"
    (found,) = broken_dois(text)
    assert found.value == "10.5555/j.heron-2019.01.002"
    assert text[found.start : found.end] == "10.5555/j.heron- 2019.01.002"


@pytest.mark.parametrize(
    "text", ["doi:10.5555/heron.1. Accessed 2020-01-02", "doi:10.5555/heron.1, 2019", "10 / 12"]
)
def test_words_behind_a_doi_are_words(text: str) -> None:
    assert broken_dois(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "doi:10/gk9z2x",
        "https://doi.org/10/gk9z2x.",
        "(https://doi.org/gk9z2x)",
        "doi = {10/gk9z2x},",
        "DOI: 10/GK9Z2X",
    ],
)
def test_short_dois(text: str) -> None:
    assert [found.value for found in short_dois(text)] == ["10/gk9z2x"]


@pytest.mark.parametrize(
    "text", [f"https://doi.org/{BARE}", "in 10/12 winters", "doi.org/index.html", "doi: 10/12", "doi:none"]
)
def test_what_is_no_short_doi(text: str) -> None:
    assert short_dois(text) == []


def test_what_is_called_a_doi() -> None:
    text = "J Birds 2012. doi:1371/heron.1."
    place = claimed_doi(text)
    assert place is not None
    assert text[slice(*place)] == "1371/heron.1"
    assert claimed_doi("doi: none") is None
    assert gives_doi(text)
    assert gives_doi("doi:10/gk9z2x")
    assert not gives_doi("J Birds 2012; 18: 211-224.")


def test_a_tail_belongs_to_the_address_of_a_page() -> None:
    full = f"{BARE}/full"
    assert page_address(f"https://www.birds.example/articles/{full}", full)
    assert not page_address(f"https://doi.org/{full}", full)
    assert not page_address(f"doi:{full}", full)


def test_escapes_alone_do_no_harm() -> None:
    assert is_escaped_only("10.5555/%28heron%291", "10.5555/(heron)1")
    assert not is_escaped_only("10.5555/heron.1/full", BARE)


@pytest.mark.parametrize(
    "written",
    [
        r"10.5555/a\textless{}1::aid\textgreater{}3.0\_x",
        r"10.5555/a{\textless}1::aid{\textgreater}3.0{\_}x",
        r"10.5555/a$<$1::aid$>$3.0\_x", "10.5555/a<1::aid>3.0_x",
    ],
)  # fmt: skip
def test_signs_escaped_for_latex(written: str) -> None:
    assert clean_doi(written) == "10.5555/a<1::aid>3.0_x"
