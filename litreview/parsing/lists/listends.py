"""Where a reference list stops: what still is an entry of it, and what is a page foot, a legend or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from litreview.parsing.lists.layout import read_label
from litreview.parsing.lists.likeness import cites, has_address, has_date, likeness, sentence_words
from litreview.parsing.lists.lines import Line, paragraphs

_PAGE_FOOT = re.compile(
    r"\W*(?:(?:last |first |date )?(?:updated|modified|reviewed|published(?: online)?|received|accepted"
    r"|submitted|revised|posted|printed|downloaded)\b(?!\.)|next (?:planned )?update"
    r"|about (?:this|us|the author)|follow us|subscribe|share (?:this|on)|cite this|how to cite|back to top"
    r"|home\b(?! )|contact\b(?! )|©|\(c\) ?\d{4}|copyright|all rights|correspond(?:ence|ing)|e-?mail"
    r"|address for|supplementa|additional file|fig(?:ure|s?\.) ?\d|table \d|box \d|abbildung \d|abb\. ?\d"
    r"|tabelle \d|tab\. ?\d|this (?:page|article|work|is)|these\b|we\b|our (?!\w+ics)|please|thank|if you"
    r"|for more|stand: ?\d|seite \d|page \d|keywords?:|schlüsselwörter)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\ball rights reserved|\bcreative commons|\bterms of use|\bprivacy policy|\bcookies?\b", re.I
)
_BEGINS = re.compile(r"[^\w]*(?:[^\W\d_a-z]|\d|https?:|www\.)")
_PARTS = re.compile(r"[^\W_][.,:;] |[”\"’'][,.] |，|。|：|\. ?//")
_SHORTEST, _MAX_WORDS_OF_PROSE = 10, 1
_HEADING = 60
SIGNS = 2
"""Signs (see ``likeness``) from which a paragraph in a headed list is an entry without further question."""


def is_page_foot(said: str) -> bool:
    """True for what pages print under a list: dates of updating, rights, legends, links to share."""
    return bool(_PAGE_FOOT.match(said) or (len(said) < 400 and _RIGHTS.search(said)))


def may_be_entry(said: str) -> bool:
    """True where a paragraph of a list may be an entry though nothing proves it: "NICE. Back pain. London."

    Sentences, page feet and lines that could be headings are none.
    """
    said = said.strip()
    if len(said) < _SHORTEST or not _BEGINS.match(said) or is_page_foot(said):
        return False
    if cites(said) or sentence_words(said) > _MAX_WORDS_OF_PROSE + len(said) // 150:
        return False
    return bool(_PARTS.search(said)) or ((has_date(said) or has_address(said)) and len(said) > 2 * _SHORTEST)


def without_tail(text: str, body: Sequence[Line]) -> int:
    """Lines left when the paragraphs after the last entry (page feet, notices, prose) are cut off.

    A labelled list goes on as long as its labels do; any list as long as its paragraphs may be entries.
    """
    spans = _units(text, body)
    first_lines = {line.start: line for line in body}
    numbers = [_number(text, first_lines[start]) for start, _ in spans]
    sure = [
        n for n, (start, end) in enumerate(spans)
        if _is_sure(text[start:end]) or (n and _counts_on(numbers, n))
    ]  # fmt: skip
    last = sure[-1] if sure else 0
    labelled = sum(number is not None for number in numbers) > len(numbers) / 2
    while last + 1 < len(spans) and not labelled and may_be_entry(text[slice(*spans[last + 1])]):
        last += 1
    end = spans[last][1] if spans else 0
    return sum(line.end <= end for line in body)


def _units(text: str, body: Sequence[Line]) -> list[tuple[int, int]]:
    """Paragraphs, and within them the entries whose labels count on: a number that follows proves that the
    list goes on after a foreign line."""
    last: int | None = None
    lines = []
    for line in body:
        number = _number(text, line)
        goes_on = number is not None and last is not None and number == last + 1
        lines.append(line._replace(after_gap=True) if goes_on else line)
        last = number if goes_on or (number is not None and line.after_gap) or last is None else last
    return paragraphs(lines)


def _is_sure(said: str) -> bool:
    return not is_page_foot(said) and (likeness(said) >= SIGNS or likeness(said[:400]) >= SIGNS)


def _number(text: str, line: Line) -> int | None:
    label = read_label(text, line)
    return label[1] if label else None


def _counts_on(numbers: Sequence[int | None], n: int) -> bool:
    """True where a label is one more than that of a paragraph shortly before it, or stands for it again."""
    number = numbers[n]
    before = [value for value in numbers[max(0, n - 3) : n] if value is not None]
    return number is not None and bool(before) and 0 <= number - before[-1] <= 2


def continues_entry(text: str, line: Line, low: int) -> bool:
    """True for a line that can be no heading though the format says so: a PDF shows the short last line of
    a hanging entry ("    https://doi.org/10…") much like one. ``low`` is the indentation of the list."""
    said = text[line.start : line.end]
    return line.indent > low or bool(_GOES_ON.match(said)) or (len(said) > _HEADING and likeness(said) > 0)


_GOES_ON = re.compile(r"https?:|www\.|(?i:doi)\b|10\.\d{4}|[a-zß-ÿ(&,;]|\d+\s?[-–(:]|pp?\. ?\d|S\. ?\d")
