"""The analyses on an invented audit, and the shipped evidence table."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from analyses import (
    agreement_matrix,
    citation_matrix,
    effect_direction,
    forest,
    gap_map,
    report,
    report_data,
    report_pdf,
    study_table,
    timeline,
)
from analyses.__main__ import main as run
from analyses.citing import name_year, read_audit, study_labels
from analyses.refresh import refresh
from litreview.evidence.evidence import Evidence
from litreview.model.source import Lookup, Outcome
from litreview.model.work import PartialDate, Update, Work

FIELDS = ("author", "title", "container-title", "issued", "volume", "issue", "page", "DOI")


def csl(family: str, year: int | None, title: str = "On yoga & <sleep>") -> dict[str, object]:
    item: dict[str, object] = {"author": [{"family": family, "given": "A"}], "title": title}
    return item | ({"issued": {"date-parts": [[year]]}} if year else {})


def reference(
    key: str, claim: dict[str, object], record: dict[str, object] | None, name: str = "", wrong: str = ""
) -> dict[str, object]:
    verdicts = {field: "different" if field == wrong else "equal" for field in FIELDS}
    candidates = [{"doi": None, "key": name, "csl": record, "agreement": verdicts}] if record else []
    match = {
        "status": "matched" if record else "unmatched",
        "doi": None,
        "key": name or None,
        "candidates": candidates,
    }
    return {
        "key": key,
        "csl": claim,
        "match": match | {"agreement": verdicts if record else None, "reason": ""},
    }


@pytest.fixture
def audit_path(tmp_path: Path) -> Path:
    one = [
        reference("li-2011", csl("Li", 2011), csl("Li", 2010), "li-2010", "issued"),
        reference("no-2001", csl("No", 2001), None),
    ]
    other = csl("Li", None, "Another"), csl("Li", 2010, "Another")
    two = [
        reference("li-2010", csl("Li", 2010), csl("Li", 2010), "li-2010"),
        reference("li", *other, "li-2010-other"),
    ]
    cites = [{"text": "(Li 2011)", "items": [{"references": ["li-2011"]}]}] * 2
    finding = {
        "rule": "M302", "name": "year-mismatch", "severity": "error", "article": "x/one.md",
        "field": "issued",
        "message": "The year is <2010>.", "cited": "2011", "found": "2010", "reference": "li-2011",
    }  # fmt: skip
    data = {
        "as_of": "2026-01-01", "source": "a test", "findings": [finding],
        "articles": [{"path": "x/one.md", "title": "One $1", "references": one, "citations": cites},
                     {"path": "x/two.md", "title": None, "references": two, "citations": []}],
    }  # fmt: skip
    path = tmp_path / "build" / "audit.json"
    path.parent.mkdir()
    path.write_text(json.dumps(data))
    (path.parent / "audit-findings.html").write_text("<p>findings</p>")
    return path


def test_references_become_studies(audit_path: Path) -> None:
    audit = read_audit(audit_path)
    assert [(study.label, len(study.citing)) for study in audit.studies] == [
        ("Li 2010a", 2),
        ("Li 2010b", 1),
        ("No 2001", 1),
    ]
    first = audit.studies[0]
    assert first.articles == ("one", "two")
    assert [one.words for one in first.citing] == [
        "Li 2011 (2× in the text; differs: year)", "Li 2010 (listed, not cited in the text)",
    ]  # fmt: skip
    assert audit.studies[2].record is None
    assert audit.letters == "A: One $1; B: x/two.md."


def test_names_and_labels() -> None:
    assert (
        name_year({"author": [{"literal": "World Health Organization (WHO)"}]})
        == "World Health Organization n.d."
    )
    assert name_year({}) == "No author n.d."
    assert study_labels(["mu-2020", "franke-2015-met"], {"franke-2015-met": "Franke 2015"}) == {
        "mu-2020": "Mu 2020", "franke-2015-met": "Franke 2015",
    }  # fmt: skip


EVIDENCE = (
    "study,intervention,comparator,outcome,measure,estimate,ci_low,ci_high,better,superseded\n"
    "li-2010,yoga,rest,sleep,MD,-2,-3,-1,lower,\nold-1999,yoga,rest,sleep,MD,-2,-3,-1,lower,li-2010\n"
    "li-2010-other,tai chi,rest,pain,,,,,,\n"
)


@pytest.fixture
def built(audit_path: Path) -> Path:
    """A build folder after every script has run on the invented audit."""
    build, audit = audit_path.parent, str(audit_path)
    evidence = build.parent / "evidence.csv"
    evidence.write_text(EVIDENCE)
    tables, figures = build / "tables", build / "figures"

    def stems(name: str) -> tuple[str, str]:
        return str(tables / name), str(figures / name)

    study_table.main(audit, str(evidence), stems("studies")[0])
    agreement_matrix.main(audit, *stems("agreement"))
    citation_matrix.main(audit, stems("citations")[0], stems("overlap")[0], stems("citations")[1])
    timeline.main(audit, *stems("timeline"))
    effect_direction.main(str(evidence), audit, *stems("effect-direction"))
    gap_map.main(str(evidence), *stems("gap-map"))
    forest.main(str(evidence), audit, stems("results")[0], stems("pooling")[0], stems("forest")[1])
    report_data.main(str(build), str(evidence), "A & B", str(build / "report.json"))
    report.main(str(build / "report.json"), str(build / "report.html"))
    report_pdf.main(str(build / "report.json"), str(build / "report.pdf"))
    return build


def test_everything_is_built_and_says_the_same(built: Path) -> None:
    for name in report_data.FIGURES:
        assert {path.suffix for path in (built / "figures").glob(f"{name}.*")} == {".svg", ".png", ".txt"}
    for name in (*report_data.TABLES, "agreement", "citations", "timeline", "effect-direction", "gap-map"):
        assert {path.suffix for path in (built / "tables").glob(f"{name}.*")} == {".csv", ".md", ".html"}
    assert (
        "Of 4 references, 2 agree with their records and 1 do not; for 1"
        in (built / "report.json").read_text()
    )
    overlap = (built / "tables" / "overlap.csv").read_text()
    assert "all articles,1,3,33.33%,very high" in overlap
    assert "cited as 2011" in (built / "figures" / "timeline.txt").read_text()
    check_page((built / "report.html").read_text(encoding="utf-8"))
    check_pdf(built / "report.pdf")


def check_page(page: str) -> None:
    """The page stands alone: no script, nothing loaded, no id twice, text escaped, every figure described."""
    assert "<script" not in page
    assert not re.search(
        r'(?:src|href)="(?!#|https://doi\.org)[^"]*"', page.replace('xlink:href="#', 'data="#')
    )
    assert not re.search(r"url\((?!#)", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "The year is &lt;2010&gt;." in page
    assert page.count('role="img" aria-label="') == len(report_data.FIGURES)
    for svg in re.findall(r"<svg.*?</svg>", page, flags=re.DOTALL):
        ElementTree.fromstring(svg)


def check_pdf(path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "The year is <2010>." in text
    assert "One $1" in text
    assert b"CreationDate" not in path.read_bytes()


def test_building_twice_gives_the_same_bytes(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {name: (built / name).read_bytes() for name in ("report.html", "report.pdf")}
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    again = tmp_path / "elsewhere"
    built.rename(again)
    report.main(str(again / "report.json"), str(again / "report.html"))
    report_pdf.main(str(again / "report.json"), str(again / "report.pdf"))
    assert {name: (again / name).read_bytes() for name in first} == first


def test_bad_data_give_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(EVIDENCE + "x,yoga,rest,sleep,MD,two,,,,\n")
    assert run("gap_map", str(bad), str(tmp_path / "t"), str(tmp_path / "f")) == 2
    message = capsys.readouterr().err
    assert message.startswith(f"gap_map: {bad}:5: column 'estimate'")
    assert message.count("\n") == 1


def test_an_audit_without_findings_or_matches(audit_path: Path) -> None:
    data = json.loads(audit_path.read_text())
    data["findings"] = []
    for article in data["articles"]:
        for one in article["references"]:
            one["match"] = {
                "status": "unavailable",
                "doi": None,
                "key": None,
                "candidates": [],
                "agreement": None,
            }
    audit_path.write_text(json.dumps(data))
    audit = read_audit(audit_path)
    assert len(audit.studies) == 4
    assert set(citation_matrix.matrix_cells(audit)["No 2001"].values()) == {"cited", ""}


class Answers:
    """A source that says what it is told to."""

    name = "answers"

    def __init__(self, **answers: Lookup) -> None:
        self.answers = answers

    def fetch(self, dois: list[str]) -> dict[str, Lookup]:
        return {doi: self.answers[doi.rsplit("/", 1)[1]] for doi in dois}


def test_refresh_shows_what_differs() -> None:
    kept = [
        Work(doi=f"10.1000/{name}", title="Yoga for sleep", issued=PartialDate(2010))
        for name in ("a", "b", "c")
    ]
    snapshot = ModuleType("snapshot")
    snapshot.works = (*kept, Work(title="no DOI"))  # type: ignore[attr-defined]
    changed = Work(
        doi="10.1000/a",
        title="Yoga for sleep",
        issued=PartialDate(2013),
        updated_by=(Update("retraction", "10.1000/r"),),
    )
    source = Answers(
        a=Lookup(Outcome.FOUND, (changed,)),
        b=Lookup(Outcome.ABSENT),
        c=Lookup(Outcome.UNREACHABLE, reason="timed out"),
    )
    lines, complete = refresh(snapshot, source)  # type: ignore[arg-type]
    assert not complete
    assert lines[0] == "10.1000/a  issued: '2010' here, '2013' at Crossref"
    assert lines[1] == "10.1000/a  updated-by: retraction 10.1000/r"
    assert "absent" in lines[2]
    assert "timed out" in lines[3]
    assert lines[-1] == "3 records asked for, 1 without a DOI left alone."


PUBLISHERS = {
    "pmc.ncbi.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "www.cochranelibrary.com",
    "bmcmusculoskeletdisord.biomedcentral.com", "www.aerzteblatt.de",
}  # fmt: skip


def test_the_shipped_evidence(root: Path) -> None:
    evidence = Evidence.read(root / "references" / "evidence.csv")
    assert {urlsplit(row.source).hostname for row in evidence} <= PUBLISHERS
    known = {path.stem for path in (root / "references" / "snapshot").glob("*.json")}
    assert set(evidence.studies) <= known
    # The traps that references/README.md describes.
    function = [row for row in evidence if row.study == "mu-2020" and row.domain == "function"]
    assert [(row.measure, row.better, row.effect.name) for row in function] == [
        ("MD", "higher", "INTERVENTION"), ("SMD", "lower", "INTERVENTION"),
    ]  # fmt: skip
    assert [row.study for row in evidence if row.superseded] == ["ebadi-2014"]
    assert evidence.pool()["estimate"].isna().all()
    assert evidence.pool()["reason"].ne("").all()
    assert not any(
        row.treatment == "spinal manipulation" and row.measure in ("MD", "SMD") for row in evidence
    )
