"""Headings of tables of records and what they hold, and how a cell with several people is taken apart."""

from __future__ import annotations

import re

from litreview.formats.records.names import read_name
from litreview.model.work import Name
from litreview.normalise.vocabulary.et_al import WHOLE_CELL

_BY_TARGET = {
    "key": "id, key, citation key, citekey, bibtexkey, record id, recordid, record number, ut, "
           "unique wos id, ut (unique wos id), eid, ref id",
    "type": "type, entry type, entrytype, item type, itemtype, document type, publication type, "
            "reference type, dt, pt",
    "title": "title, article title, document title, ti, primary title, full title",
    "author": "author, authors, au, author names, author full names, author(s), af, creators",
    "editor": "editor, editors, ed, be, book editors",
    "issued": "year, publication year, pub year, pubyear, py, yr, issued, date, publication date, published, "
              "date published, cover date",
    "container_title": "journal, journal book, source title, publication title, journal title, source, so, "
                       "container title, publication name, publication, book title, booktitle, "
                       "conference name, full journal title, periodical",
    "container_title_short": "journal abbreviation, abbreviated source title, ji, j9, iso abbreviation, "
                             "journal iso abbreviation, container title short",
    "collection_title": "series, series title, book series title",
    "volume": "volume, vol, vl",
    "issue": "issue, number, no, is, issue number",
    "locator": "pages, page, page numbers, pg, page range, pagination",
    "first_page": "page start, start page, first page, bp, beginning page, spage",
    "last_page": "page end, end page, last page, ep, ending page, epage",
    "article_number": "art no, article number, ar, elocation id, elocator, eid number, article no",
    "doi": "doi, di, doi link, digital object identifier, book doi",
    "pmid": "pmid, pubmed id, pubmed, pm, medline id",
    "pmcid": "pmcid, pmc, pmc id",
    "arxiv": "arxiv, arxiv id",
    "url": "url, link, urls, web address, uri",
    "isbn": "isbn, bn",
    "issn": "issn, sn, eissn, ei",
    "publisher": "publisher, pu, institution, school",
    "publisher_place": "place, publisher place, place published, publisher location, publisher city, "
                       "pi, city",
    "edition": "edition",
    "language": "language, la, language of original document",
    "abstract": "abstract, abstract note, ab",
    "note": "note, notes",
    "original_title": "original title, translated title",
    "+keywords": "keywords, author keywords, manual tags, de",
    "+shorttitle": "short title",
    "+extra": "extra",
    "+file": "file attachments",
    "+urldate": "access date",
}  # fmt: skip

HEADINGS = {
    heading.strip(): target for target, headings in _BY_TARGET.items() for heading in headings.split(", ")
}
"""Folded heading (lower case, blanks for ``_ - . /``) to the value it holds (``values``)."""

TYPE_WORDS = {
    "article": "article-journal", "journalarticle": "article-journal", "review": "article-journal",
    "articlejournal": "article-journal", "editorial": "article-journal", "letter": "article-journal",
    "reviewarticle": "article-journal", "shortsurvey": "article-journal", "j": "article-journal",
    "conferencepaper": "paper-conference", "proceedingspaper": "paper-conference",
    "meetingabstract": "paper-conference", "paperconference": "paper-conference", "b": "book", "book": "book",
    "booksection": "chapter", "bookchapter": "chapter", "chapter": "chapter", "thesis": "thesis",
    "dissertation": "thesis", "report": "report", "preprint": "article", "webpage": "webpage",
    "website": "webpage", "blogpost": "post-weblog", "dataset": "dataset", "computerprogram": "software",
    "software": "software", "magazinearticle": "article-magazine", "newspaperarticle": "article-newspaper",
    "generic": "document", "document": "document", "encyclopediaarticle": "entry-encyclopedia",
    "dictionaryentry": "entry-dictionary", "presentation": "speech", "patent": "patent",
    "legalcase": "legal_case",
    "motionpicture": "motion_picture", "personalcommunication": "personal_communication",
}  # fmt: skip
"""Types as tables name them (letters only, lower case) to CSL types; BibTeX's names come after."""

_VANCOUVER = re.compile(r"[^,]+ [A-Z][A-Za-z]{0,2}\.?")


def split_people(cell: str) -> list[Name | str]:
    """The people of a cell: by ``;`` (Zotero, Scopus, Web of Science), by " and " (BibTeX, ours), or by
    commas (PubMed's "Franke H, Franke JD, Fryer G."). "et al." stays a word.

    >>> [str(name) for name in split_people("Franke, Helge; World Health Organization")]
    ['Franke Helge', 'World Health Organization']
    """
    cell = re.sub(r"(?:(?<!\s)\s++)?\(\d{5,}+\)", "", cell)  # Scopus: "Franke, Helge (57191234567)"
    if ";" in cell:
        parts = cell.split(";")
    elif re.search(r"\sand\s", cell):
        parts = re.split(r"(?<!\s)\s++and\s+", cell)
    else:
        parts = _by_commas(cell)
    return [
        _person(part)
        for part in (part.strip(" .;") if _is_word(part) else part.strip(" ;") for part in parts)
        if part
    ]


def _is_word(part: str) -> bool:
    return not re.search(r"(?:\b[A-Z]|[Jj]r|[Ss]r)\.\s*$", part)


def _by_commas(cell: str) -> list[str]:
    """ "Franke H, Fryer G." is two people, "Franke, Helge" is one."""
    parts = [part.strip() for part in cell.split(",")]
    if cell.count(".") == 1 and cell.endswith("."):
        parts[-1] = parts[-1].rstrip(".")  # PubMed ends the list with a full stop
    if len(parts) > 1 and all(
        _VANCOUVER.fullmatch(part.rstrip(".")) or WHOLE_CELL.fullmatch(part) for part in parts if part
    ):
        return parts
    return [cell]


def _person(text: str) -> Name | str:
    if WHOLE_CELL.fullmatch(text):
        return "others"
    return read_name(text)
