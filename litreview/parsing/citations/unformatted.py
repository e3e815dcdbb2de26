"""EndNote's citations before it has formatted them: ``{Arden, 2003 #40; Brill, 2008 #3@12}``.

They stand in drafts, and in texts that came out of a file by copying: author, year, and the number of the
record in a library that we do not have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.model.article import Citation, CitationItem
from litreview.model.reference import Reference
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.citations.evidence import entry_years
from litreview.parsing.citations.links import ReferenceIndex

_GROUP = re.compile(r"\{[^{}\n]{0,400}#\d{1,6}[^{}\n]{0,400}\}")
_MEMBER = re.compile(
    rf"(?P<name>[^\W\d_][^,;{{}}#\n]{{0,120}})?,\s*(?P<year>{YEAR})?[^#;{{}}\n]{{0,20}}#\d{{1,6}}"
    r"(?:@(?P<pages>[^;,{}\n]{1,20}))?"
)


def read_unformatted(text: str, references: Sequence[Reference]) -> tuple[list[Citation], frozenset[str]]:
    """The temporary citations of a text, in order, and the keys of references that others of them may mean.

    Only EndNote knows the record behind the number, so that a work that fits no entry or several is no fault
    of the author's: it is left out, which may leave a citation without items. A prefix, "see \\Arden", is no
    name.
    """
    index = ReferenceIndex(references)
    found, maybe = list[Citation](), set[str]()
    for group in _GROUP.finditer(text):
        items = [_item(member) for member in _MEMBER.finditer(text, group.start() + 1, group.end())]
        fits = [index.find(item) for item in items]
        kept = tuple(item for item, several in zip(items, fits, strict=True) if len(several) == 1)
        for item, several in zip(items, fits, strict=True):
            near = several or [one for one in references if item.year in entry_years(one)]
            maybe |= {one.key for one in near} if len(several) != 1 else set()
        if items:
            found.append(Citation(group.group(), group.start(), group.end(), kept))
    return found, frozenset(maybe)


def _item(member: re.Match[str]) -> CitationItem:
    name = (member["name"] or "").rpartition("\\")[2].strip()
    year = int(member["year"]) if member["year"] else None
    return CitationItem(
        (name,) if name else (), year, locator=member["pages"] or "", start=member.start(), end=member.end()
    )
