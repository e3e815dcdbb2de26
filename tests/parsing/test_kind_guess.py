from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from litreview.parsing.kind_guess import guess_kind
from litreview.parsing.kinds import Kind
from litreview.parsing.reading.fields import read_fields

LAB = Path(__file__).with_name("kinds.txt")
ENOUGH = 0.9
_SHORT = {"news": Kind.NEWS}


def lab() -> Iterator[tuple[Kind, str]]:
    """The invented references of the lab, each with its kind."""
    kind = Kind.UNKNOWN
    for line in LAB.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name = line.removeprefix("== ")
            kind = _SHORT.get(name) or Kind(name)
        elif line and not line.startswith("#"):
            yield kind, line


CASES = list(lab())


def told(text: str) -> Kind:
    return guess_kind(read_fields([text])[0].work, text)


def test_the_lab_is_large_enough() -> None:
    assert len(CASES) >= 120
    assert len({kind for kind, _ in CASES}) >= 20


def test_kinds_are_told_from_the_string() -> None:
    wrong = [(told(text).value, kind.value, text) for kind, text in CASES if told(text) is not kind]
    assert len(wrong) <= (1 - ENOUGH) * len(CASES), wrong
