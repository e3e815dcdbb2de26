"""Rules that styles draw for the authors of the entry above."""

from __future__ import annotations

import pytest

from litreview.formats.pdf.read import read_pdf
from litreview.formats.pdf.ruled import RULE
from litreview.parsing.article import parse_document

typst = pytest.importorskip("typst")
pytest.importorskip("pypdfium2")

DRAWN = "#box(line(length: 3em, stroke: 0.4pt), baseline: -0.2em)"
LIST = """
Widgets are slow (Arden and Brill 1986, 1997).

= References
#set par(hanging-indent: 2em, spacing: 1.4em)
Arden, A., and B. Brill. 1986. Statistical methods for slow widgets of all kinds and sizes. _Journal of
Things_ 1: 307–311.

{}. 1997. Widgets and their rivers. _Journal of Things_ 314: 572–580.
"""


def test_a_drawn_rule_stands_for_the_authors() -> None:
    article = parse_document(read_pdf(typst.compile(LIST.replace("{}", DRAWN).encode())))
    assert [reference.work.author[0].family for reference in article.references] == ["Arden", "Arden"]
    assert article.references[1].text.startswith(f"{RULE}. 1997")
    assert [len(link.references) for link in article.links] == [1, 1]


def test_without_a_rule_nothing_is_added() -> None:
    document = read_pdf(typst.compile(LIST.replace("{}", "#box(width: 3em)").encode()))
    assert RULE not in document.text
