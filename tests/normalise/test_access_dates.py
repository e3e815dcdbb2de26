"""When a page was looked at, in the words of many languages; and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.normalise.access_dates import access_days, find_access_dates

REMARKS = [
    "[consultado el 12 de enero de 2020]",
    "[Consulta: 3 de mayo de 2014]",
    "Fecha de consulta: 12-01-2020",
    "[consulté le 12 janvier 2020]",
    "consulté le 1er août 2011",
    "[consultato il 3 febbraio 2019]",
    "Ultimo accesso: 12/3/2015",
    "Geraadpleegd op 3 mei 2019",
    "Acesso em: 10 jan. 2020",
    "[acessado em 10 de março de 2018]",
    "(Zugriff am 12.3.2015)",
    "(zuletzt abgerufen am 3. März 2020)",
    "Retrieved June 3, 2015",
    "[cited 2008 Feb 3]",
    "Accessed on the 5th of May, 2014",
    "Accessed 2015",
    "Last accessed Sept. 12th, 2009",
    "hämtad 2014-03-12",
    "Besøgt d. 3. maj 2012",
    "Lest 3. desember 2011",
    "[viitattu 12.5.2016]",
    "[dostęp 12 maja 2014]",
    "[dostęp dnia 12 września 2014]",
    "[cit. 2019-05-03]",
    "[Letöltve: 2020. január 12.]",
    "Erişim tarihi: 12 Ocak 2020",
    "12 Ocak 2020 tarihinde",
    "дата обращения: 12.01.2020",
    "дата звернення: 3 травня 2018",
    "Accesat la 3 mai 2017",
    "(アクセス日：2020年1月5日)",
]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_is_found_whole(remark: str) -> None:
    text = f"A page about rowing. Bern; 2009. {remark}; and more"
    assert [text[start:end].strip() for start, end in find_access_dates(text)] == [remark]


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft Access 2010 for beginners",
        "A survey of 2010 visited sites",
        "Acceso 2010 a la salud",
        "Citado 12 veces en 2010",
        "Open access. J Pain 2010; 12: 3",
        "Data set 12.3",
        "Cited articles, 1990 to 2010",
        "Retrieved from the sea in May",
        "Stand der Technik 2015",
        "Accessed memory and 2010 trials",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert find_access_dates(text) == []


@given(st.text(alphabet="consultado el 12 de enero 2020[]accessed.:,\n", max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for start, end in find_access_dates(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("remark", "days"),
    [
        ("[cited 2023 Feb 30]", [(2023, 2, 30)]),
        ("(Accessed: 3 March 2052)", [(2052, 3, 3)]),
        ("Accessed March 3, 2023", [(2023, 3, 3)]),
        ("abgerufen am 31.6.2023", [(2023, 6, 31)]),
        ("Retrieved 2023-02-30", [(2023, 2, 30)]),
        ("Accessed 31/06/2023", []),
        ("Accessed March 2023", []),
    ],
)
def test_days_of_which_the_order_is_certain(remark: str, days: list[tuple[int, int, int]]) -> None:
    assert access_days(remark) == days
