"""Filling a bibliography from its records: gaps only, and every change listed."""

from __future__ import annotations

from litreview.library.enrich import COLUMNS, enrich
from litreview.matching.agreement import compare
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Update, Work

RECORD = Work(
    title="Exercise for chronic knee pain",
    author=(Name("Doe", "Jane"), Name("Roe", "Kim")),
    container_title="Journal of Physiotherapy",
    container_title_short="J Physiother",
    volume="60",
    page="121-129",
    issued=PartialDate(2014),
    doi="10.1000/x",
    pmid="7",
    updated_by=(Update("retraction", "10.1000/r"),),
    source="snapshot",
    abstract="long",
)


def match(work: Work, record: Work | None = RECORD) -> Match:
    reference = Reference("k", "", work)
    if record is None:
        return Match(reference, MatchStatus.UNMATCHED, reason="no record found")
    return Match(
        reference, MatchStatus.MATCHED, record, compare(work, record), reason="title and author agree"
    )


def test_gaps_are_filled_and_listed() -> None:
    (work,), changes = enrich(
        [match(Work(title="Exercise for chronic knee pain", author=(Name("Doe", "J"),), et_al=True))]
    )
    assert (work.doi, work.pmid, work.volume, work.key) == ("10.1000/x", "7", "60", "k")
    assert work.author == RECORD.author
    assert not work.et_al
    assert work.updated_by == RECORD.updated_by
    assert work.abstract == ""
    assert tuple(changes.columns) == COLUMNS
    by_field = changes.set_index("field")["change"].to_dict()
    assert by_field["doi"] == "filled"
    assert by_field["author"] == "completed"


def test_what_the_entry_says_is_never_overwritten() -> None:
    claimed = Work(
        title="Exercise for chronic knee pain",
        author=(Name("Doe", "Jane"),),
        volume="61",
        issued=PartialDate(2015),
    )
    (work,), changes = enrich([match(claimed)])
    assert (work.volume, work.year) == ("61", 2015)
    differing = changes[changes["change"] == "differs"].set_index("field")
    assert differing.loc["volume", ["was", "now"]].tolist() == ["61", "60"]
    assert differing.loc["issued", ["was", "now"]].tolist() == ["2015", "2014"]


def test_an_unmatched_entry_passes_with_its_reason() -> None:
    claimed = Work(title="Nothing known", extra=(("mine", "kept"),))
    (work,), changes = enrich([match(claimed, None)])
    assert (work.title, work.extra) == ("Nothing known", (("mine", "kept"),))
    assert changes.iloc[0][["change", "reason"]].tolist() == ["unmatched", "no record found"]


def test_nothing_in_nothing_out() -> None:
    works, changes = enrich([])
    assert works == ()
    assert list(changes.columns) == list(COLUMNS)
