"""Whether a record has lost authors, which is told by its list alone.

Registers lose the first name of a list, or keep only one, more often than writers invent one in front of
a list that is right for the rest. One extra name *behind* the first is as likely invented, and stays so.
"""

from __future__ import annotations

from collections.abc import Sequence

from litreview.model.work import Name

FEWEST_LOST = 2
"""Further authors beside a record's only one from which the record, and not the reference, is doubted: a
single extra name is what an invented co-author looks like. Judgement."""
MOST_NAMED = 3
"""Lost names that are said by name, as in the messages of the rules; judgement."""


def lost_names(
    cited: Sequence[Name], found: Sequence[Name], places: Sequence[int | None], *, is_cut: bool
) -> str:
    """What the record lacks ("lacks Erstling A"), empty where it is to be believed.

    ``places`` says for each cited name where it stands in the record, None for nowhere; ``is_cut`` that the
    cited list ends with "et al.", so that names of the record may follow.
    """
    absent = [name for name, place in zip(cited, places, strict=True) if place is None]
    known = [place for place in places if place is not None]
    if not absent or not known or known != list(range(len(known) if is_cut else len(found))):
        return ""  # a record's name is missing or elsewhere: no mere loss
    if places[0] is not None and not (len(found) == 1 and len(absent) >= FEWEST_LOST):
        return ""
    more = f" and {len(absent) - MOST_NAMED} more" if len(absent) > MOST_NAMED else ""
    return f"lacks {', '.join(map(str, absent[:MOST_NAMED]))}{more}"
