"""Kinds of work: what a reader calls them, and what CSL does."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of work, as a reader calls it."""

    ARTICLE = "article"
    CHAPTER = "chapter"
    BOOK = "book"
    CONFERENCE_PAPER = "conference paper"
    TALK = "talk"
    REPORT = "report"
    GUIDELINE = "guideline"
    STANDARD = "standard"
    LAW = "law"
    CASE = "judgment"
    PATENT = "patent"
    THESIS = "thesis"
    WEB_PAGE = "web page"
    NEWS = "news article"
    DATASET = "data set"
    SOFTWARE = "software"
    PREPRINT = "preprint"
    PERSONAL = "personal communication"
    PRESS = "press release"
    MANUSCRIPT = "manuscript"
    ARCHIVE = "archive material"
    FILM = "film"
    BROADCAST = "broadcast"
    MAP = "map"
    ENTRY = "entry"
    UNKNOWN = ""


CSL_TYPE = {
    Kind.ARTICLE: "article-journal", Kind.CHAPTER: "chapter", Kind.BOOK: "book",
    Kind.CONFERENCE_PAPER: "paper-conference", Kind.TALK: "paper-conference", Kind.REPORT: "report",
    Kind.GUIDELINE: "report",
    Kind.STANDARD: "standard", Kind.LAW: "legislation", Kind.CASE: "legal_case", Kind.PATENT: "patent",
    Kind.THESIS: "thesis", Kind.WEB_PAGE: "webpage", Kind.NEWS: "article-newspaper",
    Kind.DATASET: "dataset", Kind.SOFTWARE: "software", Kind.PREPRINT: "article",
    Kind.PERSONAL: "personal_communication", Kind.PRESS: "document", Kind.MANUSCRIPT: "manuscript",
    Kind.ARCHIVE: "collection", Kind.FILM: "motion_picture", Kind.BROADCAST: "broadcast", Kind.MAP: "map",
    Kind.ENTRY: "entry", Kind.UNKNOWN: "",
}  # fmt: skip
"""Kind → its type in CSL 1.0.2, which has none for guidelines and press releases."""
