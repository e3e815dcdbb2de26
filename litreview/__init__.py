"""litreview: reads articles, checks what they cite, and turns the studies into evidence.

    >>> import litreview as lr                                          # doctest: +SKIP
    >>> report = lr.check("paper.docx", source=lr.Crossref(mailto="you@example.org"))  # doctest: +SKIP

Every public name is loaded when it is first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "Agreement": "model.match",
    "Article": "model.article",
    "Arxiv": "sources.registers.arxiv",
    "Cached": "sources.cached",
    "Candidate": "model.match",
    "Citation": "model.article",
    "CitationItem": "model.article",
    "Corrections": "editing.corrections",
    "Crossref": "sources.crossref",
    "DataCite": "sources.registers.datacite",
    "Document": "model.document",
    "Evidence": "evidence.evidence",
    "Finding": "model.finding",
    "Index": "sources.index",
    "Library": "library.library",
    "Link": "model.article",
    "LitreviewError": "model.errors",
    "Match": "model.match",
    "Name": "model.work",
    "OpenAlex": "sources.registers.openalex",
    "OpenLibrary": "sources.registers.books",
    "Pooled": "evidence.pooling",
    "PubMed": "sources.registers.pubmed",
    "Reference": "model.reference",
    "Report": "reports.report",
    "Settings": "rules.engine.settings",
    "Snapshot": "sources.snapshot",
    "Work": "model.work",
    "check": "pipeline",
    "fix": "pipeline",
    "parse": "pipeline",
    "parse_reference": "parsing.reading.fields",
    "pool": "evidence.pooling",
    "read": "formats.registry",
    "resolve": "matching.resolve",
    "to_frame": "library.frames",
}

__all__ = ["__version__", "plots", *sorted(_HOMES)]

if TYPE_CHECKING:
    from litreview import plots as plots
    from litreview.editing.corrections import Corrections as Corrections
    from litreview.evidence.evidence import Evidence as Evidence
    from litreview.evidence.pooling import Pooled as Pooled
    from litreview.evidence.pooling import pool as pool
    from litreview.formats.registry import read as read
    from litreview.library.frames import to_frame as to_frame
    from litreview.library.library import Library as Library
    from litreview.matching.resolve import resolve as resolve
    from litreview.model.article import Article as Article
    from litreview.model.article import Citation as Citation
    from litreview.model.article import CitationItem as CitationItem
    from litreview.model.article import Link as Link
    from litreview.model.document import Document as Document
    from litreview.model.errors import LitreviewError as LitreviewError
    from litreview.model.finding import Finding as Finding
    from litreview.model.match import Agreement as Agreement
    from litreview.model.match import Candidate as Candidate
    from litreview.model.match import Match as Match
    from litreview.model.reference import Reference as Reference
    from litreview.model.work import Name as Name
    from litreview.model.work import Work as Work
    from litreview.parsing.reading.fields import parse_reference as parse_reference
    from litreview.pipeline import check as check
    from litreview.pipeline import fix as fix
    from litreview.pipeline import parse as parse
    from litreview.reports.report import Report as Report
    from litreview.rules.engine.settings import Settings as Settings
    from litreview.sources.cached import Cached as Cached
    from litreview.sources.crossref import Crossref as Crossref
    from litreview.sources.index import Index as Index
    from litreview.sources.registers.arxiv import Arxiv as Arxiv
    from litreview.sources.registers.books import OpenLibrary as OpenLibrary
    from litreview.sources.registers.datacite import DataCite as DataCite
    from litreview.sources.registers.openalex import OpenAlex as OpenAlex
    from litreview.sources.registers.pubmed import PubMed as PubMed
    from litreview.sources.snapshot import Snapshot as Snapshot


def __getattr__(name: str) -> object:
    if name == "plots":
        return import_module("litreview.plots")
    if name in _HOMES:
        return getattr(import_module(f"litreview.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'litreview' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
