"""One wrong value in a .bib file of any layout: that value changes, and no other byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import litreview as lr
from tests.editing.one_wrong_value import corrected, source_in

RIGHT = {
    "author": "Haverkamp, Lotte M. and Okonjo, Daniel and van der Meulen, Pieter J.",
    "title": "Cold {w}ater {swimming} and back pain in {rowers}: a randomised trial",
    "journal": "Journal of Invented Posture",
    "year": "2015",
    "volume": "31",
    "number": "2",
    "pages": "101--109",
    "doi": "10.5555/tarn.0001",
}
WRONG = {
    "author": "Haverkamp, Lotte M. and Okonjo, Daniel and Brandtner, Tilda",
    "title": "Cold {w}ater {swimming} and knee pain in {rowers}: a randomised trial",
    "journal": "Annals of Harbour Medicine",
    "year": "2012",
    "volume": "13",
    "number": "7",
    "pages": "201--209",
}
TRAPS = (
    "note = {in {1998} and year = {2012}, volume = {13}, doi = {10.1/x}}",
    "abstract = {... doi = {10.1/x}, pages = {201--209} ...}",
    'annote = "title = {Cold water swimming and knee pain}, year = 2012"',
    "keywords = {year 2012, volume 13, Annals of Harbour Medicine}",
    'note = "the {"}year = {2012}{"} of a reprint"',
    "note = prefix # { and year = {2012}}",
    "file = {:C\\:/2012/13/201--209.pdf:PDF}",
    "month = mar",
    "note = {}",
    "timestamp = {2012-03-04}",
    "origyear = {2012}",
    "note = {a first printing, and year = {2012}}",
    "note = {a first printing,\n  year = {2012},\n  volume = {13}, and so on}",
    'note = "a first printing,\n  year = {2012},\n  number = {7}"',
    "abstract = {See\n@article{older, year = {2012}, volume = {13}}\nfor more}",
    "annote = {pages = {201--209}, {{year}} = {2012}}",
    "note = {2012} # { and } # {year = 2012}",
    "note = {100\\% year = {2012}}",
    "xyear = {2012}",
    "eid = {2012}",
    "isbn = {2012}",
    'note = {"year = {2012}"}',
)
OTHERS = (
    "@article{other, title = {Sleep and recovery after shift work in harbour pilots}, year = {2008}}",
    "@string{prefix = {reprint of 2012}}",
    "% year = {2012}",
    "@comment{@article{gone, year = {2012}, volume = {13}}}",
    "Some words about 2012, {unbalanced or not}.",
    '@preamble{"\\newcommand{\\year}{2012}"}',
    "@article{a, title = {One of harbour pilots}, year = {2012}} @book{b, title = {Two}, year = {2012}}",
    "@string{y = {2012}} @string{jnl = {Annals of Harbour Medicine}}",
    "@comment{year = {2012}, {nested {deep}}}",
    "@inproceedings{part, crossref = {whole}, title = {A part of nothing}}\n@proceedings{whole, title = {W}, "
    "year = {2012}}",
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> lr.Snapshot:
    return source_in(tmp_path_factory.mktemp("records"))


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, str]:
    """A field that is wrong, and a file in which the field's value is written ``<<>>``."""
    wrong = draw(st.sampled_from(sorted(WRONG)))
    fields = []
    for name, value in draw(st.permutations(sorted(RIGHT.items()))):
        shown = "<<>>" if name == wrong else value
        quotes = ["{", '"'] + (["bare"] if value.isdecimal() else [])
        quote = draw(st.sampled_from(quotes))
        written = {"{": f"{{{shown}}}", '"': f'"{shown}"', "bare": shown}[quote]
        blank = draw(st.sampled_from(["", " ", "\t", "  "]))
        cased = draw(st.sampled_from([name, name.upper(), name.capitalize()]))
        fields.append(f"{cased}{blank}={blank}{written}")
    for trap in draw(st.lists(st.sampled_from(TRAPS), max_size=3, unique_by=lambda one: one.split()[0])):
        fields.insert(draw(st.integers(0, len(fields))), trap)
    gap = draw(st.sampled_from([",\n  ", ", ", ",\n\t", "\n  , ", ",\n"]))
    opening, closing = draw(st.sampled_from(["{}", "()"]))
    comma = draw(st.sampled_from(["", ",", ",\n", "\n"]))
    entry = f"@{draw(st.sampled_from(['article', 'ARTICLE', 'Article ']))}{opening}key,\n{gap.join(fields)}"
    entry = entry.replace("key,\n", draw(st.sampled_from(["key,\n", "key, ", "key,\n\n"])))
    entry += comma + closing
    others = draw(st.lists(st.sampled_from(OTHERS), max_size=3, unique=True))
    others = ["@string{prefix = {reprint of 2012}}", *others]
    at = draw(st.integers(1, len(others)))
    between = draw(st.sampled_from(["\n\n", "\n"]))
    return wrong, between.join([*others[:at], entry, *others[at:]]) + draw(st.sampled_from(["", "\n"]))


