"""Telling the title of a notice about a paper from the title of a paper."""

from __future__ import annotations

import re

from litreview.normalise.text import fold, strip_markup
from litreview.normalise.titles import is_notice, split_status

_KINDS = (
    r"(?:partial )?retractions?|retracted|corrections?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)"
    r"|(?:editorial )?expressions? of concern|withdrawals?|withdrawn|removals?|reinstatements?"
)
_AND = r"(?: and (?:replacement|republication))?"
_WHO = r"(?:authors?|publishers?|editors?|editorial)"
# The whole title, folded: "Retraction", "Notice of retraction and replacement", "Author correction".
_BARE = re.compile(
    rf"(?:statement|notice|notification|letter)? ?(?:of )?(?:the )?{_WHO}? ?(?:{_KINDS}){_AND}"
    rf"(?: and (?:{_KINDS}))?(?: notices?| notes?| statement)?(?: of article| of publication)?"
)
# "Retraction of: …", "Notice of retraction of "…"", "Retraction notice for …", "Correction for A et al., …".
_HEAD = re.compile(
    rf"\s*\[?(?:notice of |statement of )?(?:{_KINDS}){_AND}(?: notices?| notes?)?"
    r"\s*(?:[:.—–]|(?:of|to|for|on|in|regarding)\s*[:\"“‘'«]|-\s|for\s[^,:]{2,60},\s"
    r"|\b(?<=notice)\s(?:to|for|of)\b)",
    re.IGNORECASE,
)
# "… (Retraction of vol 12, pg 3, 2004)", "… – Retraction", "… [Retraction]".
_TAIL = re.compile(
    rf"(?:\s[-–—:]\s*(?:{_KINDS})(?: notice)?"
    rf"|[\[(](?:{_KINDS})(?: notice)?(?: (?:of|to|for) [^\])]{{0,600}})?[\])])\.?\s*$",
    re.IGNORECASE,
)


def names_notice(title: str) -> bool:
    """True where a title is that of a notice: a bare "Erratum", "Retraction notice to …", "… – Correction".

    "Retraction of the hand in crabs" is a paper. Nothing follows from a title alone: who asks has a record
    that says of itself that it updates another one.

    >>> names_notice("Retraction notice to: Salt in soup"), names_notice("Retraction of the hand in crabs")
    (True, False)
    """
    text = strip_markup(title)
    if not text.strip() or is_notice(text) or split_status(text)[1]:
        return True
    return bool(_BARE.fullmatch(fold(text)) or _HEAD.match(text) or _TAIL.search(text))


def says_replaced(label: str) -> bool:
    """True where a notice's label says that the paper was published again: "Retraction and replacement"."""
    folded = fold(label)
    return "replace" in folded or "republi" in folded
