"""Live citations of every manager, in files made here: each field leads to the entry of its work, nobody is
accused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import litreview
from litreview.formats.word.read import read_docx
from litreview.model.article import Article
from litreview.parsing.article import parse_document
from tests.formats.word.wordfile import (
    Source,
    bookmark,
    character,
    citavi,
    code,
    control,
    docx,
    endnote,
    endnote_data,
    endnote_xml,
    field,
    listed,
    mendeley,
    mendeley_cite,
    p,
    papers,
    properties,
    r,
    refman,
    word,
    word_sources,
    zotero,
    zotero_json,
)

ARDEN = Source(
    "Arden", "Paula", 2003, "First measures of a narrow thing", "Journal of Things", 2, "891-902", 40
)
BRILL = Source(
    "Brill", "Anton", 2008, "Second measures of it all", "Journal of Things", 7, "224-236", 40, "bbb"
)
CORIN = Source("Corin", "Bea", 2011, "Third measures of the lot", "Annals of Lots", 9, "24-36", 41)
DOVE = Source("Dove", "Cara", 2014, "Measuring once more what was lost", "Annals of Lots", 12, "101-119", 42)
EVERS = Source("Evers", "Jan", 2019, "What remains of the small numbers", "Number Letters", 31, "7-15", 43)
ALL = (ARDEN, BRILL, CORIN, DOVE, EVERS)
SUPER = '<w:vertAlign w:val="superscript"/>'

Make = Callable[..., str]
MANAGERS: dict[str, tuple[Make, str]] = {
    "Mendeley Desktop": (mendeley, "mendeley"), "Mendeley Cite": (mendeley_cite, "mendeley-cite"),
    "Zotero": (zotero, "zotero"), "EndNote": (endnote, "endnote"), "EndNote data": (endnote_data, "endnote"),
    "Citavi": (citavi, "citavi"), "Word": (word, "word"), "Papers": (papers, "papers"),
    "Reference Manager": (refman, "refman"),
}  # fmt: skip


def article(body: str, **parts: str) -> Article:
    return parse_document(read_docx(docx(body, files={"customXml/item1.xml": word_sources(*ALL)}, **parts)))


def links(found: Article) -> list[tuple[str, list[str]]]:
    """Each citation as printed, with the first authors of the works its items lead to."""
    return [
        (
            citation.text,
            [
                "/".join(one.work.author[0].family for one in link.references)
                for link in found.links
                if link.citation is citation
            ],
        )
        for citation in found.citations
    ]


def accusations(body: str, folder: Path, **parts: str) -> list[str]:
    path = folder / "manuscript.docx"
    path.write_bytes(docx(body, files={"customXml/item1.xml": word_sources(*ALL)}, **parts))
    report = litreview.check(path, source=None)
    return [f"{one.rule} {one.message}" for one in report.findings if one.rule.startswith("C")]


def author_year(make: Make) -> str:
    return p(
        r("Things are narrow "), make(ARDEN, shown="(Arden, 2003)"), r(", or not "),
        make(BRILL, CORIN, shown="(Brill, 2008; Corin, 2011)"), r(". Others agree "),
        make(DOVE, shown="(Dove, 2014)"), r("; see "),
        make(EVERS, ARDEN, shown="(Arden, 2003; Evers, 2019)"), r("."),
    )  # fmt: skip


AUTHOR_YEAR = [
    ("(Arden, 2003)", ["Arden"]), ("(Brill, 2008; Corin, 2011)", ["Brill", "Corin"]),
    ("(Dove, 2014)", ["Dove"]),
    ("(Arden, 2003; Evers, 2019)", ["Evers", "Arden"]),
]  # fmt: skip


def numbered(make: Make, order: tuple[Source, ...] = ALL) -> str:
    """By numbers; the field of a range holds its works in any order."""
    one, two, three, four, five = order
    return p(
        r("Things are narrow "), make(one, shown="[1]"), r(", or not "),
        make(four, two, three, shown="[2–4]"),
        r(". Others agree "), make(five, shown="[5]"), r("; see "), make(one, five, shown="[1,5]"), r("."),
    )  # fmt: skip


NUMBERED = [
    ("[1]", ["Arden"]),
    ("[2–4]", ["Dove", "Brill", "Corin"]),
    ("[5]", ["Evers"]),
    ("[1,5]", ["Arden", "Evers"]),
]


@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize("field_lost", [False, True])
def test_author_and_year(manager: str, field_lost: bool, tmp_path: Path) -> None:
    make, name = MANAGERS[manager]
    body = author_year(make) + listed("" if field_lost else name, *(one.entry() for one in ALL))
    found = article(body)
    assert len(found.references) == 5
    assert [(text, sorted(works)) for text, works in links(found)] == [
        (text, sorted(works)) for text, works in AUTHOR_YEAR
    ]
    assert accusations(body, tmp_path) == []


@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize("style", ["numbered", "terse"])
@pytest.mark.parametrize("field_lost", [False, True])
def test_numbers(manager: str, style: str, field_lost: bool, tmp_path: Path) -> None:
    make, name = MANAGERS[manager]
    entries = [f"[{n}] {one.entry(style)}" for n, one in enumerate(ALL, 1)]
    body = numbered(make) + listed("" if field_lost else name, *entries)
    assert links(article(body)) == NUMBERED
    assert accusations(body, tmp_path) == []


def test_the_same_local_number_in_two_libraries(tmp_path: Path) -> None:
    assert (ARDEN.number, ARDEN.library) == (BRILL.number, "aaa") != (BRILL.number, BRILL.library)
    body = p(endnote(ARDEN, shown="(Arden, 2003)"), r(" and "), endnote(BRILL, shown="(Brill, 2008)"))
    body += listed("endnote", ARDEN.entry(), BRILL.entry())
    assert links(article(body)) == [("(Arden, 2003)", ["Arden"]), ("(Brill, 2008)", ["Brill"])]
    assert accusations(body, tmp_path) == []


def test_a_citation_without_record_means_the_record_of_its_number() -> None:
    bare = endnote(ARDEN, shown="[1]", record=False)
    body = p(bare, r(" and "), endnote(ARDEN, shown="[1]"), endnote(BRILL, shown="[2]"))
    body += listed("endnote", f"1. {ARDEN.entry('terse')}", f"2. {BRILL.entry('terse')}")
    assert links(article(body)) == [("[1]", ["Arden"]), ("[1]", ["Arden"]), ("[2]", ["Brill"])]


@pytest.mark.parametrize("chunks", [2, 5])
def test_endnote_data_in_chunks(chunks: int) -> None:
    body = p(endnote_data(*ALL, shown="[1-5]", chunks=chunks))
    body += listed("endnote", *(f"[{n}] {one.entry('numbered')}" for n, one in enumerate(ALL, 1)))
    assert links(article(body)) == [("[1-5]", [one.family for one in ALL])]


def test_merged_records_of_mendeley_are_one_work() -> None:
    """The first field has one uuid, the last the other, the second both."""
    other = "http://www.mendeley.com/documents/?uuid=99999999-1111-4111-8111-111111111111"
    own = f"http://www.mendeley.com/documents/?uuid={ARDEN.uuid}"
    body = p(
        mendeley(ARDEN, shown="(Arden, 2003)"),
        mendeley(ARDEN, shown="(Arden, 2003)", extra=({"uris": [own, other]},)),
        mendeley(ARDEN, shown="(Arden, 2003)", extra=({"uris": [other], "itemData": {}},)),
    )
    assert len(article(body).references) == 1


def test_zotero_bookmarks(tmp_path: Path) -> None:
    """Zotero's bookmarks: what they cite stands in the document's properties, in pieces."""
    shown = {"ZOTERO_BREF_a1": (ARDEN, "(Arden, 2003)"), "ZOTERO_BREF_b2": (BRILL, "(Brill, 2008)")}
    values = {name: zotero_json(one, shown=text) for name, (one, text) in shown.items()}
    values["ZOTERO_BREF_c3"] = "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"
    marked = [bookmark(name, n, r(text)) for n, (name, (_, text)) in enumerate(shown.items())]
    first, last = (
        p(bookmark("ZOTERO_BREF_c3", 9, "")[: -len('<w:bookmarkEnd w:id="9"/>')], r(ARDEN.entry())),
        p(r(BRILL.entry()), '<w:bookmarkEnd w:id="9"/>'),
    )
    body = p(r("See "), *marked) + p(r("References"), style="Heading1") + first + last
    data = docx(body, files={"docProps/custom.xml": properties(values)})
    document = read_docx(data)
    assert len(document.entries) == 2
    assert links(parse_document(document)) == [("(Arden, 2003)", ["Arden"]), ("(Brill, 2008)", ["Brill"])]


def test_locator_prefix_suffix_and_suppressed_author(tmp_path: Path) -> None:
    extra = (
        {"locator": "4", "label": "page", "prefix": "see "},
        {"suppress-author": True, "suffix": " and others"},
    )
    body = p(
        r("Brill "), mendeley(BRILL, shown="(2008)", extra=({"suppress-author": True},)), r(" says so "),
        zotero(ARDEN, CORIN, shown="(see Arden, 2003, p. 4; 2011 and others)", extra=extra), r("."),
    ) + listed("zotero", *(one.entry() for one in (ARDEN, BRILL, CORIN)))  # fmt: skip
    found = article(body)
    assert links(found) == [
        ("(2008)", ["Brill"]),
        ("(see Arden, 2003, p. 4; 2011 and others)", ["Arden", "Corin"]),
    ]
    assert found.citations[1].items[0].locator == "page 4"
    assert accusations(body, tmp_path) == []


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("(Arden, 2003, but not the others)", ["Arden"]),
        ("(Arden and others)", ["Arden"]),
        ("(ibid.)", ["Arden"]),
        ("(Arden, in press)", ["Arden"]),
        ("(Arden, 2003; Brill, 2008)", ["Arden", "Brill"]),
    ],
)
def test_edited_results(shown: str, expected: list[str], tmp_path: Path) -> None:
    """Typed over by the author; a work typed into the field is cited too."""
    body = p(
        mendeley(ARDEN, shown=shown, plain="(Arden, 2003)"),
        r(" and "),
        mendeley(BRILL, shown="(Brill, 2008)"),
    )
    body += listed("mendeley", ARDEN.entry(), BRILL.entry())
    assert links(article(body))[0] == (shown, expected)
    assert accusations(body, tmp_path) == []


def test_a_number_typed_into_a_field_is_cited_too(tmp_path: Path) -> None:
    body = p(zotero(ARDEN, shown="[1,2]"), r(" and "), zotero(CORIN, shown="[3]"))
    entries = [f"[{n}] {one.entry('numbered')}" for n, one in enumerate((ARDEN, BRILL, CORIN), 1)]
    body += listed("zotero", *entries)
    assert links(article(body)) == [("[1,2]", ["Arden", "Brill"]), ("[3]", ["Corin"])]
    assert accusations(body, tmp_path) == []


def test_superscripts_and_a_list_numbered_by_word(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )

    def raised(*sources: Source, shown: str) -> str:
        content = zotero(*sources, shown=shown)
        return content.replace(r(shown), r(shown, SUPER))

    lines = [r(one.entry("numbered")) for one in ALL]
    lines[0] = (
        character("begin")
        + code(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ")
        + character("separate")
        + lines[0]
    )
    lines[-1] += character("end")
    body = p(r("Narrow"), raised(ARDEN, shown="1"), r(" or not"), raised(CORIN, DOVE, BRILL, shown="2–4"))
    body += p(r("All of it"), raised(EVERS, shown="5")) + p(r("References"), style="Heading1")
    body += "".join(p(line, numbered="3") for line in lines)
    found = article(body, numbering=numbering)
    assert links(found) == [("1", ["Arden"]), ("2–4", ["Corin", "Dove", "Brill"]), ("5", ["Evers"])]
    assert accusations(body, tmp_path, numbering=numbering) == []


def test_citations_in_footnotes_and_endnotes(tmp_path: Path) -> None:
    """Notes that print the whole work; the body has none."""
    note = '<w:footnote w:id="{}">{}</w:footnote>'.format
    full = [
        zotero(
            one,
            shown=f"{one.given} {one.family}, ‘{one.title}’, {one.journal}, {one.volume} ({one.year}), 12.",
        )
        for one in (ARDEN, BRILL)
    ]
    notes = note(2, p(r("See "), full[0])) + note(3, p(full[1]))
    body = p(r("Claim."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(
        r("Next."), '<w:r><w:footnoteReference w:id="3"/></w:r>'
    )
    body += listed("zotero", ARDEN.entry(), BRILL.entry())
    found = article(body, footnotes=notes)
    assert [works for _, works in links(found)] == [["Arden"], ["Brill"]]
    assert accusations(body, tmp_path, footnotes=notes) == []


def test_notes_with_whole_works_and_no_list_bring_their_records() -> None:
    note = '<w:footnote w:id="2">{}</w:footnote>'.format
    full = zotero(ARDEN, shown=f"Paula Arden, ‘{ARDEN.title}’, {ARDEN.journal}, 2 (2003), 891-902.")
    body = p(r("Claim."), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = article(body, footnotes=note(p(full)))
    assert [one.work.title for one in found.references] == [ARDEN.title]
    assert [works for _, works in links(found)] == [["Arden"]]


def test_tracked_changes_around_fields(tmp_path: Path) -> None:
    """A deleted citation is none; its work stays listed until the change is accepted, and is no fault."""
    taken = zotero(BRILL, shown="(Brill, 2008)").replace("instrText", "delInstrText")
    deleted = f"<w:del>{taken.replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
    inserted = f"<w:ins>{zotero(CORIN, shown='(Corin, 2011)')}</w:ins>"
    body = p(zotero(ARDEN, shown="(Arden, 2003)"), r(" and "), deleted, inserted, r("."))
    body += listed("zotero", *(one.entry() for one in (ARDEN, BRILL, CORIN)))
    assert links(article(body)) == [("(Arden, 2003)", ["Arden"]), ("(Corin, 2011)", ["Corin"])]
    assert accusations(body, tmp_path) == []


def test_a_field_whose_result_was_replaced_under_tracking() -> None:
    shown = (
        f"<w:del><w:r><w:delText>(Ardn, 2003)</w:delText></w:r></w:del><w:ins>{r('(Arden, 2003)')}</w:ins>"
    )
    body = p(field(" ADDIN " + zotero_json(ARDEN, shown="(Ardn, 2003)"), shown)) + listed(
        "zotero", ARDEN.entry()
    )
    assert links(article(body)) == [("(Arden, 2003)", ["Arden"])]


def test_a_field_only_half_of_which_is_deleted_hides_nothing() -> None:
    stray = f"<w:del>{character('begin')}{code(' ADDIN EN.CITE ')}</w:del>"
    body = p(r("One "), stray, r("two ")) + p(character("end"), r("three"), character("begin"), r(" four"))
    assert read_docx(docx(body)).text == "One two \nthree four"


def test_fields_in_fields_and_over_paragraphs() -> None:
    """Links inside EndNote's result (``_ENREF_1``); a code cut into runs; a result over two paragraphs."""
    link = field(' HYPERLINK \\l "_ENREF_1" \\o "Arden, 2003 #40" ', r("Arden, 2003"))
    inner = field(f" ADDIN EN.CITE {endnote_xml(ARDEN)}", r("(") + link + r(")"), pieces=7)
    broken = character("begin") + code(f" ADDIN {zotero_json(BRILL, shown='x')}", 9) + character("separate")
    broken += r("(Brill,")
    body = p(r("See "), inner) + p(r("and "), broken) + p(r("2008)"), character("end"))
    body += listed("endnote", ARDEN.entry(), BRILL.entry())
    assert links(article(body)) == [("(Arden, 2003)", ["Arden"]), ("(Brill,\n2008)", ["Brill"])]


