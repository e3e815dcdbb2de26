"""Which cites name one work: by what identifies it in the whole file, never by a field's own number."""

from __future__ import annotations

import pytest

from litreview.formats.word.identity import keys_of
from litreview.formats.word.live import Cite

PAIN = {"title": "Pain and heat", "issued": {"date-parts": [["2003"]]}}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (Cite(("zotero.org/users/1/items/AB",)), Cite(("zotero.org/users/1/items/AB",)), True),
        (Cite(("zotero.org/users/1/items/AB",)), Cite(("zotero.org/users/2/items/AB",)), False),
        (Cite(("uuid-1", "uuid-2")), Cite(("uuid-2",)), True),
        (Cite(("endnote-aaa-7",)), Cite(("endnote-bbb-7",)), False),
        (Cite(("endnote-aaa-7",), "7 Arden 2003"), Cite((), "7 Arden 2003"), True),
        (Cite(("endnote-aaa-7",), "7 Arden 2003"), Cite((), "7 Brill 2003"), False),
        (Cite(csl=PAIN), Cite(csl=PAIN | {"id": "ITEM-2"}), True),
        (Cite(csl=PAIN | {"id": "ITEM-1"}), Cite(csl={"id": "ITEM-1", "title": "Cold and ice"}), False),
        (Cite(csl=PAIN | {"DOI": "10.1/A"}), Cite(csl={"DOI": "https://doi.org/10.1/a"}), False),
        (Cite(csl={"DOI": "10.1234/A"}), Cite(csl={"DOI": "https://doi.org/10.1234/a"}), True),
        (Cite(), Cite(), False),
    ],
)
def test_two_cites(first: Cite, second: Cite, same: bool) -> None:
    [(one,), (other,)] = keys_of([(first,), (second,)])
    assert (one == other) is same


def test_names_meet_through_a_third_field_whatever_the_order() -> None:
    cites = [Cite(("a",)), Cite(("b",)), Cite(("c",)), Cite(("c", "a")), Cite(("d",))]
    [(a,), (b,), (c,), (both,), (d,)] = keys_of([(cite,) for cite in cites])
    assert a == c == both
    assert len({a, b, d}) == 3


def test_a_bare_number_in_two_libraries_is_a_work_of_its_own() -> None:
    two = [Cite(("endnote-aaa-7",), "7 Arden 2003"), Cite(("endnote-bbb-7",), "7 Arden 2003")]
    keys = [key for (key,) in keys_of([(cite,) for cite in (*two, Cite((), "7 Arden 2003"))])]
    assert len(set(keys)) == 3
