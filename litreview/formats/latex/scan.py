"""Finding one's way in LaTeX source: what is commented out, where a group ends, what a command was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_VERBATIM = (
    r"[BLS]?[Vv]erbatim\*?|lstlisting|minted|comment|filecontents\*?|alltt|semiverbatim|tcblisting|Shaded"
    r"|Highlighting|Code(?:Chunk|Input|Output)?|S(?:input|output|chunk)|tikzpicture|pspicture|forest"
)
"""Environments whose content is no text: code, what a program printed (Sweave, knitr, pandoc), drawings."""
_HIDDEN = re.compile(
    rf"(?P<escaped>\\[\\%])|(?P<comment>%[^\n]*)|\\begin\{{(?P<env>{_VERBATIM})\}}|\\verb\*?(?P<mark>[^\w\s*])"
    r"|(?P<false>\\iffalse\b)|(?P<end>\\end\{document\})|(?P<address>\\(?:url|href|nolinkurl|path)\s*\{[^{}\s]*\})"
)
_FORMULA = re.compile(
    r"\\begin\s*\{(?P<env>(?:equation|align(?:at)?|gather|multline|eqnarray|flalign|displaymath|math|dmath)\*?)\}"
    r"|(?P<escaped>\\[\\$])|(?P<display>\$\$)|(?P<inline>\$)|\\(?P<open>[\[(])"
)
_GAP = re.compile(r"\n[ \t]*\n")
MAX_GROUP = 20_000
"""Longest argument believed, in characters: an unclosed bracket must not swallow the article."""
_BRACKETS = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
_ROUND = re.compile(r"\s*\(([^()]{0,500})\)")


class Group(NamedTuple):
    """An argument: the span of its inside, and where it ends, bracket included."""

    start: int
    stop: int
    end: int


def blank_hidden(text: str) -> str:
    """The source with comments, verbatim text and all after ``\\end{document}`` as blanks; offsets stay."""
    pieces, at = [], 0
    for start, end in hidden_spans(text):
        pieces += [text[at:start], _blank(text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def hidden_spans(text: str) -> Iterator[tuple[int, int]]:
    """Comments, verbatim text and all after ``\\end{document}``, in order."""
    position = 0
    while found := _HIDDEN.search(text, position):
        start, end = _hidden_span(text, found)
        position = max(found.end(), end)
        if end > start:
            yield start, end


def formula_spans(text: str) -> Iterator[tuple[int, int]]:
    """Mathematics in a source whose hidden stretches are blanks. What is never closed is none; inline
    formulas end within their paragraph, so that a lone dollar swallows no text."""
    position = 0
    while found := _FORMULA.search(text, position):
        position = found.end()
        if found["escaped"]:
            continue
        if found["env"]:
            end = _closed(text, found.end(), f"\\end{{{found['env']}}}", in_paragraph=False)
        elif found["open"]:
            end = _closed(text, found.end(), "\\]" if found["open"] == "[" else "\\)", in_paragraph=False)
        else:
            end = _closed(text, found.end(), found.group(), in_paragraph=bool(found["inline"]))
        if end:
            position = end
            yield found.start(), end


def _closed(text: str, at: int, closing: str, *, in_paragraph: bool) -> int:
    """Where a formula ends that begins before ``at``; 0 where it never does."""
    gap = _GAP.search(text, at, at + MAX_GROUP) if in_paragraph else None
    limit = gap.start() if gap else at + MAX_GROUP
    stop = text.find(closing, at, limit)
    while stop > 0 and closing[0] == "$" and text[stop - 1] == "\\" and text[stop - 2] != "\\":
        stop = text.find(closing, stop + 1, limit)
    return stop + len(closing) if stop >= 0 else 0


def _hidden_span(text: str, found: re.Match[str]) -> tuple[int, int]:
    start = found.start()
    if found["comment"]:
        return start, found.end()
    if found["end"]:
        return found.end(), len(text)
    closing = ""
    if found["env"]:
        closing = f"\\end{{{found['env']}}}"
    elif found["false"]:
        closing = "\\fi"
    elif found["mark"]:
        line = text.find("\n", found.end())
        stop = text.find(found["mark"], found.end(), line if line >= 0 else len(text))
        return (start, stop + 1) if stop >= 0 else (start, start)
    if not closing:
        return start, start
    stop = text.find(closing, found.end())
    return start, stop + len(closing) if stop >= 0 else len(text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


class Source:
    """A source with its brackets paired in one pass, so that any argument is found at once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._closing: dict[int, int] = {}
        stack: list[tuple[str, int]] = []
        braces = 0
        for found in _BRACKETS.finditer(text):
            char = found.group()
            if char in "{[":
                stack.append((char, found.start()))
                braces += char == "{"
            elif char == "]":
                if stack and stack[-1][0] == "[":
                    self._closing[stack.pop()[1]] = found.start()
            elif char == "}" and braces:
                while stack[-1][0] != "{":  # a bracket that the brace leaves open: [0, 1)
                    stack.pop()
                self._closing[stack.pop()[1]] = found.start()
                braces -= 1

    def group(self, at: int, opening: str = "{") -> Group | None:
        """The group that opens at ``at`` or behind white space; None where none opens or it never ends."""
        while at < len(self.text) and self.text[at] in " \t\r\n":
            at += 1
        end = self._closing.get(at)
        if end is None or self.text[at] != opening or end - at > MAX_GROUP:
            return None
        return Group(at + 1, end, end + 1)

    def options(self, at: int) -> tuple[list[Group], int]:
        """Optional arguments that follow one another, and where the last of them ends."""
        found: list[Group] = []
        while item := self.group(at, "["):
            found.append(item)
            at = item.end
        return found, at

    def round_options(self, at: int) -> int:
        """Where biblatex's arguments in round brackets end: ``\\textcites(see)(12){a}``."""
        while found := _ROUND.match(self.text, at):
            at = found.end()
        return at

    def commands(self, names: str) -> Iterator[tuple[re.Match[str], Group]]:
        """Every use of a command whose name matches, with its first argument in braces."""
        for found in re.finditer(rf"\\(?P<name>{names})(?![A-Za-z])\*?", self.text):
            _, at = self.options(found.end())
            argument = self.group(at)
            if argument is not None:
                yield found, argument

    def inside(self, item: Group) -> str:
        """The text of an argument."""
        return self.text[item.start : item.stop]
