"""JATS as PLOS, eLife, BMC and PeerJ tag it, in pieces made up here."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from litreview.formats.jats.read import read_jats
from litreview.formats.registry import read
from litreview.model.document import Document
from litreview.model.errors import InputError

NAME = "<name><surname>{}</surname><given-names>{}</given-names></name>"
TAGGED = (
    '<element-citation publication-type="journal"><person-group person-group-type="author">'
    + NAME.format("Franke", "H") + NAME.format("Fryer", "G") + "<etal/></person-group><year>2014a</year>"
    "<article-title>Treatment of <italic>back</italic> pain</article-title><source>BMC Disord</source>"
    "<volume>15</volume>"
    '<fpage>286</fpage><lpage>290</lpage><pub-id pub-id-type="doi">10.1186/X</pub-id></element-citation>'
)  # fmt: skip


def article(body: str, refs: str = "", front: str = "", head: str = "") -> Document:
    listed = f"<back><ref-list>{refs}</ref-list></back>" if refs else ""
    opening = f"<?xml version='1.0'?>{head}<article xmlns:xlink='http://www.w3.org/1999/xlink'>"
    return read_jats(f"{opening}{front}<body>{body}</body>{listed}</article>".encode(), "a.xml")


def ref(number: int, content: str = "", label: str = "") -> str:
    content = content or f"<mixed-citation>Smith J. Title {number}. 20{number:02d}.</mixed-citation>"
    return f'<ref id="R{number}">{f"<label>{label}</label>" if label else ""}{content}</ref>'


def xref(rid: str, text: str) -> str:
    return f'<xref ref-type="bibr" rid="{rid}">{text}</xref>'


def marks(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(document.text[mark.start : mark.end], mark.keys) for mark in document.marks]


def test_the_text_is_what_a_page_shows() -> None:
    front = (
        "<front><journal-meta><journal-title>J</journal-title></journal-meta>"
        "<article-meta><title-group><article-title>On\n backs</article-title></title-group>"
        "<contrib-group><contrib>A</contrib></contrib-group><abstract>"
        "<sec><title>Aim</title><p>To see.</p></sec></abstract>"
        "<kwd-group><kwd>k</kwd></kwd-group></article-meta></front>"
    )
    body = (
        "<sec><label>1</label><title>Intro</title><p>One<sup>2</sup>\n <bold>two</bold> "
        "<inline-formula><math>x</math></inline-formula>three.</p></sec>"
        "<fig><label>Figure 1</label><caption><title>Seen.</title><p>So.</p></caption></fig>"
        "<table-wrap><table><tr><td>a</td><td>b</td></tr></table></table-wrap>"
        "<sub-article><body><p>letter</p></body></sub-article>"
    )
    document = article(body, front=front)
    assert document.text == "On backs\nAim\nTo see.\n1 Intro\nOne2 two three.\nFigure 1 Seen.\nSo.\na b\n"
    assert document.title == "On backs"
    shown = [(style.kind, document.text[style.start : style.end]) for style in document.styles]
    assert shown == [("heading", "Aim"), ("heading", "Intro"), ("superscript", "2"), ("heading", "Seen.")]


def test_tagged_fields_become_a_work_and_a_readable_entry() -> None:
    document = article("<p>x</p>", ref(1, TAGGED))
    [reference] = document.references
    assert reference.text == (
        "Franke H, Fryer G, et al. Treatment of back pain. BMC Disord. 2014a;15:286-290. doi:10.1186/x"
    )
    work = reference.work
    assert [str(name) for name in work.author] == ["Franke H", "Fryer G"]
    assert (work.et_al, work.year, work.issued and work.issued.literal) == (True, 2014, "2014a")
    assert (work.title, work.container_title, work.volume) == ("Treatment of back pain", "BMC Disord", "15")
    assert (work.page, work.doi, work.type) == ("286-290", "10.1186/x", "article-journal")
    values = {name: document.text[start:end] for name, start, end in reference.spans}
    assert values["title"] == "Treatment of back pain"
    assert values["page"] == "286-290"
    assert document.text[reference.start : reference.end] == reference.text


def test_worded_entries_stay_word_for_word() -> None:
    worded = (
        f"<mixed-citation>{NAME.format('Rich', 'KM')}{NAME.format('Wu', 'F')} (<year>2010</year>) "
        "<article-title>Backs</article-title>. <source>J</source><volume>83</volume>: "
        "<fpage>52</fpage>–<lpage>57</lpage>"
        '<pub-id pub-id-type="pmid">20682906</pub-id></mixed-citation>'
    )
    [reference] = article("<p>x</p>", ref(1, worded, "1.")).references
    assert reference.text == "Rich KM, Wu F (2010) Backs. J 83: 52–57"
    assert reference.number == 1
    assert {
        name: reference.text[a - reference.start : b - reference.start] for name, a, b in reference.spans
    }["page"] == "52–57"


def test_an_entry_without_tags_is_left_to_the_parser() -> None:
    [reference] = article("<p>x</p>", ref(1)).references
    assert reference.work.is_empty
    assert reference.text == "Smith J. Title 1. 2001."


def test_of_alternatives_the_worded_one_is_read() -> None:
    worded = "<mixed-citation>Franke, 2014. As printed.</mixed-citation>"
    both = f"<citation-alternatives>{TAGGED}{worded}</citation-alternatives>"
    [reference] = article("<p>x</p>", ref(1, both)).references
    assert reference.text == "Franke, 2014. As printed."


def test_pretty_printed_names_are_set_with_commas() -> None:
    names = "<name>\n  <surname>{}</surname>\n  <given-names>{}</given-names>\n</name>\n".format
    worded = (
        f"<mixed-citation>\n<person-group>\n{names('Gu', 'A')}{names('Wu', 'B')}</person-group>\n:\n "
        "<article-title>T</article-title>. 2010</mixed-citation>"
    )
    [reference] = article("<p>x</p>", ref(1, worded)).references
    assert reference.text == "Gu A, Wu B: T. 2010"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"[{xref('R1', '1')}]", [("1", ("R1",))]),
        (f"{xref('R1', '[1]')}–{xref('R3', '[3]')}", [("[1]–[3]", ("R1", "R2", "R3"))]),
        (f"[{xref('R1', '1')},{xref('R3', '3')}]", [("1", ("R1",)), ("3", ("R3",))]),
        (f"{xref('R2', '2')}-{xref('R4', '4')},{xref('R5', '5')}",
         [("2-4", ("R2", "R3", "R4")), ("5", ("R5",))]),
        (xref("R2", "2–4"), [("2–4", ("R2", "R3", "R4"))]),
        (xref("R1 R4", "1, 4"), [("1, 4", ("R1", "R4"))]),
        (xref("R1", "Wu 2001") + "–" + xref("R3", "Wu 2003"), [("Wu 2001", ("R1",)), ("Wu 2003", ("R3",))]),
        ('<xref ref-type="fig" rid="F1">Figure 1</xref>', []), (xref("R1", ""), []),
    ],
)  # fmt: skip
def test_cross_references_are_marks(body: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    document = article(f"<p>See {body}.</p>", "".join(ref(n, label=str(n)) for n in range(1, 7)))
    assert marks(document) == expected


def test_unlabelled_lists_are_numbered_where_the_text_counts() -> None:
    refs = ref(1) + ref(2)
    counted = article(f"<p>{xref('R1', '1')} {xref('R2', '[2]')}</p>", refs)
    named = article(f"<p>{xref('R1', 'Smith, 2001')} {xref('R2', '2002')}</p>", refs)
    assert [item.number for item in counted.references] == [1, 2]
    assert counted.text.splitlines()[-1] == "2. Smith J. Title 2. 2002."
    assert [item.number for item in named.references] == [None, None]


def test_places_name_the_line() -> None:
    document = article("\n<p>one</p>\n<p id='p2'>two</p>")
    place = document.place(document.text.index("two"))
    assert place is not None
    assert (place.name, place.address) == ("line 3", ("p", "p2", 3))


BOMB = "<!DOCTYPE article [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(c)} '{f'&{chr(c - 1)};' * 10}'>" for c in range(98, 110)
)


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (BOMB + "]>", "<p>x&m;y</p>", ""),
        ('<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<p>a&x;b</p>", "ab\n"),
        ('<!DOCTYPE article SYSTEM "http://localhost:9/none.dtd">', "<p>caf&eacute;</p>", "café\n"),
        ("", "<p>&amp; &#x2013;</p>", "& –\n"), ("", "<sec>" * 3000 + "</sec>" * 3000, ""), ("", "<p>", ""),
    ],
)  # fmt: skip
def test_entities_and_depth_do_no_harm(head: str, body: str, text: str) -> None:
    if text:
        assert article(body, head=head).text == text
    else:
        with pytest.raises(InputError) as caught:
            article(body, head=head)
        assert "\n" not in str(caught.value)


def test_other_xml_is_refused() -> None:
    with pytest.raises(InputError, match="not a JATS article"):
        read_jats(b"<feed><entry/></feed>", "a.xml")


@pytest.mark.shared
def test_whole_articles_are_cited_as_the_publisher_links_them(shared_dir: Path) -> None:
    for folder in sorted((shared_dir / "data" / "documents" / "jats").iterdir()):
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        document = read(folder / "article.xml")
        index = {entry.key: at for at, entry in enumerate(document.entries)}
        found = Counter(index.get(key, -1) for mark in document.marks for key in mark.keys)
        least, most = (Counter(dict(enumerate(truth[name]))) for name in ("cited_in_text", "cited_anywhere"))
        assert len(document.references) == len(truth["references"]), folder.name
        assert not least - found, folder.name
        assert not found - most, folder.name
