"""Author names read backwards over tokens, from the year they stand before."""

from __future__ import annotations

from typing import NamedTuple

from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.name_words import (
    APOSTROPHES,
    SUFFIXES,
    et_al_start,
    is_initial,
    is_initials,
    may_be_small,
    organisation_start,
    without_possessive,
)
from litreview.parsing.citations.words import (
    CONJUNCTIONS,
    LEADS,
    MONTHS,
    NEVER_ACRONYMS,
    NEVER_NAMES,
    PARTICLES,
)
from litreview.parsing.citations.words import folded as fold

_MAX_WORDS = 6
_MAX_GIVEN = 5
"""Tokens of given names and initials with their full stops: "Daniel J. A."; a judgement."""
_MAX_NAMES = 40
_PLACED = {"in", "at", "from", "for", "since", "within", "across"}
_LOOSE = {"in", "e", "y", "and", "of", "for", "on"}


class Manner(NamedTuple):
    """How a text writes names: the list's evidence, and whether names may come in small letters."""

    evidence: ListEvidence
    small: bool = False


class NameReader:
    """Walks over tokens from right to left and collects names."""

    def __init__(self, tokens: list[str], manner: Manner, *, inside: bool) -> None:
        self.tokens, self.evidence, self.inside = tokens, manner.evidence, inside
        self.small = manner.small
        self.names: list[str] = []
        self.starts: list[int] = []
        self.first = self.at = len(tokens)
        self.et_al = self.joined = False
        self.longest = 0

    def read(self) -> None:
        self._skip_possessive()
        self._skip({","})
        self._read_et_al()
        self._skip({",", "."} if self.inside and not self.et_al else {","})
        if self._peek() in {"]", ")"} and self._peek(3) in {"[", "("}:
            self.at -= 3  # "World Health Organization [WHO], 2012"
            self._read_et_al()
        if self.inside and not self.et_al and self._read_organisation():
            return
        while len(self.names) < _MAX_NAMES and self._read_name() and self._read_joint():
            pass
        self._drop_opener()
        self._drop_strangers()
        if self.names and self.inside and self.first == 1 and self.tokens[0].isdigit():
            self.first = 0  # "1000 Genomes Project Consortium"
            self.names[0] = f"{self.tokens[0]} {self.names[0]}"

    def _drop_strangers(self) -> None:
        """ "(IDH, Connell, 1978)": what only a comma joins to a known author is no author."""
        if self.joined or self.et_al or len(self.names) < 2:
            return
        known = [n for n, name in enumerate(self.names) if self.evidence.knows(name)]
        keep = known[0] if known else next((n for n, name in enumerate(self.names) if not name.isupper()), 0)
        for _ in range(keep):
            self._drop_first()

    def _drop_first(self) -> None:
        if len(self.names) > 1:
            self.names.pop(0)
            self.starts.pop(0)
            self.first = self.starts[0]

    def _peek(self, back: int = 1) -> str:
        return self.tokens[self.at - back] if self.at >= back else ""

    def _skip(self, signs: set[str]) -> None:
        while self._peek() in signs:
            self.at -= 1

    def _skip_possessive(self) -> None:
        """The ending of "Smith et al.'s" and "Smith & Jones’", which stands as tokens of its own."""
        mark = self.at
        self._skip({"s"} if self._peek(2) in APOSTROPHES else set())
        if self._peek() in APOSTROPHES:
            self.at -= 1
        else:
            self.at = mark

    def _read_et_al(self) -> None:
        start = et_al_start(self.tokens, self.at)
        if start < self.at:
            self.at, self.et_al = start, True
            self._skip({","})

    def _is_name(self, word: str) -> bool:
        if not word or not word[0].isalpha():
            return False
        bare = without_possessive(word)
        if len(bare) > 1 and bare.isupper():
            return bare not in NEVER_ACRONYMS or self.evidence.knows(bare)
        if word[0].isupper():
            return fold(bare) not in NEVER_NAMES or self._is_known_month(word, bare)
        if word[0].islower():
            return len(bare) > 2 and self.evidence.knows(bare) and bare not in PARTICLES | NEVER_NAMES
        return len(word) <= 8  # scripts without capitals

    def _is_known_month(self, word: str, bare: str) -> bool:
        """ "May", "He", "An" are surnames too: beside another name or before "et al.", if the list has
        them."""
        if word is not self._peek():
            return False
        if self.et_al and not self.names and fold(bare) not in MONTHS:
            return True
        alone = self.inside and self._peek(2) in {"", ";"}
        if alone and fold(bare) in MONTHS and (self.et_al or self._is_beside_name()):
            return True  # "(May et al., 1973)", "(March & Simon, 1958)"
        beside = self._peek(2).casefold() in CONJUNCTIONS or bool(self.names) or self.et_al
        return self.evidence.knows(bare) and (beside or (self.inside and self.tokens[-1] == ","))

    def _is_beside_name(self) -> bool:
        """True before "and" and a name that a comma sets off from the year: "(May & Brill, 2003)", not "(May
        and June, 2003)" nor "(May and Brill 2003)"."""
        after = self.tokens[self.at].casefold() if self.at < len(self.tokens) else ""
        names = bool(self.names) and all(fold(name) not in NEVER_NAMES for name in self.names)
        return names and after in CONJUNCTIONS and self.tokens[-1] == ","

    def _read_name(self) -> bool:
        self._skip_initials()
        if self._peek() == "." and self._peek(2) in SUFFIXES:
            self.at -= 1
        if not self._is_name(self._peek()):
            return self._read_lower_case()
        start = self.at - 1
        while start > 0 and self.at - start < _MAX_WORDS and self._continues(self.tokens[start - 1], start):
            start -= 1
        while start < self.at - 1 and self.tokens[start].casefold() in _LOOSE:
            start += 1
        known = self._known_tail(start)
        if known > start and self._is_joined_at(start):
            self._take(start, known)  # "Gentleman and Temple Lang", listed as Lang
        else:
            self._take(known)
        return True

    def _is_joined_at(self, start: int) -> bool:
        """True where a known author and a conjunction stand before a run of capitals."""
        before = self.tokens[max(0, start - 2) : start]
        return len(before) > 1 and before[1].casefold() in CONJUNCTIONS and self.evidence.knows(before[0])

    def _read_lower_case(self) -> bool:
        """Names printed in small capitals arrive in lower case ("agrawal & rahman, 2015"): before "et al.",
        beside another name, or alone with a comma between a bracket and a year."""
        if not may_be_small(self._peek()):
            return False
        start = self.at - 1
        while start > 0 and self.tokens[start - 1].casefold() in PARTICLES and self.tokens[start - 1] != "y":
            start -= 1
        while (
            self.inside
            and start > 0
            and self.at - start < _MAX_WORDS
            and self._is_name(self.tokens[start - 1])
        ):
            start -= 1  # "Mariell Velasquez serrano"
        if self.inside and self.et_al:
            while start > 0 and self.at - start < 3 and may_be_small(self.tokens[start - 1]):
                start -= 1
        if not self._small_name_fits(start):
            return False
        self._take(start)
        return True

    def _small_name_fits(self, start: int) -> bool:
        """True where what surrounds a word in small letters speaks for a name."""
        before = self.tokens[start - 1] if start else ""
        if (
            before.casefold() in CONJUNCTIONS | {"&amp;"}
            and start > 1
            and self._names_author(self.tokens[start - 2])
        ):
            return True
        if self.inside:
            marked = "," in self.tokens[self.at :] or self.et_al
            alone = self.evidence.exists and not (self.small or self.et_al)  # "(median, 2008)"
            return self.joined or (before in {"", ";"} and marked and not alone)
        mixed = any(map(str.isupper, self._peek()))
        led = before.casefold() in LEADS | {""}
        return self.et_al or (led and (self.small or mixed)) or (self.small and before in {".", ","})

    def _names_author(self, word: str) -> bool:
        return self._is_name(word) or (self.inside and may_be_small(word)) or word == ","

    def _take(self, start: int, name: int | None = None) -> None:
        """Takes what stands from ``start`` on; the name itself begins at ``name`` where that is known."""
        words = self.tokens[start if name is None else name : self.at]
        words[-1] = without_possessive(words[-1])
        if len(words) > 1 and words[-1] in SUFFIXES:
            words.pop()
        if len(words) > 1 and is_initials(words[-1]) and not words[0].isupper():
            words.pop()  # "Sackett DL, et al."
        self.longest = max(self.longest, len([word for word in words if word[0].isupper()]))
        self.names.insert(0, " ".join(words))
        self.starts.insert(0, start)
        self.at = self.first = start
        self._skip_leading_initials()
        self._skip_given_names()

    def _continues(self, word: str, at: int) -> bool:
        """True where a token before a name belongs to it: a particle or another capitalised word."""
        if word.casefold().rstrip("'’") in PARTICLES and word not in {"y", "e"}:
            follows = at > 1 and self.tokens[at - 2].casefold() in PARTICLES
            return word.islower() or self._is_name(word) or self.inside or follows
        return self._is_name(word) and len(word) > 1 and self.tokens[at] not in {",", "."}

    def _known_tail(self, start: int) -> int:
        """Where a run of capitals ends in a known author, only that: "Dart Prahalad" is "Prahalad"."""
        for begin in range(start, self.at):
            if self.evidence.knows(without_possessive(" ".join(self.tokens[begin : self.at]))):
                return begin
        return start

    def _skip_initials(self) -> None:
        """Initials after a surname: "Smith, J. A." """
        mark = self.at
        while self._peek() == "." and is_initial(self._peek(2)):
            self.at -= 2
            self._skip({"-"})
        if self.at < mark and self._peek() == ",":
            self.at -= 1
        elif self.at < mark:
            self.at = mark

    def _skip_leading_initials(self) -> None:
        """Initials before a surname: "J. A. Smith"."""
        while self._peek() == "." and is_initial(self._peek(2)):
            self.at -= 2
            self.first = self.starts[0] = self.at
        if self.inside and len(self._peek()) == 1 and self._peek().isupper() and self._peek(2) in {"", ";"}:
            self.names[0] = f"{self._peek()} {self.names[0]}"  # "R Core Team"
            self.at = self.first = self.starts[0] = self.at - 1

    def _skip_given_names(self) -> None:
        """Given names before a known author in brackets, "Paul M Schwartz and Daniel J Solove": only where
        they reach back to what joins or opens."""
        at = self.at
        while (
            at > 0
            and self.at - at < _MAX_GIVEN
            and (self.tokens[at - 1][0].isupper() or self.tokens[at - 1] == ".")
        ):
            at -= 1
        before = self.tokens[at - 1].casefold() if at else ""
        if (
            self.inside
            and at < self.at
            and before in CONJUNCTIONS | {"", ";", ","}
            and self.evidence.knows(self.names[0])
        ):
            self.at = self.first = self.starts[0] = at

    def _read_joint(self) -> bool:
        """Steps over what joins this name to one before it; False where nothing does."""
        mark = self.at
        if self._peek() == "." and self._peek(2) == "u":  # German "Meier u. Schulze"
            self.at -= 2
            self._skip({","})
            joined = True
        elif self._peek().casefold() in CONJUNCTIONS | {"&amp;", "/"} and (
            len(self._peek()) > 1 or self._peek() in "&/yeiи和与與及"
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
        if word == "." and self._peek(2) in SUFFIXES:
            return True
        small = self.inside and may_be_small(word) and self._peek(2) in {"", ";", ",", "&"}
        return self._is_name(word) or (word == "." and is_initial(self._peek(2))) or small

    def _drop_opener(self) -> None:
        """ "In Germany, Smith et al. (2010)": a place before the comma is no author."""
        if self.inside or len(self.names) < 2 or self.first == 0 or self.evidence.knows(self.names[0]):
            return
        comma = self.tokens[self.starts[1] - 1] == ","
        if comma and fold(self.tokens[self.first - 1]) in _PLACED:
            self._drop_first()

    def _read_organisation(self) -> bool:
        start = organisation_start(self.tokens, self.at, self.evidence)
        if start is not None:
            self._take(start)
        return start is not None
