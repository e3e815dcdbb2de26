"""Functions that walk over a text or a list take time in proportion to it: CPU time at n, 2n and 4n."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from math import log2

import pytest

from litreview.formats.latex.bbl import biber_references
from litreview.model.article import Article, Citation, CitationItem, Link
from litreview.model.document import Document
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.citations.links import link_citations
from litreview.parsing.reading.spans import blanked, trimmed
from litreview.rules.engine.review import Review
from litreview.rules.engine.runner import run_rules
from litreview.rules.engine.settings import Settings

STEEP = 1.5
"""Exponent between two sizes that only growth faster than n log n reaches; quadratic growth has 2."""
TRIES = 3
TOO_SHORT = 0.1
"""Seconds of CPU time below which a clock says nothing about growth."""

WORDS = ("gait", "stroke", "walking", "care", "balance", "falls", "home", "trial", "pain", "sleep", "nurses")


def _references(count: int, *, title: str = "") -> tuple[Reference, ...]:
    """So many entries of one author and year, of distinct titles where none is given."""
    issued, author = PartialDate(1999), (Name(family="Adler", given="A."),)
    return tuple(
        Reference(
            f"r{at}",
            f"Adler A. (1999). Entry {at}.",
            Work(title=title or _title(at), author=author, issued=issued, page=str(at)),
            start=30 * at,
            end=30 * at + 30,
        )
        for at in range(count)
    )


def _title(at: int) -> str:
    """The at-th title: other words in another order."""
    return (
        " ".join(WORDS[(at * 7 + at // 11 * 3 + step * (1 + at % 10)) % len(WORDS)] for step in range(7))
        + f" {at}"
    )


def _linked(count: int, name: str = "Adler") -> tuple[Link, ...]:
    """So many citations alike, linked with as many references of one author and year."""
    item = CitationItem(names=(name,), year=1999)
    cited = (Citation(f"({name}, 1999)", 0, 13, (item,)) for _ in range(count))
    return link_citations(cited, _references(count))


def _checked(rules: str, references: tuple[Reference, ...], links: tuple[Link, ...] = ()) -> object:
    """The findings of these rules about an article of such references and citations."""
    citations = tuple(link.citation for link in links)
    article = Article(Document("", "a.txt"), references, citations, links)
    return run_rules(Review((article,)), Settings(select=tuple(rules.split())))


CASES: dict[str, tuple[Callable[[int], object], int]] = {
    "closing brackets": (lambda n: trimmed(")" * n, 0, n), 10_000),
    "open brackets": (lambda n: trimmed("(" * n, 0, n), 10_000),
    "mixed brackets": (lambda n: trimmed("[)" * n, 0, 2 * n), 10_000),
    "blanked spans": (lambda n: blanked("ab" * n, ((at, at + 1) for at in range(0, 2 * n, 2))), 10_000),
    "entries of biber": (
        lambda n: biber_references(
            "".join(
                f"\\entry{{k{at}}}{{book}}{{}}\n  \\field{{title}}{{Gait {at}}}\n\\endentry\n"
                for at in range(n)
            ),
            "a.bbl",
        ),
        4_000,
    ),
    "citations of one author and year": (_linked, 250),
    # Up to forty of one author every pair is looked at: the sizes lie above.
    "works of one author and year": (lambda n: _checked("duplicate-reference", _references(n)), 150),
    "copies of one work": (lambda n: _checked("duplicate-reference", _references(n, title="Gait")), 150),
    "letters of one author and year": (
        lambda n: _checked("unpaired-suffix suffix-mismatch", _references(n), _linked(n)),
        250,
    ),
    "citations of nobody": (
        lambda n: _checked("missing-reference citation-year-mismatch", _references(n), _linked(n, "Brandt")),
        250,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_function_grows_no_faster_than_its_input(name: str) -> None:
    """A busy machine shows growth where none is: what is steep once is measured again."""
    tried = list[list[float]]()
    while len(tried) < TRIES:
        tried.append(taken := [_seconds(CASES[name][0], CASES[name][1] * times) for times in (1, 2, 4)])
        if taken[2] <= TOO_SHORT or log2((taken[2] - taken[1]) / max(taken[1] - taken[0], 1e-3)) < STEEP:
            return
    pytest.fail(f"steep each time: {tried}")


def _seconds(run: Callable[[int], object], size: int) -> float:
    """The least CPU time of three runs, without the collector's."""
    gc.disable()
    try:
        return min(_once(run, size) for _ in range(3))
    finally:
        gc.enable()


def _once(run: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    run(size)
    return time.process_time() - start
