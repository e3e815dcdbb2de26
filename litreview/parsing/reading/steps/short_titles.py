"""A title of a word or two behind a lone author: "Brandvold S. Quiet pumps. Oslo: Fjell Forlag; 2011"."""

from __future__ import annotations

import re

from litreview.normalise.organisations import is_organisation
from litreview.normalise.vocabulary.editors import EDITORS
from litreview.normalise.vocabulary.particles import LOOSE_PARTICLES
from litreview.normalise.vocabulary.patterns import any_mark, phrases_of
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.reading.draft import NUMBERS, Draft
from litreview.parsing.reading.sentences import sentence, words_end

_UPPER = r"[^\W\d_a-zà-ÿß]"
_LONE = re.compile(
    rf"(?P<name>{_UPPER}[\w'’-]+\s{_UPPER}{{1,3}})"
    rf"(?:,\s{any_mark(phrases_of(EDITORS, 'en', 'de'))})?[.,]?\.?\s+(?={_UPPER})"
)
_IMPRINT = re.compile(rf"[^\W\d_]{{2}}[)\]]?\s?:\s[^:;]{{2,80}};\s?(?:c|©\s?)?{YEAR}\b")
"""Place, publisher and year as NLM prints them, which prints names as "Smith JA"."""
_SMALL = re.compile(r"\b[a-zà-ÿ][\w'’-]{2,}")


def free_book_title(draft: Draft) -> Draft | None:
    """The words between a lone author with bare initials and the imprint are the title, where none is
    labelled.

    "Karin T. Wick" begins like such a name: the imprint of NLM's style, or a word in small letters that is no
    particle, tells that the name ends at its initial.
    """
    places, text = draft.places, draft.text
    if places.title or places.container or places.has("editor", *NUMBERS):
        return None
    head = _LONE.match(text, draft.cuts.body)
    if head is None or is_organisation(head["name"]):
        return None
    behind = [span[0] for label, span in places if label != "author" and span[0] >= head.end()]
    whole = sentence(text, head.end(), min([*behind, words_end(draft, head.end())]))
    small = [word for word in _SMALL.findall(text, *whole) if word not in LOOSE_PARTICLES]
    if whole[0] >= whole[1] or not (small or _IMPRINT.search(text, whole[1])):
        return None
    return draft.claim("title", whole).but(author=head.span("name"))
