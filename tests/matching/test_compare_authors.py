"""Whole references through a check: authors that the record has in another form, has lost, or lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.matching.compare_authors import compare_authors
from litreview.model.work import Name, Work

# As cited | as registered: "family, given; …", "=" before the name of a group.
RIGHT = """
Erstling A, Zweig B, Dritt C | Zweig,Berta; Dritt,Carl
Erstling A, Zweig B | Zweig,Berta
Erstling A, Nochner E, Zweig B, Dritt C | Zweig,Berta; Dritt,Carl
Erstling A, Zweig B, et al | Zweig,Berta; Dritt,Carl; Viert,D
Erstling A, Zweig B, Dritt C, et al | Zweig,Berta; Dritt,Carl; Viert,D
Erstling A, Zweig B, Dritt C | Zweig,Berta; Zweig,Berta; Dritt,Carl
Erstling A, Zweig B, Dritt C, Viert D | Erstling,Anna
Erstling A, Zweig B, Dritt C | Erstling,Anna
Erstling A, Zweig B, Dritt C | Dritt,Carl
HYPERION Study Group | Vogt,Rainer; Amadi,Chika; =HYPERION Study Group
HYPERION Study Group | Vogt,Rainer; Amadi,Chika
The HYPERION Investigators | =HYPERION Study Group; Vogt,Rainer; Amadi,Chika
Vogt R, Amadi C, Ruiz P; HYPERION Study Group | =The HYPERION Study Group
Vogt R, Amadi C, Ruiz P | =The HYPERION Study Group
Vogt R, Amadi C, Ruiz P, for the HYPERION Investigators | =HYPERION Study Group
Vogt R, Amadi C, et al; HYPERION Investigators | Vogt,Rainer; Amadi,Chika; Orr,Max; =HYPERION Study Group
Vogt R; HYPERION Investigators | Vogt,Rainer; Amadi,Chika; Ruiz,Pia; Orr,Max; =HYPERION Study Group
Writing Committee for the HYPERION Trial | Vogt,Rainer; Amadi,Chika; Ruiz,Pia
Writing Group of the HYPERION Trial, Vogt R, Amadi C, Ruiz P | Vogt,Rainer; Amadi,Chika; Ruiz,Pia
World Health Organization | =WHO
WHO | World Health Organization,
World Health Organization | Organization,World Health
HYPERION Collaborators | =HYPERION Consortium
Oorst Avd, Li Y | van den Oorst,Aaron; Li,Yazhe
Oorst Avd | van den Oorst,Aaron
Oorst A van den, Li Y | van den Oorst,Aaron; Li,Yazhe
van den Oorst A, Li Y | Oorst,Aaron van den; Li,Yazhe
Van den Oorst A, Li Y | van den Oorst,Aaron; Li,Yazhe
Silva DO, Wu X, Marquez IG | de Oliveira Silva,Danilo; Wu,Xiaogang; García Márquez,Inés
de Oliveira Silva D, Wu X, García Márquez I | Silva,Danilo de Oliveira; Wu,Xiaogang; Marquez,Inés García
Oliveira Silva D de, Wu X, García I | de Oliveira Silva,Danilo; Wu,Xiaogang; García Márquez,Inés
Zhang W, Li H | Wei,Zhang; Hong,Li
Orr M, Zhang W | Orr,Max; Wei,Zhang
Kim MJ, Park SH | Min-Jun,Kim; Sang Hoon,Park
Tanaka K, Sato J | TANAKA,KENJI; SATO,JUN
Tanaka K, Sato J | Kenji Tanaka,; Jun Sato,
Tanaka K, Sato J | =Kenji Tanaka; =Jun Sato
Roe WH Jr, Poe J III | Roe,William H.; Poe III,John
Foltin-Dimitru M, Vollmuth P | Foltin‐Dimitru,Marta; Vollmuth,Philip
Hegedus P, Erdos M | Hegedűs,Péter; Erdős,Márton
Hegedűs P, Erdős M | Hegedus,Peter; Erdos,Marton
Müller J, Sørensen K, Weiss T | Mueller,Jörg; Sorensen,Kaj; Weiß,Thea
O'Brien K, D'Amico L | O’Brien,Kieran; D’Amico,Luca
OBrien K, DAmico L | O’Brien,Kieran; D’Amico,Luca
Ebner NA, Orr M | Ebner,Natascha-Alexa; Orr,Max
Müller J, Žarkelj M | MÃ¼ller,J; Å½arkelj,M
Erstling A, Zweig B, Dritt C, et al | Erstling,Anna; Zweig,Berta; Dritt,Carl; Viert,D; Funf,E; Sechs,F
Erstling A, et al | Erstling,Anna; Zweig,Berta; Dritt,Carl; Viert,D; Funf,E; Sechs,F
"""
WRONG_FURTHER = """
Erstling A | Erstling,Anna; Zweig,Berta
Erstling A, Hartwell B, Zweig B | Erstling,Anna; Zweig,Berta
Erstling A, Zweig B, Hartwell B | Erstling,Anna; Zweig,Berta
Erstling A, Hartwell B | Erstling,Anna
Erstling A, Dritt C | Erstling,Anna; Zweig,Berta; Dritt,Carl
Erstling A, Hartwell B, Dritt C | Erstling,Anna; Zweig,Berta; Dritt,Carl
"""
WRONG_FIRST = """
Hartwell B, Zweig B, Dritt C | Erstling,Anna; Zweig,Berta; Dritt,Carl
Hartwell B | Erstling,Anna
Hartwell B, et al | Erstling,Anna; Zweig,Berta; Dritt,Carl
Zweig B, Erstling A, Dritt C | Erstling,Anna; Zweig,Berta; Dritt,Carl
Yu J, Zweig B | Yoo,J; Zweig,Berta
ATLAS Collaboration | =CMS Collaboration
HYPERION Study Group | =ATLAS Study Group
Oorst Bvd, Li Y | van den Oorst,Aaron; Li,Yazhe
Kim HS, Park SH | Min-Jun,Kim; Sang Hoon,Park
Zweig B, Dritt C | Erstling,Anna; Zweig,Berta; Dritt,Carl
Vogt R, Hartwell P; HYPERION Study Group | Amadi,Chika; Ruiz,Pia; =HYPERION Study Group
"""
TITLE = "Tides of the harbour and the sleep of young pilots"


def _pairs(table: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return [(cited, found) for cited, found in rows]


def _person(text: str) -> dict[str, str]:
    family, _, given = text.strip().partition(",")
    if family.startswith("="):
        return {"name": family[1:]}
    return {"family": family.strip(), "given": given.strip(), "sequence": "additional"}


@pytest.fixture
def files(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[Path, lr.Snapshot]:
    """An article with one reference, and the record of the work it means."""
    cited, found = request.param
    record = {
        "DOI": "10.5555/pilots.1", "type": "journal-article", "title": [TITLE],
        "author": [_person(text) for text in found.split(";")], "container-title": ["Aviation Therapy"],
        "volume": "12", "issue": "1", "page": "110-119", "issued": {"date-parts": [[2012]]},
    }  # fmt: skip
    (tmp_path / "records.jsonl").write_text(json.dumps(record), encoding="utf-8")
    entry = f"{cited}. {TITLE}. Aviation Therapy. 2012;12(1):110-119. doi:10.5555/pilots.1"
    article = tmp_path / "a.md"
    article.write_text(f"# A\n\nKnown [1].\n\n## References\n\n1. {entry}\n", encoding="utf-8")
    return article, lr.Snapshot(tmp_path / "records.jsonl")


def _severities(files: tuple[Path, lr.Snapshot]) -> set[str]:
    report = lr.check(files[0], source=files[1], as_of="2026-01-01")
    return {finding.severity.value for finding in report.findings if finding.field == "author"}


@pytest.mark.parametrize("files", _pairs(RIGHT), indirect=True, ids=str)
def test_a_right_list_is_neither_accused_nor_changed(files: tuple[Path, lr.Snapshot]) -> None:
    assert _severities(files) <= {"note"}
    assert not lr.fix(files[0], source=files[1], unsafe=True).diff


@pytest.mark.parametrize("files", _pairs(WRONG_FURTHER), indirect=True, ids=str)
def test_a_wrong_further_author_is_a_warning(files: tuple[Path, lr.Snapshot]) -> None:
    assert "warning" in _severities(files)


@pytest.mark.parametrize("files", _pairs(WRONG_FIRST), indirect=True, ids=str)
def test_a_wrong_first_author_is_an_error(files: tuple[Path, lr.Snapshot]) -> None:
    assert "error" in _severities(files)


@pytest.mark.parametrize(
    "files", _pairs("Erstling A, Hartwell B, Zweig B | Erstling,Anna; Zweig,Berta"), indirect=True, ids=str
)
def test_no_author_is_deleted_safely(files: tuple[Path, lr.Snapshot]) -> None:
    assert not lr.fix(files[0], source=files[1]).diff
    assert "-1. Erstling A, Hartwell B" in str(lr.fix(files[0], source=files[1], unsafe=True).diff)


def test_what_the_record_lost_is_named() -> None:
    lost, second, third = Name("Erstling", "A"), Name("Zweig", "B"), Name("Dritt", "C")
    agreement = compare_authors(Work(author=(lost, second, third)), Work(author=(second, third)))
    assert agreement.disbelief == "lacks Erstling A"
    assert not compare_authors(Work(author=(second, lost)), Work(author=(second,))).disbelief
