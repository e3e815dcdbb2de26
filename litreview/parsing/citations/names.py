"""The author names that stand before a year, read backwards from it."""

from __future__ import annotations

import re
from typing import NamedTuple

from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.words import (
    CONJUNCTIONS,
    LEADS,
    MONTHS,
    NEVER_ACRONYMS,
    NEVER_NAMES,
    ORGANISATION_JOINS,
    PARTICLES,
    PREFIX_WORDS,
    read_words,
)
from litreview.parsing.citations.words import folded as fold

# Spacing accents inside a word ("Zago ´rska") are what PDF exports make of "Zagórska".
# Combining accents belong to their letter: PDF exports often write "Mu" + diaeresis + "ller".
_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
_TOKEN = re.compile(
    rf"{_LETTERS}(?:\s?[´¨ˇ˘ˆ˜¸˝]\s?{_LETTERS}|['’ʼ`‐‑-]{_LETTERS}|[‐‑-]\s(?=[A-Z]){_LETTERS}|\d)*"
    r"|&amp;|\d+|[^\w\s]|_"
)
_PARAGRAPH = re.compile(r"\n\s*\n")
WINDOW = 260
"""Characters before a year in which its authors are looked for."""
_MAX_WORDS = 6
_MAX_NAMES = 12
_SUFFIXES = {"Jr", "Sr", "II", "III", "IV"}
_APOSTROPHES = {"'", "’", "ʼ", "`", "´"}
_ET_AL = {"al", "alii", "coll", "col", "cols", "alia"}
_OTHERS = read_words(
    """
    colleagues coworkers co-workers collaborators others associates mitarbeiter kollegen andere cols col
    colaboradores coll collaborateurs al др medarbejdere medarbetare
    """
)


class Authors(NamedTuple):
    """Names before a year: where they start, whether "et al." follows, whether "and" joins them."""

    names: tuple[str, ...]
    start: int
    et_al: bool
    joined: bool
    words: int


class Manner(NamedTuple):
    """How a text writes names: the list's evidence, and whether names may come in small letters."""

    evidence: ListEvidence
    small: bool = False


def read_authors(text: str, floor: int, end: int, manner: Manner, *, inside: bool) -> Authors | None:
    """The authors that end at ``end``, at the latest beginning at ``floor``; None where no name stands there.

    ``inside`` tells that they stand in the same brackets as the year, where a comma may join names and an
    organisation may be several words long.
    """
    floor = max(floor, end - WINDOW)
    gap = list(_PARAGRAPH.finditer(text, floor, end))
    tokens = list(_TOKEN.finditer(text, gap[-1].end() if gap else floor, end))
    reader = _Reader([token.group() for token in tokens], manner, inside)
    reader.read()
    if not reader.names:
        return None
    first = reader.first
    return Authors(tuple(reader.names), tokens[first].start(), reader.et_al, reader.joined, reader.longest)


