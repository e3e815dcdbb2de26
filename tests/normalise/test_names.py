# ruff: noqa: E501 - entries stand on one line, as printed
"""Author strings → names: a table of forms seen in real lists, with invented people where possible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.model.work import Name
from litreview.normalise.initials import is_initials
from litreview.normalise.names import name_order, parse_name, parse_names
from litreview.normalise.organisations import is_organisation, leading_organisations, split_organisations

SINGLE = [
    ("Smith JA", Name("Smith", "JA")),
    ("Smith, J. A.", Name("Smith", "J. A.")),
    ("J. A. Smith", Name("Smith", "J. A.")),
    ("Jane Ann Smith", Name("Smith", "Jane Ann")),
    ("van der Berg, Jan Peter", Name("Berg", "Jan Peter", "van der")),
    ("Jan van der Berg", Name("Berg", "Jan", "van der")),
    ("M. Díaz Andrade", Name("Díaz Andrade", "M.")),
    ("Le Moullec Y", Name("Le Moullec", "Y")),
    ("King, M. L., Jr.", Name("King", "M. L.", suffix="Jr.")),
    ("Ettinger WH Jr", Name("Ettinger", "WH", suffix="Jr")),
    ("Bloom SR", Name("Bloom", "SR")),
    ("X.-N. Wang", Name("Wang", "X.-N.")),
    ("FREUD Sigmund", Name("FREUD", "Sigmund")),
    ("O’Meara, T. R.", Name("O’Meara", "T. R.")),
    ("World Health Organization", Name(literal="World Health Organization")),
    ("WHO", Name(literal="WHO")),
    ("", Name()),
]
LISTS = [
    ("Franke H, Franke JD, Fryer G", ["Franke|H", "Franke|JD", "Fryer|G"], False),
    ("Chenot JF, Greitemann B, Kladny B et al.", ["Chenot|JF", "Greitemann|B", "Kladny|B"], True),
    ("Bialosky JE, et al", ["Bialosky|JE"], True),
    ("Jaehnig, W./Weaver, D./Fico, F.", ["Jaehnig|W.", "Weaver|D.", "Fico|F."], False),
    ("Hashagen, Anja, Corinne Büching, and Heidi Schelhowe", ["Hashagen|Anja", "Büching|Corinne", "Schelhowe|Heidi"], False),
    ("Strauss, Anselm, Corbin, Juliet, Glaser, Barney, & Maines, David", ["Strauss|Anselm", "Corbin|Juliet", "Glaser|Barney", "Maines|David"], False),
    ("Kohavi, Zvi; Paz, Azaria", ["Kohavi|Zvi", "Paz|Azaria"], False),
    ("Manfred Bretz und Edgar Wedel", ["Bretz|Manfred", "Wedel|Edgar"], False),
    ("Yanting Li, Yan Su, Lianjie Shu", ["Li|Yanting", "Su|Yan", "Shu|Lianjie"], False),
    ("F.R.F. Fan and A.J. Bard", ["Fan|F. R. F.", "Bard|A. J."], False),
    ("CONKLIN, J. AND BEGEMAN, M. L.", ["CONKLIN|J.", "BEGEMAN|M. L."], False),
    ("Xu, Z, B Xu, and C Xu.", ["Xu|Z", "Xu|B", "Xu|C"], False),
    ("Gleitman, Lila R., and Anna B. Rossi", ["Gleitman|Lila R.", "Rossi|Anna B."], False),
    ("Watson, L. u. T. Conway", ["Watson|L.", "Conway|T."], False),
    ("Ewing, David W. (ed.)", ["Ewing|David W."], False),
    ("Miller, A., Smith, B., . . . Zorn, C.", ["Miller|A.", "Smith|B.", "Zorn|C."], True),
    ("Roe, B. C., & others", ["Roe|B. C."], True),
    ("Wel, C. van der, Van den Poe, J.", ["Wel|C.", "Van den Poe|J."], False),
    ("———", [], False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SINGLE)
def test_one_name(text: str, name: Name) -> None:
    assert parse_name(text) == name


def test_a_given_name_behind_an_initial() -> None:
    names, _ = parse_names("J. Mark Melhorn, R. Díaz Andrade, and E. John Orav")
    assert [name.family for name in names] == ["Melhorn", "Díaz Andrade", "Orav"]


@pytest.mark.parametrize(("text", "expected", "et_al"), LISTS)
def test_list_of_names(text: str, expected: list[str], et_al: bool) -> None:
    names, shortened = parse_names(text)
    assert [f"{name.family}|{name.given}" for name in names] == expected
    assert shortened is et_al


def test_organisations_stay_whole() -> None:
    text = "Bundesärztekammer (BÄK), Kassenärztliche Bundesvereinigung (KBV), Deutsche Gesellschaft für Chirurgie (DGC)"
    names, _ = parse_names(text)
    assert [name.literal for name in names] == [part.strip() for part in text.split(", ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Centers for Disease Control and Prevention", True),
        ("van der Berg, J.", False),
        ("Cochrane Back Group", True),
        ("Li Wei", False),
    ],
)
def test_telling_organisations_from_people(text: str, expected: bool) -> None:
    assert is_organisation(text) is expected


def test_an_entry_that_begins_with_organisations() -> None:
    text = "World Health Organization. Global report on falls. Geneva: WHO; 2007."
    assert leading_organisations(text, 0) == (0, len("World Health Organization"))
    assert leading_organisations("Department store workers in Leeds. London: Cass; 1990.", 0) is None
    assert split_organisations("Smith J, Doe P") == ()


def test_unclear_order_follows_the_list() -> None:
    assert name_order("Katz Jonathan") == ""
    assert parse_names("Katz Jonathan")[0][0].family == "Jonathan"
    assert parse_names("Katz Jonathan", "family")[0][0].family == "Katz"
    assert parse_names("J. Katz", "family")[0][0].family == "Katz"
    assert parse_names("PARENTE, A., GALLETTI, C.", "family")[0][0].family == "PARENTE"
    assert parse_names("WHO", "family")[0][0].literal == "WHO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("J.", True), ("J.-P.", True), ("JF", True), ("Ch.", True), ("Franke", False), ("Wu", False)],
)
def test_initials(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    names, et_al = parse_names(text)
    assert isinstance(et_al, bool)
    assert all(name.family or name.literal for name in names)
    parse_name(text)
