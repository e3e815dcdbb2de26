"""An invented article in which faults repeat, and records that say which side is right."""

from __future__ import annotations

import json
from pathlib import Path

import litreview as lr
from litreview.reports.report import Report

_NAMED = (
    "Haddad Stairs; Ivers Cold baths; Jansen Hot baths; Kovac Grip; Larsen Sleep; Mendes Singing; "
    "Novak Rowing; Osei Dancing; Park Juggling; Quist Knitting; Rossi Yawning; Sato Humming"
)
WORKS = tuple(
    (who, what, 2001 + at, at)
    for at, (who, what) in enumerate(tuple(one.split(maxsplit=1)) for one in _NAMED.split("; "))
)
"""Right in text, list and record: author, subject, year, number."""
SEVEN = "(Okafor, 2019)"
"""Cited seven times; list and record say 2018."""
TWICE = "(Brandt, 2012)"
"""Cited twice; list 2015, record 2012."""


def article() -> str:
    """Twelve right works cited three times each, one wrong in the text, one wrong in the list."""
    lines = [
        f"{what} was studied ({who}, {year}). So said others ({who}, {year}); {who} ({year}) again.\n"
        for who, what, year, _ in WORKS
    ]
    lines += [f"Fact {at} about walking is well known {SEVEN}.\n" for at in range(7)]
    lines += [f"Rest does not help {TWICE}.\n", f"It was tried {TWICE}.\n", "## References\n"]
    return "# Walking\n\n" + "\n".join([*lines, *(f"{entry}\n" for entry in sorted(entries()))])


def entries() -> list[str]:
    """The list as printed."""
    right = [
        f"{who} A ({year}). {what} in old age. Invented Posture, {at + 3}(1), {at + 20}–{at + 27}."
        for who, what, year, at in WORKS
    ]
    return [
        *right,
        "Brandt T (2015). Bed rest: a cohort study. Journal of Invented Neurology, 31(2), 101–109.",
        "Okafor C (2018). Walking and its effect on balance. Invented Posture, 52(3), 45–49.",
    ]


def records() -> list[dict[str, object]]:
    """What is registered."""
    right = [
        record(f"{who} A", f"{what} in old age", "Invented Posture", year, f"{at + 3}(1) {at + 20}-{at + 27}")
        for who, what, year, at in WORKS
    ]
    return [
        *right,
        record(
            "Brandt T", "Bed rest: a cohort study", "Journal of Invented Neurology", 2012, "31(2) 101-109"
        ),
        record("Okafor C", "Walking and its effect on balance", "Invented Posture", 2018, "52(3) 45-49"),
    ]


def record(who: str, title: str, journal: str, year: int, place: str) -> dict[str, object]:
    """One work as Crossref shapes it; ``place`` is ``volume(issue) page``."""
    (family, given), (volume, issue, page) = who.split(), place.replace("(", " ").replace(")", "").split()
    return {
        "DOI": f"10.5555/{family.lower()}",
        "type": "journal-article",
        "title": [title],
        "author": [{"family": family, "given": given}],
        "container-title": [journal],
        "volume": volume,
        "issue": issue,
        "page": page,
        "issued": {"date-parts": [[year]]},
    }


def checked(folder: Path, name: str = "walking.md") -> Report:
    """The report of the article written to a folder."""
    (folder / "records.json").write_text(json.dumps(records()), encoding="utf-8")
    (folder / name).write_text(article(), encoding="utf-8")
    return lr.check(folder / name, source=lr.Snapshot(folder / "records.json"), as_of="2026-11-21")
