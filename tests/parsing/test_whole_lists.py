"""A list of which nothing is cited, beside one that is cited."""

from __future__ import annotations

from litreview.formats.registry import read_text
from litreview.parsing.whole_lists import uncited_lists
from litreview.pipeline import check, parse

CITED = "Arden P (2003). First measures of a thing. J Things 2, 891–902."
WORKS = "<li>Zorn A (1999). A book of rest. Rest Press.</li><li>Zorn A (2001). More rest. Rest Press.</li>"


def rules(text: str) -> list[str]:
    return [
        one.rule for one in check(parse(read_text(text, "html")), source=None).findings if one.rule[0] == "C"
    ]


def test_nobody_is_accused_of_a_whole_list() -> None:
    body = f"<p>So it is (Arden 2003).</p><h2>References</h2><ul><li>{CITED}</li></ul>"
    assert rules(f"{body}<h2>Bibliography</h2><ul>{WORKS}</ul>") == []


def test_entries_of_a_list_that_is_cited_are_told_of() -> None:
    body = f"<p>So it is (Arden 2003).</p><h2>References</h2><ul><li>{CITED}</li>{WORKS}</ul>"
    assert rules(body).count("C102") == 2
    assert uncited_lists((), (), ()) == frozenset()
