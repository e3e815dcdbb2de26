"""Comparing titles of works: against every title a record has."""

from __future__ import annotations

import re

from litreview.matching.one_place import is_one_place
from litreview.model.match import FieldAgreement, Reading, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Work
from litreview.normalise import titles
from litreview.normalise.languages import guess_language
from litreview.normalise.titles import TitleComparison, TitleLikeness

LEAST_WORDS = 3
"""Words that each of two titles side by side has; a slash stands between single words too (judgement)."""
_SIDE_BY_SIDE = re.compile(r"(?<!\s)\s++(?:(?:/{1,2}|=|\|)\s++|\[)")
_READING: dict[TitleLikeness, Reading] = {
    TitleLikeness.SAME: (Verdict.EQUAL, ()),
    TitleLikeness.COSMETIC: (Verdict.EQUAL, ()),
    TitleLikeness.SUBTITLE: (Verdict.COMPATIBLE, (Note.SUBTITLE,)),
    TitleLikeness.SPELLING: (Verdict.COMPATIBLE, (Note.SPELLING,)),
    TitleLikeness.NOTICE: (Verdict.DIFFERENT, (Note.NOTICE,)),
    TitleLikeness.DRIFT: (Verdict.DIFFERENT, (Note.NEAR_MISS,)),
    TitleLikeness.TRANSLATED: (Verdict.DIFFERENT, (Note.TRANSLATED,)),
    TitleLikeness.OTHER: (Verdict.DIFFERENT, (Note.OTHER_TITLE,)),
}


def compare_titles(cited: Work, found: Work) -> FieldAgreement:
    """The best reading of a cited title against title, title with subtitle, and original title.

    A translated title is compatible only where the numbers show that the work is the same one (volume and
    first page agree, or the DOI does) and something speaks for a translation.
    """
    if not cited.title.strip() or not (found.title or found.original_title).strip():
        return FieldAgreement("title", Verdict.MISSING, cited.full_title, found.full_title)
    comparison = _best(cited, found)
    verdict, notes = _READING[comparison.likeness]
    if comparison.likeness is TitleLikeness.TRANSLATED:
        translated = (_numbers_agree(cited, found) and _has_reason(cited, found)) or is_one_place(
            cited, found
        )
        verdict, notes = (Verdict.COMPATIBLE, notes) if translated else _READING[TitleLikeness.OTHER]
    if titles.split_status(found.title)[1] and not titles.split_status(cited.title)[1]:
        notes = (*notes, Note.STATUS_PREFIX)
    return FieldAgreement("title", verdict, cited.full_title, found.full_title, notes, comparison.similarity)


def _best(cited: Work, found: Work) -> TitleComparison:
    registered = [
        text for text in dict.fromkeys((found.full_title, found.title, found.original_title)) if text
    ]
    pairs = [(cited.full_title, text) for text in registered]
    pairs += [(cited.full_title, half) for half in _languages(found.full_title)]
    pairs += [(half, found.full_title) for half in _languages(cited.full_title)]
    first = titles.compare_titles(*pairs[0])
    if first.likeness in (TitleLikeness.SAME, TitleLikeness.COSMETIC) or len(pairs) == 1:
        return first
    order = list(TitleLikeness)
    others = (titles.compare_titles(one, two) for one, two in pairs[1:])
    return min((first, *others), key=lambda item: (order.index(item.likeness), -item.similarity))


def _languages(title: str) -> tuple[str, ...]:
    """The two titles of one that is given in two languages: "Rückenschmerz auf See / Back pain at sea",
    or with the other one in square brackets."""
    halves = tuple(_SIDE_BY_SIDE.split(title.rstrip(" ].")))
    return halves if len(halves) == 2 and all(len(half.split()) >= LEAST_WORDS for half in halves) else ()


def _has_reason(cited: Work, found: Work) -> bool:
    """True where something but the numbers speaks for a translation: a common word, brackets, or the
    language of
    the journal. Another paper's title in another language has none of these."""
    if _all_else_agrees(cited, found):
        return True
    if titles.have_cognates(cited.title, found.title) or cited.title.lstrip().startswith("["):
        return True
    if found.title.lstrip().startswith("[") or found.original_title:
        return True
    spoken = {guess_language(title) for title in (cited.title, found.title)} - {"en", ""}
    journals = {guess_language(name) for name in (found.container_title, cited.container_title) if name}
    return bool(spoken & ({found.language[:2], cited.language[:2]} | journals))


def _all_else_agrees(cited: Work, found: Work) -> bool:
    """True where authors, year and journal are exactly those of the record (and the numbers too, or this is
    not asked): the same paper under a title in another language."""
    from litreview.matching.compare_authors import compare_authors
    from litreview.matching.compare_containers import compare_containers

    agreeing = (Verdict.EQUAL, Verdict.COMPATIBLE)
    return (
        bool(cited.year)
        and cited.year in found.years
        and compare_authors(cited, found).verdict in agreeing
        and compare_containers(cited, found).verdict in agreeing
    )


def _numbers_agree(cited: Work, found: Work) -> bool:
    from litreview.matching.compare_pages import compare_pages
    from litreview.matching.compare_volumes import compare_volumes

    if cited.doi and cited.doi == found.doi:
        return True
    agreeing = (Verdict.EQUAL, Verdict.COMPATIBLE)
    return (
        compare_pages(cited, found).verdict in agreeing and compare_volumes(cited, found).verdict in agreeing
    )
