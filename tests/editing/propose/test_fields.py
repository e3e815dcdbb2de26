"""A corrected field of a printed entry beside what is printed behind it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import litreview as lr
from litreview.editing.propose.fields import correct_field
from litreview.formats.records.crossref import work_to_crossref
from tests.editing.one_wrong_value import RECORD, corrected


@pytest.mark.parametrize(
    "title",
    [
        "Cold water swimming in captive pilot rowers (Remex tarna L.)",
        "Questions: rating cold swimming by the Guides, Fifth Edition or the Guides, Sixth Edition",
        "Cold water swimming and pilot rowers: a randomised trial",
    ],
)
@pytest.mark.parametrize("at", [1, 3, 5, -2])
def test_no_end_is_printed_twice(title: str, at: int, tmp_path: Path) -> None:
    assert correct_field
    work = replace(RECORD, title=title)
    (tmp_path / "own.json").write_text(json.dumps([work_to_crossref(work)]), encoding="utf-8")
    words = title.split()
    words[at] = "nocturnal"
    entry = (
        "1. Haverkamp LM, Okonjo D, van der Meulen PJ. {}. Journal of Invented Posture. 2015;31(2):101-109."
    )
    text = f"Text.\n\nReferences\n\n{entry} doi:{RECORD.doi}\n"
    path = tmp_path / "paper.txt"
    wrong = text.format(" ".join(words))
    path.write_text(wrong, encoding="utf-8")
    after = corrected(path, lr.Snapshot(tmp_path / "own.json")).decode("utf-8")
    assert after in (text.format(title), wrong)