def test_letters_after_the_year_tell_works_alike_apart() -> None:
    twin = Source(
        "Arden", "Paula", 2003, "Another measure of a wide thing", "Journal of Things", 2, "903-910", 77
    )
    entries = [ARDEN.entry().replace("(2003)", "(2003a)"), twin.entry().replace("(2003)", "(2003b)")]
    body = p(zotero(twin, ARDEN, shown="(Arden, 2003a, 2003b)"), zotero(twin, shown="(Arden, 2003b)"))
    found = article(body + listed("zotero", *entries))
    assert [[one.number or one.text[:20] for one in link.references] for link in found.links] == [
        ["Arden, P. (2003b). A"], ["Arden, P. (2003a). F"], ["Arden, P. (2003b). A"]
    ]  # fmt: skip


def test_one_work_twice_in_the_library_and_the_list() -> None:
    """Two records of one work are two numbers; each citation means the one it prints."""
    again = Source("Arden", "Paula", 2003, ARDEN.title, "Journal of Things", 2, "891-902", 90, "ccc")
    entries = [f"{n}. {one.entry('numbered')}" for n, one in enumerate((ARDEN, BRILL, again), 1)]
    body = p(
        endnote(ARDEN, shown="[1]"),
        endnote(BRILL, shown="[2]"),
        endnote(again, shown="[3]"),
        endnote(again, shown="[3]"),
    )
    found = article(body + listed("endnote", *entries))
    assert [[one.number for one in link.references] for link in found.links] == [[1], [2], [3], [3]]


