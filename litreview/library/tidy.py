"""Titles without what databases and authors hang on them, so that two records of a work can meet."""

from __future__ import annotations

import re
from dataclasses import replace

from litreview.model.work import Work
from litreview.normalise.vocabulary.years import YEAR

# Ovid MEDLINE and Embase exports: "Title. [Review] [33 refs]", "Title.[Erratum appears in J. 2006;15:187]",
# "[German] [Title in English]". Square brackets round a whole title mark a translation and stay.
_DECORATION = re.compile(
    r"""(?ix)(?:(?<!\s)\s++(?:[.;,]\s*+)?|[.;,]\s*+)?
    \[(?:review|\d+\ ref\w*|erratum\ (?:appears|in)|published\ erratum|see\ comment|comment|retraction\ in
        |corrected|republished|update\ (?:in|of)|letter\]|editorial\]|in\ \w+\]|\w+\ language|article\ in)
    [^\[\]]{0,200}\]?\.?\s*$"""
)
_QUOTES = "\"'`“”„‘’«» "
_LEADING_YEAR = re.compile(rf"^\W*\(?{YEAR}[a-z]?\)?[.,:;]?\s+(?=[\"“'`A-Z])")
# Lists cut at the wrong place: 'Faster-learning variations. In D.S.', 'Study, Technical Report CMU-88'.
_TAIL = re.compile(
    r"""(?x)(?:
        (?<=[.,?"”'])\s*+[Ii]n:?(?:\s++[A-Z].{0,80})?
        |(?<![.,;"”])[.,;"”]++\s*+\(?(?:Technical|Tech\.|Master'?s|Ph\.?\s?D|Doctoral|Unpublished)\b.{0,120}
        |(?:(?<!\s)\s++)?\([A-Z]{2}(?=[\w/-]*\d)[\w/-]*+\)
    )[\s,.;]*$"""
)
_BROKEN_WORD = re.compile(
    r"(?<=[a-z])-\s(?=[a-z])|(?<=[a-z])-(?=(?:ing|tion|tions|ment|ments|ed|ly|ture|zky)\b)"
)


def tidied(work: Work) -> Work:
    """The work with a bare title, for comparing records with each other; everything else stays."""
    title = bare_title(work.title)
    return work if title == work.title else replace(work, title=title)


def bare_title(title: str) -> str:
    """A title without database remarks, quotation marks, a leading year and the beginnings of what follows.

    >>> bare_title("Screening for cervical cancer. [Review] [53 refs]")
    'Screening for cervical cancer'
    """
    text = title.strip()
    while (shorter := _DECORATION.sub("", text)) != text and shorter:
        text = shorter
    text = _LEADING_YEAR.sub("", text)
    text = _TAIL.sub("", text) or text
    return _BROKEN_WORD.sub("", text).strip(_QUOTES + ",.;:") or title
