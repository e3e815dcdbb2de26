"""Finding the reference list: headings in many languages, none at all, several, and what follows the list."""

from __future__ import annotations

import pytest

from litreview.model.document import Document, Entry, Style
from litreview.model.notation import Notation
from litreview.parsing.lists.entries import split_entries
from litreview.parsing.lists.headings import is_back_matter, is_reference_heading
from litreview.parsing.lists.sections import find_sections

LIST = """Adler T, Brandt K. Heat for sore backs. J Warm Med 2011; 4(2): 11-19.

Carver L, Dunn P, Eaton M et al. Cold packs after sport. Cold Ther 2013; 7: 101-8.

National Institute of Warmth (NIW), Federal Office for Backs (FOB). Guideline on Heat. Register no. 4711.
2015.

Ferro A. Hot water and other comforts. Berlin: Warmverlag; 2009."""
PROSE = (
    "Warmth may help for a while, in some people. We looked at what was known in 2016 and found little.\n\n"
)
TAIL = (
    "\n\nAbout this page\n\nUpdated on June 5, 2019\n\nNext planned update: 2022\n\nFollow us or subscribe."
)


def entries_of(text: str) -> list[str]:
    document = Document(text)
    cuts = [cut for s in find_sections(document) for cut in split_entries(document, s.start, s.end)]
    return [text[cut.start : cut.end] for cut in cuts]


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES:", "7. References", "VII. Bibliography", "## References {#refs}",
        "**References**",
        "References (45)", "Literatur", "Literaturverzeichnis", "Quellen", "Références", "Bibliografía",
        "Referencias",
        "Riferimenti bibliografici", "Bibliografia", "Literatuur", "Referenser", "Litteratur", "Kirjallisuus",
        "Список литературы", "参考文献", "참고문헌", "المراجع", "\\section*{References}",
    ],
)  # fmt: skip
def test_headings(heading: str) -> None:
    assert is_reference_heading(heading)
    assert len(entries_of(f"{PROSE}{heading}\n\n{LIST}")) == 4


@pytest.mark.parametrize(
    "line", ["The references were many.", "References: see below", "", "Referenced works 2010"]
)
def test_other_lines_are_no_headings(line: str) -> None:
    assert not is_reference_heading(line)


@pytest.mark.parametrize(
    "line", ["Appendix A", "Acknowledgements", "Funding", "Danksagung", "About the authors"]
)
def test_back_matter(line: str) -> None:
    assert is_back_matter(line)


def test_a_list_without_heading_is_found_and_furniture_after_it_is_not_in_it() -> None:
    assert entries_of(PROSE + LIST + TAIL) == LIST.split("\n\n")


def test_entries_of_organisations_at_the_ends_belong_to_the_list() -> None:
    organisation = (
        "Federal Chamber of Warmth (FCW), Society of Heat (SOH). Guideline Back Heat (in "
        "revision). Register no. 7. 2017."
    )
    assert entries_of(f"{PROSE}{organisation}\n\n{LIST}{TAIL}")[0] == organisation


def test_text_after_a_headed_list_is_not_in_it() -> None:
    text = (
        f"{PROSE}References\n\n{LIST}\n\nAppendix A\n\nThe questionnaire was sent to 25 "
        f"people in 2010, see www.example.org."
    )
    assert entries_of(text) == LIST.split("\n\n")


def test_a_heading_in_a_table_of_contents_is_passed_over() -> None:
    text = f"Contents\n\nIntroduction\n\nReferences\n\nAppendix\n\n{PROSE * 4}References\n\n{LIST}"
    assert len(entries_of(text)) == 4


def test_one_list_per_chapter() -> None:
    first, second = LIST.split("\n\n")[:2], LIST.split("\n\n")[2:]
    text = "\n\n".join(["# One", PROSE, "## References", *first, "# Two", PROSE, "## References", *second])
    assert len(find_sections(Document(text))) == 2
    assert entries_of(text) == [*first, *second]


def test_prose_alone_holds_no_list() -> None:
    prose = (
        "Smith et al. (2010) found that 12 of 30 (40%) were well; see Jones, 2011, p. 4. "
        "They were treated in 2009. "
    )
    assert find_sections(Document(PROSE + prose * 5 + "\n\n" + prose)) == ()
    assert find_sections(Document("")) == ()


def test_a_text_that_is_one_reference_is_a_list_of_one() -> None:
    text = "Adler T, Brandt K. Heat for sore backs. J Warm Med 2011; 4(2): 11-19."
    assert entries_of(text) == [text]


def test_a_text_of_nothing_but_references() -> None:
    assert entries_of(LIST) == LIST.split("\n\n")


def test_declared_entries_come_first() -> None:
    text = "Prose (A 2010).\nReferences\nA first thing\nanother thing"
    entries = (Entry(27, 40, "a"), Entry(41, 54, "b"))
    document = Document(text, entries=entries, styles=(Style(16, 26, "heading"),))
    (section,) = find_sections(document)
    assert (section.heading, section.start, section.end) == (16, 27, 54)
    assert [cut.key for cut in split_entries(document, section.start, section.end)] == ["a", "b"]


def test_a_bibliography_has_no_sections() -> None:
    assert find_sections(Document("@article{a}", format="bibtex", notation=Notation.BIBTEX)) == ()


@pytest.mark.parametrize("line", ["Appendix B: Items asked", "Annex 2. The questions", "Appendix C"])
def test_an_appendix_with_a_title_is_back_matter(line: str) -> None:
    assert is_back_matter(line)
