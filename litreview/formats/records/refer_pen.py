"""The pen of refer (``.enw``): ``%D 2014``, one author per ``%A`` line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from litreview.formats.pen import Person, Spot
from litreview.formats.records.names import read_name
from litreview.formats.records.people_pen import Written, with_names
from litreview.formats.records.tagged_pen import Line, TaggedPen, newline_of
from litreview.model.reference import Reference

_DOI_TAG = "%R"


class ReferPen(TaggedPen):
    """refer, as EndNote exports it; its reader notes where each value stands."""

    def lines(self, entry: Reference) -> Iterator[Line]:
        """The values with their CSL fields."""
        number = "page" if entry.work.page else "article_number"
        for name in dict.fromkeys(name for name, _, _ in entry.spans):
            for place in entry.written(name):
                yield Line(number if name == "page" else name, name, Spot(*place))

    def authors(self, entry: Reference) -> list[Written]:
        """Whole lines, so that a name goes with its tag; none where other lines stand between."""
        spots = [self._line(entry, Spot(*place)) for place in entry.written("author")]
        if any(entry.text[one.end : other.start].strip() for one, other in pairwise(spots)):
            return []
        listed = [Written(spot, read_name(spot.text[2:])) for spot in spots]
        return listed if tuple(one.name for one in listed) == entry.work.author else []

    def look(self, model: Written, person: Person) -> str:
        """The line with the other name."""
        return with_names(model, person.name, str)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """A line at the end of the record; None where the tag stands there and says something else."""
        if any(line.startswith(_DOI_TAG) for line in entry.text.splitlines()):
            return None
        end = len(entry.text.rstrip())
        return Spot(end, end, f"{newline_of(entry.text)}{_DOI_TAG} {doi}")

    def _line(self, entry: Reference, spot: Spot) -> Spot:
        start = entry.text.rfind("\n", 0, spot.start) + 1
        return Spot(start, spot.end, entry.text[start : spot.end])