ENCODINGS = (("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("cp1252", b""))


@settings(max_examples=80)
@given(layouts(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(ENCODINGS))
def test_the_wrong_value_changes_and_no_other_byte(
    source: lr.Snapshot,
    tmp_path_factory: pytest.TempPathFactory,
    layout: tuple[str, str],
    newline: str,
    encoding: tuple[str, bytes],
) -> None:
    wrong, template = layout
    codec, mark = encoding
    template = f"% Bäumler\n{template}".replace("\n", newline)

    def written(value: str) -> bytes:
        return mark + template.replace("<<>>", value).encode(codec)

    path = tmp_path_factory.mktemp("layout") / "refs.bib"
    path.write_bytes(written(WRONG[wrong]))
    assert corrected(path, source) == written(RIGHT[wrong])


def fixed(entry: str, folder: Path, source: lr.Snapshot) -> str:
    path = folder / "refs.bib"
    path.write_text(entry, encoding="utf-8")
    return corrected(path, source).decode("utf-8")


ENTRY = "@article{key,\n  " + ",\n  ".join(f"{name} = {{{value}}}" for name, value in RIGHT.items()) + "\n}\n"


@pytest.mark.parametrize(
    ("right", "wrong", "after"),
    [
        ("year = {2015}", "date = {2012-05}", "date = {2015-05}"),
        ("year = {2015}", "year = {2012}, date = {2012-05-01}", "year = {2015}, date = {2015-05-01}"),
        ("year = {2015}", "year = {2012}, year = {2012}", "year = {2015}, year = {2015}"),
        ("volume = {31}", "volume = {13}, volume = {31}", "volume = {31}, volume = {31}"),
        ("volume = {31}", "volume = vol", "volume = 31"),
        ("year = {2015}", 'year = "20" # {12}', "year = {2015}"),
        ("{Journal of Invented Posture}", "ahm", "{Journal of Invented Posture}"),
        ("{Journal of Invented Posture}", 'ahm # " (online)"', "{Journal of Invented Posture}"),
        ("{101--109}", "201", "{101--109}"),
        ("title = {Cold {w}ater {swimming} and back", "title = {{Cold water swimming and knee",
         "title = {{Cold water swimming and back"),
        ("M. and Okonjo,", "M.  and  Okonyo,", "M.  and  Okonjo,"),
        ("Okonjo, Daniel and ", "", "Okonjo, Daniel and "),
        ("van der Meulen, Pieter J.", "{World Health Organization}", "{World Health Organization}"),
    ],
)  # fmt: skip
def test_each_notation_of_a_value(
    right: str, wrong: str, after: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    assert right in ENTRY
    macros = "@string{ahm = {Annals of Harbour Medicine}}\n@string{vol = {13}}\n"
    rest = "in {rowers}: a randomised trial}"
    closing = "in rowers: a randomised trial}}" if "{{" in wrong else rest
    entry = macros + ENTRY.replace(right, wrong).replace(rest, closing)
    expected = macros + ENTRY.replace(right, after).replace(rest, closing)
    assert fixed(entry, tmp_path, source) == expected


def test_a_subtitle_of_its_own_stays_apart(tmp_path: Path, source: lr.Snapshot) -> None:
    whole = "title = {Cold {w}ater {swimming} and back pain in {rowers}: a randomised trial}"
    split = "title = {Cold {w}ater {swimming} and %s pain in {rowers}},\n  subtitle = {a randomised trial}"
    assert whole in ENTRY
    after = fixed(ENTRY.replace(whole, split % "knee"), tmp_path, source)
    assert after == ENTRY.replace(whole, split % "back")


def test_what_a_chapter_inherits_is_corrected_where_it_stands(tmp_path: Path, source: lr.Snapshot) -> None:
    child = "@incollection{child, author = {Nobody, A.}, title = {Nothing at all}, crossref = {key}}\n"
    after = fixed(child + ENTRY.replace("{2015}", "{2012}"), tmp_path, source)
    assert after == child + ENTRY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("year = {2015}}", "year = {2015},\n doi = {10.5555/tarn.0001}}"),
        ("year = {2015},}", "year = {2015},\n doi = {10.5555/tarn.0001},}"),
        ("year = 2015, % the last\n}", "year = 2015,\n doi = {10.5555/tarn.0001}, % the last\n}"),
        ("doi = {}, year = 2015}", "doi = {10.5555/tarn.0001}, year = 2015}"),
        ('year = "2015"\n}', 'year = "2015",\n doi = "10.5555/tarn.0001"\n}'),
        (
            "year = 2015, note = {doi = {10.1/x}}}",
            "year = 2015, note = {doi = {10.1/x}},\n doi = {10.5555/tarn.0001}}",
        ),
    ],
)
def test_a_doi_is_a_field_in_the_layout_of_the_entry(
    before: str, after: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    fields = "".join(f" {name} = {{{RIGHT[name]}}},\n" for name in RIGHT if name not in ("year", "doi"))
    head = f"@article{{key,\n{fields}"
    assert fixed(f"{head} {before}", tmp_path, source) == f"{head} {after}"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("date = {2012-03/2012-04}", "date = {2015-03/2015-04}"),
        ("year = {March--April 2012}", "year = {March--April 2015}"),
        ("date = {2012-12/2013-01}", "date = {2012-12/2013-01}"),
    ],
)
def test_a_range_of_dates_never_runs_backwards(
    wrong: str, right: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    before = ENTRY.replace("year = {2015}", wrong)
    assert before != ENTRY
    assert fixed(before, tmp_path, source) == ENTRY.replace("year = {2015}", right)


def test_a_field_that_is_commented_out_ends_no_entry(tmp_path: Path, source: lr.Snapshot) -> None:
    comment = "% year = {2011}, volume = {5},\n %pages={1}\n year = "
    right = ENTRY.replace("year = ", comment)
    assert right != ENTRY
    assert fixed(right.replace("{2015}", "{2012}"), tmp_path, source) == right


@pytest.mark.parametrize(
    "note",
    [
        "note = {a first printing, and\n  year = {2012}}",  # and the entry is not closed
        "note = {a first printing, and\n  year = {2012}",  # nor is the note
        "note = {a first printing,\n  year = {2012},\n  volume = {13}}",
    ],
)
def test_what_may_be_words_of_an_unclosed_note_is_left(
    note: str, tmp_path: Path, source: lr.Snapshot
) -> None:
    other = "\n@book{other, title = {Sleep in harbours}, year = 2008}\n"
    right = f"{ENTRY.rstrip()[:-1].rstrip()},\n  {note}\n{other}"
    wrong = right.replace("year = {2015}", "year = {2012}")
    assert fixed(wrong, tmp_path, source) == right


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Haverkamp, Lotte M. and Okonjo", "HAVERKAMP, LOTTE M. and OKONYO"),
        ("Cold {w}ater {swimming} and back pain", "Cold Water Swimming and Knee Pain"),
    ],
)
def test_capitals_are_the_author_s(right: str, wrong: str, tmp_path: Path, source: lr.Snapshot) -> None:
    expected = wrong.replace("OKONYO", "Okonjo").replace("Knee", "back")
    after = fixed(ENTRY.replace(right, wrong), tmp_path, source)
    assert after.casefold() == ENTRY.replace(right, expected).casefold()
    assert "Swimming and" in after or "Swimming" not in wrong


def test_an_address_of_the_doi_is_enough(tmp_path: Path, source: lr.Snapshot) -> None:
    entry = ENTRY.replace("doi = {", "url = {https://doi.org/")
    assert fixed(entry, tmp_path, source) == entry