def test_two_works_under_one_number(tmp_path: Path) -> None:
    entries = [
        f"1. {ARDEN.entry('numbered')}",
        f"2. (a) {BRILL.entry('numbered')} (b) {CORIN.entry('numbered')}",
    ]
    body = p(endnote(ARDEN, shown="1"), r(" and "), endnote(BRILL, CORIN, shown="2")) + listed(
        "endnote", *entries
    )
    found = article(body)
    assert [[one.number for one in link.references] for link in found.links] == [[1], [2], [2]]
    assert accusations(body, tmp_path) == []


def test_entries_of_several_lines_and_rows() -> None:
    """A line end inside an entry, an entry in two paragraphs, a heading in the control; Word's IEEE table."""
    broken = r(f"1. {ARDEN.entry('numbered')}") + "<w:r><w:br/></w:r>" + r("A note on it.")
    rest = p(r(f"2. {BRILL.entry('numbered')[:30]}")) + p(r(BRILL.entry("numbered")[30:]))
    rows = "".join(p(r(f"{n}. {one.entry('numbered')}")) for n, one in ((3, CORIN), (4, DOVE), (5, EVERS)))
    heading = p(r("Works cited in full"), style="Heading2")
    styles = '<w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
    body = p(citavi(*ALL, shown="[1-5]")) + control("CitaviBibliography", heading + p(broken) + rest + rows)
    found = article(body, styles=styles)
    assert [one.number for one in found.references] == [1, 2, 3, 4, 5]
    assert links(found) == [("[1-5]", [one.family for one in ALL])]
    cells = "".join(
        f"<w:tr><w:tc>{p(r(f'[{n}]'))}</w:tc><w:tc>{p(r(one.entry('numbered')))}</w:tc></w:tr>"
        for n, one in enumerate(ALL, 1)
    )
    table = (
        p(character("begin"), code(" BIBLIOGRAPHY "), character("separate"))
        + f"<w:tbl>{cells}</w:tbl>"
        + p(character("end"))
    )
    found = article(p(word(*ALL, shown="[1]-[5]")) + table)
    assert [one.number for one in found.references] == [1, 2, 3, 4, 5]


