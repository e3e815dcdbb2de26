"""Cutting a list into entries: every layout gives the same entries, and nothing is lost."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.registry import read_text
from litreview.parsing.article import parse_document
from litreview.parsing.lists.entries import split_list

ENTRIES = [
    (
        "Adler T, Brandt K. Heat for sore backs: a long title that runs over the line "
        "end, twice over. J Warm Med 2011; 4(2): 11-19."
    ),
    (
        "Carver, L., Dunn, P., & Eaton, M. (2013). Cold packs after sport and before it, "
        "in the young and the old. Cold Therapy, 7, 101–108. "
        "https://doi.org/10.1000/cold.7.101"
    ),
    "van der Ferro, A. (2009). Hot water and other comforts. Berlin: Warmverlag.",
    (
        "H. Gruber and I. Hahn, “On the physics of hot water bottles in winter,” Phys. "
        "Heat, vol. 12, no. 3, pp. 45–67, 1999."
    ),
    (
        "Ivanova, J.; Kim, S.; Lee, T. Solvent effects on warm water and its relatives "
        "at home. J. Hot Chem. 2001, 17 (6), 971-979."
    ),
    "———. The second book of warmth. London: Heat Press, 2010.",
]


def wrapped(entry: str, hang: str = "") -> str:
    return textwrap.fill(entry, 76, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)


LAYOUTS: dict[str, Callable[[int, str], str]] = {
    "lines": lambda n, e: e + "\n",
    "paragraphs": lambda n, e: e + "\n\n",
    "1.": lambda n, e: f"{n}. {e}\n",
    "[1]": lambda n, e: f"[{n}] {e}\n",
    "(1)": lambda n, e: f"({n}) {e}\n",
    "1 tab": lambda n, e: f"{n}\t{e}\n",
    "bullets": lambda n, e: f"• {e}\n",
    "wrapped paragraphs": lambda n, e: wrapped(e) + "\n\n",
    "wrapped, hanging": lambda n, e: wrapped(e, "    ") + "\n",
    "wrapped 1.": lambda n, e: wrapped(f"{n}. {e}") + "\n",
    "wrapped [1]": lambda n, e: wrapped(f"[{n}] {e}", "    ") + "\n",
    "run together [1]": lambda n, e: f"[{n}] {e} ",
    "run together 1.": lambda n, e: f"{n}. {e} ",
    "Windows line ends": lambda n, e: f"{n}. {e}\r\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_entries(layout: str) -> None:
    text = "".join(LAYOUTS[layout](n, entry) for n, entry in enumerate(ENTRIES, 1))
    assert [" ".join(text[cut.start : cut.end].split()) for cut in split_list(text, 0, len(text))] == ENTRIES


@pytest.mark.parametrize("layout", ["1.", "[1]", "(1)", "1 tab", "wrapped 1.", "run together [1]"])
def test_labels_become_numbers(layout: str) -> None:
    text = "".join(LAYOUTS[layout](n, entry) for n, entry in enumerate(ENTRIES, 1))
    assert [cut.number for cut in split_list(text, 0, len(text))] == [1, 2, 3, 4, 5, 6]


def test_a_missing_label_does_not_end_the_count() -> None:
    text = "".join(f"{n}. {entry}\n" for n, entry in zip([1, 2, 4, 5, 6, 7], ENTRIES, strict=True))
    assert [cut.number for cut in split_list(text, 0, len(text))] == [1, 2, 4, 5, 6, 7]


def test_years_and_volumes_at_line_starts_are_no_labels() -> None:
    text = (
        "Ivanova, J. Solvent effects on warm water. J. Hot Chem.\n    17 (6), 971-979,\n "
        "   2001.\nKim, S. Heat. J. Hot Chem.\n    (2018) 3.\n"
    )
    assert [cut.number for cut in split_list(text, 0, len(text))] == [None, None]


def test_entries_run_together_without_labels() -> None:
    one, two, three = (
        ENTRIES[0],
        "Brown K. Ice and its uses. J Warm Med 2012; 5(1): 3-9.",
        "Cole M. Steam. J Warm Med 2013; 6: 7-8.",
    )
    long = "Zimmer P, Young Q, Xu R. " + "A very long title about heat " * 14 + ". J Warm Med 2014; 7: 1-2."
    text = " ".join([long, one, two, three])
    assert [text[cut.start : cut.end] for cut in split_list(text, 0, len(text))] == [long, one, two, three]


def test_what_cannot_be_parsed_stays_an_entry() -> None:
    text = (
        "1. Adler T. Heat. J Warm Med 2011;4:1.\n2. ??\n3. personal communication\n4. Brown K. Ice. 2012.\n"
    )
    assert [text[cut.start : cut.end] for cut in split_list(text, 0, len(text))][1:3] == [
        "??",
        "personal communication",
    ]


@given(st.lists(st.text(alphabet="ABCxyz .,;:1290()[]-\n", min_size=0, max_size=60), max_size=12))
def test_nothing_but_labels_and_blanks_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    cuts = split_list(text, 0, len(text))
    assert all(text[cut.start : cut.end].strip() for cut in cuts)
    assert all(a.end <= b.start for a, b in itertools.pairwise(cuts))
    kept = "".join(text[cut.start : cut.end] for cut in cuts)
    letters = [char for char in text if char.isalpha()]
    assert [char for char in kept if char.isalpha()] == letters


def test_a_markdown_list_that_leaves_counting_to_the_reader_is_counted() -> None:
    text = "".join(f"1. {entry}\n" for entry in ENTRIES)
    assert [cut.number for cut in split_list(text, 0, len(text))] == [1, 2, 3, 4, 5, 6]


def test_wrapped_lines_without_any_indent_are_cut_where_a_line_ends_early() -> None:
    names = ["Adler", "Carver", "Dunn", "Eaton", "Ferro", "Gruber", "Hahn"]
    title = "A title about warm and cold water in many words."
    entries = [
        f"{name}, A., & Brandt, K. ({2000 + n}). {' '.join([title] * (1 + n % 2))} "
        f"Journal of Warm Medicine, {n}(2), {n}1–{n}9."
        for n, name in enumerate(names, 1)
    ]
    text = "\n".join(wrapped(entry) for entry in entries)
    assert [" ".join(text[cut.start : cut.end].split()) for cut in split_list(text, 0, len(text))] == entries


def test_a_volume_that_happens_to_count_on_is_no_label() -> None:
    entries = [
        ("Adler T. Heat. Warm Books, Vol. 2. Springer; 2010."),
        "Brown K. Ice. Warm Books, Vol. 3. Springer; 2011.",
    ]
    text = "".join(f"{n}. {entry}\n" for n, entry in enumerate(entries, 1))
    assert [text[cut.start : cut.end] for cut in split_list(text, 0, len(text))] == entries


def test_short_entries_of_like_length_are_not_taken_for_wrapped_lines() -> None:
    names = [
        "Adler",
        "Brown",
        "Carver",
        "Dunn",
        "Eaton",
        "Ferro",
        "Gruber",
        "Hahn",
        "Ivens",
        "Jonas",
        "Kim",
        "Lowe",
        "Mohr",
    ]
    entries = [
        f"{name}, A., Journal of Warm Medicine {n}, 61{n} (201{n % 10})." for n, name in enumerate(names)
    ]
    text = "\n".join(entries)
    assert [text[cut.start : cut.end] for cut in split_list(text, 0, len(text))] == entries


VANCOUVER = [
    f"{name} T, Brandt K. Heat for sore backs, in young and old. J Warm Med 201{n}; {n}(2): {n}1-{n}9."
    for n, name in enumerate(["Adler", "Carver", "Dunn", "Eaton", "Ferro", "Gruber", "Hahn"], 1)
]
APA = [
    f"{name}, T., & Brandt, K. L. (201{n}). Heat for sore backs. J Warm Med, {n}(2), {n}1–{n}9. https://doi.org/10.1000/w{n}X"
    for n, name in enumerate(["Adler", "Carver", "de la Cruz", "Eaton-Smith", "O'Ferro"], 1)
] + [
    "IPCC (2013). Warmth of the world. Geneva, Switzerland: IPCC.",
    "Zimmer, Q. (1999). Last. Malden, MA: Heat.",
]
ELIFE = [entry.replace("(", "").replace(").", ".") for entry in APA[:5]]
COLON = [
    f"{name}, Max: Wärme und ihre Geschichte, in: Zeitschrift für Öfen {n} (201{n}), S. 12{n}-18{n}."
    for n, name in enumerate(["Adler", "Carver", "Dunn", "Eaton", "Ferro", "Gruber", "Hahn", "Imhof"], 1)
]


@pytest.mark.parametrize(
    "entries", [VANCOUVER, APA, ELIFE, COLON], ids=["Vancouver", "APA", "eLife", "colon"]
)
@pytest.mark.parametrize("setting", [str, wrapped])
def test_entries_of_one_style_run_together(entries: list[str], setting: Callable[[str], str]) -> None:
    text = setting(" ".join(entries))
    assert [" ".join(text[cut.start : cut.end].split()) for cut in split_list(text, 0, len(text))] == entries


@pytest.mark.parametrize("entry", [*APA, *VANCOUVER, *COLON])
def test_one_entry_is_not_cut(entry: str) -> None:
    long = entry.replace(
        "Heat", "Heat. A. B. Adler and the warm years. 2. Springer, Berlin. Heat" + " heat" * 20
    )
    for text in (entry, long):
        assert len(split_list(text, 0, len(text))) == 1


def test_a_place_and_year_within_a_quoted_title_begin_no_entry() -> None:
    entries = [
        f"Adler, T. {year}. “Grasses of the {where}.” Journal of Meadows 3 (2): {page}–{page + 9}."
        for year, where, page in ((2001, "North", 11), (2003, "South", 31), (2005, "East", 51))
    ]
    entries.append(
        "Bässler, M. 2008. “Heukels, H. & Ooststroom, S. J. van, Flora van Nederland. 19. Aufl. 925 S. "
        "Wolters-Noordhoff bv. Groningen, Nederland, 1977. Preis Hfl 46.75.” Feddes Repertorium 89: 494."
    )
    article = parse_document(read_text("A text.\n\nReferences\n\n" + "\n\n".join(entries) + "\n"))
    assert [reference.text for reference in article.references] == entries


def test_names_joined_by_strokes_begin_no_entries_within_a_line() -> None:
    lines = [
        f"{first}, A. / {second}, B. (20{n}): Dinge. In: Zeitschrift für Dinge 4 (2), S. 17–2{n % 10}."
        for n, (first, second) in enumerate(
            [("Bäum", "Gärt"), ("Corl", "Bäum"), ("Gärt", "Corl"), ("Hübs", "Bäum")], 11
        )
    ]
    text = "\n".join(lines)
    assert [text[cut.start : cut.end] for cut in split_list(text, 0, len(text))] == lines


def test_numbers_before_a_colon_are_labels() -> None:
    said = [f"{name} A. On things. Int J Thing. 20{n} May;5(2):11-19. doi: 10.5555/t.{n}." for n, name in
            enumerate(["Arden", "Brill", "Corin"], 11)]  # fmt: skip
    text = "\n".join(f"{n}: {one}" for n, one in enumerate(said, 1))
    cuts = split_list(text, 0, len(text))
    assert [(cut.number, text[cut.start : cut.end]) for cut in cuts] == list(enumerate(said, 1))


def test_a_publisher_begins_no_entry_inside_another() -> None:
    long = (
        "Brill, B. A Basis. Thing University Press, Thingford, 2013. A reprint with words on rivers,"
        " the widgets and the long fields of the slow systems that are measured here by those who"
        " have the time for it, and for others too. Basis. Thing University Press, Thingford, 2013. With"
        " an index by the author of the second edition, and a foreword that nobody has read to its very end."
    )
    text = f"{ENTRIES[0]}\n\n{long}\n\n{ENTRIES[2]}\n"
    assert len(split_list(text, 0, len(text))) == 3


def test_labels_of_letters_may_have_accents() -> None:
    text = "".join(
        f"[{label}] {entry}\n\n" for label, entry in zip(("Ädl+11", "Car13", "Fér09"), ENTRIES, strict=False)
    )
    assert [cut.key for cut in split_list(text, 0, len(text))] == ["Ädl+11", "Car13", "Fér09"]


def test_a_stretch_of_nothing_but_a_line_of_rights_has_no_entry() -> None:
    text = "(c) International Thing Society 2013"
    assert split_list(text, 0, len(text)) == ()
