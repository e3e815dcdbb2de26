"""What the reference list testifies about the text: which surnames, years and numbers a citation may have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from litreview.formats.plain import plain_text, wording_of
from litreview.model.reference import Reference
from litreview.model.work import Name
from litreview.normalise.text import to_ascii
from litreview.normalise.vocabulary.states import UNDATED_PATTERN
from litreview.normalise.vocabulary.years import YEAR
from litreview.parsing.citations.words import folded as fold

_ACRONYM = re.compile(r"\(([A-ZÄÖÜ][\w&/.-]{1,14})\)|\[([A-ZÄÖÜ][A-Z&/.-]{1,14})\]")
_HEAD = 90
_YEAR = re.compile(rf"(?<![\d.,/–-])({YEAR})([a-z]?)(?![\d–])")


@dataclass(frozen=True)
class ListEvidence:
    """Folded names (authors, organisations, acronyms), the years, and the numbers of a reference list.

    ``size`` is the largest citable number, 0 without a list; ``numbered`` tells that labels were printed.
    """

    names: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    size: int = 0
    numbered: bool = False

    @property
    def exists(self) -> bool:
        """True where there is a list at all."""
        return self.size > 0

    def knows(self, name: str) -> bool:
        """True where an entry has that author, as written or without particle."""
        folded = fold(name)
        return bool(folded) and folded in self.names

    def knows_any(self, names: Iterable[str]) -> bool:
        """True where one of the names is in the list."""
        return any(self.knows(name) for name in names)


NO_EVIDENCE = ListEvidence()


def read_evidence(references: Iterable[Reference]) -> ListEvidence:
    """The evidence of a reference list."""
    references = tuple(references)
    names: set[str] = set()
    years: set[int] = set()
    for reference in references:
        for name in (*reference.work.author, *reference.work.editor):
            names |= spellings(name)
        names |= first_words(plain_text(reference))
        years |= set(entry_years(reference))
    numbers = [reference.number for reference in references if reference.number is not None]
    names.discard("")
    return ListEvidence(
        frozenset(names), frozenset(years), max([len(references), *numbers]) if references else 0,
        bool(numbers) and len(numbers) >= 0.5 * len(references),
    )  # fmt: skip


def spellings(name: Name) -> set[str]:
    """Every folded way to name this author: with and without particle; an organisation also by acronym."""
    if name.literal:
        bare = fold(_ACRONYM.sub(" ", name.literal))
        found = {bare, fold(name.literal), bare.removeprefix("the ")} | {
            fold(acronym) for acronym in acronyms(name.literal)
        }
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name.literal) if word[0].isupper())
        return found | ({fold(initials)} if len(initials) > 1 else set())
    family = fold(name.family)
    if not family:
        return {fold(name.given)}
    found = {
        family,
        fold(f"{name.particle} {name.family}"),
        family.replace(" ", ""),
        fold(f"{name.family} {name.given}"),
    }
    return found | {family.split(" ")[0]} if " " in family else found


def surname_parts(name: Name) -> set[str]:
    """The folded parts of a surname of several words or with a hyphen, under any of which it may be cited:
    "Powell" for "Veysey Powell". Short ones are particles."""
    parts = fold(name.family).split(" ")
    return {part for part in parts if len(part) >= _PART} if len(parts) > 1 else set()


_PART = 3


def read_aliases(text: str) -> dict[str, str]:
    """Abbreviations that a text defines after their long form, "Federal Statistical Office (Destatis)",
    with the words before them; the first definition counts."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        found.setdefault(fold(match[1]), text[max(0, match.start() - _HEAD) : match.start()])
    return found


_DEFINED = re.compile(r"[([]([A-ZÄÖÜ][\w&-]{1,11})[)\],;]")


def acronyms(text: str) -> set[str]:
    """Abbreviations that a text defines in brackets: "Bundesärztekammer (BÄK)"."""
    return {first or second for first, second in _ACRONYM.findall(text)}


def first_words(text: str) -> set[str]:
    """How an entry begins, folded: its first word, and what stands before its first comma or full stop.
    That is its first author in nearly every style, even where fields failed."""
    match = _BEGINNING.match(text[:_HEAD])
    if not match:
        return set()
    words = match.group(1)
    last = words.split(" ")[-1]
    found = {fold(word) for word in (words, last) if len(to_ascii(word)) > 1}
    head = re.split(r"[.,;:(\[]", text[match.start(1) : _HEAD * 2], maxsplit=1)[0]
    if len(head) < _HEAD and 1 < len(head.split()) <= _MAX_HEAD_WORDS:
        found |= {fold(head), fold(head).removeprefix("the ")}
        if len(head.split()) <= _FULL_NAME:  # "Charles Darwin (1859): …"
            found.add(fold(head.split()[-1]))
    return found


_BEGINNING = re.compile(r"[\W_]*+((?:[a-zà-ÿ’']+ ){0,3}[^\W_]+(?:[-‐'’][^\W\d_]+)*)")
_MAX_HEAD_WORDS, _FULL_NAME = 12, 3


def entry_years(reference: Reference) -> dict[int, str]:
    """Years an entry may be cited under, with the letter printed after each ("2011a" gives ``{2011: "a"}``).

    The year that was read comes first; where none was read, those printed in the entry.
    """
    printed = printed_years(reference)
    year = reference.work.year
    if year is not None:
        literal = reference.work.issued.literal if reference.work.issued else ""
        letter = re.search(r"\d([a-z])$", literal)
        return {year: letter[1] if letter else printed.get(year, "")}
    return dict(reversed(printed.items()))


def undated_letter(reference: Reference) -> str:
    """The letter printed with the "n.d." of an entry, "n.d.-a"; empty where there is none."""
    found = _UNDATED_LETTER.search(wording_of(reference))
    return found[1] if found else ""


_UNDATED_LETTER = re.compile(rf"(?<!\w){UNDATED_PATTERN}(?:-|\s|(?<=\.))([a-z])(?!\w)")


def printed_years(reference: Reference) -> dict[int, str]:
    """Every year printed in an entry with the letter after it; the letter of its first place counts."""
    return {int(year): letter for year, letter in reversed(_YEAR.findall(wording_of(reference)[:1500]))}
