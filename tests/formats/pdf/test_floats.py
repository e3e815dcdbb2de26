"""Notices at the foot of one page, amid a sentence."""

from __future__ import annotations

import pytest

from litreview.formats.pdf.floats import find_interruptions
from litreview.formats.pdf.read import read_pdf

typst = pytest.importorskip("typst")
pytest.importorskip("pypdfium2")

WORDS = ("slow", "long", "early", "late", "deep", "rural", "soft", "wide", "local", "quiet", "dry", "mild")
FILLER = " ".join(
    f"the {first} widgets of {second} rivers are measured" for first in WORDS for second in WORDS[::5]
)


def text(foot: str) -> str:
    source = (
        "#set page(width: 12cm, height: 8cm, margin: 1cm, footer-descent: 0.4cm, footer: context"
        f" if counter(page).get().first() == 1 [{foot}])\n#set par(justify: true)\n{FILLER}"
    )
    return " ".join(read_pdf(typst.compile(source.encode())).text.split())


def test_a_notice_amid_a_sentence_stands_after_its_paragraph() -> None:
    read = text("Preprint sent to the Journal of Things")
    assert f"{FILLER} Preprint sent to the Journal of Things" == read


def test_nothing_interrupts_a_text_without_lines() -> None:
    assert find_interruptions([]) == set()
