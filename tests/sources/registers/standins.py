"""Stand-ins of the registers: they answer over HTTP in the shapes of recorded answers, about invented works.

The shapes are those of esummary 0.3 (PubMed and PubMed Central), arXiv's Atom feed, DataCite's REST API,
doi.org's ``/ra``, Open Library's ``/api/books?jscmd=data`` and OpenAlex's single works, as recorded from 2019
to 2026.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import escape

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from litreview.model.work import Name, PartialDate, Work
from litreview.sources.registers.services import SERVICES

SURNAMES = """
    Abernak Bellweg Corvani Dahlmo Eskerud Fontrey Gundvik Harrowby Iskanov Jurgmar Kestrin Lundqar Mavrides
    Nordby Ostrelle Pavlenk Quistram Rowanda Sigmarsen Thornwick Ulvaeus Vandermoor Wexcombe Yarrowin
    Zellinger Ambrusta Brockvild Castellun Drummarsk Eldrimann
"""
SUBJECTS = (
    "spinal manipulation", "iron stores", "grip strength", "mitochondrial drift", "sparse retrieval",
    "river sediments", "wound healing", "graph colouring", "vaccine cold chains", "reading fluency",
    "bat echolocation", "kidney filtration", "crop rotation", "sleep spindles", "glacier melt",
)  # fmt: skip
PEOPLE = (
    "rowers", "schoolchildren", "kayakers", "night nurses", "retired miners", "tadpoles", "bakers",
    "choir singers",
)  # fmt: skip
WAYS = (
    "A randomised comparison of", "Seasonal change of", "New bounds for", "What is known about", "Measuring",
    "Failures of", "Three years of", "An early history of",
)  # fmt: skip
JOURNALS = (
    "Journal of Invented Medicine", "Annals of Tropical Measurement", "Nordic Review of Training",
    "Archive of Small Results", "Proceedings of Imaginary Physics", "Quarterly of Applied Doubt",
)  # fmt: skip


def invented(count: int, seed: int = 1) -> list[Work]:
    """Works that nobody wrote: each with another title, one to five authors, a place, and numbers."""
    rng, works = Random(seed), []
    titles = [f"{way} {subject} in {people}" for way in WAYS for subject in SUBJECTS for people in PEOPLE]
    for at, title in enumerate(rng.sample(titles, count)):
        people = rng.sample(SURNAMES.split(), rng.randint(1, 5))
        first = rng.randint(1, 900)
        works.append(
            Work(
                type="article-journal",
                title=title,
                doi=f"10.5555/inv.{seed}.{at}",
                author=tuple(Name(one, "".join(rng.sample("ABCDEFHJKLMNPRST", 2))) for one in people),
                container_title=rng.choice(JOURNALS),
                volume=str(rng.randint(1, 80)),
                issue=str(rng.randint(1, 6)),
                page=f"{first}-{first + rng.randint(3, 14)}",
                issued=PartialDate(rng.randint(1996, 2024)),
                pmid=str(31_000_000 + 1000 * seed + at),
                pmcid=f"PMC{5_000_000 + 1000 * seed + at}",
                arxiv=f"2{seed % 10}{at % 12 + 1:02d}.{10_000 + at}",
            )
        )
    return works


def initials_last(name: Name) -> str:
    """ "Lundqar AB", as PubMed has it."""
    return name.literal or f"{name.particle} {name.family} {name.given} {name.suffix}".strip()


def pubmed_summary(work: Work, pubtype: Sequence[str] = ("Journal Article",), **more: Any) -> dict[str, Any]:
    """A summary of ``esummary.fcgi?db=pubmed``."""
    kinds = {"pubmed": work.pmid, "doi": work.doi, "pmc": work.pmcid}
    return {
        "uid": work.pmid,
        "pubdate": f"{work.year} Mar 15",
        "epubdate": "",
        "source": "J Inv Med",
        "authors": [
            {
                "name": initials_last(one),
                "authtype": "CollectiveName" if one.literal else "Author",
                "clusterid": "",
            }
            for one in work.author
        ],
        "lastauthor": initials_last(work.author[-1]),
        "title": f"{work.title}.",
        "sorttitle": work.title.casefold(),
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.page,
        "lang": ["eng"],
        "nlmuniqueid": "9900001",
        "issn": "1234-5679",
        "essn": "",
        "pubtype": list(pubtype),
        "recordstatus": "PubMed - indexed for MEDLINE",
        "pubstatus": "4",
        "articleids": [
            {"idtype": kind, "idtypen": 1, "value": value} for kind, value in kinds.items() if value
        ],
        "history": [{"pubstatus": "pubmed", "date": f"{work.year}/03/15 09:00"}],
        "references": [],
        "attributes": ["Has Abstract"],
        "pmcrefcount": "",
        "fulljournalname": work.container_title,
        "elocationid": f"doi: {work.doi}" if work.doi else "",
        "doctype": "citation",
        "srccontriblist": [],
        "booktitle": "",
        "medium": "",
        "edition": "",
        "publisherlocation": "",
        "publishername": "",
        "srcdate": "",
        "reportnumber": "",
        "availablefromurl": "",
        "locationlabel": "",
        "doccontriblist": [],
        "docdate": "",
        "bookname": "",
        "chapter": "",
        "sortpubdate": f"{work.year}/03/15 00:00",
        "sortfirstauthor": "",
        "vernaculartitle": "",
        **more,
    }


def pmc_summary(work: Work) -> dict[str, Any]:
    """A summary of ``esummary.fcgi?db=pmc``."""
    kinds = {"pmid": work.pmid or "0", "doi": work.doi, "pmcid": work.pmcid}
    return {
        "uid": work.pmcid.removeprefix("PMC"),
        "pubdate": f"{work.year} Mar 15",
        "epubdate": f"{work.year} Mar 15",
        "printpubdate": f"{work.year} Apr",
        "source": "J Inv Med",
        "authors": [{"name": initials_last(one), "authtype": "Author"} for one in work.author],
        "title": work.title,
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.page,
        "articleids": [{"idtype": kind, "value": value} for kind, value in kinds.items() if value],
        "fulljournalname": work.container_title,
        "sortdate": f"{work.year}/03/15 00:00",
        "pmclivedate": f"{work.year}/03/15",
    }


def arxiv_entry(work: Work, version: int = 2, **more: str) -> str:
    """An entry of arXiv's feed."""
    people = "".join(
        f"<author><name>{escape(f'{one.given} {one.family}'.strip())}</name></author>\n    "
        for one in work.author
    )
    extra = "".join(
        f'<arxiv:{name} xmlns:arxiv="http://arxiv.org/schemas/atom">{escape(text)}</arxiv:{name}>'
        for name, text in more.items()
    )
    title = escape(work.title).replace(" in ", "\n  in ")
    return f"""  <entry>
    <id>http://arxiv.org/abs/{work.arxiv}v{version}</id>
    <updated>{(work.year or 0) + 1}-02-11T09:00:01Z</updated>
    <published>{work.year}-03-15T17:59:59Z</published>
    <title>{title}</title>
    <summary>  We invent a result.</summary>
    {people}{extra}
    <link href="http://arxiv.org/abs/{work.arxiv}v{version}" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.IR"
      scheme="http://arxiv.org/schemas/atom"/>
  </entry>
"""