def test_lists_of_chapters() -> None:
    """The same work in the lists of two chapters: each citation means the list after it."""
    chapter = p(zotero(ARDEN, shown="[1]"), zotero(BRILL, shown="[2]"))
    listing = listed("zotero", f"1. {ARDEN.entry('numbered')}", f"2. {BRILL.entry('numbered')}")
    found = article(chapter + listing + p(r("Chapter two")) + chapter + listing)
    assert [found.references.index(link.references[0]) for link in found.links] == [0, 1, 2, 3]


def test_a_list_in_another_order_than_the_numbers_is_our_doubt(tmp_path: Path) -> None:
    """Sorted by hand, numbers and works go apart: one sentence, no accusation; the fields are believed."""
    entries = [f"[{n}] {one.entry('numbered')}" for n, one in enumerate((*ALL[1:], ARDEN), 1)]
    others = [p(zotero(one, shown=f"[{n}]")) for n, one in enumerate(ALL, 1)]
    body = numbered(zotero) + "".join(others) + listed("zotero", *entries)
    found = article(body)
    assert [works for _, works in links(found)][:4] == [works for _, works in NUMBERED]
    [doubt] = found.doubts
    assert "could not be read reliably" in doubt.message
    assert [one for one in accusations(body, tmp_path) if not one.startswith("C112")] == []


