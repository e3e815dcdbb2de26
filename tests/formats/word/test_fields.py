"""Field codes of every manager and version, as they stand in files; damaged ones cost themselves only."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.word.fields import is_bibliography, read_control, read_field, read_uncited

UUID = "b1d516a7-9f88-49f6-ba91-fe30ce078b25"
MENDELEY = f"http://www.mendeley.com/documents/?uuid={UUID}"
ITEM = {"id": "ITEM-1", "itemData": {"id": "ITEM-1", "title": "Pain"}, "uris": [MENDELEY]}
JSON = json.dumps({"citationItems": [ITEM], "properties": {"noteIndex": 0}})
REFERENCE = "<Reference><Title>Pain</Title><Year>2003</Year></Reference>"
ENTRY = f"<Entry><ReferenceId>{UUID}</ReferenceId>{REFERENCE}</Entry>"
OLD_CITAVI = base64.b64encode(f"<Placeholder><Entries>{ENTRY}</Entries></Placeholder>".encode()).decode()
ZOTERO = "zotero.org/users/1/items/ABCD"
BROKEN_LINE = '{"citationItems":[{"id":"ITEM-1","itemData":{"title":"Pain\n and heat"}}]}'


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (f"ADDIN CSL_CITATION {JSON}", [UUID]),
        (f" ADDIN Mendeley Citation{{{UUID}}} CSL_CITATION {JSON} ", [UUID]),
        (f"ADDIN Mendeley Citation{{{UUID}}}", [UUID]),
        (f"ADDIN ZOTERO_ITEM CSL_CITATION {JSON} RND6KERMIacgp", [UUID]),
        (f"ZOTERO_ITEM CSL_CITATION {JSON}", [UUID]),
        (f'ADDIN ZOTERO_ITEM {{"citationItems":[{{"uri":["http://{ZOTERO}"]}}]}}', [ZOTERO]),
        (f"ADDIN CSL_CITATION {BROKEN_LINE}", [""]),
        (" CITATION Ard03 \\l 1033 ", ["Ard03"]),
        (' CITATION "Arden 03" \\n \\y \\t  \\m Bri08 \\f "see " \\s "!" \\l 1033', ["Arden 03", "Bri08"]),
        (f"ADDIN CITAVI.PLACEHOLDER {UUID} {OLD_CITAVI}", [UUID]),
        (" HYPERLINK \"https://doi.org/10.1/x\" ", []),
        (" ADDIN EN.CITE.DATA ", []),
        (" ADDIN EN.CITE <EndNote><Cite>", []),
        ("ADDIN CSL_CITATION {broken", []),
        (" PAGEREF _Ref12 \\h ", []),
    ],
)  # fmt: skip
def test_a_code_names_its_works(code: str, names: list[str]) -> None:
    assert [next(iter(cite.names), "") for cite in read_field(code)] == names


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (" ADDIN EN.REFLIST ", True), (" BIBLIOGRAPHY  \\l 1033 ", True), ("ADDIN CitaviBibliography", True),
        ("ADDIN CITAVI.BIBLIOGRAPHY PFg+", True), ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ", True),
        ("ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", True), (" ADDIN PAPERS2_CITATIONS <papers2_bibliography/>", True),
        (f"ADDIN CSL_CITATION {JSON}", False), (" ADDIN EN.CITE ", False),
        (" CITATION Bibliography1 ", False),
    ],
)  # fmt: skip
def test_the_code_of_a_list(code: str, expected: bool) -> None:
    assert is_bibliography(code) is expected


def test_a_zotero_list_names_what_is_uncited() -> None:
    code = f' ADDIN ZOTERO_BIBL {{"uncited":[["http://{ZOTERO}"]],"omitted":[]}} CSL_BIBLIOGRAPHY '
    assert [cite.names for cite in read_uncited(code)] == [(ZOTERO,)]


STARTS = (
    "ADDIN CSL_CITATION {", " ADDIN EN.CITE <EndNote>", "ADDIN CitaviPlaceholder{",
    "ADDIN PAPERS2_CITATIONS <citation", " ADDIN REFMGR.CITE <Refman>", " CITATION ",
)  # fmt: skip
NAMES = (
    "citationItems", "itemData", "uris", "id", "Entries", "Reference", "$id", "$ref", "Authors", "PageRange",
    "locator", "Year", "Title",
)  # fmt: skip
SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("1"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(STARTS))
def test_no_payload_breaks_the_reader(text: str, data: str, start: str) -> None:
    read_field(start + text, data, [data])
    read_control("MENDELEY_CITATION_v3_" + text)


@given(SHAPES)
def test_no_shape_of_json_breaks_the_reader(value: object) -> None:
    text = json.dumps(value)
    read_field(f"ADDIN CSL_CITATION {text}")
    read_field(f"ADDIN CitaviPlaceholder{{{base64.b64encode(text.encode()).decode()}}}")
