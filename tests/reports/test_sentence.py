"""The sentence to take home is true of the report, and can be pasted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import litreview as lr
from litreview.model.source import Lookup, Outcome
from litreview.reports.report import Report
from litreview.reports.sentence import obstacles, sentence
from tests.reports.many_places import checked, records

ENTRY = "Berg L. Facet joints in rowers. Eur Spine J 2007; 16: 21-25."


class Silent:
    """A source that never answers."""

    name = "Nowhere"

    def fetch(self, dois: object) -> dict[str, Lookup]:
        return {doi: Lookup(Outcome.UNREACHABLE, reason="Nowhere is down.") for doi in dois}  # type: ignore[attr-defined]

    def candidates(self, references: object) -> list[Lookup]:
        return [Lookup(Outcome.UNREACHABLE, reason="Nowhere is down.") for _ in references]  # type: ignore[attr-defined]


def of(count: int, source: object) -> Report:
    entries = "\n\n".join(ENTRY.replace("21-25", f"{at}-{at + 4}") for at in range(1, count + 1))
    text = f"Rest.\n\nReferences\n\n{entries}\n"
    return lr.check(lr.parse(text), source=source, settings=lr.Settings(select=("M3",)))  # type: ignore[arg-type]


def test_it_names_what_must_be_fixed_as_an_author_knows_it(tmp_path: Path) -> None:
    report = checked(tmp_path)
    told = sentence(report)
    assert told == report.summary()["sentence"]
    assert told == (
        "The 14 references were checked against snapshot records.json; "
        "2 must be fixed (Okafor 2018 year in the text, Brandt 2015 year)."
    )
    assert all(told in " ".join(report.render(format).split()) for format in ("text", "html", "markdown"))


def test_numbers_are_named_where_the_list_has_them(tmp_path: Path) -> None:
    entry = "Brandt T. Bed rest: a cohort study. Journal of Invented Neurology 2015; 31(2): 101-109."
    path, known = tmp_path / "a.txt", tmp_path / "records.json"
    path.write_text(f"Discs hurt [1, 2].\n\nReferences\n\n1. {ENTRY}\n2. {entry}\n", encoding="utf-8")
    known.write_text(json.dumps(records()), encoding="utf-8")
    report = lr.check(path, source=lr.Snapshot(known))
    assert "; 1 must be fixed ([2] year); 1 deserves a look." in sentence(report)


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (0, "No reference was found; nothing in the text itself must be fixed."),
        (1, "The one reference was read and not looked up; nothing in the text itself must be fixed."),
        (2, "The 2 references were read and not looked up; nothing in the text itself must be fixed."),
    ],
)
def test_nobody_was_asked(count: int, says: str) -> None:
    assert sentence(of(count, None)).startswith(says.rstrip("."))


def test_nobody_answered_and_why() -> None:
    report = of(2, Silent())
    assert sentence(report).startswith("The 2 references could not be checked: Nowhere is down; nothing in")
    assert obstacles(report) == report.nothing_checked == "Nowhere is down"


def test_exit_codes_for_what_could_not_be_checked() -> None:
    missed, unasked = of(2, Silent()), of(2, None)
    codes = {level: missed.exit_code(level) for level in ("error", "never", "unchecked", "warning,unchecked")}
    assert codes == {"error": 0, "never": 0, "unchecked": 1, "warning,unchecked": 1}
    assert unasked.exit_code("unchecked") == 1  # whatever the reason, they are not checked
    assert not unasked.nothing_checked
    for wrong in ("sometimes", "never,unchecked", "error,warning", ""):
        with pytest.raises(lr.LitreviewError, match="--fail-on"):
            missed.exit_code(wrong)


def test_what_no_register_holds_is_counted_by_kind(tmp_path: Path) -> None:
    known = tmp_path / "records.json"
    known.write_text(json.dumps(records()), encoding="utf-8")
    book = "Brandvold S. Quiet pumps. Oslo: Fjell Forlag; 2011."
    thesis = "Okonjo P. Breathing of free divers [dissertation]. Szeged: University of Szeged; 2014."
    text = f"Rest.\n\nReferences\n\n{book}\n\n{book.replace('Quiet', 'Loud')}\n\n{thesis}\n"
    report = lr.check(lr.parse(text), source=lr.Snapshot(known), settings=lr.Settings(select=("M3",)))
    told = sentence(report)
    assert told.startswith("The 3 references could not be compared with records of snapshot records.json; ")
    assert told.endswith("2 books and 1 thesis are outside the registers.")
