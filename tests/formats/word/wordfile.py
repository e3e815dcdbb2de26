"""Word files made in code, part by part, as Word and the reference managers write them."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from dataclasses import dataclass
from html import escape
from zlib import crc32

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def docx(body: str, namespace: str = W, *, files: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file with this body; ``parts`` are further parts, ``footnotes='<w:footnote …'``, ``files`` any
    others by their full names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", _root("document", f"<w:body>{body}</w:body>", namespace))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", _root(name, content, namespace))
        for name, content in (files or {}).items():
            package.writestr(name, content)
    return out.getvalue()


def _root(name: str, content: str, namespace: str) -> str:
    prefixes = (
        f'xmlns:w="{namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    return f"<w:{name} {prefixes}>{content}</w:{name}>"


def p(*content: str, style: str = "", numbered: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def character(kind: str, data: str = "") -> str:
    inside = f"<w:fldData>{data}</w:fldData>" if data else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str, pieces: int = 1) -> str:
    """A field's code, cut into several runs as Word does with long ones."""
    size = max(1, -(-len(text) // pieces))
    cut = (text[at : at + size] for at in range(0, len(text), size))
    return "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in cut
    )


def field(instruction: str, shown: str, data: str = "", *, inside: str = "", pieces: int = 1) -> str:
    """A complex field; ``inside`` stands in its code (EndNote's data), ``shown`` are the runs it prints."""
    return (
        character("begin", data) + code(instruction, pieces) + inside
        + character("separate") + shown + character("end")
    )  # fmt: skip


def control(tag: str, content: str) -> str:
    properties = f'<w:sdtPr><w:tag w:val="{escape(tag)}"/></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def packed(text: str) -> str:
    """Base 64, wrapped at 76 letters as managers write it."""
    return base64.encodebytes(text.encode()).decode()


@dataclass(frozen=True)
class Source:
    """An invented work; ``number`` is its record in the author's library ``library``."""

    family: str
    given: str
    year: int
    title: str
    journal: str
    volume: int
    page: str
    number: int = 1
    library: str = "aaa"

    @property
    def uuid(self) -> str:
        own = crc32(f"{self.title} {self.library}".encode())
        return f"{self.number:08d}-0000-4000-8000-0000{own:08x}"

    def csl(self, identifier: object) -> dict[str, object]:
        return {
            "id": identifier, "type": "article-journal", "title": self.title, "volume": str(self.volume),
            "author": [{"family": self.family, "given": self.given}], "container-title": self.journal,
            "issued": {"date-parts": [[str(self.year)]]}, "page": self.page,
        }  # fmt: skip

    def entry(self, style: str = "author-year") -> str:
        """The entry as a list prints it: ``author-year``, ``numbered`` or ``terse`` (without title)."""
        first = self.given[0]
        if style == "author-year":
            place = f"{self.journal}, {self.volume}, {self.page}"
            return f"{self.family}, {first}. ({self.year}). {self.title}. {place}."
        if style == "numbered":
            place = f"{self.journal} {self.year};{self.volume}:{self.page}"
            return f"{self.family} {first}. {self.title}. {place}."
        return f"{first}. {self.family}, {self.journal} {self.volume}, {self.page} ({self.year})."


def mendeley(
    *sources: Source, shown: str, plain: str = "", extra: tuple[dict[str, object], ...] = (), **how: int
) -> str:
    """Mendeley Desktop: ids count anew in every field."""
    items = [
        {
            "id": f"ITEM-{n}", "itemData": source.csl(f"ITEM-{n}"),
            "uris": [f"http://www.mendeley.com/documents/?uuid={source.uuid}"],
        } | (extra[n - 1] if n <= len(extra) else {})
        for n, source in enumerate(sources, 1)
    ]  # fmt: skip
    content = {
        "citationItems": items, "properties": {"noteIndex": 0},
        "mendeley": {"formattedCitation": plain or shown, "plainTextFormattedCitation": plain or shown},
    }  # fmt: skip
    return field(f"ADDIN CSL_CITATION {json.dumps(content)}", r(shown), **how)


def mendeley_cite(*sources: Source, shown: str) -> str:
    """Mendeley Cite: a content control, its tag holds all."""
    items = [{"id": source.uuid, "itemData": source.csl(source.uuid)} for source in sources]
    content = base64.b64encode(json.dumps({"citationItems": items, "isEdited": False}).encode()).decode()
    return control(f"MENDELEY_CITATION_v3_{content.rstrip('=')}", r(shown))


def zotero_json(*sources: Source, shown: str, extra: tuple[dict[str, object], ...] = ()) -> str:
    items = []
    for n, source in enumerate(sources):
        uri = f"http://zotero.org/users/{sum(source.library.encode())}/items/{source.uuid[-8:]}"
        item = {
            "id": 100 + source.number,
            "uris": [uri],
            "uri": [uri],
            "itemData": source.csl(100 + source.number),
        }
        items.append(item | (extra[n] if n < len(extra) else {}))
    content = {
        "citationID": "x",
        "properties": {"plainCitation": shown, "noteIndex": 0},
        "citationItems": items,
    }
    return f"ZOTERO_ITEM CSL_CITATION {json.dumps(content)}"


def zotero(*sources: Source, shown: str, extra: tuple[dict[str, object], ...] = (), pieces: int = 1) -> str:
    return field(f" ADDIN {zotero_json(*sources, shown=shown, extra=extra)} ", r(shown), pieces=pieces)


def bookmark(name: str, number: int, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def properties(values: dict[str, str]) -> str:
    """``docProps/custom.xml`` with these values, each cut into pieces of 255 letters."""
    items = [
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}_{n}"><vt:lpwstr>'
        f"{escape(value[at : at + 255])}</vt:lpwstr></property>"
        for name, value in values.items()
        for n, at in enumerate(range(0, len(value), 255), 1)
    ]
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    return f"<Properties {spaces}>{''.join(items)}</Properties>"


def endnote_xml(*sources: Source, record: bool = True, attributes: str = "", cite: str = "") -> str:
    cites = []
    for one in sources:
        inner = (
            f"<record><rec-number>{one.number}</rec-number><foreign-keys>"
            f'<key app="EN" db-id="{one.library}" timestamp="1483621777">{one.number}</key></foreign-keys>'
            '<ref-type name="Journal Article">17</ref-type>'
            f"<contributors><authors><author>{one.family}, {one.given}</author></authors></contributors>"
            f"<titles><title>{one.title}</title><secondary-title>{one.journal}</secondary-title></titles>"
            f"<pages>{one.page}</pages><volume>{one.volume}</volume><dates><year>{one.year}</year></dates></record>"
        )  # fmt: skip
        cites.append(
            f"<Cite{attributes}><Author>{one.family}</Author><Year>{one.year}</Year><RecNum>{one.number}</RecNum>"
            f"{cite}{inner if record else ''}</Cite>"
        )
    return f"<EndNote>{''.join(cites)}</EndNote>"


def endnote(*sources: Source, shown: str, **how: object) -> str:
    return field(f" ADDIN EN.CITE {endnote_xml(*sources, **how)}", r(shown))  # type: ignore[arg-type]


def endnote_data(*sources: Source, shown: str, chunks: int = 1) -> str:
    """EndNote's long citations: base 64 beside the code, cut into chunks that are padded each on its own; the
    field itself has the last chunk only."""
    xml = endnote_xml(*sources).encode()
    size = -(-len(xml) // chunks)
    cut = [base64.encodebytes(xml[at : at + size]).decode() for at in range(0, len(xml), size)]
    inside = "".join(
        character("begin", data) + code(" ADDIN EN.CITE.DATA ") + character("end") for data in cut
    )
    return field(" ADDIN EN.CITE ", r(shown), cut[-1], inside=inside)


def citavi(*sources: Source, shown: str) -> str:
    """Citavi 6: a content control around a field; an object met before is only referred to."""
    entries: list[dict[str, object]] = []
    for n, one in enumerate(sources):
        journal = (
            {"$id": "j", "Name": one.journal}
            if n == 0 or sources[0].journal != one.journal
            else {"$ref": "j"}
        )
        reference = {
            "$id": f"r{n}", "Authors": [{"$id": f"p{n}", "FirstName": one.given, "LastName": one.family}],
            "Id": one.uuid, "ReferenceType": "JournalArticle", "Title": one.title, "Year": str(one.year),
            "Volume": str(one.volume), "Periodical": journal,
            "PageRange": f"<sp><os>1</os></sp><os>{one.page}</os>",
        }  # fmt: skip
        entries.append({"$id": f"e{n}", "ReferenceId": one.uuid, "Reference": reference})
    text = base64.b64encode(json.dumps({"$id": "1", "Entries": entries, "Text": shown}).encode()).decode()
    inner = field(f"ADDIN CitaviPlaceholder{{{text}}}", r(shown))
    return control("CitaviPlaceholder#3162ebc6-3d3c-4cee-8909-ce083d4b7d58", inner)


def papers(*sources: Source, shown: str) -> str:
    items = [
        f"<publication><uuid>{one.uuid.upper()}</uuid><title>{one.title}</title><volume>{one.volume}</volume>"
        f"<publication_date>99{one.year}00001200000000200000</publication_date>"
        f"<startpage>{one.page.split('-')[0]}</startpage><authors><author><firstName>{one.given}</firstName>"
        f"<lastName>{one.family}</lastName></author></authors><bundle><publication><title>{one.journal}</title>"
        "<uuid>B</uuid></publication></bundle></publication>"
        for one in sources
    ]  # fmt: skip
    xml = f"<citation><uuid>C</uuid><publications>{''.join(items)}</publications><cites></cites></citation>"
    return field(f" ADDIN PAPERS2_CITATIONS {xml}", r(shown))


def refman(*sources: Source, shown: str) -> str:
    items = [
        f"<Cite><Author>{one.family}</Author><Year>{one.year}</Year><RecNum>{one.number}</RecNum><IDText>{one.title}</IDText>"
        f'<MDL Ref_Type="Journal"><Ref_ID>{one.number}</Ref_ID><Title_Primary>{one.title}</Title_Primary>'
        f"<Authors_Primary>{one.family},{one.given[0]}.</Authors_Primary><Date_Primary>{one.year}/8/3</Date_Primary>"
        f"<Start_Page>{one.page.split('-')[0]}</Start_Page><Volume>{one.volume}</Volume></MDL></Cite>"
        for one in sources
    ]
    return field(f" ADDIN REFMGR.CITE <Refman>{''.join(items)}</Refman>", r(shown))


def word(*sources: Source, shown: str, switches: str = "") -> str:
    """Word's own citation; the first tag, then ``\\m`` for each other."""
    first, *others = (tag(one) for one in sources)
    more = "".join(f" \\m {other}" for other in others)
    return field(f" CITATION {first} \\l 1033 {switches}{more} ", r(shown))


def tag(one: Source) -> str:
    return f"{one.family[:3]}{one.year % 100:02d}"


def word_sources(*sources: Source) -> str:
    """``customXml/item1.xml`` as Word writes it."""
    items = [
        f"<b:Source><b:Tag>{tag(one)}</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>{one.title}</b:Title>"
        f"<b:Year>{one.year}</b:Year><b:JournalName>{one.journal}</b:JournalName><b:Volume>{one.volume}</b:Volume>"
        f"<b:Pages>{one.page}</b:Pages><b:Author><b:Author><b:NameList><b:Person><b:Last>{one.family}</b:Last>"
        f"<b:First>{one.given}</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source>"
        for one in sources
    ]
    space = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
    return f'<b:Sources xmlns:b="{space}">{"".join(items)}</b:Sources>'


LISTS = {
    "mendeley": "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ",
    "zotero": ' ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY ',
    "endnote": " ADDIN EN.REFLIST ", "citavi": "ADDIN CitaviBibliography", "word": " BIBLIOGRAPHY ",
    "papers": " ADDIN PAPERS2_CITATIONS <papers2_bibliography/>", "refman": " ADDIN REFMGR.REFLIST ",
}  # fmt: skip


def listed(manager: str, *entries: str) -> str:
    """The heading and the reference list: one field over all its paragraphs, for Mendeley Cite a control,
    for an empty ``manager`` plain text."""
    heading = p(r("References"), style="Heading1")
    lines = [r(entry) for entry in entries]
    if manager == "mendeley-cite":
        return heading + control("MENDELEY_BIBLIOGRAPHY", "".join(p(line) for line in lines))
    if manager:
        lines[0] = character("begin") + code(LISTS[manager]) + character("separate") + lines[0]
        lines[-1] += character("end")
    return heading + "".join(p(line) for line in lines)
