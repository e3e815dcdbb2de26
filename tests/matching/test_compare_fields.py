"""Each compared field on its own: tables of real ways of writing it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.matching.agreement import compare
from litreview.matching.compare_pages import parse_locator
from litreview.matching.people import Likeness, compare_names, initials
from litreview.model.match import FIELDS, FieldAgreement
from litreview.model.reasons import Note
from litreview.model.work import Name, PartialDate, Work

E, C, D, M = "equal", "compatible", "different", "missing"


def field(name: str, cited: Work, found: Work) -> FieldAgreement:
    """One field of the comparison."""
    return compare(cited, found)[name]


PAGES = [
    ("883-90", "883-890", E, ""),
    ("883–890", "883-890", E, ""),
    ("883", "883-890", C, Note.FIRST_PAGE_ONLY),
    ("883-891", "883-890", D, Note.LAST_PAGE),
    ("884-890", "883-890", D, Note.FIRST_PAGE),
    ("S12-5", "S12-S15", E, ""),
    ("e286", "286", C, ""),
    ("A12", "B12", D, Note.FIRST_PAGE),
    ("CD009852", "Art. No.: CD009852.pub2", E, ""),
    ("pp. 7-9", "7-9", E, ""),
    ("0012-0019", "12-19", E, ""),
    ("55P", "55-56", C, Note.FIRST_PAGE_ONLY),
    ("no-no", "12", M, ""),
    ("12", "n/a-n/a", M, ""),
    ("xii-xiv", "xii-xiv", E, ""),
    ("511e20", "511-520", E, ""),
    ("511e520", "511-520", E, ""),
    ("511e30", "511-520", D, Note.LAST_PAGE),
    ("104e5", "104e5", E, ""),
    ("512e20", "511-520", D, Note.FIRST_PAGE),
]


@pytest.mark.parametrize(("cited", "found", "verdict", "note"), PAGES)
def test_pages(cited: str, found: str, verdict: str, note: str) -> None:
    agreement = field("page", Work(page=cited), Work(page=found))
    assert (agreement.verdict.value, agreement.note) == (verdict, note)


ARTICLE_NUMBERS = [
    (Work(page="286"), Work(article_number="286"), E),
    (Work(page="m4825"), Work(article_number="m4825"), E),
    (Work(page="1-18"), Work(article_number="286"), C),
    (Work(page="1-18"), Work(article_number="286", page="1-18"), E),
    (Work(page="287"), Work(article_number="286"), D),
    (Work(page="e0119470"), Work(page="e0119470", article_number="e0119470"), E),
]


@pytest.mark.parametrize(("cited", "found", "verdict"), ARTICLE_NUMBERS)
def test_article_numbers_stand_for_pages(cited: Work, found: Work, verdict: str) -> None:
    assert field("page", cited, found).verdict.value == verdict


VOLUMES = [
    ("15", "15", E),
    ("15", "015", E),
    ("XIV", "14", C),
    ("15", "15 Suppl 1", C),
    ("51-52", "51–52", E),
    ("51/52", "51-52", E),
    ("15", "16", D),
    ("83", "83-B", C),
    ("83-B", "83", C),
    ("83-A", "83-B", D),
    ("84-B", "83", D),
    ("", "16", M),
]


@pytest.mark.parametrize(("cited", "found", "verdict"), VOLUMES)
def test_volumes(cited: str, found: str, verdict: str) -> None:
    assert field("volume", Work(volume=cited), Work(volume=found)).verdict.value == verdict


ISSUES = [
    ("", "1", M),
    ("Suppl 1", "Suppl_1", E),
    ("S1", "Supplement 1", E),
    ("2", "2 Suppl", C),
    ("March", "3", C),
    ("4", "5", D),
    ("10-11", "10", C),
    ("10", "10-11", C),
    ("11", "10-11", C),
    ("12", "10-11", D),
    ("10-30", "10", D),
    ("3", "No. 3, May 2010", C),
    ("5", "5, SI", C),
    ("4", "4 (234)", C),
    ("4", "4 Winter", C),
    ("3", "4 Winter", D),
    ("Suppl", "suppl_3", C),
    ("1B", "1A", D),
]


@pytest.mark.parametrize(("cited", "found", "verdict"), ISSUES)
def test_issues(cited: str, found: str, verdict: str) -> None:
    assert field("issue", Work(issue=cited), Work(issue=found)).verdict.value == verdict


def test_cochrane_volume_may_be_the_issue() -> None:
    found = Work(volume="2015", issue="2", issued=PartialDate(2015))
    assert field("volume", Work(volume="2"), found).note == Note.IN_OTHER_PLACE
    assert field("volume", Work(), found).verdict.value == M
    assert field("volume", Work(volume="3"), found).verdict.value == D


def test_years_are_a_set() -> None:
    found = Work(issued=PartialDate(2017), dates=(("published-print", PartialDate(2018)),))
    verdicts = {
        year: field("issued", Work(issued=PartialDate(year)), found) for year in (2016, 2017, 2018, 2020)
    }
    assert [verdicts[year].verdict.value for year in verdicts] == [D, E, C, D]
    assert verdicts[2018].note == Note.PRINT_YEAR
    assert verdicts[2016].note == Note.OFF_BY_ONE
    assert verdicts[2020].note == ""


def test_in_press_is_no_year() -> None:
    cited = Work(issued=PartialDate(literal="in press"))
    assert field("issued", cited, Work(issued=PartialDate(2017))).verdict.value == M


@pytest.mark.parametrize(
    ("cited", "found", "verdict", "note"),
    [
        ("10.1186/1471-2474-15-286", "https://doi.org/10.1186/1471-2474-15-286", E, ""),
        ("10.1002/14651858.CD009169.pub2", "10.1002/14651858.cd009169.pub3", D, Note.OTHER_VERSION),
        ("10.12688/f1000research.1234.1", "10.12688/f1000research.1234.2", D, Note.OTHER_VERSION),
        ("10.1000/a", "10.1000/b", D, ""),
        ("", "10.1000/b", M, ""),
    ],
)
def test_dois(cited: str, found: str, verdict: str, note: str) -> None:
    agreement = field("DOI", Work(doi=cited), Work(doi=found))
    assert (agreement.verdict.value, agreement.note) == (verdict, note)


NAMES = [
    (Name("Franke", "JD"), Name("Franke", "Jan-David"), Likeness.SAME),
    (Name("Lin", "CC"), Name("Lin", "Chung-Wei Christine"), Likeness.SAME),
    (Name("Ostelo", "RW"), Name("Ostelo", "Raymond WJG"), Likeness.SAME),
    (Name("MÜLLER", "J"), Name("Mueller", "Jörg"), Likeness.FORM),
    (Name("Berg", "P", particle="van der"), Name("van der Berg", "Pieter"), Likeness.SAME),
    (Name("García", "L"), Name("García Márquez", "Luisa"), Likeness.FORM),
    (Name("Shaheed", "C"), Name("Abdel-Shaheed", "Christina"), Likeness.FORM),
    (Name("Wei", "Zhang"), Name("Zhang", "Wei"), Likeness.FORM),
    (Name("Sirohi", "AK"), Name("Amit Kumar Sirohi"), Likeness.FORM),
    (Name("Halvorson", "I"), Name("Halvorsen", "Ingrid"), Likeness.SPELLING),
    (Name("Franke", "H"), Name("Franke", "Jan-David"), Likeness.GIVEN),
    (Name("Miller", "John"), Name("Miller", "James"), Likeness.GIVEN),
    (Name("Miller", "Bob"), Name("Miller", "Robert"), Likeness.FORM),
    (Name("Wang", "L"), Name("Wong", "L"), Likeness.OTHER),
    (Name(literal="WHO"), Name(literal="World Health Organization"), Likeness.FORM),
    (Name(literal="Bundesärztekammer"), Name(literal="Bundesärztekammer (BÄK)"), Likeness.SAME),
    (Name(literal="World Health Organization"), Name(literal="World Bank"), Likeness.OTHER),
]


@pytest.mark.parametrize(("cited", "found", "likeness"), NAMES)
def test_names(cited: Name, found: Name, likeness: Likeness) -> None:
    assert compare_names(cited, found) is likeness


@pytest.mark.parametrize(
    ("given", "letters"),
    [("J.-D.", "jd"), ("JF", "jf"), ("Jean-François", "jf"), ("Mary Ann", "ma"), ("", "")],
)
def test_initials(given: str, letters: str) -> None:
    assert initials(given) == letters


RECORD = (Name("Osei", "Kwame"), Name("Lindholm", "Maja"), Name("Moreau", "Claire"), Name("Sato", "Ken"))
OSEI, LINDHOLM, MOREAU, SATO = (Name(name.family, name.given[0]) for name in RECORD)
STRANGER = Name("Petrosyan", "A")
LISTS = [
    ((OSEI, LINDHOLM, MOREAU, SATO), False, E, ""),
    ((OSEI,), True, C, Note.ET_AL),
    ((OSEI, LINDHOLM, MOREAU), True, C, Note.ET_AL),
    ((LINDHOLM,), True, D, Note.FIRST_AUTHOR),
    ((STRANGER, LINDHOLM, MOREAU, SATO), False, D, Note.FIRST_AUTHOR),
    ((OSEI, STRANGER, MOREAU, SATO), False, D, Note.FURTHER_AUTHOR),
    ((OSEI, LINDHOLM, MOREAU, SATO, STRANGER), False, D, Note.EXTRA_AUTHOR),
    ((OSEI, STRANGER, LINDHOLM), True, D, Note.EXTRA_AUTHOR),
    ((OSEI, LINDHOLM, SATO), False, D, Note.MISSING_AUTHOR),
    ((OSEI, MOREAU, LINDHOLM, SATO), False, D, Note.AUTHOR_ORDER),
]


@pytest.mark.parametrize(("names", "et_al", "verdict", "note"), LISTS)
def test_author_lists(names: tuple[Name, ...], et_al: bool, verdict: str, note: str) -> None:
    agreement = field("author", Work(author=names, et_al=et_al), Work(author=RECORD))
    assert agreement.verdict.value == verdict
    assert note in agreement.note


def test_two_authors_of_one_surname_are_no_duplicate() -> None:
    found = Work(author=(Name("Yang", "Yongmei"), Name("Yang", "Ying"), Name("Xie", "Anjian")))
    cited = Work(author=(Name("Yang", "Y"), Name("Yang", "Y"), Name("Xie", "A")))
    assert field("author", cited, found).verdict.value == E


def test_a_study_group_beside_persons_is_left_out() -> None:
    found = Work(author=(*RECORD, Name(literal="The Marathon Study Group")))
    assert field("author", Work(author=(OSEI, LINDHOLM, MOREAU, SATO)), found).verdict.value == E


WORDS = st.text(max_size=12)
WORKS = st.builds(
    Work,
    title=WORDS,
    author=st.lists(st.builds(Name, family=WORDS, given=WORDS), max_size=3).map(tuple),
    container_title=WORDS,
    volume=WORDS,
    issue=WORDS,
    page=WORDS,
    issued=st.none() | st.builds(PartialDate, year=st.integers(1500, 2100)),
    doi=WORDS,
)


@given(WORKS, WORKS)
def test_any_two_works_can_be_compared(cited: Work, found: Work) -> None:
    assert tuple(item.field for item in compare(cited, found)) == FIELDS


@given(WORKS)
def test_a_work_never_differs_from_itself(work: Work) -> None:
    assert compare(work, work).different == ()


@given(WORKS)
def test_silence_never_contradicts(work: Work) -> None:
    assert compare(Work(), work).different == ()
    assert compare(work, Work()).different == ()


@given(st.text(max_size=30))
def test_any_text_is_a_locator_or_none(text: str) -> None:
    locator = parse_locator(text)
    assert locator is None or locator.first
