"""One register alone, behind the cache file: ``--source pubmed`` and its like."""

from __future__ import annotations

from collections.abc import Mapping

from litreview.sources.crossref import Crossref
from litreview.sources.joined import Joined, in_cache
from litreview.sources.kinds import Asking
from litreview.sources.registers.arxiv import Arxiv
from litreview.sources.registers.books import OpenLibrary
from litreview.sources.registers.datacite import DataCite
from litreview.sources.registers.openalex import OpenAlex
from litreview.sources.registers.pubmed import PubMed
from litreview.sources.registers.register import Register

BY_NAME: Mapping[str, type[Register]] = {
    "datacite": DataCite, "pubmed": PubMed, "arxiv": Arxiv, "openlibrary": OpenLibrary, "openalex": OpenAlex,
}  # fmt: skip
"""What may be named alone."""


def opened(place: str, asking: Asking) -> Joined:
    """The register of that name; ``base_url`` is an address of Crossref's and not for it."""
    return Joined(None, in_cache([BY_NAME[place]], asking, Crossref(asking.mailto).mailto))
