"""Summaries of PubMed and PubMed Central (``esummary``, JSON) → Work.

The summary of a paper names its publication types and, under ``references``, what was said of it later:
``{"reftype": "Retraction in", "refsource": "J Example. 2019;4:12.", "pmid": 123}``. One of PubMed Central has
neither. Shapes as in recorded answers of 2019 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.crossref_values import Record, items_of, mapping_of, text_of, texts_of
from litreview.formats.records.dates import read_date
from litreview.model.work import Name, Work
from litreview.normalise.names import parse_name

NAME = "PubMed"

NOTICES = {
    "retraction in": ("updated-by", "retraction"), "retraction of": ("update-to", "retraction"),
    "partial retraction in": ("updated-by", "partial_retraction"),
    "partial retraction of": ("update-to", "partial_retraction"),
    "retracted and republished in": ("updated-by", "retraction"),
    "expression of concern in": ("updated-by", "expression_of_concern"),
    "expression of concern for": ("update-to", "expression_of_concern"),
    "erratum in": ("updated-by", "erratum"), "erratum for": ("update-to", "erratum"),
    "corrected and republished in": ("updated-by", "correction"),
    "corrected and republished from": ("update-to", "correction"),
    "update in": ("updated-by", "new_version"), "update of": ("update-to", "new_version"),
}  # fmt: skip
"""PubMed's words for links between a paper and its notices, and which side of them it is at Crossref."""

TYPES = (
    ("preprint", "posted-content"), ("dataset", "dataset"), ("technical report", "report"),
    ("journal article", "journal-article"),
)  # fmt: skip
RETRACTED = "retracted publication"
_PII = re.compile(r"\bpii: ?([A-Za-z]{0,4}\d{2,10})\b(?![-(/])")
_PMCID = re.compile(r"PMC\d+")


def work_from_pubmed(summary: Mapping[str, object], *, source: str = NAME) -> Work:
    """The work a summary describes; ``source`` is the name of where it was read."""
    identifiers = _identifiers(summary)
    title, original = _titles(summary)
    record: dict[str, object] = {
        "type": _type(summary),
        "title": title,
        "original-title": original,
        "author": [_name_record(name) for name in _names(summary)],
        "container-title": text_of(summary.get("fulljournalname")) or text_of(summary.get("booktitle")),
        "short-container-title": text_of(summary.get("source")),
        "volume": summary.get("volume"),
        "issue": summary.get("issue"),
        "page": summary.get("pages"),
        "article-number": _article_number(summary),
        "issued": _date(summary.get("pubdate")) or _date(summary.get("epubdate")),
        "published-print": _date(summary.get("pubdate")),
        "published-online": _date(summary.get("epubdate")),
        "publisher": summary.get("publishername"),
        "publisher-location": summary.get("publisherlocation"),
        "ISSN": [issn for name in ("issn", "essn") if (issn := text_of(summary.get(name)))],
        "language": next(iter(texts_of(summary.get("lang"))), ""),
        **identifiers,
        **_notices(summary),
    }
    if "DOI" not in identifiers:
        record["key"] = next(
            (f"{kind} {identifiers[kind]}" for kind in ("PMID", "PMCID") if kind in identifiers), ""
        )
    return work_from_crossref(record, source=source)


def _identifiers(summary: Record) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items_of(summary.get("articleids")):
        kind, value = text_of(item.get("idtype")), text_of(item.get("value"))
        if kind in ("pubmed", "pmid") and value.strip("0"):
            found["PMID"] = value
        elif kind == "doi" and value.startswith("10."):
            found["DOI"] = value
        elif kind in ("pmc", "pmcid") and (number := _PMCID.search(value)):
            found["PMCID"] = number[0]
    if "PMID" in found:
        found["URL"] = f"https://pubmed.ncbi.nlm.nih.gov/{found['PMID']}/"
    elif "PMCID" in found:
        found["URL"] = f"https://pmc.ncbi.nlm.nih.gov/articles/{found['PMCID']}/"
    return found


def _titles(summary: Record) -> tuple[str, str]:
    """Title and original title: PubMed prints a title that it translated in brackets."""
    title = text_of(summary.get("title")).rstrip()
    title = title[:-1] if title.endswith(".") and not title.endswith("..") else title
    if title.startswith("[") and title.endswith("]"):
        title = title[1:-1].rstrip(".")
    return title, text_of(summary.get("vernaculartitle")).rstrip(".")


def _type(summary: Record) -> str:
    if text_of(summary.get("doctype")) in ("book", "chapter"):
        return "book-chapter" if text_of(summary.get("doctype")) == "chapter" else "book"
    types = {text.casefold() for text in texts_of(summary.get("pubtype"))}
    return next((kind for word, kind in TYPES if word in types), "journal-article")


def _names(summary: Record) -> Iterator[Name]:
    for item in items_of(summary.get("authors")):
        name, kind = text_of(item.get("name")), text_of(item.get("authtype"))
        if name and kind in ("", "Author", "CollectiveName"):
            yield Name(literal=name) if kind == "CollectiveName" else parse_name(name)


def _name_record(name: Name) -> dict[str, str]:
    return {key: value for key, value in name.to_csl().items() if isinstance(value, str)}


def _article_number(summary: Record) -> str:
    found = _PII.search(text_of(summary.get("elocationid")))
    return found[1] if found and not text_of(summary.get("pages")) else ""


def _date(value: object) -> object:
    date = read_date(text_of(value))
    return date.to_csl() if date.year is not None else None


def _notices(summary: Record) -> dict[str, list[dict[str, str]]]:
    """What was said of the paper later, and what it says of another; a bare type without a notice counts."""
    sides: dict[str, list[dict[str, str]]] = {}
    for item in items_of(summary.get("references")):
        side, kind = NOTICES.get(text_of(item.get("reftype")).casefold(), ("", ""))
        if side:
            number, place = text_of(item.get("pmid")), text_of(item.get("refsource"))
            said = f"PMID {number}: {place}".rstrip(": ") if number else place
            sides.setdefault(side, []).append({"type": kind, "source": NAME, "label": said})
    retracted = RETRACTED in {text.casefold() for text in texts_of(summary.get("pubtype"))}
    known = {notice["type"] for notice in sides.get("updated-by", ())}
    if retracted and not known & {"retraction", "partial_retraction"}:
        notice = {"type": "retraction", "source": NAME, "label": "publication type Retracted Publication"}
        sides.setdefault("updated-by", []).append(notice)
    return sides


def summaries_of(answer: object) -> dict[str, Record] | None:
    """The summaries of an answer by their uid, those that say ``error`` included; None where it is no such
    answer."""
    result = mapping_of(mapping_of(answer).get("result"))
    uids = result.get("uids")
    if not isinstance(uids, list):
        return None
    return {str(uid): mapping_of(result.get(str(uid))) for uid in uids}
