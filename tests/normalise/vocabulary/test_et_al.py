"""Every printed form of "et al." closes a list of names, and no name, initial or word is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.names import parse_names
from litreview.normalise.vocabulary.et_al import ET_AL_LATIN, FORMS, form_start
from litreview.normalise.vocabulary.patterns import phrases_of

ALL_FORMS = (
    *phrases_of(FORMS),
    "et al.",
    "et al",
    "& al.",
    "ET AL.",
    "Y COLS.",
    "ET COLL.",
    "等",
    "他",
    "외",
)


@pytest.mark.parametrize("form", ALL_FORMS)
@pytest.mark.parametrize("mark", [", ", " "])
def test_a_form_is_no_author(form: str, mark: str) -> None:
    names, et_al = parse_names(f"García M, López J{mark}{form}")
    assert [str(name) for name in names] == ["García M", "López J"]
    assert et_al


@pytest.mark.parametrize("form", ["y col", "i in", "e.a", "u. a", "m.fl", "и др", "vd", "a kol"])
def test_a_field_may_have_lost_the_last_full_stop(form: str) -> None:
    assert parse_names(f"Nowak A., Lis B. {form}")[1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Khan, U. A., Smith, J.", ["Khan U. A.", "Smith J."]),
        ("Smith, E. A., Jones, B.", ["Smith E. A.", "Jones B."]),
        ("SMITH E. A., JONES M. FL.", ["SMITH E. A.", "JONES M. FL."]),
        ("Cols A, Kol B, Col C, Coll D, Ark E", ["Cols A", "Kol B", "Col C", "Coll D", "Ark E"]),
        ("Kim I, In S, Vd P, Ym K", ["Kim I", "In S", "Vd P", "Ym K"]),
        ("Pérez M y Col A", ["Pérez M", "Col A"]),
        ("Novák J a Kol P", ["Novák J", "Kol P"]),
        ("Andre C, Anderen B, Otros M", ["Andre C", "Anderen B", "Otros M"]),
        ("van den Berg J, v.d. Heide K", ["van den Berg J", "v.d. Heide K"]),
        ("Puig i Cadafalch J, Pi i Sunyer A", ["Puig i Cadafalch J", "Pi i Sunyer A"]),
        ("Jan M, Mai T, Mars P, Ende K", ["Jan M", "Mai T", "Mars P", "Ende K"]),
        ("Others A, Colleagues B", ["Others A", "Colleagues B"]),
    ],
)
def test_names_stay_names(text: str, names: list[str]) -> None:
    found, et_al = parse_names(text)
    assert [str(name) for name in found] == names
    assert not et_al


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nowak A. i Lis B.", ["Nowak A.", "Lis B."]),
        ("Nowak A, Lis B i Zając C", ["Nowak A", "Lis B", "Zając C"]),
        ("Yılmaz A ve Kaya B", ["Yılmaz A", "Kaya B"]),
        ("Szabó J és Nagy K", ["Szabó J", "Nagy K"]),
        ("Петров П.П. и Сидоров С.С.", ["Петров П.П.", "Сидоров С.С."]),
        ("Шевченко Т. та Франко І.", ["Шевченко Т.", "Франко І."]),
        ("Virtanen J ja Korhonen M", ["Virtanen J", "Korhonen M"]),
        ("Popescu A și Ionescu B", ["Popescu A", "Ionescu B"]),
    ],
)
def test_names_joined_in_any_language(text: str, names: list[str]) -> None:
    assert [str(name) for name in parse_names(text)[0]] == names


@pytest.mark.parametrize(
    ("tokens", "start"),
    [
        (["Nowak", "i", "in", "."], 1),
        (["Phase", "i", "in"], 3),
        (["Jansen", "e", ".", "a", "."], 1),
        (["Smith", "E", ".", "A", "."], 5),
        (["GARCÍA", "Y", "COLS", "."], 1),
        (["Müller", "&", "Kollegen"], 1),
        (["Smith", "et", "al"], 1),
        (["Cols"], 1),
        ([], 0),
    ],
)
def test_forms_as_tokens(tokens: list[str], start: int) -> None:
    assert form_start(tokens, len(tokens)) == start


@given(
    st.lists(
        st.sampled_from(["Lis", "B", ".", ",", "i", "in", "y", "cols", "и", "др", "e", "a", "&"]), max_size=12
    )
)
def test_a_form_lies_before_its_end(tokens: list[str]) -> None:
    assert 0 <= form_start(tokens, len(tokens)) <= len(tokens)


def test_text_of_any_kind_knows_only_the_latin_form() -> None:
    assert "cols" not in ET_AL_LATIN
