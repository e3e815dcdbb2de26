"""What the sweep of patterns leaves out, each with its reason. The table may only shrink."""

from __future__ import annotations

KNOWN = {
    "litreview.normalise.title_words.STATUS_PREFIX": (
        2.0,
        "only matched, where a title begins",
    ),
    "litreview.normalise.title_words.NOTICE_PREFIX": (
        2.0,
        "only matched, where a title begins",
    ),
    "litreview.parsing.reading.namelists._LISTS": (2.0, "a row of 200 names and no end, over .2 s"),
    "litreview.normalise.organisations._ACRONYM": (2.0, "fed 8 characters"),
    "litreview.normalise.text._TAG": (2.0, "a row of comments never closed: titles only"),
    "litreview.parsing.citations.author_year._VERSUS": (2.1, "fed 60 characters"),
    "litreview.parsing.reading.steps.impossible_numbers._LAST_NUMBER": (2.3, "fed a date that was found"),
}
"""Patterns that are not linear: the exponent of their growth and why it stays."""
