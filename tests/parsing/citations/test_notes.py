"""Footnotes and lists of notes that cite works of a list of sources."""

from __future__ import annotations

import pytest

from litreview.formats.registry import read_text
from litreview.model.article import Article
from litreview.model.finding import Severity
from litreview.parsing.citations import notes as notes_module
from litreview.parsing.citations.notes import in_notes
from litreview.pipeline import check, parse

SOURCES = (
    "Arden, Paula, and Quinn Brill. “First Measures of a Thing.” Journal of Things 2, no. 1 (2003): 891–902.",
    "Arden, Paula. Rest and Its Places. London: Thing Press, 2010.",
    "Corin, Bea. “Things That Never Rest.” Annals of Motion 7, no. 2 (2009): 224–236.",
    "Office of Things. A Handbook for Counting Things. London, 2012.",
)


def noted(*notes: str) -> Article:
    marks = "".join(f"Things rest.[^{n}] " for n, _ in enumerate(notes, 1))
    below = "\n\n".join(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))
    listed = "\n\n".join(SOURCES)
    return parse(read_text(f"# On rest\n\n{marks}\n\n{below}\n\n# Bibliography\n\n{listed}\n", "markdown"))


def years(article: Article) -> list[list[int | None]]:
    return [[one.work.year for one in link.references] for link in article.links]


FULL = "Paula Arden and Quinn Brill, “First Measures of a Thing,” *Journal of Things* 2, no. 1 (2003): 895."


@pytest.mark.parametrize(
    ("note", "found"),
    [(FULL, [2003]), ("Arden and Brill, “First Measures,” 895.", [2003]),
     ("Arden, *Rest and Its Places*, 5.", [2010]),
     ("See Arden, *Rest*, 5; Corin, “Things That Never Rest,” 7.", [2009]), ("Corin, 225.", [2009]),
     ("Arden, 5.", []), ("Corin 2009, p. 5, and Arden 2010.", [2009, 2010]), ("Ibid., 7.", []),
     ("A Handbook for Counting Things, 12.", [2012]), ("A remark on resting.", []),
     ("Dorn, *Other Things* (Paris: Thing Press, 2011), 9.", [])],
)  # fmt: skip
def test_what_a_footnote_names(note: str, found: list[int]) -> None:
    shown = [
        year for [year] in years(noted(note, "Corin, “Things That Never,” 1.", "Corin, 2.", "Corin, 3."))
    ][:-3]
    handbook = found == [2012]
    assert shown == found or (handbook and shown in ([], [2012]))


def test_nobody_is_accused_of_what_stands_in_notes() -> None:
    article = noted("Corin, “Things That Never Rest,” 7.", "Dorn (Paris, 2011); Eames et al. 2012, 3.")
    assert article.scheme == "notes"
    found = [one for one in check(article, source=None).findings if one.rule.startswith("C")]
    assert {one.severity for one in found} <= {Severity.NOTE}


def test_remarks_of_an_article_that_cites_in_its_text_change_nothing() -> None:
    listed = "Corin, B. (2009). Things that never rest. Annals of Motion, 7(2), 224–236."
    text = (
        f"Things rest (Corin, 2009) or not (Dorn, 2011).[^1]\n\n[^1]: A remark.\n\n# References\n\n{listed}\n"
    )
    article = parse(read_text(text, "markdown"))
    assert (article.scheme, len(article.links)) == ("author-year", 2)
    assert "C101" in [one.rule for one in check(article, source=None).findings]


SHORT = (
    '<li id="n1">{0}</li><li id="n2">{1}</li><li id="n3">Zorn, Anna (1999). <i>A Book of Rest</i>. Rest '
    "Press.</li>"
)
PAGE = (
    '<p>Ducks swim.<sup><a href="#n1">[1]</a></sup> They fly.<sup><a href="#n2">[2]</a></sup> They rest.<sup>'
    '<a href="#n3">[3]</a></sup></p><h2>References</h2><h3>Citations</h3><ol class="references">{notes}</ol>'
    '<h3>Sources</h3><ul><li><cite id="CITEREFArden2003">Arden, Paula (2003). "First measures of a thing". '
    'Journal of Things. 2 (1): 891–902. <a href="https://example.org/x">ISBN</a></cite></li><li><cite '
    'id="CITEREFBrill2008">Brill, Anton; Corin, Bea (2008). "Second measures of it". Journal of Things. 7 '
    "(2): 224–236.</cite></li></ul>"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Arden 2003, p. 5.", "Brill &amp; Corin 2008, pp. 7–9."),
     ('^ <a href="#CITEREFArden2003">Arden 2003</a>, p. 5.',
      'See <a href="#CITEREFBrill2008">Brill &amp; Corin (2008)</a>, pp. 7–9.'),
     ("Arden, <i>First measures</i>, p. 5.", "Brill and Corin, “Second measures”, 9."),
     ("Arden (2003), 5", "Brill and Corin (2008), 9; compare Arden 2003.")],
)  # fmt: skip
def test_a_list_of_notes_cites_its_sources(first: str, second: str) -> None:
    article = parse(read_text(PAGE.replace("{notes}", SHORT.format(first, second)), "html"))
    assert len(article.references) == 5
    cited = {one.work.year for link in article.links for one in link.references if "measures of" in one.text}
    assert cited == {2003, 2008}
    assert not [one for one in check(article, source=None).findings if one.rule.startswith("C1")]


def test_lists_of_chapters_do_not_cite_each_other() -> None:
    entry = "Corin B. Things that never rest. Ann Motion 2009;7:224."
    chapter = f"# One\n\nThings rest [1].\n\n## References\n\n1. {entry}\n\n"
    article = parse(read_text(chapter + chapter.replace("One", "Two"), "markdown"))
    assert len(article.links) == 2


def test_the_lines_below_a_heading_are_notes() -> None:
    article = parse("Text.\n\nNotes\n\n1. Corin, 5.\n\nBibliography\n\n" + "\n\n".join(SOURCES))
    document = article.document
    assert [document.text[a:b].strip() for a, b in in_notes(document, ())][:1] == ["1. Corin, 5."]
    assert years(article) == [[2009]]


def test_each_entry_of_many_lists_is_read_once_as_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with fifty lists one behind the other is read in time in proportion to it."""
    listed = "## References\n\n1. Arden P. First measures. J Things. 2003;2:1.\n\nMore.\n\n"
    read, real = list[str](), notes_module._read
    monkeypatch.setattr(notes_module, "_read", lambda one: read.append(one.key) or real(one))
    article = parse(read_text("# On rest\n\nSeen [1].\n\n" + listed * 50, "markdown"))
    assert len(article.references) > 40
    assert 0 < len(read) <= 2 * len(article.references)
