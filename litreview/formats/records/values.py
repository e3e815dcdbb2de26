"""What the readers and writers of bibliographies share: a record as one neutral list of values.

A reader turns its tags into ``(target, value)`` pairs, a writer turns such pairs into its tags, so a format
is a table of two columns. A target is an attribute of ``Work`` ("title", "author", "volume"), one of these:

``first_page``/``last_page``  the two halves of ``page``
``locator``                   a page or an article number, by its looks
``identifier``                a DOI, PMCID, arXiv id or address, by its looks
``date:NAME``                 a date other than ``issued``

or ``+name`` for a field that has no place in ``Work``: it is kept in ``Work.extra`` under ``name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

from litreview.formats.records.dates import read_date
from litreview.formats.records.names import read_name
from litreview.model.work import Name, PartialDate, Relation, Update, Work
from litreview.normalise.identifiers import clean_doi, find_arxiv
from litreview.normalise.vocabulary.et_al import WHOLE_CELL

Content: TypeAlias = "str | Name | PartialDate | Update | Relation"
Value: TypeAlias = "tuple[str, Content]"

TEXTS = (
    "key", "type", "title", "subtitle", "original_title", "container_title", "container_title_short",
    "collection_title", "volume", "issue", "page", "article_number", "number", "edition", "publisher",
    "publisher_place", "doi", "pmid", "pmcid", "arxiv", "url", "language", "abstract", "note",
)  # fmt: skip
"""The attributes of ``Work`` that are one text, in the order in which bibliographies print them."""

_PLACEABLE = frozenset((*TEXTS, "first_page", "last_page"))
_JOINED = {"note": "\n", "abstract": "\n"}
_ISSN = re.compile(r"\b(\d{4}-?\d{3}[\dXx])\b")
_ISBN = re.compile(r"(?<!\d)((?:97[89][-– ]?)?(?:\d[-– ]?){9}[\dXx])(?!\d)")
_LABELLED = re.compile(r"(\w[\w .:/-]{0,59}?): (.*)", re.DOTALL)
_ARTICLE_NUMBER = re.compile(r"(?i)e?\d{5,}|[a-z]{1,4}\d{2,}(?:\.\w+)?|(?:art\.?|article) .*")
_RANGE = re.compile(r"\s*([A-Za-z]*\d+[A-Za-z]?)\s*[-–]+\s*([A-Za-z]*\d+[A-Za-z]?)\s*")


def work_from_values(values: Iterable[Value]) -> Work:
    """The Work of a record's values. Nothing is dropped: what does not fit goes to ``extra``."""
    found: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    for target, value in values:
        if isinstance(value, str):
            value = value.strip()
        if not value:
            continue
        if target == "identifier":
            target, value = _identified(str(value))
        if target.startswith("+"):
            extra.append((target[1:], str(value)))
        elif not _place(found, target, value):
            extra.append((target, str(value)))
    _join_pages(found)
    # "arXiv preprint arXiv:2307.01234" as the journal, as search engines export it.
    number = find_arxiv(found.get("container_title", ""))
    if number and "arxiv" not in found:
        found["arxiv"] = number[0].value
    lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Work(**(found | lists), extra=tuple(extra))


def _place(found: dict[str, Any], target: str, value: Content) -> bool:
    """Put one value where it belongs; False where that place is taken or cannot hold it."""
    if isinstance(value, Update | Relation):
        found.setdefault(target, []).append(value)
        return True
    if target in ("author", "editor"):
        return _place_name(found, target, value)
    if target == "issued" or target.startswith("date:"):
        return _place_date(found, target, value)
    return _place_text(found, target, str(value))


def _place_text(found: dict[str, Any], target: str, text: str) -> bool:
    if target in ("isbn", "issn"):
        return _place_set(found, target, text)
    if target == "doi" and not (text := clean_doi(text)):
        return False
    if target == "locator":
        target = "article_number" if _ARTICLE_NUMBER.fullmatch(text) else "page"
    if target not in _PLACEABLE:
        return False
    if target in found and found[target] != text:
        if target not in _JOINED:
            return False
        text = found[target] + _JOINED[target] + text
    found[target] = text
    return True


