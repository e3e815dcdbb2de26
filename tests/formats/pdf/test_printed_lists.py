"""Reference lists as printed: whatever stands around, between and beside the entries, each is found whole."""

from __future__ import annotations

import pytest

from litreview.parsing.article import parse_document
from tests.formats.pdf.printed import (
    ALTERNATING,
    CHAPTERS,
    OWN_CITATION,
    PRINTED_WEB_PAGE,
    TABLE,
    Print,
    letters,
    printed,
)

pytest.importorskip("pypdfium2")

NUMBERED_LINES = '#set par.line(numbering: "1")'
FIFTH_LINES = "#set par.line(numbering: n => if calc.rem(n, 5) == 0 [#n])"
RESTARTED = '#set par.line(numbering: "1", numbering-scope: "page")'
RIGHT_LINES = '#set par.line(numbering: "1", number-margin: right)'
WIDE = {"leading": "1.6em", "gap": "1.6em", "size": "12pt", "justify": False}
FORMS = {
    "columns, numbered": Print("vancouver", "1.", f"columns: 2, {ALTERNATING}", "9pt"),
    "columns, bracketed": Print("vancouver", "[1]", f"columns: 2, {OWN_CITATION}", "9pt"),
    "three columns": Print("vancouver", "1.", f"columns: 3, margin: 1.2cm, {ALTERNATING}", "8pt"),
    "columns, hanging": Print("apa", "hang", f"columns: 2, {OWN_CITATION}", "9pt"),
    "columns, flush with gaps": Print("apa", "flat", f"columns: 2, {ALTERNATING}", gap="1em"),
    "columns, flush without gaps": Print("apa", "flat", f"columns: 2, {OWN_CITATION}"),
    "landscape": Print("apa", "hang", f"columns: 2, flipped: true, {OWN_CITATION}"),
    "A5 with binding margins": Print(
        "apa", "hang", f'paper: "a5", margin: (inside: 3cm, outside: 1.5cm), {ALTERNATING}', "9pt"
    ),
    "ragged, hanging": Print("book", "hang", OWN_CITATION, justify=False, count=40),
    "short entries with small gaps": Print("book", "flat", ALTERNATING, gap="0.9em", count=40),
    "chapters": Print("book", "hang", CHAPTERS, "14pt", count=60),
    "every line numbered": Print("apa", "hang", rules=NUMBERED_LINES, **WIDE),
    "numbered lines and list": Print("vancouver", "1.", OWN_CITATION, rules=NUMBERED_LINES, **WIDE),
    "every fifth line numbered": Print("apa", "hang", rules=FIFTH_LINES, **WIDE),
    "lines numbered page by page": Print("apa", "flat", ALTERNATING, rules=RESTARTED, **WIDE),
    "lines numbered on the right": Print("apa", "hang", rules=RIGHT_LINES, **WIDE),
    "a table amid": Print("apa", "hang", f"columns: 2, {ALTERNATING}", "9pt", amid=TABLE),
    "footnotes": Print("apa", "hang", f"columns: 2, {ALTERNATING}", notes=True),
    "numbers in a column": Print("vancouver", "grid", OWN_CITATION),
    "numbers beside columns": Print("vancouver", "grid", f"columns: 2, {ALTERNATING}", "8pt", count=60),
    "columns, every line numbered": Print(
        "vancouver", "[1]", f"columns: 2, {ALTERNATING}", "9pt", rules=NUMBERED_LINES
    ),
    "numbers far from entries, a narrow gutter": Print(
        "vancouver", "far", f"columns: 2, {ALTERNATING}", rules="#set columns(gutter: 7pt)"
    ),
    "a list set wider than the text": Print(
        "apa", "hang", OWN_CITATION, gap="1.6em", heading="= References\n#set par(leading: 1.6em)"
    ),
    "page numbers beside addresses": Print("apa", "hang", PRINTED_WEB_PAGE),
    "no heading": Print("apa", "hang", OWN_CITATION, heading=""),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_entry_is_found_whole(form: Print) -> None:
    document, entries = printed(form)
    article = parse_document(document)
    assert [letters(reference.text) for reference in article.references] == [
        letters(entry) for entry in entries
    ]
    assert [link for link in article.links if len(link.references) != 1] == []


@pytest.mark.parametrize(
    ("form", "foreign"),
    [(FORMS["columns, hanging"], "Arden et al. (2014)"), (FORMS["columns, hanging"], "10.1234/jt"),
     (FORMS["chapters"], "Thesis of"), (FORMS["chapters"], "Deep models"),
     (FORMS["A5 with binding margins"], "12 (2014) 100")],
)  # fmt: skip
def test_heads_and_feet_are_no_text(form: Print, foreign: str) -> None:
    document, _ = printed(form)
    assert foreign not in document.text


def test_entries_that_look_like_a_head_stay() -> None:
    """ "Academic Press, London." is the last line of an entry on most pages of this list."""
    form = FORMS["short entries with small gaps"]
    document, entries = printed(form)
    assert letters(document.text).count(letters("Academic Press, London.")) == sum(
        "Academic Press" in e for e in entries
    )


def test_a_numbered_list_alone_has_no_line_numbers() -> None:
    """Bare numbers before one-line entries count the entries, though every line of the page has one."""
    entries = "\n\n".join(
        f"{n} Arden A{n}. Thing {n} of many. J Things {1990 + n}; {n}: 1-9." for n in range(1, 13)
    )
    from tests.formats.pdf.test_read import read

    assert read(entries).text.startswith("1 Arden A1.")


@pytest.mark.parametrize("paragraphs", range(5, 10))
def test_a_list_in_small_print_that_begins_at_a_foot_is_no_footnote(paragraphs: int) -> None:
    from tests.formats.pdf.test_read import read

    form = Print("vancouver", count=12)
    form.shuffle.seed(paragraphs)
    entries = "\n\n".join(f"{n} {form.entry(n)[0]}".replace("//", "/\\/") for n in range(1, 13))
    body = form.body(["\\[1\\]"] * paragraphs)
    page = "#set page(height: 20cm)\n#set par(spacing: 0.65em)"
    document = read(f"{page}\n{body}\n\n= References\n#set text(size: 8pt)\n{entries}")
    assert [one.number for one in parse_document(document).references] == list(range(1, 13))
