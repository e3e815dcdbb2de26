"""The registers, one row each: where they answer, what they are asked by, and how often they may be asked."""

from __future__ import annotations

import os
from dataclasses import dataclass

from litreview.sources.limiter import Limits

ASKED = "single"
"""The one kind of request that registers count."""


@dataclass(frozen=True, slots=True)
class Service:
    """One register.

    ``variable`` is the environment variable that names another address (a mirror, a stand-in); ``numbers``
    are the CSL names of what it is asked by, and ``batch`` says how many of them go into one request.
    ``polite`` are the limits of a client that gives an address for mail, ``public`` those of one that does
    not; ``limited`` says them in words and ``published`` where they are published. ``hosts`` are other hosts
    of the register, to which it may redirect.
    """

    name: str
    url: str
    variable: str
    numbers: tuple[str, ...]
    batch: int
    polite: Limits
    public: Limits
    limited: str
    published: str
    purpose: str
    hosts: tuple[str, ...] = ()

    @property
    def named_url(self) -> str:
        """The address that the environment names, empty where it names none."""
        return os.environ.get(self.variable, "").rstrip("/")


def _often(requests: int, seconds: float = 1.0) -> Limits:
    return Limits({ASKED: requests}, window=seconds)


AGENCIES = Service(
    "doi.org", "https://doi.org", "LITREVIEW_DOI_URL", ("DOI",), 100, _often(1), _often(1),
    "1 a second (our own restraint: no limit is published)", "https://www.doi.org/the-identifier/resources/factsheets",
    "which agency registered a DOI that Crossref lacks, and whether it exists", ("www.doi.org", "dx.doi.org"),
)  # fmt: skip
DATACITE = Service(
    "DataCite", "https://api.datacite.org", "LITREVIEW_DATACITE_URL", ("DOI",), 1, _often(3), _often(1),
    "3 a second with an address (1,000 in five minutes), 1 without (500)",
    "https://support.datacite.org/docs/rate-limit",
    "DOIs of DataCite: data, software, preprints, theses, reports",
)  # fmt: skip
PUBMED = Service(
    "PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", "LITREVIEW_PUBMED_URL", ("PMID", "PMCID"), 200,
    _often(3), _often(3), "3 a second, with the name of the tool and the address",
    "https://www.ncbi.nlm.nih.gov/books/NBK25497/",
    "PubMed and PubMed Central numbers, two hundred to a request; retractions and corrections",
)  # fmt: skip
ARXIV = Service(
    "arXiv", "https://export.arxiv.org/api", "LITREVIEW_ARXIV_URL", ("arXiv",), 100, _often(1, 3.0),
    _often(1, 3.0), "1 in three seconds, over one connection", "https://info.arxiv.org/help/api/tou.html",
    "arXiv numbers, a hundred to a request", ("arxiv.org",),
)  # fmt: skip
OPEN_LIBRARY = Service(
    "Open Library", "https://openlibrary.org", "LITREVIEW_OPENLIBRARY_URL", ("ISBN",), 50,
    _often(3), _often(1),
    "3 a second with an address, 1 without", "https://openlibrary.org/developers/api",
    "ISBNs, fifty to a request", ("www.openlibrary.org",),
)  # fmt: skip
OPENALEX = Service(
    "OpenAlex", "https://api.openalex.org", "LITREVIEW_OPENALEX_URL", ("DOI", "PMID"), 1,
    _often(10), _often(10),
    "10 a second (100 are allowed)", "https://developers.openalex.org/api-reference/authentication",
    "DOIs and PubMed numbers, only when it is named: `--source openalex`",
)  # fmt: skip

SERVICES = (AGENCIES, DATACITE, PUBMED, ARXIV, OPEN_LIBRARY, OPENALEX)
"""In the order in which ``--source auto`` asks; the last is asked by name only."""


def registers_table() -> str:
    """The registers as the table of docs/sources.md."""
    rows = [
        f"| [{one.name}]({one.published}) | {one.purpose} | {one.limited} | `{one.variable}` |"
        for one in SERVICES
    ]
    return "\n".join(
        ("| register | asked for | how often at most | another address |", "| --- " * 4 + "|", *rows)
    )
