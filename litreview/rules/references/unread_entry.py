"""R210."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.rule import LIST, Example, rule
from litreview.rules.views.labels import quote

ENOUGH = 2
"""Of author, title, journal and year, so many must have been read to call an entry a reference."""


@rule(
    "R210",
    Severity.NOTE,
    bad=Example(
        cites="See the folder on the shared drive.",
        says="“See the folder on the shared drive.” could not be read as a reference, so it was not checked.",
    ),
    good=Example(cites="Chou R, Deyo R. Therapies for low back pain. Ann Intern Med 2017; 166: 493-505."),
    rests_on=LIST,
)
def unread_entry(reference: Reference) -> Iterator[Problem]:
    """An entry of the reference list could not be understood as a reference.

    It stays in the list as it is, and nothing about it was checked.

    Fix: write it as a reference, or look whether it belongs into the list.

    Silent where two of author, title, journal and year, or an identifier, could be read.
    """
    work = reference.work
    parts = (work.author or work.editor, work.title, work.container_title or work.publisher, work.issued)
    identified = work.doi or work.pmid or work.arxiv or work.url or work.isbn
    if identified or sum(bool(part) for part in parts) >= ENOUGH or not _is_text(reference):
        return
    yield Problem(
        f"“{quote(reference.text)}” could not be read as a reference, so it was not checked.",
        habit="{} entries could not be read as references, so they were not checked",
    )


def _is_text(reference: Reference) -> bool:
    """False for a stray dot or number, which is no entry."""
    return sum(char.isalpha() for char in reference.text) > ENOUGH
