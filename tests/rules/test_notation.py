"""Values as their files write them, there and back."""

from __future__ import annotations

import pytest

from litreview.rules.notation import in_notation, plain


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
        ("csl", '"Tea"', 'Tea "at\\ease"', '"Tea \\"at\\\\ease\\""'),
        ("csl", "12", "13", "13"),
        ("csl", "12", "13a", '"13a"'),
        ("csv", "Tea", "Tea, or coffee", '"Tea, or coffee"'),
        ("csv", '"Tea"', 'A "tea"', '"A ""tea"""'),
        ("ris", "Tea", "Coffee", "Coffee"),
        ("markdown", "Tea", "Tea *or* coffee", r"Tea \*or\* coffee"),
        ("nbib", "Tea and its\n      effect on sleep", "Coffee and its effect on sleep",
         "Coffee and its\n      effect on sleep"),
    ],
)  # fmt: skip
def test_a_new_value_is_written_as_the_old_one_was(notation: str, old: str, new: str, written: str) -> None:
    assert in_notation(new, notation, old, old) == written


@pytest.mark.parametrize("notation", ["bibtex", "latex", "csl", "csv", "ris", "nbib", "text"])
@pytest.mark.parametrize(
    "text", ["Tea & cake: 50% of {all} things", "Über Åsa's TP53 – a trial", 'Say "tea", now']
)
def test_what_is_written_says_what_was_meant(notation: str, text: str) -> None:
    old = '"x"' if notation == "csl" else "x"
    said = plain(in_notation(text, notation, old, old), notation)
    assert said.replace("’", "'").replace("”", '"') == text


def test_a_file_that_writes_accents_as_commands_gets_commands() -> None:
    entry = r"author = {M{\"u}ller, Jan}"
    assert in_notation("Lindgård", "bibtex", "Hart", entry) == r"Lindg{\r{a}}rd"
    assert in_notation("Lindgård", "bibtex", "Hart", "author = {Hart, Jan}") == "Lindgård"
