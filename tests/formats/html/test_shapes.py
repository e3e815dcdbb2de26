"""The same article in the markup of twenty-odd kinds of pages: the same works, the same links, and
silence."""

from __future__ import annotations

import pytest

from litreview.formats.registry import read_text
from litreview.model.article import Article
from litreview.model.finding import Severity
from litreview.pipeline import check, parse
from tests.formats.html.shapes import CITED, PIECES, SHAPES, page

SHOWN = [(piece.names.split()[0], piece.year, piece.title) for piece in PIECES]


def works(article: Article) -> list[tuple[str, int | None, str]]:
    return [(one.work.author[0].family, one.work.year, one.work.title) for one in article.references]


@pytest.mark.parametrize("name", SHAPES)
def test_a_page_of_any_make_is_read_alike(name: str) -> None:
    article = parse(read_text(page(SHAPES[name]), "html"))
    assert works(article) == SHOWN
    assert [[one.work.year for one in link.references] for link in article.links] == [
        [year] for year in CITED
    ]
    found = [one for one in check(article, source=None).findings if one.rule[0] in "CR"]
    assert [one.rule for one in found if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("name", [name for name in SHAPES if "numbered" in name and "frontiers" not in name])
def test_numbers_are_those_of_the_page(name: str) -> None:
    article = parse(read_text(page(SHAPES[name]), "html"))
    assert [one.number for one in article.references] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "comment",
    ["<!-- saved from url=(0033)https://example.org/articles/s41 -->",
     "<!--\n Page saved with SingleFile \n url: https://example.org/articles/s41 \n saved date: x\n-->"],
)  # fmt: skip
def test_links_that_a_browser_made_whole_lead_into_the_page(comment: str) -> None:
    own, other = "https://example.org/articles/s41#", "https://elsewhere.org/b#"
    source = page(SHAPES["mdpi, numbered"]).replace('href="#B', f'href="{own}B')
    source = source.replace("<html>", f"<html>{comment}").replace(f"{own}B4", f"{other}B4")
    marks = read_text(source, "html").marks
    assert [mark.keys for mark in marks] == [(f"B{n}-things-02",) for n in (1, 2, 2, 1)]
