"""Entries of arXiv's feed (Atom, ``/query?id_list=``) → Work.

The feed leaves out numbers that it does not have. What it cannot read comes as an entry of its own, with the
title "Error" and an id under ``api/errors``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from litreview.formats.records.crossref import work_from_crossref
from litreview.formats.records.dates import read_date
from litreview.formats.xml_tree import child, inner_text, parse_xml, tag
from litreview.model.errors import InputError
from litreview.model.work import PartialDate, Work
from litreview.normalise.names import parse_name
from litreview.normalise.vocabulary.years import RECORD_YEAR

NAME = "arXiv"
_ID = re.compile(r"arxiv\.org/abs/(.+?)(?:v\d+)?$")
_YEAR = re.compile(rf"(?<!\d){RECORD_YEAR}(?!\d)")


def works_from_arxiv(content: bytes, *, source: str = NAME) -> dict[str, Work] | None:
    """The works of a feed by their number without version; None where it reports an error instead.

    Raises:
        InputError: not well-formed, or no feed.
    """
    root = parse_xml(content, "", "arXiv feed")
    entries = [item for item in root if tag(item) == "entry"]
    if tag(root) != "feed":
        raise InputError("no arXiv feed")
    if any("/api/errors" in _text(entry, "id") for entry in entries):
        return None
    works = (_work(entry, source) for entry in entries)
    return {work.arxiv: work for work in works if work.arxiv and work.title}


def _work(entry: etree._Element, source: str) -> Work:
    found = _ID.search(_text(entry, "id"))
    number = found[1] if found else ""
    doi = _text(entry, "doi")
    return work_from_crossref(
        {
            "key": f"arXiv {number}",
            "arXiv": number,
            "type": "posted-content",
            "subtype": "preprint",
            "title": _text(entry, "title"),
            "author": [parse_name(_text(item, "name")).to_csl() for item in entry if tag(item) == "author"],
            "URL": f"https://arxiv.org/abs/{number}",
            "relation": {"is-preprint-of": [{"id-type": "doi", "id": doi}]} if doi else {},
            **dict(_dates(entry)),
        },
        source=source,
    )


def _dates(entry: etree._Element) -> Iterator[tuple[str, object]]:
    """A preprint is rightly cited by the year of its first version, its last, and of the paper it became."""
    first, last = (read_date(_text(entry, name)[:10]) for name in ("published", "updated"))
    paper = [PartialDate(int(year)) for year in _YEAR.findall(_text(entry, "journal_ref"))]
    for name, date in (("issued", first), ("posted", first), ("published-online", last),
                       ("published-other", paper[-1] if paper else None)):  # fmt: skip
        if date is not None and date.year is not None:
            yield name, date.to_csl()


def _text(element: etree._Element, name: str) -> str:
    found = child(element, name)
    return inner_text(found) if found is not None else ""
