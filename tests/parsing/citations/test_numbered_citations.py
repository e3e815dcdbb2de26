"""Numbered citations: square and round brackets, superscripts in all the ways they reach us."""

from __future__ import annotations

import pytest

from litreview.model.document import Document, Style
from litreview.parsing.citations.evidence import NO_EVIDENCE, ListEvidence
from litreview.parsing.citations.finder import find_citations, find_in_document
from litreview.parsing.citations.numbers import find_bracketed

LIST_OF_40 = ListEvidence(size=40, numbered=True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("as shown [12].", [("[12]", [12])]),
        ("as shown [3–5, 7] here", [("[3–5, 7]", [3, 4, 5, 7])]),
        ("as shown [10, 11] and [12,13-15].", [("[10, 11]", [10, 11]), ("[12,13-15]", [12, 13, 14, 15])]),
        ("as shown [4]–[7].", [("[4]–[7]", [4, 5, 6, 7])]),
        (
            "see [32], [78], and [14] and [48]",
            [("[32]", [32]), ("[78]", [78]), ("[14]", [14]), ("[48]", [48])],
        ),
        ("as shown [1],[2]–[4].", [("[1],[2]–[4]", [1, 2, 3, 4])]),
        ("known [21 and references therein].", [("[21 and references therein]", [21])]),
        ("known [see 12, p. 5].", [("[see 12, p. 5]", [12])]),
        ("known [123-5].", [("[123-5]", [123, 124, 125])]),
    ],
)
def test_square_brackets(sentence: str, expected: list[tuple[str, list[int]]]) -> None:
    found = [
        (citation.text, [item.number for item in citation.items]) for citation in find_citations(sentence)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "the phase configuration [0, 1] as",
        "(95% CI [12, 15])",
        "a score between [1, 5] points",
        "x ∈ [1, 2]",
        "in the year [2010] it",
        "an \\cite[12]{key} and \\\\[2]",
        "about [1–900] things",
    ],
)
def test_intervals_are_no_citations(sentence: str) -> None:
    assert find_citations(sentence) == ()


def test_round_brackets_need_a_reason() -> None:
    cited = "It is known (8–11). Others agree (11, 12), and more (13)."
    assert [citation.text for citation in find_citations(cited)] == ["(8–11)", "(11, 12)", "(13)"]
    enumerated = "We did three things: (1) we read, (2) we wrote, (3) we slept. See Eq. (4)."
    assert find_citations(enumerated) == ()


def test_numbers_in_brackets_within_brackets() -> None:
    text = "It is so (8–11), and not so (12, 13), as told (\n(30,37–39); see the supplement)."
    assert [one.text for one in find_citations(text)] == ["(8–11)", "(12, 13)", "(30,37–39)"]


def test_the_answers_of_a_questionnaire_are_no_citations() -> None:
    sentence = (
        "Answers ranged from never (0), hardly ever (1), occasionally (2), fairly often "
        "(3), to very often (4)."
    )
    assert find_in_document(Document(sentence), LIST_OF_40, ())[0] == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("is known.1 However, others disagree.2,3 So", ["1", "2,3"]),
        ("fields 1-3 . Technological innovations 4 , and", ["1-3", "4"]),
        ("known to date. 1 However, the trade. 5-11 Several", ["1", "5-11"]),
        ("is known<sup>12,13</sup>. And <sup>14</sup>", ["12,13", "14"]),
        ("is known¹²,¹³. And more⁴–⁶", ["¹²,¹³", "⁴–⁶"]),
        ("is known^1,2^. And more^3^", ["1,2", "3"]),
        ("is known^(1,2). And more^(4–6).", ["1,2", "4–6"]),
        ("reported by Porubsky et al. 49 .", ["49"]),
        ("see ref. 25 ) for more", ["25"]),
    ],
)
def test_superscripts(sentence: str, expected: list[str]) -> None:
    assert [citation.text for citation in find_citations(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "dried with MgSO 4 , filtered. 1 H NMR (400 MHz, CDCl 3 ) was",
        "an area of 25 m 2 . The mass was 3 kg/m 2 .",
        "after 3 days, 4 patients and 5 nurses in group 2 and phase 3 and Table 4 and",
        "CD4 and HER2 and minimap2 (version 2) in windows 1 and 2",
        "an area of 25 m² and 10³ cells",
    ],
)
def test_units_formulas_and_counts_are_no_citations(sentence: str) -> None:
    assert find_citations(sentence) == ()


def test_unicode_superscripts_carry_their_numbers() -> None:
    (citation,) = find_citations("is known¹²⁻¹⁴.")
    assert [item.number for item in citation.items] == [12, 13, 14]


