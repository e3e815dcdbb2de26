"""Records whose notes hold what looks like another field: only the field's own value changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import litreview as lr
from litreview.formats.records.crossref import work_to_crossref
from tests.editing.one_wrong_value import RECORD, corrected, source_in

RIS = """TY  - JOUR
ID  - haverkamp
N1  - Corrected in PY  - 2012, VL  - 13; see
   PY  - 2012
AU  - Haverkamp, Lotte M.
AU  - Okonjo, Daniel
AU  - van der Meulen, Pieter J.
TI  - Cold water swimming and back pain
  in rowers: a randomised trial
T2  - Journal of Invented Posture
VL  - 31
IS  - 2
SP  - 101
EP  - 109
PY  - 2015
DA  - 2015/03//
AB  - VL  - 13 and SP  - 201
DO  - 10.5555/tarn.0001
UR  - https://example.org/2012/13/201
ER  -
"""
NBIB = """PMID- 1
OWN - NLM
DP  - 2015 Mar 4
TI  - Cold water swimming and back pain in rowers:
      a randomised trial.
PG  - 101-109
LID - 10.5555/tarn.0001 [doi]
AB  - VI  - 13, PG  - 201-209 and DP  - 2012 are words
      DP  - 2012
FAU - Haverkamp, Lotte M
AU  - Haverkamp LM
AD  - Institute of Posture 2012, Tarn.
FAU - Okonjo, Daniel
AU  - Okonjo D
FAU - van der Meulen, Pieter J
AU  - van der Meulen PJ
LA  - eng
JT  - Journal of Invented Posture
VI  - 31
IP  - 2
AID - 10.5555/tarn.0001 [doi]
SO  - Old. 2012;13(2):201-9.
"""
JSON = """[
  {"id": "h", "type": "article-journal",
   "note": "\\"volume\\": 13, \\"issued\\": {\\"date-parts\\": [[2012]]}",
   "author": [{"family": "Haverkamp", "given": "Lotte M."}, {"given": "Daniel", "family": "Okonjo"},
    {"family": "Meulen", "non-dropping-particle": "van der", "given": "Pieter J."}],
   "custom": {"volume": "13", "issued": 2012, "DOI": "10.1/x"},
   "title" : "Cold water swimming and back pain in rowers: a randomised trial",
   "container-title": "Journal of Invented Posture", "volume": 31, "issue": "2", "page": "101-109",
   "issued": {"season": 2012, "date-parts": [["2015", 3, 4]], "raw": "2015-03-04"},
   "accessed": {"date-parts": [[2012]]}, "DOI":"10.5555/tarn.0001"}
]
"""
TITLE = "Cold water swimming and back pain in rowers: a randomised trial"
CSV = f"""key;title;note;authors;year;journal;volume;issue;pages;doi
h;"{TITLE}";"volume;13;
2012;""201-209"";Annals";"Haverkamp, Lotte M.; Okonjo, Daniel; van der Meulen, Pieter J.";\
2015;Journal of Invented Posture;31;2;"101-109";10.5555/tarn.0001
"""
TSV = f"""Title\tAuthor\tPublication Year\tDate\tJournal\tVolume\tPage Start\tPage End\tDOI
{TITLE}\tHaverkamp, Lotte M. and Okonjo, Daniel and van der Meulen, Pieter J.\t2015\t2015-03-04\t\
Journal of Invented Posture\t31(2)\t101\t109\thttps://doi.org/10.5555/tarn.0001
"""
FILES = {"a.ris": RIS, "a.nbib": NBIB, "a.json": JSON, "a.csv": CSV, "a.tsv": TSV}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> lr.Snapshot:
    return source_in(tmp_path_factory.mktemp("records"))


CASES = [
    ("a.ris", "PY  - 2015", "PY  - 2012"),
    ("a.ris", "PY  - 2015\nDA  - 2015", "PY  - 2012\nDA  - 2012"),
    ("a.ris", "\nVL  - 31", "\nVL  - 13"),
    ("a.ris", "SP  - 101\nEP  - 109", "SP  - 201\nEP  - 209"),
    ("a.ris", "EP  - 109", "EP  - 119"),
    ("a.ris", "swimming and back pain\n  in", "swimming and knee pain\n  in"),
    ("a.ris", "AU  - van der Meulen, Pieter J.", "AU  - Brandtner, Tilda"),
    ("a.ris", "AU  - Okonjo, Daniel\n", ""),
    ("a.ris", "Okonjo", "Okonyo"),
    ("a.ris", "T2  - Journal of Invented Posture", "T2  - Annals of Harbour Medicine"),
    ("a.ris", "T2  - Journal of Invented Posture", "T2  - Annals of Rest\nJO  - Annals of Rest"),
    ("a.nbib", "DP  - 2015", "DP  - 2012"),
    ("a.nbib", "VI  - 31", "VI  - 13"),
    ("a.nbib", "PG  - 101-109\nLID", "PG  - 201-209\nLID"),
    ("a.nbib", "back pain in rowers:\n", "knee pain in rowers:\n"),
    ("a.nbib", "JT  - Journal of Invented Posture", "JT  - Annals of Harbour Medicine"),
    ("a.nbib", "FAU - Okonjo, Daniel\nAU  - Okonjo D", "FAU - Okonyo, Daniel\nAU  - Okonyo D"),
    ("a.nbib", "FAU - van der Meulen, Pieter J\nAU  - van der Meulen PJ",
     "FAU - Brandtner, Tilda\nAU  - Brandtner T"),
    ("a.json", '["2015", 3, 4]], "raw": "2015', '["2012", 3, 4]], "raw": "2012'),
    ("a.json", '"volume": 31', '"volume": 13'),
    ("a.json", '"page": "101-109"', '"page": "201-209"'),
    ("a.json", "swimming and back", "swimming and knee"),
    ("a.json", '"container-title": "Journal of Invented Posture"', '"container-title": "Rest \\u00e4"'),
    ("a.json", '"container-title": "Journal of Invented Posture"', '"container-title": ["Annals"]'),
    ("a.json", '"family": "Okonjo"', '"family": "Okonyo"'),
    ("a.json", '"volume": 31', '"volume": "31", "volume": 13'),
    ("a.csv", "2015;Journal", "2012;Journal"),
    ("a.csv", "31;2", "13;2"),
    ("a.csv", '"101-109"', '"201-209"'),
    ("a.csv", "swimming and back", "swimming and knee"),
    ("a.csv", "Journal of Invented Posture", "Annals of Harbour Medicine"),
    ("a.csv", "Okonjo", "Okonyo"),
    ("a.csv", "van der Meulen, Pieter J.", "Brandtner, Tilda"),
    ("a.tsv", "2015\t2015", "2012\t2012"),
    ("a.tsv", "swimming and back", "swimming, and knee"),
    ("a.tsv", "31(2)", "13(2)"),
    ("a.tsv", "31(2)", "31(7)"),
    ("a.tsv", "101\t109", "201\t209"),
    ("a.tsv", "Okonjo", "Okonyo"),
]  # fmt: skip
RIGHT = {
    "T2  - Annals of Rest\nJO  - Annals of Rest":
        "T2  - Journal of Invented Posture\nJO  - Journal of Invented Posture",
    '"container-title": ["Annals"]': '"container-title": ["Journal of Invented Posture"]',
    '"volume": "31", "volume": 13': '"volume": "31", "volume": 31',
}  # fmt: skip
"""What a wrong text becomes where it is not simply the right one."""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "right", "wrong"), CASES)
def test_the_wrong_value_changes_and_no_other_byte(
    name: str, right: str, wrong: str, newline: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    text = FILES[name]
    assert text.count(right) == 1
    path = tmp_path / name
    path.write_bytes(text.replace(right, wrong).replace("\n", newline).encode("utf-8"))
    expected = text.replace(right, RIGHT.get(wrong, right)).replace("\n", newline)
    assert corrected(path, source).decode("utf-8") == expected


@pytest.mark.parametrize("name", FILES)
def test_where_nothing_is_wrong_nothing_changes(name: str, tmp_path: Path, source: lr.Snapshot) -> None:
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    assert corrected(path, source).decode("utf-8") == FILES[name]


DOI = "10.5555/tarn.0001"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.ris", "DO  - 10.5555/tarn.0001\n", "DO  - \n"),
        ("a.ris", "DO  - 10.5555/tarn.0001\n", "DO  -\n"),
        ("a.json", f'"DOI":"{DOI}"', '"DOI":""'),
        ("a.json", f'"DOI":"{DOI}"', '"DOI":null'),
        ("a.csv", f";{DOI}", ";"),
        ("a.csv", f";{DOI}", ';""'),
        ("a.tsv", f"\thttps://doi.org/{DOI}", "\t"),
    ],
)
def test_an_empty_place_is_filled(
    name: str, before: str, after: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    path = tmp_path / name
    path.write_text(FILES[name].replace(before, after), encoding="utf-8")
    found = corrected(path, source).decode("utf-8")
    assert found.replace("https://doi.org/", "").replace(f'"{DOI}"\n', f"{DOI}\n") == FILES[name].replace(
        "https://doi.org/", ""
    )


def test_a_table_without_a_column_for_dois_gets_one(tmp_path: Path, source: lr.Snapshot) -> None:
    path = tmp_path / "a.csv"
    table = "\n".join(line.removesuffix(";doi").removesuffix(f";{DOI}") for line in CSV.split("\n"))
    path.write_text(f"{table}\nx;An unknown work;;;;;;;\n", encoding="utf-8")
    assert corrected(path, source).decode("utf-8") == f"{CSV}\nx;An unknown work;;;;;;;;\n"


def test_a_ragged_table_gets_no_column(tmp_path: Path, source: lr.Snapshot) -> None:
    path = tmp_path / "a.csv"
    table = CSV.replace(";doi", "").replace(f";{DOI}", ";too;many")
    path.write_text(table, encoding="utf-8")
    assert corrected(path, source).decode("utf-8") == table


def test_an_unreadable_doi_is_not_doubled(tmp_path: Path, source: lr.Snapshot) -> None:
    path = tmp_path / "a.ris"
    path.write_text(RIS.replace(DOI, "see the journal"), encoding="utf-8")
    assert "see the journal" in corrected(path, source).decode("utf-8")
    assert DOI not in path.read_text(encoding="utf-8")


def test_a_value_that_needs_quotes_now_gets_them(tmp_path: Path, source: lr.Snapshot) -> None:
    path = tmp_path / "a.csv"
    row = 'a,x, Cold water ,"Haverkamp, Lotte M.",2015,Journal of Invented Posture,31,2,101-109,' + DOI
    path.write_text(f"id,note,title,authors,year,journal,volume,issue,pages,doi\n{row}\n", encoding="utf-8")
    assert "Haverkamp" in corrected(path, source).decode("utf-8")


@pytest.mark.parametrize(
    ("name", "year", "wrong", "right"),
    [
        ("a.json", '[["2015", 3, 4]]', "[[2012, 3], [2012, 4]]", "[[2015, 3], [2015, 4]]"),
        ("a.json", '[["2015", 3, 4]], "raw": "2015-03-04"', "[[2012, 12], [2013, 1]]", ""),
        ("a.nbib", "DP  - 2015 Mar 4", "DP  - 2012 Mar-2012 Apr", "DP  - 2015 Mar-2015 Apr"),
        ("a.nbib", "DP  - 2015 Mar 4", "DP  - 2012 Dec-2013 Jan", ""),
    ],
)
def test_a_range_of_dates_never_runs_backwards(
    name: str, year: str, wrong: str, right: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    path = tmp_path / name
    text = FILES[name].replace(', "raw": "2015-03-04"', "") if "raw" not in year else FILES[name]
    assert year in text
    path.write_text(text.replace(year, wrong, 1), encoding="utf-8")
    assert corrected(path, source).decode("utf-8") == text.replace(year, right or wrong, 1)


def test_escapes_stay_where_a_name_is_respelt(tmp_path: Path, source: lr.Snapshot) -> None:
    right = JSON.replace('"given": "Daniel"', '"given": "D\\u00e1niel"')
    assert right != JSON
    path = tmp_path / "a.json"
    path.write_text(right.replace("Okonjo", "Okonyo"), encoding="utf-8")
    assert corrected(path, source).decode("utf-8") == right


def test_between_tabs_a_comma_needs_no_quotes(tmp_path: Path) -> None:
    work = replace(RECORD, title="Salt, soup and back pain in rowers: a randomised trial")
    (tmp_path / "own.json").write_text(json.dumps([work_to_crossref(work)]), encoding="utf-8")
    right = TSV.replace(TITLE, work.title)
    path = tmp_path / "a.tsv"
    path.write_text(right.replace("back pain", "knee pain"), encoding="utf-8")
    assert corrected(path, lr.Snapshot(tmp_path / "own.json")).decode("utf-8") == right
