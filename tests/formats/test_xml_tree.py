"""Elements are counted before a tree is built of them, in every kind of file that is made of elements."""

from __future__ import annotations

import pytest

from litreview.formats.registry import read_bytes
from litreview.formats.xml_tree import MAX_ATTRIBUTES, MAX_ELEMENTS, check_elements, parse_xml
from litreview.model.errors import InputError


@pytest.mark.parametrize("format", ["jats", "tei", "docbook", "html", "odt"])
def test_more_elements_than_the_bound_are_refused_in_words(format: str) -> None:
    data = b"<article xmlns='urn:x'>" + b"<p/>" * (MAX_ELEMENTS + 1) + b"</article>"
    with pytest.raises(InputError):
        read_bytes(data, "a.xml", format)


def test_elements_and_attributes_are_counted_with_those_of_other_parts() -> None:
    assert check_elements(b"<a><b/></a>", "a.xml") == 2
    assert check_elements(b"<a><b/></a>", "a.xml", 5) == 7
    with pytest.raises(InputError, match="more than 800,000 elements"):
        parse_xml(b"<p/>" * (MAX_ELEMENTS + 1), "a.xml")
    with pytest.raises(InputError, match="elements"):
        check_elements(b"<a/>", "a.xml", MAX_ELEMENTS)
    with pytest.raises(InputError, match="attributes"):
        check_elements(b'<a b=""/>' + b' c=""' * MAX_ATTRIBUTES, "a.xml")