def test_formatting_of_the_document_counts() -> None:
    text = "Pain is common12,13 and costly."
    document = Document(text, styles=(Style(14, 19, "superscript"),))
    (citation,), scheme = find_in_document(document, LIST_OF_40, ())
    assert (citation.text, citation.kind, scheme) == ("12,13", "superscript", "superscript")


def test_numbers_beyond_the_list_are_exponents() -> None:
    text = "Known1, shown2, seen3, and one in 10900 of them4, read5 6."
    spans = [(5, 6), (13, 14), (19, 20), (34, 37), (50, 51), (57, 58)]
    document = Document(text, styles=tuple(Style(a, b, "superscript") for a, b in spans))
    found, _ = find_in_document(document, ListEvidence(size=6, numbered=True), ())
    assert "900" not in [citation.text for citation in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 10^3^ cells and 5 m^2^ of CO~2~.",
        "10<sup>3</sup> cells, cm<sup>-1</sup>, R<sup>2</sup>, Ca<sup>2+</sup>",
        "Area of 30 m² and 10³ cells, kg m⁻², χ² = 3, R² = .5, p < .05",
        "We measured 10^3 cells, CO2, H2O and m2 at p < 0.05 and p = 0.01.",
        "John Smith*, Anna Lee† and Bo Ek‡ wrote 10^6 lines.",
        "Ca2+ and Na+ (10 mM), 15 kg/m2, 5 cm3, 10 -3 M, 10 6 CFU.",
    ],
)
def test_exponents_units_and_footnote_marks_are_silent(sentence: str) -> None:
    assert find_citations(sentence) == ()


def test_a_number_behind_a_letter_that_the_list_wants_is_a_citation() -> None:
    """ "in R^4^" is the package; "r^2^" stays an exponent, for another citation has the number."""
    text = "It grew^1,2^. It fell^3^, with r^2^ of .5 and x^5^ of y^5^ or z^5^; we used R^4^ here."
    found, _ = find_in_document(Document(text), ListEvidence(size=5, numbered=True), ())
    assert [text[one.start - 2 : one.end] for one in found][2:] == ["R^4"]


@pytest.mark.parametrize(
    "formula",
    [
        "of (f(x)) ^2^ here", "so that <x ^2^ (p)> >= p", "sum ∑ ^3^ k", "with (X - pN) ^2^ ≤ 1.96",
        "is 8 × 10 ^2^ units", "at (i(100)) ^2^ and", "in kg m^2^ now", "of q^2^ and",
    ],
)  # fmt: skip
def test_numbers_in_a_formula_are_exponents(formula: str) -> None:
    text = f"It grew^1,2^. It fell^3^, {formula}."
    found, _ = find_in_document(Document(text), ListEvidence(size=4, numbered=True), ())
    assert [one.text for one in found] == ["1,2", "3"]


def test_a_raised_number_after_a_year_or_a_count_is_a_citation() -> None:
    text = "It grew^1^ in 1969 ^2^ and in 2003/4 ^3^."
    found, _ = find_in_document(Document(text), ListEvidence(size=3, numbered=True), ())
    assert [one.text for one in found] == ["1", "2", "3"]


def test_one_number_after_range_is_no_interval() -> None:
    text = "It was low in that range [28], and the range [2, 8] was wide."
    assert [citation.text for citation in find_bracketed(text, NO_EVIDENCE)] == ["[28]"]


def test_pages_of_russian_citations() -> None:
    (citation,) = find_citations("Это показано [12, с. 34].")
    assert (citation.items[0].number, citation.items[0].locator) == (12, "с. 34")


LIST_OF_10 = ListEvidence(size=10, numbered=True)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Rest¹ helps², heat too³⁻⁵. Cold hurts⁶⁻⁸, as known⁹ and shown¹⁰. Sleep helps¹¹.", "¹¹"),
        ("Rest¹ helps², heat too³⁻⁵. Cold hurts⁶⁻⁸, as known⁹. Sleep helps¹⁰⁻¹¹.", "¹⁰⁻¹¹"),
        ("Rest¹ helps², heat too³⁻⁵. Cold hurts⁶⁻⁸, as known⁹ and shown¹⁰. Sleep helps¹⁴.", "¹⁰"),
        ("Ben Brill¹¹\n\nRest¹ helps², heat too³⁻⁵. Cold hurts⁶⁻⁸, as known⁹ and shown¹⁰.", "¹⁰"),
        ("Rest¹ helps², heat too³. Sleep helps¹¹.", "³"),
    ],
)
def test_a_superscript_behind_the_end_of_a_list_that_the_others_count(text: str, last: str) -> None:
    assert find_citations(text, LIST_OF_10)[-1].text == last