def arxiv_feed(entries: str) -> str:
    """arXiv's feed around its entries."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3D"
    rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=&amp;start=0&amp;max_results=10</title>
  <id>http://arxiv.org/api/invented</id>
  <updated>2026-01-01T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
{entries}</feed>
"""


ARXIV_ERROR = """  <entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_1234.error</id>
    <title>Error</title>
    <summary>incorrect id format for 1234.error</summary>
    <author><name>arXiv api core</name></author>
  </entry>
"""


def datacite_record(work: Work, **more: Any) -> dict[str, Any]:
    """The answer of ``/dois/{id}``."""
    attributes = {
        "doi": work.doi,
        "prefix": work.doi.partition("/")[0],
        "suffix": work.doi.partition("/")[2],
        "identifiers": [],
        "alternateIdentifiers": [],
        "creators": [
            {"name": one.literal, "nameType": "Organizational", "affiliation": [], "nameIdentifiers": []}
            if one.literal
            else {
                "name": f"{one.family}, {one.given}",
                "nameType": "Personal",
                "givenName": one.given,
                "familyName": one.family,
                "affiliation": [],
                "nameIdentifiers": [],
            }
            for one in work.author
        ],
        "titles": [{"title": work.title}],
        "publisher": "Zenodo",
        "container": {},
        "publicationYear": work.year,
        "subjects": [],
        "contributors": [],
        "dates": [{"date": f"{work.year}-03-15", "dateType": "Issued"}],
        "language": "en",
        "types": {
            "ris": "DATA",
            "bibtex": "misc",
            "citeproc": "dataset",
            "schemaOrg": "Dataset",
            "resourceTypeGeneral": "Dataset",
        },
        "relatedIdentifiers": [],
        "sizes": [],
        "formats": [],
        "version": None,
        "rightsList": [],
        "descriptions": [],
        "url": "https://zenodo.org/records/1",
        "state": "findable",
        **more,
    }
    return {"data": {"id": work.doi, "type": "dois", "attributes": attributes, "relationships": {}}}


def book_data(work: Work) -> dict[str, Any]:
    """A book of ``/api/books?jscmd=data``."""
    return {
        "url": "https://openlibrary.org/books/OL1234M/Invented",
        "key": "/books/OL1234M",
        "title": work.title,
        "authors": [
            {"url": "https://openlibrary.org/authors/OL1A/x", "name": f"{one.given} {one.family}"}
            for one in work.author
        ],
        "number_of_pages": 300,
        "identifiers": {"isbn_13": list(work.isbn), "openlibrary": ["OL1234M"]},
        "publishers": [{"name": "Invented Press"}],
        "publish_places": [{"name": "Oslo"}],
        "publish_date": f"March {work.year}",
    }


