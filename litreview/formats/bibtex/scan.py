"""The blocks of a .bib file with the place of every value, on pybtex's tokenizer.

pybtex stops at the first error of an entry, forgets where values stood, drops comments, and lets
``@string`` definitions leak from one parser into the next. This subclass mends that and nothing else:

* an entry never reaches past the line where the next one visibly begins (``@article{key,``), so a
  missing brace costs one field and not the rest of the file;
* a missing comma, a repeated field and an unknown macro leave a diagnosis and no gap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import Pattern, PrematureEOF, PybtexSyntaxError, Token, TokenRequired

from litreview.formats.bibtex.heads import heads_in
from litreview.model.work import Diagnosis


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written. ``start``/``end`` cut the value out of the file, without its braces or quotes;
    both are None where it is made of macros or joined parts and cannot be replaced as one token.

    ``at`` is where the name begins, ``right`` all that stands behind the equals sign, braces and quotes
    included; None in a damaged field. ``inside`` tells that a field before it was not closed, so that this
    one may be a part of its value.
    """

    name: str
    value: str
    start: int | None = None
    end: int | None = None
    at: int = 0
    right: tuple[int, int] | None = None
    inside: bool = False


@dataclass
class RawEntry:
    """A ``@type{key, …}`` block."""

    type: str
    key: str
    fields: list[RawField]
    start: int
    end: int = 0
    diagnoses: list[Diagnosis] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A ``@string``, ``@preamble`` or ``@comment`` block, kept as written."""

    type: str
    text: str
    start: int


_COMMENTED_FIELD = re.compile(r"(?:\s*%[ \t]*[\w-]+[ \t]*=[^\n{}]*(?:\{[^\n{}]*\}[^\n{}]*)*(?=\n))+")
"""Fields that were commented out; the braces of their values close nothing."""
_NEXT_FIELD = re.compile(
    r"""(?:\n[ \t]*(?=[A-Za-z][\w:-]*\s*=\s*[{"\w])
        |,[ \t]*(?=(?:author|editor|title|booktitle|journal|year|date|volume|number|pages|doi|url|publisher)
                  \s*=\s*[{"\d]))""",
    re.VERBOSE | re.IGNORECASE,
)
_KEYLESS = re.compile(r"\s*(?:[,})]|[A-Za-z]+\s*=\s*[{\"\d])")
_CLOSER_OR_COMMA = re.compile(r"\s*[,})]")
_FIELD_AHEAD = re.compile(r"\s*[A-Za-z][\w:-]*\s*=\s*[{\"\w]")
_MAX_RESTARTS = 200
"""Fields re-read in one damaged entry; the longest entries seen have about 40 fields."""


_LONGEST_MACRO = 100_000
"""Characters of an abbreviation; longer ones count as undefined. The longest seen is a 60-word venue."""
_MOST_EXPANDED = 50_000_000
"""Characters that the abbreviations of one file stand for, all their uses together; judgement."""


def scan(text: str) -> list[RawEntry | RawBlock]:
    """Every block of a .bib file, in order. Never raises."""
    return list(_Scanner(text).blocks())


class _Scanner(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    def __init__(self, text: str) -> None:
        super().__init__(text, macros=dict(month_names))
        self.pos: int = 0
        self.limit = len(text)
        self.said: list[Diagnosis] = []
        self.value_start: int | None = None
        self.found: list[RawField] = []
        self.unclosed = self.expanded = 0
        self._lines = [match.end() for match in re.finditer("\n", text)]
        self._macros_by_case: dict[str, str] = {}

    # The next three replace pybtex's, which search to the end of the file instead of the chunk's.
    def skip_to(self, patterns: Sequence[Pattern]) -> Token | None:
        # Each pattern is one character: what is searched for behind the first one found is no better.
        best, end = None, self.limit
        for pattern in patterns:
            match = pattern.search(self.text, self.pos, end)
            if match and (best is None or match.end() < best[0]):
                best = (match.end(), pattern)
                end = match.end()
        if best is None:
            return None
        token = Token(self.text[self.pos : best[0]], best[1])
        self.pos = best[0]
        return token

    def get_token(self, patterns: Sequence[Pattern], allow_eof: bool = False) -> Token | None:  # noqa: FBT001, FBT002
        space = self.WHITESPACE.match(self.text, self.pos, self.limit)
        if space:
            self.pos = space.end()
        if self.pos >= self.limit:
            raise EOFError if allow_eof else PrematureEOF(self)
        for pattern in patterns:
            match = pattern.match(self.text, self.pos, self.limit)
            if match:
                self.pos = match.end()
                return Token(match.group(), pattern)
        return None

    def optional(self, patterns: Sequence[Pattern], allow_eof: bool = False) -> Token | None:  # noqa: FBT001, FBT002
        try:
            return self.get_token(patterns, allow_eof)
        except PrematureEOF:
            return None

    def line_at(self, offset: int) -> int:
        return bisect_right(self._lines, offset) + 1

    def say(self, message: str, at: int | None = None) -> None:
        self.said.append(Diagnosis(message, line=self.line_at(self.pos if at is None else at)))

    def blocks(self) -> Iterator[RawEntry | RawBlock]:
        heads = heads_in(self.text)
        for start, limit in pairwise([0, *heads, len(self.text)]):
            if start < self.pos:  # inside a comment block that was read whole
                start = self.pos
            self.pos, self.limit = start, max(limit, start)
            while self.skip_to([self.AT]):
                block = self.block()
                if block:
                    yield block

    def block(self) -> RawEntry | RawBlock | None:
        """The block that begins at the ``@`` just passed; None where it was only a sign in free text."""
        self.command_start = start = self.pos - 1
        self.said, self.found, self.unclosed = [], [], 0
        if self.text[start - 1 : start].isalnum():  # a mail address
            return None
        name = self.optional([self.NAME])
        opening = self.optional([self.LBRACE, self.LPAREN]) if name else None
        if name is None or opening is None:
            self.pos = start + 1 + (name.value.rfind("@") + 1 if name else 0)
            return None
        kind = name.value.lower()
        if kind == "comment":
            return self.comment(start)
        closing = self.RBRACE if opening.pattern is self.LBRACE else self.RPAREN
        if kind in ("string", "preamble"):
            return self.definition(kind, start, closing)
        return self.entry(kind, start, closing)

    def comment(self, start: int) -> RawBlock:
        """A whole balanced block, even over what looks like entries: they were commented out on purpose."""
        opening, bound = self.pos, self.limit
        self.limit = len(self.text)
        try:
            for _ in self.parse_string(self.RBRACE):
                pass
        except PybtexSyntaxError:
            self.limit = bound
            line_end = self.text.find("\n", opening, bound)
            self.pos = line_end if line_end >= 0 else bound
        self.limit = max(bound, self.pos)
        return RawBlock("comment", self.text[start : self.pos], start)

    def definition(self, kind: str, start: int, closing: Pattern) -> RawBlock:
        try:
            if kind == "string":
                name = self.required([self.NAME]).value
                self.required([self.EQUALS])
                self.parse_value()
                self.define(name, "".join(self.current_value))
            else:
                self.parse_value()
            self.required([closing])
        except PybtexSyntaxError:
            self.pos = max(self.pos, start + 1)
        return RawBlock(kind, self.text[start : self.pos], start)

    def define(self, name: str, value: str) -> None:
        """An abbreviation; one that doubles another forty times over would fill any memory."""
        if len(value) > _LONGEST_MACRO:
            return
        self.macros[name] = self._macros_by_case[name.lower()] = value

    def entry(self, kind: str, start: int, closing: Pattern) -> RawEntry | None:
        key = self.entry_key(closing)
        if key is None:
            return None
        closed = self.fields(closing)
        if not closed:
            self.pos = max(start + 1, start + len(self.text[start : self.limit].rstrip()))
        fields, repeated = [], set()
        for item in self.found:
            if item.name in repeated:
                self.say(f"the field {item.name} is given twice", item.start)
            repeated.add(item.name)
            fields.append(item)
        return RawEntry(kind, key, fields, start, self.pos, self.said)

    def entry_key(self, closing: Pattern) -> str | None:
        """The key, "" where the entry has none, None where this is no entry at all."""
        if _KEYLESS.match(self.text, self.pos, self.limit):
            self.say("the entry has no key")
            return ""
        token = self.optional([self.KEY_BRACE if closing is self.RBRACE else self.KEY_PAREN])
        return str(token.value) if token else None

    def fields(self, closing: Pattern) -> bool:
        """Reads the fields into ``found``; True where the entry is closed properly."""
        for _ in range(_MAX_RESTARTS):
            at = self.pos
            comma = self.optional([self.COMMA])
            if self.optional([closing]):
                return True
            if not self.one_field(at, after_comma=comma is not None) and not self.skip_rubbish(closing):
                while at and self.text[at - 1].isspace():
                    at -= 1
                self.say("the entry is not closed: a brace or a comma is missing", at)
                return False
        return False

    def one_field(self, at: int, *, after_comma: bool) -> bool:
        before = self.pos
        name = self.optional([self.NAME])
        if name is None or self.optional([self.EQUALS]) is None:
            self.pos = before
            return False
        named = self.text.index(name.value, before)
        if not after_comma:
            self.say("a comma is missing before this field", before)
        self.value_start = None
        opened = self.skip_blanks()
        try:
            self.parse_value()
            item = self.measured(name.value.lower(), opened)
            self.found.append(replace(item, at=named, inside=named < self.unclosed))
        except PybtexSyntaxError as error:
            self.broken_value(name.value.lower(), opened, error)
        else:
            self.unswallow(name.value.lower(), opened)
        return True

    def skip_blanks(self) -> int:
        space = self.WHITESPACE.match(self.text, self.pos, self.limit)
        self.pos = space.end() if space else self.pos
        return int(self.pos)

    def measured(self, name: str, opened: int) -> RawField:
        """A field with its span, if the value is one braced, quoted or bare token."""
        value = "".join(self.current_value)
        raw = self.text[opened : self.pos].rstrip()
        right = opened, opened + len(raw)
        if len(self.current_value) == 1:
            inner = raw[1:-1] if raw[:1] in ("{", '"') else raw
            if inner == value and value.strip():
                start = opened + raw.index(inner) + len(inner) - len(inner.lstrip())
                return RawField(name, value, start, start + len(inner.strip()), right=right)
        return RawField(name, value, right=right)

    def broken_value(self, name: str, opened: int, error: PybtexSyntaxError) -> None:
        """A value whose brace or quote never closes: it ends where the next field visibly begins."""
        ahead = _NEXT_FIELD.search(self.text, opened, self.limit)
        end = ahead.start() if ahead else self.limit
        what = "expected" if isinstance(error, TokenRequired) else "closing brace or quote missing"
        self.say(f"the value of {name} cannot be read to its end ({what})", opened)
        self.found.append(RawField(name, _bare(self.text[opened:end])))
        self.pos, self.unclosed = end, self.limit

    def unswallow(self, name: str, opened: int) -> None:
        """A value that took the next fields in, because its own brace was missing, gives them back."""
        ahead = _NEXT_FIELD.search(self.text, opened, self.pos)
        if ahead is None or not self.is_runaway():
            return
        self.found[-1] = RawField(name, _bare(self.text[opened : ahead.start()]))
        self.say(f"a closing brace is missing after the value of {name}", opened)
        self.pos, self.unclosed = ahead.start(), self.pos

    def is_runaway(self) -> bool:
        """True where no closing brace of the entry follows the value: it must have been used up inside."""
        if _CLOSER_OR_COMMA.match(self.text, self.pos, self.limit):
            return False
        return not _FIELD_AHEAD.match(self.text, self.pos, self.limit)

    def skip_rubbish(self, closing: Pattern) -> bool:
        """Past text that is no field, to the next field or the entry's end; False if there is neither."""
        here = self.pos
        commented = _COMMENTED_FIELD.match(self.text, here, self.limit)
        begin = commented.end() if commented else here
        close = closing.search(self.text, begin, self.limit)
        ahead = _NEXT_FIELD.search(self.text, begin, close.start() if close else self.limit)
        if ahead:
            end, self.pos = ahead.start(), ahead.end()
        elif close:
            end = self.pos = close.start()
        else:
            return False
        rubbish = self.text[here:end].strip()
        if rubbish:
            self.say(f"not understood: {' '.join(rubbish.split())[:80]}", here)
            self.found.append(RawField("unreadable", rubbish))
        return True

    def substitute_macro(self, name: str) -> str:
        """What an abbreviation stands for; past ``_MOST_EXPANDED`` characters in one file, its name."""
        value = self.meaning(name)
        self.expanded += len(value)
        if self.expanded <= _MOST_EXPANDED:
            return value
        self.say(f"the abbreviation {name} would make the file too long")
        return name

    def meaning(self, name: str) -> str:
        if name in self.macros:
            return str(self.macros[name])
        if name.lower() in self._macros_by_case or name.lower() in self.macros:
            return str(self._macros_by_case.get(name.lower()) or self.macros[name.lower()])
        self.say(f"the abbreviation {name} is defined nowhere in this file")
        return name


def _bare(written: str) -> str:
    """A damaged value without what is left of its braces and quotes."""
    return written.strip().lstrip('{"').rstrip('},"').strip()
