"""The net under every correction: a file is read back before it is written, and must say what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from litreview.editing.apply.plan import Plan
from litreview.formats.registry import read_bytes
from litreview.formats.sniffing import HEAD_BYTES, sniff
from litreview.model.document import Document
from litreview.model.errors import InputError
from litreview.model.reference import Reference
from litreview.model.work import Work

_ATTRIBUTES = {
    "author": ("author", "et_al"), "title": ("title", "subtitle"),
    "container-title": ("container_title", "container_title_short"), "issued": ("issued", "dates"),
    "volume": ("volume",), "issue": ("issue",), "page": ("page", "article_number"), "DOI": ("doi",),
}  # fmt: skip
"""CSL field → the attributes of a work that its correction may change."""

_LEFT_OVER = {"issued": ("year", "date", "month", "day")}
"""Further names under which a reader keeps what contradicts a field (a second date)."""


def assert_reads_back(document: Document, after: bytes, plan: Plan) -> None:
    """Nothing, where the corrected bytes are read as what was there before but for the corrected values.

    Raises:
        InputError: they are not; nothing must be written then.
    """
    reason = _reason(document, after, plan)
    if reason:
        raise InputError(
            f"cannot be corrected by program: {reason}", path=plan.path, advice="--diff shows what to change"
        )


def _reason(document: Document, after: bytes, plan: Plan) -> str:
    """What went wrong; empty where nothing did."""
    try:
        if sniff(document.path, after[:HEAD_BYTES]) != sniff(document.path, _encoded_head(document)):
            return "it would be taken for another kind of file"
        again = read_bytes(after, document.path, document.format)
    except InputError as error:
        return f"it could not be read any more ({error.message})"
    if not document.is_bibliography:
        whole = len(again.entries) == len(document.entries) and len(again.marks) == len(document.marks)
        return "" if whole else "it would not have the same entries"
    if len(again.references) != len(document.references):
        return f"{len(document.references)} entries would become {len(again.references)}"
    if again.metadata != document.metadata:
        return "what stands between its entries would change"
    return next(_changed(document, again, plan), "")


def _encoded_head(document: Document) -> bytes:
    return document.text[:HEAD_BYTES].encode("utf-8", "replace")


def _changed(before: Document, after: Document, plan: Plan) -> Iterator[str]:
    """Each entry that would not read as it should."""
    corrected: dict[str, set[str]] = {}
    for finding in plan.findings:
        corrected.setdefault(finding.reference, set()).update(_ATTRIBUTES.get(finding.field, ()))
    pairs = list(zip(before.references, after.references, strict=True))
    meant = [
        (getattr(one.work, name), getattr(other.work, name))
        for one, other in pairs
        for name in corrected.get(one.key, ())
    ]
    for one, other in pairs:
        wanted = corrected.get(one.key, set())
        for name in _differing(one.work, other.work):
            # An entry may inherit what is corrected in another one (BibTeX's crossref).
            inherited = (getattr(one.work, name), getattr(other.work, name)) in meant
            if name not in wanted and not inherited and not (name == "extra" and _shed(one, other, wanted)):
                yield f"{name.replace('_', ' ')} of {one.key} would change too"
        if Counter(item.message for item in other.diagnoses) - Counter(
            item.message for item in one.diagnoses
        ):
            yield f"{one.key} would be damaged"
    for finding in plan.findings:
        changes = (
            getattr(one.work, name) != getattr(other.work, name)
            for one, other in pairs
            if one.key == finding.reference
            for name in _ATTRIBUTES.get(finding.field, ())
        )
        if not any(changes):
            yield f"{finding.field} of {finding.reference} would not change"


def _differing(one: Work, other: Work) -> list[str]:
    """Attributes in which two works differ. Keys that a reader makes of author and year follow these."""
    names = (item.name for item in fields(Work) if item.name != "key")
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _shed(one: Reference, other: Reference, wanted: set[str]) -> bool:
    """True where all that is gone is a double which contradicted a corrected value and now agrees with it; or
    where what stays behind in a damaged entry, as it may be words of a note, now contradicts it."""
    gone = Counter(one.work.extra) - Counter(other.work.extra)
    come = Counter(other.work.extra) - Counter(one.work.extra)
    names = {*wanted, *(_LEFT_OVER["issued"] if "issued" in wanted else ())}
    return (not come or bool(one.diagnoses)) and all(name in names for name, _ in (*gone, *come))
