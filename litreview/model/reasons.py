"""The fixed reasons that comparisons and decisions give: code compares members, people read their values."""

from __future__ import annotations

from enum import StrEnum


class Note(StrEnum):
    """Why a value that differs in letters counts as compatible, or in what two values differ."""

    # any field
    STANDS_IN_TEXT = "stands so in the printed reference"
    # author
    FIRST_AUTHOR = "first author differs"
    FURTHER_AUTHOR = "a further author differs"
    EXTRA_AUTHOR = "an author is named who is not in the record"
    MISSING_AUTHOR = "an author of the record is left out"
    AUTHOR_ORDER = "authors stand in another order"
    GIVEN_NAME = "given name differs"
    ET_AL = "list cut short with et al."
    NAME_SPELLING = "name spelt differently"
    NAME_FORM = "name written in another form"
    GROUP = "a group stands in place of its members"
    # title
    SUBTITLE = "subtitle left out"
    SPELLING = "spelling"
    TRANSLATED = "translated title"
    NEAR_MISS = "some words differ"
    OTHER_TITLE = "another title"
    NOTICE = "title of a notice about the work"
    STATUS_PREFIX = "status prefix in the title"
    # container-title
    ABBREVIATION = "abbreviation"
    VARIANT = "variant of the name"
    SERIES = "series named instead"
    # issued
    ONLINE_YEAR = "online year"
    PRINT_YEAR = "print year"
    OTHER_YEAR = "another registered year"
    OFF_BY_ONE = "off by one"
    OTHER_EDITION = "year of another edition"
    # volume, issue
    IN_OTHER_PLACE = "volume and issue in each other's place"
    SUPPLEMENT = "supplement"
    NUMERALS = "other numerals"
    # page
    ARTICLE_NUMBER = "article number"
    FIRST_PAGE_ONLY = "first page only"
    LAST_PAGE = "last page differs"
    FIRST_PAGE = "first page differs"
    PAGES_WITHIN = "pages counted within the article"
    # DOI
    OTHER_VERSION = "other version"
    PRINTED_OTHERWISE = "printed in another form"
    REGISTERED_TWICE = "one work under two DOIs"
    # any field of a journal's article beside a preprint's record
    OF_PREPRINT = "the record is the preprint's"


class DecidedBy(StrEnum):
    """What decided about a reference: a row of the decision table, or why no row did."""

    # rows of the table, from above
    DOI_AND_TITLE = "doi-and-title"
    DOI_AND_LOCATOR = "doi-and-locator"
    DOI_AND_NEAR_TITLE = "doi-and-near-title"
    DOI_AND_AUTHOR = "doi-and-author"
    DOI_AND_FIELDS = "doi-and-fields"
    DOI_ALONE = "doi-alone"
    OTHER_KIND = "other-kind"
    TITLE_AUTHOR_PLACE = "title-author-place"
    TITLE_AUTHOR_PAGE = "title-author-page"
    TITLE_AUTHOR_ONLY = "title-author-only"
    TITLE_LOCATOR = "title-locator"
    TITLE_PLACE = "title-place"
    TITLE_ONE_PLACE = "title-one-place"
    TITLE_OTHER_AUTHOR = "title-other-author"
    TITLE_FURTHER_AUTHOR = "title-further-author"
    LOCATOR_AUTHOR = "locator-author"
    LOCATOR_TITLE = "locator-title"
    LOCATOR_YEAR = "locator-year"
    LOCATOR_OTHER_AUTHOR = "locator-other-author"
    LOCATOR_RANGE = "locator-range"
    ARTICLE_NUMBER = "article-number"
    PAGE_AUTHOR_YEAR = "page-author-year"
    NUMBERS_AUTHOR = "numbers-author"
    PAGE_VOLUME_AUTHOR = "page-volume-author"
    NEAR_TITLE = "near-title"
    NEAR_TITLE_AUTHORS = "near-title-authors"
    NEAR_TITLE_YEAR = "near-title-year"
    NEAR_TITLE_PLACE = "near-title-place"
    AUTHOR_YEAR_PAGES = "author-year-pages"
    CONTAINER_AUTHOR_PAGE = "container-author-page"
    CONTAINER_YEAR_PAGES = "container-year-pages"
    SAME_TITLE_CONTAINER = "same-title-container"
    VOLUME_AUTHOR = "volume-author"
    AUTHORS_JOURNAL_YEAR = "authors-journal-year"
    AUTHOR_CONTAINER_YEAR = "author-container-year"
    SAME_TITLE_ELSEWHERE = "same-title-elsewhere"
    # several records are left
    REGISTERED_TWICE = "registered-twice"
    TIE = "tie"
    # none is
    CHIMERA = "chimera"
    DOI_ELSEWHERE = "doi-elsewhere"
    NOTHING_FITS = "nothing-fits"
    NO_CANDIDATE = "no-candidate"
    # none is to be expected
    OUTSIDE = "outside"
    OTHER_EDITION = "other-edition"
    WHOLE_BOOK = "whole-book"
    # nobody could be asked
    UNREACHABLE = "unreachable"
    NO_SOURCE = "no-source"
