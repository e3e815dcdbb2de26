"""Crossref records ↔ Work: both shapes of the API (2015 and today), and records with anything missing.

Values of the wrong kind are read as far as they make sense and else taken as absent; the only record
that is refused is one that is no record at all (not a JSON object). The odd shapes named in comments
were seen in recorded answers of 2015 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from litreview.formats.records.crossref_slips import parted, told_by_title
from litreview.formats.records.crossref_tables import (
    CROSSREF_TYPE,
    CSL_TYPE,
    DATES,
    STATUS_UPDATE,
    UPDATE_TYPE,
)
from litreview.formats.records.crossref_values import (
    Record,
    date_of,
    first_of,
    items_of,
    mapping_of,
    text_of,
    texts_of,
)
from litreview.model.errors import DataError
from litreview.model.work import ALIAS, Name, PartialDate, Relation, Update, Work
from litreview.normalise.identifiers import clean_doi

_DOI_HEAD = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ISSUE = "journal-issue-"
_NUMBER_NAMES = ("report-number", "number", "publication_number", "register_number")


def work_from_crossref(record: Mapping[str, object], *, source: str = "") -> Work:
    """The work a Crossref record describes. ``source`` is the name of where it was read.

    Besides Crossref's own fields, those of snapshot records are understood: ``key`` (or ``id``), ``PMID``,
    ``PMCID``, ``arXiv``, ``report`` (series, number), ``author_complete``, ``status``, and
    ``sources``/``verified``, the addresses where each value was seen (they end up in ``url`` and ``extra``).
    Raises DataError only where ``record`` is not a JSON object.
    """
    if not isinstance(record, Mapping):
        raise DataError(f"a record must be an object, not {type(record).__name__}")
    doi, kind = doi_of(record), text_of(record.get("type"))
    key = text_of(record.get("key") or record.get("id"))
    titles = texts_of(record.get("title"))
    report = mapping_of(record.get("report"))
    container, series, other_name = _containers(kind, texts_of(record.get("container-title")))
    updates = (*_updates(record.get("updated-by")), *_status(record))
    return Work(
        type=CSL_TYPE.get(kind, kind),
        title=titles[0] if titles else "",
        subtitle=first_of(record.get("subtitle")),
        original_title=first_of(record.get("original-title")) or (titles[1] if len(titles) > 1 else ""),
        author=_names(record.get("author")),
        et_al=record.get("author_complete") is False,
        editor=_names(record.get("editor")),
        container_title=container,
        container_title_short=first_of(record.get("short-container-title")) or other_name,
        collection_title=series or text_of(report.get("series")),
        volume=text_of(record.get("volume")),
        issue=_issue(record),
        page=text_of(record.get("page")),
        article_number=text_of(record.get("article-number")),
        number=_report_number(record, report),
        edition=text_of(record.get("edition-number") or record.get("edition") or report.get("edition")),
        issued=_issued(record),
        dates=tuple(_dates(record)),
        publisher=text_of(record.get("publisher")),
        publisher_place=text_of(record.get("publisher-location")),
        doi=doi,
        pmid=text_of(record.get("PMID")),
        pmcid=text_of(record.get("PMCID")),
        arxiv=text_of(record.get("arXiv")),
        isbn=tuple(_bare(text) for text in texts_of(record.get("ISBN"))),
        issn=tuple(_bare(text) for text in texts_of(record.get("ISSN"))),
        url=_url(record, doi),
        language=text_of(record.get("language")),
        abstract=text_of(record.get("abstract")),
        note=text_of(record.get("note")),
        updated_by=(*updates, *told_by_title(first_of(record.get("title")), updates, record)),
        update_to=tuple(_updates(record.get("update-to"))),
        relations=_relations(record.get("relation"), _aliases(record, doi)),
        key=key,
        source=source,
        record=key or doi,
        extra=tuple(_extra(record, kind)),
    )  # fmt: skip


def doi_of(record: Mapping[str, object]) -> str:
    """The DOI of a record in lower case and without address; empty where it has none."""
    return _DOI_HEAD.sub("", text_of(record.get("DOI") or record.get("doi"))).casefold()


def work_to_crossref(work: Work) -> dict[str, object]:
    """The work as a Crossref-shaped record; empty fields are left out, keys are in Crossref's order."""
    extra = dict(work.extra)
    lists = {
        "title": work.title, "subtitle": work.subtitle, "original-title": work.original_title,
        "container-title": work.container_title, "short-container-title": work.container_title_short,
    }  # fmt: skip
    texts = {
        "key": work.key, "DOI": work.doi,
        "type": extra.get("crossref-type") or CROSSREF_TYPE.get(work.type, work.type),
        "subtype": extra.get("subtype", ""), "volume": work.volume, "issue": work.issue, "page": work.page,
        "article-number": work.article_number, "edition-number": work.edition, "publisher": work.publisher,
        "publisher-location": work.publisher_place, "PMID": work.pmid, "PMCID": work.pmcid,
        "arXiv": work.arxiv, "URL": work.url,
        "language": work.language, "abstract": work.abstract, "note": work.note,
    }  # fmt: skip
    record: dict[str, object] = {name: text for name, text in texts.items() if text}
    record |= {name: [text] for name, text in lists.items() if text}
    if work.collection_title and work.container_title:
        record["container-title"] = [work.collection_title, work.container_title]
    if work.number or (work.collection_title and not work.container_title):
        report = {"series": "" if work.container_title else work.collection_title, "number": work.number}
        record["report"] = {name: text for name, text in report.items() if text}
    record |= {
        role: [_name_record(name) for name in names]
        for role, names in (("author", work.author), ("editor", work.editor))
        if names
    }
    if work.et_al:
        record["author_complete"] = False
    record |= {name: list(numbers) for name, numbers in (("ISBN", work.isbn), ("ISSN", work.issn)) if numbers}
    if work.issued and work.issued.year is not None:
        record["issued"] = work.issued.to_csl()
    record |= _date_records(work)
    for name, updates in (("updated-by", work.updated_by), ("update-to", work.update_to)):
        if updates:
            record[name] = [_update_record(update) for update in updates]
    if work.relations:
        record["relation"] = _relation_record(work.relations)
    return record


