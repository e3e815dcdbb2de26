"""Identifiers: finding them in text and writing each in its one canonical form."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote


class Found(NamedTuple):
    """An identifier in canonical form and the span of the text it was read from."""

    start: int
    end: int
    value: str


# Crossref's own advice covers 99.3 % of DOIs with this shape; SICI DOIs add < > ; ( ), addresses %2F for /.
# A registrant has few parts ("10.1000.10/…"); with a bound, a row of numbers is not walked from each of them.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d++){0,8}+(?:/|%2F)[^\s\"“”‘’{}|\\^`]+", re.IGNORECASE)
_TRAILING = ".,;:'\"!?*…"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
"""Zero-width spaces and joiners, marks of direction, byte order mark and soft hyphen: pasted along, never
seen, and part of no identifier."""
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_PAIRS = {")": "(", "]": "[", ">": "<"}
_PMID = re.compile(
    r"\bPMID\s*+:?+\s*+(\d{4,9})\b"
    r"|pubmed(?:\.ncbi\.nlm\.nih\.gov|/)/?(\d{4,9})",
    re.IGNORECASE,
)
_PMCID = re.compile(r"\bPMC\s?(\d{4,9})\b", re.IGNORECASE)
_ARXIV = re.compile(
    r"\barXiv\s*+:?+\s*+(?:abs/)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)", re.IGNORECASE
)
_ARXIV_URL = re.compile(r"arxiv\.org/(?:abs|pdf)/((?:\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?:v\d+)?)", re.IGNORECASE)
# What reference managers make of the signs of a DOI for LaTeX: "\\textless{}", "{\\_}", "\\%".
_LATEX = (
    (re.compile(r"\{?\\(?:textless|ensuremath\{<\})(?:\{\}|\s)?\}?|\$<\$"), "<"),
    (re.compile(r"\{?\\(?:textgreater|ensuremath\{>\})(?:\{\}|\s)?\}?|\$>\$"), ">"),
    (re.compile(r"\{?\\([_%&#])\}?"), r"\1"),
)


def find_dois(text: str) -> list[Found]:
    """Every DOI in a text, in order, trailing punctuation and unmatched brackets left outside.

    What nobody sees (a zero-width space) is read through; the spans are those of the text as it stands.
    """
    seen = [at for at, char in enumerate(text) if char not in INVISIBLE] if _UNSEEN.search(text) else None
    shown = _UNSEEN.sub("", text) if seen is not None else text
    found = []
    for match in _DOI.finditer(shown):
        raw = trim_doi(match.group())
        start, end = match.start(), match.start() + len(raw)
        place = (start, end) if seen is None else (seen[start], seen[end - 1] + 1)
        found.append(Found(*place, clean_doi(raw)))
    return found


def clean_doi(text: str) -> str:
    """The bare DOI in lower case, from any way of writing it; empty where there is none.

    DOIs are case-insensitive (DOI Handbook 2.4), so lower case is the one spelling used everywhere.

    >>> clean_doi("https://doi.org/10.1186/1471-2474-15-286.")
    '10.1186/1471-2474-15-286'
    """
    text = _UNSEEN.sub("", text)
    if "\\" in text or "$" in text:
        for escaped, sign in _LATEX:
            text = escaped.sub(sign, text)
    match = _DOI.search(unquote(text) if "%2f" in text.casefold() else text)
    return trim_doi(match.group()).casefold() if match else ""


def find_pmids(text: str) -> list[Found]:
    """PubMed ids that say so ("PMID: 123" or a PubMed address)."""
    return [Found(m.start(), m.end(), m.group(1) or m.group(2)) for m in _PMID.finditer(text)]


def find_pmcids(text: str) -> list[Found]:
    """PubMed Central ids, as ``PMC123``."""
    return [Found(m.start(), m.end(), f"PMC{m.group(1)}") for m in _PMCID.finditer(text)]


def find_arxiv(text: str) -> list[Found]:
    """arXiv ids, without the version, from "arXiv:…" or an address."""
    return [
        Found(m.start(), m.end(), re.sub(r"v\d+$", "", m.group(1)))
        for pattern in (_ARXIV, _ARXIV_URL)
        for m in pattern.finditer(text)
    ]


def trim_doi(raw: str) -> str:
    """A raw DOI without what belongs to the sentence around it: ``10.1/a).`` but not ``10.1/a(15)``."""
    while raw:
        last = raw[-1]
        if last in _TRAILING or (last in _PAIRS and raw.count(last) > raw.count(_PAIRS[last])):
            raw = raw[:-1]
        else:
            break
    return raw
