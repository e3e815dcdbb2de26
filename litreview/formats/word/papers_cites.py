"""The XML of Papers 2 and 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litreview.formats.word.live import Cite, Live
from litreview.formats.xml_tree import below, child, inner_text, parse_xml, tag
from litreview.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELDS = {"title": "title", "doi": "DOI", "volume": "volume", "number": "issue", "url": "URL"}


def read_papers(text: str) -> Live:
    """The publications of ``ADDIN PAPERS2_CITATIONS <citation>…``, by their uuids."""
    try:
        root = parse_xml(text.strip().encode(), "", "XML of a citation")
    except InputError:
        return ()
    lists = below(root, "publications")
    return tuple(_cite(item) for group in lists for item in group if tag(item) == "publication")


def _cite(publication: _Element) -> Cite:
    texts = {tag(item): inner_text(item) for item in publication}
    csl: dict[str, object] = {to: texts[name] for name, to in _FIELDS.items() if texts.get(name)}
    csl["type"] = "article-journal" if child(publication, "bundle") is not None else "document"
    csl["author"] = [
        {"family": parts.get("lastName", ""), "given": parts.get("firstName", "")}
        for group in publication if tag(group) == "authors" for author in below(group, "author")
        if (parts := {tag(part): inner_text(part) for part in author})
    ]  # fmt: skip
    bundle = child(publication, "bundle")
    journal = next(below(bundle, "title"), None) if bundle is not None else None
    if journal is not None:
        csl["container-title"] = inner_text(journal)
    if texts.get("startpage"):
        csl["page"] = "-".join(filter(None, (texts["startpage"], texts.get("endpage"))))
    # 99199103140000…: a mark, then the date.
    if found := re.match(r"99(\d{4})", texts.get("publication_date", "")):
        csl["issued"] = {"date-parts": [[int(found[1])]]}
    uuid = texts.get("uuid", "").casefold()
    return Cite((uuid,) if uuid else (), csl=csl)
