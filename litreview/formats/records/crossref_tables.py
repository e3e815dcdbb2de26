"""Crossref's words and ours: record types, kinds of update, dates. Knowledge only."""

from __future__ import annotations

# Crossref's list of types (api.crossref.org/types, recordings of 2026) against CSL 1.0.2's.
CSL_TYPE = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "monograph": "book",
    "book": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-series": "book",
    "book-set": "book",
    "proceedings": "book",
    "proceedings-series": "book",
    "standard": "standard",
    "standard-series": "standard",
    "reference-entry": "entry",
    "peer-review": "review",
    "dataset": "dataset",
    "database": "dataset",
    "dissertation": "thesis",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "component": "document",
    "grant": "document",
    "other": "document",
}

CROSSREF_TYPE = {
    "article-journal": "journal-article",
    "article-magazine": "journal-article",
    "chapter": "book-chapter",
    "paper-conference": "proceedings-article",
    "article": "posted-content",
    "report": "report",
    "book": "book",
    "standard": "standard",
    "entry": "reference-entry",
    "entry-encyclopedia": "reference-entry",
    "entry-dictionary": "reference-entry",
    "review": "peer-review",
    "dataset": "dataset",
    "thesis": "dissertation",
    "periodical": "journal",
    "document": "other",
}
"""The way back, for works that came from elsewhere."""

# Publishers spell them freely ("Expression-of-Concern", "RETRACTION", "Corrigendum" all occur): keys are
# folded to lower case with underscores before they are looked up.
UPDATE_TYPE = {
    "concern": "expression_of_concern",
    "corrected": "correction",
    "corrigendum": "correction",
    "err": "erratum",
    "errata": "erratum",
    "partial_retraction": "partial_retraction",
    "retract": "retraction",
    "retracted": "retraction",
    "retractions": "retraction",
    "version": "new_version",
    "edition": "new_edition",
    "withdrawn": "withdrawal",
    "removed": "removal",
    "reinstated": "reinstatement",
}

STATUS_UPDATE = {
    "retracted": "retraction",
    "withdrawn": "withdrawal",
    "corrected": "correction",
    "superseded": "new_version",
    "expired": "expired",
    "under_revision": "under_revision",
}
"""What a hand-made record may state as true under ``status``, as the type of update it amounts to."""

DATES = ("published-print", "published-online", "published-other", "published", "posted")
"""Dates under which a work may be cited. ``created`` and ``deposited`` are the DOI's, not the work's."""

FIELDS = (
    "DOI", "type", "title", "subtitle", "original-title", "author", "editor", "container-title",
    "short-container-title", "volume", "issue", "page", "article-number", "issued", *DATES, "journal-issue",
    "publisher", "publisher-location", "ISBN", "ISSN", "edition-number", "report-number", "subtype",
    "updated-by", "update-to", "relation", "language",
)  # fmt: skip
"""What is read of a record, and all that an index of records has to keep."""
