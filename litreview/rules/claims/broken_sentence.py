"""E605."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.notation import Notation
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import listed
from litreview.rules.views.prose import prose

_HOLE = re.compile(
    r"(?<=[a-zäöüß])[ \t]+[,.](?=[ \t]+[a-zA-ZÄÖÜ(]|[ \t]*(?:\n|$))"  # "To avoid , it is", "pain-relieving ."
    r"|\b(?:an|the|and|or|via)[.;](?=\s)"  # "bleeding or an."
    r"|\b(?:on|of|with|by|from) for the\b|\bby We\b"  # "studies on for the treatment"
    r"|\b(?:found|showed|shows?|suggests?) that (?:was|were|is|are) \w+ly\b"  # "found that was slightly"
    r"|\bor (?:can|may|will|could|should) (?:improve|help|cause|lead|reduce)\b"  # "heat or can improve"
    r"|(?<=[.!?] )(?:can|may|will|should) [a-z]+"  # ". can provide support"
)
"""Holes left where linked words or citations were lost; seen in health information pages saved as text."""

_WITHIN = 24
"""Characters shown on either side of a hole."""

SHOWN = 5
"""Places quoted; more are counted."""

_PLAIN = frozenset({
    Notation.PRINTED, Notation.MARKDOWN, Notation.RST, Notation.ASCIIDOC, Notation.TYPST, Notation.ORG
})  # fmt: skip
"""Notations whose text is what a reader sees, but for Markdown's few signs."""


@rule(
    "E605",
    Severity.NOTE,
    bad=Example(
        text="Inserting the needles may cause bleeding. To avoid , it is important to use sterile needles.\n",
        says="Words seem to be missing in 1 place: “bleeding. To avoid , it is important to use”.",
    ),
    good=Example(text="Inserting the needles may cause bleeding. To avoid it, use sterile needles.\n"),
    on_request=True,
)
def broken_sentence(article: Article) -> Iterator[Problem]:
    """Sentences have holes, as if words or citations had been lost.

    When a page is saved as text, linked words, numbers above the line and headings may vanish, and citations
    with them. What is missing cannot be checked.

    Fix: check the original page instead of the copy; if it has the holes too, fill them.

    Silent in reference lists, for spaces before punctuation that French sets (: ; ! ?), and for decimals.
    """
    if article.document.notation not in _PLAIN:
        return
    holes = [found for start, end in prose(article) for found in _HOLE.finditer(article.text, start, end)]
    if not holes:
        return
    shown = listed([f"“{_around(article.text, found)}”" for found in holes[:SHOWN]])
    more = f" and {len(holes) - SHOWN} more" if len(holes) > SHOWN else ""
    places = "1 place" if len(holes) == 1 else f"{len(holes)} places"
    yield Problem(
        f"Words seem to be missing in {places}: {shown}{more}.",
        cited=_around(article.text, holes[0]),
        at=(holes[0].start(), holes[0].end()),
    )


def _around(text: str, found: re.Match[str]) -> str:
    before = text[max(0, found.start() - _WITHIN) : found.start()].rpartition("\n")[2]
    after = text[found.end() : found.end() + _WITHIN].partition("\n")[0]
    head = before.partition(" ")[2] if len(before) == _WITHIN else before
    tail = after.rpartition(" ")[0] if len(after) == _WITHIN else after
    return f"{head}{found.group()}{tail}".strip()
