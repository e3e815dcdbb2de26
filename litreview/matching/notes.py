"""The fixed words in which comparisons explain themselves; rules and reports switch on them.

A note stands in ``FieldAgreement.note``. Several notes are joined with "; ", so test with ``in``.
"""

from __future__ import annotations

from typing import Final

# any field
STANDS_IN_TEXT: Final = "stands so in the printed reference"

# author
FIRST_AUTHOR: Final = "first author differs"
FURTHER_AUTHOR: Final = "a further author differs"
EXTRA_AUTHOR: Final = "an author is named who is not in the record"
MISSING_AUTHOR: Final = "an author of the record is left out"
AUTHOR_ORDER: Final = "authors stand in another order"
GIVEN_NAME: Final = "given name differs"
ET_AL: Final = "list cut short with et al."
NAME_SPELLING: Final = "name spelt differently"
NAME_FORM: Final = "name written in another form"

# title
SUBTITLE: Final = "subtitle left out"
SPELLING: Final = "spelling"
TRANSLATED: Final = "translated title"
NEAR_MISS: Final = "some words differ"
OTHER_TITLE: Final = "another title"
NOTICE: Final = "title of a notice about the work"
STATUS_PREFIX: Final = "status prefix in the title"

# container-title
ABBREVIATION: Final = "abbreviation"
VARIANT: Final = "variant of the name"
SERIES: Final = "series named instead"

# issued
ONLINE_YEAR: Final = "online year"
PRINT_YEAR: Final = "print year"
OTHER_YEAR: Final = "another registered year"
OFF_BY_ONE: Final = "off by one"

# volume, issue
IN_OTHER_PLACE: Final = "volume and issue in each other's place"
SUPPLEMENT: Final = "supplement"
NUMERALS: Final = "other numerals"

# page
ARTICLE_NUMBER: Final = "article number"
FIRST_PAGE_ONLY: Final = "first page only"
LAST_PAGE: Final = "last page differs"
FIRST_PAGE: Final = "first page differs"
PAGES_WITHIN: Final = "pages counted within the article"

# DOI
OTHER_VERSION: Final = "other version"


def join(*notes: str) -> str:
    """Several notes as one text, without repeats and empty ones."""
    return "; ".join(dict.fromkeys(note for note in notes if note))
