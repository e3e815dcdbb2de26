"""Two works compared field by field: the one place where this is done.

Matching, deduplication and the rules all read its result. Each field has its own small module; this one
only puts them side by side. Nothing here decides whether the two are the same work.
"""

from __future__ import annotations

from litreview.matching.compare_authors import compare_authors
from litreview.matching.compare_containers import compare_containers
from litreview.matching.compare_dates import compare_dates
from litreview.matching.compare_dois import compare_dois
from litreview.matching.compare_pages import compare_pages
from litreview.matching.compare_titles import compare_titles
from litreview.matching.compare_volumes import compare_issues, compare_volumes
from litreview.model.match import Agreement
from litreview.model.work import Work


def compare(cited: Work, found: Work) -> Agreement:
    """What two works say about the same eight fields (``FIELDS``), each equal, compatible, different or
    missing.

    ``cited`` is what a reference claims and may be shorter: only what it states is judged. ``missing``
    means that one side is silent; silence never contradicts.
    """
    return Agreement(
        (
            compare_authors(cited, found),
            compare_titles(cited, found),
            compare_containers(cited, found),
            compare_dates(cited, found),
            compare_volumes(cited, found),
            compare_issues(cited, found),
            compare_pages(cited, found),
            compare_dois(cited, found),
        )
    )
