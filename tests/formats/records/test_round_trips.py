"""What holds for every bibliography format: nothing lost, spans true, no surprise on broken input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litreview.formats.bibtex.read import read_bibtex
from litreview.formats.bibtex.write import write_bibtex
from litreview.formats.records.csl import read_csl, write_csl
from litreview.formats.records.endnote import read_endnote, write_endnote
from litreview.formats.records.nbib import read_nbib, write_nbib
from litreview.formats.records.ris import read_ris, write_ris
from litreview.formats.records.table import read_csv, write_csv
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work

Reader = Callable[[bytes, str], Document]
Writer = Callable[[Iterable[Work]], str]
FORMATS: dict[str, tuple[Reader, Writer]] = {
    "bibtex": (read_bibtex, write_bibtex),
    "ris": (read_ris, write_ris),
    "nbib": (read_nbib, write_nbib),
    "endnote": (read_endnote, write_endnote),
    "csl": (read_csl, write_csl),
    "csv": (read_csv, write_csv),
}
ALL = pytest.mark.parametrize(("read", "write"), FORMATS.values(), ids=FORMATS)
FAST = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Letters, digits and every character that means something to one of the formats.
_SIGNS = "abcxyzÄöß 0123456789éłЖ中{}\\%&#_$~^\"'`<>|@=,;:-–()[]./\t"
_PIECES = (
    "@article{", "@string{", "@comment{", "a", "key", ",", "=", "{", "}", '"', "#", "title", "\n", " ", "\\",
    "TY  - JOUR", "ER  - ", "AU  - ", "PMID- 1", "TI  - ", "      ", "<record>", "</record>", "<title>",
    "&x;", "[", "]", '{"id":', '"x"', ":", "1", "id,title", ";", "$", "%", "(", ")",
)  # fmt: skip
texts = st.text(st.sampled_from(_SIGNS), max_size=40).map(lambda text: " ".join(text.split()))
words = st.text(st.sampled_from("abcdeÄöéł"), min_size=2, max_size=8).map(str.capitalize)
people = st.builds(Name, family=words, given=words) | st.builds(
    lambda first, second: Name(literal=f"{first} {second} Study Group"), words, words
)
dates = st.builds(PartialDate, st.integers(1800, 2100)) | st.builds(
    PartialDate, st.integers(1800, 2100), st.integers(1, 12)
)
works = st.builds(
    Work,
    key=st.integers(1, 10**6).map(lambda number: f"key{number}"),
    type=st.just("article-journal"),
    title=texts,
    author=st.lists(people, max_size=3).map(tuple),
    container_title=texts.filter(lambda text: "://" not in text),
    volume=st.integers(1, 99).map(str),
    issue=st.integers(1, 12).map(str),
    page=st.just("286–290"),
    issued=dates,
    publisher=texts,
    pmid=st.just("12345678"),
)
libraries = st.lists(works, min_size=1, max_size=4, unique_by=lambda work: work.key)
_SAME = ("title", "author", "container_title", "volume", "issue", "page", "publisher")


@ALL
@FAST
@given(library=libraries)
def test_works_come_back_as_they_were(read: Reader, write: Writer, library: list[Work]) -> None:
    back = [reference.work for reference in read(write(library).encode(), "x").references]
    assert len(back) == len(library)
    for before, after in zip(library, back, strict=True):
        assert {name: getattr(after, name) for name in _SAME} == {
            name: getattr(before, name) for name in _SAME
        }
        assert after.issued is not None
        assert after.issued.year == before.year
        assert after.pmid == before.pmid


@ALL
@FAST
@given(library=libraries)
def test_a_second_round_changes_nothing(read: Reader, write: Writer, library: list[Work]) -> None:
    once = write(reference.work for reference in read(write(library).encode(), "x").references)
    twice = write(reference.work for reference in read(once.encode(), "x").references)
    assert twice == once


@ALL
@FAST
@given(library=libraries, cut=st.floats(0, 1), junk=st.text(st.sampled_from(_SIGNS + "\n"), max_size=30))
def test_spans_cut_the_text_even_in_damaged_files(
    read: Reader, write: Writer, library: list[Work], cut: float, junk: str
) -> None:
    text = write(library)
    at = int(cut * len(text))
    try:
        document = read((text[:at] + junk + text[at:]).encode(), "x")
    except InputError:
        return
    lines = document.text.count("\n") + 1
    for reference in document.references:
        assert document.text[reference.start : reference.end] == reference.text
        assert reference.line is not None
        assert 1 <= reference.line <= lines
        for _, start, end in reference.spans:
            assert reference.start <= start < end <= reference.end
    keys = [reference.key for reference in document.references]
    assert len(keys) == len(set(keys))
    assert all(keys)


@ALL
@FAST
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_arbitrary_bytes_are_read_or_refused_in_one_line(read: Reader, write: Writer, data: bytes) -> None:
    message = ""
    try:
        document = read(data, "some.file")
        write(reference.work for reference in document.references)
    except InputError as error:
        message = str(error)
    assert "\n" not in message


@ALL
@settings(max_examples=80, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(_PIECES),
        max_size=40,
    ).map("".join)
)  # fmt: skip
def test_pieces_of_the_formats_in_any_order(read: Reader, write: Writer, text: str) -> None:
    try:
        document = read(text.encode(), "x")
    except InputError:
        return
    for reference in document.references:
        assert document.text[reference.start : reference.end] == reference.text


@ALL
def test_equal_keys_stay_two_entries_with_a_word_about_it(read: Reader, write: Writer) -> None:
    work = Work(type="article-journal", title="One", key="same", volume="1", pmid="7", container_title="J")
    text = write([work]) + write([replace(work, title="Two")])
    if read is read_csl:
        text = text.replace("]\n[", ",")
    elif read is read_csv:
        text = write([work, replace(work, title="Two")])
    elif read is read_bibtex:
        text = write([work]) + "\n" + write([replace(work, title="Two")])
    elif read is read_nbib:
        text = write([work, replace(work, title="Two")])
    document = read(text.encode(), "x")
    assert [reference.work.title for reference in document.references] == ["One", "Two"]
    first, second = document.references
    assert first.key != second.key
    assert "twice" in second.diagnoses[-1].message