def _containers(kind: str, titles: list[str]) -> tuple[str, str, str]:
    """Container, series, and another name of the container: chapters name the series first and the book last
    ("Lecture Notes", "ECCV"), journals have a second name."""
    if len(titles) > 1 and kind in ("book-chapter", "proceedings-article", "book-section", "book-part"):
        return titles[-1], titles[0], ""
    return (titles[0] if titles else ""), "", (titles[1] if len(titles) > 1 else "")


def _report_number(record: Record, report: Record) -> str:
    values = (first_of(record.get(name) or report.get(name)) for name in _NUMBER_NAMES)
    return next((value for value in values if value), "")


def _names(value: object) -> tuple[Name, ...]:
    people = value if isinstance(value, (list, tuple)) else [value]
    return tuple(one for person in people if (name := _name(person)) for one in parted(name))


def _name(person: object) -> Name | None:
    if isinstance(person, str):
        return Name(literal=text) if (text := text_of(person)) else None
    parts = mapping_of(person)
    family, given = text_of(parts.get("family")), text_of(parts.get("given"))
    if family or given:
        particle = text_of(parts.get("non-dropping-particle"))
        return Name(family or given, given if family else "", particle, text_of(parts.get("suffix")))
    group = text_of(parts.get("name") or parts.get("literal"))
    return Name(literal=group) if group else None


def _name_record(name: Name) -> dict[str, str]:
    parts = {"given": name.given, "family": f"{name.particle} {name.family}".strip(), "suffix": name.suffix}
    return {"name": name.literal} if name.literal else {key: text for key, text in parts.items() if text}


def _dates(record: Record) -> Iterator[tuple[str, PartialDate]]:
    """Every date the work may be cited under, beside ``issued``; the journal issue has dates of its own."""
    issue = mapping_of(record.get("journal-issue"))
    places = [(name, record.get(name)) for name in DATES]
    places += [(f"{_ISSUE}{name}", issue.get(name)) for name in DATES]
    for name, value in places:
        if value is not None and (date := date_of(value)) and date.year is not None:
            yield name, date


def _issued(record: Record) -> PartialDate | None:
    """``issued``, else the earliest other date (trimmed records and the oldest shape lack it)."""
    date = date_of(record.get("issued"))
    if date is not None and date.year is not None:
        return date
    others = sorted((d for _, d in _dates(record)), key=lambda d: (d.year or 0, d.month or 0, d.day or 0))
    return others[0] if others else date


