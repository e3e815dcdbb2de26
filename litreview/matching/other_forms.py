"""Records of one text in another form: its preprint, its data, a second registration."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from litreview.matching.agreement import compare
from litreview.matching.kinds import DATA, PREPRINT, PUBLISHED, has_place, kind_of
from litreview.model.match import Agreement, FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise.titles import DRIFT_SIMILARITY

_PLACE = ("container-title", "volume", "issue", "page")


class Form(StrEnum):
    """What one record is to another."""

    PREPRINT = "preprint"
    DATA = "data set"
    TWIN = "second registration"
    OTHER = "another work"


def form_of(record: Work, work: Work) -> Form:
    """What a record is to a work: its preprint, data, the work itself registered again, or another work.

    Whatever data a reference names are no claim that they are the article.
    """
    kind = kind_of(record)
    if kind == DATA and kind_of(work) != DATA:
        return Form.DATA
    agreement = compare(record, work)
    if kind == PREPRINT and kind_of(work) == PUBLISHED and _is_preprint_of(record, work, agreement):
        return Form.PREPRINT
    return Form.TWIN if is_twin(agreement) and kind_of(work) == kind else Form.OTHER


def _is_preprint_of(record: Work, work: Work, agreement: Agreement) -> bool:
    if any(one.kind == "is-preprint-of" and one.id == work.doi for one in record.relations):
        return True
    if any(one.kind == "has-preprint" and one.id == record.doi for one in work.relations):
        return True
    same_people = Note.FIRST_AUTHOR not in agreement["author"].notes and bool(agreement["author"].cited)
    title = agreement["title"]
    alike = (title.similarity or 0.0) >= DRIFT_SIMILARITY
    return same_people and (alike or title.field in agreement.agreeing)


def is_twin(agreement: Agreement) -> bool:
    """True for two records of one work: title and authors agree, so does some place or time, and nothing but
    the DOI differs."""
    agreeing = set(agreement.agreeing)
    return (
        set(agreement.different) <= {"DOI"}
        and {"title", "author", "issued"} <= agreeing
        and bool({"page", "volume"} & agreeing)
    )


def claims_article(cited: Work) -> bool:
    """True where a reference names a journal: whatever its DOI says, an article is meant."""
    return has_place(cited) and kind_of(cited) == PUBLISHED


def beside_preprint(cited: Work, found: Work, agreement: Agreement) -> Agreement:
    """The comparison of an article's reference with the record of its preprint, which convicts no field that
    the journal gave the text: place and a later year are other by nature, title and authors may have changed.
    """
    if kind_of(found) != PREPRINT or not claims_article(cited):
        return agreement
    return Agreement(tuple(_beside_preprint(item, cited, found) for item in agreement))


def _beside_preprint(item: FieldAgreement, cited: Work, found: Work) -> FieldAgreement:
    if item.verdict is not Verdict.DIFFERENT or item.field == "DOI":
        return item
    if item.field in _PLACE:
        return replace(item, verdict=Verdict.MISSING, notes=(Note.OF_PREPRINT,))
    if item.field == "issued" and (cited.year or 0) >= max(found.years, default=9999):
        return replace(item, verdict=Verdict.COMPATIBLE, notes=(Note.OF_PREPRINT,))
    return replace(item, disbelief="is the preprint's")
