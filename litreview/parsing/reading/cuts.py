"""What patterns find more surely than any model: identifiers, addresses, access dates, entry labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.normalise.access_dates import find_access_dates
from litreview.normalise.identifiers import clean_doi, find_arxiv, find_dois, find_pmcids, find_pmids
from litreview.normalise.vocabulary.media import MEDIUM_MARK
from litreview.normalise.vocabulary.years import YEAR

# "[12] ", "(12) ", "12. ", "12) ", "•"; a bare number only before a letter and never a year.
_LABEL = re.compile(
    r"\s*(?:\[\s*(?:\d{1,4}[a-z]?|[A-Za-z]{1,12}\+?[:\s]?\d{2,4}[a-z]?)\s*\]|\(\s*\d{1,4}\s*\)"
    rf"|\d{{1,4}}\s?[.)](?=\s*\D)|[•·▪–—-](?=\s)|(?!{YEAR})\d{{1,4}}(?=\s+[^\W\d_]))[.:]?\s*"
)
# An address ends at a blank; Springer and older lists write it with a blank after "http://".
_URL = re.compile(r"(?:https?|ftp)\s?:\s{0,20}//\s?[^\s<>\"“”|{}]+|www\.[^\s<>\"“”|{}]{3,}", re.IGNORECASE)
_SCHEME = re.compile(r"https?\s?:\s?//\s?(?:www\.|export\.)?$", re.IGNORECASE)
_URL_END = ".,;:'\"!?)]}>”’»"
_DOI_WORD = re.compile(
    r"(?:(?:https?\s?:\s?//\s?)?(?:dx\.)?doi\.org/|\bdoi\s?[:.]?\s?(?:https?://(?:dx\.)?doi\.org/)?)$",
    re.IGNORECASE,
)
# What stands without a blank behind a DOI: "[doi]" (PubMed), "[arXiv:…]" (INSPIRE), ".PMID:…", "(inKorean",
# and the article's first page behind a publisher's item number ("0022-3956(75)90026-6.154").
_GLUED = re.compile(
    r"\[(?:\s*$|\s*(?:doi|pii|arxiv|hep|gr-qc|astro)\b)"
    r"|(?<=\(\d\d\)\d{5}-[\dXx])\.\d{1,4}$|[.,;](?:PMID|PMC|hep$|hep-|arXiv|ISSN|Epub)|\((?:in|auf)[a-z]{4}",
    re.IGNORECASE,
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][- ]?)?\d[\d -]{7,14}[\dXx])\b", re.IGNORECASE)
_ISSN = re.compile(r"\bISSN:?\s*(\d{4}-\d{3}[\dXx])\b", re.IGNORECASE)


MEDIUM = "medium"
"""The kind of what says the medium or the version of a work: "[Computer software]", "(Version 1.0.3)"."""
_NO_REMARK = 20
"""Characters at the start of an entry that are authors or a title, whatever they say of access."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """What was found and where. ``spans`` are ``(start, end, kind)`` in order, not overlapping."""

    spans: tuple[tuple[int, int, str], ...] = ()
    body: int = 0
    label: str = ""
    doi: str = ""
    doi_span: tuple[int, int] | None = None
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""


def cut(text: str) -> Cuts:
    """Find the label, the identifiers, the addresses and the access date of one reference."""
    label = _LABEL.match(text)
    body = label.end() if label and label.end() < len(text) else 0
    found: list[tuple[int, int, str]] = [(0, body, "label")] if body else []
    values: dict[str, str] = {}
    spans: dict[str, tuple[int, int]] = {}
    for kind, start, end, value in _candidates(text):
        if any(start < right and left < end for left, right, _ in found):
            continue
        found.append((start, end, kind))
        if kind not in values:
            values[kind], spans[kind] = value, (start, end)
    value_span = None
    if "doi" in spans:
        start, end = spans["doi"]
        value_span = _inner_doi(text, start, end)
        values["doi"] = clean_doi(text[slice(*value_span)]) or values["doi"]
    names = ("doi", "pmid", "pmcid", "arxiv", "url", "isbn", "issn")
    fields = {name: values.get(name, "") for name in names}
    return Cuts(
        spans=tuple(sorted(found)),
        body=body,
        label=text[:body].strip(" .)([]:"),
        doi_span=value_span,
        **fields,
    )


def _candidates(text: str) -> list[tuple[str, int, int, str]]:
    """Everything that may be cut, surest first."""
    found: list[tuple[str, int, int, str]] = []
    if "10." in text:
        for doi in find_dois(text):
            word = _DOI_WORD.search(text, max(0, doi.start - 40), doi.start)
            found.append(("doi", word.start() if word else doi.start, doi.end, clean_doi(doi.value)))
    folded = text.casefold()
    if "pmid" in folded or "pubmed" in folded:
        found += [("pmid", item.start, item.end, item.value) for item in find_pmids(text)]
    if "pmc" in folded:
        found += [("pmcid", item.start, item.end, item.value) for item in find_pmcids(text)]
    if "arxiv" in folded:
        found += [
            ("arxiv", _address_start(text, item.start), item.end, item.value) for item in find_arxiv(text)
        ]
    if "http" in folded or "www." in folded or "ftp" in folded:
        for match in _URL.finditer(text):
            raw = match.group().rstrip(_URL_END)
            found.append(("url", match.start(), match.start() + len(raw), "".join(raw.split())))
    if "isbn" in folded:
        found += [("isbn", m.start(), m.end(), m.group(1).replace(" ", "")) for m in _ISBN.finditer(text)]
    if "issn" in folded:
        found += [("issn", m.start(), m.end(), m.group(1)) for m in _ISSN.finditer(text)]
    remarks = [("access", start, end, "") for start, end in find_access_dates(text)]
    remarks += [(MEDIUM, *match.span(), "") for match in MEDIUM_MARK.finditer(text)]
    return found + [remark for remark in remarks if remark[1] > _NO_REMARK]


def _address_start(text: str, start: int) -> int:
    """Where an address begins whose host stands at ``start``: its "https://" is no word of the entry."""
    scheme = _SCHEME.search(text, max(0, start - 20), start)
    return scheme.start() if scheme else start


def _inner_doi(text: str, start: int, end: int) -> tuple[int, int]:
    """The DOI itself within a cut such as "https://doi.org/10.1234/a[doi]", without what ran into it."""
    at = text.find("10.", start, end)
    at = at if at >= 0 else start
    glued = _GLUED.search(text, at + 8, end)
    return at, glued.start() if glued else end