def _date_records(work: Work) -> dict[str, object]:
    dated = {name: date.to_csl() for name, date in work.dates if date.year is not None}
    record: dict[str, object] = {name: date for name, date in dated.items() if name in DATES}
    of_issue = {name: dated[f"{_ISSUE}{name}"] for name in DATES if f"{_ISSUE}{name}" in dated}
    return record | ({"journal-issue": of_issue} if of_issue else {})


def _issue(record: Record) -> str:
    return text_of(record.get("issue")) or text_of(mapping_of(record.get("journal-issue")).get("issue"))


def _updates(value: object) -> Iterator[Update]:
    """Notices, each once per source: publishers and Retraction Watch may both report the same one."""
    seen: set[Update] = set()
    for item in items_of(value):
        folded = re.sub(r"[\s_-]+", "_", text_of(item.get("type")).casefold()).strip("_")
        update = Update(
            type=UPDATE_TYPE.get(folded, folded),
            doi=doi_of(item),
            source=text_of(item.get("source")),
            date=date_of(item.get("updated")),
            note=text_of(item.get("note") or item.get("label")),
        )
        if update.type and update not in seen:
            seen.add(update)
            yield update


def _update_record(update: Update) -> dict[str, object]:
    texts = {"type": update.type, "DOI": update.doi, "source": update.source, "label": update.note}
    record: dict[str, object] = {name: text for name, text in texts.items() if text}
    if update.date and update.date.year is not None:
        record["updated"] = update.date.to_csl()
    return record


def _status(record: Record) -> Iterator[Update]:
    """A snapshot record's ``status``: only what it states as true; unknown (null) says nothing."""
    status = mapping_of(record.get("status"))
    dates = {"expired": status.get("expired_from"), "superseded": status.get("superseded_from")}
    for name, kind in STATUS_UPDATE.items():
        if status.get(name) is True:
            yield Update(
                kind, source="snapshot", date=date_of(dates.get(name)), note=text_of(status.get("note"))
            )


def _relations(value: object, aliases: Iterable[str]) -> tuple[Relation, ...]:
    """Relations, each once (both sides may have asserted one), sorted: they come in any order. Other DOIs
    that lead to the record are identical to it."""
    found = {*_relation_items(value), *(Relation(ALIAS, doi, "doi") for doi in aliases)}
    return tuple(sorted(found, key=lambda item: (item.kind, item.id_type, item.id)))


def _aliases(record: Record, doi: str) -> Iterator[str]:
    """The other DOIs that a record names as its own; most alternative identifiers are publishers' numbers."""
    for text in (*texts_of(record.get("aliases")), *texts_of(record.get("alternative-id"))):
        alias = clean_doi(text)
        if alias and alias == _DOI_HEAD.sub("", text).casefold() and alias != doi:
            yield alias


def _relation_items(value: object) -> Iterator[Relation]:
    for kind, targets in mapping_of(value).items():
        for target in items_of(targets):
            doi = text_of(target.get("DOI"))
            id_type = text_of(target.get("id-type")) or ("doi" if doi else "key")
            identifier = text_of(target.get("id")) or doi or text_of(target.get("key"))
            if identifier:
                clean = _DOI_HEAD.sub("", identifier).casefold() if id_type == "doi" else identifier
                yield Relation(str(kind), clean, id_type)


def _relation_record(relations: Iterable[Relation]) -> dict[str, list[dict[str, str]]]:
    record: dict[str, list[dict[str, str]]] = {}
    for relation in relations:
        record.setdefault(relation.kind, []).append({"id-type": relation.id_type, "id": relation.id})
    return record


def _bare(identifier: str) -> str:
    """``http://id.crossref.org/isbn/978…`` as the records of 2015 had it → the number."""
    return identifier.rsplit("/", 1)[-1]


def _url(record: Record, doi: str) -> str:
    address = text_of(record.get("URL"))
    if not address and not doi:
        pages = [text for text in texts_of(record.get("sources")) if text.startswith("http")]
        address = pages[0] if pages else ""
    return address or (f"https://doi.org/{doi}" if doi else "")


def _extra(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    """What has no field of its own: the exact Crossref type, the subtype, and where values were seen."""
    if kind in CSL_TYPE:
        yield "crossref-type", kind
    for name in ("subtype", "retrieved", "sources", "notes"):
        if texts := texts_of(record.get(name)):
            yield name, " ".join(texts)
    for name, pages in mapping_of(record.get("verified")).items():
        if texts := texts_of(pages):
            yield f"verified.{name}", " ".join(texts)