def _place_name(found: dict[str, Any], role: str, value: Content) -> bool:
    if isinstance(value, str) and WHOLE_CELL.fullmatch(value):
        found["et_al"] = True
        return True
    found.setdefault(role, []).append(value if isinstance(value, Name) else read_name(str(value)))
    return True


def _place_date(found: dict[str, Any], target: str, value: Content) -> bool:
    """``issued`` may be said twice (PY and DA): the fuller date of the same year stays."""
    date = value if isinstance(value, PartialDate) else read_date(str(value))
    if target != "issued":
        found.setdefault("dates", []).append((target.removeprefix("date:"), date))
        return True
    known = found.get("issued")
    if known is None or (known.year in (None, date.year) and _detail(date) > _detail(known)):
        found["issued"] = date
        return not (known and known.literal)
    return bool(known.year == date.year and _detail(date) <= _detail(known) and not date.literal)


def _detail(date: PartialDate) -> int:
    return sum(part is not None for part in (date.year, date.month, date.day))


def _place_set(found: dict[str, Any], target: str, text: str) -> bool:
    parts = [part.strip() for part in (_ISSN if target == "issn" else _ISBN).findall(text)]
    if not parts:
        return False
    known = found.setdefault(target, [])
    known += [part for part in dict.fromkeys(parts) if part not in known]
    return True


def _identified(text: str) -> Value:
    """Which identifier a text is, by its looks."""
    if doi := clean_doi(text):
        return "doi", doi
    if arxiv := find_arxiv(text):
        return "arxiv", arxiv[0].value
    if re.fullmatch(r"PMC\d+", text, re.IGNORECASE):
        return "pmcid", text.upper()
    return ("url", text) if "://" in text else ("+identifier", text)


def _join_pages(found: dict[str, Any]) -> None:
    first, last = found.pop("first_page", ""), found.pop("last_page", "")
    if not first and not last:
        return
    whole = not last or last == first or _RANGE.fullmatch(first)
    found.setdefault("page", first if whole else f"{first}–{last}".lstrip("–"))


def values_from_work(work: Work) -> list[Value]:
    """A Work as values, in the order in which bibliographies print them; the reverse of reading."""
    values: list[Value] = [("key", work.key), ("type", work.type)]
    values += [("author", name) for name in work.author]
    values += [("author", "others")] if work.et_al else []
    values += [("editor", name) for name in work.editor]
    values += [(name, getattr(work, name)) for name in TEXTS[2:]]
    values += [("issued", work.issued)] if work.issued else []
    values += [(f"date:{name}", date) for name, date in work.dates]
    values += [(name, text) for name in ("isbn", "issn") for text in getattr(work, name)]
    values += [
        (name, item) for name in ("updated_by", "update_to", "relations") for item in getattr(work, name)
    ]
    values += [(name if _is_empty(work, name) else f"+{name}", text) for name, text in work.extra]
    return [(target, value) for target, value in values if value]


def _is_empty(work: Work, name: str) -> bool:
    """True for a field that could not be read (a malformed DOI): it is written where it was found."""
    return name in ("isbn", "issn", *TEXTS) and not getattr(work, name)


def plain(value: Content) -> str:
    """A value as one line of text, for formats that have no field for it."""
    if isinstance(value, Update):
        parts: tuple[object, ...] = (value.type, value.doi, value.date or "", value.note)
        return " ".join(str(part) for part in parts if part)
    if isinstance(value, Relation):
        return f"{value.kind} {value.id_type}:{value.id}"
    return " ".join(str(value).split())


def from_plain(text: str) -> Value | None:
    """The value behind a line ``name: value``, as ``label`` writes it; None for any other line."""
    match = _LABELLED.fullmatch(text.strip())
    if not match:
        return None
    name, content = match.groups()
    known = name in _PLACEABLE or name in ("isbn", "issn") or name.startswith("date:")
    return (name if known else f"+{name}"), content


def label(target: str, value: Content) -> str:
    """A value as a line ``name: value``, for the one place a format has for things it does not know."""
    return f"{target.lstrip('+')}: {plain(value)}"


def split_pages(page: str) -> tuple[str, str]:
    """The two halves of a page range, ("785", "796"); the second is empty where there is no range."""
    match = _RANGE.fullmatch(page)
    return (match.group(1), match.group(2)) if match else (page, "")
