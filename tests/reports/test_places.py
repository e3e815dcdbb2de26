"""Every place of a finding that sums up several is named in every output."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

import litreview as lr
from litreview.editing.corrections import corrections
from litreview.model.finding import Finding
from litreview.reports.places import joined, listing
from litreview.reports.report import Report
from tests.reports.many_places import checked


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return checked(tmp_path_factory.mktemp("many"))


def one(report: Report, rule: str) -> Finding:
    (found,) = (finding for finding in report.findings if finding.rule == rule)
    return found


def test_what_was_said_twenty_four_times_is_said_three_times(many: Report) -> None:
    assert sorted(finding.rule for finding in many.findings) == ["C104", "M302", "M310"]
    assert [len(one(many, rule).places) for rule in ("C104", "M302", "M310")] == [7, 3, 14]
    assert len(many.places) == 24


@pytest.mark.parametrize("format", ["text", "markdown", "csv", "github"])
def test_the_lines_of_all_places_are_named(many: Report, format: str) -> None:
    text = " ".join(many.render(format).split())
    for finding in many.findings:
        assert listing(many.articles[0], finding) in text


def test_the_page_shows_each_sentence_and_each_entry(many: Report) -> None:
    page = many.render("html")
    assert page.count("<mark>(Okafor, 2019)</mark>") >= 7
    assert all(place.message.partition("https")[0] in page for place in one(many, "M310").places)


def test_json_gives_each_place_with_its_own_correction(many: Report, root: Path) -> None:
    schema = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    found = json.loads(many.render("json"))
    jsonschema.Draft202012Validator(schema).validate(found)
    told = next(item for item in found["findings"] if item["rule"] == "M310")
    assert told["reference"] is told["fix"] is None
    assert len({place["reference"] for place in told["places"]}) == 14
    assert all(place["fix"]["safe"] and place["work"] == place["found"] for place in told["places"])
    seven = next(item for item in found["findings"] if item["rule"] == "C104")
    text = many.articles[0].text
    assert {text[place["start"] : place["end"]] for place in seven["places"]} == {"(Okafor, 2019)"}


def test_sarif_relates_the_further_places(many: Report) -> None:
    results = json.loads(many.render("sarif"))["runs"][0]["results"]
    assert sorted(1 + len(result["relatedLocations"]) for result in results) == [3, 7, 14]
    assert len({result["partialFingerprints"]["litreview/v1"] for result in results}) == 3


def test_a_row_and_an_annotation_is_a_finding(many: Report) -> None:
    assert len(list(csv.DictReader(io.StringIO(many.render("csv"))))) == 3 == len(many.to_frame())
    assert len(many.render("github").splitlines()) == 3


def test_fix_corrects_every_place(many: Report) -> None:
    made = corrections(many)
    assert len(made.proposed) == 14 + 1 + 7
    assert made.diff.count("\n+") == 1 + 7 + 14  # one header; one entry has both


def test_a_baseline_knows_places_so_that_one_more_is_new(many: Report, tmp_path: Path) -> None:
    from litreview.rules.engine.baseline import write_baseline

    path = tmp_path / "known.json"
    path.write_text(write_baseline(many.findings[:-1]), encoding="utf-8")
    again = lr.check(
        *(article.path for article in many.articles), source=lr.Snapshot(Path(many.articles[0].path).parent),
        as_of="2026-11-21", baseline=path,
    )  # fmt: skip
    assert [finding.rule for finding in again.findings] == [many.findings[-1].rule]
    assert len(again.suppressed) == len(many.places) - len(many.findings[-1].places)


def test_numbered_entries_go_by_their_numbers(tmp_path: Path) -> None:
    entries = "\n".join(f"{at}. Ito K. Discs {at}. Spine 3: {at}-9." for at in range(1, 8))
    path = tmp_path / "a.txt"
    path.write_text(f"Discs hurt [1-7].\n\nReferences\n\n{entries}\n", encoding="utf-8")
    report = lr.check(path, source=None)
    (told,) = (finding for finding in report.findings if finding.rule == "R201" and finding.places)
    assert listing(report.articles[0], told) == "[1–7] (lines 5–11)"


def test_places_of_one_kind_are_one_list() -> None:
    assert joined(["paragraph 3", "paragraph 7", "a footnote"]) == "paragraphs 3, 7; a footnote"
    assert joined(["line 2 of refs.bib", "line 9 of refs.bib"]) == "lines 2, 9 of refs.bib"
