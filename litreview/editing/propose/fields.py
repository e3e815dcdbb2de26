"""Corrections of one field: the record's value in the way the entry itself is written."""

from __future__ import annotations

import re

from litreview.editing.propose.entry_edits import as_fix
from litreview.editing.propose.losses import loss
from litreview.editing.propose.safe_years import LETTERS, is_safe_year
from litreview.editing.propose.values import value_like
from litreview.formats.pens import pen_of
from litreview.matching.proven import doubt_about
from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.normalise.text import fold
from litreview.normalise.titles import title_words


def correct_field(match: Match, article: Article, field: str) -> Fix | None:
    """One field's value replaced by the record's; None where the place or the new value is not known.

    Safe only where an identifier or a locator proves which work is meant, the record's value is believed, and
    nothing that the entry says is lost.
    """
    reference, work, pen = match.reference, match.work, pen_of(match.reference.notation)
    if work is None or pen is None or not article.holds(reference):
        return None
    old = pen.read(reference, field)
    new = value_like(old, work, article, field, cited=reference.work) if old else ""
    if old and field == "title":
        behind = pen.behind(reference, field)
        new = _without_end_behind(old, _without_printed_end(new, behind), behind)
        new = "" if _goes_on(old, new, behind) else new
    if not old or not new or new == old:
        return None
    said = f"{old} → {new}"
    if field == "page":
        said = said.replace("--", "–")  # LaTeX's dash
    doubt = _doubt(match, article, field, old, new)
    return as_fix(reference, pen.replace(reference, field, new), said, doubt=doubt)


def _doubt(match: Match, article: Article, field: str, old: str, new: str) -> str:
    if field == "issued" and not is_safe_year(match, article):
        return LETTERS
    return doubt_about(match, field) or loss(field, old, new)


def _without_printed_end(title: str, behind: str) -> str:
    """A title without its last sentence where the entry goes on with it: the title was read too short."""
    rest = fold(behind)
    for gap in re.finditer(r"[.:?!]\s+", title):
        end = fold(title[gap.end() :])
        if end and f"{rest} ".startswith(f"{end} "):
            return title[: gap.start()] + (title[gap.start()] if title[gap.start()] in "?!" else "")
    return title


def _goes_on(old: str, new: str, behind: str) -> bool:
    """True where the new title has more words at its end and the entry goes on within the sentence: what was
    read is not the whole title, and its end may stand there with a slip in it."""
    before, after = title_words(old), title_words(new)
    is_longer = bool(before) and before[-1] in after[:-1] and before[-1] != after[-1]
    return is_longer and behind.lstrip()[:1] in (",", ":", ";", "(", "-", "–", "—")


def _without_end_behind(old: str, new: str, behind: str) -> str:
    """A value without an end that the entry prints right behind the old one ("… L" before ".) Journal")."""
    rest = re.sub(r"\s+", " ", behind).casefold()
    for at in range(1, len(new)):
        end = new[at:].casefold()
        within_word = new[at - 1].isalnum() and new[at].isalnum()
        if within_word or not rest.startswith(end) or old.casefold().endswith(end):
            continue
        if not (end[-1].isalnum() and rest[len(end) : len(end) + 1].isalnum()):
            return new[:at]
    return new
