"""Lists that are numbered by raised figures, and balanced below the text of their page."""

from __future__ import annotations

import pytest

from litreview.formats.pdf.balanced import balanced_list
from litreview.formats.pdf.columns import Line
from litreview.formats.pdf.glyphs import Char
from litreview.formats.pdf.page import Piece
from litreview.formats.pdf.raised import raised_number
from litreview.formats.pdf.read import read_pdf
from litreview.model.document import Document
from litreview.parsing.article import parse_document

typst = pytest.importorskip("typst")
pytest.importorskip("pypdfium2")

RAISED = "#super(typographic: false)[{}]"
NAMES = ("Arden", "Brill", "Corin", "Dravec", "Ember", "Foss", "Gale", "Hale", "Imber", "Jonas")
FILLER = "The slow widgets of the long rivers are measured under the pressure of early growth. "


def entry(number: int, name: str) -> str:
    return (
        f"A. {name} and B. Quist, Journal of Things {number + 10}, {number}01–{number}09 ({1990 + number})."
    )


def article(label: str) -> Document:
    """Two columns of text, and below them the list in two balanced columns, without a heading."""
    cited = "".join(f"{FILLER}Rivers rise.#super(typographic: false)[{n}] " for n in range(1, len(NAMES) + 1))
    entries = [label.format(n) + entry(n, name) for n, name in enumerate(NAMES, 1)]
    left, right = "\n\n".join(entries[:5]), "\n\n".join(entries[5:])
    return read_pdf(typst.compile((
        "#set page(height: 19cm, width: 16cm, margin: 1cm)\n#set text(10pt)\n#set par(justify: true)\n"
        f"#block(height: 11.5cm)[#columns(2)[{cited}{FILLER * 3}\n\n{FILLER * 9}]]#v(1.5em)\n"
        "#set text(8pt)\n#set par(hanging-indent: 1em, spacing: 0.65em)\n"
        f"#grid(columns: (1fr, 1fr), gutter: 1em, [{left}], [{right}])"
    ).encode()))  # fmt: skip


@pytest.mark.parametrize("label", [RAISED, "[{}] "])
def test_every_entry_of_a_balanced_list_is_found(label: str) -> None:
    read = parse_document(article(label))
    assert [one.number for one in read.references] == list(range(1, len(NAMES) + 1))
    assert [one.work.author[0].family for one in read.references] == list(NAMES)


def test_text_of_both_columns_stands_before_the_list() -> None:
    text = article(RAISED).text
    assert text.rindex("early growth") < text.index("A. Arden and")


def _piece(text: str, left: float, base: float, size: float = 10.0) -> Piece:
    return Piece([
        Char(sign, left + 5 * at, left + 5 * at + 5, base - 2, base + 8, base, size)
        for at, sign in enumerate(text)
    ])  # fmt: skip


def test_columns_that_hold_a_list_from_top_to_foot_are_not_parted() -> None:
    left = [_piece("Prose above", 0, 90), _piece("[1] Arden", 0, 60), _piece("[2] Brill", 0, 50)]
    right = [_piece("[3] Corin", 100, 90), _piece("[4] Dravec", 100, 50)]
    assert balanced_list([*left, *right], 95) is None
    right = [_piece("More prose", 100, 90), _piece("[3] Corin", 100, 60)]
    assert balanced_list([*left, *right], 95) == pytest.approx(69)


def test_only_raised_figures_before_a_word_number_a_line() -> None:
    raised = Piece([*_piece("12", 0, 14, 6).chars, *_piece("Arden", 10, 10).chars])
    assert raised_number(Line([raised])) == 12
    assert raised_number(Line([_piece("12 Arden", 0, 10)])) is None
    assert raised_number(Line([_piece("12", 0, 14, 6)])) is None


def test_a_short_line_may_have_more_raised_figures_than_letters() -> None:
    raised = _piece("12;29;45;46", 30, 14, 6).chars
    line = Piece([*_piece("rivers", 0, 10).chars, *raised])
    assert [sign for sign, is_raised in line.spaced() if is_raised] == list("12;29;45;46")
