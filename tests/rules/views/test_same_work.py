"""Which two entries of a list are compared in full."""

from __future__ import annotations

import pytest

from litreview.matching.agreement import compare
from litreview.model.match import Agreement
from litreview.model.work import Work
from litreview.pipeline import check, parse
from litreview.rules.views import same_work

NOUNS = tuple(
    enumerate(["reeds", "otters", "marshes", "rivers", "meadows", "tides", "herons", "dunes", "lakes"])
)


def test_works_of_one_author_are_compared_in_full_only_where_their_titles_agree(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def counted(one: Work, other: Work) -> Agreement:
        asked.append(one.title)
        return compare(one, other)

    monkeypatch.setattr(same_work, "compare", counted)
    entries = [f"Arden P. Slow {noun} of the north. J Things. 20{n:02d};{n + 1}:1-9." for n, noun in NOUNS]
    listed = [*entries, entries[3]]
    lines = "\n".join(f"{n}. {entry}" for n, entry in enumerate(listed, 1))
    report = check(parse(f"Seen [1–9].\n\nReferences\n\n{lines}\n"), source=None)
    assert [one.rule for one in report.findings if one.rule == "R202"] == ["R202"]
    assert len(asked) < len(entries)
