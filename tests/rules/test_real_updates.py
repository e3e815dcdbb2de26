"""Notices of real Crossref records: the kinds stay apart, and the two directions are never confused."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from litreview.formats.records.crossref import work_from_crossref
from litreview.model.article import Article
from litreview.model.document import Document
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.work import Work
from litreview.rules.engine.review import Review
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings
from tests.rules.rule_cases import compare

KINDS = {
    "S401": {"retraction"}, "S402": {"partial_retraction"}, "S403": {"withdrawal", "removal"},
    "S404": {"expression_of_concern"}, "S405": {"correction", "erratum", "addendum", "clarification"},
}  # fmt: skip


def records(shared_dir: Path) -> Iterator[Work]:
    folder = shared_dir / "data" / "crossref"
    with gzip.open(folder / "works.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = file.read().splitlines()
    lines += (folder / "works-trimmed.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if '"updated-by"' in line or '"update-to"' in line:
            yield work_from_crossref(json.loads(line), source="Crossref")


def found(work: Work) -> set[str]:
    reference = Reference("r", work.title or "x", work, 0, len(work.title or "x"))
    agreement = compare(work, work)
    match = Match(
        reference,
        MatchStatus.MATCHED,
        work,
        agreement,
        (Candidate(work, agreement, ("doi",)),),
        sources=("lab",),
    )
    article = Article(Document(reference.text, "a.txt"), (reference,))
    return {item.rule for item in run_rules(Review((article,), ((match,),)), Settings(select=("S4",)))}


@pytest.mark.shared
def test_each_notice_is_told_by_its_own_rule_and_only_on_the_paper(shared_dir: Path) -> None:
    seen = 0
    for work in records(shared_dir):
        rules, kinds = found(work), {update.type for update in work.updated_by}
        for code, names in KINDS.items():
            assert (code in rules) == bool(kinds & names), (work.id, kinds, rules)
        if not work.updated_by:
            assert not rules & set(KINDS), (work.id, rules)
        about = {update.doi for update in work.update_to if update.type in set().union(*KINDS.values())}
        if about - {work.doi}:  # one paper was corrected where it stands: its record updates itself
            assert "S406" in rules, work.id
        seen += 1
    assert seen >= 10
