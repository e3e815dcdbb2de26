"""Crossref records of every shape → Work, and back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litreview.formats.records.crossref import work_from_crossref, work_to_crossref
from litreview.formats.records.crossref_tables import CROSSREF_TYPE, CSL_TYPE
from litreview.model.errors import DataError
from litreview.model.work import Name, PartialDate, Relation

PAPER: dict[str, Any] = {
    "DOI": "10.1016/S0140-6736(97)11096-0",
    "type": "journal-article",
    "title": ["RETRACTED: Ileal-lymphoid-nodular hyperplasia"],
    "author": [{"given": "AJ", "family": "Wakefield", "sequence": "first", "affiliation": []}],
    "container-title": ["The Lancet"],
    "issued": {"date-parts": [[1998, 2]]},
    "published-print": {"date-parts": [[1998, 2]]},
    "volume": "351",
    "issue": "9103",
    "page": "637-641",
    "updated-by": [
        {"type": "Retraction", "DOI": "10.1016/S0140-6736(10)60175-4", "source": "retraction-watch",
         "updated": {"date-parts": [[2010, 2, 6]]}, "label": "Retraction"},
        {"type": "retraction", "DOI": "10.1016/s0140-6736(10)60175-4", "source": "publisher"},
    ],
}  # fmt: skip


def test_a_paper_is_read_whole() -> None:
    work = work_from_crossref(PAPER, source="Crossref")
    assert (work.type, work.doi, work.year) == ("article-journal", "10.1016/s0140-6736(97)11096-0", 1998)
    assert work.author == (Name("Wakefield", "AJ"),)
    assert (work.volume, work.issue, work.page) == ("351", "9103", "637-641")
    assert (work.source, work.record) == ("Crossref", "10.1016/s0140-6736(97)11096-0")
    assert work.url == "https://doi.org/10.1016/s0140-6736(97)11096-0"


def test_the_same_notice_from_two_sources_is_kept_twice() -> None:
    updates = work_from_crossref(PAPER).updated_by
    assert [(u.type, u.source) for u in updates] == [
        ("retraction", "retraction-watch"),
        ("retraction", "publisher"),
    ]
    assert updates[0].date == PartialDate(2010, 2, 6)
    assert {u.doi for u in updates} == {"10.1016/s0140-6736(10)60175-4"}


def test_a_notice_points_at_the_paper_and_is_not_itself_updated() -> None:
    notice = work_from_crossref({"DOI": "10.1/n", "update-to": [{"type": "retraction", "DOI": "10.1/p"}]})
    assert notice.updated_by == ()
    assert [(u.type, u.doi) for u in notice.update_to] == [("retraction", "10.1/p")]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Expression-of-Concern", "expression_of_concern"),
        ("expression of concern", "expression_of_concern"),
        ("RETRACTION", "retraction"),
        ("Corrigendum", "correction"),
        ("new_version", "new_version"),
        ("partial-retraction", "partial_retraction"),
        ("something_else", "something_else"),
    ],
)
def test_kinds_of_update_are_folded(written: str, folded: str) -> None:
    assert work_from_crossref({"updated-by": [{"type": written}]}).updated_by[0].type == folded


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"date-parts": None}, None),
        ({}, None),
        (None, None),
        ({"date-parts": [["2014", "3"]]}, PartialDate(2014, 3)),
        ({"date-parts": [[2014.0, 3, 14]]}, PartialDate(2014, 3, 14)),
        ({"date-parts": [2014, 13]}, PartialDate(2014)),
        ({"date-parts": [[2014, 0, 40]]}, PartialDate(2014)),
        ({"date-time": "2014-03-14T00:00:00Z"}, PartialDate(2014, 3, 14)),
        ({"date-parts": [[20014]]}, PartialDate(literal="20014")),
        ({"date-parts": [[0]]}, None),
        ({"literal": "in press"}, PartialDate(literal="in press")),
        ("2014-03", PartialDate(2014, 3)),
        (2014, PartialDate(2014)),
        ([True], None),
    ],
)
def test_dates(value: object, expected: PartialDate | None) -> None:
    assert work_from_crossref({"DOI": "10.1/x", "issued": value}).issued == expected


def test_years_are_those_of_print_online_posting_and_issue_but_not_of_registration() -> None:
    work = work_from_crossref(
        {
            "issued": {"date-parts": [[2004, 12]]},
            "published-online": {"date-parts": [[2004, 12]]},
            "published-print": {"date-parts": [[2005]]},
            "posted": {"date-parts": [[2003]]},
            "journal-issue": {"published-print": {"date-parts": [[2006]]}, "issue": "4"},
            "created": {"date-parts": [[2019]]},
        }
    )
    assert work.years == {2003, 2004, 2005, 2006}
    assert work.issue == "4"


def test_without_issued_the_earliest_other_date_counts() -> None:
    record = {"published-print": {"date-parts": [[2018]]}, "published-online": {"date-parts": [[2017, 5]]}}
    assert work_from_crossref(record).issued == PartialDate(2017, 5)


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        ({"title": ["The <i>E. coli</i>\n   K&amp;amp;12"]}, "title", "The E. coli K&12"),
        ({"title": "A bare string"}, "title", "A bare string"),
        ({"title": []}, "title", ""),
        ({"title": None}, "title", ""),
        ({"title": [None, "", "Third"]}, "title", "Third"),
        ({"title": ["One", "Eins"]}, "original_title", "Eins"),
        ({"title": ["A"], "original-title": ["Ä"]}, "original_title", "Ä"),
        ({"subtitle": ["A trial"]}, "subtitle", "A trial"),
        ({"container-title": ["J Pain"], "short-container-title": ["JP"]}, "container_title_short", "JP"),
        ({"volume": 12}, "volume", "12"),
        ({"volume": True}, "volume", ""),
        ({"page": None, "article-number": "e0119470"}, "article_number", "e0119470"),
        ({"report-number": ["169"]}, "number", "169"),
        ({"report": {"series": "CER", "number": "227"}}, "collection_title", "CER"),
        ({"author_complete": False}, "et_al", True),
        ({"ISSN": ["http://id.crossref.org/issn/1471-2474"]}, "issn", ("1471-2474",)),
        ({"DOI": "https://dx.doi.org/10.1002/ABC"}, "doi", "10.1002/abc"),
        ({"type": "posted-content"}, "type", "article"),
        ({"type": "article-journal"}, "type", "article-journal"),
        ({"type": None}, "type", ""),
        ({"sources": ["a shelf", "https://example.org/p"]}, "url", "https://example.org/p"),
    ],
)
def test_fields(record: dict[str, Any], field: str, expected: object) -> None:
    assert getattr(work_from_crossref(record), field) == expected


def test_a_chapter_has_its_book_as_container_and_the_series_apart() -> None:
    titles = ["Lecture Notes in Computer Science", "Computer Vision – ECCV 2014"]
    chapter = work_from_crossref({"type": "book-chapter", "container-title": titles})
    assert (chapter.container_title, chapter.collection_title) == (titles[1], titles[0])
    article = work_from_crossref({"type": "journal-article", "container-title": titles})
    assert article.container_title == titles[0]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"name": "World Health Organization"}, Name(literal="World Health Organization")),
        ({"literal": "WHO"}, Name(literal="WHO")),
        ({"family": "Madonna"}, Name("Madonna")),
        ({"given": "Plato"}, Name("Plato")),
        ({"given": "C.", "family": "Kendall", "suffix": "III"}, Name("Kendall", "C.", suffix="III")),
        ("A bare name", Name(literal="A bare name")),
    ],
)
def test_names(person: object, expected: Name) -> None:
    assert work_from_crossref({"author": [person, None, 3, {}]}).author == (expected,)


def test_relations_are_sorted_and_folded() -> None:
    record = {
        "relation": {
            "is-preprint-of": {"id-type": "doi", "id": "https://doi.org/10.1/B"},
            "has-review": [{"id-type": "doi", "id": "10.1/a"}, {"id-type": "doi", "id": "10.1/a"}, None, {}],
            "updates": [{"key": "chou-2007"}],
        }
    }
    assert work_from_crossref(record).relations == (
        Relation("has-review", "10.1/a"),
        Relation("is-preprint-of", "10.1/b"),
        Relation("updates", "chou-2007", "key"),
    )


def test_a_stated_status_is_an_update_and_an_unknown_one_is_not() -> None:
    status = {"retracted": None, "superseded": False, "expired": True, "expired_from": "2022-04-04"}
    updates = work_from_crossref({"key": "k", "status": status}).updated_by
    assert [(u.type, u.date) for u in updates] == [("expired", PartialDate(2022, 4, 4))]


def test_where_values_were_seen_is_kept() -> None:
    work = work_from_crossref(
        {"key": "k", "verified": {"volume": ["https://example.org/p"]}, "sources": ["s"]}
    )
    assert dict(work.extra) == {"sources": "s", "verified.volume": "https://example.org/p"}
    assert (work.key, work.record, work.id) == ("k", "k", "k")


@pytest.mark.parametrize("record", [None, [], "text", 3])
def test_only_what_is_no_record_is_refused(record: Any) -> None:
    with pytest.raises(DataError, match="must be an object"):
        work_from_crossref(record)


def test_every_type_has_a_way_there_and_back() -> None:
    assert set(CROSSREF_TYPE.values()) <= set(CSL_TYPE)
    assert set(CSL_TYPE.values()) <= set(CROSSREF_TYPE)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["date-parts", "family", "given", "name", "type", "DOI", "id", "number", "expired"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
_NAMES = ["DOI", "title", "author", "issued", "page", "updated-by", "relation", "report", "status", "volume",
          "container-title", "journal-issue", "ISSN", "verified",
          "sources", "type", "key", "update-to"]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(_NAMES), _JSON, max_size=6))
def test_nothing_a_record_may_hold_breaks_it(record: dict[str, Any]) -> None:
    work = work_from_crossref(record)
    json.dumps(work.to_csl())
    json.dumps(work_to_crossref(work))


@pytest.mark.shared
def test_every_real_record_comes_back_as_it_was(shared_dir: Path) -> None:
    for name in ("works.jsonl.gz", "works-reconstructed.jsonl.gz"):
        with gzip.open(shared_dir / "data" / "crossref" / name, "rt", encoding="utf-8") as lines:
            works = [work_from_crossref(json.loads(line)) for line in lines]
        assert all(work_from_crossref(work_to_crossref(work)) == work for work in works)


def test_values_no_file_can_hold_are_replaced() -> None:
    record = {"DOI": "10.1/a", "title": ["Cut \ud83d"], "issued": {"date-parts": [["1" * 5000]]}}
    work = work_from_crossref(record)
    assert (work.title, work.issued) == ("Cut \ufffd", None)