class _Reader:
    """Walks over tokens from right to left and collects names."""

    def __init__(self, tokens: list[str], manner: Manner, inside: bool) -> None:  # noqa: FBT001
        self.tokens, self.evidence, self.inside = tokens, manner.evidence, inside
        self.small = manner.small
        self.names: list[str] = []
        self.first = self.at = len(tokens)
        self.et_al = self.joined = False
        self.longest = 0

    def read(self) -> None:
        self._skip_possessive()
        self._skip({",", "."} if self.inside or self._peek(2) in _ET_AL else {","})
        if self._peek() in {"]", ")"} and self._peek(3) in {
            "[",
            "(",
        }:  # "World Health Organization [WHO], 2012"
            self.at -= 3
        self._read_et_al()
        if self.inside and not self.et_al and self._read_organisation():
            return
        while len(self.names) < _MAX_NAMES and self._read_name() and self._read_joint():
            pass
        self._drop_opener()
        self._drop_strangers()
        if self.inside and self.first == 1 and self.tokens[0].isdigit() and self.names:
            self.names[0], self.first = (
                f"{self.tokens[0]} {self.names[0]}",
                0,
            )  # "1000 Genomes Project Consortium"

    def _drop_strangers(self) -> None:
        """ "(IDH, Connell, 1978)": what only a comma joins to a known author is no author."""
        if self.joined or self.et_al or len(self.names) < 2:
            return
        known = [n for n, name in enumerate(self.names) if self.evidence.knows(name)]
        keep = known[0] if known else next((n for n, name in enumerate(self.names) if not name.isupper()), 0)
        while keep > 0:
            comma = self.tokens.index(",", self.first)
            self.names.pop(0)
            self.first, keep = comma + 1, keep - 1

    def _peek(self, back: int = 1) -> str:
        return self.tokens[self.at - back] if self.at >= back else ""

    def _skip(self, signs: set[str]) -> None:
        while self._peek() in signs:
            self.at -= 1

    def _skip_possessive(self) -> None:
        """The ending of "Smith et al.'s" and "Smith & Jones’", which stands as tokens of its own."""
        mark = self.at
        self._skip({"s"} if self._peek(2) in _APOSTROPHES else set())
        if self._peek() in _APOSTROPHES:
            self.at -= 1
        else:
            self.at = mark

    def _read_et_al(self) -> None:
        mark = self.at
        self._skip({"."})
        last = self._peek().casefold()
        before = self.at - 1
        while before > 0 and self.tokens[before - 1] == ".":
            before -= 1
        joint = self.tokens[before - 1].casefold() if before > 0 else ""
        found = (last in _ET_AL and joint in {"et", "y", "e"}) or (last in _OTHERS and joint in CONJUNCTIONS)
        if found:
            self.at, self.et_al = before - 1, True
            self._skip({","})
        elif last == "a" and joint == "u":  # "u. a."
            self.at, self.et_al = before - 1, True
        elif last == "al" and self.at - 1 > 0:  # "Smith al. 2010"; "et" lost
            self.at, self.et_al = self.at - 1, True
        else:
            self.at = mark

    def _is_name(self, word: str) -> bool:
        if not word or not word[0].isalpha():
            return False
        bare = _possessive(word)
        if len(bare) > 1 and bare.isupper():
            return bare not in NEVER_ACRONYMS or self.evidence.knows(bare)
        if word[0].isupper():
            return fold(bare) not in NEVER_NAMES or self._is_known_month(word, bare)
        if word[0].islower():
            return len(bare) > 2 and self.evidence.knows(bare) and bare not in PARTICLES
        return len(word) <= 8  # scripts without capitals

    def _is_known_month(self, word: str, bare: str) -> bool:
        """ "May", "He", "An" are surnames too: beside another name or before "et al.", if the list has
        them."""
        if word is not self._peek():
            return False
        if self.et_al and not self.names and fold(bare) not in MONTHS:
            return True
        beside = self._peek(2).casefold() in CONJUNCTIONS or bool(self.names) or self.et_al
        return self.evidence.knows(bare) and (beside or (self.inside and self.tokens[-1] == ","))

    def _read_name(self) -> bool:
        self._skip_initials()
        if self._peek() == "." and self._peek(2) in _SUFFIXES:
            self.at -= 1
        if not self._is_name(self._peek()):
            return self._read_lower_case()
        start = self.at - 1
        while start > 0 and self.at - start < _MAX_WORDS and self._continues(self.tokens[start - 1], start):
            start -= 1
        while start < self.at - 1 and self.tokens[start].casefold() in {
            "in",
            "e",
            "y",
            "and",
            "of",
            "for",
            "on",
        }:
            start += 1
        self._take(self._known_tail(start))
        return True

    def _read_lower_case(self) -> bool:
        """Names printed in small capitals arrive in lower case ("agrawal & rahman, 2015"): before "et al.",
        beside another name, or alone with a comma between a bracket and a year."""
        if not _may_be_small(self._peek()):
            return False
        start = self.at - 1
        while start > 0 and self.tokens[start - 1].casefold() in PARTICLES and self.tokens[start - 1] != "y":
            start -= 1
        if self.inside and self.et_al:
            while start > 0 and self.at - start < 3 and _may_be_small(self.tokens[start - 1]):
                start -= 1
        before = self.tokens[start - 1] if start else ""
        joint = (
            before.casefold() in CONJUNCTIONS | {"&amp;"}
            and start > 1
            and self._names_author(self.tokens[start - 2])
        )
        alone = (
            self.inside
            and before in {"", ";"}
            and ("," in self.tokens[self.at :] or self.et_al or self.joined)
        )
        led = (
            not self.inside
            and before.casefold() in LEADS | {""}
            and (self.small or any(map(str.isupper, self._peek())))
        )
        if not (joint or alone or led or (self.et_al and not self.inside) or (self.joined and self.inside)):
            return False
        self._take(start)
        return True

    def _names_author(self, word: str) -> bool:
        return self._is_name(word) or (self.inside and _may_be_small(word)) or word == ","

    def _take(self, start: int) -> None:
        words = [
            _possessive(word) if n == self.at - start - 1 else word
            for n, word in enumerate(self.tokens[start : self.at])
        ]
        if len(words) > 1 and words[-1] in _SUFFIXES:
            words.pop()
        if len(words) > 1 and _is_initials(words[-1]) and not words[0].isupper():
            words.pop()  # "Sackett DL, et al."
        self.longest = max(self.longest, len([word for word in words if word[0].isupper()]))
        self.names.insert(0, " ".join(words))
        self.at = self.first = start
        self._skip_leading_initials()

    def _continues(self, word: str, at: int) -> bool:
        """True where a token before a name belongs to it: a particle or another capitalised word."""
        if word.casefold().rstrip("'’") in PARTICLES and word not in {"y", "e"}:
            follows = at > 1 and self.tokens[at - 2].casefold() in PARTICLES
            return word.islower() or self._is_name(word) or self.inside or follows
        return self._is_name(word) and len(word) > 1 and self.tokens[at] not in {",", "."}

    def _known_tail(self, start: int) -> int:
        """Where a run of capitals ends in a known author, only that: "Dart Prahalad" is "Prahalad"."""
        for begin in range(start, self.at):
            if self.evidence.knows(_possessive(" ".join(self.tokens[begin : self.at]))):
                return begin
        return start

    def _skip_initials(self) -> None:
        """Initials after a surname: "Smith, J. A." """
        mark = self.at
        while self._peek() == "." and _is_initial(self._peek(2)):
            self.at -= 2
            self._skip({"-"})
        if self.at < mark and self._peek() == ",":
            self.at -= 1
        elif self.at < mark:
            self.at = mark

    def _skip_leading_initials(self) -> None:
        """Initials before a surname: "J. A. Smith"."""
        while self._peek() == "." and _is_initial(self._peek(2)):
            self.at -= 2
            self.first = self.at
        if self.inside and len(self._peek()) == 1 and self._peek().isupper() and self._peek(2) in {"", ";"}:
            self.names[0] = f"{self._peek()} {self.names[0]}"  # "R Core Team"
            self.at = self.first = self.at - 1

    def _read_joint(self) -> bool:
        """Steps over what joins this name to one before it; False where nothing does."""
        mark = self.at
        if self._peek().casefold() in CONJUNCTIONS | {"&amp;", "/"} and (
            len(self._peek()) > 1 or self._peek() in "&/yeiи"
        ):
            self.at -= 1
            self._skip({","})
            joined = True
        elif self._peek() == "," and (self.inside or self.joined or self.et_al):
            self.at -= 1
            joined = self.joined
        else:
            return False
        if not self._leads_to_name():
            self.at = mark
            return False
        self.joined = joined
        return True

    def _leads_to_name(self) -> bool:
        word = self._peek()
        if word == "." and self._peek(2) in _SUFFIXES:
            return True
        small = self.inside and _may_be_small(word) and self._peek(2) in {"", ";", ",", "&"}
        return self._is_name(word) or (word == "." and _is_initial(self._peek(2))) or small

    def _drop_opener(self) -> None:
        """ "In Germany, Smith et al. (2010)": a place before the comma is no author."""
        if self.inside or len(self.names) < 2 or self.first == 0 or self.evidence.knows(self.names[0]):
            return
        if fold(self.tokens[self.first - 1]) in {"in", "at", "from", "for", "since", "within", "across"}:
            comma = next((n for n in range(self.first, len(self.tokens)) if self.tokens[n] == ","), None)
            if comma is not None and len(self.names) > 1:
                self.names.pop(0)
                self.first = comma + 1

    def _read_organisation(self) -> bool:
        """ "Office on Drugs and Crime": everything in the brackets, if joined by small words."""
        start = self.at
        while start > 0 and self.tokens[start - 1] not in {";", ",", "(", "[", ":", "."}:
            start -= 1
        words = self.tokens[start : self.at]
        small = [word for word in words if word in ORGANISATION_JOINS]
        if not 3 <= len(words) <= 14 or not small or set(small) <= (PARTICLES | CONJUNCTIONS):
            return self._read_known_phrase(start, words)
        proper = [word for word in words if word not in ORGANISATION_JOINS]
        fits = (
            words[0][:1].isupper()
            and words[0] not in ORGANISATION_JOINS
            and all(word[:1].isupper() for word in proper)
        )
        if not fits or fold(words[0]) in NEVER_NAMES:
            return self._read_known_phrase(start, words)
        self._take(start)
        return True

    def _read_known_phrase(self, start: int, words: list[str]) -> bool:
        if len(words) > 1 and self.evidence.knows(" ".join(words)):
            self._take(start)
            return True
        return False


def _may_be_small(word: str) -> bool:
    """True for a word in small letters that may be a surname: no small word of a sentence."""
    letters = word.replace("-", "").replace("‐", "").replace("’", "").replace("'", "")
    plain = len(word) > 1 and letters.isalpha() and word[0].islower()
    return (
        plain
        and word not in CONJUNCTIONS
        and word not in PARTICLES
        and fold(word) not in NEVER_NAMES | PREFIX_WORDS
    )


def _is_initial(word: str) -> bool:
    return 0 < len(word) <= 2 and word[0].isupper() and (len(word) == 1 or word.isupper() or "-" in word)


def _is_initials(word: str) -> bool:
    return len(word) <= 3 and word.isalpha() and word.isupper()


def _possessive(word: str) -> str:
    for ending in ("'s", "’s", "ʼs", "'", "’"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)]
    return word
