# ruff: noqa: E501 - entries stand on one line, as printed
"""Reference strings → fields: whole entries of many styles, invented unless a source is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litreview.parsing.reading.fields import parse_reference, read_fields

VANCOUVER = "Chou R, Deyo R, Friedly J et al. Therapies for low back pain: a systematic review. Ann Intern Med 2017; 166(7): 493-505."
APA = "Paige, N. M., & Miake-Lye, I. M. (2017). Spinal manipulation for acute low back pain. JAMA, 317(14), 1451–1460. https://doi.org/10.1001/jama.2017.3086"
GERMAN = "Zinnecker, J./Stecher, L. (1996): Zwischen Lernarbeit und Erwerbsarbeit. In: Silbereisen, R. K. (Hrsg.): Jungsein in Deutschland. Opladen, S. 165-184."

WHOLE = [
    (
        "Roe, K., & Poe, L. (2021). Bathpy/bathpy: v0.10.0 (Version v0.10.0) [Computer software]. Zenodo. https://doi.org/10.5281/zenodo.1",
        {"title": "Bathpy/bathpy: v0.10.0", "volume": "", "issue": "", "page": ""},
    ),
    (
        "Wickfield H, Poe L. Advanced bathing. Second edition. Oslo: Bath Press; 2019.",
        {"title": "Advanced bathing", "edition": "Second", "publisher": "Bath Press"},
    ),
    ("The smallest known bath. (2008). In Scientific Bather. Springs. https://example.org/s", {"title": "The smallest known bath", "author": ()}),
    (VANCOUVER, {"container_title": "Ann Intern Med", "volume": "166", "issue": "7", "page": "493-505", "et_al": True}),
    (APA, {"container_title": "JAMA", "volume": "317", "issue": "14", "doi": "10.1001/jama.2017.3086"}),
    (GERMAN, {"container_title": "Jungsein in Deutschland", "page": "165-184", "type": "chapter"}),
    (
        "Mu J, Furlan AD. Acupuncture for chronic low back pain. Cochrane Database Syst Rev 2020; (12): CD013814.",
        {"container_title": "Cochrane Database Syst Rev", "volume": "", "issue": "12", "page": "CD013814"},
    ),
    (
        "Franke H, et al. (2015). Osteopathy for chronic low back pain. BMC Musculoskeletal Disorders, 15, 286.",
        {"container_title": "BMC Musculoskeletal Disorders", "volume": "15", "issue": "", "page": "286"},
    ),
    (
        "Ferreira GE, Lin CC. Antidepressants for back pain. BMJ 2021; 372: m4825. PMID: 33472813. PMCID: PMC7816870",
        {"container_title": "BMJ", "volume": "372", "page": "m4825", "pmid": "33472813", "pmcid": "PMC7816870"},
    ),
    (
        "Chou R, Deyo R. Noninvasive Treatments for Low Back Pain. (AHRQ Comparative Effectiveness Reviews; No. 169). 2016.",
        {"collection_title": "AHRQ Comparative Effectiveness Reviews", "number": "169", "container_title": "", "type": "report"},
    ),
    (
        "Fachgesellschaft für Rückenschmerz (FGR), Bundesverband der Rückenschulen (BDR). Nationale Leitlinie Rückenschmerz (in Überarbeitung). Registernr.: rs-012. 2019.",
        {"title": "Nationale Leitlinie Rückenschmerz", "note": "in Überarbeitung", "number": "rs-012"},
    ),
    (
        "[12] T. Hayashi and K. Ito, “Soft X-ray ionization of argon,” Journal of Applied Physics, vol. 48, no. 4, pp. 163–164, 1999.",
        {"container_title": "Journal of Applied Physics", "volume": "48", "issue": "4", "page": "163–164"},
    ),
    (
        "(1) Jones, R. W.; Staley, R. H. The Journal of Physical Chemistry 1982, 86, 1669–1674.",
        {"title": "", "container_title": "The Journal of Physical Chemistry", "volume": "86", "page": "1669–1674"},
    ),
    (
        "1 B.S. Miller and R.O. Davies, Critical Care Medicine 31, 235 (2000).",
        {"title": "", "container_title": "Critical Care Medicine", "volume": "31", "page": "235"},
    ),
    (
        "Kolnai, Aurel (2007). Ekel, Hochmut, Haß. Zur Phänomenologie feindlicher Gefühle. Frankfurt am Main: Suhrkamp.",
        {"title": "Ekel, Hochmut, Haß. Zur Phänomenologie feindlicher Gefühle", "publisher": "Suhrkamp", "type": "book"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_whole_entries(text: str, expected: dict[str, object]) -> None:
    work = parse_reference(text).work
    assert {name: getattr(work, name) for name in expected} == expected


def test_title_with_subtitle_and_authors() -> None:
    work = parse_reference(VANCOUVER).work
    assert work.title == "Therapies for low back pain: a systematic review"
    assert [(name.family, name.given) for name in work.author] == [
        ("Chou", "R"),
        ("Deyo", "R"),
        ("Friedly", "J"),
    ]
    assert work.year == 2017
    assert parse_reference(GERMAN).work.editor[0].family == "Silbereisen"


def test_year_suffix_is_kept_beside_the_year() -> None:
    issued = parse_reference("Doe J. (2014a). On backs. Spine, 3(2), 1-9.").work.issued
    assert issued is not None
    assert (issued.year, issued.literal) == (2014, "2014a")


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Pope Jr. HG, Kanayama G. Backs of athletes. J Backs. 2010;3(1):1-9.", ["Pope", "Kanayama"]),
        ("Wagner, Dieter u. a. (2004): Kompetenzen im Bad. Berlin: Wanne.", ["Wagner"]),
        ("PA R A S U R A M A N, A . (1995) Quality of Baths. Bath J 2(1), 1-9.", ["PA R A S U R A M A N"]),
    ],
)
def test_authors_of_odd_form(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_reference(text).work.author] == families


def test_in_press_is_a_literal() -> None:
    issued = parse_reference("Doe J, Roe K. Backs and necks of adults. Spine, in press.").work.issued
    assert issued is not None
    assert (issued.year, issued.literal.casefold()) == (None, "in press")


def test_a_short_title_is_no_author() -> None:
    work = parse_reference("Dias R, Cutts S, Massoud S. Frozen shoulder. BMJ. 2005;331(7530):1453–6.").work
    assert work.title == "Frozen shoulder"
    assert [name.family for name in work.author] == ["Dias", "Cutts", "Massoud"]
    assert parse_reference("Doe J, Roe KL. Sciatica. BMJ 2007; 334: 1313-7.").work.title == "Sciatica"
    untitled = parse_reference("1 John B. Rossi, Critical Care Medicine 31, 235 (2000).").work
    assert (untitled.title, untitled.author[0].family) == ("", "Rossi")


def test_the_day_of_access_is_no_date_of_the_work() -> None:
    work = parse_reference(
        "Back Map Group. (n.d.). Intro. Retrieved January 31, 2015 from: http://www.backs.eu/en/"
    ).work
    assert work.year is None
    assert work.url == "http://www.backs.eu/en/"


def test_the_last_initial_keeps_its_stop_where_the_others_have_one() -> None:
    dotted = parse_reference("Barb, N., & Pick, S. M. (2016). Mindfully green. Spine, 93, 137-142.").work
    bare = parse_reference("Barb N, Pick SM. Mindfully green backs. Spine 2016; 93: 137-42.").work
    assert [name.given for name in dotted.author] == ["N.", "S. M."]
    assert [name.given for name in bare.author] == ["N", "SM"]


@pytest.mark.parametrize("text", [VANCOUVER, APA, GERMAN])
def test_spans_cut_the_values_they_claim(text: str) -> None:
    reference = parse_reference(text)
    work = reference.work
    values = {
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "title": work.title,
        "container-title": work.container_title,
    }
    assert {"title", "container-title"} <= {name for name, _, _ in reference.spans}
    for name, start, end in reference.spans:
        if name in values:
            assert text[start:end] == values[name]
    if work.doi:
        span = reference.span("DOI")
        assert span is not None
        assert text[span[0] : span[1]] == work.doi


def test_one_list_one_style() -> None:
    """An entry without numbers is read as its neighbours are: they all give titles."""
    lines = [
        f"Autor{number} AB. Treatment number {number} for backs. Spine 20{10 + number}; {number}: {number}1-{number}9."
        for number in range(1, 8)
    ]
    alone = read_fields(["Zacher Q. Annual Review of Backs 2014."])[0].work
    together = read_fields([*lines, "Zacher Q. Annual Review of Backs 2014."])[-1].work
    assert together.title == "Annual Review of Backs"
    assert (alone.title, alone.container_title) == ("", "Annual Review of Backs")


def test_bare_names_follow_the_order_of_the_list() -> None:
    lines = [
        f"Autor{letter} AB, Zweig C. Treatment of backs number {at}. Spine 201{at}; {at}: {at}1-{at}9."
        for at, letter in enumerate("abcdefgh")
    ]
    odd = "Katz Jonathan. Treatment of necks. Spine 2010; 3: 4-9."
    assert read_fields([*lines, odd])[-1].work.author[0].family == "Katz"
    shouting = "PARENTE, A., GALLETTI, C. (2008). Treatment of necks. Spine, 3, 4-9."
    assert read_fields([*lines, shouting])[-1].work.author[0].family == "PARENTE"


def test_as_many_readings_as_texts() -> None:
    texts = [VANCOUVER, "", " ", APA, "\x00\x01", "x" * 50]
    readings = read_fields(texts)
    assert len(readings) == len(texts)
    assert readings[1].work.is_empty
    assert readings[3].work.volume == "317"


@pytest.mark.parametrize(("text", "key"), [(VANCOUVER, "chou-2017"), (GERMAN, "zinnecker-1996")])
def test_keys(text: str, key: str) -> None:
    assert parse_reference(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "김연철, 이은철, 블렌디드 학습 프로그램, 한국콘텐츠학회논문지, 15(11), 658-671, 2015.",
        "הרצל, ת. (1902). אלטנוילנד. לייפציג: זימן.",
        "a" * 100_000,
        "Smith J. " * 12_000,
        "10." + "1" * 5_000 + "/" + "x" * 5_000,
        "((((((((((" * 500 + "))))" * 200,
        "\x00Smith\x00, J. (2010). Ti\x00tle. Spine, 3, 1-9.",
    ],
)
def test_strange_texts_are_read(text: str) -> None:
    reference = parse_reference(text)
    assert reference.text == text
    assert all(0 <= start < end <= len(text) for _, start, end in reference.spans)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_within(text: str) -> None:
    reading = read_fields([text])[0]
    assert all(0 <= start < end <= len(text) for _, start, end in reading.spans)


JUMBLE = "Smith J . , ; : ( ) 2014 12 - 45 In Hrsg et al “ ” vol no pp Press Berlin / & and II A B"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(JUMBLE.split()), max_size=40))
def test_any_jumble_of_reference_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_fields([text])[0]
    assert all(text[start:end].strip() for _, start, end in reading.spans)


@pytest.mark.shared
def test_every_reference_of_the_example_articles(shared_dir: Path) -> None:
    cited = json.loads((shared_dir / "data" / "example" / "cited.json").read_text(encoding="utf-8"))
    for article in cited["articles"]:
        readings = read_fields([reference["raw"] for reference in article["references"]])
        for reference, reading in zip(article["references"], readings, strict=True):
            parsed, work = reference["parsed"], reading.work
            names = [name["family"] for name in parsed["authors"] or ()] or parsed["corporate_authors"]
            assert [name.family or name.literal for name in work.author] == names
            claimed = (
                work.year,
                work.title,
                work.container_title,
                work.volume,
                work.issue,
                work.page,
                work.collection_title,
                work.number,
                work.note,
            )
            place = parsed["pages"] or parsed["article_number"]
            number = parsed["report_number"] or parsed["register_number"]
            wanted = (
                parsed["year"],
                parsed["title"],
                parsed["container"],
                parsed["volume"],
                parsed["issue"],
                place,
                parsed["report_series"],
                number,
                parsed["note"],
            )
            assert claimed == tuple(value or "" for value in wanted)
