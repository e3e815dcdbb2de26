"""The pen of .bib entries: fields in braces or quotes, bare numbers, macros, accents as commands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from litreview.formats.bibtex.accents import from_text, to_literal, to_text
from litreview.formats.bibtex.read import csl_fields, read_people
from litreview.formats.bibtex.scan import RawEntry, RawField, scan
from litreview.formats.bibtex.wording import in_ascii_latex, latex_like
from litreview.formats.pen import Person, Spot, cannot_encode, surname_within, years_within
from litreview.formats.records.people_pen import Written, rewritten, with_names
from litreview.model.reference import Reference
from litreview.normalise.vocabulary.dashes import DASHES

_LITERAL = frozenset({"page", "DOI"})
_AND = re.compile(r"(?<!\s)\s++and\s+", re.IGNORECASE)
_DASH = re.compile(rf"[-{DASHES}]+")
_COMMA = re.compile(r"\s*,")


class BibtexPen:
    """BibTeX and biblatex."""

    def read(self, entry: Reference, field: str) -> str | None:
        """What the field says; of a date the year, of pages LaTeX's dash too."""
        if field == "issued":
            return str(entry.work.year) if any(self._years(entry, "")) else None
        if field == "title" and (parts := _titles(entry)):
            return ": ".join(to_text(item.value) for item in parts)
        places = list(self._places(entry, field))
        return None if not places else self.says(_value(entry, field, places[0]), field)

    def behind(self, entry: Reference, field: str) -> str:
        """Nothing: a field ends where it ends."""
        return ""

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The value of the field, and of its doubles that say the same; braces and quotes stay."""
        if field == "title" and (parts := _titles(entry)):
            head, colon, tail = value.partition(": ")
            return tuple(
                self._edit(entry, item, text, field)
                for item, text in zip(parts, (head, tail), strict=True)
                if colon
            )
        if field == "issued":
            return tuple(self._years(entry, value))
        return tuple(self._edit(entry, item, value, field) for item in self._places(entry, field))

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The surname where it stands among the authors."""
        return surname_within(_texts(entry, "author"), old, self.write(new, "", entry.text))

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The names between the words "and"; those that stay are not touched."""
        listed = _authors(entry)

        def look(model: Written, person: Person) -> str:
            return with_names(model, person.name, lambda text: self.write(text, "", entry.text))

        return rewritten(entry.text, listed, people, " and ", look)

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """A field behind the last one, in its layout; an empty field is filled. None in a damaged entry."""
        raw = _raw(entry)
        if raw is None:
            return None
        own = [item for item in raw.fields if item.name == "doi"]
        if own:
            is_empty = all(not item.value.strip() for item in own)
            return Spot(*own[0].right, f"{{{_doi(doi)}}}") if is_empty and own[0].right else None
        return _added(entry.text, raw, _doi(doi))

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """Nothing: each entry stands alone."""
        return ()

    def spell_out(self, text: str, codec: str) -> str:
        """Letters that the encoding lacks as commands."""
        return in_ascii_latex(text) if cannot_encode(text, codec) else text

    def says(self, written: str, field: str = "") -> str:
        """What a value says, without its commands and braces."""
        if field == "page":
            return written
        return to_literal(written) if field == "DOI" else to_text(written)

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """Plain words as a value, in the manner of the old one."""
        if field == "page" and not _DASH.search(old):
            return _DASH.sub("--", text)  # as BibTeX's manual writes a range
        if field in _LITERAL:
            return text
        return latex_like(text, old, entry, is_field=True, is_title=field == "title")

    def _places(self, entry: Reference, field: str) -> Iterator[RawField]:
        """The field that was read, and those that repeat it."""
        raw = _raw(entry)
        found = (
            [item for name, item in csl_fields(raw) if name == field and item.value.strip()] if raw else []
        )
        if field == "page":
            is_page = bool(entry.work.page)
            found = [item for item in found if (item.name == "pages") == is_page]
        found = _surely(found)
        said = [self.says(item.value) for item in found]
        for item, words in zip(found, said, strict=True):
            if words == said[0] and item.right is not None:
                yield item

    def _edit(self, entry: Reference, item: RawField, value: str, field: str) -> Spot:
        """A value within its braces or quotes; what is bare, a macro or joined gets braces of its own."""
        assert item.right is not None
        start, end = item.right
        written = entry.text[start:end]
        if item.start is None or item.end is None or not _is_plain(entry, item) or written.isdecimal():
            new = self.write(value, "", entry.text, field)
            return Spot(start, end, new if new.isdecimal() else f"{{{new}}}")
        new = self.write(value, entry.text[item.start : item.end], entry.text, field)
        return Spot(item.start, item.end, _quotable(new) if written[:1] == '"' else new)

    def _years(self, entry: Reference, value: str) -> Iterator[Spot]:
        """The year in every ``year`` and ``date`` that gives the one read."""
        raw = _raw(entry)
        dates = [item for name, item in csl_fields(raw) if name == "issued" and item.right] if raw else []
        dates = _surely(dates)
        for item in dates:
            assert item.right is not None
            if not _is_plain(entry, item):
                if item.name == "year" and item is dates[0]:
                    yield Spot(*item.right, f"{{{value}}}")
                continue
            place = (item.start, item.end) if item.start is not None and item.end is not None else item.right
            for spot in years_within(Spot(*place, entry.text[slice(*place)]), entry.work.year):
                yield Spot(spot.start, spot.end, value)


def _surely(fields: list[RawField]) -> list[RawField]:
    """The fields without those that may be words of an unclosed note, where there are others."""
    return [item for item in fields if not item.inside] or fields


def _raw(entry: Reference) -> RawEntry | None:
    """The entry as the reader scans it; None where that is not one whole entry."""
    blocks = scan(entry.text)
    if len(blocks) != 1 or not isinstance(blocks[0], RawEntry):
        return None
    raw = blocks[0]
    return raw if (raw.start, raw.end) == (0, len(entry.text)) else None


def _is_plain(entry: Reference, item: RawField) -> bool:
    """True for one braced or quoted text or one number: no macro, nothing joined."""
    if item.start is None or item.right is None:
        return False
    written = entry.text[slice(*item.right)]
    return written[:1] in ("{", '"') or written.isdecimal()


def _value(entry: Reference, field: str, item: RawField) -> str:
    """What a field holds; of a macro, which is defined elsewhere, what was read."""
    if _is_plain(entry, item):
        return entry.text[item.start : item.end]
    return str(entry.work.to_csl().get(field, ""))


def _texts(entry: Reference, field: str) -> list[Spot]:
    raw = _raw(entry)
    return [
        Spot(item.start, item.end, entry.text[item.start : item.end])
        for name, item in (csl_fields(raw) if raw else ())
        if name == field and item.start is not None and item.end is not None and _is_plain(entry, item)
    ]


def _titles(entry: Reference) -> tuple[RawField, ...]:
    """The title and the subtitle of an entry that has a field for each."""
    raw = _raw(entry)
    given = {item.name: item for item in reversed(raw.fields) if item.value.strip()} if raw else {}
    parts = [given[name] for name in ("title", "subtitle") if name in given]
    return tuple(parts) if len(parts) == 2 and all(_is_plain(entry, item) for item in parts) else ()


def _authors(entry: Reference) -> list[Written]:
    """The authors, each with its place; none where they are not those that were read."""
    listed: list[Written] = []
    for spot in _texts(entry, "author"):
        for start, end in _names(spot.text):
            people = read_people(spot.text[start:end])
            if people == ["others"]:
                break
            if len(people) != 1 or isinstance(people[0], str):
                return []
            place = Spot(spot.start + start, spot.start + end, spot.text[start:end])
            listed.append(Written(place, people[0]))
    return listed if tuple(one.name for one in listed) == entry.work.author else []


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of a list stand: the word "and" divides them, but not within braces."""
    at = 0
    for joint in _AND.finditer(text):
        if text.count("{", 0, joint.start()) == text.count("}", 0, joint.start()):
            yield at, joint.start()
            at = joint.end()
    yield at, len(text)


