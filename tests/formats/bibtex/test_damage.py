"""Damaged .bib files: every entry stays an entry, with a diagnosis on the right line."""

from __future__ import annotations

import time

import pytest

from litreview.formats.bibtex.read import read_bibtex
from litreview.formats.bibtex.scan import scan

GOOD = "@misc{before, title={Before}, year=1999}\n\n"
AFTER = "\n\n@misc{after, title={After}, year=2001}\n"


@pytest.mark.parametrize(
    ("damaged", "title", "year", "line", "words"),
    [
        ("@article{k,\n  title = {No brace,\n  year = {2000}\n}", "No brace", 2000, 4, "brace"),
        ("@article{k,\n  title = {T},\n  year = {2000}\n", "T", 2000, 5, "not closed"),
        ("@article{k,\n  title = {T}\n  year = 2000\n}", "T", 2000, 5, "comma"),
        ("@article{k title={T}, year=2000}", "T", 2000, 3, "comma"),
        ('@article{k,\n  title = "No quote,\n  year = 2000,\n}', "No quote", 2000, 4, "title"),
        ("@book{k, title={Inline {brace}, year={2000}\n}", "Inline brace", 2000, 3, "brace"),
        ("@article{k, title={T}, year=2000, title={Other}}", "T", 2000, 3, "twice"),
        ("@article{k, title={T}, journal = nowhere, year=2000}", "T", 2000, 3, "nowhere"),
        ("@article{, title={T}, year=2000}", "T", 2000, 3, "no key"),
        ("@article{title={T}, year=2000}", "T", 2000, 3, "no key"),
        ("@article{k, title={T}, ??? !!, year=2000}", "T", 2000, 3, "not understood"),
        ("@article(k, title={T}, year=2000", "T", 2000, 3, "not closed"),
    ],
)
def test_one_damage_costs_one_field_at_most(
    damaged: str, title: str, year: int, line: int, words: str
) -> None:
    before, found, after = read_bibtex((GOOD + damaged + AFTER).encode(), "x.bib").references
    assert (before.work.title, after.work.title) == ("Before", "After")
    assert (found.work.title, found.work.year) == (title, year)
    assert any(words in item.message and item.line == line for item in found.diagnoses), found.diagnoses
    assert not before.diagnoses
    assert not after.diagnoses


def test_a_key_used_twice_gives_two_entries() -> None:
    document = read_bibtex(b"@misc{k, title={A}}\n@misc{k, title={B}}\n@misc{k-2, title={C}}", "x")
    assert [reference.key for reference in document.references] == ["k", "k-3", "k-2"]
    assert document.references[1].diagnoses[0].line == 2


def test_several_entries_on_one_line_and_mail_addresses_in_prose() -> None:
    text = "me@example.org (hi) @misc{a, title={A}} @misc{b, title={B}}"
    assert [reference.key for reference in read_bibtex(text.encode(), "x").references] == ["a", "b"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "@",
        "@a{b ",
        "{",
        "@a{b, c={",
        "\n@a{b, c={",
        "@a{b,c={d},",
        "@comment{",
        "\n@a{b,c={d}\n",
        '"',
        '\n@a{b,c="{',
    ],
)
def test_hostile_files_take_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    started = time.process_time()
    scan(text)
    assert time.process_time() - started < 20  # measured: at most 2 s


def test_abbreviations_that_double_each_other_fill_no_memory() -> None:
    chain = "".join(f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(60))
    text = f'@string{{s0 = "word"}}\n{chain}@article{{a, title = s60, note = s3}}'
    (reference,) = read_bibtex(text.encode(), "x").references
    assert reference.work.note == "word" * 8
    assert 0 < len(reference.work.title) <= 200_000


@pytest.mark.parametrize(
    "names", ["{" * 300 + "Smith" + "}" * 300 + " and Lee, B", '{\\"' * 300 + "Smith and Lee, B"]
)
def test_braces_without_end_in_names_lose_nothing(names: str) -> None:
    (reference,) = read_bibtex(f"@article{{a, author = {{{names}}}, year = 2015}}".encode(), "x").references
    assert "Smith" in f"{reference.work} {reference.text}"


def test_an_entry_quoted_in_an_abstract_is_no_entry() -> None:
    quoted = "abstract = {See\n@article{older, year = {1990}, title = {Old}}\nfor more}"
    text = f"@article{{one,\n title = {{New}},\n {quoted},\n year = {{2001}}\n}}\n@book{{two, year = 2002}}\n"
    (one, two) = read_bibtex(text.encode()).references
    assert (one.key, one.work.title, one.work.year, two.key) == ("one", "New", 2001, "two")
    parenthesised = text.replace("@article{one", "@article(one").replace("}\n}\n@book", "}\n)\n@book")
    assert [item.key for item in read_bibtex(parenthesised.encode()).references] == ["one", "two"]


def test_braces_that_never_close_hide_no_entry() -> None:
    text = "@article{one,\n title = {{New,\n year = {2001}\n}\n@book{two, year = 2002}\n"
    assert [item.key for item in read_bibtex(text.encode()).references] == ["one", "two"]


def test_abbreviations_that_double_fill_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("litreview.formats.bibtex.scan._MOST_EXPANDED", 300_000)
    doubling = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))
    uses = " # ".join(["a16"] * 50)
    own = "@string{own = own # own}\n@article{k, note = own, title = "
    text = f'@string{{a0 = "x"}}\n{doubling}{own}{uses}}}\n'
    (entry,) = read_bibtex(text.encode()).references
    assert len(entry.work.title) < 300_000
    assert any("would make the file too long" in one.message for one in entry.diagnoses)


def test_joined_parts_cost_no_square() -> None:
    def spent(count: int) -> float:
        began = time.process_time()
        read_bibtex(("@article{a, title = " + '"a" # ' * count + '"b"}').encode())
        return time.process_time() - began

    spent(500)
    assert spent(16_000) < 10 * max(spent(4_000), 0.02)
