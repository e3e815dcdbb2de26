"""What stands right behind the authors: "et al.", "(eds)", "n.d."."""

from __future__ import annotations

import re
from dataclasses import replace

from litreview.normalise.vocabulary.editors import EDITORS, EDITORS_MARK
from litreview.normalise.vocabulary.et_al import BEHIND_NAMES
from litreview.normalise.vocabulary.patterns import any_mark, phrases_of
from litreview.normalise.vocabulary.states import UNDATED_PATTERN
from litreview.parsing.reading.draft import Draft
from litreview.parsing.reading.spans import run_start

_ET_AL_CUT = re.compile(r"[\s,]u\.\s?a$")
# Without brackets only the marks of two languages: "Red", "dir" and "Org" begin titles.
_EDITORS = re.compile(
    rf"[\s,;.]*(?:[\[(]\s?{EDITORS_MARK}\s?[\])]|{any_mark(phrases_of(EDITORS, 'en', 'de'))})", re.IGNORECASE
)
_UNDATED = re.compile(rf"(?<=[\s,;(]){UNDATED_PATTERN}(?=\W|$)")


def end_before_undated(draft: Draft) -> Draft | None:
    """ "Roe, A., n.d. Title": the mark of a work without date is no author."""
    author = draft.places.author
    mark = author and _UNDATED.search(draft.text, author[0] + 2, author[1] + len(" n.d."))
    if not author or not mark:
        return None
    end = run_start(draft.text, author[0] + 1, mark.start(), ",;(")
    return draft.but(author=(author[0], end)) if end < author[1] else None


def take_et_al(draft: Draft) -> Draft | None:
    """ "et al." behind the authors belongs to them and says that the list is shortened."""
    author = draft.places.author
    if author is None:
        return None
    cut = _ET_AL_CUT.search(draft.text, *author)
    match = BEHIND_NAMES.match(draft.text, cut.start() if cut else author[1])
    return replace(draft.but(author=(author[0], match.end())), et_al=True) if match else None


def see_editors(draft: Draft) -> Draft | None:
    """ "(Hrsg.)", "(eds)" behind the authors: they are the editors too."""
    marked = draft.places.author and _EDITORS.match(draft.text, draft.author_end)
    return replace(draft, edited=True) if marked else None
