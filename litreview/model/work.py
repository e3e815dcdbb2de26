"""Work: a published thing, in the words of CSL and Crossref.

The same type holds what an article *claims* and what a source *registers*; comparing the two is
what the project is for. What cannot be parsed is kept as written (``PartialDate.literal``,
``Name.literal``, ``page``), never lost and never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeAlias

Csl: TypeAlias = dict[str, "CslValue"]
CslValue: TypeAlias = "str | int | list[CslValue] | dict[str, CslValue] | None"


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given, particle, suffix) or an organisation (``literal``).

    ``given`` is as written: ``"JF"``, ``"Jan-David"`` and ``"J.-D."`` all occur. ``particle`` is CSL's
    non-dropping particle ("van der"). A name with ``literal`` has no other part.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        head = " ".join(part for part in (self.particle, self.family) if part)
        tail = " ".join(part for part in (self.given, self.suffix) if part)
        return f"{head} {tail}".strip()

    def to_csl(self) -> Csl:
        """CSL name: ``{"literal"}`` or ``{"family", "given", "non-dropping-particle", "suffix"}``."""
        if self.literal:
            return {"literal": self.literal}
        parts = {"family": self.family, "given": self.given}
        parts |= {"non-dropping-particle": self.particle, "suffix": self.suffix}
        return {name: value for name, value in parts.items() if value}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, perhaps a month, perhaps a day; or only ``literal`` ("in press", "n.d.", "2014a")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    literal: str = ""

    def __str__(self) -> str:
        if self.year is None:
            return self.literal
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)

    def to_csl(self) -> Csl:
        """CSL date: ``{"date-parts": [[y, m, d]]}`` or ``{"literal": …}``."""
        if self.year is None:
            return {"literal": self.literal}
        parts: list[CslValue] = [part for part in (self.year, self.month, self.day) if part is not None]
        return {"date-parts": [parts]}


@dataclass(frozen=True, slots=True)
class Update:
    """A notice about a work: Crossref's ``updated-by`` (on the paper) or ``update-to`` (on the notice).

    ``type`` is folded to one of: retraction, partial_retraction, withdrawal, removal,
    expression_of_concern, correction, erratum, addendum, clarification, new_version, new_edition,
    reinstatement, expired, under_revision. ``source`` is ``publisher``, ``retraction-watch`` or the
    name of the record's own source; ``note`` says how it is known where there is no notice DOI.
    """

    type: str
    doi: str = ""
    source: str = ""
    date: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A Crossref relation: ``kind`` such as ``is-preprint-of``, ``is-version-of``, ``has-review``."""

    kind: str
    id: str
    id_type: str = "doi"


ALIAS = "is-identical-to"
"""The kind of relation to another DOI that leads to the same record (Crossref's relation types)."""


@dataclass(frozen=True, slots=True)
class Work:
    """A published thing. Every field may be empty; names are CSL's or Crossref's in snake case.

    ``type`` is a CSL type (``article-journal``, ``chapter``, ``report`` …). ``page`` is as written
    ("785–796", "883-90", "m4825", "CD009852"); ``article_number`` is Crossref's. ``issued`` is the year
    claimed or registered; ``dates`` holds the others a source gives, by Crossref's names
    (``published-print``, ``published-online``, ``posted`` …). ``et_al`` tells that ``author`` is
    a shortened list. ``source``, ``record`` and ``url`` say where a registered work was read;
    ``extra`` keeps fields of a bibliography that have no place here, so that nothing is lost.
    """

    type: str = ""
    title: str = ""
    subtitle: str = ""
    original_title: str = ""
    author: tuple[Name, ...] = ()
    et_al: bool = False
    editor: tuple[Name, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    article_number: str = ""
    number: str = ""
    edition: str = ""
    issued: PartialDate | None = None
    dates: tuple[tuple[str, PartialDate], ...] = ()
    publisher: str = ""
    publisher_place: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    updated_by: tuple[Update, ...] = ()
    update_to: tuple[Update, ...] = ()
    relations: tuple[Relation, ...] = ()
    key: str = ""
    source: str = ""
    record: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> int | None:
        """The year of ``issued``."""
        return self.issued.year if self.issued else None

    @property
    def years(self) -> frozenset[int]:
        """Every year under which the work may rightly be cited: print, online, issued, posted."""
        found = {date.year for _, date in self.dates} | {self.year}
        return frozenset(year for year in found if year is not None)

    @property
    def full_title(self) -> str:
        """Title and subtitle as one string; Crossref keeps them apart, CSL and readers do not."""
        if not self.subtitle or self.subtitle.casefold() in self.title.casefold():
            return self.title
        return f"{self.title.rstrip(' :.')}: {self.subtitle}" if self.title else self.subtitle

    @property
    def id(self) -> str:
        """The DOI, else the record key: what findings call ``work``."""
        return self.doi or self.record or self.key

    def to_csl(self) -> Csl:
        """The work as a CSL-JSON item (CSL 1.0.2 names); empty fields are left out.

        ``page`` covers article numbers and e-locators, as citation styles print them.
        """
        texts = {
            "id": self.key, "type": self.type, "title": self.full_title,
            "original-title": self.original_title,
            "container-title": self.container_title, "container-title-short": self.container_title_short,
            "collection-title": self.collection_title, "volume": self.volume, "issue": self.issue,
            "page": self.page or self.article_number, "number": self.number, "edition": self.edition,
            "publisher": self.publisher, "publisher-place": self.publisher_place, "DOI": self.doi,
            "PMID": self.pmid, "PMCID": self.pmcid, "ISBN": " ".join(self.isbn), "ISSN": " ".join(self.issn),
            "URL": self.url, "language": self.language, "abstract": self.abstract, "note": self.note,
        }  # fmt: skip
        csl: Csl = {name: text for name, text in texts.items() if text}
        for role, names in (("author", self.author), ("editor", self.editor)):
            if names:
                csl[role] = [name.to_csl() for name in names]
        if self.issued:
            csl["issued"] = self.issued.to_csl()
        if self.arxiv:
            csl |= {"archive": "arXiv", "archive_location": self.arxiv}
        return csl

    @property
    def is_empty(self) -> bool:
        """True where no bibliographic field is filled."""
        ignored = {"key", "source", "record", "extra", "et_al"}
        return not any(getattr(self, item.name) for item in fields(self) if item.name not in ignored)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Something odd about how an entry was written or read; ``line`` counts from 1 in the source file.
    ``lost`` tells that a part of the text was not read, and so perhaps citations."""

    message: str
    line: int | None = None
    lost: bool = False
