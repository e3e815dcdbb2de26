"""What publishers' addresses put behind a DOI: "/full", ".pdf", "/suppl_file/…".

Read off the addresses of the platforms (Atypon, Frontiers, Wiley, Highwire, PLOS, MDPI, ACS).
"""

from __future__ import annotations

import re

_PAGES = """
full fulltext full-text full_text full-html full-xml pdf pdfdirect pdfplus epdf epub html htm xml
abstract abs meta
summary references citations citedby cited-by figures tables figures-only supplementary suppinfo suppl supp
supplemental metrics related comments reviews peer-review tab-article-info article-info download reader
print text document short long extract first-page-pdf preview
"""
_FILES = r"suppl?_file|asset|file|attachment|download|downloads|graphic|media"
_ENDINGS = (
    r"(?:full|full-text|abstract|short|long|extract|supplemental|supplementary-material|article-info"
    r"|figures-only)"
)
_PAGE = "|".join(sorted(map(re.escape, _PAGES.split()), key=len, reverse=True))
TAIL = re.compile(
    rf"(?:/(?:{_PAGE})|/(?:{_FILES})/.*|/v\d{{1,2}}|\.{_ENDINGS}(?:\.pdf|\.html?)?"
    r"|\.(?:pdf|html?|epub|xml)(?:\+html)?"
    r"|[./-](?:s\d{1,3}|sup-?\d{1,4}|suppl?\d{0,3}))$",
    re.IGNORECASE,
)
"""One such tail at the end of a DOI."""
