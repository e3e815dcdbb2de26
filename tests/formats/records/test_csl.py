"""CSL-JSON from Zotero, Mendeley and pandoc, whole and damaged."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from litreview.formats.records.csl import read_csl, work_from_csl, write_csl
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Update, Work

ITEM = {
    "id": "franke", "type": "article-journal", "title": "Osteopathic treatment", "volume": 15, "page": "286",
    "author": [{"family": "Franke", "given": "Helge", "non-dropping-particle": "van"}, {"literal": "WHO"}],
    "issued": {"date-parts": [["2014", 8, 30]]}, "DOI": "10.1186/1471-2474-15-286", "keyword": "a, b",
    "container-title": "BMC", "accessed": {"date-parts": [[2020, 1, 2]]}, "event-place": "Rome",
    "submitted": {"date-parts": [[2013]]}, "custom": {"mine": 1},
}  # fmt: skip


def test_an_item() -> None:
    work = work_from_csl(ITEM)
    assert work.author == (Name("Franke", "Helge", "van"), Name(literal="WHO"))
    assert (work.issued, work.volume, work.key) == (PartialDate(2014, 8, 30), "15", "franke")
    assert dict(work.extra)["keywords"] == "a, b"
    assert dict(work.extra)["csl:event-place"] == "Rome"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([ITEM]), json.dumps(ITEM), json.dumps({"items": [ITEM]}), json.dumps([ITEM], indent=2),
        json.dumps(ITEM) + "\n" + json.dumps(ITEM | {"id": "b"}) + "\n",
    ],
)  # fmt: skip
def test_every_shape_of_the_file(text: str) -> None:
    document = read_csl(text.encode(), "x.json")
    assert document.references[0].work == work_from_csl(ITEM)
    assert not document.references[0].diagnoses


def test_what_is_written_reads_back_and_keeps_the_rest() -> None:
    work = Work(
        key="k", type="report", title="T", author=(Name("Doe", "J"),), et_al=True,
        dates=(("posted", PartialDate(2013)),),
        updated_by=(Update("retraction", "10.1000/r"),), extra=(("csl:event-place", "Rome"), ("ris:C1", "x")),
    )  # fmt: skip
    item = json.loads(write_csl([work]))[0]
    assert item["event-place"] == "Rome"
    (back,) = (reference.work for reference in read_csl(write_csl([work]).encode(), "x").references)
    assert (back.title, back.et_al, back.dates) == ("T", True, work.dates)
    assert dict(back.extra)["ris:C1"] == "x"


def test_a_damaged_item_stays_with_what_can_be_read() -> None:
    text = (
        '[\n {"id":"a","title":"A"},\n {"id":"b","title":"B","volume": broken},\n {"id":"c","title":"C"}\n]'
    )
    document = read_csl(text.encode(), "x.json")
    assert [(reference.key, reference.work.title) for reference in document.references] == [
        ("a", "A"),
        ("b", "B"),
        ("c", "C"),
    ]
    assert document.references[1].diagnoses[0].line == 3
    minified = text.replace("\n", "").replace(" ", "")
    assert [reference.key for reference in read_csl(minified.encode(), "x").references] == ["a", "b", "c"]


def test_a_damaged_item_with_odd_numbers_and_escapes() -> None:
    text = '[{"id": "a", "volume": 00, "title": "Say \\"x\\"", "note": "\\q"}]'
    (reference,) = read_csl(text.encode(), "x.json").references
    assert (reference.key, reference.work.volume, reference.work.title) == ("a", "00", 'Say "x"')


def test_a_malformed_doi_is_kept_as_written() -> None:
    work = work_from_csl({"id": "a", "type": "book", "DOI": "doi pending"})
    assert (work.doi, work.extra) == ("", (("doi", "doi pending"),))
    assert json.loads(write_csl([work]))[0]["DOI"] == "doi pending"


def test_spans_stand_inside_the_quotes() -> None:
    text = json.dumps([{"id": "a", "title": 'Say "x"', "volume": "15", "issue": 3, "page": "286"}])
    document = read_csl(text.encode(), "x")
    cut = {name: document.text[start:end] for name, start, end in document.references[0].spans}
    assert cut == {"volume": "15", "issue": "3", "page": "286"}  # the title has escapes and is no plain token


@pytest.mark.parametrize("text", ["", "[]", "{}", "prose", "[" * 5000, '{"a":' * 5000, "[1, 2]", '"text"'])
def test_no_item_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_csl(text.encode(), "x.json")


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    text = r'[{"id": "a", "title": "C \ud83d", "author": [{"family": "\udc00"}, "\udc01"], "x": ["\ud800"]}]'
    (reference,) = read_csl(text.encode(), "x").references
    assert reference.work.title == "C \ufffd"
    repr(reference.work).encode("utf-8")


LINES = [json.dumps({"id": name, "type": "book", "title": name.upper()}) for name in "abc"]


@pytest.mark.parametrize("damaged", range(3))
@pytest.mark.parametrize(
    "harm",
    [
        lambda line: line[1:], lambda line: line[:-1], lambda line: line[:-4],
        lambda line: line.replace(",", "", 1), lambda line: line.replace('"', "", 1), lambda line: line + ",",
    ],
    ids=["no {", "no }", "cut off", "no comma", "no quote", "comma at the end"],
)  # fmt: skip
def test_a_damaged_line_of_many_stays_an_entry(damaged: int, harm: Callable[[str], str]) -> None:
    lines = [harm(line) if at == damaged else line for at, line in enumerate(LINES)]
    text = "\n".join(lines) + "\n"
    found = read_csl(text.encode(), "x.jsonl").references
    assert [one.line for one in found] == [1, 2, 3]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.work.title == "ABC"[at] for at, one in enumerate(found) if at != damaged)
    assert "".join(one.text for one in found).count("title") == 3
