"""R208."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.text import fold
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label

_PLACEHOLDER = re.compile(
    r"(?:first|second|third|last|another|other|co)?\s*(?:author|autor)s?(?:\s*(?:one|two|three|\d+|[abc]))?"
    r"|(?:first|last|sur|family)\s?name|(?:jane|john|max)\s(?:doe|mustermann)|doe j|mustermann m|lorem ipsum"
    r"|(?:unknown|placeholder|tbd|tba|todo|xxx+|n a|no author|citation needed)",
)


@rule(
    "R208",
    Severity.WARNING,
    bad=Example(
        cites="Author A, Author B. Therapies for low back pain. Ann Intern Med 2017; 166: 493-505.",
        says="Author A, Author B (2017): “Author A” is a place-holder, not an author.",
    ),
    good=Example(cites="Anonymous. Therapies for low back pain. Ann Intern Med 2017; 166: 493-505."),
)
def placeholder_author(reference: Reference) -> Iterator[Problem]:
    """A place-holder stands where an author's name belongs.

    It was left over from a template, or put there by a program that made the reference up.

    Fix: the names of the authors, or look whether the work exists at all.

    Silent for "Anonymous", which some journals do print, for organisations, and for people who are really
    called so in the record ("Author" as one of several true names is rare, but exists).
    """
    for name in reference.work.author:
        said = str(name)
        if _PLACEHOLDER.fullmatch(fold(said)):
            yield Problem(
                f"{label(reference)}: “{said}” is a place-holder, not an author.", field="author", cited=said
            )
            return
