"""The kinds of source, one row each: what ``--source`` takes, who opens it, and what the pages say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from litreview.model.source import Source
from litreview.sources.retry import DEADLINE


@dataclass(frozen=True, slots=True)
class Asking:
    """How a source is to be asked; each kind takes of it what concerns it.

    ``cache`` is the file that keeps answers, else the user's own; after ``deadline`` seconds without a usable
    answer nobody is asked any more; ``progress`` is told what is asked or
    waited for, how many answers are in, and how many there will be.
    """

    mailto: str | None = None
    base_url: str | None = None
    offline: bool = False
    refresh: bool = False
    cache: str | Path | None = None
    deadline: float = DEADLINE
    progress: Callable[[str, int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source.

    ``home`` is the module of this folder whose function ``opened(place, asking)`` gives the source, empty for
    no source at all. ``place`` is the word for what stands behind the colon (``PATH``), empty for nothing;
    then the module is given the kind's own name.
    """

    name: str
    home: str
    place: str
    title: str
    purpose: str

    @property
    def spelling(self) -> str:
        """What is typed: ``crossref``, ``snapshot:PATH``."""
        return f"{self.name}:{self.place}" if self.place else self.name

    def open(self, place: str, asking: Asking) -> Source | None:
        """The source of this kind at a place.

        Raises:
            InputError: the place holds no such source.
        """
        if not self.home:
            return None
        opened: Callable[[str, Asking], Source]
        opened = import_module(f"litreview.sources.{self.home}").opened
        return opened(place or self.name, asking)


KINDS = (
    Kind("auto", "joined", "", "Crossref and the registers below, with a cache", "everyday use"),
    Kind("crossref", "crossref", "", "Crossref alone, with a cache", "the fewest questions"),
    Kind("snapshot", "snapshot", "PATH", "a snapshot",
         "projects that keep their records, tests, work without a network"),
    Kind("index", "index", "FILE", "a local index", "thousands of references, whole archives"),
    Kind("datacite", "alone", "", "DataCite alone, with a cache", "DOIs of data, software, preprints"),
    Kind("pubmed", "alone", "", "PubMed alone, with a cache", "entries with PubMed numbers"),
    Kind("arxiv", "alone", "", "arXiv alone, with a cache", "entries with arXiv numbers"),
    Kind("openlibrary", "alone", "", "Open Library alone, with a cache", "books with an ISBN"),
    Kind("openalex", "alone", "", "OpenAlex alone, with a cache", "DOIs and PubMed numbers, once more"),
    Kind("none", "", "", "nothing", "judging the text alone"),
)  # fmt: skip
"""The first is what is asked where nothing is said."""

CHOICES = "|".join(kind.spelling for kind in KINDS)
"""For a usage line."""

NAMES = f"{', '.join(kind.spelling for kind in KINDS[:-1])} or {KINDS[-1].spelling}"
"""For a sentence."""


def sources_table() -> str:
    """The kinds as the table of docs/sources.md."""
    rows = [f"| {kind.title} | `--source {kind.spelling}` | {kind.purpose} |" for kind in KINDS]
    return "\n".join(("| source | option | for |", "| --- | --- | --- |", *rows))