def _quotable(value: str) -> str:
    """A value that can stand between quotes: a quote outside braces would end it."""
    parts, depth = [], 0
    for char in value:
        depth += (char == "{") - (char == "}")
        parts.append('{"}' if char == '"' and depth == 0 else char)
    return "".join(parts)


def _doi(doi: str) -> str:
    """Only braces and accents would break the entry; everything else belongs to the DOI."""
    return in_ascii_latex(doi) if doi.count("{") == doi.count("}") else from_text(doi)


def _added(entry: str, raw: RawEntry, value: str) -> Spot | None:
    """A field behind the last one: the indentation, the equals sign and the quotes of those before."""
    fields = [item for item in raw.fields if item.right]
    damaged = [item for item in raw.fields if not item.right and not item.value.startswith("%")]
    if not fields or damaged:
        return None  # what stands around a damaged field is not certain; a comment is none
    right = fields[-1].right
    assert right is not None
    comma = _COMMA.match(entry, right[1])
    at = comma.end() if comma else right[1]
    name = "DOI" if all(_name(entry, item).isupper() for item in fields) else "doi"
    opened = [entry[item.right[0]] for item in fields if item.right and entry[item.right[0]] in '{"']
    value = f'"{value}"' if opened and opened[-1] == '"' else f"{{{value}}}"
    written = f"{_lead(entry, fields)}{name}{_equals(entry, fields)}{value}"
    return Spot(at, at, f"{written}," if comma else f",{written}")


def _lead(entry: str, fields: Sequence[RawField]) -> str:
    """What stands before a field's name: a line of its own where fields have one, with its indentation."""
    for item in reversed(fields):
        before = entry[: item.at]
        bare = before.rstrip(" \t")
        if bare.endswith("\n"):
            return ("\r\n" if bare.endswith("\r\n") else "\n") + before[len(bare) :]
    before = entry[: fields[-1].at]
    return before[len(before.rstrip(" \t")) :] or " "


def _name(entry: str, item: RawField) -> str:
    return entry[item.at : item.at + len(item.name)]


def _equals(entry: str, fields: Sequence[RawField]) -> str:
    """The equals sign as the last field has it, in the column where all of them stand if there is one."""
    between = [entry[item.at + len(item.name) : item.right[0]] for item in fields if item.right]
    columns = {len(item.name) + len(blank) for item, blank in zip(fields, between, strict=True)}
    model = between[-1]
    if len(columns) == 1 and len(fields) > 1 and model.lstrip() != model:
        return " " * max(1, columns.pop() - len("doi") - len(model.lstrip())) + model.lstrip()
    return model
