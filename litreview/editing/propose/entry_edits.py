"""Several edits of one entry as one fix."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.formats.pen import Spot
from litreview.model.finding import Fix
from litreview.model.reference import Reference


def as_fix(reference: Reference, edits: Sequence[Spot], description: str, *, doubt: str = "") -> Fix | None:
    """Edits (offsets within the entry) as one replacement from the first to the last; None where nothing
    would change. With a ``doubt`` it is not safe."""
    edits = sorted(edit for edit in edits if reference.text[edit.start : edit.end] != edit.text)
    if not edits:
        return None
    first, last = edits[0].start, max(edit.end for edit in edits)
    parts, at = [], first
    for start, end, text in edits:
        parts += [reference.text[at:start], text]
        at = end
    parts.append(reference.text[at:last])
    return Fix(reference.start + first, reference.start + last, "".join(parts), not doubt, description, doubt)
