"""Values as their files write them, there and back."""

from __future__ import annotations

import pytest

from litreview.formats.pen import Pen
from litreview.formats.pens import pen_of
from litreview.model.notation import Notation


def pen(notation: str) -> Pen:
    found = pen_of(Notation(notation))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("notation", "old", "new", "written"),
    [
        ("bibtex", "Pain in {R}owers", "Pain of {x}", r"Pain of \textbraceleft{}x\textbraceright{}"),
        ("bibtex", "Maps in {R}: The {kohonen} way", "Charts in R: The kohonen way",
         "Charts in {R}: The {kohonen} way"),
        ("bibtex", "A {B}onferroni test", "The Bonferroni test of DNA", "The {B}onferroni test of {DNA}"),
        ("bibtex", "{Names in {R}}", "Words in R", "{Words in {R}}"),
        ("bibtex", "{Foot pain: TP53}", "Heel pain: TP53", "{Heel pain: TP53}"),
        ("bibtex", "Loss of TP53", "Gain of TP53", "Gain of TP53"),
        ("bibtex", "Tea", "Tea & 50% of TP53 costs", r"Tea \& 50\% of {TP53} costs"),
        ("latex", r"Sleep \& work", "Sleep & rest", r"Sleep \& rest"),
        ("csl-json", '"Tea"', 'Tea "at\\ease"', '"Tea \\"at\\\\ease\\""'),
        ("csl-json", "12", "13", "13"),
        ("csl-json", "12", "13a", '"13a"'),
        ("table", "Tea", "Tea, or coffee", '"Tea, or coffee"'),
        ("table", '"Tea"', 'A "tea"', '"A ""tea"""'),
        ("ris", "Tea", "Coffee", "Coffee"),
        ("markdown", "Tea", "Tea *or* coffee", r"Tea \*or\* coffee"),
        ("nbib", "Tea and its\n      effect on sleep", "Coffee and its effect on sleep",
         "Coffee and its\n      effect on sleep"),
    ],
)  # fmt: skip
def test_a_new_value_is_written_as_the_old_one_was(notation: str, old: str, new: str, written: str) -> None:
    assert pen(notation).write(new, old, old, "title") == written


@pytest.mark.parametrize("notation", ["bibtex", "latex", "csl-json", "table", "ris", "nbib", "printed"])
@pytest.mark.parametrize(
    "text", ["Tea & cake: 50% of {all} things", "Über Åsa's TP53 – a trial", 'Say "tea", now']
)
def test_what_is_written_says_what_was_meant(notation: str, text: str) -> None:
    old = '"x"' if notation == "csl-json" else "x"
    said = pen(notation).says(pen(notation).write(text, old, old))
    assert said.replace("’", "'").replace("”", '"') == text


def test_a_file_that_writes_accents_as_commands_gets_commands() -> None:
    entry = r"author = {M{\"u}ller, Jan}"
    assert pen("bibtex").write("Lindgård", "Hart", entry) == r"Lindg{\r{a}}rd"
    assert pen("bibtex").write("Lindgård", "Hart", "author = {Hart, Jan}") == "Lindgård"