def test_an_entry_that_nothing_cites_and_a_work_that_no_entry_prints_are_still_said(tmp_path: Path) -> None:
    body = p(mendeley(ARDEN, shown="(Arden, 2003)"), r(" and "), mendeley(DOVE, shown="(Dove, 2014)"))
    body += listed("mendeley", ARDEN.entry(), BRILL.entry())
    assert accusations(body, tmp_path) == [
        "C101 Dove 2014 is cited in the text and is not in the reference list.",
        "C102 Brill A (2008) is in the reference list and is not cited in the text.",
    ]


def test_works_listed_without_a_citation_are_no_fault(tmp_path: Path) -> None:
    """Zotero says so by URI alone; EndNote by a field that prints nothing."""
    uncited = '{"uncited":[["http://zotero.org/users/1/items/ABCD2345"]],"omitted":[],"custom":[]}'
    lines = [r(one.entry()) for one in (ARDEN, BRILL)]
    start = code(f" ADDIN ZOTERO_BIBL {uncited} CSL_BIBLIOGRAPHY ")
    lines[0] = character("begin") + start + character("separate") + lines[0]
    lines[-1] += character("end")
    body = p(zotero(ARDEN, shown="(Arden, 2003)")) + p(r("References"), style="Heading1")
    assert accusations(body + "".join(p(line) for line in lines), tmp_path) == []
    silent = p(endnote(ARDEN, shown="(Arden, 2003)"), endnote(BRILL, shown=""))
    assert accusations(silent + listed("endnote", ARDEN.entry(), BRILL.entry()), tmp_path) == []


@pytest.mark.parametrize("style", ["EndNoteBibliography", ""])
def test_entries_typed_below_the_list_of_a_field_are_kept(style: str) -> None:
    body = p(endnote(ARDEN, shown="(Arden, 2003)"), r(" and "), r("(Corin, 2011)"))
    start = character("begin") + code(" ADDIN EN.REFLIST ") + character("separate")
    body += p(r("References"), style="Heading1") + p(start, r(ARDEN.entry()), character("end"), style=style)
    body += p(r(CORIN.entry()), style=style) + p(r("Appendix"), style="Heading1") + p(r("More."), style=style)
    found = article(body)
    assert [one.work.author[0].family for one in found.references] == ["Arden", "Corin"]
    assert [works for _, works in links(found)] == [["Arden"], ["Corin"]]


def test_headings_of_a_manager_inside_its_list_are_no_entries() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="EndNote Bibliography Title"/></w:style>'
    start = character("begin") + code(" ADDIN EN.REFLIST ") + character("separate")
    body = p(endnote(ARDEN, shown="(Arden, 2003)")) + p(start, r("Works cited in this paper"), style="T")
    assert len(article(body + p(r(ARDEN.entry()), character("end")), styles=styles).references) == 1