def openalex_work(work: Work, **more: Any) -> dict[str, Any]:
    """The answer of ``/works/doi:…``."""
    first, _, last = work.page.partition("-")
    return {
        "id": "https://openalex.org/W1234567",
        "doi": f"https://doi.org/{work.doi}",
        "title": work.title,
        "display_name": work.title,
        "publication_year": work.year,
        "publication_date": f"{work.year}-03-15",
        "ids": {
            "openalex": "https://openalex.org/W1234567",
            "doi": f"https://doi.org/{work.doi}",
            "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{work.pmid}",
        },
        "language": "en",
        "type": "article",
        "is_retracted": False,
        "primary_location": {"source": {"display_name": work.container_title, "issn": ["1234-5679"]}},
        "authorships": [
            {"author_position": "first", "author": {"display_name": f"{one.given} {one.family}"}}
            for one in work.author
        ],
        "biblio": {"volume": work.volume, "issue": work.issue, "first_page": first, "last_page": last},
        **more,
    }


class StandIns:
    """All registers on one loopback server. ``works`` may be filled at any time; ``trouble`` answers in place
    of a register while it is set; ``asked`` are the requests so far, by register."""

    def __init__(self, server: HTTPServer) -> None:
        self.server, self.works = server, list[Work]()
        self.summaries: dict[str, dict[str, Any]] = {}
        self.entries: dict[str, str] = {}
        self.agencies: dict[str, str] = {}
        self.trouble: dict[str, Callable[[], Response]] = {}
        self.asked: dict[str, list[Request]] = {service.name: [] for service in SERVICES}
        answers = (self._agency, self._datacite, self._pubmed, self._arxiv, self._books, self._openalex)
        for service, answer in zip(SERVICES, answers, strict=True):
            self._serve(service.name, answer)

    def url(self, name: str) -> str:
        """The address of a register here."""
        return self.server.url_for(f"/{name.replace(' ', '')}")

    def _serve(self, name: str, answer: Callable[[Request, str], Response]) -> None:
        prefix = f"/{name.replace(' ', '')}"

        def handler(request: Request) -> Response:
            self.asked[name].append(request)
            if name in self.trouble:
                return self.trouble[name]()
            return answer(request, unquote(request.path.removeprefix(prefix)))

        import re

        self.server.expect_request(re.compile(f"^{re.escape(prefix)}/.*")).respond_with_handler(handler)

    def _agency(self, request: Request, path: str) -> Response:
        found = []
        for doi in path.removeprefix("/ra/").split(","):
            agency = self.agencies.get(doi)
            said = {"RA": agency} if agency else {"status": "DOI does not exist"}
            found.append({"DOI": doi} | said)
        return as_json(found)

    def _datacite(self, request: Request, path: str) -> Response:
        doi = path.removeprefix("/dois/")
        work = next((one for one in self.works if one.doi == doi), None)
        if work is None:
            said = {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}
            return as_json(said, 404)
        return as_json(datacite_record(work))

    def _pubmed(self, request: Request, path: str) -> Response:
        pmc = request.args["db"] == "pmc"
        result: dict[str, Any] = {"uids": request.args["id"].split(",")}
        for uid in result["uids"]:
            number = f"PMC{uid}" if pmc else uid
            work = next((one for one in self.works if number == (one.pmcid if pmc else one.pmid)), None)
            made = (pmc_summary if pmc else pubmed_summary)(work) if work else None
            error = {"uid": uid, "error": "cannot get document summary"}
            result[uid] = self.summaries.get(number) or made or error
        return as_json({"header": {"type": "esummary", "version": "0.3"}, "result": result})

    def _arxiv(self, request: Request, path: str) -> Response:
        wanted = request.args["id_list"].split(",")
        held = {work.arxiv: arxiv_entry(work) for work in self.works if work.arxiv} | self.entries
        entries = "".join(held[number] for number in wanted if number in held)
        return Response(arxiv_feed(entries), content_type="application/atom+xml; charset=UTF-8")

    def _books(self, request: Request, path: str) -> Response:
        held = {f"ISBN:{isbn}": work for work in self.works for isbn in work.isbn}
        wanted = request.args["bibkeys"].split(",")
        return as_json({key: book_data(held[key]) for key in wanted if key in held})

    def _openalex(self, request: Request, path: str) -> Response:
        kind, _, number = path.removeprefix("/works/").partition(":")
        work = next((one for one in self.works if number == getattr(one, kind)), None)
        if work is None:
            return as_json({"error": "Not found", "message": f"Work {number} not found"}, 404)
        return as_json(openalex_work(work))


def as_json(value: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(value), status, mimetype="application/json")
