"""The pen of printed entries: words for people, whose fields a reading of the entry has marked off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from litreview.formats.name_forms import Form, form_of, like_all
from litreview.formats.pen import Person, Spot, relaid, surname_within
from litreview.model.reference import Reference
from litreview.model.work import Name

FULL_PATTERN = 3
"""Authors from which an entry shows what stands between names and what before the last."""

MOST_NEIGHBOURS = 15
"""Entries looked at for the way in which a list writes names."""

_ET_AL = re.compile(
    r"(?:[,;]\s*+|(?<![\s,;])\s++)?(?:\bet\.? ?al\b\.?|…|\.\s?\.\s?\.|\band others\b|\bu\. ?a\.).*\Z",
    re.DOTALL,
)


class PrintedPen:
    """Plain words; Markdown and LaTeX differ in ``says`` and ``write`` alone."""

    def read(self, entry: Reference, field: str) -> str | None:
        """The words of the field, blanks single."""
        spot = _spot(entry, field)
        return None if spot is None else self.says(spot.text, field)

    def behind(self, entry: Reference, field: str) -> str:
        """What the entry prints after the field."""
        spot = _spot(entry, field)
        return "" if spot is None else entry.text[spot.end :]

    def replace(self, entry: Reference, field: str, value: str) -> tuple[Spot, ...]:
        """The field's words replaced."""
        spot = _spot(entry, field)
        if spot is None:
            return ()
        return (Spot(spot.start, spot.end, self.write(value, spot.text, entry.text, field)),)

    def replace_surname(self, entry: Reference, old: str, new: str) -> tuple[Spot, ...]:
        """The surname where it stands among the authors."""
        spot = _spot(entry, "author")
        return surname_within((spot,), old, self.write(new, "", entry.text)) if spot else ()

    def add_doi(self, entry: Reference, doi: str, sheet: Callable[[], str]) -> Spot | None:
        """Behind the last word, in the look of most styles."""
        shown = entry.text.rstrip()
        dot = "" if shown[-1:] in ".!?" else "."
        return Spot(len(shown), len(shown), f"{dot} https://doi.org/{self.address(doi)}")

    def complete(self, text: str, edits: Sequence[Spot]) -> tuple[Spot, ...]:
        """Nothing: each entry stands alone."""
        return ()

    def spell_out(self, text: str, codec: str) -> str:
        """The text as it is: plain words have no other way to write a letter."""
        return text

    def says(self, written: str, field: str = "") -> str:
        """What is written, in plain words."""
        return " ".join(written.split())

    def write(self, text: str, old: str, entry: str, field: str = "") -> str:
        """Plain words as this notation writes them, with the line breaks of the old ones."""
        return relaid(old, text)

    def address(self, doi: str) -> str:
        """A DOI as it stands in an address."""
        return doi

    def words(self, text: str) -> str:
        """A stretch of authors as it is compared with names."""
        return " ".join(text.split())

    def replace_authors(
        self, entry: Reference, people: Sequence[Person], others: Sequence[Reference]
    ) -> tuple[Spot, ...]:
        """The list in the form in which it stands there, or in which its neighbours stand; none where neither
        shows plainly how names are written."""
        spot = _spot(entry, "author")
        if spot is None:
            return ()
        cut = _ET_AL.search(spot.text)
        head = spot.text[: cut.start()] if cut else spot.text
        is_cut = bool(cut) or entry.work.et_al
        dotted = [f"{head}."] if entry.text[spot.start + len(head) :].startswith(".") else []
        own = [head, head.rstrip(" ."), head.rstrip(" ,:;")]
        form, shown = self._form(entry, len(people), dotted, own, others, is_cut=is_cut)
        if form is None:
            return ()
        names = like_all([person.name for person in people], entry.work.author, form)
        new = self.write(form.write(names, is_cut=is_cut), shown, entry.text)
        end = spot.start + len(shown)
        # The sentence keeps its own stop behind the last initial.
        if new.endswith(".") and entry.text[end : end + 1] == ".":
            new = new[:-1]
        elif shown in dotted and not new.endswith(".") and not entry.text[end:].lstrip().startswith("("):
            new += "."
        return (Spot(spot.start, end, new),)

    def _form(
        self,
        entry: Reference,
        count: int,
        dotted: list[str],
        own: list[str],
        others: Sequence[Reference],
        *,
        is_cut: bool,
    ) -> tuple[Form | None, str]:
        """How the list writes names, and the stretch that it writes so; None where it is not plain."""
        cited = entry.work.author
        house = self._house_forms(others, entry, count)
        pairs = (
            (_like_house(self.words(shown), cited, house, is_cut=is_cut), shown) for shown in dotted + own
        )
        plainly = len(cited) > 1 or count == 1
        itself = (
            (form_of(self.words(shown), cited, is_cut=is_cut) if plainly else None, shown) for shown in own
        )
        form, shown = next(((form, shown) for form, shown in chain(pairs, itself) if form), (None, ""))
        return (_of_many(form) if form and len(cited) < FULL_PATTERN <= count else form), shown

    def _house_forms(self, others: Sequence[Reference], own: Reference, count: int) -> list[Form]:
        """The forms of other entries with as many authors (two, more than two), most frequent first."""
        forms: Counter[Form] = Counter()
        tried = 0
        for other in others:
            authors = len(other.work.author)
            fits = authors == count if count == 2 else authors >= min(max(count, 2), FULL_PATTERN)
            spot = _spot(other, "author")
            if other is own or not fits or spot is None or other.work.et_al or other.origin:
                continue
            tried += 1
            behind = other.text[spot.end :][:1]
            for shown in dict.fromkeys((spot.text + behind.strip("()[]:;,“‘ \n"), spot.text)):
                if form := form_of(self.words(shown), other.work.author, is_cut=False):
                    forms[form] += 1
            if tried == MOST_NEIGHBOURS:
                break
        return [form for form, _ in forms.most_common()]


def _spot(entry: Reference, field: str) -> Spot | None:
    return next((Spot(*place) for place in entry.written(field)), None)


def _of_many(form: Form) -> Form:
    """The form of a list of two, for more: between the first ones stands a comma, or a semicolon where it
    stands before the last."""
    return replace(form, between="; " if form.last.startswith(";") else ", ")


def _like_house(shown: str, cited: tuple[Name, ...], house: Sequence[Form], *, is_cut: bool) -> Form | None:
    """The form of the neighbours that writes these names as they stand here; a neighbour with single initials
    does not show what stands between two."""
    forms = [one for form in house for one in (form, replace(form, blank="" if form.blank else " "))]
    return next((form for form in forms if form.write(cited, is_cut=is_cut) == shown), None)
