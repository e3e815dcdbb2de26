"""Lines that journals print between the entries of a list, or under the last one, and that are none of it."""

from __future__ import annotations

import re

from litreview.parsing.lists.lines import Line

_DATE = r"(?:on |in revised form |in final form )?(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]|[A-Z][a-z]{2,8}\.? \d)"
_WHOLE_DATE = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
_FOREIGN = re.compile(
    rf"(?i:(?:manuscript|article|paper|first|date)\s)?"
    rf"(?i:received|accepted|revised|submitted|published(?: online)?|available online|posted)[: ]\s?{_DATE}"
    rf"|(?i:received|accepted|published)(?: [\w-]+){{1,5}}[: ,]{{1,2}}{_WHOLE_DATE}"
    r"|(?i:please |to |how to )?(?i:cite this (?:article|paper|work|chapter)\b|citation of this article)"
    r"|© ?\w|(?:\([cC]\)|(?i:copyright)(?: ©| \([cC]\))?) ?(?:[Tt]he |by )?(?:[Aa]uthors?\b|\d{4}\b)"
    r"|\([cC]\) [A-Z][\w.]+ .{0,60}\d{4}"
    r"|(?i:downloaded (?:from|by|on)\b|(?:all )?rights reserved)"
    r"|(?:[A-Za-z]{1,8}[RrXx]iv )?(?:[Pp]reprint )?doi: http\S+[;,.]? (?i:this version (?:was )?posted)\b"
    r"|[A-Za-z]{1,8}[RrXx]iv preprint (?:first posted|doi)\b|(?i:this version (?:was )?posted) [A-Z]"
    r"|(?i:the copyright holder for this (?:preprint|version)|\(which was not (?:certified by )?peer.review)"
    r"|(?i:it is made available under an? )|(?i:not certified by peer review)"
)
"""Dates of handling, the article's own citation, rights. Seen under and amid the lists of journals of
biochemistry, open access publishers and university repositories; and the line that servers of preprints print
on every page, in one line or broken to several."""
_DOI_ALONE = re.compile(r"(?i:https?://(?:dx\.)?doi\.org/|doi:?\s?)10\.\d{4,9}/\S+")


def is_foreign(said: str) -> bool:
    """True for a line that belongs to the article, not to its list.

    >>> is_foreign("Received 19 July 2013; accepted 9 September 2013")
    True
    >>> is_foreign("Received wisdom and its discontents. 2013.")
    False
    """
    return bool(_FOREIGN.match(said))


def foreign_from(text: str, lines: list[Line]) -> int | None:
    """Where, in the lines of one entry, the foreign ones at its end begin; None for nowhere.

    A DOI in a paragraph of its own before them is the article's.
    """
    for n, line in enumerate(lines):
        if is_foreign(text[line.start : line.end]):
            alone = n > 1 and lines[n - 1].after_gap
            own = alone and _DOI_ALONE.fullmatch(text, lines[n - 1].start, lines[n - 1].end)
            return lines[n - 1].start if own else line.start
    return None
