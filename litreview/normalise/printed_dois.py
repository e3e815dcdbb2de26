"""DOIs as they are printed: with the tail of a page's address, escaped, broken by a blank, or in short form.

What is clean must not be changed: real DOIs end in "/full" or hold a "%". So nothing here replaces a DOI; it
gives further readings of one, to be asked for where the printed form is not known, and the record decides.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from unicodedata import normalize
from urllib.parse import unquote

from litreview.normalise.identifiers import Found, clean_doi, find_dois, trim_doi
from litreview.normalise.vocabulary.dashes import DASHES
from litreview.normalise.vocabulary.landing_pages import TAIL

MOST_READINGS = 6
"""Readings of one DOI that are asked for; longer chains of tails were not seen (judgement)."""
_QUERY = re.compile(
    r"[?#]|&[a-z_]+=|;jsessionid"
    r"|(?:(?<![.,;(\[])[.,;(\[]++)?+(?:https?:|(?<=.{8})doi:|pmid\b|pmcid\b|pmc\d)",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"/{2,}")
_DASHES = re.compile(f"[{DASHES}]")
# Of preprints: "10.1101/2021.02.03.21251111v2".
_VERSION = re.compile(r"(?<=\d)v\d{1,2}$")
# A blank or line break behind a slash, dash, dot or underscore, or around the first slash.
_MOST_SIGNS = 200
"""Most signs of a broken DOI up to its gap (judgement): longer ones are not printed over two lines."""
_BROKEN = re.compile(
    rf"\b10\.\s?\d{{4,9}}\s?/\s{{1,3}}(?=\S*\d)[^\s,;]+"
    rf"|\b10\.\s?\d{{4,9}}(?:\s/\s?|\s?/)(?=\S)(?:[^\s,;]{{0,{_MOST_SIGNS}}}[-/._{DASHES}]\s{{1,3}}(?=[^\s,;]{{0,{_MOST_SIGNS}}}\d))+[^\s,;]+"
    r"|\b10\.\s?\d{4,9}\s/(?=\S)[^\s,;]+"
)
_WORD_END = r"(?=[.,;:)\]}>\"]*(?:[\s<]|$))"
_SHORT = re.compile(
    rf"(?:\bdoi\s*+[:=]\s*+(?:[{{\"]\s*+)?|doi\.org/)(?P<doi>10/[a-z0-9]{{3,10}}){_WORD_END}"
    rf"|\bdoi\.org/(?P<handle>(?=[a-z]*\d|[a-z]{{3,6}}\b)[a-z0-9]{{3,10}}){_WORD_END}",
    re.IGNORECASE,
)

_CLAIMED = re.compile(
    r"(?:\bdoi\s*[:=]\s*[{\"]?|doi\.org/)(?:doi:\s*)?(?P<doi>[^\s{}\"<>,;]+)", re.IGNORECASE
)
_ABSENT = re.compile(r"none|n/?a|no|not|-+|\.+|pending|forthcoming|unknown", re.IGNORECASE)
_HEAD = re.compile(r"(?:https?:|www\.)[^\s\"<>{}()\[\]]*$", re.IGNORECASE)
_RESOLVER = re.compile(r"doi\.org/(?:doi:)?$|/hdl\.handle\.net/$", re.IGNORECASE)


def doi_readings(doi: str) -> tuple[str, ...]:
    """What a DOI may be that is printed so, the nearest first; the printed form itself is not among them.

    >>> doi_readings("10.5555/abc.1/full")
    ('10.5555/abc.1',)
    >>> doi_readings("10.5555/abc.1")
    ()
    """
    found: dict[str, None] = {}
    waiting = [doi]
    while waiting and len(found) < MOST_READINGS:
        for reading in _one_step(waiting.pop(0)):
            if reading not in found and reading != doi:
                found[reading] = None
                waiting.append(reading)
    return tuple(found)[:MOST_READINGS]


def _one_step(doi: str) -> Iterator[str]:
    """Each reading that is one repair away."""
    query = _QUERY.search(doi, 8)
    texts = (
        html.unescape(doi) if "&" in doi else doi,
        unquote(doi) if "%" in doi else doi,
        doi[: query.start()] if query else doi,
        doi.rstrip("/>])}"),
        TAIL.sub("", doi),
        _VERSION.sub("", doi),
        doi if query else _DOUBLED.sub("/", doi),
        _DASHES.sub("-", doi),
        normalize("NFKC", doi),
    )
    for text in texts:
        reading = clean_doi(text)
        if text != doi and reading and reading != doi:
            yield reading


def broken_dois(text: str) -> list[Found]:
    """DOIs that a blank may have broken ("10.5555/ abc.1"), joined; a guess, for the next word may as well
    belong to the sentence. The span is that of both parts."""
    found = []
    for match in _BROKEN.finditer(text):
        raw = trim_doi(match.group())
        if doi := clean_doi("".join(raw.split())):
            found.append(Found(match.start(), match.start() + len(raw), doi))
    return found


def short_dois(text: str) -> list[Found]:
    """Short DOIs ("10/gk9z2x", "https://doi.org/gk9z2x"), as ``10/gk9z2x``."""
    return [
        Found(
            *match.span("doi" if match["doi"] else "handle"),
            (match["doi"] or f"10/{match['handle']}").casefold(),
        )
        for match in _SHORT.finditer(text)
    ]


def claimed_doi(text: str) -> tuple[int, int] | None:
    """Where something stands that is called a DOI ("doi: 1371/pmed.1", "doi.org/…"), whatever it is; None
    where there is nothing, and for "doi: none"."""
    found = _CLAIMED.search(text)
    said = found["doi"].rstrip(".,;)") if found else ""
    if found is None or not said or _ABSENT.fullmatch(said):
        return None
    return found.start("doi"), found.start("doi") + len(said)


def gives_doi(text: str) -> bool:
    """True where a text holds anything like a DOI: a whole, a short, a broken or a malformed one."""
    return bool(find_dois(text) or broken_dois(text) or short_dois(text) or claimed_doi(text))


def is_escaped_only(doi: str, reading: str) -> bool:
    """True where the printed form is the other one with "%28" or "&lt;" in it: such a link works."""
    return clean_doi(html.unescape(unquote(doi))) == reading


def page_address(text: str, doi: str) -> bool:
    """True where a DOI stands in the address of a publisher's page, whose tail belongs to it; also where the
    text does not show it at all (a link behind words)."""
    places = [found for found in find_dois(text) if found.value == doi]
    return bool(doi) and all(_is_in_page(text[: found.start]) for found in places)


def _is_in_page(before: str) -> bool:
    head = _HEAD.search(before)
    return bool(head) and not _RESOLVER.search(before)
