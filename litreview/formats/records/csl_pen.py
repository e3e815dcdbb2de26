"""The pen of CSL-JSON: members of an object, found as the decoder reads them, strings escaped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from litreview.formats.pen import Person, Spot, cannot_encode, surname_within, years_within
from litreview.formats.records.csl import Member, elements, members
from litreview.formats.records.people_pen import Written, rewritten
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.whole_numbers import whole_number

_NAME_PARTS = frozenset({"family", "given", "dropping-particle", "non-dropping-particle", "suffix"})


class CslPen:
    """An item of a CSL-JSON file, of an array or on a line of its own."""

    def read(self, entry: Reference, field: str) -> str | None:
        """What the member says, its escapes resolved; of a date the year."""
        if field == "issued":
            return str(entry.work.year) if any(_years(entry)) else None
        found = _places(entry, field)
        return self.says(found[0].text) if found else None

    def behind(self, entry: Reference, field: str) -> str:
        """Nothing: a member ends where it ends."""
        return ""

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The value as a JSON string, or as a number where it was one."""
        if field == "issued":
            return tuple(Spot(spot.start, spot.end, value) for spot in _years(entry))
        return tuple(
            Spot(spot.start, spot.end, self.write(value, spot.text, entry.text))
            for spot in _places(entry, field)
        )

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The surname in the object of its author."""
        spots = [
            Spot(part.start, part.end, entry.text[part.start : part.end])
            for author in _authors(entry)
            if author.spot.text[:1] == "{"
            for part in members(entry.text, author.spot.start)
            if part.name == "family"
        ]
        return surname_within(spots, old, self.write(new, '""', entry.text)[1:-1])

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The objects of the array."""
        look = partial(_look, escaped=_is_escaped(entry.text))
        return rewritten(entry.text, _authors(entry), people, ", ", look)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """A member behind the last one, laid out as that is; an empty one is filled."""
        found = _members(entry)
        if not found or entry.text[found[-1].end :].strip() != "}":
            return None
        own = [member for member in found if member.name == "DOI"]
        value = self.write(doi, '""', entry.text)
        if own:
            return None if own[-1].value else Spot(own[-1].start, own[-1].end, value)
        last = found[-1]
        before = found[-2].end + 1 if len(found) > 1 else entry.text.index("{") + 1
        blank = entry.text[before : last.at].replace(",", "")
        colon = entry.text[last.at + len(json.dumps(last.name)) : last.start]
        return Spot(last.end, last.end, f',{blank}"DOI"{colon}{value}')

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """Nothing: each entry stands alone."""
        return ()

    def spell_out(self, text: str, codec: str) -> str:
        """Letters that the encoding lacks as escapes."""
        if not cannot_encode(text, codec):
            return text
        return "".join(char if char.isascii() else json.dumps(char)[1:-1] for char in text)

    def says(self, written: str, field: str = "") -> str:
        """What a JSON string or number says."""
        return str(json.loads(written, strict=False)) if written[:1] == '"' else written

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """A JSON string, escaped beyond ASCII where the entry is; a number in place of a number."""
        if old[:1] != '"' and str(whole_number(text)) == text:
            return text
        return json.dumps(text, ensure_ascii=_is_escaped(entry))


def _members(entry: Reference) -> list[Member]:
    """The members of the item; none where it is damaged."""
    try:
        return list(members(entry.text, 0)) if entry.text[:1] == "{" else []
    except ValueError:
        return []


def _places(entry: Reference, field: str) -> list[Spot]:
    """The value that was read (of members of one name the last) and those that repeat it."""
    found = []
    for member in reversed(_members(entry)):
        if member.name != field:
            continue
        start, end, value = member.start, member.end, member.value
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):  # Crossref's dialect
            value, start, end = next(elements(entry.text, start))
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            found.append((str(value), Spot(start, end, entry.text[start:end])))
    return [spot for said, spot in found if said and said == found[0][0]]


def _years(entry: Reference) -> Iterator[Spot]:
    """The year in ``issued``: of its date parts, or of a raw or literal date, wherever it is the one read."""
    for member in _members(entry):
        if member.name == "issued":
            for start, end in _dates(entry.text, member):
                yield from years_within(Spot(start, end, entry.text[start:end]), entry.work.year)


def _dates(text: str, issued: Member) -> Iterator[tuple[int, int]]:
    """Where a date gives its year: the first part of its date, of both dates of a range within one year, or
    a text."""
    if not isinstance(issued.value, dict):
        yield issued.start, issued.end
        return
    for part in members(text, issued.start):
        if part.name == "date-parts" and isinstance(part.value, list):
            dates = [start for _, start, _ in elements(text, part.start) if text[start] == "["]
            years = [year for start in dates for year in list(elements(text, start))[:1]]
            if len({str(said) for said, _, _ in years}) == 1:
                yield from ((at, end) for _, at, end in years)
        elif part.name in ("raw", "literal"):
            yield part.start, part.end


def _authors(entry: Reference) -> list[Written]:
    """The authors, each with its object; none where the array is not what was read."""
    arrays = [member for member in _members(entry) if member.name == "author"]
    if len(arrays) != 1 or not isinstance(arrays[0].value, list):
        return []
    found = [
        Spot(start, end, entry.text[start:end]) for _, start, end in elements(entry.text, arrays[0].start)
    ]
    if len(found) != len(entry.work.author):
        return []
    return [Written(spot, name) for spot, name in zip(found, entry.work.author, strict=True)]


def _is_escaped(entry: str) -> bool:
    """True where the item writes letters beyond ASCII as escapes."""
    return entry.isascii() and "\\u" in entry


def _look(model: Written, person: Person, *, escaped: bool) -> str:
    """A name object laid out as another one, whose further members only the same person keeps; empty where
    the other is an organisation."""
    written = model.spot.text
    if model.name.literal or not model.name.family or written[:1] != "{":
        return ""
    parts = list(members(written, 0))
    values = _name_members(person.name, parts)
    is_same = person.cited == model.name
    kept = [part for part in parts if values.get(part.name) or (is_same and part.name not in _NAME_PARTS)]
    if not kept:
        return ""
    gap = next((written[one.end : other.at] for one, other in pairwise(parts)), ", ")
    colon = written[parts[0].at + len(json.dumps(parts[0].name)) : parts[0].start]
    pairs = [
        written[part.at : part.start] + json.dumps(values[part.name], ensure_ascii=escaped)
        if part.name in values
        else written[part.at : part.end]
        for part in kept
    ]
    there = {part.name for part in parts}
    pairs += [
        f"{json.dumps(name)}{colon}{json.dumps(text, ensure_ascii=escaped)}"
        for name, text in values.items()
        if text and name not in there
    ]
    return f"{written[: parts[0].at]}{gap.join(pairs)}{written[parts[-1].end :]}"


def _name_members(name: Name, parts: Sequence[Member]) -> dict[str, str]:
    """The members of a name, its particle under the name that the model has for one."""
    kinds = ("dropping-particle", "non-dropping-particle")
    particle = next((part.name for part in parts if part.name in kinds), kinds[1])
    return {"family": name.family, "given": name.given, particle: name.particle, "suffix": name.suffix}
