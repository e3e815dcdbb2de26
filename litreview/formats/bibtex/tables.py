"""BibTeX and biblatex in tables: entry types ↔ CSL types, fields ↔ values of a record."""

from __future__ import annotations

ENTRY_TYPES = (
    ("article", "article-journal"), ("book", "book"), ("inproceedings", "paper-conference"),
    ("incollection", "chapter"), ("phdthesis", "thesis"), ("techreport", "report"), ("misc", "document"),
    ("online", "webpage"), ("dataset", "dataset"), ("software", "software"), ("patent", "patent"),
    ("manual", "report"), ("unpublished", "manuscript"), ("standard", "standard"),
    ("legislation", "legislation"), ("jurisdiction", "legal_case"), ("letter", "personal_communication"),
    ("review", "review"), ("movie", "motion_picture"), ("audio", "song"), ("artwork", "graphic"),
    ("preprint", "article"),
    # read, and written again under the same name because the reader keeps it
    ("conference", "paper-conference"), ("inbook", "chapter"), ("suppbook", "chapter"),
    ("bookinbook", "chapter"),
    ("suppcollection", "chapter"), ("inreference", "entry-encyclopedia"), ("mastersthesis", "thesis"),
    ("thesis", "thesis"), ("bachelorsthesis", "thesis"), ("report", "report"), ("electronic", "webpage"),
    ("www", "webpage"), ("booklet", "pamphlet"), ("collection", "book"), ("mvbook", "book"),
    ("mvcollection", "book"), ("proceedings", "book"), ("mvproceedings", "book"), ("reference", "book"),
    ("mvreference", "book"), ("periodical", "periodical"), ("suppperiodical", "article-journal"),
    ("video", "motion_picture"), ("music", "song"), ("image", "graphic"), ("legal", "legislation"),
)  # fmt: skip
"""Reading takes any row, writing the first one with the CSL type (else ``misc``)."""

WRITE_ONLY = {
    "article-magazine": "article", "article-newspaper": "article", "post-weblog": "online", "post": "online",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection", "entry": "incollection",
    "speech": "unpublished", "bill": "legislation", "map": "misc", "broadcast": "misc", "interview": "misc",
}  # fmt: skip
"""CSL types that no entry type means alone; the CSL type itself is kept in ``entrysubtype``."""

TYPES = dict(ENTRY_TYPES)
ENTRIES = WRITE_ONLY | {csl: entry for entry, csl in reversed(ENTRY_TYPES)}

FIELDS = (
    ("title", "title"), ("subtitle", "subtitle"), ("origtitle", "original_title"),
    ("journal", "container_title"), ("journaltitle", "container_title"), ("booktitle", "container_title"),
    ("shortjournal", "container_title_short"), ("series", "collection_title"), ("volume", "volume"),
    ("pages", "page"), ("eid", "article_number"), ("articleno", "article_number"),
    ("article-number", "article_number"), ("edition", "edition"), ("publisher", "publisher"),
    ("address", "publisher_place"), ("location", "publisher_place"), ("doi", "doi"), ("pmid", "pmid"),
    ("pmcid", "pmcid"), ("pmc", "pmcid"), ("url", "url"), ("isbn", "isbn"), ("issn", "issn"),
    ("language", "language"), ("langid", "language"), ("abstract", "abstract"), ("note", "note"),
    ("school", "publisher"), ("institution", "publisher"), ("organization", "publisher"),
)  # fmt: skip
"""Reading takes any row, writing the first one with the target; what depends on the type is in the code."""

TARGETS = dict(FIELDS)
NAMES = {target: name for name, target in reversed(FIELDS)}

CSL_NAMES = {
    "title": "title", "container_title": "container-title", "container_title_short": "container-title-short",
    "collection_title": "collection-title", "volume": "volume", "issue": "issue", "page": "page",
    "article_number": "page", "number": "number", "edition": "edition", "publisher": "publisher",
    "publisher_place": "publisher-place", "doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "url": "URL",
    "author": "author", "editor": "editor", "issued": "issued", "language": "language",
    "isbn": "ISBN", "issn": "ISSN", "note": "note", "abstract": "abstract",
}  # fmt: skip

NUMBERED = {"techreport", "report", "patent", "manual", "standard", "legislation", "dataset", "software"}
"""Entry types whose ``number`` is the number of the thing itself and not an issue."""

LITERAL = {"doi", "url", "file", "eprint", "pmid", "pmcid", "pmc", "crossref", "xdata", "urldate"}
"""Fields that hold identifiers and addresses: no LaTeX in them, and a ``%`` is a percent sign."""

NOT_INHERITED = {
    "crossref", "xref", "xdata", "entryset", "ids", "options", "label", "keywords", "abstract", "note", "doi",
    "url", "urldate", "file", "shorttitle", "sorttitle", "pages", "eid", "timestamp", "pmid", "unreadable",
}  # fmt: skip
"""What a chapter does not take over from its book (biblatex manual, appendix B, and common sense)."""

INHERITED_AS = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
IN_JOURNAL = {"article", "suppperiodical"}
