"""How a printed list writes its authors: the form that, applied to the names read, gives the list back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from litreview.model.work import Name

MOST_INITIALS = 3
"""Capitals in a row that are initials; more are a name in capitals."""

_ORDERS = ("{family}, {given}", "{family} {given}", "{given} {family}")
_LAST = (
    ", & ",
    " & ",
    ", and ",
    " and ",
    " und ",
    " et ",
    " y ",
    " e ",
    " i ",
    " en ",
    ", ",
    "; ",
    "; and ",
    "; & ",
)
_SEPARATORS = (", ", "; ", " and ", " & ")
_INITIALS = re.compile(r"[^\W\d_](?:[.\s-]+[^\W\d_])*\.?|[A-Z]{1,3}")


@dataclass(frozen=True, slots=True)
class Form:
    """How one list writes names: the first, the others, what stands between them and before the last."""

    first: str
    others: str
    between: str
    last: str
    blank: str
    dot: str

    def write(self, names: Sequence[Name], *, is_cut: bool = False) -> str:
        """The names as one text; a list cut short with "et al." has no last name of its own."""
        texts = [self.name(name, at) for at, name in enumerate(names)]
        if len(texts) < 2:
            return "".join(texts)
        return self.between.join(texts[:-1]) + (self.between if is_cut else self.last) + texts[-1]

    def name(self, name: Name, at: int) -> str:
        """One name at its place in the list."""
        if name.literal:
            return name.literal
        family = f"{name.particle} {name.family}".strip()
        given = given_as(name.given, self.blank, self.dot)
        if not given:
            return family
        return (self.others if at else self.first).format(family=family, given=given)


def form_of(text: str, names: Sequence[Name], *, is_cut: bool) -> Form | None:
    """The form in which a text writes these names; None where none gives exactly this text."""
    if any(name.suffix for name in names):
        return None
    return _form_of(text, tuple(names), is_cut)


@lru_cache(maxsize=1024)
def _form_of(text: str, names: tuple[Name, ...], is_cut: bool) -> Form | None:  # noqa: FBT001
    return next((form for form in _forms() if form.write(names, is_cut=is_cut) == text), None)


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    blanks = ((" ", "."), ("", "."), ("", ""), (" ", ""))
    return tuple(
        Form(first, others, between, last, blank, dot)
        for first, others, between, last in product(_ORDERS, _ORDERS, _SEPARATORS, _LAST)
        for blank, dot in blanks
    )


def given_as(given: str, blank: str, dot: str) -> str:
    """Initials with or without stops and blanks; full names as they are."""
    if not is_initials(given):
        return f"{given}." if dot and re.search(r"\s[A-Z]$", given) else given
    letters = [part for part in re.split(r"[\s.]+", given) if part]
    if len(letters) == 1 and letters[0].isupper() and "-" not in letters[0]:
        letters = list(letters[0])
    return blank.join(f"{letter}{dot}" if dot == "" or "-" not in letter else letter.replace("-", ".-") + dot
                      for letter in letters)  # fmt: skip


def is_initials(given: str) -> bool:
    """True for "JD", "J. D." and "J.-D."."""
    return _INITIALS.fullmatch(given) is not None


def like_all(names: Sequence[Name], cited: Sequence[Name], form: Form) -> tuple[Name, ...]:
    """Names that are not among those cited, with initials taken apart as far as the form needs it."""
    return tuple(
        replace(name, given=" ".join(name.given)) if name not in cited and form.dot and name.given.isupper()
        and name.given.isalpha() and len(name.given) <= MOST_INITIALS else name
        for name in names
    )  # fmt: skip
